"""Bytes laid aside in one file until they are written: a volume of photographs never stands in memory whole."""

import io
import os
from typing import Any, BinaryIO


class Kept(io.RawIOBase):
    """A stretch of a file that reads as a file of its own."""

    def __init__(self, file: BinaryIO, data: bytes) -> None:
        """Lays `data` at the end of `file`, which stays open as long as this is read."""
        super().__init__()
        self._file, self._start, self._length = file, file.seek(0, os.SEEK_END), len(data)
        self._place = 0
        file.write(data)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """To a place counted from the stretch's beginning, from here, or from its end."""
        self._place = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._length}[whence] + offset
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401  — whatever holds bytes
        """Never reads beyond the stretch."""
        view = memoryview(buffer).cast("B")
        self._file.seek(self._start + self._place)
        data = self._file.read(min(len(view), max(self._length - self._place, 0)))
        view[: len(data)] = data
        self._place += len(data)
        return len(data)
