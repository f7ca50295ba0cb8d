"""The equipment list of a claim (设备清单): which rows count by their invoices' dates, and what was claimed elsewhere.

三（三）、三（四）“从上一年度到本年度”: only invoices of those years count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.text import fold


@dataclass(frozen=True)
class CountedRow:
    """One row of a list; `why_not` is blank where it counts. Its amount is in 分."""

    row: Record
    why_not: str = ""

    @property
    def amount_fen(self) -> int:
        return self.row.whole("amount") or 0


@dataclass(frozen=True)
class EquipmentSum:
    """A list summed up over the years `first` to `last`."""

    rows: tuple[CountedRow, ...]
    first: int
    last: int

    @property
    def counted(self) -> list[CountedRow]:
        return [row for row in self.rows if not row.why_not]

    @property
    def left_out(self) -> list[CountedRow]:
        return [row for row in self.rows if row.why_not]

    @property
    def fen(self) -> int:
        """设备投入 in 分."""
        return sum(row.amount_fen for row in self.counted)

    @property
    def left_out_fen(self) -> int:
        return sum(row.amount_fen for row in self.left_out)

    @property
    def unpaid_fen(self) -> int:
        """What of the counted rows has not been paid yet, in 分; rows that say nothing of payment are left out."""
        said = [row for row in self.counted if row.row.whole("paid") is not None]
        return sum(max(row.amount_fen - (row.row.whole("paid") or 0), 0) for row in said)

    @property
    def invoices(self) -> int:
        """How many invoices the counted rows rest on."""
        return len({fold(row.row.text("invoice_number")) for row in self.counted})

    def of_year(self, year: int) -> int:
        """What counts of one year, in 分."""
        return sum(row.amount_fen for row in self.counted if row.row.text("invoice_date")[:4] == str(year))

    @property
    def words(self) -> str:
        """How the sum came about: each year, and what was left out."""
        years = "＋".join(f"{year}年{wan_text(self.of_year(year))}万元" for year in range(self.first, self.last + 1))
        said = f"设备清单{len(self.rows)}行，{years}＝{wan_text(self.fen)}万元"
        if self.left_out:
            said += f"；{len(self.left_out)}行{wan_text(self.left_out_fen)}万元不在两个年度内，不计"
        return f"{said}。"


def sum_equipment(rows: Iterable[Record], first: int, last: int) -> EquipmentSum:
    """Sums a list by the dates of its invoices; a row outside the years says why it does not count."""
    return EquipmentSum(tuple(CountedRow(row, _why_not(row, first, last)) for row in rows), first, last)


def _why_not(row: Record, first: int, last: int) -> str:
    date = row.text("invoice_date")
    if not date[:4].isdigit():
        return "没有发票日期"
    year = int(date[:4])
    if year < first:
        return f"发票日期在{first}年以前"
    return f"发票日期在{last}年以后" if year > last else ""


def same_thing(row: Record) -> tuple[str, str]:
    """What tells one piece of equipment from another: its invoice and its name; blank where it has no invoice."""
    number = fold(row.text("invoice_number"))
    return (number, fold(row.text("name"))) if number else ("", "")


def claimed_twice(rows: Sequence[Record], others: Iterable[Record]) -> list[tuple[Record, Record]]:
    """Rows that stand in another list too (same invoice, same equipment), each with the row of the other list.

    `others` may hold the rows themselves; rows of the same claim are not set against one another.
    """
    by_thing: dict[tuple[str, str], list[Record]] = {}
    for other in others:
        by_thing.setdefault(same_thing(other), []).append(other)
    return [
        (row, other)
        for row in rows
        if same_thing(row) != ("", "")
        for other in by_thing.get(same_thing(row), ())
        if other.parent != row.parent
    ]
