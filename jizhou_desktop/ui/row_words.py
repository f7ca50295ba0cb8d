"""What an editable list says below itself: of the cell in hand, and of all rows."""

from PySide6.QtCore import QModelIndex

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.form import FieldKind
from jizhou_desktop.ui.entries.remark import PLAIN, Remark, remark_on
from jizhou_desktop.ui.row_model import RowModel


def remark_on_cell(model: RowModel, cell: QModelIndex) -> Remark:
    """What is wrong with it, or whose it is, or what it asks."""
    if not cell.isValid():
        return Remark("", PLAIN)
    problem = model.problem_at(cell)
    if problem is not None:
        return remark_on(problem, "")
    if not model.editable(cell.row()):
        return Remark("这一行由其他单位登记，只能查看。", PLAIN)
    return Remark(model.fields[cell.column()].help, PLAIN)


def sums_of(model: RowModel) -> str:
    """How many rows there are, and the sum of each column of money; blank where there are none."""
    read = model.values_read()
    money = [field for field in model.fields if field.kind is FieldKind.MONEY]
    sums = {field.label: sum(_fen(values.get(field.name)) for values in read) for field in money}
    shown = [f"{label} {wan_text(total)}" for label, total in sums.items() if total]
    return "　".join([f"共{len(read)}行", *(["合计：", *shown] if shown else [])]) if read else ""


def _fen(value: object) -> int:
    return value if isinstance(value, int) else 0
