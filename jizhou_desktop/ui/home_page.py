"""工作台: where the year stands. Every figure leads to the rows behind it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.check import check
from jizhou_desktop.tasks.overview import Overview, overview, owners
from jizhou_desktop.tasks.worklist import worklist
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.explain_dialog import ExplainDialog
from jizhou_desktop.ui.figure_card import FigureCard
from jizhou_desktop.ui.pool_view import PoolView
from jizhou_desktop.ui.problem_list import ProblemList
from jizhou_desktop.ui.results_view import ResultLine, ResultsView, path_lines
from jizhou_desktop.ui.side_by_side import SideBySide
from jizhou_desktop.ui.todo_list import TodoList
from jizhou_desktop.ui.widgets import Card, button, muted, page_layout, row, shortcut, title
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel


class HomePage(QWidget):
    """Counts, what waits, results by path and place, what the funds still have, and problems."""

    enterprises_asked = Signal()
    claims_asked = Signal(str)
    """The applications under that scheme; blank for all."""
    path_asked = Signal(str)
    """The transformations on that path; blank for all."""
    place_asked = Signal(str)
    """The transformations of that place."""
    record_picked = Signal(str)
    """A record that waits for something."""
    problem_picked = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.turned = FigureCard("实现转型企业（家）", lambda: self.path_asked.emit(""))
        self.enterprises = FigureCard("企业档案（家）", self.enterprises_asked.emit)
        self.going = FigureCard("转型任务（项）", lambda: self.path_asked.emit(""))
        self.claims = FigureCard("补贴申报（件）", lambda: self.claims_asked.emit(""))
        self._plan = resources.plan_of_year(desk.year)
        self.results, self.places = ResultsView("路径"), ResultsView("单位")
        self.results.picked.connect(self.path_asked)
        self.places.picked.connect(self.place_asked)
        self.todos = TodoList()
        self.todos.picked.connect(self.record_picked)
        self.pools = {scheme.id: PoolView() for scheme in self._plan.schemes if scheme.pool_fen}
        self.problems = ProblemList("待处理问题")
        self.problems.picked.connect(self.problem_picked)
        self.problems.explain_asked.connect(self.explain)
        self._state = muted("")
        self.panel = WorkPanel()
        self.panel.failed.connect(self.failed)
        self._lay_out()

    def refresh(self) -> None:
        """Reads the figures anew; the rules run in the worker and follow when they are done."""
        desk = self._desk
        self._show(overview(desk.workspace, desk.year))
        self.todos.show_todos(worklist(desk.workspace, desk.year, desk.now().date()))
        self.audit()

    def audit(self) -> None:
        """Runs all rules over all records."""
        folder, now, year = self._desk.workspace.folder, self._desk.now, self._desk.year

        def job(_report: Report) -> tuple[list[Problem], dict[str, str]]:
            with open_workspace(folder, now=now()) as workspace:
                problems = check(workspace, year=year)
                return problems, owners(workspace, {problem.record for problem in problems})

        self.panel.run("正在按全部规则审核…", job, self._show_problems)

    def explain(self, problem: Problem) -> None:
        """Asks for the explanation of a 核实, and runs the rules again where one was given."""
        dialog = ExplainDialog(self, self._desk, problem, self.problems.problems)
        dialog.changed.connect(self.audit)
        dialog.open()

    def _show(self, seen: Overview) -> None:
        goal = f"全区目标{seen.target}家" if seen.by_place else f"本单位任务{sum(r.target for r in seen.by_path)}项"
        self.turned.show_figure(f"{seen.turned}", f"{goal}；一家只算一次")
        self.enterprises.show_figure(f"{seen.enterprises:,}", "单击查看名单")
        done = sum(result.done for result in seen.by_path)
        self.going.show_figure(f"{seen.transformations}", f"其中已认定{done}项")
        self.claims.show_figure(f"{seen.claims}", f"{self._desk.year}年度各项政策合计")
        self.results.show_results(path_lines(self._plan, seen.by_path))
        names = {office.code: office.name for office in resources.places()}
        self.places.show_results([ResultLine(result, names[result.key]) for result in seen.by_place])
        self._places_card.setVisible(bool(seen.by_place))
        for scheme, pool in seen.pools.items():
            self.pools[scheme].show_pool(pool)

    def _show_problems(self, found: tuple[list[Problem], dict[str, str]]) -> None:
        problems, whose = found
        self.problems.show_problems(problems, whose)
        serious = [problem for problem in problems if problem.is_open]
        at = self._desk.now().strftime("%H:%M")
        clean = "没有发现问题" if not problems else "没有错误和待说明的核实" if not serious else ""
        self._state.setText(f"{at}审核完成。{clean}{'。' if clean else ''}")

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        cards = QGridLayout()
        cards.setSpacing(12)
        for column, card in enumerate((self.turned, self.enterprises, self.going, self.claims)):
            cards.addWidget(card, 0, column)
            cards.setColumnStretch(column, 1)
        paths, self._places_card = Card("各路径目标和完成情况"), Card("各单位目标和完成情况")
        paths.inside.addWidget(self.results)
        self._places_card.inside.addWidget(self.places)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(12)
        layout.addLayout(cards)
        layout.addWidget(self.todos)
        layout.addWidget(SideBySide(paths, self._money()))
        layout.addWidget(self._places_card)
        layout.addWidget(self.problems)
        layout.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        whole = page_layout(self)
        again = button("重新审核", self.audit, sign="check", hint="按全部规则检查全部记录（F9；在任何一页按 Shift+F9）")
        whole.addLayout(row(title(f"工作台　{self._desk.year}年度"), 1, self._state, again))
        whole.addWidget(self.panel)
        whole.addWidget(area, 1)
        shortcut("F9", self, self.audit)
        self._state.setWordWrap(False)

    def _money(self) -> QWidget:
        """A card for each fund, one below the other."""
        funds = QWidget()
        column = QVBoxLayout(funds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for scheme, view in self.pools.items():
            card = Card(f"{self._plan.scheme(scheme).short}专项资金")
            card.inside.addWidget(view)
            behind = button("查看申报", partial(self.claims_asked.emit, scheme), weight="link")
            card.inside.addWidget(behind)
            column.addWidget(card)
        column.addStretch(1)
        return funds
