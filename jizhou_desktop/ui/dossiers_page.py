"""企业档案 as a whole: the list, and the one dossier that is open over it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_list_page import DossierListPage
from jizhou_desktop.ui.dossier_page import DossierPage
from jizhou_desktop.ui.messages import ask


class DossiersPage(QStackedWidget):
    """Goes between list and dossier; what is typed in an open dossier stays when another page is looked at."""

    take_in_asked = Signal()
    give_out_asked = Signal()
    claim_asked = Signal(str)
    print_asked = Signal(str)
    """The registration form (登记表) of that enterprise is wanted."""
    saved = Signal()
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = DossierListPage(desk)
        self.dossier: DossierPage | None = None
        self.addWidget(self.list)
        self.list.open_asked.connect(self.open)
        self.list.new_asked.connect(lambda: self.open(""))
        self.list.take_in_asked.connect(self.take_in_asked)
        self.list.give_out_asked.connect(self.give_out_asked)
        self.list.said.connect(self.said)
        self.list.failed.connect(self.failed)

    def refresh(self) -> None:
        """Reads the list anew when the page is shown."""
        if self.dossier is None:
            self.list.reload()

    def open(self, uid: str) -> None:
        """Opens a dossier, a new one where `uid` is blank; asks first where the open one has unsaved answers."""
        if self.dossier is not None and self.dossier.dirty:
            kept = self.dossier
            answers = {
                "继续填写": lambda: None,
                "保存并打开": lambda: self._open_if(kept.save(), uid),
                "不保存，打开": lambda: self._open_instead(kept, uid),
                "取消": lambda: None,
            }
            ask(self, "现在打开的档案有未保存的内容。", answers)
            return
        self._open(uid)

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        if self.dossier is not None:
            self.dossier.keep_drafts()

    def _open_instead(self, kept: DossierPage, uid: str) -> None:
        """As where the dossier being typed is there already: what was typed is thrown away."""
        kept.parts.throw_away()
        self._open(uid)

    def _open_if(self, saved: bool, uid: str) -> None:
        if saved:
            self._open(uid)

    def _open(self, uid: str) -> None:
        page = DossierPage(self._desk, uid)
        page.closed.connect(self._close)
        page.next_asked.connect(self._next)
        page.open_asked.connect(self.open)
        page.claim_asked.connect(self.claim_asked)
        page.print_asked.connect(self.print_asked)
        page.said.connect(self._tell)
        self.said.emit("")
        self._replace(page)
        page.start()

    def _replace(self, page: DossierPage | None) -> None:
        old, self.dossier = self.dossier, page
        if page is not None:
            self.addWidget(page)
        self.setCurrentWidget(page or self.list)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def _close(self) -> None:
        uid = self.dossier.uid if self.dossier else ""
        self._replace(None)
        self.list.reload()
        self.list.view.go_to(uid)
        self.list.view.setFocus()

    def _next(self, uid: str) -> None:
        """The next of the list in its order; after a new one, another new one."""
        if self.list.table.place_of(uid) is None:
            self._open("")
        elif following := self.list.view.uid_below(uid):
            self._open(following)
        else:
            self._close()
            self.said.emit("已保存，列表到此为止")

    def _tell(self, words: str) -> None:
        self.saved.emit()
        self.said.emit(words)
