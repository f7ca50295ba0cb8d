"""What was read of font files is kept between starts: reading a machine's fonts anew takes seconds, this no time."""

import json
from dataclasses import asdict
from pathlib import Path

from jizhou_desktop.documents.fonts.face_facts import FaceFacts, read_facts
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.files.whole import whole_file

_VERSION = 1
_NAME = "faces-read.json"


class FactsCache:
    """The facts of font files by path, size and time of change. `folder` None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / _NAME if folder else None
        self._kept = self._load()
        self._asked: dict[str, dict[str, object]] = {}

    def facts(self, file: Path) -> list[FaceFacts]:
        """The faces of a file, read only where the file is new or changed; none where it is gone again."""
        try:
            status = file.stat()
        except OSError:
            return []
        mark = [status.st_size, status.st_mtime_ns]
        entry = self._kept.get(str(file))
        if entry is None or entry.get("mark") != mark:
            faces = [asdict(face) for face in read_facts(file)]
            entry = {"mark": mark, "faces": faces}
        self._asked[str(file)] = entry
        return _faces(entry)

    def save(self) -> None:
        """Keeps what was asked for; files that are gone fall out. A folder that cannot be written keeps nothing."""
        if self._file is None or self._asked == self._kept:
            return
        data = {"version": _VERSION, "files": self._asked}
        try:
            with whole_file(self._file) as part:
                part.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        except UserError:
            return  # a read-only folder costs time at the next start and nothing else

    def _load(self) -> dict[str, dict[str, object]]:
        if self._file is None:
            return {}
        try:
            data = json.loads(self._file.read_text("utf-8"))
            if data["version"] != _VERSION:
                return {}
            files: dict[str, dict[str, object]] = data["files"]
            for entry in files.values():
                _faces(entry)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}  # a damaged cache is no cache
        return files


def _faces(entry: dict[str, object]) -> list[FaceFacts]:
    faces = entry["faces"]
    if not isinstance(faces, list):
        raise TypeError
    return [FaceFacts(**(face | {"names": tuple(face["names"])})) for face in faces]
