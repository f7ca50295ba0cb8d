"""设备清单 of a claim: the list, what of it counts and why not, and which machines other claims list too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks.equipment import FORM, claimed_elsewhere, sum_rows
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.remark import PLAIN, QUERY, Remark, RemarkLabel
from jizhou_desktop.ui.row_grid import RowGrid

_MOST_NAMED = 3


class EquipmentView(QWidget):
    """The list counts: 设备投入 of the claim is its sum, once there is a row."""

    summed = Signal(object)
    """What the rows as typed come to, an EquipmentSum; None while there are none."""

    def __init__(self, desk: Desk, claim: Record, *, writable: bool) -> None:
        """`claim` may be one that is yet to be saved."""
        super().__init__()
        self._desk, self._claim = desk, claim
        self.grid = RowGrid(desk, FORM, claim.uid, writable=writable)
        self.sum, self.left_out, self.twice = RemarkLabel(), RemarkLabel(), RemarkLabel()
        layout = QVBoxLayout(self)
        layout.addWidget(self.grid, 1)
        for label in (self.sum, self.left_out, self.twice):
            layout.addWidget(label)
        self.grid.changed.connect(self._typed)

    def _typed(self, values: list[dict[str, object]]) -> None:
        rows = [self._row(number, read) for number, read in enumerate(values)]
        if not rows:
            self.sum.show_remark(Remark("有清单的，设备投入按清单计算；没有清单的，按申请表所填。", PLAIN))
            self.left_out.show_remark(Remark(""))
            self.twice.show_remark(Remark(""))
            self.summed.emit(None)
            return
        summed = sum_rows(self._claim, rows)
        self.sum.show_remark(Remark(summed.words, PLAIN))
        out = "；".join(f"“{row.row.text('name')}”{row.why_not}" for row in summed.left_out[:_MOST_NAMED])
        more = f"等{len(summed.left_out)}行" if len(summed.left_out) > _MOST_NAMED else ""
        self.left_out.show_remark(Remark(f"不计：{out}{more}。", QUERY) if out else Remark(""))
        self._show_twice(rows)
        self.summed.emit(summed)

    def _show_twice(self, rows: list[Record]) -> None:
        told = [twice.words for twice in claimed_elsewhere(self._desk.workspace, rows)]
        more = f"；另有{len(told) - _MOST_NAMED}处" if len(told) > _MOST_NAMED else ""
        said = f"{'；'.join(told[:_MOST_NAMED])}{more}。同一设备不能重复申报，请核对。"
        self.twice.show_remark(Remark(said, QUERY) if told else Remark(""))

    def _row(self, number: int, read: dict[str, object]) -> Record:
        values = {name: value for name, value in read.items() if isinstance(value, str | int)}
        return Record(f"typed-{number}", Kind.EQUIPMENT, "", values, FORM, parent=self._claim.uid)
