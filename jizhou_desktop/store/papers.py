"""The register of printed papers (打印登记)."""

import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database

from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.connection import writing


@dataclass(frozen=True)
class PaperRow:
    """One printed paper: which, about what, where the file lies, its SHA-256 and pages, who printed it when (ISO)."""

    paper: str
    title: str
    subject: str
    file: str
    digest: str
    pages: int
    printed_by: str
    printed_at: str


class Papers:
    """The papers printed from one workspace."""

    def __init__(self, database: Database, folder: Path) -> None:
        """Keeps the database and the folder that it works on."""
        self._database = database
        self._folder = folder

    def keep(self, row: PaperRow, printed: Path) -> None:
        """Keeps a copy of the paper as it was printed, under its digest, and notes it."""
        copy = self.kept(row)
        if not copy.exists():
            with whole_file(copy) as part:
                shutil.copyfile(printed, part)
        with writing(self._database):
            self._database.table("papers").insert(asdict(row))

    def kept(self, row: PaperRow) -> Path:
        """Where the copy lies."""
        return self._folder / "kept" / f"{row.digest}{Path(row.file).suffix.lower()}"

    def rows(self) -> list[PaperRow]:
        """All papers, the latest first."""
        rows = self._database.table("papers").rows_where(order_by="number desc")
        return [PaperRow(**{name: value for name, value in row.items() if name != "number"}) for row in rows]
