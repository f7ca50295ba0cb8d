"""行动计划: the plan's paths with how far each has got, the year's targets, and who answers for what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from jizhou_desktop.domain.assessment import enterprises_turned, results_by_path
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.transformations import transformations
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.duties_page import DutiesPage
from jizhou_desktop.ui.own_tasks_page import OwnTasksPage
from jizhou_desktop.ui.plan_tree import PlanTree
from jizhou_desktop.ui.targets_page import TargetsPage
from jizhou_desktop.ui.widgets import muted, page_layout, row, title

TASK_BREAKDOWN, DUTY_TABLE = "task-breakdown", "duty-table"


class PlanPage(QWidget):
    """The district splits the plan; an office that keeps records sees its own part."""

    path_asked = Signal(str)
    print_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = resources.plan_of_year(desk.year)
        self.tree = PlanTree(self._plan)
        collects = desk.workspace.profile.office.collects
        self.targets: TargetsPage | OwnTasksPage = TargetsPage(desk) if collects else OwnTasksPage(desk)
        self.duties = DutiesPage(desk)
        self._counts = muted("", wrap=False)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.tree, "路径和进度")
        self.tabs.addTab(self.targets, "年初计划" if collects else "本单位任务")
        self.tabs.addTab(self.duties, "职责分工")
        layout = page_layout(self)
        layout.addLayout(
            row(title(f"行动计划　{desk.year}年度"), self._counts, 1, muted(self._plan.number, wrap=False))
        )
        layout.addWidget(self.tabs, 1)
        self.tree.path_asked.connect(self.path_asked)
        self.targets.print_asked.connect(lambda: self.print_asked.emit(TASK_BREAKDOWN))
        self.duties.print_asked.connect(lambda: self.print_asked.emit(DUTY_TABLE))
        self.targets.said.connect(self.said)
        self.duties.said.connect(self.said)

    def refresh(self) -> None:
        """Reads the figures anew when the page is shown."""
        records, year = self._desk.workspace.records, self._desk.year
        going = transformations(self._desk.workspace, year=year)
        results = results_by_path([path.id for path in self._plan.paths], records.all_of(Kind.TARGET, year=year), going)
        self.tree.show_results({result.key: result for result in results})
        done = sum(result.done for result in results)
        turned = enterprises_turned(going, self._plan.enterprise_paths)
        self._counts.setText(f"目标{self._plan.target}家；已认定{done}项，实现转型{turned}家（一家只算一次）")
        self.targets.reload()
        self.duties.reload()
