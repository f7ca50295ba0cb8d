"""What a form asks (forms/*.toml), read into values. Layout and cross-field rules are elsewhere."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """The kinds of answer; each has one entry in the window and one reader in `domain/answers.py`."""

    TEXT = "text"
    LINES = "lines"
    CODE = "code"
    USCC = "uscc"
    PLACE = "place"
    INDUSTRY = "industry"
    PHONE = "phone"
    CHOICE = "choice"
    YES_NO = "yes-no"
    DATE = "date"
    YEAR = "year"
    WHOLE = "whole"
    DECIMAL = "decimal"
    MONEY = "money"


@dataclass(frozen=True)
class Field:
    """One question: nine keys and no more. `min` and `max` are text in the field's own unit (money in 万元)."""

    name: str
    label: str
    kind: FieldKind
    required: bool = False
    choices: tuple[str, ...] = ()
    min: str = ""
    max: str = ""
    help: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form: its id, version, Chinese title, the kind of record it fills, and its questions in order."""

    id: str
    version: int
    title: str
    kind: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The question of that name; KeyError where the form has none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)
