"""A list within a form: heads over its rows, with a title down its side."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.grid import Cell, Row, label

_LINE, _SIZE = 7.0, 10


@dataclass(frozen=True)
class PaperList:
    """`spans` are the columns of the form that each column of the list takes."""

    title: str
    heads: Sequence[str]
    spans: Sequence[int]
    lines: Sequence[Sequence[str]]


def listed(part: PaperList) -> list[Row]:
    """The list's rows; an empty one keeps a row, in which something may still be written."""
    held = [
        Row([Cell(said, span, size=_SIZE) for said, span in zip(line, part.spans, strict=True)], _LINE)
        for line in part.lines
    ]
    heads = [label(head, span) for head, span in zip(part.heads, part.spans, strict=True)]
    return [Row(heads, _LINE, keep=True), *(held or [Row([Cell("", span) for span in part.spans], 1.5 * _LINE)])]
