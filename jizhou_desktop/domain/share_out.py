"""Sharing a fund out when the claims pass it (资金分配): shown as a preview, applied only when the office says so.

Each way grants every 分 that there is, and never one more than was claimed or than is left.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class FundClaim:
    """A claim on the fund. `asked_fen` in 分, `received` the ISO date of 受理, `score` the review's points."""

    uid: str
    asked_fen: int
    received: str = ""
    score: Decimal = Decimal(0)


@dataclass(frozen=True)
class Share:
    """What a claim would get, in 分."""

    claim: FundClaim
    granted_fen: int

    @property
    def cut_fen(self) -> int:
        """核减."""
        return self.claim.asked_fen - self.granted_fen


@dataclass(frozen=True)
class ShareOut:
    """A preview: the shares in the order they were served, and what would be left, in 分."""

    shares: tuple[Share, ...]
    left_fen: int

    @property
    def granted_fen(self) -> int:
        return sum(share.granted_fen for share in self.shares)


def first_come(left_fen: int, claims: Iterable[FundClaim]) -> ShareOut:
    """先到先得: in order of 受理; the claim that the fund no longer holds whole gets what remains."""
    return _in_turn(left_fen, sorted(claims, key=lambda claim: (claim.received, claim.uid)))


def by_score(left_fen: int, claims: Iterable[FundClaim]) -> ShareOut:
    """按评分: the highest score first; equal scores by order of 受理."""
    return _in_turn(left_fen, sorted(claims, key=lambda claim: (-claim.score, claim.received, claim.uid)))


def pro_rata(left_fen: int, claims: Iterable[FundClaim]) -> ShareOut:
    """按比例: each claim cut by the same rate; the odd 分 go to the largest remainders (最大余额法)."""
    ordered = sorted(claims, key=lambda claim: (claim.received, claim.uid))
    asked = sum(claim.asked_fen for claim in ordered)
    fund = max(left_fen, 0)
    if asked <= fund:
        return _preview(left_fen, ordered, [claim.asked_fen for claim in ordered])
    parts = [divmod(claim.asked_fen * fund, asked) for claim in ordered]
    granted = [whole for whole, _ in parts]
    largest = sorted(range(len(parts)), key=lambda index: -parts[index][1])
    for index in largest[: fund - sum(granted)]:
        granted[index] += 1
    return _preview(left_fen, ordered, granted)


WAYS: Mapping[str, Callable[[int, Iterable[FundClaim]], ShareOut]] = {
    "先到先得": first_come,
    "按评分": by_score,
    "按比例": pro_rata,
}
"""The ways an office may choose from, by the name it reads."""


def _in_turn(left_fen: int, ordered: Sequence[FundClaim]) -> ShareOut:
    remaining = max(left_fen, 0)
    granted = []
    for claim in ordered:
        granted.append(min(claim.asked_fen, remaining))
        remaining -= granted[-1]
    return _preview(left_fen, ordered, granted)


def _preview(left_fen: int, ordered: Sequence[FundClaim], granted: Sequence[int]) -> ShareOut:
    shares = tuple(Share(claim, amount) for claim, amount in zip(ordered, granted, strict=True))
    return ShareOut(shares, left_fen - sum(granted))
