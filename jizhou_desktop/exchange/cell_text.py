"""What a workbook's cell says, as an official would have typed it."""

from datetime import date, datetime, time, timedelta

_MOST_CHARACTERS = 32_767
"""The most a cell of Excel holds; whatever is longer was not typed by anybody."""


def cell_text(value: object) -> str:
    """A number without Excel's `.0` and without its sixteenth digit, a date as ISO, yes or no in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    return str(value).strip()[:_MOST_CHARACTERS]


def _number(value: float) -> str:
    # Excel keeps 15 digits: 0.1 + 0.2 is shown as 0.3 there, and must be here
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    if "e-" in text:
        return f"{value:.15f}".rstrip("0").rstrip(".")
    # a code of eighteen digits that became a number has lost its last ones: it must not look whole
    return text.upper()
