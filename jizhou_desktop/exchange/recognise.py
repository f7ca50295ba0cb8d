"""What the rows of a sheet are about: by the official's choice, by the sheet's name or title, by its columns."""

from collections.abc import Mapping, Sequence

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.headings import Heading, find_heading
from jizhou_desktop.exchange.sheet_choice import SeenSheet, SheetChoice
from jizhou_desktop.exchange.sheets import Sheet
from jizhou_desktop.exchange.subjects import ENTERPRISE, OWNER, Subject

Remembered = Mapping[str, Mapping[str, str]]
"""What the official chose before: by subject, the heading and its `form.field` (blank: not taken)."""

_TITLED = 100
"""A sheet that bears the name of a form outweighs any number of columns."""


def see(
    sheet: Sheet,
    subjects: Sequence[Subject],
    codes: Codes,
    *,
    year: int,
    remembered: Remembered | None = None,
    choice: SheetChoice | None = None,
) -> SeenSheet:
    """The sheet with its subject and heading. Unless chosen otherwise, it is taken where its rows can be told apart."""
    choice = choice or SheetChoice()
    known = remembered or {}

    def heading_for(subject: Subject) -> Heading | None:
        chosen, columns = known.get(subject.id), choice.columns
        return find_heading(sheet, subject.forms, codes, year=year, chosen=chosen, at_row=choice.row, columns=columns)

    if choice.subject:
        subject = next(subject for subject in subjects if subject.id == choice.subject)
        heading = heading_for(subject)
        return SeenSheet(
            sheet, subject, heading, heading is not None and choice.taken is not False, choice.taken is False
        )
    found = [(subject, heading) for subject in subjects if (heading := heading_for(subject))]
    fitting = [
        (_score(sheet, subject, heading), subject, heading) for subject, heading in found if _fits(subject, heading)
    ]
    if not fitting:
        first = found[0] if found and found[0][0].id == ENTERPRISE else (None, None)
        return SeenSheet(sheet, first[0], first[1], taken=False, left_out=choice.taken is False)
    # of equal scores the first counts: the commonest subject
    _, subject, heading = max(fitting, key=lambda one: one[0])
    taken = not sheet.hidden if choice.taken is None else choice.taken
    return SeenSheet(sheet, subject, heading, taken, left_out=choice.taken is False)


def _fits(subject: Subject, heading: Heading) -> bool:
    """Whether the sheet says whose each row is and all that a row must say."""
    named = subject.owner is None or any(column.form == OWNER for column in heading.columns)
    needed = [field.name for field in subject.form.fields if field.required]
    return named and all(heading.column(subject.id, name) for name in needed)


def _score(sheet: Sheet, subject: Subject, heading: Heading) -> int:
    words = fold(" ".join([sheet.name, *(cell for row in sheet.rows[: heading.row] for cell in row if cell)]))
    titled = _TITLED if subject.id != ENTERPRISE and fold(subject.form.title) in words else 0
    return len(heading.columns) + titled
