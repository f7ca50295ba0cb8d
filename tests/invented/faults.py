"""Faults as they stand in rosters, put in on request; each is told so that a test knows what must be found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.invented.year import Enterprise


@dataclass(frozen=True)
class Fault:
    """Which enterprise was spoiled, in which field, and how it must be told: error or query."""

    index: int
    field: str
    severity: str


def _no_name(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.answers["name"] = ""
    return "name", "error"


def _code_too_short(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.answers["uscc"] = enterprise.answers["uscc"][:-1]
    return "uscc", "error"


def _letter_o(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.answers["uscc"] = enterprise.answers["uscc"].replace("X0", "XO", 1)
    return "uscc", "error"


def _wrong_check(enterprise: Enterprise) -> tuple[str, str]:
    code = enterprise.answers["uscc"]
    enterprise.answers["uscc"] = code[:-1] + ("1" if code[-1] != "1" else "2")
    return "uscc", "query"


def _seven_digits(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.answers["founded"] = "2020721"
    return "founded", "error"


def _lost_dash(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.figures[2020]["equipment"] = "100300万元"
    return "equipment", "error"


def _unknown_place(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.answers["place"] = "桃花源镇"
    return "place", "error"


def _half_a_person(enterprise: Enterprise) -> tuple[str, str]:
    enterprise.figures[2020]["employees"] = "12.5"
    return "employees", "error"


_SPOILERS: Sequence[Callable[[Enterprise], tuple[str, str]]] = (
    _no_name, _code_too_short, _letter_o, _wrong_check, _seven_digits, _lost_dash, _unknown_place, _half_a_person,
)  # fmt: skip


def spoil(enterprises: Sequence[Enterprise], count: int, *, seed: int = 1) -> list[Fault]:
    """Spoils `count` different enterprises in place, one fault each, and tells which."""
    dice = Random(seed)
    faults = []
    for number, index in enumerate(sorted(dice.sample(range(len(enterprises)), count))):
        field, severity = _SPOILERS[number % len(_SPOILERS)](enterprises[index])
        faults.append(Fault(index, field, severity))
    return faults
