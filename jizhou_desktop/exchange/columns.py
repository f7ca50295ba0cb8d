"""What a roster's column is: by name, by alias, by the official's choice, or by what its cells look like."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.offices import find_place
from jizhou_desktop.domain.text import half_width
from jizhou_desktop.domain.uscc import check_uscc
from jizhou_desktop.exchange.heading_text import bare

CHOSEN, BY_LABEL, BY_ALIAS, BY_CONTENT = 100, 100, 90, 60
_ENOUGH, _SHARE = 3, 0.8
_FOUR_DIGITS = re.compile(r"(?!19|20)\d{4}|[A-Ta-t]\d{4}")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_FIRM = re.compile(r"(公司|厂|合作社|供销社|经营部|门市部|商店|商行|企业|中心|事务所)$")


class Match(NamedTuple):
    """The question a heading asks, and how sure that is, in %."""

    form: str
    field: Field
    confidence: int


@dataclass(frozen=True)
class Column:
    """A column and the question it answers. `confidence` is 100 for the label itself, 90 for an alias, 60 by content.

    `year` is said by the heading where it is; `unit` is the unit that a bare figure stands in, blank where none is
    said.
    """

    index: int
    heading: str
    form: str
    field: Field
    confidence: int
    year: int | None = None
    unit: str = ""


class Matcher:
    """Knows the forms' labels and aliases, and what the official chose before."""

    def __init__(
        self, forms: Sequence[Form], codes: Codes, chosen: Mapping[str, str], columns: Mapping[int, str] | None = None
    ) -> None:
        """`chosen` maps a heading as it stands to `form.field`, or to a blank to leave its column out; `columns` does
        so for one sheet's columns by index, and goes before.
        """
        self._forms = {form.id: form for form in forms}
        self._chosen = chosen
        self._columns = columns or {}
        self._names: dict[str, Match] = {}
        for form in forms:
            for field in form.fields:
                self._names.setdefault(bare(field.label), Match(form.id, field, BY_LABEL))
        for form in forms:
            for field in form.fields:
                for alias in field.aliases:
                    self._names.setdefault(bare(alias), Match(form.id, field, BY_ALIAS))
        self._looks = _looks(forms, codes)

    def by_name(self, *headings: str) -> Match | None:
        """The question that one of these spellings of a heading asks; the first that is known."""
        return next((self._names[key] for key in map(bare, headings) if key and key in self._names), None)

    def is_chosen(self, index: int) -> bool:
        """Whether the official chose what this column is."""
        return bool(self._columns.get(index))

    def by_choice(self, heading: str, index: int = -1) -> Match | None:
        """What the official chose for this column, or for its heading before."""
        form_id, _, name = self._said(heading, index).partition(".")
        form = self._forms.get(form_id)
        field = next((field for field in form.fields if field.name == name), None) if form else None
        return Match(form_id, field, CHOSEN) if field else None

    def left_out(self, heading: str, index: int = -1) -> bool:
        """Whether the official chose not to take this column."""
        return self._said(heading, index) == ""

    def _said(self, heading: str, index: int) -> str:
        """A question, a blank for a column to leave out, or `?` where nothing was chosen."""
        return self._columns.get(index, self._chosen.get(heading, "?") if heading else "?")

    def by_content(self, cells: Iterable[str]) -> Match | None:
        """The question that nearly all cells look like an answer to."""
        filled = [cell for cell in cells if cell]
        if len(filled) < _ENOUGH:
            return None
        for match, looks_right in self._looks:
            if sum(map(looks_right, filled)) >= _SHARE * len(filled):
                return match
        return None


def _looks(forms: Sequence[Form], codes: Codes) -> list[tuple[Match, Callable[[str], bool]]]:
    """Kinds of answer that tell themselves apart: credit codes, places, mobile numbers, industries, firms."""
    tests: dict[FieldKind, Callable[[str], bool]] = {
        FieldKind.USCC: lambda cell: check_uscc(cell).ok,
        FieldKind.PLACE: lambda cell: find_place(codes.offices, cell) is not None,
        FieldKind.PHONE: lambda cell: bool(_MOBILE.fullmatch(half_width(cell).strip())),
        FieldKind.INDUSTRY: lambda cell: is_industry(codes, cell),
    }
    fields = [(form, field) for form in forms for field in form.fields]
    by_kind = [(Match(form.id, field, BY_CONTENT), tests[field.kind]) for form, field in fields if field.kind in tests]
    names = [
        (Match(form.id, field, BY_CONTENT), lambda cell: bool(_FIRM.search(cell.strip())))
        for form, field in fields
        if field.label == "企业名称"
    ]
    return by_kind + names


def is_industry(codes: Codes, cell: str) -> bool:
    """A class of GB/T 4754 by its name or four digits; fewer digits may be anything, and 2019 is more often a year."""
    typed = half_width(cell).strip()
    by_code = codes.industries.find(typed) if _FOUR_DIGITS.fullmatch(typed) else None
    return by_code is not None or (len(typed) > 1 and codes.industries.named(typed) is not None)
