"""工作台 as a whole: the figures, and the rows behind one of them."""

from PySide6.QtCore import Signal

from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.home_page import HomePage
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.rows_page import RowsPage


class HomePages(OverPage):
    """Goes between figures and rows."""

    open_asked = Signal(str)
    """An enterprise's dossier is wanted."""

    def __init__(self, desk: Desk) -> None:
        self.home = HomePage(desk)
        super().__init__(self.home)
        self._desk = desk
        self.home.path_asked.connect(self._show_rows)

    def refresh(self) -> None:
        """Reads the figures anew when the page is shown."""
        if self.over is None:
            self.home.refresh()

    def _show_rows(self, path: str) -> None:
        page = RowsPage(self._desk)
        page.back_asked.connect(self.clear)
        page.open_asked.connect(self.open_asked)
        self.lay_over(page)
        page.show_path(path)
