"""导入: choose a file, look it through without saving, then say yes. For rosters (花名册) and packages (数据包)."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.take_in_package import PackageLook, save_package
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.choose_file import choose_to_read, choose_to_write
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.look_view import LookView
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, row, shortcut, title
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel

_KINDS = "花名册或数据包 (*.xlsx *.xlsm *.xls *.ods *.csv *.jzb);;所有文件 (*)"


class TakeInPage(QWidget):
    """Nothing is saved before 确认导入, and then all of it or nothing."""

    closed = Signal()
    taken = Signal()
    """Something was saved."""
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: Path | None = None
        self._look: take_in.Look | None = None
        self.setAcceptDrops(True)
        self.view = LookView()
        self.panel = WorkPanel()
        self.strip = Strip()
        self._hint = _drop_hint()
        self.choose = button("选择文件…", self._choose, sign="folder", weight="main")
        self.confirm = button("确认导入", self.save, sign="check", weight="main")
        self.mark = button("另存标错副本…", self._choose_marked, sign="save", hint="在原表副本的单元格里标出每一处错误")
        self.drop = button("放弃", self.clear)
        self.panel.failed.connect(self.failed)
        self.panel.busy_changed.connect(self._set_busy)
        layout = page_layout(self)
        back = button("返回", self.closed.emit, sign="back", hint="Esc")
        layout.addLayout(row(back, title("导入"), 1, self.choose))
        shortcut("Esc", self, self.closed.emit)
        layout.addWidget(self.strip)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.panel)
        layout.addLayout(row(self.mark, 1, self.drop, self.confirm))
        self.clear()

    def look(self, file: Path) -> None:
        """Looks a file through in the worker and shows what it would bring."""
        folder, year, now = self._desk.workspace.folder, self._desk.year, self._desk.now

        def job(report: Report) -> take_in.Look:
            report(0, 0, f"正在试读 {file.name}…")
            with open_workspace(folder, now=now()) as workspace:
                looked = take_in.look(workspace, file, year=year)
            report(1, 1, "试读完成")
            return looked

        if self.panel.run(f"正在试读 {file.name}…", job, self._show):
            self.clear()
            self._file = file

    def save(self) -> None:
        """Saves what is sound of the file shown."""
        looked, folder, now, new_uid = self._look, self._desk.workspace.folder, self._desk.now, self._desk.new_uid
        if looked is None:
            return

        def job(_report: Report) -> str:
            with open_workspace(folder, now=now()) as workspace:
                if isinstance(looked, PackageLook):
                    return save_package(workspace, looked, now=now()).text()
                take_in.save(workspace, looked, now=now(), new_uid=new_uid)
            return "已导入，可在“企业档案”中查看。"

        self.panel.run("正在保存，全部写入或一条不写…", job, self._saved)

    def clear(self) -> None:
        """Forgets the file that was looked at."""
        self._file = self._look = None
        self.strip.say("")
        self._show_parts()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) and not self.panel.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.look(file)

    def _choose(self) -> None:
        choose_to_read(self, "选择要导入的文件", _KINDS, self.look)

    def _choose_marked(self) -> None:
        if self._file is not None and self._look is not None:
            proposed = self._file.with_name(f"{self._file.stem}（标错）.xlsx")
            choose_to_write(self, "另存标错副本", proposed, "工作簿 (*.xlsx)", self._write_marked)

    def _write_marked(self, out: Path) -> None:
        looked = self._look
        if looked is not None:
            self.panel.run(
                "正在写标错副本…",
                lambda _report: take_in.write_marked(looked, out),
                lambda _none: self.said.emit(f"已写出 {out}"),
            )

    def _show(self, looked: take_in.Look) -> None:
        self._look = looked
        counts = looked.counts()
        said = "，".join(f"{label}{counts[name]}" for name, label in take_in.COUNT_LABELS.items())
        tone = "query" if looked.has_faults else "plain"
        faults = "有误的行不会保存，改好后再导入即可。" if looked.has_faults else ""
        name = self._file.name if self._file else ""
        self.strip.say(f"{name}：{said}。尚未保存，请核对后按“确认导入”。{faults}", tone=tone)
        self.view.show_look(looked)
        self._show_parts()
        if self.confirm.isEnabled():
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, words: str) -> None:
        """`words` are the receipt (回执) where a package was taken in."""
        self.clear()
        self.strip.say(words)
        self.taken.emit()
        self.said.emit("已导入")

    def _show_parts(self) -> None:
        looked = self._look
        counts = looked.counts() if looked else {}
        self._hint.setVisible(looked is None)
        self.view.setVisible(looked is not None)
        for part in (self.confirm, self.drop):
            part.setVisible(looked is not None)
        self.mark.setVisible(looked is not None and looked.kind == "workbook" and looked.has_faults)
        self.confirm.setEnabled(bool(counts.get("new") or counts.get("changed")))

    def _set_busy(self, busy: bool) -> None:
        for part in (self.choose, self.confirm, self.drop, self.mark):
            part.setDisabled(busy)
        if not busy:
            self._show_parts()


def _drop_hint() -> Card:
    card = Card()
    words = QLabel("把文件拖到这里，或按“选择文件”")
    words.setObjectName("sectionTitle")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    explained = muted(
        "可以导入：花名册（xlsx、xls、ods、csv，表头次序不限，金额单位可以是元、万元、亿元），"
        "或下级单位报来的数据包（jzb）。先试读，不保存；确认后才写入。"
    )
    explained.setAlignment(Qt.AlignmentFlag.AlignCenter)
    card.inside.addStretch(1)
    card.inside.addWidget(words)
    card.inside.addWidget(explained)
    card.inside.addStretch(1)
    return card


def _dropped(event: QDropEvent) -> Path | None:
    names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(names[0]) if len(names) == 1 else None
