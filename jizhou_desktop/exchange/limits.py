"""How large a workbook may be that is taken in: far more than an office keeps, far less than fills a machine."""

from pathlib import Path

from jizhou_desktop.domain.errors import UserError

MOST_FILE_BYTES = 64 << 20
MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_CELLS = 4_000_000
"""Rows times columns of all sheets together: one cell in the last corner of a sheet makes all others be kept."""

MOST_MERGES = 50_000
"""Merged blocks of one sheet."""

LONGEST_CELL = 32_767
"""Characters; the most a cell of Excel holds."""


class Extent:
    """Counts how far the filled cells of a workbook reach, and refuses the cell that reaches too far."""

    def __init__(self, file: Path) -> None:
        """`file` is named in the sentence."""
        self._file = file
        self._before = self._merges = 0
        self.rows = self.columns = 0

    def next_sheet(self) -> None:
        """What was counted belongs to the sheet before."""
        self._before += self.rows * self.columns
        self._merges = 0
        self.rows = self.columns = 0

    def reach(self, row: int, column: int) -> None:
        """A filled cell; row and column count from 0. Raises UserError where it lies too far out."""
        if row < self.rows and column < self.columns:
            return
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > MOST_ROWS or self.columns > MOST_COLUMNS:
            raise UserError(
                f"{self._file.name} 的工作表超过{MOST_ROWS:,}行或{MOST_COLUMNS}列，不予读取，请删去多余的行列后再导入。"
            )
        if self._before + self.rows * self.columns > MOST_CELLS:
            raise UserError(
                f"{self._file.name} 的单元格超过{MOST_CELLS // 10_000}万个，不予读取，请拆分成几个工作簿后再导入。"
            )

    def merge(self) -> None:
        """A merged block. Raises UserError where a sheet has too many."""
        self._merges += 1
        if self._merges > MOST_MERGES:
            raise UserError(f"{self._file.name} 的合并单元格超过{MOST_MERGES:,}处，不予读取，请取消合并后再导入。")
