"""What the window does with whatever is raised: a sentence for the official, or a report on a fault of ours."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.fault_report import report_text, write_report
from jizhou_desktop.ui.desk import Clock
from jizhou_desktop.ui.error_dialog import ErrorDialog
from jizhou_desktop.ui.messages import tell


class Faults(QObject):
    """Tells failures. One is made by the application; work that failed in the worker is told by it too."""

    def __init__(self, now: Clock) -> None:
        """`now` dates the reports."""
        super().__init__()
        self._now = now
        self._open: set[QDialog] = set()

    def tell(self, error: BaseException) -> None:
        """A UserError as its sentence; anything else as a report, written to the log and shown."""
        window = _front_window()
        dialog = tell(window, str(error)) if isinstance(error, UserError) else self._report(error, window)
        # Without a window to belong to, a dialog that nobody holds is gone before it is seen.
        self._open.add(dialog)
        dialog.finished.connect(lambda _result: self._open.discard(dialog))

    def install(self) -> None:
        """Makes this the end of everything that no one else caught."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)

    def _report(self, error: BaseException, window: QWidget | None) -> QDialog:
        report = report_text(error, now=self._now())
        sys.stderr.write(f"{report}\n")
        dialog = ErrorDialog(report, self._write(error), window)
        dialog.show()
        return dialog

    def _write(self, error: BaseException) -> Path | None:
        try:
            return write_report(error, now=self._now())
        except OSError:  # a full or read-only disk must not hide the report itself
            return None


def _front_window() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activeWindow()
