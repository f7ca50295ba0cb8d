"""What narrows the list: a button a side, the year, evidence that is missing, closed dossiers; filters kept by name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QInputDialog, QMenu, QWidget

from jizhou_desktop.tasks.list_filter import SIDES, ListFilter
from jizhou_desktop.ui.check_menu import CheckMenu
from jizhou_desktop.ui.widgets import button


class FilterBar(QWidget):
    """Holds a ListFilter; keeping and forgetting filters is the page's errand."""

    changed = Signal()
    reload_asked = Signal()
    """Another year or the closed dossiers are wanted: the rows must be read anew."""
    save_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._year = year
        self._saved: Mapping[str, ListFilter] = {}
        self._name = ""
        self.sides = {side: CheckMenu(label) for side, label in SIDES.items()}
        self.year = QComboBox()
        self.year.setAccessibleName("年度")
        self.unproved = QCheckBox("缺佐证")
        self.unproved.setToolTip("本年度的转型任务或补贴申报没有佐证材料文件")
        self.closed = QCheckBox("含已关闭")
        self.clear = button("清除", self._clear, weight="link", hint="清除全部筛选（Ctrl+Shift+L）")
        self.kept = button("筛选方案", self._kept_menu, hint="选用、保存或删除筛选方案（Ctrl+L）")
        self._lay_out()
        self._listen()
        self.offer_years([year])

    @property
    def wanted(self) -> ListFilter:
        """The filter as chosen."""
        chosen = {side: menu.chosen for side, menu in self.sides.items() if menu.chosen}
        year = self.year.currentData() or self._year
        return ListFilter(chosen, self.unproved.isChecked(), self.closed.isChecked(), year)

    def show_filter(self, wanted: ListFilter, name: str = "") -> None:
        """Chooses what a filter says."""
        self._name = name
        self._quiet(True)
        for side, menu in self.sides.items():
            menu.offer(menu.labels, wanted.chosen.get(side, ()))
        self.unproved.setChecked(wanted.unproved)
        self.closed.setChecked(wanted.closed)
        self._choose_year(wanted.year or self._year)
        self._quiet(False)
        self._tell()
        self.reload_asked.emit()

    def narrow_to(self, side: str, groups: Sequence[str]) -> None:
        """Chooses the groups of one side."""
        self.sides[side].offer(self.sides[side].labels, groups)
        self._changed()

    def offer_groups(self, labels: Mapping[str, Mapping[str, str]]) -> None:
        """Shows what there is to tick, by side; what is ticked stays so."""
        for side, of in labels.items():
            self.sides[side].offer(of, self.sides[side].chosen)

    def offer_years(self, years: Sequence[int]) -> None:
        """Shows the years there are; the one chosen stays."""
        chosen = self.year.currentData() or self._year
        self._quiet(True)
        self.year.clear()
        for year in sorted({*years, chosen, self._year}, reverse=True):
            self.year.addItem(f"{year}年度", year)
        self._choose_year(chosen)
        self._quiet(False)

    def offer_saved(self, filters: Mapping[str, ListFilter]) -> None:
        """Shows the filters that are kept."""
        self._saved = filters
        self._tell()

    def open_saved(self) -> None:
        """Drops the menu of kept filters down."""
        self._kept_menu()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (*self.sides.values(), self.year, self.unproved, self.closed, self.clear):
            layout.addWidget(part)
        layout.addStretch(1)

    def _listen(self) -> None:
        for menu in self.sides.values():
            menu.changed.connect(self._changed)
        self.unproved.toggled.connect(lambda _on: self._changed())
        self.closed.toggled.connect(lambda _on: self._reload())
        self.year.currentIndexChanged.connect(lambda _place: self._reload())

    def _changed(self) -> None:
        self._name = ""
        self._tell()
        self.changed.emit()

    def _reload(self) -> None:
        self._name = ""
        self._tell()
        self.reload_asked.emit()

    def _clear(self) -> None:
        self.show_filter(ListFilter(year=self._year))

    def _tell(self) -> None:
        plain = replace(self.wanted, year=0) == ListFilter() and self.wanted.year == self._year
        self.clear.setVisible(not plain)
        self.kept.setText(f"筛选方案：{self._name}" if self._name else "筛选方案")

    def _kept_menu(self) -> None:
        menu = QMenu(self)
        for name, wanted in self._saved.items():
            menu.addAction(name.replace("&", "&&"), partial(self.show_filter, wanted, name))
        menu.addSeparator()
        menu.addAction("保存当前筛选…", self._ask_name)
        drop = menu.addMenu("删除方案")
        drop.setEnabled(bool(self._saved))
        for name in self._saved:
            drop.addAction(name.replace("&", "&&"), partial(self.drop_asked.emit, name))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.kept.mapToGlobal(self.kept.rect().bottomLeft()))

    def _ask_name(self) -> None:
        asked = QInputDialog(self)
        asked.setWindowTitle("保存筛选方案")
        asked.setLabelText("方案名称")
        asked.setTextValue(self._name)
        asked.setOkButtonText("保存")
        asked.setCancelButtonText("取消")
        asked.textValueSelected.connect(self._save)
        asked.open()

    def _save(self, name: str) -> None:
        self._name = name.strip()
        self.save_asked.emit(self._name)

    def _choose_year(self, year: int) -> None:
        if self.year.findData(year) < 0:
            self.year.addItem(f"{year}年度", year)
        self.year.setCurrentIndex(self.year.findData(year))

    def _quiet(self, quiet: bool) -> None:
        for part in (*self.sides.values(), self.year, self.unproved, self.closed):
            part.blockSignals(quiet)
