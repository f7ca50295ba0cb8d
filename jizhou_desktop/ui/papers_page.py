"""公文打印: choose a paper and what it is about, make it, look at it, print it; and what was printed before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.print_out import Paper, papers, print_paper, printed_papers
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.paper_subjects import about_enterprise, subjects_of
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.preview_page import PreviewPage
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, title
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel

_REGISTER = {"打印时间": 11, "文书": 16, "页数": 4, "经办人": 7, "文件": 24}


class PapersPage(OverPage):
    """Goes between the choice of papers and the preview."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self.choice = PaperChoice(desk)
        super().__init__(self.choice)
        self._preferences = preferences
        self.choice.failed.connect(self.failed)
        self.choice.made.connect(self.preview)

    def refresh(self) -> None:
        """Reads the register anew when the page is shown."""
        if self.over is None:
            self.choice.reload()

    def make(self, paper_id: str, subject: str) -> None:
        """Makes a paper about a record and shows it."""
        self.clear()
        self.choice.make(paper_id, subject=subject)

    def preview(self, heading: str, file: Path, official: bool) -> None:
        """Shows a paper."""
        page = PreviewPage(self._preferences, heading, file, official=official)
        page.back_asked.connect(self._back)
        page.failed.connect(self.failed)
        page.said.connect(self.said)
        self.lay_over(page)
        page.view.setFocus()

    def _back(self) -> None:
        self.clear()
        self.refresh()


