"""How typed text is made comparable. What an official typed is kept as typed; only keys and figures are changed."""

import unicodedata

_SPACE = " "
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH: dict[int, int | str] = {**_WIDE, 0x3000: _SPACE, 0xFFE5: "¥", 0x2212: "-"}
_BRACKETS = str.maketrans("〔〕【】[]{}〈〉", "()()()()()")
_DROPPED = ("C", "Z")
_QUOTES = "\"'“”‘’「」『』《》"


def half_width(text: str) -> str:
    """Full-width (全角) digits, letters and marks as half-width (半角). ①, ² and the like are left alone."""
    return text.translate(_HALF_WIDTH)


def fold(text: str) -> str:
    """The key under which two spellings of one name are the same: （）and (), ① and 1, case, spaces, quotes."""
    plain = unicodedata.normalize("NFKC", text).translate(_BRACKETS).casefold()
    return "".join(mark for mark in plain if unicodedata.category(mark)[0] not in _DROPPED and mark not in _QUOTES)


def tidy(text: str) -> str:
    """Text as it is kept: without outer spaces and invisible characters, its lines as they were typed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_visible(line).strip() for line in lines).strip()


def one_line(text: str) -> str:
    """The same on one line: a line break in a workbook's cell is how the cell was made to look, no part of a name."""
    return _SPACE.join(tidy(text).split("\n"))


def _visible(line: str) -> str:
    kept = (mark for mark in line.replace("\t", _SPACE) if not unicodedata.category(mark).startswith("C"))
    return "".join(kept)
