"""Copying rows for Excel: as plain columns, and as a table that keeps codes as text (0012 stays 0012); and back."""

import csv
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

_FORMULA = ("=", "+", "-", "@")
_DIGITS_KEPT = 15
"""More digits Excel rounds when they come as plain text."""


def copied(rows: Sequence[Sequence[str]], figures: Sequence[bool]) -> QMimeData:
    """`figures` says which columns hold numbers; all others stay text, also where they look like a formula."""
    data = QMimeData()
    lines = ["\t".join(_plain(cell, figure) for cell, figure in zip(row, figures, strict=True)) for row in rows]
    data.setText("\n".join(lines))
    cells = "".join(
        "<tr>" + "".join(_cell(cell, figure) for cell, figure in zip(row, figures, strict=True)) + "</tr>"
        for row in rows
    )
    data.setHtml(f"<table>{cells}</table>")
    return data


def pasted(text: str) -> list[list[str]]:
    """The cells of text copied from a workbook: a line a row, tabs between cells; quotes hold a cell of several lines.

    A lone quotation mark is part of a name and must not swallow the rows that follow.
    """
    lines = text.strip("\r\n").splitlines(keepends=True)
    if text.count('"') % 2:
        return [line.rstrip("\r\n").split("\t") for line in lines]
    try:
        return list(csv.reader(lines, dialect="excel-tab"))
    except csv.Error:
        return [line.rstrip("\r\n").split("\t") for line in lines]


def _plain(cell: str, figure: bool) -> str:
    text = " ".join(cell.split("\n")).replace("\t", " ")
    return f"'{text}" if not figure and _would_change(text) else text


def _would_change(text: str) -> bool:
    """Whether Excel would run it, or make a number of a code and lose its zeros or its last digits."""
    number = text.isascii() and text.isdigit() and (len(text) > _DIGITS_KEPT or text.startswith("0"))
    return number or text.startswith(_FORMULA)


def _cell(cell: str, figure: bool) -> str:
    style = "" if figure else " style=\"mso-number-format:'\\@'\""
    return f"<td{style}>{escape(cell)}</td>"
