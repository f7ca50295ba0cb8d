"""A button whose menu has several things to tick; it stays open while one ticks, by mouse or by Space."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton

_MOST_SAID = 8
"""Characters of what was ticked that the button shows; more is counted."""


class _StayingMenu(QMenu):
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class CheckMenu(QPushButton):
    """One side of a filter: what is ticked is said on the button."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._label = label
        self._menu = _StayingMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self._chosen: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order shown."""
        return self._chosen

    @property
    def labels(self) -> Mapping[str, str]:
        """What there is to tick, with its words."""
        return self._labels

    def offer(self, labels: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Shows what there is to tick; what is ticked is always among it."""
        self._labels = {**labels, **{group: group for group in chosen if group not in labels}}
        self._chosen = tuple(group for group in self._labels if group in chosen)
        self._menu.clear()
        for group, label in self._labels.items():
            action = self._menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(group in chosen)
            action.triggered.connect(lambda _on, group=group: self._turn(group))
        self._menu.addSeparator()
        self._menu.addAction("不限", self.clear)
        self._say()

    def clear(self) -> None:
        """Takes all ticks away."""
        for action in self._menu.actions():
            action.setChecked(False)
        self._choose(())

    def _turn(self, group: str) -> None:
        self._choose(tuple(held for held in self._labels if (held in self._chosen) != (held == group)))

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        said = "、".join(self._labels[group] for group in self._chosen)
        short = said if len(said) <= _MOST_SAID else f"{len(self._chosen)}项"
        self.setText(f"{self._label}：{short}" if said else self._label)
        self.setToolTip(said)
        self.setProperty("on", bool(said))
        self.style().unpolish(self)
        self.style().polish(self)
