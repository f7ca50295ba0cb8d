"""A short form in a dialog: answered by keyboard, closed only once what it asks for was done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jizhou_desktop.domain.form import Form
from jizhou_desktop.tasks import resources
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.widgets import Strip, button, page_layout, row, shortcut

_WIDTH, _HEIGHT = 44, 24
"""In characters and lines of the text size."""


class AnswerDialog(QDialog):
    """`then` is given the answers as typed, and says why they will not do; blank where all is done."""

    def __init__(
        self,
        heading: str,
        form: Form,
        then: Callable[[dict[str, str]], str],
        parent: QWidget,
        *,
        leave_out: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self._then = then
        self.form = EntryForm(form, resources.codes(), leave_out=leave_out)
        self.strip = Strip()
        self._done = button("确定", self.finish, weight="main", hint="Ctrl+S")
        layout: QVBoxLayout = page_layout(self)
        layout.addWidget(form_area(self.form), 1)
        layout.addWidget(self.strip)
        layout.addLayout(row(1, button("取消", self.reject, hint="Esc"), self._done))
        self.form.ended.connect(self._done.setFocus)
        shortcut("Ctrl+S", self, self.finish)
        metrics = self.fontMetrics()
        self.resize(metrics.horizontalAdvance("国") * _WIDTH, round(metrics.height() * _HEIGHT))
        self.form.go_to()

    def finish(self) -> None:
        """Hands the answers on; what is wrong is said and nothing typed is lost."""
        if self.form.composing:
            return
        if not self.form.speak_of_all().sound:
            self.strip.say("请按红字改正后再确定。", tone="error")
            return
        if why := self._then(self.form.answers()):
            self.strip.say(why, tone="error")
        else:
            self.accept()
