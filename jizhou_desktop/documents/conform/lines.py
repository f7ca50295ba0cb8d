"""The lines of a page: characters on one baseline, with what they have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import TypeVar

from jizhou_desktop.documents.conform.standard import POINT
from jizhou_desktop.documents.conform.turned_page import held_upright
from jizhou_desktop.documents.fonts.role_names import role_of
from jizhou_desktop.documents.page_content import Glyph, PageContent, Rgb
from jizhou_desktop.documents.page_rules import Rule
from jizhou_desktop.domain.face import Role

_Kind = TypeVar("_Kind")
_ONE_BASELINE = 0.8  # mm; a fallback face or a raised sign may stand a little off


@dataclass(frozen=True)
class Line:
    """Characters on one baseline, from left to right, spaces left out. Lengths in mm."""

    page: int
    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def y(self) -> float:
        """The baseline."""
        return self.glyphs[0].y

    @cached_property
    def top(self) -> float:
        """Where the ink begins."""
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @cached_property
    def size(self) -> float:
        """The size in pt that most characters have."""
        return _most(round(glyph.size, 2) for glyph in self.glyphs)

    @cached_property
    def role(self) -> Role | None:
        """The role of the face that most characters have."""
        return _most(role_of(glyph.font) for glyph in self.glyphs)

    @cached_property
    def red(self) -> bool:
        return is_red(_most(glyph.colour for glyph in self.glyphs))

    @cached_property
    def runs(self) -> list["Line"]:
        """The line in pieces where more than one character's room is free, as between an office and a date."""
        runs: list[list[Glyph]] = [[self.glyphs[0]]]
        for before, after in pairwise(self.glyphs):
            if after.x - before.right > 1.2 * self.size * POINT:
                runs.append([])
            runs[-1].append(after)
        return [Line(self.page, tuple(run)) for run in runs]


def _most(values: Iterable[_Kind]) -> _Kind:
    return Counter(values).most_common(1)[0][0]


def is_red(colour: Rgb) -> bool:
    """Whether a colour is the red of official documents, pure or a little darker."""
    red, green, blue = colour
    return red >= 180 and green <= 70 and blue <= 70


@dataclass(frozen=True)
class Page:
    """A page with its lines from the top down."""

    content: PageContent
    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        return self.content.number

    @property
    def wide(self) -> bool:
        return self.content.width > self.content.height

    @cached_property
    def level_rules(self) -> list[Rule]:
        return sorted((rule for rule in self.content.rules if rule.level), key=lambda rule: rule.y1)

    def in_table(self, line: Line) -> bool:
        """Whether the line stands between upright rules, hence in a table."""
        upright = (rule for rule in self.content.rules if not rule.level)
        return any(rule.y1 <= line.y <= rule.y2 for rule in upright)


def read_lines(content: PageContent) -> Page:
    """Puts the characters of a page into lines; turned text and blanks are left out.

    A page whose text is turned as a whole is read as the wide page that one holds to read it.
    """
    turned = Counter(glyph.angle for glyph in content.glyphs if not glyph.text.isspace()).most_common(1)
    if turned and turned[0][0] in (90, 270):
        content = held_upright(content, turned[0][0])
    glyphs = [glyph for glyph in content.glyphs if not glyph.text.isspace() and glyph.angle == 0]
    return Page(content, tuple(Line(content.number, line) for line in _on_baselines(glyphs)))


def _on_baselines(glyphs: list[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    heights: list[float] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if not heights or glyph.y - heights[-1] > _ONE_BASELINE:
            heights.append(glyph.y)
    placed = {glyph.y: _nearest(heights, glyph.y) for glyph in glyphs}
    ordered = sorted(glyphs, key=lambda glyph: (placed[glyph.y], glyph.x))
    for _, line in groupby(ordered, key=lambda glyph: placed[glyph.y]):
        yield tuple(line)


def _nearest(heights: list[float], y: float) -> float:
    return max(height for height in heights if height <= y)
