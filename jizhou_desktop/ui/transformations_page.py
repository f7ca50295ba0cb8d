"""转型任务 as a whole: the list, and the one that is open over it."""

from PySide6.QtCore import Signal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import ENTERPRISE, Path
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.transformations import new_transformation
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker
from jizhou_desktop.ui.messages import tell
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.transformation_list import TransformationList
from jizhou_desktop.ui.transformation_page import TransformationPage


class TransformationsPage(OverPage):
    """Goes between list and transformation."""

    print_asked = Signal(str)
    subject_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.list = TransformationList(desk)
        super().__init__(self.list)
        self._desk = desk
        self.list.new_asked.connect(self.pick_subject)
        self.list.open_asked.connect(self.open)
        self.list.said.connect(self.said)

    def refresh(self) -> None:
        """Reads the list anew when the page is shown."""
        if self.over is None:
            self.list.reload()

    def show_path(self, path_id: str) -> None:
        """Shows the list of one path; all where it is blank."""
        if self._to_list():
            self.list.narrow_to(path=path_id)

    def show_place(self, place: str) -> None:
        """Shows the list of one place."""
        if self._to_list():
            self.list.narrow_to(place=place)

    def pick_subject(self, path_id: str) -> None:
        """Asks who goes that path: an enterprise, or a carrier on the paths of 二（四）."""
        path = resources.plan_of_year(self._desk.year).path(path_id)
        kind = Kind.ENTERPRISE if path.subject == ENTERPRISE else Kind.CARRIER
        picker = EnterprisePicker(self._desk.workspace, self, kind=kind)
        picker.picked.connect(lambda uid: self.register(path, uid))
        picker.open()

    def register(self, path: Path, subject: str) -> None:
        """Registers an enterprise or carrier on a path, and opens it."""
        desk, held = self._desk, self._desk.workspace.records.get(subject)
        if held is None:
            return
        try:
            saved = new_transformation(desk.workspace, held, path, desk.year, now=desk.now(), new_uid=desk.new_uid)
        except UserError as error:
            tell(self, str(error))
            return
        if saved.record is not None:
            self.open(saved.record.uid)

    def open(self, uid: str) -> None:
        """Opens one transformation."""
        page = TransformationPage(self._desk, uid)
        page.closed.connect(self._close)
        page.print_asked.connect(self.print_asked)
        page.subject_asked.connect(self.subject_asked)
        page.said.connect(self.said)
        self.lay_over(page)
        page.start()

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        if isinstance(self.over, TransformationPage):
            self.over.keep_drafts()

    def _to_list(self) -> bool:
        """Back to the list, unless something typed would be lost."""
        if isinstance(self.over, TransformationPage) and self.over.dirty:
            return False
        self.clear()
        self.list.reload()
        return True

    def _close(self) -> None:
        self.clear()
        self.refresh()
