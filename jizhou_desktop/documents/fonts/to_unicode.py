"""What the codes on a page mean, so that a reader can find and copy the words (ISO 32000-1, 9.10.3).

ReportLab writes a character beyond U+FFFF as five hex digits, which readers take for another character; here it is
written as UTF-16, as the standard asks.
"""

from collections.abc import Sequence

_AT_A_TIME = 100  # a bfchar section may hold no more

_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def write_to_unicode(characters: Sequence[str]) -> bytes:
    """The CMap that says code 1 is the first of `characters`, code 2 the second, and so on."""
    lines = [f"<{code:04X}> <{_utf16(character)}>\n" for code, character in enumerate(characters, 1)]
    sections = [lines[start : start + _AT_A_TIME] for start in range(0, len(lines), _AT_A_TIME)]
    body = "".join(f"{len(section)} beginbfchar\n{''.join(section)}endbfchar\n" for section in sections)
    return _HEAD + body.encode("ascii") + _TAIL


def _utf16(character: str) -> str:
    return character.encode("utf-16-be").hex().upper()
