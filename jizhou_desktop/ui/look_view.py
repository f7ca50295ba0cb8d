"""The dry run as a table: rows with what would become of them."""

from collections import Counter

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.look_rows import STATES, LookRow
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import Card, choice

_SIGNS = {
    "new": ("add", "accent"),
    "changed": ("right", "query"),
    "same": ("check", "muted"),
    "faulty": ("error", "error"),
    "note": ("hint", "accent"),
}
_ROWS = {"结果": 7, "位置": 11, "名称": 20, "说明": 44}


class LookView(Card):
    """Shows a look. Faulty rows come up first where there are any."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = TextTable(tuple(_ROWS))
        self._all: list[LookRow] = []
        self._filters: dict[str, QPushButton] = {}
        self._filter_line = QHBoxLayout()
        self._table = table_view(self.rows, tuple(_ROWS.values()))
        self.inside.addLayout(self._filter_line)
        self.inside.addWidget(self._table, 1)
        self._make_filters()

    def show_rows(self, rows: list[LookRow]) -> None:
        """Shows what a file would bring: its rows as `look_rows` puts them, made in the worker where they are many."""
        self._all = rows
        counts = Counter(row.state for row in self._all)
        for state, chosen in self._filters.items():
            count = counts[state] if state else len(self._all)
            chosen.setText(f"{STATES.get(state, '全部')} {count:,}")
            chosen.setEnabled(count > 0 or not state)
            chosen.setVisible(state != "note" or count > 0)
        self.show_only("faulty" if counts["faulty"] else "")

    def _make_filters(self) -> None:
        group = QButtonGroup(self)
        for state in ("", *STATES):
            chosen = choice("")
            chosen.clicked.connect(lambda _checked=False, state=state: self.show_only(state))
            group.addButton(chosen)
            self._filters[state] = chosen
            self._filter_line.addWidget(chosen)
        self._filter_line.addStretch(1)

    def show_only(self, state: str) -> None:
        """Shows the rows of one state; all where it is blank."""
        self._filters[state].setChecked(True)
        shown = [row for row in self._all if state in ("", row.state)]
        signs = {name: icon(*sign) for name, sign in _SIGNS.items()}
        self.rows.show_rows([(_words(row), signs[row.state]) for row in shown])


def _words(row: LookRow) -> tuple[str, ...]:
    return STATES[row.state], row.where, row.name, "\n".join(row.details)
