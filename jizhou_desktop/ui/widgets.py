"""Small shapes that every page is made of: titles, cards, strips, buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jizhou_desktop.ui.icons import icon


def title(text: str) -> QLabel:
    """The title of a page."""
    return _named(text, "pageTitle")


def section(text: str) -> QLabel:
    """The title of a part of a page."""
    return _named(text, "sectionTitle")


def muted(text: str, *, wrap: bool = True) -> QLabel:
    """Words that only help."""
    label = _named(text, "muted")
    label.setWordWrap(wrap)
    return label


def _named(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def button(text: str, then: Callable[[], object], *, sign: str = "", weight: str = "", hint: str = "") -> QPushButton:
    """A button. `weight` is main for the one that goes on, link for one that looks like text; `hint` names its key."""
    made = QPushButton(text)
    made.setProperty("weight", weight)
    made.setAutoDefault(True)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if sign:
        made.setIcon(icon(sign, "surface" if weight == "main" else "accent"))
    if hint:
        made.setToolTip(hint)
    made.clicked.connect(lambda _checked=False: then())
    return made


def choice(text: str, *, chosen: bool = False) -> QPushButton:
    """A button that stays down: one of several, or on and off."""
    made = QPushButton(text)
    made.setCheckable(True)
    made.setChecked(chosen)
    return made


def shortcut(keys: str, owner: QWidget, then: Callable[[], object]) -> None:
    """Keys that work anywhere within `owner`."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(then)


class Card(QFrame):
    """A white sheet on the page's ground; `inside` is where things go."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(16, 12, 16, 14)
        self.inside.setSpacing(8)
        if heading:
            self.inside.addWidget(section(heading))


class Strip(QFrame):
    """A coloured line over a page that tells something and may offer to act on it. Hidden until it has words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 12, 6)
        self._layout.addWidget(self.words, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def say(self, words: str, *, tone: str = "plain", offers: dict[str, Callable[[], object]] | None = None) -> None:
        """Shows words and a button for each offer; blank words hide it."""
        for old in self._buttons:
            old.deleteLater()
        self._buttons = [button(text, then) for text, then in (offers or {}).items()]
        for new in self._buttons:
            self._layout.addWidget(new)
        self.words.setText(words)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(words))


def page_layout(page: QWidget) -> QVBoxLayout:
    """The layout of a page: even margins, room between its parts."""
    page.setObjectName("page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(24, 18, 24, 18)
    layout.setSpacing(12)
    return layout


def row(*parts: QWidget | int) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
    return layout
