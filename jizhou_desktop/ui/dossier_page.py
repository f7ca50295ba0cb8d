"""One enterprise's dossier (一企一档): entry, yearly figures, history, and what the rules say of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from jizhou_desktop.domain.answers import Judged
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import dossiers, resources
from jizhou_desktop.tasks.check import check_enterprise
from jizhou_desktop.tasks.saved import Saved
from jizhou_desktop.ui.answer_sheet import AnswerSheet, say_restored
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_head import DossierHead
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.evidence_panel import EvidencePanel
from jizhou_desktop.ui.file_drop import FileDrop
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.history_view import HistoryView
from jizhou_desktop.ui.messages import ask_unsaved
from jizhou_desktop.ui.problem_list import ProblemList
from jizhou_desktop.ui.related_view import RelatedView
from jizhou_desktop.ui.twins import twin_of
from jizhou_desktop.ui.widgets import Strip, page_layout, shortcut
from jizhou_desktop.ui.year_figures import YearFigures

FORM, FIGURES = "enterprise", "year-figures"


class DossierPage(QWidget):
    """A page for one dossier; made anew for each. It saves by itself and asks for everything else."""

    closed = Signal()
    next_asked = Signal(str)
    """Saved; the next dossier after that uid is wanted."""
    open_asked = Signal(str)
    claim_asked = Signal(str)
    print_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, uid: str = "") -> None:
        """`uid` is blank for a new dossier."""
        super().__init__()
        self._desk = desk
        self.uid = uid or desk.new_uid()
        self._codes = resources.codes()
        self._file = dossiers.enterprise_file(desk.workspace, uid) if uid else _empty_file(self.uid)
        form = resources.form(FORM)
        self.form = EntryForm(form, self._codes)
        record = self._file.enterprise if uid else None
        self.sheet = AnswerSheet(desk, form, self.form, record=record, uid=self.uid)
        self.head = DossierHead()
        self.figures = self._make_figures(desk.year)
        self.related = RelatedView()
        self.evidence = EvidencePanel(desk, self.uid)
        self.history = HistoryView(form, self._codes)
        self.strip = Strip()
        self.problems = ProblemList()
        self._typed_problems: tuple[Problem, ...] = ()
        self._rule_problems: tuple[Problem, ...] = ()
        self.tabs = QTabWidget()
        self._lay_out()
        self._listen()
        if self.sheet.load():
            say_restored(self.strip, self._throw_away)
        self._refresh()

    def start(self) -> None:
        """Puts the cursor into the first field."""
        self.form.go_to()

    def save(self) -> bool:
        """Saves what was typed; False where an error keeps it from being saved."""
        for sheet in (self.sheet, self.figures.sheet):
            # A new dossier is saved even if only its yearly figures were typed: they need something to belong to.
            if sheet.dirty or (sheet is self.sheet and sheet.record is None):
                saved = sheet.save()
                if saved.record is None:
                    self._refuse(saved, sheet)
                    return False
        self.strip.say("")
        self._refresh()
        self.said.emit("已保存")
        return True

    def leave(self) -> None:
        """Back to the list, with a question where something is not saved."""
        if not self.dirty:
            self.closed.emit()
            return
        ask_unsaved(self, "这份档案有未保存的内容。", save=self._save_and_close, discard=self._close_unsaved)

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.sheet.dirty or self.figures.sheet.dirty

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        self.sheet.keep_draft()
        self.figures.sheet.keep_draft()

    # layout

    def _lay_out(self) -> None:
        self.tabs.addTab(form_area(self.form), "基本情况")
        self.tabs.addTab(self.figures, "年度指标")
        self.tabs.addTab(self.related, "转型和补贴")
        self.tabs.addTab(self.evidence, "佐证材料")
        self.tabs.addTab(self.history, "修改历史")
        self.tabs.currentChanged.connect(self._enter_tab)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.strip)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.problems)

    def _make_figures(self, year: int) -> YearFigures:
        figures = YearFigures(
            self._desk,
            resources.form(FIGURES),
            self._codes,
            enterprise=self.uid,
            held=self._file.figures,
            year=year,
        )
        figures.sheet.load()
        figures.year_asked.connect(self._change_year)
        figures.dirty_changed.connect(lambda _dirty: self._show_head())
        figures.sheet.page.judged.connect(lambda _judged: self._show_head())
        figures.ended.connect(self.head.save.setFocus)
        return figures

    def _listen(self) -> None:
        self.form.judged.connect(self._judged)
        self.form.ended.connect(self._to_figures)
        self.sheet.dirty_changed.connect(lambda _dirty: self._show_head())
        self.head.save_asked.connect(self.save)
        self.head.next_asked.connect(self._save_and_next)
        self.head.back_asked.connect(self.leave)
        self.head.print_asked.connect(self._print)
        self.related.claim_asked.connect(self.claim_asked)
        self.evidence.changed.connect(self._refresh)
        FileDrop(self, self._drop)
        self.problems.picked.connect(self.go_to_problem)
        self.history.put_back_asked.connect(self._put_back)
        shortcut("Ctrl+S", self, self._unless_composing(self.save))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(keys, self, self._unless_composing(self._save_and_next))
        shortcut("Esc", self, self._unless_composing(self.leave))
        shortcut("Ctrl+P", self, self._print)
        for place in range(self.tabs.count()):
            shortcut(f"Alt+{place + 1}", self, partial(self.tabs.setCurrentIndex, place))

    def _unless_composing(self, then: Callable[[], object]) -> Callable[[], object]:
        return lambda: None if self.form.composing or self.figures.sheet.page.composing else then()

    # errands

    def _refuse(self, saved: Saved, sheet: AnswerSheet) -> None:
        self.tabs.setCurrentIndex(0 if sheet is self.sheet else 1)
        self.strip.say(f"没有保存：还有{len(saved.errors)}处错误，请按红字改正；已填的内容不会丢失。", tone="error")
        sheet.page.go_to(saved.errors[0].field)

    def _save_and_next(self) -> None:
        if self.save():
            self.next_asked.emit(self.uid)

    def _save_and_close(self) -> None:
        if self.save():
            self.closed.emit()

    def _close_unsaved(self) -> None:
        self._throw_away()
        self.closed.emit()

    def _throw_away(self) -> None:
        self.sheet.throw_away()
        self.figures.sheet.throw_away()
        self.strip.say("")

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

    def _put_back(self, revision: int) -> None:
        dossiers.put_back(self._desk.workspace, self.uid, revision, now=self._desk.now())
        self.sheet.record = dossiers.enterprise_file(self._desk.workspace, self.uid).enterprise
        self._throw_away()
        self._refresh()
        self.said.emit(f"已恢复第{revision}版")

    def _enter_tab(self, place: int) -> None:
        if place < 2 and self.isVisible():
            (self.form, self.figures.sheet.page)[place].go_to()

    def _to_figures(self) -> None:
        self.tabs.setCurrentIndex(1)
        self.figures.sheet.page.go_to()

    def _change_year(self, year: int) -> None:
        if self.figures.sheet.dirty and not self.save():
            self._replace_figures(self.figures.year)
            return
        self._replace_figures(year)

    def _replace_figures(self, year: int) -> None:
        old, shown = self.figures, self.tabs.currentIndex()
        old.sheet.keep_draft()
        self.figures = self._make_figures(year)
        self.tabs.removeTab(1)
        self.tabs.insertTab(1, self.figures, "年度指标")
        self.tabs.setCurrentIndex(shown)
        old.deleteLater()

    def go_to_problem(self, problem: Problem) -> None:
        """Goes to the field that a problem speaks of, in whatever year or record it lies."""
        if self.related.go_to(problem.record):
            self.tabs.setCurrentWidget(self.related)
            return
        year = next((year for year, record in self._file.figures.items() if record.uid == problem.record), None)
        if year is not None and year != self.figures.year:
            self._change_year(year)
        in_figures = year is not None
        self.tabs.setCurrentIndex(1 if in_figures else 0)
        page = self.figures.sheet.page if in_figures else self.form
        page.go_to(problem.field)

    # what is shown

    def _judged(self, judged: Judged) -> None:
        self._typed_problems = tuple(judged.problems) if self.sheet.dirty or self.sheet.record else ()
        self._show_problems()
        self._show_head()
        self._show_twin()

    def _refresh(self) -> None:
        """Reads again what depends on what is saved."""
        if self.sheet.record is not None:
            self._file = dossiers.enterprise_file(self._desk.workspace, self.uid)
            self._rule_problems = tuple(check_enterprise(self._desk.workspace, self._file.enterprise))
            self.history.show_changes(dossiers.history(self._desk.workspace, self.uid))
        self.related.show_file(self._file)
        self.evidence.refresh()
        for tab in (self.related, self.evidence, self.history):
            self.tabs.setTabEnabled(self.tabs.indexOf(tab), self.sheet.record is not None)
        self._show_problems()
        self._show_head()

    def _show_problems(self) -> None:
        self.problems.show_problems([*self._typed_problems, *self._rule_problems])

    def _show_head(self) -> None:
        year = self.figures.year
        sheet = self.figures.sheet
        blank = Record("", Kind.YEAR_FIGURES, "", {}, FIGURES, year=year)
        figures = (sheet.record or blank).with_values(**sheet.page.values_read())
        enterprise = self._file.enterprise.with_values(**self.form.values_read())
        typed = replace(self._file, enterprise=enterprise, figures={**self._file.figures, year: figures})
        self.head.show_dossier(enterprise, typed.size(year), dirty=self.dirty)

    def _show_twin(self) -> None:
        twin = twin_of(self._desk.workspace, self.uid, self.form.answers().get("uscc", ""))
        if twin is not None:
            offers: dict[str, Callable[[], object]] = {"打开那份档案": lambda: self.open_asked.emit(twin.uid)}
            self.strip.say(f"该信用代码已有档案：{twin.text('name')}。请不要重复建档。", tone="query", offers=offers)


def _empty_file(uid: str) -> EnterpriseFile:
    blank = Record(uid, Kind.ENTERPRISE, "", {}, FORM)
    return EnterpriseFile(blank, resources.latest_plan(), resources.codes(), resources.thresholds())
