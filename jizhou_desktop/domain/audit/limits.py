"""Limits of the audit rules that an office may set (resources/codes/audit.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class AuditLimits:
    """From where on rules ask: a rise or fall in %, a rise of 研发投入 in %, how many times a slip of unit makes."""

    change_percent: Decimal = Decimal(50)
    rd_rise_percent: Decimal = Decimal(200)
    unit_times: Decimal = Decimal(5000)


def read_limits(plain: Mapping[str, str]) -> AuditLimits:
    """The limits of a file. Raises TypeError, ValueError or ArithmeticError for a name or a number that is none."""
    return AuditLimits(**{name: Decimal(text) for name, text in plain.items()})
