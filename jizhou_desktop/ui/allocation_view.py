"""资金分配: choose how a fund is shared out, see each amount before and after, and only then apply it."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import read_decimal, wan_text
from jizhou_desktop.domain.share_out import WAYS
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.allocation import BY_SCORE, Allocation, apply, preview
from jizhou_desktop.tasks.claims import claims, held_claims
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.remark import ERROR, PLAIN, QUERY, Remark, RemarkLabel
from jizhou_desktop.ui.widgets import button, muted, row

_HEADS = ("企业", "受理日期", "申报（评审）", "原核定", "评分", "拟核定", "核减")
_SCORE = 4


class AllocationView(QWidget):
    """Shows a preview as soon as a way is chosen; 按评分 asks for each score in its column."""

    applied = Signal(int)
    """The amounts were written down for so many claims."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._scheme = ""
        self._scores: dict[str, Decimal] = {}
        self.shown: Allocation | None = None
        self.ways = QComboBox()
        self.ways.addItems(list(WAYS))
        self.ways.setAccessibleName("分配办法")
        self.decision = QLineEdit(placeholderText="依据，如 专题会议纪要〔2020〕3号")
        self.decision.setAccessibleName("分配依据")
        self.table = QTableWidget(0, len(_HEADS))
        self.remark = RemarkLabel()
        self.confirm = button("按此核定", self.apply, sign="check", weight="main", hint="给每家登记“核定金额”")
        self._lay_out()
        self.ways.currentTextChanged.connect(lambda _way: self.preview())
        self.table.itemChanged.connect(self._scored)

    def show_scheme(self, scheme: str) -> None:
        """Shows the preview for a scheme's fund; scores typed for its claims are kept."""
        self._scheme = scheme
        self.preview()

    def preview(self) -> None:
        """Reckons anew; nothing is changed by it."""
        self.shown = None
        self.confirm.setEnabled(False)
        try:
            self.shown = preview(
                self._desk.workspace, self._scheme, self._desk.year, self.ways.currentText(), scores=self._scores
            )
        except UserError as error:
            self._show_waiting()
            self.remark.show_remark(Remark(str(error), QUERY))
            return
        self._show(self.shown)

    def apply(self) -> bool:
        """Writes the amounts down, as they are shown."""
        if self.shown is None:
            return False
        desk = self._desk
        try:
            written = apply(
                desk.workspace,
                self.shown,
                decision=self.decision.text(),
                day=desk.now().date(),
                now=desk.now(),
                new_uid=desk.new_uid,
            )
        except UserError as error:
            self.remark.show_remark(Remark(str(error), ERROR))
            self.decision.setFocus()
            return False
        self.decision.clear()
        self.applied.emit(len(written))
        return True

    def words(self) -> list[list[str]]:
        """The rows as shown."""
        table = self.table
        return [
            [item.text() if (item := table.item(line, column)) else "" for column in range(table.columnCount())]
            for line in range(table.rowCount())
        ]

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(muted("分配办法", wrap=False), self.ways, self.decision, self.confirm))
        layout.addWidget(self.remark)
        layout.addWidget(self.table, 1)

    def _show(self, allocation: Allocation) -> None:
        lines = [
            (
                line.claim.record.uid,
                line.enterprise,
                line.claim.received,
                wan_text(line.asked_fen),
                "" if line.old_fen is None else wan_text(line.old_fen),
                "" if line.score is None else f"{line.score:f}",
                wan_text(line.new_fen),
                wan_text(line.cut_fen),
            )
            for line in allocation.lines
        ]
        self._fill(lines)
        without = (
            f"尚无评审金额、未参加分配：{'、'.join(allocation.without_amount)}。" if allocation.without_amount else ""
        )
        told = (
            f"预览：申报{wan_text(allocation.asked_fen)}万元，可分配{wan_text(allocation.fund_fen)}万元，"
            f"拟核定{wan_text(allocation.granted_fen)}万元，剩余{wan_text(allocation.left_fen)}万元。{without}"
        )
        self.remark.show_remark(Remark(told, PLAIN))
        self.confirm.setEnabled(True)

    def _show_waiting(self) -> None:
        """Without a preview: the claims that a score may be typed for, when it is scores that are missing."""
        held = []
        if self.ways.currentText() == BY_SCORE and claims(self._desk.workspace, self._scheme, self._desk.year):
            office = self._desk.workspace.profile.office
            held = [
                claim
                for claim in held_claims(self._desk.workspace, self._desk.year, scheme=self._scheme)
                if claim.money.wanted_fen and any(step.money == "grant" for step in claim.standing.may(office))
            ]
        pool = resources.plan_of_year(self._desk.year).scheme(self._scheme).pool_fen if self._scheme else None
        lines = [
            (
                claim.record.uid,
                self._name(claim.record.parent),
                claim.received,
                wan_text(claim.money.wanted_fen or 0),
                "" if claim.money.granted_fen is None else wan_text(claim.money.granted_fen),
                f"{self._scores[claim.record.uid]:f}" if claim.record.uid in self._scores else "",
                "",
                "",
            )
            for claim in (held if pool is not None else [])
        ]
        self._fill(lines)

    def _fill(self, lines: Sequence[tuple[str, ...]]) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(len(lines))
        self.table.setColumnHidden(_SCORE, self.ways.currentText() != BY_SCORE)
        for place, (uid, *words) in enumerate(lines):
            for column, said in enumerate(words):
                item = QTableWidgetItem(said)
                item.setData(Qt.ItemDataRole.UserRole, uid)
                if column != _SCORE:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column >= 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(place, column, item)
        self.table.blockSignals(False)

    def _scored(self, item: QTableWidgetItem) -> None:
        if item.column() != _SCORE:
            return
        uid = str(item.data(Qt.ItemDataRole.UserRole))
        self._scores.pop(uid, None)
        try:
            if item.text().strip():
                self._scores[uid] = read_decimal(item.text())
        except UserError as error:
            self.remark.show_remark(Remark(f"评分：{error}", ERROR))
            return
        self.preview()

    def _name(self, uid: str | None) -> str:
        record = self._desk.workspace.records.get(uid or "")
        return record.text("name") if record else ""
