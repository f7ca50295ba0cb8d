"""企业档案: the list of enterprises, found while typing, narrowed, grouped, sorted over all rows, summed."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QSplitter, QWidget

from jizhou_desktop.tasks import list_filter, list_views, resources
from jizhou_desktop.tasks.dossier_columns import columns
from jizhou_desktop.tasks.dossier_rows import DossierRow, dossier_rows, fits_closed, found, years_held
from jizhou_desktop.ui.copying import copied
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_table import DossierTable, by_pinyin
from jizhou_desktop.ui.dossier_view import DossierView
from jizhou_desktop.ui.filter_bar import FilterBar
from jizhou_desktop.ui.group_panel import GroupPanel
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.list_errands import ListErrands
from jizhou_desktop.ui.search_words import SearchWords
from jizhou_desktop.ui.widgets import button, choice, page_layout, row, shortcut, title
from jizhou_desktop.ui.work_panel import WorkPanel

_TAKE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_PAUSE = 120
"""Milliseconds after the last key before the list is searched."""
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
        self._words = SearchWords(desk.workspace, self)
        self.search = QLineEdit(placeholderText="查找：名称、曾用名、信用代码、人、产品、地址、拼音首字母（Ctrl+F）")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName("查找企业")
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
        self._pause = self._timer(_PAUSE, self.search_now)
        self._count_pause = self._timer(_COUNT_PAUSE, self.count_now)
        self._lay_out()
        self._listen()
        self._show_grouping(list_views.kept_grouping(desk.workspace))

    def reload(self) -> None:
        """Reads the rows anew, as after something was saved; the row in hand stays in hand."""
        held = self.current()
        self.filters.offer_years(years_held(self._desk.workspace))
        self.filters.offer_saved(list_filter.saved_filters(self._desk.workspace))
        self._read_rows()
        self._words.read()  # only now: in a worker at the same time, it would make the rows take three times as long
        self.search_now()
        self.go_to(held)

    def search_now(self) -> None:
        """Shows what fits the search box, as soon as the words to find are read."""
        if self.search.text().strip() and self._words.reading:
            return
        held = self.current()
        self._show_found(self.search.text().strip())
        self.go_to(held)
        self._tell_empty()
        self._tell_sums()
        self._count_pause.start()

    @property
    def search_ready(self) -> bool:
        """Whether the words to find are read."""
        return not self._words.reading

    def count_now(self) -> None:
        """Counts the groups of what the search found: in the menus, and in the panel beside the list."""
        wanted, rows = self.filters.wanted, self.table.found()
        menus = {side: self._labels(side) for side in self._sides}
        self.filters.offer_groups(menus)
        if not self.groups.isVisible():
            return
        side = self.groups.side
        open_side = list_filter.fitting(rows, wanted.with_side(side, ()), self._sides)
        counted = list_filter.counts(open_side, side, self._sides)
        labels = {**menus[side], **{group: list_filter.group_label(side, group) for group in counted}}
        lines = [(group, labels[group], counted[group]) for group in labels if counted.get(group)]
        self.groups.show_groups(lines, len(open_side), wanted.chosen.get(side, ()))

    def current(self) -> str:
        """The uid of the row in hand; blank where there is none."""
        index = self.view.currentIndex()
        return self.table.row(index.row()).uid if index.isValid() else ""

    def next_after(self, uid: str) -> str:
        """The uid of the row below another in the order shown; blank at the end."""
        place = self.table.place_of(uid)
        below = 0 if place is None else place + 1
        return self.table.row(below).uid if place is not None and below < self.table.rowCount() else ""

    def go_to(self, uid: str) -> None:
        """Takes a row in hand, the first where that one is not shown."""
        place = self.table.place_of(uid) if uid else None
        if self.table.rowCount():
            index = self.table.index(place or 0, 0)
            # not selectRow, which adds to the selection while Ctrl is held, as after Ctrl+S
            self.view.selectionModel().setCurrentIndex(index, _TAKE_ROW)
            self.view.scrollTo(index)

    def start_search(self, text: str = "") -> None:
        """Puts the cursor into the search box."""
        if text:
            self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def selected_rows(self) -> list[DossierRow]:
        """The rows selected, in the order shown."""
        return [self.table.row(place) for place in self._selected()]

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
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._into_list)
        self.filters.changed.connect(self._narrow)
        self.filters.reload_asked.connect(self._reread)
        self.filters.save_asked.connect(partial(self.errands.save_filter, self.filters))
        self.filters.drop_asked.connect(partial(self.errands.drop_filter, self.filters))
        self.errands.columns_chosen.connect(self.show_columns)
        self.errands.changed.connect(self._changed)
        self.errands.said.connect(self.said)
        self._words.ready.connect(self._words_read)
        self._words.failed.connect(self.failed)
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
            "Ctrl+F": self.start_search, "Ctrl+N": self.new_asked.emit, "Ctrl+I": self.take_in_asked.emit,
            "Ctrl+E": self._give_out, "Ctrl+K": self.choose_columns, "Ctrl+B": self.edit_selected,
            "Ctrl+G": self.grouped.click, "Ctrl+L": self.filters.open_saved,
            "Ctrl+Shift+L": self.filters.clear.click,
        }  # fmt: skip

    def _timer(self, pause: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(then)
        return timer

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
        held = self.current()
        self._read_rows()
        self.search_now()
        self.go_to(held)

    def _narrow(self) -> None:
        held = self.current()
        self.table.narrow(lambda rows: list_filter.fitting(rows, self.filters.wanted, self._sides))
        self.go_to(held)
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

    def _words_read(self) -> None:
        self.table.expect(found(self._desk.workspace, "").uids)
        if self.search.text().strip():
            self.search_now()

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
        self.groups.by.blockSignals(True)
        self.groups.by.setCurrentIndex(max(0, self.groups.by.findData(side or list_filter.PLACE)))
        self.groups.by.blockSignals(False)
        self.groups.setVisible(bool(side))
        character = self.fontMetrics().horizontalAdvance("国")
        self._beside.setSizes([character * 15, self.width()])
        self._count_pause.start()

    def _labels(self, side: str) -> dict[str, str]:
        """The groups of a side that some enterprise is in, in the order of their codes."""
        held = list_filter.counts(self.table.all_rows, side, self._sides)
        order = {size: place for place, size in enumerate(("大型", "中型", "小型", "微型"))}
        groups = sorted(held, key=lambda group: (group == list_filter.NONE, order.get(group, 0), group))
        return {group: list_filter.group_label(side, group) for group in groups}

    # errands

    def _open(self) -> None:
        if self.current():
            self.open_asked.emit(self.current())

    def _into_list(self) -> None:
        """Enter in the search box: the list at once, and the only row that fits is opened."""
        if self._pause.isActive():
            self._pause.stop()
            self.search_now()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.table.rowCount() == 1:
            self._open()

    def copy(self) -> None:
        """Copies the selected rows under their heads."""
        rows = self.table.as_table(self._selected())
        figures = [column.figure for column in self.table.columns]
        QGuiApplication.clipboard().setMimeData(copied(rows, figures))
        self.said.emit(f"已复制{len(rows) - 1}行")

    def edit_selected(self) -> None:
        """Asks what to change in all selected rows."""
        self.errands.edit(self.selected_rows())

    def _changed(self, words: str) -> None:
        self.reload()
        self.said.emit(words)

    def _give_out(self) -> None:
        def shown() -> None:
            rows = [self.table.row(place) for place in range(self.table.rowCount())]
            self.errands.choose_list_file(self.table.columns, rows)

        self.errands.offer_give_out(self.give_out, self.table.rowCount(), shown, self.give_out_asked.emit)

    # what is said

    def _selected(self) -> list[int]:
        ranges = self.view.selectionModel().selection().toList()
        return sorted({place for part in ranges for place in range(part.top(), part.bottom() + 1)})

    def _tell_sums(self) -> None:
        words = f"共{self.table.rowCount():,}家"
        chosen = self.selected_rows()
        if len(chosen) > 1:
            totals = "，".join(column.total(chosen) for column in self.table.columns if column.figure)
            words += f"　已选{len(chosen):,}家{'：' if totals else ''}{totals}"
        self.said.emit(words)

    def _tell_empty(self) -> None:
        empty = self.table.rowCount() == 0
        self._empty.setText(self._why_empty())
        self._empty.setVisible(empty)
        self._beside.setVisible(not empty or self.grouped.isChecked())
        self.view.setVisible(not empty)

    def _why_empty(self) -> str:
        text = self.search.text().strip()
        if text:
            narrowed = "，或清除筛选（Ctrl+Shift+L）" if self.filters.wanted.narrows else ""
            return f"没有找到“{text}”。请减少字数，换一个词{narrowed}。"
        if self.table.all_rows:
            return "没有符合筛选条件的企业。请放宽条件，或清除筛选（Ctrl+Shift+L）。"
        return "还没有企业档案。按“新建”（Ctrl+N）录入，或按“导入”（Ctrl+I）导入花名册。"
