"""One application for a subsidy: form, list, evidence, steps; beside them what the plan says and what the fund has."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabWidget, QWidget

from jizhou_desktop.domain.answers import Judged
from jizhou_desktop.domain.equipment_list import EquipmentSum
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.award_tables import plan_in_force
from jizhou_desktop.tasks.claims import pool_left, size_of, verdict_on
from jizhou_desktop.tasks.equipment import has_list
from jizhou_desktop.tasks.evidence import asked_for, evidence_of
from jizhou_desktop.tasks.steps import standing_of
from jizhou_desktop.ui.answer_sheet import AnswerSheet, say_restored
from jizhou_desktop.ui.checklist import Checklist
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.equipment_view import EquipmentView
from jizhou_desktop.ui.evidence_panel import EvidencePanel
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.messages import ask_unsaved
from jizhou_desktop.ui.pool_view import PoolView
from jizhou_desktop.ui.steps_panel import StepsPanel
from jizhou_desktop.ui.verdict_view import VerdictView
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, row, shortcut, title

_EXPLAINED = 25
"""Characters in a line of the explanation, where there is room."""
_MOST_OF_PAGE = 0.36


class ClaimPage(QWidget):
    """Made anew for each application. `claim` is None for a new one of that enterprise."""

    closed = Signal()
    print_asked = Signal(str, str)
    """Paper's id and uid of the application."""
    enterprise_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, scheme: str, enterprise: Record, claim: Record | None = None) -> None:
        super().__init__()
        self._desk, self._scheme, self._enterprise = desk, scheme, enterprise
        self._form = resources.form(scheme)
        self._year = claim.year if claim and claim.year else desk.year
        office = desk.workspace.profile.office.code
        blank = Record(desk.new_uid(), Kind.CLAIM, office, {}, scheme, year=self._year, parent=enterprise.uid)
        held = claim or blank
        self._own = held.office == office
        self._plan = plan_in_force(desk.workspace, self._year)
        self._size = size_of(desk.workspace, enterprise.uid, self._year)
        self.form = EntryForm(self._form, resources.codes(), entry_width=20)
        self.sheet = AnswerSheet(
            desk, self._form, self.form, record=claim, uid=held.uid, parent=enterprise.uid, year=self._year
        )
        self._listed: EquipmentSum | None = None
        self.equipment = EquipmentView(desk, held, writable=self._own) if has_list(scheme) else None
        self.evidence, self.checklist = EvidencePanel(desk, held.uid), Checklist()
        self.steps = StepsPanel(desk)
        self.verdict, self.pool, self.strip = VerdictView(), PoolView(), Strip()
        self.tabs = QTabWidget()
        self._state, self._standing = muted("", wrap=False), muted("", wrap=False)
        self._lay_out()
        self._listen()
        restored = [self.sheet.load(), self.equipment.grid.load() if self.equipment else False]
        if any(restored):
            say_restored(self.strip, self._throw_away)
        self._refresh()

    def start(self) -> None:
        """Puts the cursor into the first field."""
        self.form.go_to()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.sheet.dirty or (self.equipment is not None and self.equipment.grid.dirty)

    def save(self) -> bool:
        """Saves application and list; False where an error keeps them from being saved."""
        if not self._own:
            return True
        saved = self.sheet.save()
        if saved.record is None:
            self.tabs.setCurrentIndex(0)
            self.strip.say(f"没有保存：还有{len(saved.errors)}处错误，请按红字改正；已填的内容不会丢失。", tone="error")
            self.form.go_to(saved.errors[0].field)
            return False
        if self.equipment is not None and not self.equipment.grid.save():
            self.tabs.setCurrentWidget(self.equipment)
            self.strip.say("申请表已保存；设备清单有错误，没有保存，请按红字改正。", tone="error")
            return False
        if self.equipment is not None:
            self.sheet.save()  # once more: 设备投入 is now what the list comes to
        self.strip.say("")
        self._refresh()
        self.said.emit("已保存")
        return True

    def leave(self) -> None:
        """Back to the list, with a question where something is not saved."""
        if not self.dirty:
            self.closed.emit()
            return
        ask_unsaved(self, "这份申报有未保存的内容。", save=self._save_and_close, discard=self._close_unsaved)

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        self.sheet.keep_draft()
        if self.equipment is not None:
            self.equipment.grid.keep_draft()

    # layout

    def _lay_out(self) -> None:
        back = button("返回", self.leave, sign="back", hint="返回列表（Esc）")
        self.save_button = button("保存", self.save, sign="save", weight="main", hint="Ctrl+S")
        self.form.setEnabled(self._own)
        paper = button("打印申请表", self._print_form, sign="paper", hint="保存并预览（Ctrl+P）")
        opinions = button("审核意见表", self._print_review, sign="paper", hint="按办理环节的意见填好")
        name = button(self._enterprise.text("name"), lambda: self.enterprise_asked.emit(self._enterprise.uid))
        name.setProperty("weight", "link")
        right = QScrollArea(widgetResizable=True)
        right.setFrameShape(QScrollArea.Shape.NoFrame)
        right.setWidget(self._explained())
        self._right = right
        self._add_tabs()
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.tabs, 1)
        middle.addWidget(right)
        layout = page_layout(self)
        heading = title(self._form.title)
        heading.setMinimumWidth(1)  # at the largest text a long title gives way to the buttons
        layout.addLayout(row(back, heading, 1, self._state, opinions, paper, self.save_button))
        # shown or hidden once it has its place: before that it would be a window of its own
        self.save_button.setVisible(self._own)
        layout.addLayout(row(muted(f"申报企业（{self._year}年度）：", wrap=False), name, self._standing, 1))
        layout.addWidget(self.strip)
        layout.addLayout(middle, 1)

    def _add_tabs(self) -> None:
        self.tabs.addTab(form_area(self.form), "申请表")
        if self.equipment is not None:
            self.tabs.addTab(self.equipment, "设备清单")
        evidence = QScrollArea(widgetResizable=True)
        evidence.setFrameShape(QScrollArea.Shape.NoFrame)
        evidence.setWidget(self.evidence)  # at the largest text its buttons are wider than the tab
        self.tabs.addTab(evidence, "佐证材料")
        way, steps = Card(), QScrollArea(widgetResizable=True)
        steps.setFrameShape(QScrollArea.Shape.NoFrame)
        way.inside.addWidget(self.steps)
        way.inside.addStretch(1)
        steps.setWidget(way)
        self.tabs.addTab(steps, "办理")
        for place in range(self.tabs.count()):
            shortcut(f"Alt+{place + 1}", self, partial(self.tabs.setCurrentIndex, place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.fontMetrics().horizontalAdvance("国") * _EXPLAINED
        self._right.setFixedWidth(min(wanted, round(self.width() * _MOST_OF_PAGE)))

    def _explained(self) -> QWidget:
        inside = QWidget()
        layout = page_layout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        verdict, pool, asked = Card("条件和金额"), Card("专项资金"), Card("申报材料")
        verdict.inside.addWidget(self.verdict)
        pool.inside.addWidget(self.pool)
        asked.inside.addWidget(self.checklist)
        self._pool_card = pool
        for card in (verdict, pool, asked):
            layout.addWidget(card)
        layout.addStretch(1)
        return inside

    def _listen(self) -> None:
        self.form.judged.connect(self._explain)
        self.form.ended.connect(self.save_button.setFocus)
        self.sheet.dirty_changed.connect(lambda _dirty: self._show_state())
        if self.equipment is not None:
            self.equipment.summed.connect(self._take_sum)
            self.equipment.grid.dirty_changed.connect(lambda _dirty: self._show_state())
        self.evidence.changed.connect(self._show_evidence)
        self.steps.changed.connect(self._step_taken)
        shortcut("Ctrl+S", self, self._unless_composing(self.save))
        shortcut("Esc", self, self._unless_composing(self.leave))
        shortcut("Ctrl+P", self, self._print_form)

    def _unless_composing(self, then: Callable[[], object]) -> Callable[[], object]:
        grid = self.equipment.grid if self.equipment is not None else None
        return lambda: None if self.form.composing or (grid is not None and grid.composing) else then()

    # what is shown

    def _explain(self, judged: Judged) -> None:
        """Explains the figures that are there: with one missing or contradicting another, it says which."""
        values = dict(judged.values)
        if self._listed is not None:
            values["equipment"] = self._listed.fen
        try:
            self.verdict.show_verdict(verdict_on(self._plan, self._form, values, size=self._size))
        except UserError as error:
            self.verdict.show_why_not(_in_the_forms_words(str(error), self._form))

    def _take_sum(self, summed: EquipmentSum | None) -> None:
        """The list counts: the typed figure becomes its sum, in sight, and is no longer typed."""
        self._listed = summed
        entry = self.form.entry("equipment")
        entry.setEnabled(summed is None)
        if summed is not None:
            entry.set_value(wan_text(summed.fen))
        self.form.judge_now()

    def _refresh(self) -> None:
        """Reads again what depends on what is saved."""
        record = self.sheet.record
        pool = pool_left(self._desk.workspace, self._scheme, self._year)
        self._pool_card.setVisible(pool is not None)
        if pool is not None:
            self.pool.show_pool(pool)
        self.evidence.refresh()
        self._show_evidence()
        self.tabs.setTabEnabled(self.tabs.count() - 1, record is not None)
        if record is not None:
            self.steps.show_record(record)
        state = standing_of(self._desk.workspace, record).state if record is not None else ""
        self._standing.setText(f"　现在：{state or '尚未受理'}" if record is not None else "")
        self._show_state()

    def _show_state(self) -> None:
        whose = "" if self._own else "由报送单位填报，只能查看和办理"
        self._state.setText("有未保存的内容" if self.dirty else whose)
        self.steps.setEnabled(not self.dirty)

    def _show_evidence(self) -> None:
        record = self.sheet.record
        asked = next((scheme.evidence for scheme in self._plan.schemes if scheme.id == self._scheme), ())
        held = evidence_of(self._desk.workspace, record) if record is not None else []
        self.checklist.show_kinds(asked if record is None else asked_for(record), frozenset(item.kind for item in held))

    def _step_taken(self) -> None:
        self._refresh()
        self.said.emit("已登记")

    # errands

    def _save_and_close(self) -> None:
        if self.save():
            self.closed.emit()

    def _close_unsaved(self) -> None:
        self._throw_away()
        self.closed.emit()

    def _throw_away(self) -> None:
        self.sheet.throw_away()
        if self.equipment is not None:
            self.equipment.grid.throw_away()
        self.strip.say("")

    def _print_form(self) -> None:
        self._print(f"subsidy-form-{self._scheme}")

    def _print_review(self) -> None:
        self._print("review-form")

    def _print(self, paper: str) -> None:
        if self.save() and self.sheet.record is not None:
            self.print_asked.emit(paper, self.sheet.record.uid)


def _in_the_forms_words(sentence: str, form: Form) -> str:
    """The rule's sentence names keys of the command line (investment（项目投资）); a page names its fields."""
    for field in form.fields:
        sentence = sentence.replace(f" {field.name}（", "（").replace(f"{field.name}（", "（")
    return sentence
