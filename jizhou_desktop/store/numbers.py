"""The register of document numbers (发文登记): one series a 代字 and year, without gaps or doubles."""

from dataclasses import dataclass

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store.connection import writing


@dataclass(frozen=True)
class NumberRow:
    """One number: 代字, year, running number, what was issued (`paper` and what it is `about`), its title, by whom.

    `void` is empty, or why the number was given up (作废); a number is never given twice.
    """

    prefix: str
    year: int
    running: int
    paper: str
    about: str
    title: str
    given_by: str
    given_at: str
    void: str = ""

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕{self.running}号"


class Numbers:
    """The numbers given in one workspace."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def give(self, wanted: NumberRow) -> NumberRow:
        """The number of a document: the one it already has, or the next of its series. `wanted.running` is ignored."""
        with writing(self._database):
            held = self._held(wanted)
            if held is not None:
                return held
            last = self._database.execute(
                "SELECT max(running) FROM numbers WHERE prefix = ? AND year = ?", [wanted.prefix, wanted.year]
            ).fetchone()[0]
            row = {**wanted.__dict__, "running": (last or 0) + 1, "void": ""}
            self._database.conn.execute(
                "INSERT INTO numbers (prefix, year, running, paper, about, title, given_by, given_at, void) VALUES "
                "(:prefix, :year, :running, :paper, :about, :title, :given_by, :given_at, :void)",
                row,
            )
            return NumberRow(**row)

    def void(self, prefix: str, year: int, running: int, why: str) -> None:
        """Gives a number up; it stays in the register. Raises UserError without a reason, or for an unknown number."""
        if not why.strip():
            raise UserError("请写明发文字号作废的原因。")
        with writing(self._database):
            done = self._database.conn.execute(
                "UPDATE numbers SET void = ? WHERE prefix = ? AND year = ? AND running = ? AND void = ''",
                [why.strip(), prefix, year, running],
            )
            if not done.rowcount:
                raise UserError(f"没有有效的发文字号 {prefix}〔{year}〕{running}号，请核对。")

    def rows(self) -> list[NumberRow]:
        """The whole register, series by series."""
        return [
            NumberRow(**row) for row in self._database.query("SELECT * FROM numbers ORDER BY prefix, year, running")
        ]

    def _held(self, wanted: NumberRow) -> NumberRow | None:
        rows = self._database.query(
            "SELECT * FROM numbers WHERE prefix = ? AND year = ? AND paper = ? AND about = ? AND void = '' LIMIT 1",
            [wanted.prefix, wanted.year, wanted.paper, wanted.about],
        )
        return next((NumberRow(**row) for row in rows), None)
