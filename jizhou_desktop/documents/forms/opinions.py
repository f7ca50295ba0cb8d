"""Boxes for opinions (意见栏), two side by side, each high and wide enough for an office's stamp."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.grid import Cell, Row

STAMPED = 48.0
"""A box for a stamp of 42 mm, the size of a district office's (国发〔1999〕25号), mm."""
_LONG = 120
"""An opinion of more characters has a row to itself."""
_LINES = "（签字）：\n（盖章）　　　　　年　　月　　日"


@dataclass(frozen=True)
class Opinion:
    """Whose opinion, what is already said of it, and who signs beside the stamp."""

    title: str
    said: str = ""
    signs: str = "审核人"


def opinion_rows(opinions: Sequence[Opinion], halves: tuple[int, int], height: float = STAMPED) -> list[Row]:
    """The boxes row by row; `halves` are the columns that the left and the right one span. No box is ever torn."""
    rows: list[Row] = []
    waiting = list(opinions)
    while waiting:
        pair = waiting[:2]
        if len(pair) == 1 or any(len(opinion.said) > _LONG for opinion in pair):
            rows.append(Row([_box(waiting.pop(0), sum(halves))], height))
        else:
            rows.append(Row([_box(waiting.pop(0), span) for span in halves], height))
    return rows


def _box(opinion: Opinion, columns: int) -> Cell:
    text = f"{opinion.title}：\n　　{opinion.said}" if opinion.said else f"{opinion.title}："
    return Cell(text, columns, size=10.5, foot=f"{opinion.signs}{_LINES}")
