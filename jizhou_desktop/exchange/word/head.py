"""版头 in Word (7.2, 10.1, 10.3): 份号、密级、紧急程度、发文机关标志、发文字号、签发人 and the red line."""

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word.setter import CELL, CENTRE, LEFT, MM, ROW, Setter, Words, rule

_LARGEST, _NARROWEST = 54.0, 0.7
_TEXT_WIDTH = 155 * MM
"""A little less than the text's, so that rounding turns no line."""
_MARK_BELOW = 35 * MM
_CORNER_ROWS = 3
_RED_EIGHTHS, _LETTER_EIGHTHS = 12, 36
_OUTSIDE = -7 * MM / CELL
"""The letter's lines are 170 mm long: 7 mm beyond the text area on both sides, in 字."""


def set_head(setter: Setter, document: OfficialDocument) -> None:
    """Sets everything above the title."""
    if document.layout is Layout.LETTER:
        _letter_head(setter, document)
        return
    _corner(setter, document)
    mark = document.mark or (
        f"{document.offices[0]}会议纪要" if document.layout is Layout.MINUTES else document.mark_text
    )
    marks = [mark] if document.mark or len(document.offices) == 1 else _joint(document)
    for number, line in enumerate(marks):
        _mark(setter, line, before=_MARK_BELOW - _CORNER_ROWS * ROW if number == 0 else 0)
    if document.number:
        setter.row()
        setter.row()
        _number(setter, document)
    rule(setter.row(height=4 * MM), "bottom", style="single", eighths=_RED_EIGHTHS)


def _corner(setter: Setter, document: OfficialDocument) -> None:
    """Three rows, blank where nothing is said, so that the mark stands where the standard has it."""
    rows = _corner_words(document)
    for number in range(_CORNER_ROWS):
        setter.row([rows[number]] if number < len(rows) else (), align=LEFT)


def _corner_words(document: OfficialDocument) -> list[Words]:
    """份号, 密级和保密期限 and 紧急程度, whichever are said, in this order."""
    said = [(document.copy_number, Role.FANGSONG), (document.secrecy, Role.HEI), (document.urgency, Role.HEI)]
    return [Words(text, role) for text, role in said if text]


def _joint(document: OfficialDocument) -> list[str]:
    """Several offices: one a line, the host first, 文件 after the last."""
    *others, last = document.offices
    return [*others, f"{last}文件"]


def _mark(setter: Setter, text: str, *, before: float, into: Paragraph | None = None) -> None:
    size = min(_LARGEST, _TEXT_WIDTH / len(text) / _NARROWEST)
    width = min(100, int(_TEXT_WIDTH / (len(text) * size) * 100))
    words = Words(text, Role.TITLE, float(int(size * 2)) / 2, red=True, width=width)
    setter.row([words], align=CENTRE, height=size * 1.1, before=before, into=into)


def _number(setter: Setter, document: OfficialDocument) -> None:
    """发文字号 centred; in an upward document left, with 签发人 on the right, two a row, the number on the last."""
    if not document.signers:
        setter.row([Words(document.number)], align=CENTRE)
        return
    names = [signer.name for signer in document.signers]
    rows = [names[start : start + 2] for start in range(0, len(names), 2)]
    for index, signers in enumerate(rows):
        number = document.number if index == len(rows) - 1 else ""
        lead = "签发人：" if index == 0 else "　　　　"
        row = setter.row([Words(f"{number}\t{lead}")], align=LEFT, left=1, right=1)
        row.paragraph_format.tab_stops.add_tab_stop(Pt(27 * CELL), WD_TAB_ALIGNMENT.RIGHT)
        setter.add(row, Words("　".join(map(_spread, signers)), Role.KAI))


def _spread(name: str) -> str:
    """Names of two characters as wide as those of three."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def _letter_head(setter: Setter, document: OfficialDocument) -> None:
    """信函格式: the mark 30 mm from the paper's edge over a red double line, another 20 mm from its foot."""
    section = setter.document.sections[0]
    section.header_distance, section.footer_distance = Mm(30), Mm(20)
    header, footer = section.first_page_header, section.first_page_footer
    _mark(setter, document.mark or document.offices[0], before=0, into=header.paragraphs[0])
    line = setter.row(height=4 * MM, left=_OUTSIDE, right=_OUTSIDE, into=header.add_paragraph())
    rule(line, "bottom", style="thickThinSmallGap", eighths=_LETTER_EIGHTHS)
    foot = setter.row(height=2, left=_OUTSIDE, right=_OUTSIDE, into=footer.paragraphs[0])
    rule(foot, "top", style="thinThickSmallGap", eighths=_LETTER_EIGHTHS)
    first, *others = [*_corner_words(document), Words("")]
    row = setter.row([first, Words(f"\t{document.number}")], align=LEFT)
    row.paragraph_format.tab_stops.add_tab_stop(Pt(28 * CELL), WD_TAB_ALIGNMENT.RIGHT)
    for words in others:
        if words.text:
            setter.row([words], align=LEFT)
