"""What follows the body in Word (7.3.4 to 7.3.6, 10.3): 附件说明、署名、成文日期、附注、出席."""

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word.setter import LEFT, RIGHT, Setter, Words, em_width


def set_ending(setter: Setter, document: OfficialDocument) -> None:
    """Sets what the document has of these, in the standard's order; a signature never stands alone on a page."""
    before = len(setter.document.paragraphs)
    _attendance(setter, document)
    _annex_note(setter, document)
    if document.signed and document.dated:
        _signature(setter, document, chinese_date(document.dated))
    if document.note:
        setter.row([Words(f"（{document.note.strip('（）')}）")], first=2)
    for row in setter.document.paragraphs[before - 1 : -1]:
        row.paragraph_format.keep_with_next = True


def _attendance(setter: Setter, document: OfficialDocument) -> None:
    """出席、请假、列席 in 黑体, the names in 仿宋, turned rows under the first name."""
    for word, names in (("出席", document.attended), ("请假", document.excused), ("列席", document.observers)):
        if names:
            setter.row()
            setter.row([Words(f"{word}：", Role.HEI), Words("　".join(names))], left=5, first=-3)


def _annex_note(setter: Setter, document: OfficialDocument) -> None:
    """附件： one blank row under the body; turned rows under the name's first character."""
    titles = [annex.title.replace("\n", "") for annex in document.annexes]
    if titles:
        setter.row()
    for number, title in enumerate(titles, start=1):
        mark = f"{number}." if len(titles) > 1 else ""
        lead, hang = ("附件：", 3.0) if number == 1 else ("", 0.0)
        hang += em_width(mark)
        setter.row([Words(f"{lead}{mark}{title}")], align=LEFT, left=5 + em_width(mark), first=-hang)


def _signature(setter: Setter, document: OfficialDocument, date: str) -> None:
    """With stamp: the date four 字 from the right, the name centred on it. Without: see `_plain_signature`."""
    if not document.stamped:
        _plain_signature(setter, document, date)
        return
    setter.row()
    setter.row()
    for name in document.signed:
        free = 4 + (em_width(date) - em_width(name)) / 2
        setter.row([Words(name)], align=RIGHT, right=max(free, 0))
    setter.row([Words(date)], align=RIGHT, right=4)


def _plain_signature(setter: Setter, document: OfficialDocument, date: str) -> None:
    """Name two 字 from the right, the date's first character two 字 right of the name's, or the other way round."""
    widest = max(map(em_width, document.signed))
    name_free, date_free = 2.0, widest - em_width(date)
    if em_width(date) > widest:
        name_free, date_free = 4 + em_width(date) - widest, 2.0
    setter.row()
    for name in document.signed:
        setter.row([Words(name)], align=RIGHT, right=name_free)
    setter.row([Words(date)], align=RIGHT, right=date_free)
