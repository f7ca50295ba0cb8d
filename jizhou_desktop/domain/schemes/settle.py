"""From conditions and an amount to a verdict, with each budget's share."""

from collections.abc import Sequence

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.money import fen_of_wan, percent_of
from jizhou_desktop.domain.scheme import Scheme
from jizhou_desktop.domain.schemes.case import Case
from jizhou_desktop.domain.verdict import Condition, Verdict


def settle(case: Case, conditions: Sequence[Condition], amount_fen: int | None, working: str) -> Verdict:
    """The verdict: eligible unless a condition fails. Not eligible is 0 分, to be set by others is None."""
    eligible = all(condition.met is not False for condition in conditions)
    if not eligible:
        amount_fen, working = 0, "有条件未达到，不予补贴，金额为0。"
    district, city = (None, None) if amount_fen is None else split(case.scheme, amount_fen)
    return Verdict(
        scheme=case.scheme.id,
        eligible=eligible,
        conditions=tuple(conditions),
        amount_fen=amount_fen,
        range_fen=range_fen(case.scheme),
        district_fen=district,
        city_fen=city,
        working=working,
    )


def split(scheme: Scheme, amount_fen: int) -> tuple[int, int]:
    """District's and city's share, whole to the 分: the district bears an odd 分, since it pays first."""
    district = percent_of(amount_fen, scheme.district)
    return district, amount_fen - district


def range_fen(scheme: Scheme) -> tuple[int, int] | None:
    """The range within which a review sets the amount, in 分."""
    return (fen_of_wan(scheme.award.low), fen_of_wan(scheme.award.high)) if scheme.award else None


def shares_text(scheme: Scheme, amount_fen: int) -> str:
    """区财政…万元，市财政…万元; an odd 分 is accounted for."""
    district, city = split(scheme, amount_fen)
    odd = "（不能等分，多出的1分由区财政负担）" if scheme.district == scheme.city and district != city else ""
    return f"区财政{wan_text(district)}万元，市财政{wan_text(city)}万元{odd}"
