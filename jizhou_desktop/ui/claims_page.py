"""补贴申报: the year's applications under every scheme; over them one application, the funds, the amounts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jizhou_desktop.ui.award_table_page import AwardTablePage
from jizhou_desktop.ui.claim_list import ClaimList
from jizhou_desktop.ui.claim_page import ClaimPage
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker
from jizhou_desktop.ui.fund_page import FundPage
from jizhou_desktop.ui.over_page import OverPage


class ClaimsPage(OverPage):
    """Goes between list, application, funds and amounts."""

    print_asked = Signal(str, str)
    """Paper's id, and uid of the application it is about; blank where it is about all."""
    enterprise_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.list = ClaimList(desk)
        super().__init__(self.list)
        self._desk = desk
        self.list.new_asked.connect(self.pick_enterprise)
        self.list.open_asked.connect(self.open)
        self.list.funds_asked.connect(self.show_funds)
        self.list.amounts_asked.connect(self.show_amounts)

    def refresh(self) -> None:
        """Reads what is shown anew when the page is shown."""
        if isinstance(self.over, FundPage):
            self.over.reload()
        elif self.over is None:
            self.list.reload()
            self.said.emit(self.list.summary())

    def pick_enterprise(self, scheme: str) -> None:
        """Asks for the enterprise that applies under a scheme."""
        picker = EnterprisePicker(self._desk.workspace, self)
        picker.picked.connect(lambda uid: self.apply(scheme, uid))
        picker.open()

    def apply(self, scheme: str, uid: str) -> None:
        """Opens a new application of an enterprise."""
        enterprise = self._desk.workspace.records.get(uid)
        if enterprise is not None:
            self._show(ClaimPage(self._desk, scheme, enterprise))

    def open(self, uid: str) -> None:
        """Opens an application."""
        claim = self._desk.workspace.records.get(uid)
        enterprise = self._desk.workspace.records.get(claim.parent or "") if claim else None
        if claim is not None and enterprise is not None:
            self._show(ClaimPage(self._desk, claim.form, enterprise, claim))

    def show_funds(self) -> FundPage:
        """专项资金: the ledger, and sharing a fund out."""
        page = FundPage(self._desk)
        page.closed.connect(self._close)
        page.print_asked.connect(lambda paper: self.print_asked.emit(paper, ""))
        page.said.connect(self.said)
        self.lay_over(page)
        return page

    def show_amounts(self) -> AwardTablePage:
        """补贴标准: the amounts that the plan leaves to the office."""
        page = AwardTablePage(self._desk)
        page.closed.connect(self._close)
        page.said.connect(self.said)
        self.lay_over(page)
        return page

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        page: QWidget | None = self.over
        if isinstance(page, ClaimPage | AwardTablePage):
            page.keep_drafts()

    def _show(self, page: ClaimPage) -> None:
        page.closed.connect(self._close)
        page.print_asked.connect(self.print_asked)
        page.enterprise_asked.connect(self.enterprise_asked)
        page.said.connect(self.said)
        self.lay_over(page)
        page.start()

    def _close(self) -> None:
        self.clear()
        self.refresh()
