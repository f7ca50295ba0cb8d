"""By which names Word asks for the faces of the five roles, and what stands in where a machine lacks one."""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.part import Part

from jizhou_desktop.domain.face import Role

OFFICE_FACES: Mapping[Role, str] = {
    Role.FANGSONG: "仿宋_GB2312",
    Role.TITLE: "方正小标宋简体",
    Role.HEI: "黑体",
    Role.KAI: "楷体_GB2312",
    Role.SONG: "宋体",
}
"""The names that offices have installed and that GB/T 9704 templates use."""

_INSTEAD = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "华文中宋"}
"""What Chinese Windows and Office bring under another name; Word takes it where the first is missing."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT_TABLE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{space}">{fonts}</w:fonts>'


def tell_stand_ins(document: Document, faces: Mapping[Role, str]) -> None:
    """Writes the stand-ins into the font table, which is where Word looks for them."""
    fonts = "".join(_font(name) for name in sorted(set(faces.values())))
    table = _FONT_TABLE.format(space=_W, fonts=fonts)
    _font_table(document)._blob = table.encode()  # noqa: SLF001  — python-docx gives no setter


def _font(name: str) -> str:
    instead = f"<w:altName w:val={quoteattr(_INSTEAD[name])}/>" if name in _INSTEAD else ""
    return f"<w:font w:name={quoteattr(name)}>{instead}</w:font>"


def _font_table(document: Document) -> Part:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.target_part.partname.endswith("fontTable.xml"):
            part: Part = relation.target_part
            return part
    raise AssertionError("python-docx's own template has a font table")
