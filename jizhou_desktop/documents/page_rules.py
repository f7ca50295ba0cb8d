"""The straight rules of a page, read from its paths: stroked lines, sides of boxes, and thin filled boxes."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfMatrix, PdfObject, PdfPage

from jizhou_desktop.documents.pen import POINTS

_THICKEST = 3.0  # mm; a filled box that is thicker is an area, not a rule
_STRAIGHT = 0.05


@dataclass(frozen=True)
class Rule:
    """A straight rule in mm from the page's top left, from left to right or from top to bottom; `width` in mm."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: tuple[int, int, int]

    @property
    def level(self) -> bool:
        """Whether it lies level."""
        return abs(self.y1 - self.y2) <= _STRAIGHT

    @property
    def length(self) -> float:
        """Its length in mm."""
        return float(((self.x2 - self.x1) ** 2 + (self.y2 - self.y1) ** 2) ** 0.5)


def read_rules(page: PdfPage, height: float) -> Iterator[Rule]:
    """All rules of the page, whose height is in pt; those of form XObjects too."""
    for path in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
        matrix = _matrix_on_page(path)
        for points in _strokes(path, matrix, height):
            if stroke.value:
                yield from _stroked(path, points, matrix)
            elif fill.value:
                yield from _filled(path, points)


def _matrix_on_page(path: PdfObject) -> PdfMatrix:
    matrix, container = path.get_matrix(), path.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    return matrix


def _strokes(path: PdfObject, matrix: PdfMatrix, height: float) -> Iterator[list[tuple[float, float]]]:
    """The corners of each unbroken stroke in mm; curves are passed over."""
    points: list[tuple[float, float]] = []
    for index in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        if kind != pdfium_c.FPDF_SEGMENT_BEZIERTO:
            points.append(_point(segment, matrix, height))
        if pdfium_c.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    yield points


def _point(segment: object, matrix: PdfMatrix, height: float) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
    across, up = matrix.on_point(x.value, y.value)
    return across / POINTS, (height - up) / POINTS


def _stroked(path: PdfObject, points: list[tuple[float, float]], matrix: PdfMatrix) -> Iterator[Rule]:
    width = ctypes.c_float()
    pdfium_c.FPDFPageObj_GetStrokeWidth(path, width)
    scale = float((matrix.c**2 + matrix.d**2) ** 0.5)
    colour = _colour(path, pdfium_c.FPDFPageObj_GetStrokeColor)
    for begin, end in pairwise(points):
        if begin != end:
            (x1, y1), (x2, y2) = sorted((begin, end), key=lambda point: (round(point[0], 3), point[1]))
            yield Rule(x1, y1, x2, y2, width.value * scale / POINTS, colour)


def _filled(path: PdfObject, points: list[tuple[float, float]]) -> Iterator[Rule]:
    """A thin filled box serves as a rule; some programs draw every rule so."""
    if len(points) < 4:
        return
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    colour = _colour(path, pdfium_c.FPDFPageObj_GetFillColor)
    if bottom - top <= _THICKEST and right - left > bottom - top:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle, bottom - top, colour)
    elif right - left <= _THICKEST and bottom - top > right - left:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom, right - left, colour)


def _colour(path: PdfObject, ask: object) -> tuple[int, int, int]:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    ask(path, red, green, blue, opacity)  # type: ignore[operator]
    return red.value, green.value, blue.value
