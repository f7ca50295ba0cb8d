"""Reads what the list is searched by in a worker, so that no key has to wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from jizhou_desktop.tasks.dossier_rows import read_words, search_ready
from jizhou_desktop.tasks.workspaces import Workspace
from jizhou_desktop.ui.work import Work


class SearchWords(QObject):
    """The words of one workspace. `ready` is sent each time a search can be answered at once."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._work: Work | None = None

    @property
    def reading(self) -> bool:
        """Whether they are being read; a search asked for meanwhile is answered at `ready`."""
        return self._work is not None

    def read(self) -> None:
        """Reads them where they are not held, or too much has changed since."""
        if self._work is not None:
            return
        if search_ready(self._workspace):
            self.ready.emit()
            return
        self._work = Work(lambda _report: read_words(self._workspace), self)
        self._work.done.connect(self._take)
        self._work.failed.connect(self._give_up)
        self._work.start()

    def _take(self, take: Callable[[], None]) -> None:
        self._work = None
        take()
        self.ready.emit()

    def _give_up(self, error: Exception) -> None:
        self._work = None
        self.failed.emit(error)
