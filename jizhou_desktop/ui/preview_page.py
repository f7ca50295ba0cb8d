"""预览: a paper page by page, before it goes to the printer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QLabel, QWidget

from jizhou_desktop.domain.face import missing_words
from jizhou_desktop.tasks.preview import Finding, conform, save_copy
from jizhou_desktop.ui.choose_file import choose_to_write
from jizhou_desktop.ui.conform_dialog import ConformDialog
from jizhou_desktop.ui.page_view import PageView
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.printing import PrintJob, new_printer, print_job, sheets_to_print, sheets_wanted
from jizhou_desktop.ui.widgets import Strip, button, choice, muted, page_layout, row, shortcut, title
from jizhou_desktop.ui.work import Job, Report
from jizhou_desktop.ui.work_panel import WorkPanel

_FURTHEST = 50.0
"""Millimetres that a print may be moved."""


@dataclass(frozen=True)
class Looked:
    """What is looked at: files under a heading, all of the paper of that id.

    `official` says that the standard for 公文 applies, `word` that it can be written for Word too; `missing` are
    characters that no face has.
    """

    heading: str
    files: Sequence[Path]
    paper: str
    official: bool = False
    word: bool = False
    missing: Sequence[str] = ()


class PreviewPage(QWidget):
    """Turns, zooms, prints, saves, measures."""

    back_asked = Signal()
    failed = Signal(object)
    said = Signal(str)
    word_asked = Signal(Path)
    """The same document is wanted as a Word file of that name."""

    def __init__(self, preferences: Preferences, looked: Looked) -> None:
        """Several files are looked at and printed as one job; one alone can be saved elsewhere too."""
        super().__init__()
        self._preferences, self._looked = preferences, looked
        self._file, self._alone = looked.files[0], len(looked.files) == 1
        self.view = PageView()
        self.view.turned.connect(self._show_place)
        self.panel = WorkPanel()
        self.panel.failed.connect(self.failed)
        self._place = QLabel()
        right, down = preferences.offsets(looked.paper)
        self._right, self._down = _offset("右", right), _offset("下", down)
        self._shift = choice("套打偏移", chosen=(right, down) != (0, 0))
        self._conform = button("版式检查", self._measure, sign="check", hint="按 GB/T 9704—2012 逐条量这份文件")
        self._word = button("存为 Word…", self._ask_word, sign="save", hint="版面与本文件相同，便于修改后印发")
        self.strip = Strip()
        self._lay_out()
        self._listen()
        self.view.show_files(looked.files)
        self.strip.say(missing_words(looked.missing), tone="query")

    def print_to(self, printer: QPrinter) -> None:
        """Sends the range that was chosen to a printer, in the worker."""
        offsets = (self._right.value(), self._down.value()) if self._shift.isChecked() else (0.0, 0.0)
        self._preferences.set_offsets(self._looked.paper, offsets)
        sheets = sheets_to_print(printer, sheets_wanted(printer, self.view.sheets, self.view.page))
        job = PrintJob(self._looked.heading, sheets, offsets)

        def work(report: Report) -> int:
            return print_job(printer, job, report)

        self.panel.run("正在打印…", work, lambda printed: self.said.emit(f"已送打印机{printed}页"))

    def run(self, words: str, job: Job, said: str) -> None:
        """Does something in the worker and says so afterwards."""
        self.panel.run(words, job, lambda _answer: self.said.emit(said))

    def save_to(self, out: Path) -> None:
        """Saves a copy as PDF."""
        file = self._file
        self.run("正在另存…", lambda _report: save_copy(file, out), f"已另存为 {out}")

    def _ask_printer(self) -> None:
        printer = new_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("打印")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, self.view.pages)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        QDialog.open(dialog)  # QPrintDialog hides it behind an older signature

    def _ask_name(self) -> None:
        if not self._alone:
            return
        choose_to_write(self, "另存为 PDF", Path.home() / f"{self._looked.heading}.pdf", "PDF (*.pdf)", self.save_to)

    def _ask_word(self) -> None:
        proposed = Path.home() / f"{self._looked.heading}.docx"
        choose_to_write(self, "另存为 Word", proposed, "Word 文档 (*.docx)", self.word_asked.emit)

    def _measure(self) -> None:
        self.panel.run("正在逐条检查版式…", lambda _report: conform(self._file), self._show_findings)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        ConformDialog(findings, self).show()

    def _show_place(self, page: int, pages: int) -> None:
        self._place.setText(f"第{page}页，共{pages}页　{self.view.percent}%")

    def _turn(self, by: int) -> None:
        self.view.turn_to(self.view.page + by)

    def _lay_out(self) -> None:
        save = button("存为 PDF…", self._ask_name, sign="save", hint="Ctrl+Shift+S")
        head = row(
            button("返回", self.back_asked.emit, sign="back", hint="Esc"),
            title(self._looked.heading),
            1,
            self._conform,
            self._word,
            save,
            button("打印…", self._ask_printer, sign="paper", weight="main", hint="Ctrl+P"),
        )
        tools = row(
            button("", lambda: self._turn(-1), sign="left", hint="上一页（PageUp）"),
            button("", lambda: self._turn(1), sign="right", hint="下一页（PageDown）"),
            self._place,
            1,
            button("", lambda: self.view.zoom_by(-1), sign="zoom-out", hint="缩小（Ctrl+- 或 Ctrl+滚轮）"),
            button("", lambda: self.view.zoom_by(1), sign="zoom-in", hint="放大（Ctrl++ 或 Ctrl+滚轮）"),
            button("适合宽度", self.view.fit_width, sign="width", hint="Ctrl+0"),
            self._shift,
        )
        self._offsets = QWidget()
        moved = row(1, muted("印好的纸上套打时整体移动：", wrap=False), self._right, self._down)
        moved.setContentsMargins(0, 0, 0, 0)
        self._offsets.setLayout(moved)
        self._shift.toggled.connect(self._offsets.setVisible)
        layout = page_layout(self)
        layout.addLayout(head)
        layout.addLayout(tools)
        layout.addWidget(self._offsets)
        layout.addWidget(self.strip)
        layout.addWidget(self.panel)
        layout.addWidget(self.view, 1)
        # Only now: a widget that is shown before it lies in a page is a window of its own.
        save.setVisible(self._alone)
        self._conform.setVisible(self._looked.official)
        self._word.setVisible(self._looked.word)
        self._offsets.setVisible(self._shift.isChecked())

    def _listen(self) -> None:
        keys = {
            "Esc": self.back_asked.emit, "Ctrl+P": self._ask_printer, "Ctrl+Shift+S": self._ask_name,
            "PgUp": lambda: self._turn(-1), "PgDown": lambda: self._turn(1), "Ctrl++": lambda: self.view.zoom_by(1),
            "Ctrl+=": lambda: self.view.zoom_by(1), "Ctrl+-": lambda: self.view.zoom_by(-1),
            "Ctrl+0": self.view.fit_width, "Home": lambda: self.view.turn_to(1),
            "Ctrl+Home": lambda: self.view.turn_to(1),
            "End": lambda: self.view.turn_to(self.view.pages), "Ctrl+End": lambda: self.view.turn_to(self.view.pages),
        }  # fmt: skip
        for key, then in keys.items():
            shortcut(key, self, then)


def _offset(way: str, millimetres: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox(minimum=-_FURTHEST, maximum=_FURTHEST, singleStep=0.5, decimals=1)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setPrefix(f"向{way} ")
    box.setSuffix(" mm")
    box.setValue(millimetres)
    box.setToolTip("打印在印好的纸上时整体移动，负数为反方向；原样打印填0")
    box.setAccessibleName(f"套打偏移，向{way}")
    return box
