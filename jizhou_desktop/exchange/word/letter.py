"""信函格式 in Word (10.1): mark and red double lines over and under the first page's text, outside its margins."""

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.text.paragraph import Paragraph

from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.standard_page import (
    CELL,
    EM_3,
    LETTER_FIRST_BELOW,
    LETTER_FOOT_LINE,
    LETTER_LINE,
    LETTER_LINE_BELOW,
    LETTER_MARK_TOP,
    MIDDLE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    POINT,
    RIGHT,
    RISE,
    ROW,
)
from jizhou_desktop.exchange.word.head import corner_words, mark_words
from jizhou_desktop.exchange.word.schema_order import put
from jizhou_desktop.exchange.word.setter import CENTRE, INK_FALL, INK_RISE, Setter, Words, rule, tab_at, tight
from jizhou_desktop.exchange.word.table_shape import TWIPS

_EIGHTHS, _LINES = 24, 1.06
"""The double line: its thick rule in eighths of a pt, and what both take with the gap, mm."""
_LINE_LEFT = (PAGE_WIDTH - LETTER_LINE) / 2
_OFF_CENTRE = 2 * (MIDDLE - PAGE_WIDTH / 2) / CELL
"""The lines are centred on the paper and the mark on the text: so much indent moves it there, in 字."""
_ANCHOR = 2.0


def set_letter_head(setter: Setter, document: OfficialDocument) -> float:
    """Sets mark and lines in the first page's own header and footer; gives the lower edge of the last element, mm."""
    line = _set_header(setter, mark_words(document.mark or document.offices[0]))
    _set_footer(setter)
    top = line + _LINES + LETTER_FIRST_BELOW
    first, *others = corner_words(document) or [Words("")]
    row = setter.placed(top, [first, Words(f"\t{document.number}")])
    tab_at(row, RIGHT, WD_TAB_ALIGNMENT.RIGHT)
    for number, words in enumerate(others, start=1):
        setter.placed(top + number * ROW, [words])
    return top + len(others) * ROW + EM_3


def _set_header(setter: Setter, mark: Words) -> float:
    """Gives where the double line begins, mm."""
    header = setter.document.sections[0].first_page_header
    begin = LETTER_MARK_TOP - (RISE - INK_RISE) * mark.size * POINT
    line = LETTER_MARK_TOP + (INK_RISE + INK_FALL) * mark.size * POINT + LETTER_LINE_BELOW
    row = setter.row([mark], align=CENTRE, left=_OFF_CENTRE, height=tight(mark.size), into=header.paragraphs[0])
    _frame(row, begin)
    row = setter.row(height=_ANCHOR, into=header.add_paragraph())
    rule(row, "bottom", style="thickThinSmallGap", eighths=_EIGHTHS)
    _frame(row, line - _ANCHOR * POINT)
    setter.row(height=_ANCHOR, into=header.add_paragraph())
    return line


def _set_footer(setter: Setter) -> None:
    footer = setter.document.sections[0].first_page_footer
    row = setter.row(height=_ANCHOR, into=footer.paragraphs[0])
    rule(row, "bottom", style="thinThickSmallGap", eighths=_EIGHTHS)
    _frame(row, PAGE_HEIGHT - LETTER_FOOT_LINE - _LINES - _ANCHOR * POINT)
    setter.row(height=_ANCHOR, into=footer.add_paragraph())


def _frame(paragraph: Paragraph, top: float) -> None:
    """A frame as wide as the lines, `top` mm from the paper's edge; paragraphs of one frame stand in it together."""
    put(
        paragraph._p.get_or_add_pPr(),  # noqa: SLF001  — python-docx knows no frames
        "framePr",
        w=round(LETTER_LINE * TWIPS),
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=round(_LINE_LEFT * TWIPS),
        y=round(top * TWIPS),
    )
