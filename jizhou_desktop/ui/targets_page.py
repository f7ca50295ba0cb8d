"""年初计划: the grid of targets with what is done to it: propose, save, issue, print."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.target_split import Difference
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.year_plan import MOST, WAYS, YearPlan, issue_year_plan, propose, save_year_plan, year_plan
from jizhou_desktop.ui.answer_dialog import AnswerDialog
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.messages import ask, tell
from jizhou_desktop.ui.target_table import TargetTable
from jizhou_desktop.ui.target_view import TargetView
from jizhou_desktop.ui.widgets import Strip, button, muted, page_layout, row, shortcut

_MOST_TOLD = 3
"""Paths named in the sentence; the grid's last row tells them all."""


class TargetsPage(QWidget):
    """Saves by itself; asks for the paper by signal."""

    print_asked = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = resources.plan_of_year(desk.year)
        self.table = TargetTable(resources.places(), self._plan.paths, MOST)
        self.view = TargetView(self.table)
        self.strip = Strip()
        self._state = muted("")
        self._held: YearPlan = year_plan(desk.workspace, desk.year)
        self.table.changed.connect(self._show_state)
        self.table.refused.connect(lambda sentence: self.strip.say(sentence, tone="error"))
        self._lay_out()
        self.reload()

    @property
    def dirty(self) -> bool:
        """Whether the grid differs from what is saved."""
        return self.table.counts != {task: count for task, count in self._held.counts.items() if count}

    def reload(self) -> None:
        """Reads the split anew, unless something typed would be lost."""
        if self.dirty and self.table.counts:
            return
        self._held = year_plan(self._desk.workspace, self._desk.year)
        self.table.show_counts(self._held.counts, self._held.foreign)
        self._show_state()

    def propose(self, way: str) -> None:
        """Fills the grid with a proposal; asks first where it would cover what is there."""
        try:
            counts = propose(self._desk.workspace, self._desk.year, way)
        except UserError as error:
            tell(self, str(error))
            return

        def fill() -> None:
            self.table.show_counts(counts, self._held.foreign)
            self._show_state()

        if self.table.counts:
            ask(self, f"{way}分解会替换表中现有的任务数（保存之前不生效）。", {"替换": fill, "取消": lambda: None})
        else:
            fill()

    def save(self) -> None:
        """Saves the grid; once it was issued, with a reason."""
        if not self.dirty:
            self.said.emit("任务分解没有改动")
            return
        if self._held.issue is None:
            self._save("")
            return
        number = self._held.issue.text("document_number")
        asked = QInputDialog(self)
        asked.setWindowTitle("改动原因")
        asked.setLabelText(f"任务已由{number}下达，请写明改动原因：")
        asked.textValueSelected.connect(self._save)
        asked.open()

    def issue(self) -> None:
        """Asks for date and document number, and notes that the split was issued."""
        if self.dirty:
            tell(self, "任务分解有改动没有保存，请先保存（Ctrl+S）再下达。")
            return
        dialog = AnswerDialog("下达任务分解", resources.form("issue"), self._issue, self, leave_out=("year",))
        dialog.form.fix("year", str(self._desk.year))
        if self._held.issue is not None:
            dialog.form.show_values(self._held.issue.values)
        dialog.open()

    def _issue(self, answers: dict[str, str]) -> str:
        """The sentence why it cannot be issued, blank where it was."""
        try:
            issue_year_plan(
                self._desk.workspace, self._desk.year, answers, now=self._desk.now(), new_uid=self._desk.new_uid
            )
        except UserError as error:
            return str(error)
        self.reload()
        self.said.emit("已记录下达")
        return ""

    def _save(self, why: str) -> None:
        desk = self._desk
        try:
            changed = save_year_plan(
                desk.workspace, desk.year, self.table.counts, now=desk.now(), new_uid=desk.new_uid, why=why
            )
        except UserError as error:
            self.strip.say(str(error), tone="error")
            return
        self._held = year_plan(desk.workspace, desk.year)
        self._show_state()
        self.said.emit(f"已保存，{changed}项任务有改动")

    def _show_state(self) -> None:
        gaps = self._gaps()
        if gaps:
            told = "；".join(f"{self._plan.path(gap.path).title}{gap.sentence}" for gap in gaps[:_MOST_TOLD])
            more = f"；等{len(gaps)}条路径" if len(gaps) > _MOST_TOLD else ""
            self.strip.say(f"与行动计划不符：{told}{more}。", tone="query")
        else:
            self.strip.say("")
        issue = self._held.issue
        words = "尚未下达" if issue is None else f"{_date(issue['date'])}由{issue['document_number']}下达"
        self._state.setText(f"{words}{'；有改动没有保存' if self.dirty else ''}")

    def _gaps(self) -> list[Difference]:
        return YearPlan(self._desk.year, self.table.counts, None, frozenset()).gaps() if self.table.counts else []

    def _lay_out(self) -> None:
        proposals = [button(f"{way}分解", self._proposes(way), sign="judge") for way in WAYS]
        save = button("保存", self.save, sign="save", weight="main", hint="Ctrl+S")
        issue = button("下达…", self.issue, hint="记录下达日期和文号")
        paper = button("打印任务分解表", self.print_asked.emit, sign="paper", hint="Ctrl+P")
        layout = page_layout(self)
        layout.addLayout(row(*proposals, 1, paper, issue, save))
        layout.addWidget(self.strip)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._state)
        layout.addWidget(muted("直接输入任务数；回车到下一个单位，Delete 清空。差额为零才与行动计划一致。"))
        shortcut("Ctrl+S", self, self.save)
        shortcut("Ctrl+P", self, self.print_asked.emit)

    def _proposes(self, way: str) -> Callable[[], None]:
        return lambda: self.propose(way)


def _date(value: object) -> str:
    return show(resources.form("issue").field("date"), str(value))
