"""A mistake is a value with an address: the same sentence beside the field, in the list and on the command line."""

from dataclasses import dataclass
from enum import StrEnum

from jizhou_desktop.domain.explanation import Explanation


class Severity(StrEnum):
    """How much a problem weighs: 错误 stops submission, 核实 asks for an explanation, 提示 only tells."""

    ERROR = "error"
    QUERY = "query"
    HINT = "hint"

    @property
    def label(self) -> str:
        return {"error": "错误", "query": "核实", "hint": "提示"}[self]


@dataclass(frozen=True)
class Cell:
    """Where in a workbook: sheet's name, row counted from 1, column as letters and by its heading."""

    sheet: str
    row: int
    column: str = ""
    heading: str = ""

    def __str__(self) -> str:
        column = f"{self.column}列" if self.column else ""
        heading = f"（{self.heading}）" if self.heading else ""
        return f"工作表“{self.sheet}”第{self.row}行{column}{heading}"


@dataclass(frozen=True)
class Problem:
    """One fault found in what was typed, taken in or stored. A 核实 may have been answered with an explanation."""

    message: str
    severity: Severity = Severity.ERROR
    rule: str = ""
    record: str = ""
    field: str = ""
    cell: Cell | None = None
    explanation: Explanation | None = None

    @property
    def is_open(self) -> bool:
        """Whether it keeps the data from being handed over (报送): an error, or a 核实 that nobody explained."""
        return self.severity is Severity.ERROR or (self.severity is Severity.QUERY and self.explanation is None)

    def __str__(self) -> str:
        return f"{self.cell}：{self.message}" if self.cell else self.message
