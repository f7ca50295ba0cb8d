"""Questions and answers side by side: two a row, and one where the answer is long."""

from collections.abc import Sequence

from jizhou_desktop.documents.forms.grid import Cell, Row, label

Pair = tuple[str, str]


def pair_rows(pairs: Sequence[Pair], long: frozenset[str], *, name_span: int = 1, answer_span: int = 1) -> list[Row]:
    """The rows. `long` names the labels whose answers take a row of their own; spans are in columns."""
    rows: list[Row] = []
    waiting: list[Pair] = []
    for pair in pairs:
        waiting.append(pair)
        alone = pair[0] in long
        if alone and len(waiting) == 2:
            rows.append(_row(waiting[:1], name_span, answer_span))
            waiting = waiting[1:]
        if alone or len(waiting) == 2:
            rows.append(_row(waiting, name_span, answer_span))
            waiting = []
    return [*rows, _row(waiting, name_span, answer_span)] if waiting else rows


def _row(pairs: Sequence[Pair], name_span: int, answer_span: int) -> Row:
    """A question without a neighbour takes the rest of its row."""
    if len(pairs) == 1:
        answer_span = name_span + 2 * answer_span
    return Row([cell for name, answer in pairs for cell in (label(name, name_span), Cell(answer, answer_span))])
