"""Official documents composed from the year's records, with a number from the register; written as PDF or Word."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jizhou_desktop.documents.official.title import with_broken_titles
from jizhou_desktop.documents.official.write import write_official
from jizhou_desktop.domain.assessment import enterprises_turned, place_of, results_by_path, results_by_place
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.papers.assessment_call import assessment_call
from jizhou_desktop.domain.papers.assessment_notice import assessment_notice
from jizhou_desktop.domain.papers.facts import Application, Facts, Going
from jizhou_desktop.domain.papers.funds_request import funds_request
from jizhou_desktop.domain.papers.meeting_minutes import meeting_minutes
from jizhou_desktop.domain.papers.plan_notice import plan_notice
from jizhou_desktop.domain.papers.public_list import public_list
from jizhou_desktop.domain.papers.recommendation_letter import recommendation_letter
from jizhou_desktop.domain.papers.rectification_notice import rectification_notice
from jizhou_desktop.domain.record import Record
from jizhou_desktop.exchange.word.write import write_word
from jizhou_desktop.store.numbers import NumberRow
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import HeldClaim, held_claims
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import targets_and_going

WORD = ".docx"


@dataclass(frozen=True)
class Official:
    """An official document: id, title, how it is composed, and the last character of its 代字 (发、函、报、纪)."""

    id: str
    title: str
    compose: Callable[[Facts], OfficialDocument]
    series: str = "发"


OFFICIAL = (
    Official("assessment-notice", "年终考核结果通报", assessment_notice),
    Official("plan-notice", "关于印发年度行动计划的通知", plan_notice),
    Official("assessment-call", "考核通知", assessment_call),
    Official("recommendation-letter", "推荐上报函", recommendation_letter, "函"),
    Official("public-list", "公示", public_list),
    Official("funds-request", "资金拨付请示", funds_request, "报"),
    Official("rectification-notice", "整改督办通知", rectification_notice),
    Official("meeting-minutes", "工作推进会议纪要", meeting_minutes, "纪"),
)


def compose(order: Order, official: Official) -> OfficialDocument:
    """The document's text from the year's records, with its number; the same document keeps its number."""
    number = _number(order, official)
    return official.compose(_facts(order, str(number)))


def write_document(order: Order, document: OfficialDocument) -> Printed:
    """Writes a document, composed or edited since, as PDF or (where the file ends so) as Word."""
    faces = resources.faces()
    if order.out.suffix.lower() != WORD:
        return write_official(document, order.out, faces, created=order.now)
    with tempfile.TemporaryDirectory() as folder:
        # Word breaks its pages itself; the paged twin tells how many there are
        printed = write_official(document, Path(folder) / "paged.pdf", faces, created=order.now)
    write_word(with_broken_titles(document), order.out, created=order.now)
    return Printed(order.out, printed.pages, printed.faces, printed.missing)


def _number(order: Order, official: Official) -> NumberRow:
    workspace = order.workspace
    return workspace.numbers.give(
        NumberRow(
            prefix=f"{workspace.profile.office.prefix[:-1]}{official.series}",
            year=order.now.year,
            running=0,
            paper=official.id,
            about=f"{order.year}{f'/{order.place}' if order.place else ''}",
            title=official.title,
            given_by=workspace.profile.clerk,
            given_at=order.now.isoformat(timespec="seconds"),
        )
    )


def _facts(order: Order, number: str) -> Facts:
    """What the documents tell. With a place, only that place's targets and results are counted."""
    office = order.workspace.profile.office
    targets, going = targets_and_going(order)
    names = {place.code: place.name for place in resources.places()}
    claims = [claim for claim in held_claims(order.workspace, order.year) if not claim.standing.withdrawn]
    shown = [order.place] if order.place else list(names) if office.collects else []
    return Facts(
        office=office,
        plan=order.plan,
        by_path=results_by_path([path.id for path in order.plan.paths], targets, going),
        by_place=results_by_place(shown, targets, going) if office.collects else [],
        place_names=names,
        targets={(place_of(r), r.text("path")): r.whole("count") or 0 for r in targets},
        turned=enterprises_turned(going, order.plan.enterprise_paths),
        going=[Going(_name(order, r), names.get(r.office, ""), r.text("path"), r.text("state")) for r in going],
        applications=[
            _application(order, claim, names)
            for claim in claims
            if order.place in (None, claim.record.text("place") or claim.record.office)
        ],
        number=number,
        dated=order.now.date(),
        clerk=order.workspace.profile.clerk,
    )


def _name(order: Order, record: Record) -> str:
    enterprise = order.workspace.records.get(record.parent or "")
    return enterprise.text("name") if enterprise else ""


def _application(order: Order, claim: HeldClaim, names: dict[str, str]) -> Application:
    record, money = claim.record, claim.money
    amount = money.wanted_fen if money.granted_fen is None else money.granted_fen
    project = record.text("project") or record.text("product")
    place = names.get(record.office, "")
    return Application(_name(order, record), place, project, record.form, amount, claim.standing.state)
