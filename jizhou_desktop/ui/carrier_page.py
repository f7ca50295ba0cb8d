"""One carrier's dossier: park, building or base, its tenants and how much of it is used."""

from decimal import Decimal

from PySide6.QtCore import Signal

from jizhou_desktop.domain.carriers import occupancy, tenants_on, used_area
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks.carriers import carrier_file, check_carrier
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_head import DossierHead
from jizhou_desktop.ui.list_tab import ListTab
from jizhou_desktop.ui.record_page import RecordPage
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.tenant_tab import TenantTab

FORM = "carrier"
_OF_TENANTS = ("L07", "L08", "L09", "L10")


class CarrierPage(RecordPage):
    """The tenants lead to their dossiers."""

    enterprise_asked = Signal(str)

    def __init__(self, desk: Desk, uid: str = "") -> None:
        """`uid` is blank for a new carrier."""
        record = carrier_file(desk.workspace, uid).record if uid else None
        super().__init__(desk, FORM, record, DossierHead(new="新建载体档案", following="保存，下一个"))
        self.tenants = TenantTab(desk, self.uid, writable=self.writable)
        self.people = ListTab(RowGrid(desk, "contact", self.uid, writable=self.writable))
        for tab, name in ((self.tenants, "入驻企业"), (self.people, "联系人")):
            self.tabs.addTab(tab, name)
            self.parts.add(tab.grids[0], tab)
        self.form.ended.connect(lambda: self._enter(self.tenants))
        self.tenants.grid.ended.connect(lambda: self._enter(self.people))
        self.people.grids[0].ended.connect(self.head.save.setFocus)
        self.tenants.enterprise_asked.connect(self._ask_for_enterprise)
        self.tenants.grid.changed.connect(lambda _rows: self._show_state())
        self.tabs.currentChanged.connect(self._entered)
        self._begin()

    def go_to_problem(self, problem: Problem) -> None:
        """Goes to the field, or to the tenants where they are what is asked about."""
        if problem.rule in _OF_TENANTS:
            self._enter(self.tenants)
        else:
            super().go_to_problem(problem)

    def _enter(self, tab: ListTab) -> None:
        self.tabs.setCurrentWidget(tab)
        tab.go_to()

    def _entered(self, place: int) -> None:
        tab = self.tabs.widget(place)
        if self.isVisible() and isinstance(tab, ListTab):
            tab.go_to()
        elif self.isVisible() and place == 0:
            self.form.go_to()

    def _ask_for_enterprise(self, uid: str) -> None:
        if self.save():
            self.enterprise_asked.emit(uid)

    def _refresh(self) -> None:
        if self.sheet.record is not None:
            self._rule_problems = tuple(
                check_carrier(self._desk.workspace, carrier_file(self._desk.workspace, self.uid))
            )
        super()._refresh()

    def _show_state(self) -> None:
        carrier = Record(self.uid, Kind.CARRIER, "", self.form.values_read(), FORM)
        rows, today = self.tenants.rows(), self._desk.now().date()
        share, used = occupancy(carrier, rows, today), used_area(carrier, rows, today)
        kind = "　".join(part for part in (carrier.text("subject"), carrier.text("level")) if part)
        in_a_word = "使用率：待定" if share is None else f"使用率：{share}%"
        reckoned = "须填面积和已使用面积（或入驻企业的使用面积）"
        if share is not None and used is not None:
            reckoned = f"已使用{grouped(used)}平方米÷面积{grouped(Decimal(carrier.text('area')))}平方米"
        full = f"{in_a_word}（{reckoned}）；在驻企业{len(tenants_on(rows, today))}家。"
        self.head.show_dossier(carrier.text("name"), kind, (in_a_word, full), dirty=self.dirty)
