"""Writing a form or ledger for an order: the one place where its faces, its author and its time come from."""

from jizhou_desktop.documents.forms.form_page import FormPaper, write_form
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.order import Order


def write_paper(paper: FormPaper, order: Order) -> Printed:
    """Writes a form or ledger with the workspace's faces, in its office's name."""
    author = order.workspace.profile.office.full_name
    return write_form(paper, order.out, resources.faces(), created=order.now, author=author)


def keeper(record: Record) -> str:
    """The place whose office keeps a record, as opinions name it; 乡镇（园区） where a department keeps it."""
    return next((office.name for office in resources.places() if office.code == record.office), "乡镇（园区）")
