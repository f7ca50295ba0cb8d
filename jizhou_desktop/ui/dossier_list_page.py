"""企业档案: the list of enterprises, found while typing, narrowed, grouped, sorted over all rows, summed."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from jizhou_desktop.tasks import list_filter, list_groups, list_views, resources
from jizhou_desktop.tasks.dossier_columns import columns
from jizhou_desktop.tasks.dossier_rows import dossier_rows, fits_closed, found, years_held
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_table import DossierTable, by_pinyin
from jizhou_desktop.ui.dossier_view import DossierView
from jizhou_desktop.ui.filter_bar import FilterBar
from jizhou_desktop.ui.group_panel import GroupPanel
from jizhou_desktop.ui.list_errands import ListErrands
from jizhou_desktop.ui.list_words import sums_said, why_empty
from jizhou_desktop.ui.search_box import SearchBox
from jizhou_desktop.ui.widgets import button, choice, page_layout, row, shortcut, title
from jizhou_desktop.ui.work_panel import WorkPanel

_COUNT_PAUSE = 250
"""Milliseconds after which groups are counted anew: they follow the list, and never hold it up."""


class DossierListPage(QWidget):
    """The list. It only asks: opening, adding, taking in and printing are others' errands."""

    open_asked = Signal(str)
    new_asked = Signal()
    take_in_asked = Signal()
    give_out_asked = Signal()
    failed = Signal(object)
    said = Signal(str)
    """Count and sums, for the status bar."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._columns = columns(list_views.kept_columns(desk.workspace))
        self._sides = list_filter.groups_by_side(resources.codes().industries)
        self.search = SearchBox(desk.workspace)
        self.filters = FilterBar(desk.year)
        self.groups = GroupPanel()
        self.grouped = choice("分组")
        self.grouped.setToolTip("列出各乡镇、路径、规模有多少家（Ctrl+G）")
        self.table = DossierTable(by_pinyin(self._columns.shown))
        self.view = DossierView(self.table)
        self.panel = WorkPanel()
        self.errands = ListErrands(desk, self.panel, self)
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("muted")
        self._count_pause = QTimer(self, singleShot=True, interval=_COUNT_PAUSE)
        self._count_pause.timeout.connect(self.count_now)
        self._lay_out()
        self._listen()
        self._show_grouping(list_views.kept_grouping(desk.workspace))

    def reload(self) -> None:
        """Reads the rows anew, as after something was saved; the row in hand stays in hand."""
        held = self.view.uid_in_hand
        self.filters.offer_years(years_held(self._desk.workspace))
        self.filters.offer_saved(list_filter.saved_filters(self._desk.workspace))
        self._read_rows()
        # only now: in a worker at the same time, it would make the rows take three times as long
        self.search.read_words()
        self.search_now()
        self.view.go_to(held)

    def search_now(self) -> None:
        """Shows what fits the search box, as soon as the words to find are read."""
        if self.search.wanted and self.search.reading:
            return
        held = self.view.uid_in_hand
        self._show_found(self.search.wanted)
        self.view.go_to(held)
        self._tell_empty()
        self._tell_sums()
        self._count_pause.start()

    def count_now(self) -> None:
        """Counts the groups of what the search found: in the menus, and in the panel beside the list."""
        wanted, rows = self.filters.wanted, self.table.found()
        menus = {side: list_groups.labels(self.table.all_rows, side, self._sides) for side in self._sides}
        self.filters.offer_groups(menus)
        if self.groups.isVisible():
            side = self.groups.side
            lines, total = list_groups.lines(rows, wanted, side, menus[side], self._sides)
            self.groups.show_groups(lines, total, wanted.chosen.get(side, ()))

    # layout

    def _lay_out(self) -> None:
        new = button("新建", self.new_asked.emit, sign="add", weight="main", hint="新建企业档案（Ctrl+N）")
        self.batch = button("批量修改", self.edit_selected, hint="修改选中各家的同一项（Ctrl+B）")
        choose = button("栏目", self.choose_columns, hint="选择显示哪些栏目、先后次序（Ctrl+K）")
        take_in = button("导入", self.take_in_asked.emit, sign="take-in", hint="导入花名册或数据包（Ctrl+I）")
        self.give_out = button("导出", self._give_out, sign="give-out", hint="导出 Excel（Ctrl+E）")
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.groups)
        beside.addWidget(self.view)
        beside.setStretchFactor(1, 1)
        beside.setHandleWidth(8)
        self._beside = beside
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addLayout(row(title("企业档案"), 1, self.grouped, choose, self.batch, take_in, self.give_out, new))
        line = row(self.search, self.filters.kept)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(self.filters)
        layout.addWidget(self.panel)
        layout.addWidget(beside, 1)
        layout.addWidget(self._empty, 1)

    def _listen(self) -> None:
        self.search.asked.connect(self.search_now)
        self.search.entered.connect(self._into_list)
        self.search.words_ready.connect(self._expect)
        self.search.failed.connect(self.failed)
        self.filters.changed.connect(self._narrow)
        self.filters.reload_asked.connect(self._reread)
        self.filters.save_asked.connect(partial(self.errands.save_filter, self.filters))
        self.filters.drop_asked.connect(partial(self.errands.drop_filter, self.filters))
        self.errands.columns_chosen.connect(self.show_columns)
        self.errands.changed.connect(self._changed)
        self.errands.said.connect(self.said)
        self.groups.side_asked.connect(lambda: self._show_grouping(self.groups.side))
        self.groups.picked.connect(self.filters.narrow_to)
        self.grouped.clicked.connect(lambda on: self._show_grouping(self.groups.side if on else ""))
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.columns_asked.connect(self.show_columns)
        self.view.choose_asked.connect(self.choose_columns)
        self.view.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell_sums())
        self.panel.failed.connect(self.failed)
        for keys, then in self._keys().items():
            shortcut(keys, self, then)
        for keys in ("Return", "Enter"):
            shortcut(keys, self.view, self._open)
        shortcut(QKeySequence(QKeySequence.StandardKey.Copy).toString(), self.view, self.copy)

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "Ctrl+F": self.search.start, "Ctrl+N": self.new_asked.emit, "Ctrl+I": self.take_in_asked.emit,
            "Ctrl+E": self._give_out, "Ctrl+K": self.choose_columns, "Ctrl+B": self.edit_selected,
            "Ctrl+G": self.grouped.click, "Ctrl+L": self.filters.open_saved,
            "Ctrl+Shift+L": self.filters.clear.click,
        }  # fmt: skip

    # rows

    def _read_rows(self) -> None:
        wanted, shown = self.filters.wanted, self._columns
        rows = dossier_rows(
            self._desk.workspace, wanted.year, closed=wanted.closed, more=shown.more, yearly=shown.yearly
        )
        self.table.narrow(lambda rows: list_filter.fitting(rows, self.filters.wanted, self._sides))
        self.table.show_rows(rows, by_pinyin(shown.shown))
        self.view.show_sorted()
        self.view.fit_columns()

    def _reread(self) -> None:
        held = self.view.uid_in_hand
        self._read_rows()
        self.search_now()
        self.view.go_to(held)

    def _narrow(self) -> None:
        held = self.view.uid_in_hand
        self.table.narrow(lambda rows: list_filter.fitting(rows, self.filters.wanted, self._sides))
        self.view.go_to(held)
        self._tell_empty()
        self._tell_sums()
        self.count_now()

    def _show_found(self, text: str) -> None:
        if not text:
            self.table.show_only(None)
            return
        also: Collection[str] = ()
        if self.filters.wanted.closed:
            also = [row.uid for row in self.table.all_rows if row.closed and fits_closed(row, text)]
        self.table.show_only(found(self._desk.workspace, text), also)

    def _expect(self) -> None:
        self.table.expect(found(self._desk.workspace, "").uids)

    # columns, groups, filters

    def show_columns(self, ids: Sequence[str]) -> None:
        """Shows these columns, and keeps the choice."""
        list_views.keep_columns(self._desk.workspace, ids)
        self._columns = columns(ids)
        self._reread()

    def choose_columns(self) -> None:
        """Asks which columns to show."""
        self.errands.choose_columns(self._columns.shown)

    def _show_grouping(self, side: str) -> None:
        if side != list_views.kept_grouping(self._desk.workspace):
            list_views.keep_grouping(self._desk.workspace, side)
        self.grouped.setChecked(bool(side))
        self.groups.group_by(side)
        character = self.fontMetrics().horizontalAdvance("国")
        self._beside.setSizes([character * 15, self.width()])
        self._count_pause.start()

    # errands

    def _open(self) -> None:
        if self.view.uid_in_hand:
            self.open_asked.emit(self.view.uid_in_hand)

    def _into_list(self) -> None:
        """Enter in the search box: the list at once, and the only row that fits is opened."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.table.rowCount() == 1:
            self._open()

    def copy(self) -> None:
        """Copies the selected rows under their heads."""
        self.said.emit(f"已复制{self.view.copy()}行")

    def edit_selected(self) -> None:
        """Asks what to change in all selected rows."""
        self.errands.edit(self.view.selected_rows)

    def _changed(self, words: str) -> None:
        self.reload()
        self.said.emit(words)

    def _give_out(self) -> None:
        def shown() -> None:
            rows = [self.table.row(place) for place in range(self.table.rowCount())]
            self.errands.choose_list_file(self.table.columns, rows)

        self.errands.offer_give_out(self.give_out, self.table.rowCount(), shown, self.give_out_asked.emit)

    # what is said

    def _tell_sums(self) -> None:
        self.said.emit(sums_said(self.table.rowCount(), self.view.selected_rows, self.table.columns))

    def _tell_empty(self) -> None:
        empty, narrowed = self.table.rowCount() == 0, self.filters.wanted.narrows
        self._empty.setText(why_empty(self.search.wanted, narrowed=narrowed, any_held=bool(self.table.all_rows)))
        self._empty.setVisible(empty)
        self._beside.setVisible(not empty or self.grouped.isChecked())
        self.view.setVisible(not empty)
