"""Writing a form or ledger for an order: the one place where its faces, its author and its time come from."""

from jizhou_desktop.documents.forms.form_page import FormPaper, write_form
from jizhou_desktop.domain.assessment import place_of
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.transformations import transformations

SIGNS = ("单位负责人", "审核人", "填表人")
"""Who signs a table, as statistics forms ask."""


def write_paper(paper: FormPaper, order: Order) -> Printed:
    """Writes a form or ledger with the workspace's faces, in its office's name."""
    author = order.workspace.profile.office.full_name
    return write_form(paper, order.out, resources.faces(), created=order.now, author=author)


def keeper(record: Record) -> str:
    """The place whose office keeps a record, as opinions name it; 乡镇（园区） where a department keeps it."""
    return next((office.name for office in resources.places() if office.code == record.office), "乡镇（园区）")


def places_of(order: Order) -> list[Office]:
    """The district's places, or the one place that is asked for or whose workspace it is."""
    own = order.workspace.profile.office
    wanted = order.place or (None if own.collects else own.code)
    return [place for place in resources.places() if wanted in (None, place.code)]


def of_place(record: Record, order: Order) -> bool:
    """Whether a record counts for the place that is asked for; all do where none is."""
    return order.place in (None, place_of(record))


def targets_and_going(order: Order) -> tuple[list[Record], list[Record]]:
    """The year's targets and transformations of the places that are asked for, as results are counted from them."""
    targets = order.workspace.records.all_of(Kind.TARGET, year=order.year)
    going = transformations(order.workspace, year=order.year)
    return [r for r in targets if of_place(r, order)], [r for r in going if of_place(r, order)]
