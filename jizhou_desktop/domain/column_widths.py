"""How wide the columns of a document's table are, on paper and in Word."""

from collections.abc import Sequence


def column_widths(shares: Sequence[float], width: float, least: Sequence[float]) -> list[float]:
    """Shares of the width; a column narrower than its figure (`least`) takes what it lacks from those with room."""
    widths = [width * share / sum(shares) for share in shares]
    lacking = sum(max(need - has, 0.0) for need, has in zip(least, widths, strict=True))
    room = sum(max(has - need, 0.0) for need, has in zip(least, widths, strict=True))
    if not 0 < lacking <= room:
        return widths
    taken = lacking / room
    return [need if has < need else has - (has - need) * taken for need, has in zip(least, widths, strict=True)]
