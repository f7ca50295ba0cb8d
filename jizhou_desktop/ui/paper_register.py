"""打印登记: the papers printed before, searched, looked at and printed again as they were kept."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.printed import PaperRow, about, copy_kept, kept_paper, printed_papers
from jizhou_desktop.ui.choose_file import choose_to_write
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import Card, muted, row, section

_HEADS = {"打印时间": 11, "文书": 14, "对象": 20, "页数": 4, "经办人": 6, "摘要前8位": 8}
_DIGITS = 8


class PaperRegister(Card):
    """A line a paper, the latest first; Enter or a double click opens the copy that was kept."""

    opened = Signal(object, Path)
    """The row and the kept copy, to be looked at."""
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: list[tuple[PaperRow, str]] = []
        self._rows: list[PaperRow] = []
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("查找：文书、对象、经办人、日期或摘要")
        self.search.setAccessibleName("查找打印登记")
        self.search.textChanged.connect(lambda _text: self._show())
        self.table = TextTable(tuple(_HEADS), figures=(3,))
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.setAccessibleName("打印登记")
        self.view.activated.connect(lambda index: self.open(self._rows[index.row()]))
        self._count = muted("", wrap=False)
        head = row(section("打印登记"), self._count, 1, self.search)
        head.setStretch(head.count() - 1, 2)
        self.inside.addLayout(head)
        self.inside.addWidget(self.view, 1)
        self.inside.addWidget(muted("回车或双击打开留存的原件，可以再次打印或另存。"))

    def reload(self) -> None:
        """Reads the register anew."""
        rows = printed_papers(self._desk.workspace)
        names = about(self._desk.workspace, rows)
        self._all = [(row, names[row.subject]) for row in rows]
        self._show()

    def open(self, wanted: PaperRow) -> None:
        """Opens the kept copy of a paper; a Word file is saved to where it can be edited."""
        try:
            kept = kept_paper(self._desk.workspace, wanted)
        except UserError as error:
            self.failed.emit(error)
            return
        if kept.suffix == ".pdf":
            self.opened.emit(wanted, kept)
            return
        proposed = Path.home() / Path(wanted.file).name
        choose_to_write(self, "另存为 Word", proposed, "Word 文档 (*.docx)", lambda out: self._copy(wanted, out))

    def _copy(self, wanted: PaperRow, out: Path) -> None:
        try:
            copy_kept(self._desk.workspace, wanted, out)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.said.emit(f"已另存为 {out}")

    def _show(self) -> None:
        lines = [(row, _words(row, name)) for row, name in self._all]
        parts = self.search.text().casefold().split()
        held = [(row, words) for row, words in lines if all(part in _searched(row, words) for part in parts)]
        self._rows = [row for row, _ in held]
        self.table.show_rows([(words, None) for _, words in held])
        self._count.setText(f"{len(held)}份" if len(held) == len(self._all) else f"{len(held)}份，共{len(self._all)}份")


def _words(row: PaperRow, name: str) -> tuple[str, ...]:
    when, digest = row.printed_at.replace("T", " ")[:16], row.digest[:_DIGITS].upper()
    return when, row.title, name, f"{row.pages}", row.printed_by, digest


def _searched(row: PaperRow, words: tuple[str, ...]) -> str:
    return "\n".join((*words, row.digest, Path(row.file).name)).casefold()
