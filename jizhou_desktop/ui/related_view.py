"""转型和补贴: what an enterprise has under way beside its own record: transformations, applications, their evidence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import muted

_HEADS = {"类别": 8, "年度": 5, "内容": 26, "进展（金额）": 12, "日期": 10, "佐证材料": 18}


class RelatedView(QWidget):
    """To be read here; an application is opened on its own page."""

    claim_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._records: list[Record] = []
        self.table = TextTable(tuple(_HEADS))
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.activated.connect(lambda index: self._open(index.row()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.view, 1)
        layout.addWidget(muted("双击或回车打开补贴申报；申报和打印在“补贴申报”页。"))

    def show_file(self, file: EnterpriseFile) -> None:
        """Shows the transformations and applications of an enterprise."""
        self._records = [*file.transformations, *file.claims]
        self.table.show_rows([(_words(record, file), None) for record in self._records])

    def go_to(self, uid: str) -> bool:
        """Takes a record in hand; False where it is not among them."""
        for line, record in enumerate(self._records):
            if record.uid == uid:
                self.view.selectRow(line)
                self.view.setFocus()
                return True
        return False

    def _open(self, line: int) -> None:
        if self._records[line].kind is Kind.CLAIM:
            self.claim_asked.emit(self._records[line].uid)


def _words(record: Record, file: EnterpriseFile) -> tuple[str, ...]:
    evidence = "；".join(item.title for item in file.evidence_of(record)) or record.text("evidence")
    year = f"{record.year}" if record.year else ""
    if record.kind is Kind.CLAIM:
        amount = record.whole("amount")
        progress = "待核定" if amount is None else f"{wan_text(amount)}万元"
        what = f"{resources.form(record.form).title}　{record.text('project') or record.text('product')}"
        return "补贴申报", year, what, progress, record.changed_at[:10], evidence
    path = file.plan.path(record.text("path"))
    date = show(resources.form(record.form).field("date"), record["date"])
    return "转型任务", year, f"{path.section}　{path.title}", record.text("state"), date, evidence
