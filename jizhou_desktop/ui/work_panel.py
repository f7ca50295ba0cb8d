"""Shows long work that is going on: what is being done, how far, and a button that stops it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from jizhou_desktop.ui.widgets import button
from jizhou_desktop.ui.work import Job, Work


class WorkPanel(QFrame):
    """One errand at a time. Hidden while nothing is going on."""

    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._words = QLabel()
        self._bar = QProgressBar()
        self.stop = button("取消", self._cancel, hint="在下一步停下，已写的文件不会留下半份")
        self._work: Work | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop)
        self.hide()

    @property
    def busy(self) -> bool:
        return self._work is not None

    def run(self, words: str, job: Job, done: Callable[..., object]) -> bool:
        """Sets a job off and calls `done` with its answer; False where another is still going on."""
        if self._work is not None:
            return False
        self._work = work = Work(job, self)
        work.progress.connect(self._progress)
        work.done.connect(lambda answer: self._end(lambda: done(answer)))
        work.failed.connect(lambda error: self._end(lambda: self.failed.emit(error)))
        work.stopped.connect(lambda: self._end(lambda: None))
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()
        self.busy_changed.emit(True)
        work.start()
        return True

    def _progress(self, done: int, total: int, step: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if step:
            self._words.setText(step)

    def _cancel(self) -> None:
        if self._work is not None:
            self.stop.setEnabled(False)
            self._words.setText("正在停止…")
            self._work.cancel()

    def _end(self, then: Callable[[], object]) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self.hide()
        self.busy_changed.emit(False)
        then()
