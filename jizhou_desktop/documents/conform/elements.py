"""Tells the elements of an official document apart by what a reader sees: wording, place, size and colour."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile

from jizhou_desktop.documents.conform.ending_elements import ATTENDANCE, split_ending
from jizhou_desktop.documents.conform.lines import Line, Page, is_red
from jizhou_desktop.documents.conform.standard import BOTTOM, CELL, LEFT, ROW
from jizhou_desktop.documents.page_rules import Rule
from jizhou_desktop.domain.document import Layout

NUMBER = re.compile(r"[〔\[［(（【]\d{4}[〕\]］)）】]第?\d+号")
ORDER_NUMBER = re.compile(r"^第?[0-9〇零一二三四五六七八九十百]+号$")
ANNEX = re.compile(r"^附[件表][0-9一二三四五六七八九十]*[：:]?$")
PAGE_NUMBER = re.compile(r"^[—－–\-―]*(\d+)[—－–\-―]*$")
_COLOPHON = re.compile(r"^(主送|抄送|抄报)[：:]|日印发$")
_NAMED_FIRST = re.compile(r"^(各|有关|市|区|县|镇|乡|天津市|蓟州区)[^。]*[：:]$")
_LETTER_RULE = 165.0  # mm; longer than any rule inside the text area
_MOST_ADDRESSEE_LINES = 8


@dataclass(frozen=True)
class Elements:
    """Where each element stands; what is not on the paper is empty or None."""

    layout: Layout
    pages: tuple[Page, ...]
    mark: tuple[Line, ...] = ()
    number: Line | None = None
    head: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    addressee: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()
    attendance: tuple[Line, ...] = ()
    annex_note: tuple[Line, ...] = ()
    signed: tuple[Line, ...] = ()
    signer: Line | None = None
    date: Line | None = None
    note: tuple[Line, ...] = ()
    annexes: tuple[Page, ...] = ()
    colophon: tuple[Line, ...] = ()
    page_numbers: dict[int, Line] = field(default_factory=dict)

    @cached_property
    def red_rules(self) -> list[Rule]:
        """The level red rules of the first page, from the top."""
        return [rule for rule in self.pages[0].level_rules if is_red(rule.colour)]

    @cached_property
    def plain_lines(self) -> list[Line]:
        """The text lines of every page that stand in no table, without page numbers."""
        numbers = set(map(id, self.page_numbers.values()))
        return [
            line for page in self.pages for line in page.lines if not page.in_table(line) and id(line) not in numbers
        ]

    def gap_above(self, line: Line) -> float | None:
        """From the baseline of the text above a line to its own, mm; None where a table or a page's head is there."""
        texts = (*self.body, *self.attendance, *self.annex_note)
        above = max((text.y for text in texts if text.page == line.page and text.y < line.y - 1), default=None)
        return None if above is None or self._rules_between(line.page, above, line.y) else line.y - above

    def is_table_between(self, above: Line, line: Line) -> bool:
        """Whether a table stands between two lines, or a page ends."""
        return above.page != line.page or self._rules_between(line.page, above.y, line.y)

    def _rules_between(self, number: int, above: float, below: float) -> bool:
        page = next(page for page in self.pages if page.number == number)
        return any(above < rule.y1 < below and not is_red(rule.colour) for rule in page.level_rules)

    @cached_property
    def annex_text(self) -> list[Line]:
        """The text of upright annexes: what is neither 附件, title, table, colophon nor page number."""
        upright = {page.number for page in self.annexes if not page.wide}
        colophon = set(map(id, self.colophon))
        return [
            line
            for line in self.plain_lines
            if line.page in upright and abs(line.size - 16) < 0.5 and id(line) not in colophon and line.left < _INDENTED
            and not ANNEX.match(line.text)
        ]  # fmt: skip


_INDENTED = LEFT + 2.6 * CELL


def find_elements(pages: list[Page]) -> Elements:
    """Reads the pages as a reader would: head, title, addressee, body, ending, annexes, colophon."""
    numbers = {page.number: line for page in pages if (line := _page_number(page))}
    colophon = _colophon(pages[-1], numbers)
    annexes = _annex_pages(pages)
    taken = {id(line) for line in (*numbers.values(), *colophon)}
    main_pages = pages[: len(pages) - len(annexes)]
    main = [line for page in main_pages for line in page.lines if id(line) not in taken and not _by_table(page, line)]
    layout, mark = _layout(pages[0]), tuple(line for line in pages[0].lines if line.red)
    head, rest = _split_head(pages[0], layout, mark, main)
    found = Elements(
        layout=layout, pages=tuple(pages), mark=mark, head=head, number=_number(layout, head),
        annexes=tuple(annexes), colophon=colophon, page_numbers=numbers,
    )  # fmt: skip
    if layout is not Layout.ORDER:
        found, rest = _with_title(found, rest)
    return _with_ending(found, rest)


def _page_number(page: Page) -> Line | None:
    below = (line for line in page.lines if line.y > BOTTOM + 1 and PAGE_NUMBER.match(line.text))
    return next(below, None)


