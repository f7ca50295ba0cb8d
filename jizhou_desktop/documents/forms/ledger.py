"""Ledgers and statistics tables (台账、统计表): a head repeated on every page, rows, a total, 表号."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.domain.face import Role

_SIZE = 10.0
_ROW = 7.5


@dataclass(frozen=True)
class LedgerColumn:
    """A column: its head, its share of the width, its alignment (left, center, right)."""

    head: str
    share: float
    align: str = "left"


@dataclass(frozen=True)
class Ledger:
    """A ledger, values already read. `total` is set in 黑体 under the rows; `number` and `maker` are 表号 and 制表机关.

    `signs` are the words at its foot (负责人, 审核人, 填表人), with room to sign.
    """

    title: str
    columns: Sequence[LedgerColumn]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
    number: str = ""
    maker: str = ""
    unit: str = ""
    left: str = ""
    signs: Sequence[str] = ()
    notes: Sequence[str] = ()
    wide: bool = False


def ledger_paper(ledger: Ledger) -> FormPaper:
    """The ledger as a form's rows."""
    rows = [Row([label(column.head) for column in ledger.columns], 9, head=True)]
    rows += [_row(line, ledger.columns, Role.FANGSONG) for line in ledger.rows]
    if not ledger.rows:
        rows.append(Row([Cell("（没有记录）", len(ledger.columns), align="center", size=_SIZE)], _ROW))
    if ledger.total:
        rows.append(_row(ledger.total, ledger.columns, Role.HEI))
    signs = ["　　　　　　　　".join(f"{sign}：" for sign in ledger.signs)] if ledger.signs else []
    return FormPaper(
        title=ledger.title,
        columns=[column.share for column in ledger.columns],
        rows=rows,
        left=ledger.left,
        right=f"单位：{ledger.unit}" if ledger.unit else "",
        corner=_corner(ledger),
        notes=[*ledger.notes, *signs],
        wide=ledger.wide,
    )


def _corner(ledger: Ledger) -> list[str]:
    """表号 and 制表机关, which statistics forms carry at the upper right."""
    said = (("表　　号", ledger.number), ("制表机关", ledger.maker))
    return [f"{name}：{text}" for name, text in said if text]


def _row(line: Sequence[str], columns: Sequence[LedgerColumn], role: Role) -> Row:
    cells = [Cell(said, 1, role, _SIZE, column.align) for said, column in zip(line, columns, strict=True)]
    return Row(cells, _ROW)
