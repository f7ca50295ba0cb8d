"""修改历史: every change in a dossier: what, who, when, before and after; any earlier state can be put back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.tasks.record_history import Moment
from jizhou_desktop.ui.widgets import button, muted, row

_MOMENT = Qt.ItemDataRole.UserRole
_WIDTHS = (20, 14, 14, 16)
"""Characters of each column."""


class HistoryView(QWidget):
    """The latest change first. A row that was taken out of a list is brought back by putting back an earlier state."""

    put_back_asked = Signal(str, int)
    """The record and the revision to put back."""

    def __init__(self) -> None:
        super().__init__()
        self._tree = QTreeWidget(columnCount=4)
        self._tree.setHeaderLabels(["内容 / 项目", "时间 / 改前", "经办人 / 改后", "说明"])
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._tree.setAccessibleName("修改历史")
        self._tree.setAlternatingRowColors(True)
        self._tree.currentItemChanged.connect(lambda _now, _before: self._offer())
        self._put_back = button("恢复此版本", self._ask, sign="back")
        self._put_back.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row(muted("恢复会成为新的一版，现在的内容仍留在历史中；删除的行也可以恢复。"), self._put_back))

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Replaces what is shown, the latest given first."""
        self._tree.clear()
        items = [_item(moment) for moment in moments]
        self._tree.addTopLevelItems(items)
        for item in items[:1]:
            item.setExpanded(True)
        wide = self.fontMetrics().horizontalAdvance("国")
        for column, characters in enumerate(_WIDTHS):
            self._tree.setColumnWidth(column, wide * characters)
        self._offer()

    def select(self, uid: str, revision: int) -> None:
        """Takes a state in hand, as a click on it does."""
        for item in self._tree.findItems("", Qt.MatchFlag.MatchContains):
            moment = item.data(0, _MOMENT)
            if (moment.uid, moment.revision) == (uid, revision):
                self._tree.setCurrentItem(item)

    def _chosen(self) -> Moment | None:
        item = self._tree.currentItem()
        top = (item.parent() or item) if item else None
        moment = top.data(0, _MOMENT) if top else None
        return moment if moment is not None and not moment.newest else None

    def _offer(self) -> None:
        self._put_back.setEnabled(self._chosen() is not None)

    def _ask(self) -> None:
        moment = self._chosen()
        if moment is not None:
            self.put_back_asked.emit(moment.uid, moment.revision)


def _item(moment: Moment) -> QTreeWidgetItem:
    state = f"第{moment.revision}版{'（现行）' if moment.newest else ''}"
    why = "；".join(dict.fromkeys(part for part in (moment.closed, moment.why) if part))
    when = moment.at.replace("T", " ")[:16]
    item = QTreeWidgetItem([f"{moment.about}　{state}", when, moment.by, why])
    item.setData(0, _MOMENT, moment)
    item.setToolTip(0, moment.about)
    for said in moment.said:
        line = QTreeWidgetItem([said.label, said.before, said.after, ""])
        for column in (1, 2):
            line.setToolTip(column, line.text(column))
        item.addChild(line)
    return item
