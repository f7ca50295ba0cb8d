"""The one gate for long work: files are read and written off the window's thread, and answers come back on it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

Report = Callable[[int, int, str], None]
"""Told (done, total, what is being done); total 0 where it is not known. It raises Stopped once work was cancelled."""

Job = Callable[[Report], object]


class Stopped(Exception):  # noqa: N818  — said of the work, it is no error
    """Raised in the worker where the official cancelled."""


class Work(QObject):
    """One errand in the worker. Exactly one of `done`, `failed` and `stopped` is sent, at the end."""

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, job: Job, parent: QObject) -> None:
        """Keeps the job; `start` sets it off. It lives as long as `parent`, the page that asked for it."""
        super().__init__(parent)
        self._job = job
        self._cancelled = False

    def start(self, pool: QThreadPool | None = None) -> None:
        """Sets the job off in a thread of the pool."""
        runner = _Runner(self._job, self._is_cancelled)
        runner.signals.progress.connect(self.progress)
        runner.signals.done.connect(self.done)
        runner.signals.failed.connect(self.failed)
        runner.signals.stopped.connect(self.stopped)
        (pool or QThreadPool.globalInstance()).start(runner)

    @Slot()
    def cancel(self) -> None:
        """Asks the job to stop at its next report."""
        self._cancelled = True

    def _is_cancelled(self) -> bool:
        return self._cancelled


def wait_for_workers() -> None:
    """Lets every job end before Qt is taken down: a worker's last word to a window that is gone crashes the program."""
    QThreadPool.globalInstance().waitForDone()


class _Signals(QObject):
    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()


class _Runner(QRunnable):
    def __init__(self, job: Job, is_cancelled: Callable[[], bool]) -> None:
        super().__init__()
        # Owned by the application, not by the runner: an object of the window's thread that went with the runner in
        # the worker's thread, while its last word was on the way, has crashed the program.
        self.signals = _Signals(QCoreApplication.instance())
        self._job = job
        self._is_cancelled = is_cancelled

    def run(self) -> None:
        self._run()
        self.signals.deleteLater()

    def _run(self) -> None:
        try:
            answer = self._job(self._report)
        except Stopped:
            self.signals.stopped.emit()
        except Exception as error:  # noqa: BLE001  — handed to the window, whose one hook tells whose fault it is
            self.signals.failed.emit(error)
        else:
            self.signals.done.emit(answer)

    def _report(self, done: int, total: int, step: str) -> None:
        if self._is_cancelled():
            raise Stopped
        self.signals.progress.emit(done, total, step)
