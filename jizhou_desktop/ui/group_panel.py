"""The groups of the list with their counts, beside it: how many in each township, path, size; one click narrows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.tasks.list_filter import PLACE, SIDES

_GROUP = Qt.ItemDataRole.UserRole


class GroupPanel(QWidget):
    """Shows what it is given; picking a group is told by signal, all of them as an empty tuple."""

    side_asked = Signal()
    picked = Signal(str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self.by = QComboBox()
        self.by.setAccessibleName("分组依据")
        for side, label in SIDES.items():
            self.by.addItem(f"按{label}分组", side)
        self.list = QTreeWidget()
        self.list.setAccessibleName("分组")
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.by.currentIndexChanged.connect(lambda _place: self.side_asked.emit())
        self.list.itemClicked.connect(lambda item, _column: self._pick(item))
        self.list.itemActivated.connect(lambda item, _column: self._pick(item))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.by)
        layout.addWidget(self.list, 1)

    @property
    def side(self) -> str:
        """What the rows are grouped by."""
        return str(self.by.currentData())

    def group_by(self, side: str) -> None:
        """Shows itself with the groups of a side to come, or hides where it is blank."""
        self.by.blockSignals(True)
        self.by.setCurrentIndex(max(0, self.by.findData(side or PLACE)))
        self.by.blockSignals(False)
        self.setVisible(bool(side))

    def show_groups(self, groups: Sequence[tuple[str, str, int]], total: int, chosen: Sequence[str]) -> None:
        """Shows groups (id, words, count) as given, under the line of all."""
        self.list.clear()
        lines: list[tuple[str | None, str, int]] = [(None, "全部", total), *groups]
        for group, words, count in lines:
            item = QTreeWidgetItem([words, f"{count:,}"])
            item.setData(0, _GROUP, group)
            item.setToolTip(0, words)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
            if group in chosen or (group is None and not chosen):
                self.list.setCurrentItem(item)

    def counted(self) -> Mapping[str, str]:
        """The words of each line shown, with its count as shown."""
        items = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return {item.text(0): item.text(1) for item in items if item is not None}

    def _pick(self, item: QTreeWidgetItem) -> None:
        group = item.data(0, _GROUP)
        self.picked.emit(self.side, () if group is None else (group,))
