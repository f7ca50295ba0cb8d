"""The errands of the list: columns chosen, many changed at once, the list given out, filters kept and forgotten."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from jizhou_desktop.tasks import list_filter, list_views
from jizhou_desktop.tasks.dossier_columns import USUAL, Column, choices
from jizhou_desktop.tasks.dossier_rows import DossierRow
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.batch_dialog import BatchDialog
from jizhou_desktop.ui.choose_file import choose_to_write
from jizhou_desktop.ui.columns_dialog import ColumnsDialog
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.filter_bar import FilterBar
from jizhou_desktop.ui.messages import tell
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel

_NONE_SELECTED = "请先选择要修改的企业：Shift+↑↓ 连选，Ctrl+单击 逐个选，Ctrl+A 全选。"


class ListErrands(QObject):
    """Each errand gets the rows or columns it is about, and answers by signal."""

    columns_chosen = Signal(list)
    changed = Signal(str)
    """Dossiers were changed; the words tell how many."""
    said = Signal(str)

    def __init__(self, desk: Desk, panel: WorkPanel, over: QWidget) -> None:
        """`panel` shows long work, `over` is the widget that dialogs stand over."""
        super().__init__(over)
        self._desk, self._panel, self._over = desk, panel, over

    def choose_columns(self, shown: Sequence[Column]) -> None:
        """Asks which columns to show."""
        dialog = ColumnsDialog(choices(), [column.id for column in shown], USUAL, self._over)
        dialog.chosen.connect(self.columns_chosen)
        self._open(dialog)

    def edit(self, rows: Sequence[DossierRow]) -> None:
        """Asks what to change in all of them, and shows it before it is saved."""
        if not rows:
            tell(self._over, _NONE_SELECTED)
            return
        dialog = BatchDialog(self._desk, [row.uid for row in rows], self._over)
        dialog.changed.connect(self.changed)
        self._open(dialog)

    def offer_give_out(self, under: QWidget, count: int, here: Callable[[], None], whole: Callable[[], None]) -> None:
        """Asks what is to be given out: the list as shown, or the roster of all."""
        menu = QMenu(self._over)
        shown = menu.addAction(f"当前列表（{count:,}家，按所显示的栏目和次序）…", here)
        shown.setEnabled(count > 0)
        menu.addAction("全部企业花名册（可改后再导入）…", whole)
        menu.setActiveAction(shown)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def choose_list_file(self, shown: Sequence[Column], rows: Sequence[DossierRow]) -> None:
        """Asks where the list should go."""
        proposed = Path.home() / f"企业列表-{self._desk.now():%Y%m%d}.xlsx"
        write = partial(self.write_list, shown, rows)
        choose_to_write(self._over, "导出当前列表", proposed, "工作簿 (*.xlsx)", write)

    def write_list(self, shown: Sequence[Column], rows: Sequence[DossierRow], out: Path) -> None:
        """Writes the rows as they are shown into a workbook."""
        folder, now = self._desk.workspace.folder, self._desk.now()

        def job(_report: Report) -> int:
            with open_workspace(folder, now=now) as workspace:
                return list_views.write_list(workspace, shown, rows, out, now=now)

        self._panel.run("正在导出…", job, lambda count: self.said.emit(f"已导出{count:,}行到 {out}"))

    def save_filter(self, filters: FilterBar, name: str) -> None:
        """Keeps the filter as chosen."""
        list_filter.save_filter(self._desk.workspace, name, filters.wanted)
        filters.offer_saved(list_filter.saved_filters(self._desk.workspace))
        self.said.emit(f"已保存筛选方案“{name}”")

    def drop_filter(self, filters: FilterBar, name: str) -> None:
        """Forgets a filter."""
        list_filter.drop_filter(self._desk.workspace, name)
        filters.offer_saved(list_filter.saved_filters(self._desk.workspace))
        self.said.emit(f"已删除筛选方案“{name}”")

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
