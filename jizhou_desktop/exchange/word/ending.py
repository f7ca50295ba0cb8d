"""What follows the body in Word (7.3.4 to 7.3.6, 10.3): 附件说明、署名、成文日期、附注."""

from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.exchange.word.minutes import set_attendance
from jizhou_desktop.exchange.word.setter import TO_LEFT, Setter, Words, em_width, keep_with_next
from jizhou_desktop.exchange.word.signature import set_signature
from jizhou_desktop.exchange.word.tables import keep_end_with_next


def set_ending(setter: Setter, document: OfficialDocument) -> None:
    """Sets what the document has of these, in the standard's order; a signature never stands alone on a page."""
    before = len(setter.document.paragraphs)
    _annex_note(setter, document)
    if document.layout is Layout.MINUTES:
        # the date of minutes stands in their head, and nobody signs them
        set_attendance(setter, document)
        return
    set_signature(setter, document)
    if document.note:
        setter.row([Words(f"（{document.note.strip('（）')}）")], first=2)
    for row in setter.document.paragraphs[before - 1 : -1]:
        keep_with_next(row)
    # two rows of the body at least go with the signature
    last = setter.document.paragraphs[before - 1]
    last.paragraph_format.widow_control = True
    if last._p.getprevious() is not None and last._p.getprevious().tag == qn("w:tbl"):  # noqa: SLF001
        keep_end_with_next(setter.document.tables[-1])


def _annex_note(setter: Setter, document: OfficialDocument) -> None:
    """附件： one blank row under the body; turned rows under the name's first character."""
    titles = [annex.title.replace("\n", "") for annex in document.annexes]
    if titles:
        setter.row()
    for number, title in enumerate(titles, start=1):
        # 1.2020年 would be read as one figure
        mark = f"{number}.{' ' if title[:1].isdigit() else ''}" if len(titles) > 1 else ""
        lead, hang = ("附件：", 3.0) if number == 1 else ("", 0.0)
        hang += em_width(mark)
        setter.row([Words(f"{lead}{mark}{title}")], align=TO_LEFT, left=5 + em_width(mark), first=-hang)
