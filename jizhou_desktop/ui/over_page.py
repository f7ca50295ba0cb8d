"""A page with others laid over it for a while: the rows behind a figure, one application, a preview."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class OverPage(QStackedWidget):
    """The base page is always there; at most one page lies over it."""

    def __init__(self, base: QWidget) -> None:
        super().__init__()
        self.base = base
        self.addWidget(base)

    @property
    def over(self) -> QWidget | None:
        """The page laid over, if any."""
        return None if self.currentWidget() is self.base else self.currentWidget()

    def lay_over(self, page: QWidget) -> None:
        """Lays a page over the base, in place of the one that lay there."""
        self.clear()
        self.addWidget(page)
        self.setCurrentWidget(page)

    def clear(self) -> None:
        """Back to the base; what lay over it is gone for good."""
        over = [self.widget(place) for place in range(self.count())]
        for page in over:
            if page is not None and page is not self.base:
                self.removeWidget(page)
                page.deleteLater()
        self.setCurrentWidget(self.base)
