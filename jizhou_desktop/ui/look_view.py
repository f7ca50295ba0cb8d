"""The dry run as tables: rows with what would become of them, and how the columns were understood."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from jizhou_desktop.tasks.take_in import COUNT_LABELS, Look
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.look_rows import LookRow, look_rows, matched_columns
from jizhou_desktop.ui.text_table import TextTable, table_view

_SIGNS = {"new": ("add", "accent"), "changed": ("right", "query"), "same": ("check", "muted"), "faulty": ("error", "error")}
_ROWS = {"结果": 6, "位置": 13, "名称": 20, "说明": 40}
_COLUMNS = {"工作表": 12, "表头": 20, "对应项目": 20, "把握": 6}
_MOST_FITTED = 500
"""Above so many rows their heights are not fitted to long sentences: measuring them would take seconds."""


class LookView(QTabWidget):
    """Shows a look. Faulty rows come up first where there are any."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = TextTable(tuple(_ROWS))
        self.columns = TextTable(tuple(_COLUMNS))
        self._all: list[LookRow] = []
        self._filters: dict[str, QPushButton] = {}
        self._filter_line = QHBoxLayout()
        self._table = table_view(self.rows, tuple(_ROWS.values()))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(self._filter_line)
        layout.addWidget(self._table, 1)
        self._make_filters()
        self.addTab(page, "逐行结果")
        self._columns_view = table_view(self.columns, tuple(_COLUMNS.values()))
        self.addTab(self._columns_view, "列的对应")

    def show_look(self, looked: Look) -> None:
        """Shows what a file would bring."""
        self._all = look_rows(looked)
        counts = looked.counts()
        for state, choice in self._filters.items():
            count = len(self._all) if not state else counts.get(state, 0)
            choice.setText(f"{COUNT_LABELS.get(state, '全部')} {count}")
            choice.setEnabled(count > 0 or not state)
        self._filters["faulty" if counts.get("faulty") else ""].setChecked(True)
        self._filter("faulty" if counts.get("faulty") else "")
        matched = matched_columns(looked)
        self.columns.show_rows([(line, None) for line in matched])
        self.setTabVisible(1, bool(matched))
        self.setCurrentIndex(0)

    def _make_filters(self) -> None:
        group = QButtonGroup(self)
        for state in ("", *COUNT_LABELS):
            choice = QPushButton(checkable=True)
            choice.clicked.connect(lambda _checked=False, state=state: self._filter(state))
            group.addButton(choice)
            self._filters[state] = choice
            self._filter_line.addWidget(choice)
        self._filter_line.addStretch(1)

    def _filter(self, state: str) -> None:
        shown = [row for row in self._all if state in ("", row.state)]
        self.rows.show_rows([(_words(row), icon(*_SIGNS[row.state])) for row in shown])
        if len(shown) <= _MOST_FITTED:
            self._table.resizeRowsToContents()


def _words(row: LookRow) -> tuple[str, ...]:
    return COUNT_LABELS[row.state], row.where, row.name, "\n".join(row.details)
