"""The left-hand list of pages, with the keys that lead to them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.ui.icons import icon

_CHARACTERS_WIDE = 11


class PageList(QWidget):
    """Shows the pages there are; one that is not built is not listed."""

    picked = Signal(int)

    def __init__(self, pages: Sequence[tuple[str, str]], office: str) -> None:
        """`pages` are Chinese name and icon, in order; `office` is whose workspace it is."""
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list = QListWidget()
        self._list.setObjectName("pages")
        self._list.setAccessibleName("页面")
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for number, (name, sign) in enumerate(pages, start=1):
            item = QListWidgetItem(icon(sign, "side_ink"), name)
            item.setToolTip(f"{name}（Ctrl+{number}）")
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self.picked)
        product, self._office = QLabel("中小企业\n转型台账"), QLabel(office)
        product.setObjectName("productName")
        self._office.setObjectName("officeName")
        self._office.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(product)
        layout.addWidget(self._office)
        layout.addWidget(self._list, 1)
        self.fit()

    def pick(self, number: int) -> None:
        """Goes to a page."""
        self._list.setCurrentRow(number)

    @property
    def scrolls(self) -> bool:
        """Whether there are more pages than there is room for."""
        return self._list.verticalScrollBar().maximum() > 0

    def show_office(self, name: str) -> None:
        """Shows another name of the office."""
        self._office.setText(name)

    def fit(self) -> None:
        """Takes the width that the text size asks for."""
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("国") * _CHARACTERS_WIDE + 24)
        side = round(self.fontMetrics().height() * 1.1)
        self._list.setIconSize(QSize(side, side))
