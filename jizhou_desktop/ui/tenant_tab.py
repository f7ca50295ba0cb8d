"""入驻企业: who is in a carrier; those that have a dossier lead to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.tasks.carriers import enterprise_finder
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker
from jizhou_desktop.ui.list_tab import ListTab
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import button, shortcut

FORM = "tenant"
_ROW = Record("", Kind.TENANT, "", {}, FORM)


class TenantTab(ListTab):
    """One list; an enterprise can be taken over from its dossier, and its dossier opened."""

    enterprise_asked = Signal(str)

    def __init__(self, desk: Desk, carrier: str, *, writable: bool) -> None:
        self._desk = desk
        self._find = enterprise_finder(desk.workspace)
        self.grid = RowGrid(desk, FORM, carrier, notes=self._known, writable=writable)
        super().__init__(self.grid, advice="在驻和迁出的都登记；蓝字的企业已经建档。")
        self._open = button("打开企业档案", self.open_enterprise, sign="dossier", hint="F4")
        pick = button("从企业档案选入…", self.pick, sign="add", hint="F3")
        for made in (pick, self._open):
            self.grid.add_button(made)
        pick.setVisible(writable)
        self.grid.view.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.grid.changed.connect(lambda _rows: self._offer())
        shortcut("F3", self, self.pick)
        shortcut("F4", self, self.open_enterprise)
        self._offer()

    def rows(self) -> list[Record]:
        """The rows as typed."""
        return [replace(_ROW, values=values) for values in self.grid.values_read()]

    def open_enterprise(self) -> None:
        """Asks for the dossier of the row in hand."""
        if uid := self._in_hand():
            self.enterprise_asked.emit(uid)

    def pick(self) -> None:
        """Takes an enterprise over from its dossier, into a new row."""
        picker = EnterprisePicker(self._desk.workspace, self)
        picker.picked.connect(self.add)
        picker.open()

    def add(self, uid: str) -> None:
        """Adds an enterprise as a tenant; the cursor goes on to its area."""
        enterprise = self._desk.workspace.records.get(uid)
        if enterprise is not None:
            self.grid.go_to()
            self.grid.paste(f"{enterprise.text('name')}\t{enterprise.text('uscc')}")
            self.grid.go_to(self.grid.model.rowCount() - 2, "area")

    def _known(self, values: Mapping[str, Value]) -> Sequence[Problem]:
        if not self._find(str(values.get("name") or ""), str(values.get("uscc") or "")):
            return []
        return [Problem("这家企业已经建档，按 F4 打开档案。", Severity.HINT, field="name")]

    def _in_hand(self) -> str:
        now = self.grid.view.currentIndex()
        if not now.isValid():
            return ""
        answers = self.grid.model.rows[now.row()].answers
        return self._find(answers.get("name", ""), answers.get("uscc", "").strip().upper())

    def _offer(self) -> None:
        self._open.setEnabled(bool(self._in_hand()))
