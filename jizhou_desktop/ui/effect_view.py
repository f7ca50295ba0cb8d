"""成效: what the plan's goals gained, before and after, better or worse also told by a sign."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from jizhou_desktop.domain.effect import Effect
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.ui.widgets import muted

_SIGNS = {True: "▲", False: "▼", None: ""}


class EffectView(QWidget):
    """A line a measure; a figure that is missing says so."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)

    def show_effects(self, effects: Sequence[Effect], year: int) -> None:
        """Shows the measures of the year before and of `year`."""
        while (held := self._grid.takeAt(0)) is not None:
            if (old := held.widget()) is not None:
                old.deleteLater()
        for column, words in enumerate(("", f"{year - 1}年", f"{year}年", "变化")):
            self._grid.addWidget(muted(words, wrap=False), 0, column)
        for line, effect in enumerate(effects, start=1):
            for column, words in enumerate(_words(effect)):
                label = QLabel(words)
                label.setWordWrap(column == 0)
                label.setToolTip(effect.goal)
                self._grid.addWidget(label, line, column)


def _words(effect: Effect) -> tuple[str, ...]:
    change = "" if effect.change is None else f"{_SIGNS[effect.better]}{effect.change:+}%"
    return f"{effect.measure}\n（{effect.unit}）", _figure(effect.before), _figure(effect.after), change


def _figure(value: Decimal | None) -> str:
    return "缺" if value is None else grouped(value.normalize() if value else value)
