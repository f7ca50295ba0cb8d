"""补贴标准: the amounts that the plan leaves to a measure or to the office, scheme by scheme."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from jizhou_desktop.domain.award_tables import check_amount, takes_table
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.award_tables import ROW, own_table, plan_in_force, table_of
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.messages import ask_unsaved
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, row, shortcut, title


class AwardTablePage(QWidget):
    """One table at a time; what is saved counts for every application from then on."""

    closed = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = resources.plan_of_year(desk.year)
        self.schemes = QComboBox()
        for scheme in self._plan.schemes:
            if takes_table(scheme):
                self.schemes.addItem(f"{scheme.section}　{scheme.short}", scheme.id)
        self.schemes.setAccessibleName("扶持政策")
        self.basis = QLineEdit(placeholderText="依据文件名称和文号")
        self.basis.setAccessibleName("依据文件")
        self.grid: RowGrid | None = None
        self.strip, self._help = Strip(), muted("")
        self._shown_basis, self._uid = "", ""
        self._place = QVBoxLayout()
        self._lay_out()
        self.schemes.currentIndexChanged.connect(lambda _place: self._show())
        self._show()

    @property
    def scheme(self) -> str:
        """The scheme whose table is shown."""
        return str(self.schemes.currentData())

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.basis.text() != self._shown_basis or (self.grid is not None and self.grid.dirty)

    def save(self) -> bool:
        """Saves the table; False where an amount is outside the plan's range, or a row has an error."""
        if self.grid is None:
            return False
        scheme = self._plan.scheme(self.scheme)
        try:
            for values in self.grid.values_read():
                label, amount = values.get("label"), values.get("amount")
                if isinstance(label, str) and isinstance(amount, int):
                    check_amount(scheme, label, wan_of_fen(amount))
            desk = self._desk
            # a table that nobody saved is no record: looking at an empty page must leave nothing behind
            own_table(
                desk.workspace,
                self.scheme,
                desk.year,
                now=desk.now(),
                new_uid=lambda: self._uid,
                basis=self.basis.text(),
            )
        except UserError as error:
            self.strip.say(str(error), tone="error")
            return False
        if not self.grid.save():
            self.strip.say("没有保存：请按红字改正。", tone="error")
            return False
        self.strip.say("")
        self._shown_basis = self.basis.text()
        self.said.emit("补贴标准已保存；各项申报下次保存时按新标准计算")
        return True

    def leave(self) -> None:
        """Back to the list, with a question where something is not saved."""
        if self.dirty:
            ask_unsaved(self, "补贴标准有未保存的内容。", save=self._save_and_close, discard=self._discard)
        else:
            self.closed.emit()

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        if self.grid is not None:
            self.grid.keep_draft()

    def _lay_out(self) -> None:
        back = button("返回", self.leave, sign="back", hint="返回列表（Esc）")
        save = button("保存", self.save, sign="save", weight="main", hint="Ctrl+S")
        card = Card()
        card.inside.addLayout(row(muted("依据文件", wrap=False), self.basis))
        card.inside.addWidget(self._help)
        card.inside.addLayout(self._place, 1)
        layout = page_layout(self)
        layout.addLayout(row(back, title(f"补贴标准　{self._desk.year}年度"), 1, save))
        layout.addLayout(row(self.schemes, 1))
        layout.addWidget(self.strip)
        layout.addWidget(card, 1)
        shortcut("Ctrl+S", self, self.save)
        shortcut("Esc", self, self.leave)

    def _show(self) -> None:
        """The office's own table; another's (the department's) may only be read."""
        if self.grid is not None:
            self._place.removeWidget(self.grid)
            self.grid.hide()
            self.grid.deleteLater()
        desk = self._desk
        held = table_of(desk.workspace, self.scheme, desk.year)
        own = held is None or held.office == desk.workspace.profile.office.code
        self._uid = held.uid if held is not None and own else desk.new_uid()
        self._shown_basis = held.text("basis") if held else self._plan.scheme(self.scheme).measure
        self.basis.setText(self._shown_basis)
        self.basis.setEnabled(own)
        self.grid = RowGrid(desk, ROW, held.uid if held else self._uid, year=desk.year, writable=own)
        self.grid.load()
        self._place.addWidget(self.grid)
        self._help.setText(self._advice(own=own))
        self._help.setVisible(bool(self._help.text()))

    def _advice(self, *, own: bool) -> str:
        scheme = plan_in_force(self._desk.workspace, self._desk.year).scheme(self.scheme)
        said = [f"计划规定范围{scheme.award.words}，每档金额须在其内。"] if scheme.award else []
        levels = self._plan.scheme(self.scheme).levels
        said += [f"档次：{'、'.join(level.label for level in levels)}。"] if levels else []
        said += [] if own else ["由主管部门填写，本单位只能查看。"]
        return "".join(said)

    def _save_and_close(self) -> None:
        if self.save():
            self.closed.emit()

    def _discard(self) -> None:
        if self.grid is not None:
            self.grid.throw_away()
        self.closed.emit()
