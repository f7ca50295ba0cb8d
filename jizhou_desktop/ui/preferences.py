"""What the window remembers for its user between two starts: text size and the workspace last open."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from jizhou_desktop.ui.text_size import TextSize

_WAYS = ("right", "down")


class Preferences:
    """Kept per user of the machine, not in the workspace: eyes do not travel with a USB stick."""

    def __init__(self, settings: QSettings) -> None:
        """Keeps the settings it reads and writes."""
        self._settings = settings

    @property
    def text_size(self) -> TextSize:
        said = str(self._settings.value("text-size", TextSize.STANDARD))
        return TextSize(said) if said in set(TextSize) else TextSize.STANDARD

    @text_size.setter
    def text_size(self, size: TextSize) -> None:
        self._settings.setValue("text-size", str(size))

    @property
    def workspace(self) -> Path | None:
        """The workspace last open; None at the first start."""
        said = str(self._settings.value("workspace", ""))
        return Path(said) if said else None

    @workspace.setter
    def workspace(self, folder: Path) -> None:
        self._settings.setValue("workspace", str(folder))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        said = self._settings.value("geometry", QByteArray())
        return said if isinstance(said, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._settings.setValue("geometry", place)

    def offsets(self, paper: str) -> tuple[float, float]:
        """How far (mm right, mm down) prints of a paper are moved on pre-printed sheets (套打): each has its own."""
        right, down = (self._settings.value(f"offset/{paper}/{way}", 0.0) for way in _WAYS)
        return float(str(right)), float(str(down))

    def set_offsets(self, paper: str, offsets: tuple[float, float]) -> None:
        """Remembers them for the next print of the same paper."""
        for way, length in zip(_WAYS, offsets, strict=True):
            self._settings.setValue(f"offset/{paper}/{way}", length)
