"""数据交接 as a whole: the errands, and the take-in page over them."""

from PySide6.QtCore import Signal

from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.exchange_page import ExchangePage
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.take_in_page import TakeInPage


class ExchangePages(OverPage):
    """Goes between errands and take-in."""

    failed = Signal(object)
    said = Signal(str)
    taken = Signal()

    def __init__(self, desk: Desk) -> None:
        self.errands = ExchangePage(desk)
        super().__init__(self.errands)
        self.desk = desk
        self.errands.failed.connect(self.failed)
        self.errands.take_in_asked.connect(self.take_in)

    def refresh(self) -> None:
        """Nothing here grows old."""

    def take_in(self) -> TakeInPage:
        """Shows the take-in page."""
        page = TakeInPage(self.desk)
        page.closed.connect(self.clear)
        page.failed.connect(self.failed)
        page.said.connect(self.said)
        page.taken.connect(self.taken)
        self.lay_over(page)
        return page
