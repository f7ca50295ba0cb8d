"""Draws done against target as a bar in a table cell, so shaped that it also reads in black."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from jizhou_desktop.ui.palette import COLOURS

PARTS = Qt.ItemDataRole.UserRole
"""Where a cell keeps its (target, done, under way)."""


class BarDelegate(QStyledItemDelegate):
    """Done is filled, under way hatched, the target a frame; a bar that reaches the frame's end is fulfilled."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        parts = index.data(PARTS)
        if not parts:
            return
        target, done, under_way = parts
        whole = max(target, done + under_way)
        if whole == 0:
            return
        painter.save()
        room: QRect = option.rect.adjusted(8, 6, -8, -6)
        _fill(painter, _share(room, 0, done, whole), QBrush(QColor(COLOURS["accent"])))
        hatched = QBrush(QColor(COLOURS["accent"]), Qt.BrushStyle.BDiagPattern)
        _fill(painter, _share(room, done, under_way, whole), hatched)
        painter.setPen(QPen(QColor(COLOURS["ink"]), 1))
        painter.drawRect(_share(room, 0, target, whole).adjusted(0, 0, -1, -1))
        painter.restore()


def _share(room: QRect, start: int, length: int, whole: int) -> QRect:
    left = room.left() + room.width() * start // whole
    return QRect(left, room.top(), room.width() * length // whole, room.height())


def _fill(painter: QPainter, rect: QRect, brush: QBrush) -> None:
    if rect.width() > 0:
        painter.fillRect(rect, brush)
