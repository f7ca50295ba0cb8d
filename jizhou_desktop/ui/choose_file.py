"""Choosing a file to read or to write, without blocking: the choice comes as a call."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], object]

_UNTRANSLATED = {QFileDialog.DialogLabel.LookIn: "位置：", QFileDialog.DialogLabel.FileType: "类型："}
"""Words that Qt's own Chinese leaves in English, where the system brings no file dialog."""


def choose_to_read(parent: QWidget, heading: str, kinds: str, then: Then) -> QFileDialog:
    """A file that is there. `kinds` as Qt writes them: `工作簿 (*.xlsx *.csv)`."""
    dialog = QFileDialog(parent, heading, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def choose_several(parent: QWidget, heading: str, kinds: str, then: Callable[[list[Path]], object]) -> QFileDialog:
    """One file or several that are there."""
    dialog = QFileDialog(parent, heading, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    return _open(dialog, lambda _first: None)


def choose_to_write(parent: QWidget, heading: str, proposed: Path, kinds: str, then: Then) -> QFileDialog:
    """A name to write to; Qt itself asks before a file is replaced."""
    dialog = QFileDialog(parent, heading, str(proposed), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
    return _open(dialog, then)


def choose_folder(parent: QWidget, heading: str, then: Then) -> QFileDialog:
    """A folder, new or there."""
    dialog = QFileDialog(parent, heading)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return _open(dialog, then)


def _open(dialog: QFileDialog, then: Then) -> QFileDialog:
    for part, words in _UNTRANSLATED.items():
        dialog.setLabelText(part, words)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog
