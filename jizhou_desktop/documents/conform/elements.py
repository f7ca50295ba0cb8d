"""Tells the elements of an official document apart by what a reader sees: wording, place, size and colour."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile

from jizhou_desktop.documents.conform.lines import Line, Page, is_red
from jizhou_desktop.documents.conform.standard import BOTTOM, CELL, LEFT, ROW
from jizhou_desktop.documents.page_rules import Rule
from jizhou_desktop.domain.document import Layout

NUMBER = re.compile(r"[〔\[［(（【]\d{4}[〕\]］)）】]第?\d+号")
PAGE_NUMBER = re.compile(r"^[—－–\-―]*(\d+)[—－–\-―]*$")
_FIGURE = "[0-9０-９〇○零一二三四五六七八九十]"
DATE = re.compile(f"^{_FIGURE}{{4}}年{_FIGURE}{{1,3}}月{_FIGURE}{{1,3}}日$")
_PRINTED = re.compile(r"日印发$")
_ANNEX = re.compile(r"^附件\d*$")
_ATTENDANCE = re.compile(r"^(出席|请假|列席)")
_LETTER_RULE = 165.0  # mm; longer than any rule inside the text area
_MOST_ADDRESSEE_LINES = 8
_NEXT_ROW, _NEXT_STAMP = 1.6 * ROW, 5.5 * ROW


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
    date: Line | None = None
    note: Line | None = None
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
    title = tuple(takewhile(lambda line: _alike(line, rest[0]), rest))
    rest = rest[len(title) :]
    addressee = _addressee(rest)
    rest = rest[len(addressee) :]
    found = Elements(
        layout=layout, pages=tuple(pages), mark=mark, head=head, title=title, addressee=addressee,
        number=next((line for line in head if NUMBER.search(line.text)), None),
        annexes=tuple(annexes), colophon=colophon, page_numbers=numbers,
    )  # fmt: skip
    return _with_ending(found, rest)


def _page_number(page: Page) -> Line | None:
    below = (line for line in page.lines if line.y > BOTTOM + 1 and PAGE_NUMBER.match(line.text))
    return next(below, None)


def _colophon(page: Page, numbers: dict[int, Line]) -> tuple[Line, ...]:
    """抄送 and 印发 at the foot of the last page."""
    lines = [line for line in page.lines if line is not numbers.get(page.number)]
    starts = [place for place, line in enumerate(lines) if line.text.startswith("抄送") or _PRINTED.search(line.text)]
    return tuple(lines[starts[0] :]) if starts else ()


def _annex_pages(pages: list[Page]) -> list[Page]:
    """From the first page that begins with 附件 to the end."""
    for place, page in enumerate(pages):
        if place and page.lines and _ANNEX.match(page.lines[0].text):
            return pages[place:]
    return []


def _by_table(page: Page, line: Line) -> bool:
    """In a table, or the smaller line right above one (table name, unit)."""
    if page.in_table(line):
        return True
    upright = [rule for rule in page.content.rules if not rule.level]
    return line.size < 15.5 and any(0 < rule.y1 - line.y < 1.5 * ROW for rule in upright)


def _layout(first: Page) -> Layout:
    rules = [rule for rule in first.level_rules if is_red(rule.colour) and rule.length > _LETTER_RULE]
    if len(rules) >= 2:
        return Layout.LETTER
    mark = "".join(line.text for line in first.lines if line.red)
    return Layout.MINUTES if mark.endswith("纪要") else Layout.DOCUMENT


def _split_head(
    first: Page, layout: Layout, mark: tuple[Line, ...], main: list[Line]
) -> tuple[tuple[Line, ...], list[Line]]:
    """The lines of the head (份号, 密级, 紧急程度, 发文字号, 签发人) and those that follow it."""
    end = _head_end(first, layout, mark, main)
    black = [line for line in main if not line.red]
    head = tuple(line for line in black if line.page == 1 and line.y < end)
    return head, [line for line in black if line.page > 1 or line.y >= end]


def _head_end(first: Page, layout: Layout, mark: tuple[Line, ...], main: list[Line]) -> float:
    """Down to the red line; in a letter, whose lines are others, past the number or the mark."""
    rules = [rule.y1 for rule in first.level_rules if is_red(rule.colour)]
    if layout is not Layout.LETTER and rules:
        return rules[0]
    small = [line for line in main if line.page == 1 and not line.red]
    # only the first: the body may cite another document's number within a few lines
    numbers = [line.y for line in small[:6] if NUMBER.search(line.text)][:1]
    above = [rule for rule in rules if not mark or rule < mark[-1].y + 3 * ROW]
    marks = [line.y for line in mark]
    kept = [line.y for line in small[:4] if re.fullmatch(r"\d{6}|.*(密|急).{0,12}", line.text) and line.size < 17]
    return max([*numbers, *above, *marks, *kept, 0.0]) + 0.1


def _alike(line: Line, first: Line) -> bool:
    return line.page == first.page and abs(line.size - first.size) < 0.2 and line.role == first.role


def _addressee(rest: list[Line]) -> tuple[Line, ...]:
    """The lines flush left that end with a colon right under the title."""
    if not rest or rest[0].left > LEFT + CELL:
        return ()
    for place, line in enumerate(rest[:_MOST_ADDRESSEE_LINES]):
        if line.text.endswith(("：", ":")):
            return tuple(rest[: place + 1])
    return ()


def _with_ending(found: Elements, rest: list[Line]) -> Elements:
    """Splits what follows the addressee into body, 附件说明, 署名, 成文日期 and 附注."""
    dates = [place for place, line in enumerate(rest) if DATE.match(line.text) and line.left > LEFT + 8 * CELL]
    date_at = dates[-1] if dates else None
    above = rest if date_at is None else rest[:date_at]
    signed = _signed(above, rest[date_at]) if date_at is not None else ()
    above = above[: len(above) - len(signed)]
    notes = [place for place, line in enumerate(above) if re.match(r"^附件[:：]", line.text)]
    note_at = notes[-1] if notes else len(above)
    after = [] if date_at is None else rest[date_at + 1 :]
    body, attendance = _attendance(above[:note_at])
    return replace(
        found, body=body, attendance=attendance, annex_note=tuple(above[note_at:]), signed=signed,
        date=None if date_at is None else rest[date_at],
        note=next((line for line in after if line.text.startswith("（")), None),
    )  # fmt: skip


def _signed(above: list[Line], date: Line) -> tuple[Line, ...]:
    """Office names right above the date: lines that begin far from the left margin."""
    signed: list[Line] = []
    below = date
    for line in reversed(above):
        # further rows of offices stand as far above as their stamps are high, side by side or far to the right
        beside = signed and (len(line.runs) > 1 or line.left > LEFT + 10 * CELL)
        near = line.page == below.page and below.y - line.y < (_NEXT_STAMP if beside else _NEXT_ROW)
        # several offices stand side by side, and may begin further left than one would
        apart = line.left >= LEFT + 2.6 * CELL or len(line.runs) > 1
        if not near or not apart or line.text[-1] in "。；：，":
            break
        signed.insert(0, line)
        below = line
    return tuple(signed)


def _attendance(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Of minutes: who came, was excused, sat in, at the end of the body."""
    starts = [place for place, line in enumerate(lines) if _ATTENDANCE.match(line.text)]
    at = starts[0] if starts else len(lines)
    return tuple(lines[:at]), tuple(lines[at:])
