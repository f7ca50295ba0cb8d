"""Which entry a question gets. A new kind of answer is a new line here, never an `if` in a page."""

from collections.abc import Callable

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.ui.entries.choice import YES_NO, ChoiceEntry
from jizhou_desktop.ui.entries.line import FigureEntry, LineEntry, UsccEntry
from jizhou_desktop.ui.entries.lines import LinesEntry
from jizhou_desktop.ui.entries.look_up import LookUpEntry, industries_like, places_like

Entry = LineEntry | LinesEntry | ChoiceEntry

_MAKERS: dict[FieldKind, Callable[[Field, Codes], Entry]] = {
    FieldKind.TEXT: lambda _field, _codes: LineEntry(),
    FieldKind.LINES: lambda _field, _codes: LinesEntry(),
    FieldKind.CODE: lambda _field, _codes: LineEntry(),
    FieldKind.USCC: lambda _field, _codes: UsccEntry(),
    FieldKind.PLACE: lambda _field, codes: LookUpEntry(places_like(codes)),
    FieldKind.INDUSTRY: lambda _field, codes: LookUpEntry(industries_like(codes)),
    FieldKind.PHONE: lambda _field, _codes: LineEntry(),
    FieldKind.CHOICE: lambda field, _codes: ChoiceEntry(field.choices, required=field.required),
    FieldKind.YES_NO: lambda field, _codes: ChoiceEntry(YES_NO, required=field.required),
    FieldKind.DATE: lambda _field, _codes: LineEntry(),
    FieldKind.YEAR: lambda _field, _codes: FigureEntry(),
    FieldKind.WHOLE: lambda _field, _codes: FigureEntry(),
    FieldKind.DECIMAL: lambda _field, _codes: FigureEntry(),
    FieldKind.MONEY: lambda _field, _codes: FigureEntry(),
}


def entry_for(field: Field, codes: Codes) -> Entry:
    """The entry of one question, named for screen readers."""
    entry = _MAKERS[field.kind](field, codes)
    entry.setObjectName(field.name)
    entry.setAccessibleName(field.label)
    entry.setAccessibleDescription(field.help)
    return entry
