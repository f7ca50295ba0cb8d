"""One application for a subsidy: its form at the left, what the plan says of it and the fund at the right."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from jizhou_desktop.domain.answers import Judged
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import pool_left, verdict_on
from jizhou_desktop.ui.answer_sheet import AnswerSheet, say_restored
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.messages import ask_unsaved
from jizhou_desktop.ui.pool_view import PoolView
from jizhou_desktop.ui.verdict_view import VerdictView
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, row, shortcut, title

_EXPLAINED = 25
"""Characters in a line of the explanation, where there is room."""
_MOST_OF_PAGE = 0.36


class ClaimPage(QWidget):
    """Made anew for each application. `claim` is None for a new one of that enterprise."""

    closed = Signal()
    print_asked = Signal(str)
    enterprise_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, scheme: str, enterprise: Record, claim: Record | None = None) -> None:
        super().__init__()
        self._desk, self._scheme, self._enterprise = desk, scheme, enterprise
        self._form = resources.form(scheme)
        self._year = claim.year if claim and claim.year else desk.year
        self.form = EntryForm(self._form, resources.codes(), entry_width=20)
        uid = claim.uid if claim else desk.new_uid()
        self.sheet = AnswerSheet(
            desk, self._form, self.form, record=claim, uid=uid, parent=enterprise.uid, year=self._year
        )
        self.verdict, self.pool, self.strip = VerdictView(), PoolView(), Strip()
        self._state = muted("", wrap=False)
        self._lay_out()
        self._listen()
        if self.sheet.load():
            say_restored(self.strip, self._throw_away)
        self._show_pool()

    def start(self) -> None:
        """Puts the cursor into the first field."""
        self.form.go_to()

    def save(self) -> bool:
        """Saves the application; False where an error keeps it from being saved."""
        saved = self.sheet.save()
        if saved.record is None:
            self.strip.say(f"没有保存：还有{len(saved.errors)}处错误，请按红字改正；已填的内容不会丢失。", tone="error")
            self.form.go_to(saved.errors[0].field)
            return False
        self.strip.say("")
        self._show_pool()
        self.said.emit("已保存")
        return True

    def leave(self) -> None:
        """Back to the list, with a question where something is not saved."""
        if not self.sheet.dirty:
            self.closed.emit()
            return
        ask_unsaved(self, "这份申报有未保存的内容。", save=self._save_and_close, discard=self._close_unsaved)

    def _lay_out(self) -> None:
        back = button("返回", self.leave, sign="back", hint="返回列表（Esc）")
        self.save_button = button("保存", self.save, sign="save", weight="main", hint="Ctrl+S")
        paper = button("打印申请表", self._print, sign="paper", hint="保存并预览（Ctrl+P）")
        name = button(self._enterprise.text("name"), lambda: self.enterprise_asked.emit(self._enterprise.uid))
        name.setProperty("weight", "link")
        left, right = Card(), QScrollArea(widgetResizable=True)
        left.inside.setContentsMargins(2, 2, 2, 2)
        left.inside.addWidget(form_area(self.form))
        right.setFrameShape(QScrollArea.Shape.NoFrame)
        right.setWidget(self._explained())
        self._right = right
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(left, 1)
        middle.addWidget(right)
        layout = page_layout(self)
        layout.addLayout(row(back, title(self._form.title), 1, self._state, paper, self.save_button))
        layout.addLayout(row(muted(f"申报企业（{self._year}年度）：", wrap=False), name, 1))
        layout.addWidget(self.strip)
        layout.addLayout(middle, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.fontMetrics().horizontalAdvance("国") * _EXPLAINED
        self._right.setFixedWidth(min(wanted, round(self.width() * _MOST_OF_PAGE)))

    def _explained(self) -> QWidget:
        inside = QWidget()
        layout = page_layout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        verdict, pool = Card("条件和金额"), Card("专项资金")
        verdict.inside.addWidget(self.verdict)
        pool.inside.addWidget(self.pool)
        self._pool_card = pool
        layout.addWidget(verdict)
        layout.addWidget(pool)
        layout.addStretch(1)
        return inside

    def _listen(self) -> None:
        self.form.judged.connect(self._explain)
        self.form.ended.connect(self.save_button.setFocus)
        self.sheet.dirty_changed.connect(lambda dirty: self._state.setText("有未保存的内容" if dirty else ""))
        shortcut("Ctrl+S", self, self._unless_composing(self.save))
        shortcut("Esc", self, self._unless_composing(self.leave))
        shortcut("Ctrl+P", self, self._print)

    def _unless_composing(self, then: Callable[[], object]) -> Callable[[], object]:
        return lambda: None if self.form.composing else then()

    def _explain(self, judged: Judged) -> None:
        """Explains the figures that are there: with one missing or contradicting another, it says which."""
        try:
            plan = resources.plan_of_year(self._year)
            self.verdict.show_verdict(verdict_on(plan, self._form, judged.values))
        except UserError as error:
            self.verdict.show_why_not(_in_the_forms_words(str(error), self._form))

    def _show_pool(self) -> None:
        pool = pool_left(self._desk.workspace, self._scheme, self._year)
        self._pool_card.setVisible(pool is not None)
        if pool is not None:
            self.pool.show_pool(pool)

    def _save_and_close(self) -> None:
        if self.save():
            self.closed.emit()

    def _close_unsaved(self) -> None:
        self._throw_away()
        self.closed.emit()

    def _throw_away(self) -> None:
        self.sheet.throw_away()
        self.strip.say("")

    def _print(self) -> None:
        if self.save() and self.sheet.record is not None:
            self.print_asked.emit(self.sheet.record.uid)


def _in_the_forms_words(sentence: str, form: Form) -> str:
    """The rule's sentence names keys of the command line (investment（项目投资）); a page names its fields."""
    for field in form.fields:
        sentence = sentence.replace(f" {field.name}（", "（").replace(f"{field.name}（", "（")
    return sentence
