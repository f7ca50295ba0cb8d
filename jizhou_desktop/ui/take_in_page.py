"""导入: choose a file, check its sheets and columns, look it through, then say yes. For workbooks and packages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jizhou_desktop.tasks import take_back, take_in, templates
from jizhou_desktop.tasks.take_back import TakeInRow, TakenBack
from jizhou_desktop.tasks.take_in_choices import needs_checking
from jizhou_desktop.tasks.take_in_package import PackageLook
from jizhou_desktop.ui.choose_file import choose_to_read, choose_to_write
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.look_rows import LookRow
from jizhou_desktop.ui.look_view import LookView
from jizhou_desktop.ui.match_view import MatchView
from jizhou_desktop.ui.messages import ask
from jizhou_desktop.ui.take_in_jobs import Looked, looking, looking_again, saving, taking_back
from jizhou_desktop.ui.take_in_start import TakeInStart
from jizhou_desktop.ui.widgets import Strip, button, muted, page_layout, row, shortcut, title
from jizhou_desktop.ui.work_panel import WorkPanel

_KINDS = "工作簿或数据包 (*.xlsx *.xlsm *.xls *.et *.ods *.csv *.txt *.jzb);;所有文件 (*)"
_STEPS = ("选择文件", "核对表和栏目", "试读结果")


class TakeInPage(QWidget):
    """Nothing is saved before 确认导入, and then all of it or nothing; a workbook can be taken back as one."""

    closed = Signal()
    taken = Signal()
    """Something was saved, or taken back."""
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: Path | None = None
        self._look: take_in.Look | None = None
        self.setAcceptDrops(True)
        self.start, self.match, self.view = TakeInStart(), MatchView(), LookView()
        self.steps = QStackedWidget()
        for step in (self.start, self.match, self.view):
            self.steps.addWidget(step)
        self.panel, self.strip, self._where = WorkPanel(), Strip(), muted("", wrap=False)
        self.choose = button("选择文件…", self._choose, sign="folder", weight="main")
        self.back = button("上一步：核对表和栏目", self.show_match, sign="back")
        self.next = button(
            "下一步：试读", self.look_by_choices, sign="right", weight="main", hint="按所选的对应关系试读，不保存"
        )
        self.confirm = button("确认导入", self.save, sign="check", weight="main")
        self.mark = button("另存标错副本…", self._choose_marked, sign="save", hint="在原表副本的单元格里标出每一处错误")
        self.drop = button("放弃", self.clear)
        self._join()
        layout = page_layout(self)
        away = button("返回", self.closed.emit, sign="back", hint="Esc")
        layout.addLayout(row(away, title("导入"), self._where, 1, self.choose))
        shortcut("Esc", self, self.closed.emit)
        for part in (self.strip, self.panel):
            layout.addWidget(part)
        layout.addWidget(self.steps, 1)
        layout.addLayout(row(self.back, self.mark, 1, self.drop, self.next, self.confirm))
        self.clear()

    def look(self, file: Path) -> None:
        """Looks a file through in the worker and shows what it would bring."""
        if self.panel.run(f"正在读取 {file.name}…", looking(self._desk, file), self._show):
            self.clear()
            self._file = file

    def look_by_choices(self, *, stay: bool = False) -> None:
        """Looks the same file through by what was decided; `stay` shows the sheets again and not the rows."""
        before = self._look
        if not isinstance(before, take_in.WorkbookLook):
            return

        def then(again: Looked) -> None:
            self._look = again[0]
            self._show_match() if stay else self._show_look(*again)

        self.panel.run("正在试读…", looking_again(self._desk, before, dict(self.match.choices)), then)

    def save(self) -> None:
        """Saves what is sound of the file shown."""
        looked = self._look
        if looked is not None:
            words = "正在保存，全部写入或一条不写…"
            self.panel.run(words, saving(self._desk, looked), lambda said: self._saved(said, looked))

    def take_back(self, number: int) -> None:
        """Takes one take-in back."""
        self.panel.run("正在撤销…", taking_back(self._desk, number), self._show_taken_back)

    def template(self, kind: str, out: Path) -> None:
        """Writes a blank template."""
        now, year = self._desk.now(), self._desk.year
        self.panel.run(
            "正在写空白模板…",
            lambda _report: templates.template(kind, out, now=now, year=year),
            lambda _sheets: self.strip.say(f"已写出空白模板 {out}"),
        )

    def clear(self) -> None:
        """Forgets the file that was looked at."""
        self._file = self._look = None
        self.strip.say("")
        self.start.show_register(take_back.register(self._desk.workspace))
        self._go_to(self.start)

    def show_match(self) -> None:
        """Back to the sheets and columns."""
        self._show_match()

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

    def _choose_template(self, kind: str) -> None:
        proposed = Path.home() / f"{templates.kinds()[kind].partition('（')[0]}模板.xlsx"
        choose_to_write(self, "另存空白模板", proposed, "工作簿 (*.xlsx)", lambda out: self.template(kind, out))

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

    def _show(self, found: Looked) -> None:
        """What is unsure is checked first; everything else goes straight to the rows."""
        looked, rows = found
        self._look = looked
        self._show_look(looked, rows)
        if isinstance(looked, take_in.WorkbookLook) and needs_checking(looked):
            self._show_match()

    def _show_match(self) -> None:
        if isinstance(self._look, take_in.WorkbookLook):
            self.match.show_look(self._look)
            self.strip.say("请核对要导入的工作表和每一栏的对应项目，再按“下一步”试读。")
            self._go_to(self.match)
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_look(self, looked: take_in.Look, rows: list[LookRow]) -> None:
        counts = looked.counts()
        said = "，".join(f"{label}{counts[name]:,}" for name, label in take_in.COUNT_LABELS.items())
        tone = "query" if looked.has_faults else "plain"
        faults = "有误的行不会保存，改好后再导入即可。" if looked.has_faults else ""
        name = self._file.name if self._file else ""
        self.strip.say(f"{name}：{said}。尚未保存，请核对后按“确认导入”。{faults}", tone=tone)
        self.view.show_rows(rows)
        self._go_to(self.view)
        if self.confirm.isEnabled():
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, words: str, looked: take_in.Look) -> None:
        """`words` are the receipt (回执) where a package was taken in."""
        self.clear()
        latest = next(iter(take_back.register(self._desk.workspace)), None)
        offers: dict[str, Callable[[], object]] = {}
        if latest is not None and not isinstance(looked, PackageLook):
            offers = {"撤销本次导入…": lambda: self._ask_back(latest)}
        self.strip.say(words, offers=offers)
        self.taken.emit()
        self.said.emit("已导入")

    def _ask_back(self, one: TakeInRow) -> None:
        question = (
            f"撤销第{one.number}次导入“{one.file}”？\n\n新增的记录移出列表，变更的恢复原值；"
            "此后又有改动的保持现状并逐条列出。修改历史都会保留。"
        )
        ask(self, question, {"保留": lambda: None, "撤销导入": lambda: self.take_back(one.number)})

    def _show_taken_back(self, back: TakenBack) -> None:
        self.clear()
        left = "".join(f"\n　{sentence}" for sentence in back.left[:8])
        more = f"\n　……等{len(back.left):,}条" if len(back.left) > 8 else ""
        self.strip.say(f"{back.text()}{left}{more}", tone="query" if back.left else "plain")
        self.taken.emit()
        self.said.emit("已撤销导入")

    def _go_to(self, step: QWidget) -> None:
        looked = self._look
        counts = looked.counts() if looked else {}
        self.steps.setCurrentWidget(step)
        here = self.steps.currentIndex()
        self._where.setText(
            "　›　".join(f"【{words}】" if place == here else words for place, words in enumerate(_STEPS))
        )
        workbook = isinstance(looked, take_in.WorkbookLook)
        self.back.setVisible(step is self.view and workbook)
        self.next.setVisible(step is self.match)
        self.drop.setVisible(looked is not None)
        self.confirm.setVisible(step is self.view)
        self.mark.setVisible(step is self.view and looked is not None and workbook and looked.has_faults)
        self.confirm.setEnabled(bool(counts.get("new") or counts.get("changed")))

    def _set_busy(self, busy: bool) -> None:
        for part in (self.choose, self.confirm, self.drop, self.mark, self.back, self.next, self.steps):
            part.setDisabled(busy)
        if not busy:
            self._go_to((self.start, self.match, self.view)[self.steps.currentIndex()])

    def _join(self) -> None:
        self.panel.failed.connect(self.failed)
        self.panel.busy_changed.connect(self._set_busy)
        self.match.asked.connect(lambda: self.look_by_choices(stay=True))
        self.start.template_asked.connect(self._choose_template)
        self.start.back_asked.connect(self._ask_back)


def _dropped(event: QDropEvent) -> Path | None:
    names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(names[0]) if len(names) == 1 else None
