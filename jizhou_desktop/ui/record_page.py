"""A page for one dossier, of an enterprise or a carrier: what both can do — save, leave, print, close, put back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from jizhou_desktop.domain.answers import Judged
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import dossiers, resources
from jizhou_desktop.tasks.record_history import moments, reopen_dossier
from jizhou_desktop.ui.answer_sheet import AnswerSheet
from jizhou_desktop.ui.close_dialog import CloseDialog
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_head import DossierHead
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.evidence_panel import EvidencePanel
from jizhou_desktop.ui.explain_dialog import ExplainDialog
from jizhou_desktop.ui.file_drop import FileDrop
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.history_view import HistoryView
from jizhou_desktop.ui.problem_list import ProblemList
from jizhou_desktop.ui.sheets_page import SheetsPage
from jizhou_desktop.ui.widgets import page_layout, shortcut


class RecordPage(SheetsPage):
    """Made anew for each dossier. It saves by itself and asks for everything else. Pages add their tabs and say what
    depends on what is saved (`_refresh`) and on what is typed (`_show_state`).
    """

    next_asked = Signal(str)
    """Saved; the next dossier after that uid is wanted."""
    open_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(self, desk: Desk, form_id: str, record: Record | None, head: DossierHead) -> None:
        """`record` is None for a new dossier."""
        super().__init__("这份档案")
        self._desk, self.head = desk, head
        self.uid = record.uid if record else desk.new_uid()
        form, codes = resources.form(form_id), resources.codes()
        self.form = EntryForm(form, codes)
        self.sheet = AnswerSheet(desk, form, self.form, record=record, uid=self.uid)
        self.writable = record is None or record.office == desk.workspace.profile.office.code
        self.evidence = EvidencePanel(desk, self.uid)
        self.history = HistoryView()
        self.problems = ProblemList()
        self._typed_problems: tuple[Problem, ...] = ()
        self._rule_problems: tuple[Problem, ...] = ()
        layout = page_layout(self)
        for part in (self.head, self.strip, self.tabs, self.problems):
            layout.addWidget(part, 1 if part is self.tabs else 0)
        area = form_area(self.form)
        self.tabs.addTab(area, "基本情况")
        self.parts.add(self.sheet, area)

    def start(self) -> None:
        """Puts the cursor into the first field."""
        self.form.go_to()

    def go_to_problem(self, problem: Problem) -> None:
        """Goes to the field that a problem speaks of."""
        self.tabs.setCurrentIndex(0)
        self.form.go_to(problem.field)

    def audit(self) -> None:
        """Saves what was typed, runs the rules over the dossier, and puts the cursor into what they found."""
        if self.dirty and not self.save():
            return
        self._refresh()
        self.problems.start()
        self.said.emit("审核完成" if self.problems.problems else "审核完成，没有发现问题")

    # for the pages made of it

    _EXPLAINED = 2
    """Tabs, from the first on, beside which the reckoning is shown in full."""

    def _begin(self) -> None:
        """Once all tabs are there: keys, the drafts that were left, and what depends on what is saved."""
        self.tabs.addTab(self.evidence, "佐证材料")
        self.tabs.addTab(self.history, "修改历史")
        self._listen()
        super()._begin()

    def _refresh(self) -> None:
        """Reads again what depends on what is saved."""
        saved = self.sheet.record
        if saved is not None:
            self.history.show_moments(moments(self._desk.workspace, self.uid))
        self.evidence.refresh()
        for tab in (self.evidence, self.history):
            self.tabs.setTabEnabled(self.tabs.indexOf(tab), saved is not None)
        self.head.close_button.setVisible(saved is not None and not saved.closed and self.writable)
        if saved is not None and saved.closed:
            offers: dict[str, Callable[[], object]] = {"重新启用": self._reopen} if self.writable else {}
            self.strip.say(f"档案已关闭：{saved.closed}。不列入名单和统计。", tone="query", offers=offers)
        self._show_problems()
        self._show_state()

    def _show_problems(self) -> None:
        self.problems.show_problems([*self._typed_problems, *self._rule_problems])

    # errands

    def _listen(self) -> None:
        self.form.judged.connect(self._judged)
        self.head.save_asked.connect(self.save)
        self.head.next_asked.connect(self._save_and_next)
        self.head.back_asked.connect(self.leave)
        self.head.print_asked.connect(self._print)
        self.head.close_asked.connect(self.ask_to_close)
        self.evidence.changed.connect(self._refresh)
        FileDrop(self, self._drop)
        self.problems.picked.connect(self.go_to_problem)
        self.problems.explain_asked.connect(self._explain)
        shortcut("F9", self, self._unless_composing(self.audit))
        self.tabs.currentChanged.connect(lambda place: self.head.speak_briefly(place >= self._EXPLAINED))
        self.history.put_back_asked.connect(self._put_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(keys, self, self._unless_composing(self._save_and_next))
        shortcut("Ctrl+P", self, self._print)
        for place in range(self.tabs.count()):
            shortcut(f"Alt+{place + 1}", self, partial(self.tabs.setCurrentIndex, place))

    def _judged(self, judged: Judged) -> None:
        self._typed_problems = tuple(judged.problems) if self.sheet.dirty or self.sheet.record else ()
        self._show_problems()
        self._show_state()

    def _explain(self, problem: Problem) -> None:
        dialog = ExplainDialog(self, self._desk, problem, self.problems.problems)
        dialog.changed.connect(self._refresh)
        dialog.open()

    def _save_and_next(self) -> None:
        if self.save():
            self.next_asked.emit(self.uid)

    def _print(self) -> None:
        if self.save():
            self.print_asked.emit(self.uid)

    def _drop(self, files: Sequence[Path]) -> None:
        """Files dropped anywhere on the dossier are its evidence."""
        if self.sheet.record is None:
            self.strip.say("请先保存这份档案，再添加佐证材料。", tone="query")
            return
        self.tabs.setCurrentWidget(self.evidence)
        self.evidence.add_files(files)

    def ask_to_close(self) -> None:
        """Saves what is typed, then asks why the dossier is to be closed."""
        if self.save() and self.sheet.record is not None:
            dialog = CloseDialog(self._desk, self.uid, self.sheet.record.text("name"), self)
            dialog.done_with.connect(lambda why: self._read_again(f"已关闭：{why}"))
            dialog.open()

    def _reopen(self) -> None:
        if self.save():
            reopen_dossier(self._desk.workspace, self.uid, now=self._desk.now())
            self.strip.say("")
            self._read_again("档案已重新启用")

    def _put_back(self, uid: str, revision: int) -> None:
        dossiers.put_back(self._desk.workspace, uid, revision, now=self._desk.now())
        self._read_again(f"已恢复第{revision}版")

    def _read_again(self, said: str) -> None:
        """Shows what now stands in the store, in place of what was typed."""
        self.sheet.record = self._desk.workspace.records.get(self.uid)
        self.parts.throw_away()
        self._refresh()
        self.said.emit(said)
