"""One transformation: its answers at the left; criteria, evidence, effect and steps at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.transformations import FORM, FROM_STEPS, effect_of, going_task
from jizhou_desktop.ui.answer_sheet import AnswerSheet
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.effect_view import EffectView
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.evidence_panel import EvidencePanel
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.sheets_page import SheetsPage
from jizhou_desktop.ui.steps_panel import StepsPanel
from jizhou_desktop.ui.widgets import Card, button, muted, page_layout, row, shortcut, title

_FIXED = ("year", "path", *FROM_STEPS)
"""What the page does not ask: the year and path it was registered on, and what steps tell."""
_AT_RIGHT = 27
"""Characters in a line at the right, where there is room."""
_MOST_OF_PAGE = 0.36
"""However large the text, most of the page is for what is entered."""


class TransformationPage(SheetsPage):
    """Made anew for each."""

    print_asked = Signal(str)
    subject_asked = Signal(str)

    def __init__(self, desk: Desk, uid: str) -> None:
        super().__init__("这项任务")
        self._desk = desk
        self.task = going_task(desk.workspace, uid)
        self.form = EntryForm(resources.form(FORM), resources.codes(), leave_out=_FIXED)
        held = desk.workspace.records.get(uid)
        for name in _FIXED:
            self.form.fix(name, "" if held is None else held.text(name))
        self.sheet = AnswerSheet(desk, resources.form(FORM), self.form, record=held, uid=uid)
        self.result = self._make_result()
        self.steps, self.effect = StepsPanel(desk), EffectView()
        self.evidence = EvidencePanel(desk, uid)
        self._state = muted("", wrap=False)
        self._asked = muted("")
        self._lay_out()
        self._listen()
        self._begin()

    def start(self) -> None:
        """Puts the cursor into the first field of what came of it."""
        self.result.page.go_to()

    def _make_result(self) -> AnswerSheet:
        form = resources.form(self.task.path.result)
        held = self.task.result
        if held is not None and held.form != form.id:
            held = replace(held, form=form.id)
        page = EntryForm(form, resources.codes())
        uid = held.uid if held else self._desk.new_uid()
        parent, year = self.task.record.uid, self.task.record.year
        return AnswerSheet(self._desk, form, page, record=held, uid=uid, parent=parent, year=year)

    def _lay_out(self) -> None:
        back = button("返回", self.leave, sign="back", hint="返回列表（Esc）")
        self.save_button = button("保存", self.save, sign="save", weight="main", hint="Ctrl+S")
        paper = button("打印申报表", self._print, sign="paper", hint="保存并预览（Ctrl+P）")
        subject = self.task.subject
        name = button(subject.text("name"), lambda: self.subject_asked.emit(subject.uid), weight="link")
        result, about = form_area(self.result.page), form_area(self.form)
        self.tabs.addTab(result, "转型成效")
        self.tabs.addTab(about, "基本情况")
        self.parts.add(self.sheet, about)
        self.parts.add(self.result, result)
        evidence = QScrollArea(widgetResizable=True)
        evidence.setFrameShape(QScrollArea.Shape.NoFrame)
        evidence.setWidget(self.evidence)  # at the largest text its buttons are wider than the tab
        self.tabs.addTab(evidence, "佐证材料")
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.tabs, 1)
        self._right = self._beside()
        middle.addWidget(self._right)
        layout = page_layout(self)
        path = self.task.path
        heading = title(f"{path.section}　{path.title}")
        heading.setMinimumWidth(1)  # at the largest text a long title gives way to the buttons
        layout.addLayout(row(back, heading, 1, self._state, paper, self.save_button))
        layout.addLayout(row(muted(f"{self.task.record.year}年度：", wrap=False), name, 1))
        layout.addWidget(self.strip)
        layout.addLayout(middle, 1)

    def _beside(self) -> QWidget:
        inside, area = QWidget(), QScrollArea(widgetResizable=True)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        steps, asked, effect = Card("办理经过"), Card("认定要点和佐证材料"), Card("前后对比")
        steps.inside.addWidget(self.steps)
        asked.inside.addWidget(self._asked)
        effect.inside.addWidget(self.effect)
        self._effect_card = effect
        for card in (steps, asked, effect):
            layout.addWidget(card)
        layout.addStretch(1)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.fontMetrics().horizontalAdvance("国") * _AT_RIGHT
        self._right.setFixedWidth(min(wanted, round(self.width() * _MOST_OF_PAGE)))

    def _listen(self) -> None:
        for sheet in (self.sheet, self.result):
            sheet.page.ended.connect(self.save_button.setFocus)
        self.steps.changed.connect(self._refresh)
        self.evidence.changed.connect(self._refresh)
        shortcut("Ctrl+P", self, self._print)
        for place in range(self.tabs.count()):
            shortcut(f"Alt+{place + 1}", self, partial(self.tabs.setCurrentIndex, place))

    def _refresh(self) -> None:
        """Reads again what depends on what is saved."""
        workspace = self._desk.workspace
        self.task = going_task(workspace, self.task.record.uid)
        self.steps.show_record(workspace.records.get(self.task.record.uid) or self.task.record)
        self._asked.setText(_asked(self.task.path.criteria, self.task.path.evidence, self.task.evidence))
        effects = effect_of(workspace, self.task)
        self._effect_card.setVisible(bool(effects))
        self.effect.show_effects(effects, self.task.record.year or self._desk.year)
        self._show_state()

    def _show_state(self) -> None:
        self._state.setText("有未保存的内容" if self.dirty else "")
        self.steps.setEnabled(not self.dirty)

    def _print(self) -> None:
        if self.save():
            self.print_asked.emit(self.task.record.uid)


def _asked(criteria: tuple[str, ...], wanted: tuple[str, ...], kept: frozenset[str]) -> str:
    """The path's criteria, and its evidence with what is there ticked."""
    points = "\n".join(f"· {point}" for point in criteria)
    pieces = "\n".join(f"{'☑' if kind in kept else '☐'} {kind}" for kind in wanted)
    return f"{points}\n\n{pieces}"