class PaperChoice(QWidget):
    """The papers there are, what each needs, and the register of those printed."""

    made = Signal(str, Path, bool)
    """Title, file, whether it is an official document."""
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._papers = {paper.id: paper for paper in papers()}
        self.list = QListWidget()
        self.list.setAccessibleName("文书")
        for paper in self._papers.values():
            item = QListWidgetItem(paper.title)
            item.setData(Qt.ItemDataRole.UserRole, paper.id)
            self.list.addItem(item)
        self.year, self.place, self.subject = QComboBox(), QComboBox(), QComboBox()
        self.pick = button("选择企业…", self._pick_enterprise, sign="search")
        self.go = button("生成并预览", self._go, sign="paper", weight="main", hint="Ctrl+回车")
        self.strip, self.panel = Strip(), WorkPanel()
        self.panel.failed.connect(self.failed)
        self.panel.busy_changed.connect(self.go.setDisabled)
        self.register = TextTable(tuple(_REGISTER), figures=(2,))
        self._asked_for: Kind | None = None
        self._files: list[tuple[str, str, Path]] = []
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_paper())
        self.year.currentIndexChanged.connect(lambda _place: self._show_paper())
        self.list.setCurrentRow(0)

    def reload(self) -> None:
        """Reads subjects and register anew."""
        self._show_paper()
        rows = printed_papers(self._desk.workspace)
        self._files = [(row.paper, row.title, Path(row.file)) for row in rows]
        self.register.show_rows(
            [
                ((row.printed_at.replace("T", " ")[:16], row.title, f"{row.pages}", row.printed_by, row.file), None)
                for row in rows
            ]
        )

    def make(self, paper_id: str, *, subject: str = "", year: int | None = None, place: str = "") -> None:
        """Makes a paper in the worker and hands it on for the preview."""
        paper, now = self._papers[paper_id], self._desk.now()
        folder = self._desk.workspace.folder
        out = folder / "papers" / f"{paper.title}-{now:%Y%m%d-%H%M%S}.pdf"

        def job(report: Report) -> Printed:
            report(0, 0, f"正在排版：{paper.title}…")
            with open_workspace(folder, now=now) as workspace:
                return print_paper(
                    workspace,
                    paper_id,
                    year=year or self._desk.year,
                    subject=subject or None,
                    place=place or None,
                    out=out,
                    now=now,
                )

        self.panel.run(f"正在排版：{paper.title}…", job, lambda printed: self._made(paper, printed))

    def _go(self) -> None:
        paper = self._chosen()
        subject = str(self.subject.currentData() or "")
        if "subject" in paper.needs and not subject:
            self.strip.say("请先选择这份文书的对象；没有可选的，请先建档或填报。", tone="query")
            self.subject.setFocus()
            return
        place = str(self.place.currentData() or "")
        self.make(paper.id, subject=subject, year=self.year.currentData(), place=place)

    def _made(self, paper: Paper, printed: Printed) -> None:
        self.strip.say(
            f"以下字符没有字体可以显示，请核对：{'、'.join(printed.missing)}" if printed.missing else "", tone="query"
        )
        self.made.emit(paper.title, printed.file, paper.is_official)

    def _chosen(self) -> Paper:
        return self._papers[self.list.currentItem().data(Qt.ItemDataRole.UserRole)]

    def _show_paper(self) -> None:
        """Asks only for what the paper needs."""
        paper = self._chosen()
        self._asked.setRowVisible(self.subject, "subject" in paper.needs)
        self._asked.setRowVisible(self.pick, about_enterprise(paper))
        self._asked.setRowVisible(self.place, paper.is_official and self._desk.workspace.profile.office.collects)
        if about_enterprise(paper) and self._asked_for == paper.about:
            return  # the enterprise once picked serves all papers about one
        self._asked_for = paper.about
        held = self.subject.currentData()
        self.subject.clear()
        for uid, name in subjects_of(paper, self._desk.workspace, self.year.currentData()):
            self.subject.addItem(name, uid)
        self.subject.setCurrentIndex(max(self.subject.findData(held), 0))
        self._about.setText(paper.title)

    def _pick_enterprise(self) -> None:
        picker = EnterprisePicker(self._desk.workspace, self)
        picker.picked.connect(self._take_enterprise)
        picker.open()

    def _take_enterprise(self, uid: str) -> None:
        record = self._desk.workspace.records.get(uid)
        if record is not None:
            self.subject.clear()
            self.subject.addItem(record.text("name"), uid)
            self.go.setFocus()

    def _open_old(self, line: int) -> None:
        paper_id, heading, file = self._files[line]
        if not file.is_file():
            self.failed.emit(UserError(f"找不到 {file}，可能已被移走；可以重新生成。"))
            return
        paper = self._papers.get(paper_id)
        self.made.emit(heading, file, paper is not None and paper.is_official)

    def _lay_out(self) -> None:
        for plan_id in reversed(resources.plan_ids()):
            year = resources.plan(plan_id).year
            self.year.addItem(f"{year}年度", year)
        self.place.addItem("全区", "")
        for place in resources.places():
            self.place.addItem(place.name, place.code)
        self._about = QLabel()
        self._about.setObjectName("sectionTitle")
        self._asked = QFormLayout()
        self._asked.addRow("年度", self.year)
        self._asked.addRow("对象", self.subject)
        self._asked.addRow("", self.pick)
        self._asked.addRow("范围", self.place)
        self._asked.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        kinds, chosen, before = Card("文书"), Card(), Card("打印登记")
        kinds.inside.addWidget(self.list)
        chosen.inside.addWidget(self._about)
        chosen.inside.addLayout(self._asked)
        chosen.inside.addStretch(1)
        chosen.inside.addWidget(muted("生成的文件存入工作目录的 papers 文件夹，并自动登记。"))
        chosen.inside.addWidget(self.go)
        view = table_view(self.register, tuple(_REGISTER.values()))
        view.activated.connect(lambda index: self._open_old(index.row()))
        before.inside.addWidget(view)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(kinds, 1)
        upper.addWidget(chosen, 1)
        layout = page_layout(self)
        layout.addWidget(title("公文打印"))
        layout.addWidget(self.strip)
        layout.addLayout(upper, 3)
        layout.addWidget(self.panel)
        layout.addWidget(before, 2)
