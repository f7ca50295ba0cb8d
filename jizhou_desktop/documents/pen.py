"""Draws on one area of paper in millimetres from its top left corner; text stands on its baseline."""

import math
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from jizhou_desktop.documents import qr_code, type_case
from jizhou_desktop.documents.colours import BLACK, Colour
from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.fonts.font_file import Ink
from jizhou_desktop.documents.type_case import TypeCase
from jizhou_desktop.domain.face import Role

POINTS = 72 / 25.4
"""Points in a millimetre."""
THIN = 0.25
"""The usual rule of a form, mm."""


class Pen:
    """Collects drawing operators (ISO 32000-1, annex A): for `Sheet` those of a page, for `Part` what pages share."""

    def __init__(self, types: TypeCase, height: float) -> None:
        self._types = types
        self._begin(height)

    def _begin(self, height: float) -> None:
        """Turns to a fresh area of `height` mm, where PDF's own settings hold again."""
        self._height = height
        self._operators: list[str] = []
        self._set: dict[str, str] = {"g": "0 g", "G": "0 G", "w": "1.000 w", "Tc": "0.000 Tc", "Tz": "100.0 Tz"}

    @property
    def faces(self) -> Faces:
        """The faces that text is set in."""
        return self._types.faces

    def text(
        self, x: float, y: float, text: str, role: Role, size: float, *,
        color: Colour = BLACK, space: float = 0, stretch: float = 1, turn: float = 0,
    ) -> float:  # fmt: skip
        """Sets a line of text from x on the baseline y; gives the width it takes, in mm.

        `size` is in pt; `space` mm stand after each character (less than 0 draws them together); `stretch` widens or
        narrows the characters (0.8 is four fifths); `turn` turns the line around x, y, in degrees to the left.
        """
        types = list(self._types.types(text, role))
        if not types:
            return 0.0
        self._fill(color)
        self._once("Tc", f"{space * POINTS:.3f} Tc")
        self._once("Tz", f"{stretch * 100:.1f} Tz")
        operators = [f"BT {_turned(turn)} {x * POINTS:.3f} {(self._height - y) * POINTS:.3f} Tm"]
        for font, run in groupby(types, key=attrgetter("font")):
            operators.append(f"/{font} {size:g} Tf <{''.join(found.code for found in run)}> Tj")
        self._operators.append(" ".join([*operators, "ET"]))
        ems = sum(found.advance for found in types)
        return (ems * size / POINTS + len(types) * space) * stretch

    def width(self, text: str, role: Role, size: float, *, space: float = 0, stretch: float = 1) -> float:
        """The width in mm that `text` would take; nothing is drawn."""
        return (type_case.advance(self.faces, role, text) * size / POINTS + len(text) * space) * stretch

    def ink(self, text: str, role: Role, size: float) -> Ink:
        """The box that `text` would blacken, in mm from its beginning on the baseline, y upwards."""
        box = type_case.ink(self.faces, role, text) or Ink(0, 0, 0, 0)
        scale = size / POINTS
        return Ink(box.left * scale, box.bottom * scale, box.right * scale, box.top * scale)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, width: float = THIN, color: Colour = BLACK) -> None:
        """A straight rule of `width` mm, its middle on the given line."""
        self.lines([(x1, y1, x2, y2)], width=width, color=color)

    def lines(
        self, ends: Iterable[tuple[float, float, float, float]], *, width: float = THIN, color: Colour = BLACK
    ) -> None:
        """Many rules of one width, each as x1, y1, x2, y2."""
        self._stroke(color, width)
        top = self._height
        for x1, y1, x2, y2 in ends:
            begin = f"{x1 * POINTS:.3f} {(top - y1) * POINTS:.3f} m"
            self._operators.append(f"{begin} {x2 * POINTS:.3f} {(top - y2) * POINTS:.3f} l S")

    def rect(
        self, x: float, y: float, width: float, height: float, *,
        line: float = THIN, color: Colour = BLACK, fill: Colour | None = None,
    ) -> None:  # fmt: skip
        """A box whose top left corner is x, y. `line` is the width of its rules in mm, 0 for none."""
        paint = {(False, True): "f", (True, False): "S", (True, True): "B"}.get((line > 0, fill is not None), "n")
        if line > 0:
            self._stroke(color, line)
        if fill is not None:
            self._fill(fill)
        self._operators.append(f"{self._box(x, y, width, height)} {paint}")

    def tick(self, x: float, y: float, size: float, on: bool, *, color: Colour = BLACK) -> None:
        """A tick box with its top left corner at x, y and sides of `size` mm; drawn, since few faces have ☑."""
        line = size / 14
        self.rect(x, y, size, size, line=line, color=color)
        if on:
            self._stroke(color, 1.8 * line)
            corners = ((0.2, 0.52), (0.42, 0.76), (0.82, 0.22))
            path = [f"{(x + a * size) * POINTS:.3f} {(self._height - y - b * size) * POINTS:.3f}" for a, b in corners]
            self._operators.append(f"{path[0]} m {path[1]} l {path[2]} l S")

    def qr(self, x: float, y: float, size: float, text: str) -> None:
        """A QR code with its top left corner at x, y and sides of `size` mm, without the white margin it needs."""
        count, runs = qr_code.squares(text)
        module = size / count
        self._fill(BLACK)
        boxes = [self._box(x + start * module, y + row * module, long * module, module) for row, start, long in runs]
        self._operators.append(" ".join([*boxes, "f"]))

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        bottom = (self._height - y - height) * POINTS
        return f"{x * POINTS:.3f} {bottom:.3f} {width * POINTS:.3f} {height * POINTS:.3f} re"

    def _fill(self, color: Colour) -> None:
        self._once("g", _painted(color, "g", "rg"))

    def _stroke(self, color: Colour, width: float) -> None:
        self._once("G", _painted(color, "G", "RG"))
        self._once("w", f"{width * POINTS:.3f} w")

    def _once(self, setting: str, operator: str) -> None:
        """Writes a setting only where it changes."""
        if self._set[setting] != operator:
            self._set[setting] = operator
            self._operators.append(operator)

    def _content(self) -> bytes:
        return "\n".join(self._operators).encode("ascii")


def _turned(degrees: float) -> str:
    """The first four figures of a text matrix."""
    if not degrees:
        return "1 0 0 1"
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f}"


def _painted(color: Colour, grey: str, rgb: str) -> str:
    red, green, blue = color
    return f"{red:g} {grey}" if red == green == blue else f"{red:g} {green:g} {blue:g} {rgb}"
