"""What a subsidy scheme's rule is made of, so that the plan's reader and the command line can ask it."""

from collections.abc import Callable
from dataclasses import dataclass

from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.verdict import Verdict


@dataclass(frozen=True)
class Rule:
    """`keys` are the figures it asks for; `figures` and `limits` name what the plan file must give it."""

    keys: tuple[Key, ...]
    reckon: Callable[[Case], Verdict]
    figures: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
