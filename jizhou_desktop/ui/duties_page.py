"""职责分工: who leads, who takes part, who answers for which path; filled in as a workbook is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jizhou_desktop.tasks.duties import FORM, propose_duties
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import Strip, button, muted, page_layout, row, shortcut


class DutiesPage(QWidget):
    """The year's rows; those of other offices are shown and cannot be changed."""

    print_asked = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.grid = RowGrid(desk, FORM, None, year=desk.year, fixed={"year": str(desk.year)})
        self.strip = Strip()
        self._back = button("放弃改动", self._throw_away, hint="恢复为已保存的内容")
        self._save = button("保存", self.save, sign="save", weight="main", hint="Ctrl+S")
        propose = button("按行动计划列出", self.propose, sign="judge", hint="列出第四部分各部门和各路径，姓名留空")
        paper = button("打印职责分工表", self.print_asked.emit, sign="paper", hint="Ctrl+P")
        layout = page_layout(self)
        layout.addLayout(row(propose, self._back, 1, paper, self._save))
        layout.addWidget(self.strip)
        layout.addWidget(self.grid, 1)
        layout.addWidget(muted("谁负责、谁落实（四（一））：一人一行，“负责路径”写行动计划的序号，如 二（一）1。"))
        self.grid.dirty_changed.connect(self._back.setEnabled)
        self._back.setEnabled(False)
        shortcut("Ctrl+S", self, self.save)
        shortcut("Ctrl+P", self, self.print_asked.emit)
        self.reload()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.grid.dirty

    def reload(self) -> None:
        """Reads the rows anew, unless something typed would be lost."""
        if not self.dirty and self.grid.load():
            self.strip.say("上次填写的内容没有保存，已恢复，请核对后保存（Ctrl+S）。", tone="query")

    def propose(self) -> None:
        """Adds the rows that the plan asks for; persons are filled in by hand, and nothing is saved before."""
        rows = propose_duties(self._desk.workspace, self._desk.year, self.grid.values_read())
        if not rows:
            self.strip.say("行动计划要求的部门和路径都已列出。")
            return
        first = len(self.grid.values_read())
        self.grid.add(rows)
        self.grid.go_to(first, "person")
        self.strip.say(
            f"已列出{len(rows)}行，请填写姓名；用不着的行按 Ctrl+Delete 删除，保存之前不生效。", tone="query"
        )

    def save(self) -> None:
        """Saves all rows, or none where one is incomplete: the cursor is then in the cell."""
        if not self.dirty:
            self.said.emit("职责分工没有改动")
            return
        if not self.grid.save():
            wrong = self.grid.wrong_rows
            self.strip.say(f"有{wrong}行没有填全或有误，都没有保存；请补填，或删除用不着的行。", tone="error")
            return
        self.strip.say("")
        self.said.emit("职责分工已保存")

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        self.grid.keep_draft()

    def _throw_away(self) -> None:
        self.grid.throw_away()
        self.strip.say("")
