"""The first step of taking in: drop or choose a file, get a blank template, see or take back what came in before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from jizhou_desktop.tasks import templates
from jizhou_desktop.tasks.take_back import TakeInRow
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import Card, button, muted, row, section

_HEADS = {"序号": 4, "导入时间": 11, "经办人": 7, "文件": 26, "新增": 5, "变更": 5, "状态": 20}

_FEWEST_LINES = 4


class TakeInStart(QWidget):
    """`template_asked` tells the kind of template, `back_asked` the take-in to be taken back."""

    template_asked = Signal(str)
    back_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._taken: list[TakeInRow] = []
        self.kinds = QComboBox()
        for kind, title in templates.kinds().items():
            self.kinds.addItem(title, kind)
        self.register = TextTable(tuple(_HEADS), figures=(4, 5))
        self.view = table_view(self.register, tuple(_HEADS.values()))
        self.view.setMinimumHeight(self.fontMetrics().height() * _FEWEST_LINES)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kinds.setMinimumContentsLength(24)
        self.back = button("撤销所选的导入…", self._take_back, hint="新增的移出，变更的恢复；此后又有改动的保持现状")
        self._earlier = Card("导入登记")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(_drop_hint(), 2)
        blank = Card()
        give = button("另存空白模板…", lambda: self.template_asked.emit(self.kinds.currentData()), sign="save")
        give.setToolTip("带下拉选项、单位和填写说明，发给企业或村填好后直接导入")
        blank.inside.addLayout(row(section("空白模板"), self.kinds, give, 1))
        layout.addWidget(blank)
        self._earlier.inside.addWidget(self.view, 1)
        self._earlier.inside.addLayout(row(self.back, 1))
        self._earlier.inside.setSpacing(6)
        layout.addWidget(self._earlier, 3)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_button())

    def show_register(self, taken: list[TakeInRow]) -> None:
        """Shows what was taken in before, the latest first and chosen."""
        self._taken = taken
        self.register.show_rows([(_words(one), None) for one in taken])
        self._earlier.setVisible(bool(taken))
        if taken:
            self.view.selectRow(0)
        self._show_button()

    def _chosen(self) -> TakeInRow | None:
        lines = self.view.selectionModel().selectedRows()
        return self._taken[lines[0].row()] if lines else None

    def _show_button(self) -> None:
        chosen = self._chosen()
        self.back.setEnabled(chosen is not None and not chosen.undone_at)

    def _take_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.back_asked.emit(chosen)


def _words(one: TakeInRow) -> tuple[str, ...]:
    state = f"已由{one.undone_by}于{_when(one.undone_at)}撤销" if one.undone_at else "有效"
    counts = (f"{one.counts.get(name, 0):,}" for name in ("new", "changed"))
    return str(one.number), _when(one.taken_at), one.taken_by, one.file, *counts, state


def _when(at: str) -> str:
    return at[:16].replace("T", " ")


def _drop_hint() -> Card:
    card = Card()
    words = section("把文件拖到这里，或按“选择文件”")
    explained: QLabel = muted(
        "可以导入：花名册和各类清单（xlsx、xls、ods、csv，表头次序不限，金额单位可以是元、千元、万元、亿元），"
        "或下级单位报来的数据包（jzb）。先试读，不保存；确认后才写入，写入后还可以整次撤销。"
    )
    card.inside.addStretch(1)
    for label in (words, explained):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.inside.addWidget(label)
    card.inside.addStretch(1)
    return card
