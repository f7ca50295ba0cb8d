"""A printed paper looked at: its pages as pictures, a copy elsewhere, and whether it keeps to the standard."""

import shutil
from pathlib import Path

from jizhou_desktop.documents.conform.finding import Finding
from jizhou_desktop.documents.conform.measure import measure as conform
from jizhou_desktop.documents.raster import Picture, page_count, page_size, picture
from jizhou_desktop.files.whole import whole_file

__all__ = ["Finding", "Picture", "conform", "page_count", "page_size", "picture", "save_copy"]


def save_copy(file: Path, out: Path) -> None:
    """Copies a paper to where the official wants it. Raises UserError where it cannot be written."""
    with whole_file(out) as part:
        shutil.copyfile(file, part)
