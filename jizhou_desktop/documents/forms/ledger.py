"""Ledgers and statistics tables (台账、统计表): a head repeated on every page, rows, sums, 表号."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.domain.face import Role

_SIZE = 10.0
_ROW = 7.5


@dataclass(frozen=True)
class LedgerColumn:
    """A column: its head, its share of the width, its alignment (left, center, right).

    Neighbours of one `group` stand under a common head.
    """

    head: str
    share: float
    align: str = "left"
    group: str = ""


@dataclass(frozen=True)
class Sum:
    """A row that sums up others: set in 黑体, a blank cell joined to the one at its left."""

    cells: Sequence[str]


@dataclass(frozen=True)
class Ledger:
    """A ledger, values already read. `total` is the sum under the rows; `number` and `maker` are 表号 and 制表机关.

    A row may be a `Sum` (小计). `signs` are the words at its foot (负责人, 审核人, 填表人), with room to sign. Where
    there are fewer than `least` rows, blank ones follow, to be filled in by hand. `head_size` in pt.
    """

    title: str
    columns: Sequence[LedgerColumn]
    rows: Sequence[Sequence[str] | Sum]
    total: Sequence[str] = ()
    number: str = ""
    maker: str = ""
    unit: str = ""
    left: str = ""
    signs: Sequence[str] = ()
    notes: Sequence[str] = ()
    wide: bool = False
    least: int = 0
    head_size: float = 10.5


def ledger_paper(ledger: Ledger) -> FormPaper:
    """The ledger as a form's rows."""
    lines = [*ledger.rows, *([Sum(ledger.total)] if ledger.total else [])]
    # a sum stands on the page of what it sums up, at least of the last of it
    summed = [isinstance(line, Sum) for line in lines[1:]] + [False]
    rows = [*_heads(ledger.columns, ledger.head_size), *map(_row, lines, [ledger.columns] * len(lines), summed)]
    if not ledger.rows and not ledger.least:
        rows.append(Row([Cell("（没有记录）", len(ledger.columns), align="center", size=_SIZE)], _ROW))
    blank = _row([""] * len(ledger.columns), ledger.columns, keep=False)
    rows += [blank] * (ledger.least - len(ledger.rows))
    return FormPaper(
        title=ledger.title,
        columns=[column.share for column in ledger.columns],
        rows=rows,
        left=ledger.left,
        right=f"单位：{ledger.unit}" if ledger.unit else "",
        corner=_corner(ledger),
        notes=ledger.notes,
        signs=[sign if "：" in sign else f"{sign}：" for sign in ledger.signs],
        wide=ledger.wide,
    )


def _heads(columns: Sequence[LedgerColumn], size: float) -> Iterator[Row]:
    """One row of heads, or two where some columns stand in groups."""
    lower = [replace(label(column.head), size=size) for column in columns if column.group]
    if not lower:
        yield Row([replace(label(column.head), size=size) for column in columns], 9, head=True)
        return
    upper: list[Cell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        held = list(members)
        upper += [label(group, len(held))] if group else [label(column.head, down=2) for column in held]
    yield Row(upper, 8, head=True, keep=True)
    yield Row(lower, 9, head=True)


def _row(line: Sequence[str] | Sum, columns: Sequence[LedgerColumn], keep: bool) -> Row:
    if isinstance(line, Sum):
        return Row(list(_joined(line.cells, columns)), _ROW, keep=keep)
    pairs = zip(line, columns, strict=True)
    return Row([Cell(said, 1, Role.FANGSONG, _SIZE, column.align) for said, column in pairs], _ROW, keep=keep)


def _joined(cells: Sequence[str], columns: Sequence[LedgerColumn]) -> Iterator[Cell]:
    """The cells of a sum, centred but for figures; a space keeps a cell empty."""
    begins = [place for place, said in enumerate(cells) if said or not place]
    for begin, end in zip(begins, [*begins[1:], len(columns)], strict=True):
        align = "right" if columns[begin].align == "right" and end - begin == 1 else "center"
        yield Cell(cells[begin], end - begin, Role.HEI, _SIZE, align)


def _corner(ledger: Ledger) -> list[str]:
    """表号 and 制表机关, which statistics forms carry at the upper right."""
    said = (("表　　号", ledger.number), ("制表机关", ledger.maker))
    return [f"{name}：{text}" for name, text in said if text]
