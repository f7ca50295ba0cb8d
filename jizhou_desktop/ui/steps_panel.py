"""办理经过: the steps a transformation or claim has taken, what is still to come, and what this office may do next."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QListWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.procedure import Step
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.tasks import claim_steps, resources
from jizhou_desktop.tasks.steps import FORM, standing_of, undo_step
from jizhou_desktop.ui.answer_dialog import AnswerDialog
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.remark import RemarkLabel
from jizhou_desktop.ui.fitted_list import FittedList
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.messages import tell
from jizhou_desktop.ui.palette import COLOURS
from jizhou_desktop.ui.state_remark import state_remark
from jizhou_desktop.ui.widgets import button, muted


class StepsPanel(QWidget):
    """Shows and takes steps. A page that has something unsaved disables it: a step is taken on what is saved."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: Record | None = None
        self._standing: Standing | None = None
        self.state, self._who = RemarkLabel(), muted("")
        self.list = FittedList("办理经过")  # of any height, so that the whole course is seen at once
        self.list.setSelectionMode(FittedList.SelectionMode.NoSelection)
        self._buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        layout.addWidget(self.list)
        layout.addWidget(self._who)
        layout.addLayout(self._buttons)

    def show_record(self, record: Record) -> None:
        """Shows where a transformation or claim stands."""
        self._record = record
        self._standing = standing_of(self._desk.workspace, record)
        self._show(self._standing)

    def offered(self) -> list[str]:
        """The steps that this office may take now, as the buttons say them."""
        return [] if self._standing is None else [step.name for step in self._may(self._standing)]

    def take(self, name: str) -> None:
        """Asks for day, person and opinion of a step, and takes it."""
        step = next(step for step in self._may(self._standing_now()) if step.name == name)
        hidden = ("step", "remarks") if step.money else ("step", "amount", "remarks")
        dialog = AnswerDialog(f"办理：{name}", resources.form(FORM), partial(self._take, name), self, leave_out=hidden)
        dialog.form.fix("step", name)
        today, clerk = chinese_date(self._desk.now().date()), self._desk.workspace.profile.clerk
        dialog.form.show_answers({"date": today, "person": clerk, "amount": self._proposed(step)})
        dialog.open()

    def undo(self) -> None:
        """Takes the last step back, with a reason."""
        asked = QInputDialog(self)
        asked.setWindowTitle("撤销最后一个环节")
        asked.setLabelText("只能撤销本单位误登的环节，历史仍保留。请写明原因：")
        asked.textValueSelected.connect(self._undo)
        asked.open()

    def _take(self, name: str, answers: dict[str, str]) -> str:
        desk = self._desk
        try:
            claim_steps.take(
                desk.workspace, self._record_now(), answers | {"step": name}, now=desk.now(), new_uid=desk.new_uid
            )
        except UserError as error:
            return str(error)
        self._again()
        return ""

    def _undo(self, why: str) -> None:
        try:
            undo_step(self._desk.workspace, self._record_now(), why=why, now=self._desk.now())
        except UserError as error:
            tell(self, str(error))
            return
        self._again()

    def _again(self) -> None:
        self.show_record(self._record_now())
        self.changed.emit()

    def _show(self, standing: Standing) -> None:
        self.list.clear()
        if standing.before and not standing.steps:
            self.list.addItem(_typed(self._record_now()))
        for row in standing.steps:
            self.list.addItem(_taken(row))
        for name in _to_come(standing):
            item = QListWidgetItem(icon("hint", "faint"), name)
            item.setForeground(QBrush(QColor(COLOURS["faint"])))
            self.list.addItem(item)
        self.list.fit()
        plan = resources.plan_of_year(self._record_now().year or self._desk.year)
        self.state.show_remark(state_remark(standing, plan.calendar, self._desk.now().date()))
        waiting = "" if self._may(standing) else _who_is_next(standing)
        self._who.setText(waiting)
        self._who.setVisible(bool(waiting))
        self._show_buttons(standing)

    def _show_buttons(self, standing: Standing) -> None:
        while (held := self._buttons.takeAt(0)) is not None:
            if (old := held.widget()) is not None:
                old.deleteLater()
        for step in self._may(standing):
            weight = "" if step.reason else "main"
            self._buttons.addWidget(button(step.name, partial(self.take, step.name), weight=weight))
        self._buttons.addStretch(1)
        last = standing.last
        if last is not None and last.office == self._desk.workspace.profile.office.code:
            self._buttons.addWidget(button("撤销", self.undo, hint="撤销本单位误登的最后一个环节"))

    def _may(self, standing: Standing) -> list[Step]:
        record, workspace = self._record_now(), self._desk.workspace
        if record.kind is Kind.CLAIM:
            may = tuple(claim_steps.may_take(workspace, claim_steps.held(workspace, record)))
        else:
            may = standing.may(workspace.profile.office)
        return list({step.name: step for step in reversed(may)}.values())[::-1]

    def _proposed(self, step: Step) -> str:
        """The amount that a claim's step most likely bears."""
        record = self._record_now()
        if record.kind is not Kind.CLAIM or not step.money:
            return ""
        amount = claim_steps.proposed(claim_steps.held(self._desk.workspace, record), step)
        return "" if amount is None else wan_text(amount)

    def _record_now(self) -> Record:
        if self._record is None:
            raise RuntimeError("no record is shown")
        return self._record

    def _standing_now(self) -> Standing:
        return standing_of(self._desk.workspace, self._record_now())


def _typed(record: Record) -> QListWidgetItem:
    """The state that was typed or taken in before steps were written down."""
    day = record.text("date")
    words = f"{record.text('state')}　{chinese_date(date.fromisoformat(day)) if day[:4].isdigit() else ''}"
    return QListWidgetItem(icon("good", "good"), f"{words}　{record.text('reviewer')}".rstrip())


def _taken(row: Record) -> QListWidgetItem:
    day = chinese_date(date.fromisoformat(row.text("date")))
    amount = "" if row.whole("amount") is None else f"　{wan_text(row.whole('amount') or 0)}万元"
    opinion = "".join(f"\n{row.text(name)}" for name in ("opinion", "remarks") if row.text(name))
    office = resources.office(row.office).name
    return QListWidgetItem(
        icon("good", "good"), f"{row.text('step')}　{day}　{office} {row.text('person')}{amount}{opinion}"
    )


def _to_come(standing: Standing) -> tuple[str, ...]:
    """The usual way from here on; none once it is over or off the way."""
    usual = standing.procedure.usual
    if standing.over or (standing.state and standing.state not in usual):
        return ()
    return usual[usual.index(standing.state) + 1 :] if standing.state else usual


def _who_is_next(standing: Standing) -> str:
    follow = standing.procedure.next_after(standing.state)
    if not follow:
        return "办理已经结束。"
    names = "、".join(dict.fromkeys(f"{step.name}（{step.who}）" for step in follow))
    return f"接下来由其他单位办理，或没有可办的款项：{names}。"
