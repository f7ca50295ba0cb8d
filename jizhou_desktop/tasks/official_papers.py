"""Official documents composed from the year's records, written as a PDF or as a Word file."""

from jizhou_desktop.documents.official.write import write_official
from jizhou_desktop.domain.assessment import RECOGNISED, enterprises_turned, results_by_path, results_by_place
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.papers.assessment_notice import Assessed, assessment_notice
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.order import Order


def print_assessment_notice(order: Order) -> Printed:
    """年终考核结果通报."""
    return _write(compose_assessment_notice(order), order)


def compose_assessment_notice(order: Order) -> OfficialDocument:
    """The notice's text: by place and rank in the district, by path and enterprise in a township.

    With a place, only that place's targets and results are counted.
    """
    office = order.workspace.profile.office
    targets, going = (_of_place(order, kind) for kind in (Kind.TARGET, Kind.TRANSFORMATION))
    names = {place.code: place.name for place in resources.places()}
    shown = [order.place] if order.place else list(names) if office.collects else []
    assessed = Assessed(
        by_path=results_by_path([path.id for path in order.plan.paths], targets, going),
        by_place=results_by_place(shown, targets, going) if office.collects else [],
        place_names=names,
        turned=enterprises_turned(going),
        praised=_recognised(order, going),
    )
    number = f"{office.prefix}〔{order.now.year}〕1号"
    return assessment_notice(office, order.plan, assessed, number=number, dated=order.now.date())


def _of_place(order: Order, kind: Kind) -> list[Record]:
    records = order.workspace.records.all_of(kind, year=order.year)
    return [record for record in records if order.place in (None, record.text("place") or record.office)]


def _recognised(order: Order, going: list[Record]) -> list[str]:
    """The names of the enterprises recognised, each once."""
    parents = dict.fromkeys(record.parent for record in going if record["state"] == RECOGNISED)
    held = (order.workspace.records.get(parent or "") for parent in parents)
    return [record.text("name") for record in held if record is not None]


def _write(document: OfficialDocument, order: Order) -> Printed:
    return write_official(document, order.out, resources.faces(), created=order.now)
