"""填写核实说明: the question as the rule asks it, and the words that answer it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.tasks.drafts import drop_draft, find_draft, keep_draft
from jizhou_desktop.tasks.explain import explain, of_one_question, said_last, withdraw_explanation
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.widgets import button, muted, row, section, shortcut

_DRAFT, _TEXT = "explanation", "text"
_WIDE = 38
_HINT = "写明数据为何属实，如“新增出口订单，附合同2份”。相关数据改动后，说明自动失效，需要重新核实。"


class ExplainDialog(QDialog):
    """Opened over a page. What was begun and not saved is offered back the next time."""

    changed = Signal()
    """An explanation was given or taken back."""

    def __init__(self, parent: QWidget, desk: Desk, problem: Problem, shown: Sequence[Problem]) -> None:
        """`shown` are all problems at hand: those of the same rule and record are answered with this one."""
        super().__init__(parent)
        self.setWindowTitle("核实说明")
        self._desk = desk
        self._problems = of_one_question(shown, problem.record, problem.rule)
        self._draft = f"{problem.record}/{problem.rule}"
        self._held = problem.explanation.text if problem.explanation else ""
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("核实说明")
        self.text.setTabChangesFocus(True)
        draft = find_draft(desk.workspace, _DRAFT, self._draft) or {}
        self.text.setPlainText(draft.get(_TEXT, "") or said_last(desk.workspace, problem))
        self._error = QLabel()
        self._error.setObjectName("remark")
        self._error.setProperty("tone", "error")
        self._error.setWordWrap(True)
        self._lay_out(problem)
        shortcut("Ctrl+S", self, self.save)
        self.text.setFocus()
        self.text.selectAll()

    def save(self) -> None:
        """Keeps the explanation; why it cannot be kept is told in the dialog."""
        self._do(lambda: explain(self._desk.workspace, self._problems, self.text.toPlainText(), now=self._desk.now()))

    def withdraw(self) -> None:
        """Takes the explanation back: the question is open again."""
        self._do(lambda: withdraw_explanation(self._desk.workspace, self._problems))

    @property
    def error(self) -> str:
        """Why the dialog stays open; blank where nothing was refused."""
        return self._error.text()

    def reject(self) -> None:
        """Closes without saving; what was typed is kept as a draft."""
        typed = self.text.toPlainText()
        if typed.strip() and typed != self._held:
            keep_draft(self._desk.workspace, _DRAFT, self._draft, {_TEXT: typed}, now=self._desk.now())
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross is the same as Esc."""
        self.reject()
        event.accept()

    def _do(self, errand: Callable[[], None]) -> None:
        try:
            errand()
        except UserError as error:
            self._error.setText(str(error))
            return
        drop_draft(self._desk.workspace, _DRAFT, self._draft)
        self.accept()
        self.changed.emit()

    def _lay_out(self, problem: Problem) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(section(f"核实 {problem.rule}"))
        for one in self._problems:
            asked = QLabel(one.message)
            asked.setWordWrap(True)
            layout.addWidget(asked)
        if problem.explanation:
            said = problem.explanation
            layout.addWidget(muted(f"{said.said_by}于{said.said_at[:16].replace('T', ' ')}说明"))
        elif self.text.toPlainText():
            layout.addWidget(muted("以前写过、未保存或因数据改动已失效的说明在下面，核对后可以再次保存。"))
        layout.addWidget(self.text, 1)
        layout.addWidget(muted(_HINT))
        layout.addWidget(self._error)
        back = button("撤回说明", self.withdraw, hint="撤回后重新列为待核实")
        save = button("保存说明", self.save, sign="save", weight="main", hint="Ctrl+S")
        layout.addLayout(row(back, 1, button("取消", self.reject, hint="Esc"), save))
        back.setVisible(problem.explanation is not None)  # once it has a parent: else it would show as a window
        metrics = self.fontMetrics()
        self.resize(metrics.horizontalAdvance("国") * _WIDE, metrics.height() * 18)
