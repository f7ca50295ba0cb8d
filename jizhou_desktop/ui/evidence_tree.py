"""The list of evidence: under each record what lies beside it, two lines a piece."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from jizhou_desktop.domain.attachment import Attachment, size_text
from jizhou_desktop.tasks.evidence import EvidenceGroup
from jizhou_desktop.ui.palette import COLOURS

_UID, _RECORD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SHARES = (0.52, 0.26, 0.22)


class EvidenceTree(QTreeWidget):
    """Enter or a double click asks for the piece to be edited."""

    chosen = Signal(object)
    """An Attachment, or None where a record's line is chosen or nothing is."""

    def __init__(self) -> None:
        super().__init__(columnCount=3)
        self._items: dict[str, Attachment] = {}
        self.setHeaderLabels(["标题 / 文件", "种类 / 日期", "添加"])
        self.setAccessibleName("佐证材料")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionsMovable(False)
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.item))

    @property
    def item(self) -> Attachment | None:
        """The piece that is chosen."""
        line = self.currentItem()
        return self._items.get(line.data(0, _UID)) if line else None

    @property
    def record(self) -> str:
        """The uid of the record whose line, or one of whose pieces, is chosen; blank where nothing is."""
        line = self.currentItem()
        return str(line.data(0, _RECORD)) if line else ""

    @property
    def items(self) -> list[Attachment]:
        """Every piece in the list, in its order."""
        return list(self._items.values())

    def show_groups(self, groups: Sequence[EvidenceGroup], *, keep: str = "") -> None:
        """Replaces the list; the piece of uid `keep` is chosen again, else the first there is."""
        several = len(groups) > 1
        self.setRootIsDecorated(several)
        self.blockSignals(True)
        self.clear()
        self._items = {}
        for group in groups:
            root = self._group_line(group) if several else self.invisibleRootItem()
            for item in group.items:
                self._items[item.uid] = item
                root.addChild(_line(item))
        self.expandAll()
        self.blockSignals(False)
        self._choose(keep)
        self.chosen.emit(self.item)

    def go_to(self, uid: str) -> None:
        """Chooses a piece."""
        self._choose(uid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES[:-1]):
            self.setColumnWidth(column, round(self.viewport().width() * share))

    def _group_line(self, group: EvidenceGroup) -> QTreeWidgetItem:
        count = f"（{len(group.items)}件）" if group.items else "（还没有材料）"
        line = QTreeWidgetItem([f"{group.label}{count}"])
        line.setData(0, _RECORD, group.record.uid)
        line.setToolTip(0, group.label)
        self.addTopLevelItem(line)
        line.setFirstColumnSpanned(True)
        font = line.font(0)
        font.setBold(True)
        line.setFont(0, font)
        return line

    def _choose(self, uid: str) -> None:
        found = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive, 0)
        pieces = [line for line in found if line.data(0, _UID)]
        wanted = next((line for line in pieces if line.data(0, _UID) == uid), None)
        line = wanted or (pieces[0] if pieces else self.topLevelItem(0))
        if line is not None:
            self.setCurrentItem(line)


def _line(item: Attachment) -> QTreeWidgetItem:
    title = f"（已取出）{item.title}" if item.withdrawn else item.title
    line = QTreeWidgetItem(
        [
            f"{title}\n{item.name}　{size_text(item.size)}",
            f"{item.kind}\n{item.dated}",
            f"{item.added_by}\n{item.added_at[:10]}",
        ]
    )
    line.setData(0, _UID, item.uid)
    line.setData(0, _RECORD, item.record)
    for column in range(3):
        line.setToolTip(column, line.text(column))
        if item.withdrawn:
            line.setForeground(column, QBrush(QColor(COLOURS["muted"])))
    return line
