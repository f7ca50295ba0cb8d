"""Adding evidence: files, or a picture from the clipboard, are asked about once and kept in the worker."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import evidence
from jizhou_desktop.tasks.workspaces import Workspace, open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.evidence_dialog import About, EvidenceDialog
from jizhou_desktop.ui.file_drop import files_of
from jizhou_desktop.ui.work import Report
from jizhou_desktop.ui.work_panel import WorkPanel

_NOTHING_TO_PASTE = "剪贴板里没有图片或文件，请先复制文件或截图，再粘贴。"
_MOST_AT_ONCE = 50


class EvidenceAdding(QObject):
    """One errand for a panel. What comes of it is told by `ended`, why nothing can be begun by `refused`."""

    ended = Signal(object, object)
    """The uids of what was added, and a sentence for each file that was not simply added."""
    refused = Signal(str)

    def __init__(self, desk: Desk, panel: WorkPanel, parent: QWidget) -> None:
        """`panel` shows the work; dialogs open over `parent`."""
        super().__init__(parent)
        self._desk, self._panel, self._parent = desk, panel, parent
        self._pasted: TemporaryDirectory[str] | None = None

    def ask(self, files: Sequence[Path], records: Sequence[Record], record: str) -> EvidenceDialog | None:
        """Asks what the files are; `records` are those that they may lie beside, `record` the one proposed."""
        if not records:
            self.refused.emit("请先保存这条记录，再添加佐证材料。")
        elif len(files) > _MOST_AT_ONCE:
            self.refused.emit(f"一次最多添加{_MOST_AT_ONCE}个文件，这次有{len(files)}个，请分几次添加。")
        else:
            asked = [About(file.name, file.stem) for file in files]
            dialog = EvidenceDialog(self._parent, "添加佐证材料", records, record, asked)
            dialog.answered.connect(lambda chosen, abouts: self._keep(chosen, files, abouts))
            dialog.open()
            return dialog
        return None

    def paste(self, data: QMimeData | None, records: Sequence[Record], record: str) -> None:
        """Asks about the files, or the picture, that the clipboard holds."""
        if data is None:  # so Qt has it where the clipboard is empty, or held by another program
            self.refused.emit(_NOTHING_TO_PASTE)
        elif files := files_of(data):
            self.ask(files, records, record)
        elif data.hasImage():
            self._paste_picture(QImage(data.imageData()), records, record)
        else:
            self.refused.emit(_NOTHING_TO_PASTE)

    def _paste_picture(self, image: QImage, records: Sequence[Record], record: str) -> None:
        """A picture becomes a file first, since evidence is a file; it goes with this errand."""
        self._pasted = self._pasted or TemporaryDirectory(prefix="jizhou-", ignore_cleanup_errors=True)
        file = Path(self._pasted.name) / f"截图-{self._desk.now():%Y%m%d-%H%M%S}.png"

        def job(_report: Report) -> None:
            if not image.save(str(file)):
                raise UserError("剪贴板里的图片无法保存，请把它存成文件后再添加。")

        self._panel.run("正在读取剪贴板…", job, lambda _none: self.ask([file], records, record))

    def _keep(self, record: str, files: Sequence[Path], abouts: Sequence[About]) -> None:
        folder, now = self._desk.workspace.folder, self._desk.now()
        uids = [self._desk.new_uid() for _ in files]

        def job(report: Report) -> tuple[list[str], list[str]]:
            added: list[str] = []
            notes: list[str] = []
            with open_workspace(folder, now=now) as workspace:
                for done, (file, about, uid) in enumerate(zip(files, abouts, uids, strict=True)):
                    report(done, len(files), f"正在存入{file.name[:30]}…")
                    try:
                        one = self._add(workspace, record, file, about, uid)
                    except UserError as error:  # one bad file must not keep the others out
                        notes.append(str(error))
                        continue
                    added.append(one.item.uid)
                    notes += [one.note] if one.note else []
            return added, notes

        self._panel.run("正在存入佐证材料…", job, lambda made: self.ended.emit(*made))

    def _add(self, workspace: Workspace, record: str, file: Path, about: About, uid: str) -> evidence.Added:
        beside = evidence.record_of(workspace, record)
        return evidence.add_evidence(
            workspace, beside, file, kind=about.kind, title=about.title, dated=about.dated, uid=uid,
            now=self._desk.now(),
        )  # fmt: skip
