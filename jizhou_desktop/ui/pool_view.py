"""A scheme's fund (专项资金): budget, committed, approved, paid, left, in figures and as a bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.pool import Pool
from jizhou_desktop.ui.entries.remark import ERROR, Remark, RemarkLabel
from jizhou_desktop.ui.palette import COLOURS

_LINES = ("budget", "committed", "approved", "paid", "left")
_LABELS = {
    "budget": "资金总额",
    "committed": "申报占用",
    "approved": "其中：已核定",
    "paid": "其中：已拨付",
    "left": "可用余额",
}


class PoolView(QWidget):
    """Shows one fund in 万元; a shortfall is said in words."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self._figures: dict[str, QLabel] = {}
        self._remark = RemarkLabel()
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for line, name in enumerate(_LINES):
            self._figures[name] = figure = QLabel()
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(_LABELS[name]), line, 0)
            grid.addWidget(figure, line, 1)
        self._figures["left"].setObjectName("capitals")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        layout.addLayout(grid)
        layout.addWidget(self._remark)

    @property
    def remark(self) -> Remark:
        """What is said of a shortfall."""
        return self._remark.shown

    def words(self) -> dict[str, str]:
        """The figures as shown: budget, committed, approved, paid, left."""
        return {name: label.text() for name, label in self._figures.items()}

    def show_pool(self, pool: Pool) -> None:
        """Shows the fund's state."""
        amounts = {
            "budget": pool.budget_fen, "committed": pool.committed_fen, "approved": pool.approved_fen,
            "paid": pool.paid_fen, "left": pool.left_fen,
        }  # fmt: skip
        for name, fen in amounts.items():
            self._figures[name].setText(f"{wan_text(fen)}万元")
        self._bar.show_share(pool.committed_fen, pool.budget_fen)
        short = f"申报合计超出资金总额{wan_text(-pool.left_fen)}万元，须按资金分配办法核定。"
        self._remark.show_remark(Remark(short, ERROR) if pool.passed else Remark(""))


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._used, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, used: int, whole: int) -> None:
        self._used, self._whole = used, whole
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, round(self.fontMetrics().height() * 0.9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        if self._whole:
            used = frame.width() * min(self._used / self._whole, 1)
            over = self._used > self._whole
            style = Qt.BrushStyle.DiagCrossPattern if over else Qt.BrushStyle.SolidPattern
            colour = QColor(COLOURS["error" if over else "accent"])
            painter.fillRect(QRectF(frame.left(), frame.top(), used, frame.height()), QBrush(colour, style))
        painter.setPen(QPen(QColor(COLOURS["ink"])))
        painter.drawRect(frame)
