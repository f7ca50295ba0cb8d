"""Questions and answers side by side: two a row, and one where the answer is long."""

from collections.abc import Sequence

from jizhou_desktop.documents.forms.grid import Cell, Row, label

Pair = tuple[str, str]
Spans = tuple[int, int, int, int]
"""The columns that a name and its answer span, and those of their right neighbours."""

_HEIGHT = 8.5


def pair_rows(pairs: Sequence[Pair], long: frozenset[str], spans: Spans = (1, 1, 1, 1)) -> list[Row]:
    """The rows. `long` names the labels whose answers take a row of their own."""
    rows: list[Row] = []
    waiting: list[Pair] = []
    for pair in pairs:
        waiting.append(pair)
        alone = pair[0] in long
        if alone and len(waiting) == 2:
            rows.append(_row(waiting[:1], spans))
            waiting = waiting[1:]
        if alone or len(waiting) == 2:
            rows.append(_row(waiting, spans))
            waiting = []
    return [*rows, _row(waiting, spans)] if waiting else rows


def _row(pairs: Sequence[Pair], spans: Spans) -> Row:
    """A question without a neighbour takes the rest of its row."""
    name_span, answer_span, *right = spans
    if len(pairs) == 1:
        answer_span += sum(right)
    cells = [label(pairs[0][0], name_span), Cell(pairs[0][1], answer_span)]
    if len(pairs) == 2:
        cells += [label(pairs[1][0], right[0]), Cell(pairs[1][1], right[1])]
    return Row(cells, _HEIGHT)
