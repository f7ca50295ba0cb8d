"""企业档案: the list of enterprises, found while typing, sorted over all rows, summed where selected."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QTableView, QWidget

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.tasks.dossier_rows import dossier_rows, found
from jizhou_desktop.ui.copying import copied
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_table import DossierTable, enterprise_columns
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.names import Names
from jizhou_desktop.ui.widgets import button, muted, page_layout, row, shortcut, title

_PAUSE = 120
"""Milliseconds after the last key before the list is searched."""


class DossierListPage(QWidget):
    """The list. It only asks: opening, adding, taking in and printing are others' errands."""

    open_asked = Signal(str)
    new_asked = Signal()
    take_in_asked = Signal()
    give_out_asked = Signal()
    said = Signal(str)
    """Count and sums, for the status bar."""

    def __init__(self, desk: Desk, names: Names) -> None:
        super().__init__()
        self._desk = desk
        self.search = QLineEdit(placeholderText="查找：名称、曾用名、信用代码、人、产品、地址、拼音首字母（Ctrl+F）")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName("查找企业")
        self.table = DossierTable(enterprise_columns(names.place, names.industry, names.size))
        self.view = self._make_view()
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("muted")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search_now)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._into_list)
        self._lay_out()
        self._listen()

    def reload(self) -> None:
        """Reads the rows anew, as after something was saved; the row in hand stays in hand."""
        held = self.current()
        self.table.show_rows(dossier_rows(self._desk.workspace, self._desk.year))
        self.search_now()
        self.go_to(held)
        # The first search reads all words in: done now, not at the first key.
        QTimer.singleShot(0, self, lambda: found(self._desk.workspace, ""))

    def search_now(self) -> None:
        """Shows what fits the search box."""
        held = self.current()
        text = self.search.text().strip()
        self.table.show_only(found(self._desk.workspace, text) if text else None)
        self.go_to(held)
        self._tell_empty()
        self._tell_sums()

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
            self.view.selectRow(place or 0)
            self.view.scrollTo(self.table.index(place or 0, 0))

    def start_search(self, text: str = "") -> None:
        """Puts the cursor into the search box."""
        if text:
            self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSortingEnabled(True)
        view.setAlternatingRowColors(True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setAccessibleName("企业列表")
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setHighlightSections(False)
        return view

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  — as Qt asks
        super().showEvent(event)
        wide = self.fontMetrics().horizontalAdvance("国")
        self.view.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        for place, column in enumerate(self.table.columns):
            self.view.setColumnWidth(place, wide * column.width)

    def _lay_out(self) -> None:
        new = button("新建", self.new_asked.emit, sign="add", weight="main", hint="新建企业档案（Ctrl+N）")
        take_in = button("导入", self.take_in_asked.emit, sign="take-in", hint="导入花名册或数据包（Ctrl+I）")
        give_out = button("导出", self.give_out_asked.emit, sign="give-out", hint="导出 Excel（Ctrl+E）")
        layout = page_layout(self)
        layout.addLayout(
            row(title("企业档案"), muted(f"指标为{self._desk.year}年度", wrap=False), 1, new, take_in, give_out)
        )
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)

    def _listen(self) -> None:
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell_sums())
        shortcut("Ctrl+F", self, self.start_search)
        shortcut("Ctrl+N", self, self.new_asked.emit)
        shortcut("Ctrl+I", self, self.take_in_asked.emit)
        shortcut("Ctrl+E", self, self.give_out_asked.emit)
        for keys in ("Return", "Enter"):
            shortcut(keys, self.view, self._open)
        shortcut(QKeySequence(QKeySequence.StandardKey.Copy).toString(), self.view, self.copy)

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

    def _selected(self) -> list[int]:
        ranges = self.view.selectionModel().selection().toList()
        return sorted({place for part in ranges for place in range(part.top(), part.bottom() + 1)})

    def _tell_sums(self) -> None:
        count = self.table.rowCount()
        chosen = [self.table.row(place) for place in self._selected()]
        words = f"共{count:,}家"
        if len(chosen) > 1:
            revenue = sum(row.revenue or 0 for row in chosen)
            people = sum(row.employees or 0 for row in chosen)
            words += f"　已选{len(chosen):,}家：营业收入合计{wan_text(revenue)}万元，从业人员合计{people:,}人"
        self.said.emit(words)

    def _tell_empty(self) -> None:
        empty = self.table.rowCount() == 0
        text = self.search.text().strip()
        self._empty.setText(
            f"没有找到“{text}”。请减少字数，或换一个词。"
            if text
            else "还没有企业档案。按“新建”（Ctrl+N）录入，或按“导入”（Ctrl+I）导入花名册。"
        )
        self._empty.setVisible(empty)
        self.view.setVisible(not empty)
