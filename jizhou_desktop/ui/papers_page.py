"""公文打印 as a whole: the choice of papers, a text being edited, a paper in the preview."""

from pathlib import Path

from PySide6.QtCore import Signal

from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.tasks.print_out import papers
from jizhou_desktop.tasks.printed import PaperRow
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.document_page import DocumentPage
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.paper_choice import PaperChoice
from jizhou_desktop.ui.paper_order import PaperOrder
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.preview_page import Looked, PreviewPage


class PapersPage(OverPage):
    """Goes between the choice of papers and the preview."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self.choice = PaperChoice(desk)
        super().__init__(self.choice)
        self._desk, self._preferences = desk, preferences
        self.choice.failed.connect(self.failed)
        self.choice.made.connect(self.preview)
        self.choice.made_many.connect(self.preview_many)
        self.choice.register.opened.connect(self.preview_kept)
        self.choice.register.failed.connect(self.failed)
        self.choice.register.said.connect(self.said)
        self.choice.composed.connect(self.edit)

    def refresh(self) -> None:
        """Reads the register anew when the page is shown."""
        if self.over is None:
            self.choice.reload()

    def make(self, paper_id: str, subject: str) -> None:
        """Makes a paper about a record and shows it."""
        self.clear()
        self.choice.make(self.choice.order(paper_id, subject=subject))

    def preview(self, order: PaperOrder, printed: Printed) -> None:
        """Shows a paper that was just made; an official document may be written for Word too."""
        paper = order.paper
        official = paper.is_official
        looked = Looked(paper.title, [printed.file], paper.id, official, word=official, missing=printed.missing)
        page = self._lay_preview(looked)
        folder, now = self._desk.workspace.folder, self._desk.now
        page.word_asked.connect(
            lambda out: page.run(
                "正在写 Word 文件…", lambda _report: order.write(folder, out, now()), f"已另存为 {out}"
            )
        )

    def preview_many(self, order: PaperOrder, made: list[Printed]) -> None:
        """Shows one paper about many, to be printed as one job."""
        missing = [character for printed in made for character in printed.missing]
        heading = f"{order.paper.title}（{len(made)}份）"
        self._lay_preview(Looked(heading, [printed.file for printed in made], order.paper.id, missing=missing))

    def preview_kept(self, row: PaperRow, kept: Path) -> None:
        """Shows a paper of the register as it was kept."""
        official = any(paper.is_official and paper.id == row.paper for paper in papers())
        self._lay_preview(Looked(f"{row.title}（{row.printed_at[:10]}）", [kept], row.paper, official))

    def edit(self, order: PaperOrder, document: OfficialDocument) -> None:
        """Shows the text of a document to be edited."""
        page = DocumentPage(order, document)
        page.back_asked.connect(self._back)
        page.made.connect(self.choice.make)
        self.lay_over(page)

    def _lay_preview(self, looked: Looked) -> PreviewPage:
        page = PreviewPage(self._preferences, looked)
        page.back_asked.connect(self._back)
        page.failed.connect(self.failed)
        page.said.connect(self.said)
        self.lay_over(page)
        page.view.setFocus()
        return page

    def _back(self) -> None:
        self.clear()
        self.refresh()
