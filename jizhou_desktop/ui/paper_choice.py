"""公文打印: choose a paper and what it is about, make it; and the register of those printed before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.print_out import Paper, papers
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker
from jizhou_desktop.ui.paper_order import PaperOrder
from jizhou_desktop.ui.paper_register import PaperRegister
from jizhou_desktop.ui.paper_subjects import about_enterprise, all_subjects, subjects_of
from jizhou_desktop.ui.widgets import Card, Strip, button, choice, muted, page_layout, row, shortcut, title
from jizhou_desktop.ui.work_panel import WorkPanel


class PaperChoice(QWidget):
    """The papers there are, what each needs, and the register of those printed."""

    made = Signal(object, object)
    """The order and what was printed."""
    composed = Signal(object, object)
    """The order and the document's text, to be edited."""
    made_many = Signal(object, object)
    """The order of one paper about many and all that was printed."""
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
        self.edit = button("修改文字…", self._edit, hint="打印前改标题、段落和主送、抄送机关")
        self.all = button("全部", self.make_all, hint="每个对象一份，一次排好，作为一个任务打印")
        self.go = button("生成并预览", self._go, sign="paper", weight="main", hint="Ctrl+回车")
        self.strip, self.panel = Strip(), WorkPanel()
        self.panel.failed.connect(self.failed)
        self.panel.busy_changed.connect(self._set_busy)
        self.register = PaperRegister(desk)
        self._asked_for: Kind | None = None
        self.parts = (choice("打印文书", chosen=True), choice("打印登记"))
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.itemActivated.connect(lambda _item: self._go())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(keys, self, self._go)
        self.list.currentRowChanged.connect(lambda _row: self._show_paper())
        self.year.currentIndexChanged.connect(lambda _place: self._show_paper())
        self.list.setCurrentRow(0)

    def reload(self) -> None:
        """Reads subjects and register anew."""
        self._show_paper()
        self.register.reload()

    def order(self, paper_id: str, *, subject: str = "", place: str = "", year: int = 0) -> PaperOrder:
        """An order for a paper; of the desk's year where none is named."""
        return PaperOrder(self._papers[paper_id], year or self._desk.year, subject, place)

    def make(self, order: PaperOrder) -> None:
        """Makes a paper in the worker and hands it on for the preview."""
        folder, now = self._desk.workspace.folder, self._desk.now()
        out = folder / "papers" / f"{order.paper.title}-{now:%Y%m%d-%H%M%S}.pdf"
        said = f"正在排版：{order.paper.title}…"
        self.panel.run(said, lambda _report: order.write(folder, out, now), lambda done: self.made.emit(order, done))

    def make_all(self) -> None:
        """Makes the paper chosen about all that it may be about, to be looked at and printed as one job."""
        order = self.order(self._chosen().id, year=int(self.year.currentData()))
        folder, now, subjects = self._desk.workspace.folder, self._desk.now(), self._all_subjects()
        self.panel.run(
            f"正在排版：{order.paper.title}…",
            lambda report: order.write_all(folder, subjects, now, report),
            lambda made: self.made_many.emit(order, made),
        )

    def _go(self) -> None:
        order = self._ordered()
        if order is not None:
            self.make(order)

    def _edit(self) -> None:
        """Composes the text in the worker and hands it on to be edited."""
        order, folder, now = self._ordered(), self._desk.workspace.folder, self._desk.now()
        if order is not None:
            self.panel.run(
                "正在起草…", lambda _report: order.compose(folder, now), lambda text: self.composed.emit(order, text)
            )

    def _ordered(self) -> PaperOrder | None:
        """The order as chosen; None, and a sentence, where its subject is missing."""
        paper, subject = self._chosen(), str(self.subject.currentData() or "")
        if paper.needs and not subject:
            self.strip.say("请先选择这份文书的对象；没有可选的，请先建档或填报。", tone="query")
            self.subject.setFocus()
            return None
        self.strip.say("")
        place = str(self.place.currentData() or "") if paper.is_official else ""
        if "place" in paper.needs:
            place, subject = subject, ""
        return self.order(
            paper.id, subject=subject if paper.needs else "", place=place, year=int(self.year.currentData())
        )

    def _chosen(self) -> Paper:
        return self._papers[self.list.currentItem().data(Qt.ItemDataRole.UserRole)]

    def _show_paper(self) -> None:
        """Asks only for what the paper needs."""
        paper = self._chosen()
        self.edit.setVisible(paper.is_official)
        self._asked.setRowVisible(self.subject, bool(paper.needs))
        self._asked.setRowVisible(self.pick, about_enterprise(paper))
        self._asked.setRowVisible(self.place, paper.is_official and self._desk.workspace.profile.office.collects)
        self._about.setText(paper.title)
        self._offer_all(paper)
        if about_enterprise(paper) and self._asked_for == paper.about:
            return  # the enterprise once picked serves all papers about one
        self._asked_for = paper.about
        held = self.subject.currentData()
        self.subject.clear()
        for uid, name in subjects_of(paper, self._desk.workspace, self.year.currentData()):
            self.subject.addItem(name, uid)
        self.subject.setCurrentIndex(max(self.subject.findData(held), 0))

    def _offer_all(self, paper: Paper) -> None:
        count = len(self._all_subjects()) if paper.needs else 0
        self.all.setVisible(count > 1)
        self.all.setText(f"全部{count:,}份")

    def _all_subjects(self) -> list[str]:
        return all_subjects(self._chosen(), self._desk.workspace, int(self.year.currentData()))

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

    def _set_busy(self, busy: bool) -> None:
        for part in (self.go, self.all, self.edit):
            part.setDisabled(busy)

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
        kinds, chosen = Card("文书"), Card()
        kinds.inside.addWidget(self.list)
        chosen.inside.addWidget(self._about)
        chosen.inside.addLayout(self._asked)
        chosen.inside.addStretch(1)
        chosen.inside.addWidget(muted("生成的文件存入工作目录的 papers 文件夹，并自动登记。"))
        chosen.inside.addLayout(row(1, self.edit, self.all, self.go))
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(kinds, 1)
        upper.addWidget(chosen, 1)
        making = QWidget()
        making.setLayout(upper)
        upper.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for number, (part, page) in enumerate(zip(self.parts, (making, self.register), strict=True)):
            self._stack.addWidget(page)
            group.addButton(part, number)
            part.setToolTip(f"Alt+{number + 1}")
            shortcut(f"Alt+{number + 1}", self, part.click)
        group.idClicked.connect(self._stack.setCurrentIndex)
        layout = page_layout(self)
        layout.addLayout(row(title("公文打印"), 1, *self.parts))
        layout.addWidget(self.strip)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.panel)
