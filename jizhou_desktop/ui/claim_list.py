"""The list of the year's applications: of every scheme or one, in every state or one, with what is due."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QWidget

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.text import fold
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import HeldClaim, held_claims, schemes_at_hand
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.remark import ERROR, QUERY
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.state_remark import state_remark
from jizhou_desktop.ui.text_table import Line, TextTable, table_view
from jizhou_desktop.ui.widgets import button, muted, page_layout, row, shortcut, title

_HEADS = {"企业": 16, "政策": 13, "项目": 15, "金额": 8, "环节": 9, "办理期限": 15, "经办人": 6}
_ALL, _NOT_BEGUN = "", "尚未受理"


class ClaimList(QWidget):
    """Chosen by a double click or Enter; a new application begins with its scheme."""

    new_asked = Signal(str)
    """A new application under that scheme."""
    open_asked = Signal(str)
    funds_asked = Signal()
    amounts_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = resources.plan_of_year(desk.year)
        self._claims: list[HeldClaim] = []
        self.search = QLineEdit(placeholderText="查找企业、项目（Ctrl+F）", clearButtonEnabled=True)
        self.search.setAccessibleName("查找")
        self.schemes, self.states = QComboBox(), QComboBox()
        self.table = TextTable(tuple(_HEADS), figures=(3,))
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.activated.connect(lambda index: self.open_asked.emit(self.uid_at(index.row())))
        self._empty = QLabel("没有符合的申报。按“新申报”（Ctrl+N）选择政策和企业，填写申请表。")
        self._empty.setObjectName("muted")
        self._count = muted("", wrap=False)
        self.new = button("新申报", self._offer_schemes, sign="add", weight="main", hint="Ctrl+N")
        self.menu = QMenu(self)
        self._fill_choices()
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self.reload())
        shortcut("Ctrl+N", self, self._offer_schemes)
        shortcut("Ctrl+F", self, self.search.setFocus)

    @property
    def scheme(self) -> str:
        """The scheme that is shown; blank for all."""
        return str(self.schemes.currentData() or _ALL)

    def show_scheme(self, scheme: str) -> None:
        """Narrows the list to one scheme; blank shows all."""
        self.schemes.setCurrentIndex(max(self.schemes.findData(scheme), 0))

    def reload(self) -> None:
        """Reads the applications anew."""
        found = held_claims(self._desk.workspace, self._desk.year, scheme=self.scheme)
        self._show_states(found)
        state = self.states.currentData()
        names = {uid: self._name(uid) for uid in {claim.record.parent or "" for claim in found}}
        words = fold(self.search.text())
        self._claims = [
            claim
            for claim in found
            if state in (None, _ALL, claim.standing.state or _NOT_BEGUN)
            and words in fold(f"{names[claim.record.parent or '']} {claim.record.text('project')}")
        ]
        self.table.show_rows([self._line(claim, names) for claim in self._claims])
        self.view.setVisible(bool(self._claims))
        self._empty.setVisible(not self._claims)
        self._count.setText(f"{self.summary()}　金额单位：万元")

    def uid_at(self, line: int) -> str:
        """The uid of the application on a line."""
        return self._claims[line].record.uid

    def summary(self) -> str:
        """How many are shown, and what they ask for or were granted."""
        total = sum(claim.money.committed_fen for claim in self._claims)
        return f"共{len(self._claims)}件，金额合计{wan_text(total)}万元"

    def _fill_choices(self) -> None:
        at_hand = schemes_at_hand(self._plan)
        self.schemes.addItem("全部政策", _ALL)
        for scheme in self._plan.schemes:
            if scheme.id not in at_hand:
                continue
            self.schemes.addItem(f"{scheme.section}　{scheme.short}", scheme.id)
            action = QAction(f"{scheme.section}　{scheme.short}", self.menu)
            action.triggered.connect(lambda _checked=False, wanted=scheme.id: self.new_asked.emit(wanted))
            self.menu.addAction(action)
        self.states.addItem("全部环节", _ALL)
        self.schemes.setAccessibleName("扶持政策")
        self.states.setAccessibleName("环节")
        for box in (self.schemes, self.states):
            box.currentIndexChanged.connect(lambda _place: self.reload())

    def _lay_out(self) -> None:
        funds = button("专项资金", self.funds_asked.emit, sign="subsidy", hint="台账、公示、资金分配")
        amounts = button("补贴标准", self.amounts_asked.emit, sign="settings", hint="计划没有规定的金额，由本单位填写")
        layout = page_layout(self)
        layout.addLayout(row(title(f"补贴申报　{self._desk.year}年度"), 1, amounts, funds, self.new))
        layout.addLayout(row(self.search, self.schemes, self.states, self._count))
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)

    def _offer_schemes(self) -> None:
        """With one scheme shown, at once; else its scheme is asked for."""
        if self.scheme:
            self.new_asked.emit(self.scheme)
        else:
            self.menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _show_states(self, found: list[HeldClaim]) -> None:
        """Offers the states that there are, the chosen one kept."""
        chosen = self.states.currentData()
        here = dict.fromkeys(claim.standing.state or _NOT_BEGUN for claim in found)
        self.states.blockSignals(True)
        self.states.clear()
        self.states.addItem("全部环节", _ALL)
        for state in here:
            self.states.addItem(f"{state}", state)
        self.states.setCurrentIndex(max(self.states.findData(chosen), 0))
        self.states.blockSignals(False)

    def _line(self, claim: HeldClaim, names: dict[str, str]) -> Line:
        standing = claim.standing
        remark = state_remark(standing, self._plan.calendar, self._desk.now().date())
        due = standing.due(self._plan.calendar)
        late = {ERROR: "（超期）", QUERY: "（将到期）"}.get(remark.tone, "")
        sign = icon(remark.tone, remark.tone) if remark.tone in (ERROR, QUERY) else None
        record = claim.record
        words = (
            names[record.parent or ""],
            self._plan.scheme(record.form).short,
            record.text("project") or record.text("product"),
            _amount(claim),
            standing.state or _NOT_BEGUN,
            f"{chinese_date(due)}{late}" if due else "",
            record.changed_by,
        )
        return words, sign

    def _name(self, uid: str) -> str:
        record = self._desk.workspace.records.get(uid)
        return record.text("name") if record else ""


def _amount(claim: HeldClaim) -> str:
    if claim.standing.withdrawn:
        return f"待收回{wan_text(claim.money.paid_fen)}" if claim.money.paid_fen else ""
    if claim.money.granted_fen is not None:
        return f"核定{wan_text(claim.money.granted_fen)}"
    wanted = claim.money.wanted_fen
    return "待核定" if wanted is None else "不符合条件" if wanted == 0 else wan_text(wanted)
