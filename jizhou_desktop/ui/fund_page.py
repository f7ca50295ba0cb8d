"""专项资金台账: each scheme's fund, publicity for what is ready, and sharing a fund out that the claims pass."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claim_steps import ready_for, take_on_all
from jizhou_desktop.tasks.claims import LedgerLine, ledger
from jizhou_desktop.ui.allocation_view import AllocationView
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.messages import ask
from jizhou_desktop.ui.text_table import Line, TextTable, table_view
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, row, shortcut, title

_HEADS = {"政策": 20, "件数": 5, "预算": 9, "申报占用": 9, "已核定": 9, "已拨付": 9, "余额": 8, "说明": 14}
_PUBLICITY, _LEDGER, _PUBLIC_LIST = "公示", "pool-ledger", "public-list"


class FundPage(QWidget):
    """Laid over the list of applications."""

    closed = Signal()
    print_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = resources.plan_of_year(desk.year)
        self._lines: list[LedgerLine] = []
        self.table = TextTable(tuple(_HEADS), figures=(1, 2, 3, 4, 5, 6))
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.strip = Strip()
        self.allocation = AllocationView(desk)
        self.allocation.applied.connect(self._applied)
        self.publish = button("开始公示", self.ask_publish, sign="paper", hint="对可以公示的申报登记公示，并打印公示")
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        self.reload()

    def reload(self) -> None:
        """Reads the ledger anew; the chosen scheme stays chosen."""
        place = max(self.view.currentIndex().row(), 0)
        self._lines = ledger(self._desk.workspace, self._desk.year)
        if self.view.currentIndex().row() < 0:
            place = next((at for at, line in enumerate(self._lines) if line.budget_fen is not None), 0)
        self.table.show_rows([self._words(line) for line in self._lines])
        self.view.selectRow(place)
        self._choose(place)

    def ask_publish(self) -> None:
        """Asks, with the number of applications, before 公示 begins for all that are ready."""
        ready = ready_for(self._desk.workspace, _PUBLICITY, self._desk.year)
        if not ready:
            self.strip.say("没有可以公示的申报：须先办到“现场核查”或“核定金额”，并由区级部门办理。", tone="query")
            return
        total = sum(claim.money.committed_fen for claim in ready)
        words = f"对{len(ready)}件申报（合计{wan_text(total)}万元）登记公示，今天起计算公示期，然后打印公示。"
        ask(self, words, {"取消": lambda: None, "开始公示": self.begin_publicity})

    def begin_publicity(self) -> None:
        """公示 begins today for all that are ready; those that may not are named, with the reason."""
        desk = self._desk
        ready = [claim.record for claim in ready_for(desk.workspace, _PUBLICITY, desk.year)]
        refused = take_on_all(desk.workspace, ready, {"step": _PUBLICITY}, now=desk.now(), new_uid=desk.new_uid)
        self.reload()
        if refused:
            told = "；".join(f"{self._name(claim.parent)}：{why}" for claim, why in refused[:3])
            self.strip.say(f"{len(ready) - len(refused)}件已登记公示，{len(refused)}件没有：{told}", tone="error")
            return
        self.strip.say("")
        self.said.emit(f"已登记公示{len(ready)}件")
        self.print_asked.emit(_PUBLIC_LIST)

    def _lay_out(self) -> None:
        back = button("返回", self.closed.emit, sign="back", hint="返回列表（Esc）")
        paper = button("打印台账", lambda: self.print_asked.emit(_LEDGER), sign="paper", hint="Ctrl+P")
        card = Card("资金分配")
        card.inside.addWidget(self.allocation)
        layout = page_layout(self)
        layout.addLayout(row(back, title(f"专项资金台账　{self._desk.year}年度"), 1, self.publish, paper))
        layout.addWidget(
            muted(
                "金额单位：万元。申报占用＝已核定的按核定数，未核定的按申报或评审数；退回、不予支持的不占用；余额＝预算－已核定。"
            )
        )
        layout.addWidget(self.strip)
        layout.addWidget(self.view, 5)
        layout.addWidget(card, 6)
        shortcut("Esc", self, self.closed.emit)
        shortcut("Ctrl+P", self, lambda: self.print_asked.emit(_LEDGER))

    def _words(self, line: LedgerLine) -> Line:
        scheme = self._plan.scheme(line.scheme)
        passed = f"申报超出{wan_text(line.passed_fen)}" if line.passed_fen else ""
        words = (
            f"{scheme.section}　{scheme.short}",
            f"{line.count}",
            "未定" if line.budget_fen is None else wan_text(line.budget_fen),
            wan_text(line.committed_fen),
            wan_text(line.approved_fen),
            wan_text(line.paid_fen),
            "" if line.left_fen is None else wan_text(line.left_fen),
            passed,
        )
        return words, icon("query", "query") if passed else None

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._lines):
            self.allocation.show_scheme(self._lines[place].scheme)

    def _applied(self, count: int) -> None:
        self.reload()
        self.said.emit(f"已核定{count}件")

    def _name(self, uid: str | None) -> str:
        record = self._desk.workspace.records.get(uid or "")
        return record.text("name") if record else ""
