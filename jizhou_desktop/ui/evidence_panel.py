"""佐证材料 of a record: the list, a preview beside it, and everything that is done with evidence."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jizhou_desktop.domain.attachment import Attachment, safe_name, size_text
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import evidence
from jizhou_desktop.tasks.evidence_volume import Bound, export_evidence
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.choose_file import choose_several, choose_to_write
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.evidence_adding import EvidenceAdding
from jizhou_desktop.ui.evidence_dialog import About, EvidenceDialog
from jizhou_desktop.ui.evidence_preview import EvidencePreview
from jizhou_desktop.ui.evidence_tree import EvidenceTree
from jizhou_desktop.ui.file_drop import FileDrop
from jizhou_desktop.ui.widgets import Strip, button, choice, row, shortcut
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel

_NOTHING = "还没有佐证材料。\n把文件拖到这里，或按“添加文件…”（Ctrl+O）、“粘贴”（Ctrl+V）。"


class EvidencePanel(QWidget):
    """The evidence of the record `uid`; of an enterprise also that of its transformations and claims, by record.

    Put it on any page: it reads and keeps by itself. Call `refresh` where the record may have been saved or changed.
    """

    changed = Signal()
    """Evidence was added, changed, taken out or put back."""

    def __init__(self, desk: Desk, uid: str) -> None:
        """`uid` may be that of a record that is yet to be saved."""
        super().__init__()
        self._desk, self._uid = desk, uid
        self._records: list[Record] = []
        self.tree, self.preview, self.strip = EvidenceTree(), EvidencePreview(), Strip()
        self.panel = WorkPanel()
        self.adding = EvidenceAdding(desk, self.panel, self)
        self.withdrawn = choice("看已取出的")
        self._make_buttons()
        self._lay_out()
        self._listen()
        self.refresh()

    def refresh(self) -> None:
        """Reads the list anew; the chosen piece stays chosen."""
        kept = self.tree.item
        saved = self._desk.workspace.records.get(self._uid) is not None
        with_all = self.withdrawn.isChecked()
        groups = evidence.evidence_groups(self._desk.workspace, self._uid, withdrawn=with_all) if saved else []
        self._records = [group.record for group in groups]
        self.tree.show_groups(groups, keep=kept.uid if kept else "")

    def add_files(self, files: Sequence[Path]) -> None:
        """Asks what the files are, and keeps them."""
        self.adding.ask(files, self._records, self.tree.record or self._uid)

    def paste(self) -> None:
        """Adds the files, or the picture, that the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        self.adding.paste(data, self._records, self.tree.record or self._uid)

    def edit(self) -> None:
        """Asks for kind, title, date and record of the chosen piece anew."""
        item = self.tree.item
        if item is None:
            return
        about = About(item.name, item.title, item.kind, item.dated)
        dialog = EvidenceDialog(self, "修改佐证材料", self._records, item.record, [about])
        dialog.answered.connect(lambda record, abouts: self._change(item, record, abouts[0]))
        dialog.open()

    def take_out(self) -> None:
        """Takes the chosen piece out; it can be put back at once, or later."""
        item = self.tree.item
        if item is None or item.withdrawn:
            return
        if self._try(lambda: evidence.withdraw_evidence(self._desk.workspace, item.uid, now=self._desk.now())):
            said = f"已取出“{item.title}”；文件仍保存在工作目录中，可随时恢复。"
            self.strip.say(said, offers={"恢复": lambda: self._restore(item)})

    def put_back(self) -> None:
        """Puts back the chosen piece, where it was taken out."""
        if self.tree.item is not None and self.tree.item.withdrawn:
            self._restore(self.tree.item)

    def save_to(self, item: Attachment, out: Path) -> None:
        """Copies a piece of evidence out, in the worker; it is never opened with another program from here."""
        workspace = self._desk.workspace
        self.panel.run(
            "正在另存…",
            lambda _report: evidence.save_evidence_as(workspace, item, out),
            lambda _none: self.strip.say(f"已另存为 {out}"),
        )

    def export_to(self, out: Path) -> None:
        """Writes all evidence as one PDF with cover, contents and page numbers, in the worker."""
        folder, now, uid = self._desk.workspace.folder, self._desk.now(), self._uid

        def job(report: Report) -> Bound:
            with open_workspace(folder, now=now) as workspace:
                return export_evidence(workspace, uid, out, now=now, report=report)

        self.panel.run("正在合并导出…", job, lambda bound: self._exported(out, bound))

    def _exported(self, out: Path, bound: Bound) -> None:
        left = "".join(f"\n{sentence}" for sentence in bound.left_out)
        self.strip.say(f"已合并导出到 {out}，共{bound.pages}页。{left}", tone="query" if left else "plain")

    def _added(self, added: Sequence[str], notes: Sequence[str]) -> None:
        self.refresh()
        if added:
            self.tree.go_to(added[-1])
        self.strip.say("\n".join(notes), tone="query")
        self.changed.emit()

    def _change(self, item: Attachment, record: str, about: About) -> None:
        self._try(
            lambda: evidence.change_evidence(
                self._desk.workspace, item.uid, kind=about.kind, title=about.title, dated=about.dated, record=record,
                now=self._desk.now(),
            )
        )  # fmt: skip

    def _restore(self, item: Attachment) -> None:
        if self._try(lambda: evidence.restore_evidence(self._desk.workspace, item.uid, now=self._desk.now())):
            self.tree.go_to(item.uid)

    def _try(self, errand: Callable[[], object]) -> bool:
        """Does a small thing at once, and tells why where it cannot be done."""
        try:
            errand()
        except UserError as error:
            self._refuse(error)
            return False
        self.strip.say("")
        self.refresh()
        self.changed.emit()
        return True

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.strip.say(str(error), tone="error")

    def _choose(self) -> None:
        choose_several(self, "添加佐证材料", "所有文件 (*)", self.add_files)

    def _choose_name(self) -> None:
        item = self.tree.item
        if item is not None:
            kinds = f"{Path(item.name).suffix.lstrip('.') or '所有文件'} (*{Path(item.name).suffix})"
            choose_to_write(self, "另存为", Path.home() / item.name, kinds, lambda out: self.save_to(item, out))

    def _choose_volume(self) -> None:
        record = self._desk.workspace.records.get(self._uid)
        if not self.tree.items or record is None:
            self.strip.say("还没有佐证材料，没有可以导出的。", tone="query")
            return
        name = safe_name(f"佐证材料-{record.text('name') or record.text('project')}-{self._desk.now():%Y%m%d}.pdf")
        choose_to_write(self, "合并导出", Path.home() / name, "PDF (*.pdf)", self.export_to)

    def _show(self, item: Attachment | None) -> None:
        for part in (self._edit, self._save):
            part.setEnabled(item is not None)
        self._out.setVisible(item is None or not item.withdrawn)
        self._out.setEnabled(item is not None)
        self._back.setVisible(item is not None and bool(item.withdrawn))
        if item is None:
            self.preview.clear("" if self.tree.items else _NOTHING)
            return
        try:
            file = evidence.evidence_file(self._desk.workspace, item)
        except UserError as error:
            self.preview.clear(str(error))
            return
        self.preview.show_file(item.title, self._about(item), file)

    def _about(self, item: Attachment) -> str:
        facts = " · ".join(part for part in (item.kind, item.dated, item.name, size_text(item.size)) if part)
        noted = evidence.evidence_changes(self._desk.workspace, item.uid)
        changes = "；".join(f"{change.noted_at[:10]} {change.noted_by}{change.why}" for change in noted)
        return f"{facts}\n{changes}" if changes else facts

    def _make_buttons(self) -> None:
        self._add = button("添加文件…", self._choose, sign="add", weight="main", hint="Ctrl+O；也可把文件拖进来")
        self._paste = button("粘贴", self.paste, hint="把截图或复制的文件存为佐证材料（Ctrl+V）")
        self._edit = button("修改…", self.edit, hint="种类、标题、日期，移到另一条记录（F2）")
        self._out = button("取出", self.take_out, hint="不再作为佐证；文件仍保存，可恢复（Delete）")
        self._back = button("恢复", self.put_back, sign="back")
        self._volume = button(
            "合并导出…",
            self._choose_volume,
            sign="give-out",
            hint="全部材料合成一个PDF：封面、卷内目录、页码（Ctrl+E）",
        )
        self._save = button("另存为…", self._choose_name, sign="save", hint="Ctrl+Shift+S")

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tree)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([500, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(
            row(self._add, self._paste, self._edit, self._out, self._back, self._save, 1, self._volume, self.withdrawn)
        )
        layout.addWidget(self.strip)
        layout.addWidget(self.panel)
        layout.addWidget(split, 1)

    def _listen(self) -> None:
        self.tree.chosen.connect(self._show)
        self.tree.itemActivated.connect(lambda _line, _column: self.edit())
        self.withdrawn.toggled.connect(lambda _on: self.refresh())
        self.panel.failed.connect(self._refuse)
        self.adding.ended.connect(self._added)
        self.adding.refused.connect(lambda words: self.strip.say(words, tone="query"))
        FileDrop(self, self.add_files)
        for keys, then in (
            ("Ctrl+O", self._choose), ("Ctrl+V", self.paste), ("F2", self.edit), ("Delete", self.take_out),
            ("Ctrl+Shift+S", self._choose_name), ("Ctrl+E", self._choose_volume),
            ("Ctrl+PgUp", lambda: self.preview.turn(-1)),
            ("Ctrl+PgDown", lambda: self.preview.turn(1)), ("Ctrl++", lambda: self.preview.zoom_by(1)),
            ("Ctrl+-", lambda: self.preview.zoom_by(-1)), ("Ctrl+0", lambda: self.preview.zoom_by(0)),
        ):  # fmt: skip
            shortcut(keys, self, then)
