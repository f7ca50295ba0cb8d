"""What evidence is asked for and what of it is there (佐证材料清单), as marks and words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jizhou_desktop.ui.entries.remark import GOOD, QUERY, Remark, RemarkLabel


class Checklist(QWidget):
    """A line for each kind of evidence."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._lines: list[RemarkLabel] = []

    def words(self) -> list[str]:
        """The lines as shown."""
        return [line.shown.text for line in self._lines]

    def show_kinds(self, asked: Sequence[str], held: frozenset[str]) -> None:
        """Shows which kinds are there."""
        for old in self._lines:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for kind in asked:
            line = RemarkLabel()
            self._layout.addWidget(line)  # first: what is shown without a place would be a window of its own
            line.show_remark(Remark(kind, GOOD) if kind in held else Remark(f"{kind}（未附）", QUERY))
            self._lines.append(line)
