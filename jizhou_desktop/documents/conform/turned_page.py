"""A page whose text is turned, as it looks once the reader turns the paper."""

from collections.abc import Callable
from dataclasses import replace

from jizhou_desktop.documents.conform.standard import POINT
from jizhou_desktop.documents.page_content import Glyph, PageContent
from jizhou_desktop.documents.page_rules import Rule

_RISE = 0.86  # of an em, what a character reaches above its baseline
_Place = Callable[[float, float], tuple[float, float]]


def held_upright(content: PageContent, angle: int) -> PageContent:
    """The page turned so that text of `angle` (90 or 270 degrees to the left) reads level; lengths in mm."""

    def place(x: float, y: float) -> tuple[float, float]:
        return (content.height - y, x) if angle == 90 else (y, content.width - x)

    glyphs = tuple(_turn_glyph(glyph, place, angle) for glyph in content.glyphs)
    rules = tuple(_turn_rule(rule, place) for rule in content.rules)
    return PageContent(content.number, content.height, content.width, glyphs, rules)


def _turn_glyph(glyph: Glyph, place: _Place, angle: int) -> Glyph:
    """The box of a turned character is not known along its line: an em, or half of one, stands for it."""
    x, y = place(glyph.x, glyph.y)
    em = glyph.size * POINT
    wide = em if ord(glyph.text[0]) > 0x2000 else em / 2
    top, bottom = y - _RISE * em, y + (1 - _RISE) * em
    return replace(glyph, x=x, y=y, right=x + wide, top=top, bottom=bottom, angle=(glyph.angle - angle) % 360)


def _turn_rule(rule: Rule, place: _Place) -> Rule:
    ends = sorted((place(rule.x1, rule.y1), place(rule.x2, rule.y2)), key=lambda end: (round(end[0], 3), end[1]))
    (x1, y1), (x2, y2) = ends
    return Rule(x1, y1, x2, y2, rule.width, rule.colour)
