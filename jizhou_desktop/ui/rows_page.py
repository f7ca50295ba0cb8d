"""The rows behind a figure: transformations of one path or all, each leading to its enterprise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.overview import on_path
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import button, muted, page_layout, row, shortcut, title

_HEADS = {"企业": 20, "路径": 16, "状态": 7, "状态日期": 10, "佐证材料": 24}


class RowsPage(QWidget):
    """Shown over the page that asked for it."""

    back_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = title("")
        self._count = muted("", wrap=False)
        self.table = TextTable(tuple(_HEADS))
        self._parents: list[str] = []
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.activated.connect(lambda index: self.open_asked.emit(self._parents[index.row()]))
        layout = page_layout(self)
        back = button("返回", self.back_asked.emit, sign="back", hint="Esc")
        layout.addLayout(row(back, self._title, self._count, 1))
        layout.addWidget(self.view, 1)
        layout.addWidget(muted("双击或回车打开企业档案。"))
        shortcut("Esc", self, self.back_asked.emit)

    def show_path(self, path: str) -> None:
        """Shows the transformations on a path; all where it is blank."""
        plan = resources.plan_of_year(self._desk.year)
        records = on_path(self._desk.workspace, self._desk.year, path)
        self._title.setText(plan.path(path).title if path else f"{self._desk.year}年度转型任务")
        self._count.setText(f"{len(records)}项")
        names = {record.uid: record.text("name") for record in _enterprises(self._desk, records)}
        self._parents = [record.parent or "" for record in records]
        lines = [(self._words(record, names), None) for record in records]
        self.table.show_rows(lines)
        self.view.setFocus()

    def _words(self, record: Record, names: dict[str, str]) -> tuple[str, ...]:
        form = resources.form(record.form)
        plan = resources.plan_of_year(self._desk.year)
        return (
            names.get(record.parent or "", ""),
            plan.path(record.text("path")).title,
            record.text("state"),
            show(form.field("date"), record["date"]),
            record.text("evidence").replace("\n", "；"),
        )


def _enterprises(desk: Desk, records: list[Record]) -> list[Record]:
    held = (desk.workspace.records.get(uid) for uid in {record.parent for record in records} if uid)
    return [record for record in held if record is not None]
