"""How typed text is made comparable. What an official typed is kept as typed; only keys and figures are changed."""

import unicodedata

_SPACE = " "
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH: dict[int, int | str] = {**_WIDE, 0x3000: _SPACE, 0xFFE5: "¥", 0x2212: "-"}
_BRACKETS = str.maketrans("〔〕【】[]{}〈〉", "()()()()()")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Controls and halves of characters. A character of an office's own making (造字) or newer than Python's tables is none
of these: it may be somebody's name, and paper tells where no face has it."""
_DROPPED = dict.fromkeys(map(ord, " \"'“”‘’「」『』《》"))


def half_width(text: str) -> str:
    """Full-width (全角) digits, letters and marks as half-width (半角). ①, ² and the like are left alone."""
    return text.translate(_HALF_WIDTH)


def fold(text: str) -> str:
    """The key under which two spellings of one name are the same: （）and (), ① and 1, case, spaces, quotes."""
    plain = unicodedata.normalize("NFKC", text).translate(_BRACKETS).casefold()
    if not plain.isprintable():
        plain = "".join(mark for mark in plain if _is_visible(mark) and not _is_space(mark))
    return plain.translate(_DROPPED)


def tidy(text: str) -> str:
    """Text as it is kept: without outer spaces and invisible characters, its lines as they were typed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_visible(line).strip() for line in lines).strip()


def one_line(text: str) -> str:
    """The same on one line: a line break in a workbook's cell is how the cell was made to look, no part of a name."""
    return _SPACE.join(tidy(text).split("\n"))


def _visible(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(mark for mark in line.replace("\t", _SPACE) if _is_visible(mark))


def _is_visible(mark: str) -> bool:
    code = ord(mark)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noncharacters, which no XML file may hold
    return not is_none and unicodedata.category(mark) not in _INVISIBLE


def _is_space(mark: str) -> bool:
    return unicodedata.category(mark).startswith("Z")
