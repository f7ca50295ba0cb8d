"""数据交接: hand over, verify, take in; back up and restore."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from jizhou_desktop.tasks import back_up, export, hand_over, resources
from jizhou_desktop.tasks.back_up import BackupInfo
from jizhou_desktop.tasks.hand_over import Manifest, Verified
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.choose_file import choose_folder, choose_to_read, choose_to_write
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.widgets import Card, Strip, button, muted, page_layout, row, title
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel

_PACKAGES = "数据包 (*.jzb)"
_BACKUPS = "备份文件 (*.zip)"
_WORKBOOKS = "工作簿 (*.xlsx);;逗号分隔文本 (*.csv)"


class ExchangePage(QWidget):
    """Each errand: choose, run in the worker, told in a sentence."""

    take_in_asked = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.strip, self.panel = Strip(), WorkPanel()
        self.panel.failed.connect(self.failed)
        self.year, self.kind = QComboBox(), QComboBox()
        for plan_id in reversed(resources.plan_ids()):
            self.year.addItem(f"{resources.plan(plan_id).year}年度", resources.plan(plan_id).year)
        for kind, words in export.KINDS.items():
            self.kind.addItem(words, kind)
        self._cards: list[Card] = []
        self._lay_out()
        self.panel.busy_changed.connect(self._set_busy)

    def hand_over(self, out: Path) -> None:
        """Writes the year's package."""
        folder, now, year = self._desk.workspace.folder, self._desk.now(), int(self.year.currentData())

        def job(_report: Report) -> Manifest:
            with open_workspace(folder, now=now) as workspace:
                return hand_over.hand_over(workspace, year, out, now=now)

        self.panel.run("正在写出数据包…", job, lambda made: self.strip.say(f"已写出 {out}\n{_said(made)}"))

    def verify(self, file: Path) -> None:
        """Says whether a package is whole, and what it holds."""
        self.panel.run("正在核对数据包…", lambda _report: hand_over.verify(file), self._show_verified)

    def export(self, out: Path) -> None:
        """Writes a list as a workbook."""
        folder, now, kind = self._desk.workspace.folder, self._desk.now(), str(self.kind.currentData())

        def job(_report: Report) -> int:
            with open_workspace(folder, now=now) as workspace:
                return export.export(workspace, kind, out, now=now)

        self.panel.run("正在导出…", job, lambda rows: self.strip.say(f"已导出{rows}行到 {out}"))

    def back_up(self, out: Path) -> None:
        """Writes the whole workspace as one file."""
        folder, now = self._desk.workspace.folder, self._desk.now()
        self.panel.run("正在备份…", lambda _report: back_up.back_up(folder, out, now=now), self._show_backup)

    def restore(self, file: Path, to: Path) -> None:
        """Makes a workspace from a backup, beside the one that is open."""
        now = self._desk.now()
        done = f"已恢复到 {to}。要使用它，请在“设置”中切换工作目录。"
        self.panel.run(
            "正在恢复…", lambda _report: back_up.restore(file, to, now=now), lambda _none: self.strip.say(done)
        )

    def choose_export(self, kind: str = "") -> None:
        """Asks where a list should go."""
        if kind:
            self.kind.setCurrentIndex(self.kind.findData(kind))
        proposed = Path.home() / f"{self.kind.currentText()}-{self._desk.now():%Y%m%d}.xlsx"
        choose_to_write(self, "导出 Excel", proposed, _WORKBOOKS, self.export)

    def _show_verified(self, verified: Verified) -> None:
        if verified.manifest is not None:
            self.strip.say(f"数据包完整。\n{_said(verified.manifest)}")
            return
        self.strip.say("\n".join(str(problem) for problem in verified.problems), tone="error")

    def _show_backup(self, made: BackupInfo) -> None:
        self.strip.say(f"已备份到 {made.file}（{made.size / 1024:,.0f} KB，摘要 {made.digest[:16]}）。")

    def _choose_package(self) -> None:
        year, office = self.year.currentData(), self._desk.workspace.profile.office.name
        sequence = self._desk.workspace.packages.next_sequence(year)
        proposed = self._desk.workspace.folder / "packages" / f"{office}-{year}-{sequence}.jzb"
        choose_to_write(self, "写出数据包", proposed, _PACKAGES, self.hand_over)

    def _choose_backup(self) -> None:
        now = self._desk.now()
        name = f"备份-{self._desk.workspace.profile.office.name}-{now:%Y%m%d-%H%M}.zip"
        choose_to_write(self, "备份到", self._desk.workspace.folder / "backups" / name, _BACKUPS, self.back_up)

    def _choose_restore(self) -> None:
        def then(file: Path) -> None:
            choose_folder(self, "恢复到哪个空文件夹", lambda to: self.restore(file, to))

        choose_to_read(self, "选择备份文件", f"{_BACKUPS};;所有文件 (*)", then)

    def _set_busy(self, busy: bool) -> None:
        for card in self._cards:
            card.setDisabled(busy)

    def _lay_out(self) -> None:
        choose = button("写出数据包…", self._choose_package, sign="give-out", weight="main")
        out = self._card(
            "报送", "把本单位该年度的全部数据和佐证材料写成一个文件，拷到U盘交给汇总单位。", self.year, choose
        )
        read = button("核对数据包…", lambda: choose_to_read(self, "核对数据包", _PACKAGES, self.verify), sign="check")
        into = button("导入…", self.take_in_asked.emit, sign="take-in", weight="main")
        taken = self._card("接收", "导入下级单位的数据包或花名册：先核对、试读，确认后才写入，并出具回执。", read, into)
        write = button("导出…", self.choose_export, sign="give-out")
        listed = self._card("导出 Excel", "导出的工作簿改好后可以原样导入；空白模板在“导入”页。", self.kind, write)
        kept = button("备份…", self._choose_backup, sign="save", weight="main")
        held = button("恢复…", self._choose_restore, sign="folder")
        safe = self._card(
            "备份和恢复", "备份是一个文件，含全部记录、佐证材料和文书；恢复时全部核对无误才建立目录。", held, kept
        )
        inside = QWidget()
        inside.setObjectName("page")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(12)
        for place, card in enumerate((out, taken, listed, safe)):
            grid.addWidget(card, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        grid.setRowStretch(2, 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = page_layout(self)
        layout.addWidget(title("数据交接"))
        layout.addWidget(self.strip)
        layout.addWidget(self.panel)
        layout.addWidget(area, 1)

    def _card(self, heading: str, words: str, *parts: QWidget) -> Card:
        card = Card(heading)
        card.inside.addWidget(muted(words))
        card.inside.addStretch(1)
        card.inside.addLayout(row(*parts[:-1], 1, parts[-1]))
        self._cards.append(card)
        return card


def _said(manifest: Manifest) -> str:
    counts = "，".join(f"{hand_over.kind_label(kind)}{count}条" for kind, count in manifest.counts.items())
    head = f"{manifest.office.full_name}，{manifest.year}年度，第{manifest.sequence}次。"
    return f"{head}{counts or '没有记录'}。\n摘要 {manifest.digest}"
