"""版式检查: what each clause of GB/T 9704-2012 asks for and what the paper shows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jizhou_desktop.tasks.preview import Finding
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import button, row, section

_HEADS = {"结果": 6, "条款": 6, "页": 4, "项目": 16, "要求": 16, "实测": 16}


class ConformDialog(QDialog):
    """What fails comes first."""

    def __init__(self, findings: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("版式检查（GB/T 9704—2012）")
        failed = sum(not finding.ok for finding in findings)
        verdict = f"共量{len(findings)}项，{'全部符合' if not failed else f'{failed}项不符合'}。"
        self.table = TextTable(tuple(_HEADS))
        view = table_view(self.table, tuple(_HEADS.values()))
        signs = {True: icon("good", "good"), False: icon("error", "error")}
        ordered = sorted(findings, key=lambda finding: finding.ok)
        self.table.show_rows([(_words(finding), signs[finding.ok]) for finding in ordered])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(section(verdict))
        layout.addWidget(view, 1)
        layout.addLayout(row(1, button("关闭", self.close, weight="main")))
        wide = self.fontMetrics().horizontalAdvance("国")
        room = parent.window().size() * 0.94
        self.resize(min(wide * 72, room.width()), min(wide * 38, room.height()))


def _words(finding: Finding) -> tuple[str, ...]:
    page = f"{finding.page}" if finding.page else "全文"
    said = "符合" if finding.ok else "不符合"
    return said, finding.clause, page, finding.text, finding.expected, finding.found
