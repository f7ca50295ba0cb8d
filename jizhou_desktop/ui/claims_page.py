"""补贴申报: the year's applications, and the one that is open over them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import claims
from jizhou_desktop.ui.claim_page import ClaimPage
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import button, page_layout, row, shortcut, title

SMART_UPGRADE = "smart-upgrade"
_HEADS = {"企业": 20, "项目": 24, "金额（万元）": 9, "更新时间": 11, "经办人": 8}


class ClaimsPage(OverPage):
    """Goes between list and application."""

    print_asked = Signal(str, str)
    """Scheme and uid of the application whose form is wanted."""
    enterprise_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.list = _ClaimList(desk)
        super().__init__(self.list)
        self._desk = desk
        self.list.new_asked.connect(self.pick_enterprise)
        self.list.open_asked.connect(self.open)

    def refresh(self) -> None:
        """Reads the list anew when the page is shown."""
        if self.over is None:
            self.list.reload()
            self.said.emit(self.list.summary())

    def pick_enterprise(self) -> None:
        """Asks for the enterprise that applies."""
        picker = EnterprisePicker(self._desk.workspace, self)
        picker.picked.connect(self.apply)
        picker.open()

    def apply(self, uid: str) -> None:
        """Opens a new application of an enterprise."""
        enterprise = self._desk.workspace.records.get(uid)
        if enterprise is not None:
            self._show(ClaimPage(self._desk, self.list.scheme, enterprise))

    def open(self, uid: str) -> None:
        """Opens an application."""
        claim = self._desk.workspace.records.get(uid)
        enterprise = self._desk.workspace.records.get(claim.parent or "") if claim else None
        if claim is not None and enterprise is not None:
            self._show(ClaimPage(self._desk, claim.form, enterprise, claim))

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        if isinstance(self.over, ClaimPage):
            self.over.sheet.keep_draft()

    def _show(self, page: ClaimPage) -> None:
        scheme = page.sheet.form_id
        page.closed.connect(self._close)
        page.print_asked.connect(lambda uid: self.print_asked.emit(scheme, uid))
        page.enterprise_asked.connect(self.enterprise_asked)
        page.said.connect(self.said)
        self.lay_over(page)
        page.start()

    def _close(self) -> None:
        self.clear()
        self.refresh()


class _ClaimList(QWidget):
    new_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._records: list[Record] = []
        self._schemes = QComboBox()
        plan = resources.plan_of_year(desk.year)
        for scheme in plan.schemes:
            # The other schemes' pages are built later; their forms alone would explain nothing.
            if scheme.id == SMART_UPGRADE:
                self._schemes.addItem(f"{scheme.section}　{scheme.title}", scheme.id)
        self._schemes.setAccessibleName("扶持政策")
        self._schemes.currentIndexChanged.connect(lambda _place: self.reload())
        self.table = TextTable(tuple(_HEADS), figures=(2,))
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.activated.connect(lambda index: self.open_asked.emit(self.uid_at(index.row())))
        self._empty = QLabel("本年度还没有申报。按“新申报”（Ctrl+N）选择企业并填写申请表。")
        self._empty.setObjectName("muted")
        new = button("新申报", self.new_asked.emit, sign="add", weight="main", hint="Ctrl+N")
        layout = page_layout(self)
        layout.addLayout(row(title(f"补贴申报　{desk.year}年度"), 1, new))
        layout.addWidget(self._schemes)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)
        shortcut("Ctrl+N", self, self.new_asked.emit)

    @property
    def scheme(self) -> str:
        return str(self._schemes.currentData())

    def reload(self) -> None:
        self._records = claims(self._desk.workspace, self.scheme, self._desk.year)
        names = {uid: self._name(uid) for uid in {record.parent or "" for record in self._records}}
        self.table.show_rows([(_words(record, names), None) for record in self._records])
        self.view.setVisible(bool(self._records))
        self._empty.setVisible(not self._records)

    def uid_at(self, line: int) -> str:
        """The uid of the application on a line."""
        return self._records[line].uid

    def summary(self) -> str:
        total = sum(record.whole("amount") or 0 for record in self._records)
        return f"共{len(self._records)}件，金额合计{wan_text(total)}万元"

    def _name(self, uid: str) -> str:
        record = self._desk.workspace.records.get(uid)
        return record.text("name") if record else ""


def _words(record: Record, names: dict[str, str]) -> tuple[str, ...]:
    amount = record.whole("amount")
    shown = "待核定" if amount is None else "不符合条件" if amount == 0 else wan_text(amount)
    when = record.changed_at.replace("T", " ")[:16]
    return names[record.parent or ""], record.text("project"), shown, when, record.changed_by