def _colophon(page: Page, numbers: dict[int, Line]) -> tuple[Line, ...]:
    """主送, 抄送 and 印发 at the foot of the last page."""
    lines = [line for line in page.lines if line is not numbers.get(page.number) and not page.in_table(line)]
    starts = [place for place, line in enumerate(lines) if _COLOPHON.search(line.text)]
    return tuple(lines[starts[0] :]) if starts else ()


def _annex_pages(pages: list[Page]) -> list[Page]:
    """From the first page that begins with 附件 to the end."""
    for place, page in enumerate(pages):
        if place and page.lines and ANNEX.match(page.lines[0].text):
            return pages[place:]
    return []


def _by_table(page: Page, line: Line) -> bool:
    """In a table, or a smaller line right above or below one (table name, unit, note)."""
    if page.in_table(line):
        return True
    upright = [rule for rule in page.content.rules if not rule.level]
    near = 1.5 * ROW
    return line.size < 15.5 and any(0 < rule.y1 - line.y < near or 0 < line.y - rule.y2 < near for rule in upright)


def _layout(first: Page) -> Layout:
    rules = [rule for rule in first.level_rules if is_red(rule.colour) and rule.length > _LETTER_RULE]
    if len(rules) >= 2:
        return Layout.LETTER
    mark = "".join(line.text for line in first.lines if line.red)
    if mark.endswith("令"):
        return Layout.ORDER
    return Layout.MINUTES if mark.endswith("纪要") else Layout.DOCUMENT


def _number(layout: Layout, head: tuple[Line, ...]) -> Line | None:
    pattern = ORDER_NUMBER if layout is Layout.ORDER else NUMBER
    return next((line for line in head if pattern.search(line.text)), None)


def _split_head(
    first: Page, layout: Layout, mark: tuple[Line, ...], main: list[Line]
) -> tuple[tuple[Line, ...], list[Line]]:
    """The lines of the head (份号, 密级, 紧急程度, 发文字号, 签发人) and those that follow it."""
    end = _head_end(first, layout, mark, main)
    black = [line for line in main if not line.red]
    head = tuple(line for line in black if line.page == 1 and line.y < end)
    return head, [line for line in black if line.page > 1 or line.y >= end]


def _head_end(first: Page, layout: Layout, mark: tuple[Line, ...], main: list[Line]) -> float:
    """Down to the red line; in a letter and an order, past the number or the mark."""
    rules = [rule.y1 for rule in first.level_rules if is_red(rule.colour)]
    if layout not in (Layout.LETTER, Layout.ORDER) and rules:
        return rules[0]
    small = [line for line in main if line.page == 1 and not line.red]
    pattern = ORDER_NUMBER if layout is Layout.ORDER else NUMBER
    # only the first: the body may cite another document's number within a few lines
    numbers = [line.y for line in small[:6] if pattern.search(line.text)][:1]
    above = [rule for rule in rules if not mark or rule < mark[-1].y + 3 * ROW]
    marks = [line.y for line in mark]
    kept = [line.y for line in small[:4] if re.fullmatch(r"\d{6}|.*(密|急).{0,12}", line.text) and line.size < 17]
    return max([*numbers, *above, *marks, *kept, 0.0]) + 0.1


def _with_title(found: Elements, rest: list[Line]) -> tuple[Elements, list[Line]]:
    title = tuple(takewhile(lambda line: _alike(line, rest[0]), rest))
    rest = rest[len(title) :]
    addressee = _addressee(rest)
    return replace(found, title=title, addressee=addressee), rest[len(addressee) :]


def _alike(line: Line, first: Line) -> bool:
    return line.page == first.page and abs(line.size - first.size) < 0.2 and line.role == first.role


def _addressee(rest: list[Line]) -> tuple[Line, ...]:
    """The lines under the title that end with a colon; or that stand flush left, as no paragraph of the body begins."""
    flush = list(takewhile(lambda line: line.left < LEFT + CELL, rest[:_MOST_ADDRESSEE_LINES]))
    if not flush:
        return tuple(rest[:1]) if rest and _is_named_first(rest[0]) else ()
    ends = [place for place, line in enumerate(flush) if line.text.endswith(("：", ":"))]
    lines = flush[: ends[0] + 1] if ends else flush
    return () if lines[-1].text.endswith("。") or len(lines) == len(rest) else tuple(lines)


def _is_named_first(line: Line) -> bool:
    """Whether an indented line ending with a colon names addressees and does not lead into the body (如下：)."""
    return bool(_NAMED_FIRST.match(line.text)) and not re.search(r"(如下|认为|意见|要求)[：:]$", line.text)


def _with_ending(found: Elements, rest: list[Line]) -> Elements:
    """Splits what follows the addressee into body, 附件说明, 署名, 成文日期 and 附注."""
    ending = split_ending(rest, signer_alone=found.layout is Layout.ORDER)
    body, attendance = _attendance(list(ending.body))
    return replace(
        found, body=body, attendance=attendance, annex_note=ending.annex_note, signed=ending.signed,
        signer=ending.signer, date=ending.date, note=ending.note,
    )  # fmt: skip


def _attendance(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Of minutes: who came, was excused, sat in, at the end of the body."""
    starts = [place for place, line in enumerate(lines) if ATTENDANCE.match(line.text)]
    at = starts[0] if starts else len(lines)
    return tuple(lines[:at]), tuple(lines[at:])
