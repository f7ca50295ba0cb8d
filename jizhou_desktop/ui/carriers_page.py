"""载体档案: parks, buildings and bases, and the dossier of the one that is open over the list."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.carriers import CarrierLine, carriers
from jizhou_desktop.ui.carrier_page import FORM, CarrierPage
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.messages import ask
from jizhou_desktop.ui.over_page import OverPage
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import button, muted, page_layout, row, shortcut, title

_HEADS = {
    "载体名称": 22, "类别": 13, "级别": 6, "认定日期": 9, "面积（平方米）": 9, "使用率": 6, "入驻（家）": 7,
    "所属乡镇": 8,
}  # fmt: skip
_FIGURES = (4, 5, 6)
_ALL = "全部类别"
_PAUSE = 120


class CarriersPage(OverPage):
    """Goes between list and dossier."""

    print_asked = Signal(str)
    enterprise_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.list = CarrierList(desk)
        super().__init__(self.list)
        self._desk = desk
        self.list.open_asked.connect(self.open)
        self.list.new_asked.connect(lambda: self.open(""))

    @property
    def dossier(self) -> CarrierPage | None:
        """The dossier that is open."""
        return self.over if isinstance(self.over, CarrierPage) else None

    def refresh(self) -> None:
        """Reads the list anew when the page is shown."""
        if self.over is None:
            self.list.reload()

    def open(self, uid: str) -> None:
        """Opens a dossier, a new one where `uid` is blank; asks first where the open one has unsaved answers."""
        kept = self.dossier
        if kept is not None and kept.dirty:
            answers = {"继续填写": lambda: None, "保存并打开": lambda: self._open(uid) if kept.save() else None}
            ask(self, "现在打开的档案有未保存的内容。", {**answers, "取消": lambda: None})
        else:
            self._open(uid)

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        if self.dossier is not None:
            self.dossier.keep_drafts()

    def _open(self, uid: str) -> None:
        page = CarrierPage(self._desk, uid)
        page.closed.connect(self._close)
        page.next_asked.connect(self._next)
        page.print_asked.connect(self.print_asked)
        page.enterprise_asked.connect(self.enterprise_asked)
        page.said.connect(self.said)
        self.said.emit("")
        self.lay_over(page)
        page.start()

    def _close(self) -> None:
        self.clear()
        self.list.reload()
        self.list.view.setFocus()

    def _next(self, uid: str) -> None:
        """The next of the list; after the last one, back to the list."""
        following = self.list.next_after(uid)
        if following:
            self._open(following)
        else:
            self._close()
            self.said.emit("已保存，列表到此为止")


class CarrierList(QWidget):
    """All carriers at a glance: how full each is, at which level and since when."""

    open_asked = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[CarrierLine] = []
        self.search = QLineEdit(placeholderText="按名称、运营单位、地址查找")
        self.search.setAccessibleName("查找载体")
        self.kinds = QComboBox()
        self.kinds.addItems([_ALL, *resources.form(FORM).field("subject").choices])
        self.kinds.setAccessibleName("类别")
        self.closed = QCheckBox("显示已关闭")
        self.table = TextTable(tuple(_HEADS), figures=_FIGURES)
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.activated.connect(lambda index: self.open_asked.emit(self.uid_at(index.row())))
        self.count = muted("", wrap=False)
        self.empty = muted("还没有载体档案。按“新建档案”（Ctrl+N）登记园区、楼宇或小微企业创业创新示范基地。")
        new = button("新建档案", self.new_asked.emit, sign="add", weight="main", hint="Ctrl+N")
        layout = page_layout(self)
        layout.addLayout(row(title("载体档案"), self.count, 1, new))
        line = row(self.search, self.kinds, self.closed)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        self._listen()

    def _listen(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.kinds.currentIndexChanged.connect(lambda _place: self.reload())
        self.closed.toggled.connect(lambda _on: self.reload())
        shortcut("Ctrl+N", self, self.new_asked.emit)
        shortcut("Ctrl+F", self, self.search.setFocus)

    def reload(self) -> None:
        """Reads the carriers that fit."""
        self._pause.stop()
        text, kind = self.search.text(), self.kinds.currentText()
        found = carriers(self._desk.workspace, text, closed=self.closed.isChecked(), today=self._desk.now().date())
        self._lines = [line for line in found if kind in (_ALL, line.record.text("subject"))]
        self.table.show_rows([(_words(line), None) for line in self._lines])
        areas = sum(line.tenants for line in self._lines)
        self.count.setText(f"共{len(self._lines)}个，入驻企业{areas}家" if self._lines else "")
        filtered = bool(text.strip()) or kind != _ALL
        self.view.setVisible(bool(self._lines) or filtered)
        self.empty.setVisible(not self._lines and not filtered)

    def uid_at(self, line: int) -> str:
        """The uid of the carrier on a line."""
        return self._lines[line].record.uid

    def next_after(self, uid: str) -> str:
        """The uid on the line after that of a carrier; blank where it is the last, or not in the list."""
        uids = [line.record.uid for line in self._lines]
        place = uids.index(uid) + 1 if uid in uids else len(uids)
        return uids[place] if place < len(uids) else ""


def _words(line: CarrierLine) -> tuple[str, ...]:
    form, codes, record = resources.form(FORM), resources.codes(), line.record
    name = f"{record.text('name')}（已关闭：{record.closed}）" if record.closed else record.text("name")
    said = {field: show(form.field(field), record[field], codes) for field in ("recognised_on", "area", "place")}
    share = "" if line.occupancy is None else f"{grouped(line.occupancy)}%"
    return (
        name, record.text("subject"), record.text("level"), said["recognised_on"], said["area"], share,
        str(line.tenants), said["place"],
    )  # fmt: skip
