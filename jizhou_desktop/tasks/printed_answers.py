"""What a record answers, as forms on paper print it: choices as tick boxes, amounts under one 金额单位."""

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import resources

_APPLICANT = (
    "name", "uscc", "legal_person", "founded", "capital", "place", "industry", "products", "contact", "phone",
    "address",
)  # fmt: skip
_LONG_TEXTS = {"name", "address", "products", "project", "site", "former_names", "brands", "size_reason"}
_UNIT = "（万元）"
_MOST_TICKED = 12
"""Characters of choices that stand as tick boxes in half a row; longer ones take a row of their own."""
_YES, _NO = "是", "否"


def applicant_answers(enterprise: Record) -> list[tuple[str, str]]:
    """What an application says of its enterprise."""
    form = resources.form("enterprise")
    return [(label_of(field), said(field, enterprise)) for field in map(form.field, _APPLICANT)]


def answers_of(form: Form, record: Record, *, without: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every question of the form with the record's answer; `without` names those that stand elsewhere."""
    return [(label_of(field), said(field, record)) for field in form.fields if field.name not in without]


def label_of(field: Field) -> str:
    """The question's name; its unit is said once, above the form."""
    return field.label.removesuffix(_UNIT)


def said(field: Field, record: Record) -> str:
    """One answer. What is chosen of few is ticked, so that a blank form can be filled in by hand."""
    value, text = record[field.name], show(field, record[field.name], resources.codes())
    choices = _choices(field)
    if not choices or (value is not None and text not in choices):
        return text
    return "　".join(f"{'☑' if choice == text else '☐'}{choice}" for choice in choices)


def long_labels(form: Form) -> frozenset[str]:
    """The labels whose answers take a row of their own."""
    return frozenset(label_of(field) for field in form.fields if _is_long(field))


def _is_long(field: Field) -> bool:
    ticked = sum(len(choice) + 2 for choice in _choices(field))
    return field.kind is FieldKind.LINES or field.name in _LONG_TEXTS or ticked > _MOST_TICKED


def _choices(field: Field) -> tuple[str, ...]:
    if field.kind is FieldKind.YES_NO:
        return _YES, _NO
    return tuple(field.choices) if field.kind is FieldKind.CHOICE else ()
