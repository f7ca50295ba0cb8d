"""One record (一条记录), whatever it is about: what it holds, whose it is, which revision."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

Value = str | int | None
"""What a field may hold. Money is whole 分, a yes or no is 1 or 0, a date is ISO text, codes are text,
decimals (吨标准煤, %) are text as Decimal writes them, 不适用 and 未取得 are NOT_APPLICABLE and NOT_OBTAINED."""

NOT_APPLICABLE = "不适用"
NOT_OBTAINED = "未取得"


class Kind(StrEnum):
    """The kinds of record; each is described by the form (forms/*.toml) of the same id."""

    ENTERPRISE = "enterprise"
    CARRIER = "carrier"
    YEAR_FIGURES = "year-figures"
    TARGET = "target"
    TRANSFORMATION = "transformation"
    CLAIM = "claim"
    CONTACT = "contact"
    PRODUCT = "product"
    QUALIFICATION = "qualification"
    ENERGY = "energy"
    TENANT = "tenant"
    EQUIPMENT = "equipment"
    STEP = "step"
    RESULT = "result"
    ISSUE = "issue"
    DUTY = "duty"
    AWARD_TABLE = "award-table"
    AWARD = "award"


@dataclass(frozen=True)
class Record:
    """A record as it stands at one revision. Revision 0 has never been saved.

    `parent` is the uid of the record that it belongs to: the enterprise of year figures, transformations and claims,
    the claim of a line of its equipment list, whatever a step (办理环节) was taken in; a step may be another office's
    than its parent, as a department reviews what a township sent. `form` is the id of the form that its values answer
    (for claims one form a scheme). `closed` is empty, or why it was closed (注销, 迁出).
    """

    uid: str
    kind: Kind
    office: str
    values: Mapping[str, Value]
    form: str
    form_version: int = 1
    year: int | None = None
    parent: str | None = None
    closed: str = ""
    revision: int = 0
    changed_at: str = ""
    changed_by: str = ""

    def __getitem__(self, name: str) -> Value:
        return self.values.get(name)

    def text(self, name: str) -> str:
        """The value as text; blank where there is none."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def whole(self, name: str) -> int | None:
        """The value where it is a whole number (money in 分, people), None where blank or not applicable."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def with_values(self, **values: Value) -> "Record":
        """The same record with some values changed."""
        return replace(self, values={**self.values, **values})


@dataclass(frozen=True)
class Change:
    """One state in a record's history: who, when, why, and the record as it then was."""

    record: Record
    why: str = ""
    before: Mapping[str, Value] = field(default_factory=dict)


def as_plain(record: Record) -> dict[str, Any]:
    """The record as plain values for JSON, keys in a fixed order."""
    plain = {name: getattr(record, name) for name in record.__dataclass_fields__ if name != "values"}
    plain["kind"] = str(record.kind)
    return {**plain, "values": dict(sorted(record.values.items()))}


def from_plain(plain: Mapping[str, Any]) -> Record:
    """Reads `as_plain` back. Raises KeyError, TypeError or ValueError where the plain form is not a record's."""
    return Record(**{**plain, "kind": Kind(plain["kind"]), "values": dict(plain["values"])})
