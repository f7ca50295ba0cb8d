"""The register of printed papers (打印登记)."""

from dataclasses import asdict, dataclass

from sqlite_utils import Database

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

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def keep(self, row: PaperRow) -> None:
        """Notes a paper."""
        with writing(self._database):
            self._database.table("papers").insert(asdict(row))

    def rows(self) -> list[PaperRow]:
        """All papers, the latest first."""
        rows = self._database.table("papers").rows_where(order_by="number desc")
        return [PaperRow(**{name: value for name, value in row.items() if name != "number"}) for row in rows]
