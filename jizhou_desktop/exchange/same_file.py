"""Saving workbooks and Word files so that the same content gives the same bytes: no clock is written in."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_NO_DATE = (1980, 1, 1, 0, 0, 0)


def save_same(workbook: Workbook, out: Path, *, now: datetime) -> None:
    """Saves as xlsx; `now` is what the file says of when it was made."""
    workbook.properties.created = workbook.properties.modified = now.replace(tzinfo=None, microsecond=0)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        ExcelWriter(workbook, archive).save()
    write_undated(made, out)


def write_undated(made: io.BytesIO, out: Path) -> None:
    """Writes a zip again with its members in the same order and without their dates."""
    with zipfile.ZipFile(made) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as same:
        for name in archive.namelist():
            same.writestr(_undated(name), archive.read(name))


def _undated(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _NO_DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member
