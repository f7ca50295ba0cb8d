"""Amounts that the plan leaves to the office (补贴标准), put into its schemes: every rule then reads one plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.scheme import AwardLevel, Scheme
from jizhou_desktop.domain.text import fold


@dataclass(frozen=True)
class AwardTable:
    """One scheme's table for a year: the document that sets the amounts, and its rows (AWARD records)."""

    basis: str
    rows: Sequence[Record]


def with_tables(plan: Plan, tables: Mapping[str, AwardTable]) -> Plan:
    """The plan with the tables' amounts in its schemes; a scheme without a table stays as it is."""
    schemes = tuple(with_table(scheme, tables[scheme.id]) if scheme.id in tables else scheme for scheme in plan.schemes)
    return replace(plan, schemes=schemes)


def with_table(scheme: Scheme, table: AwardTable) -> Scheme:
    """Rows of a level that the plan names give it its amount; others are levels of their own."""
    levels = list(scheme.levels)
    for row in table.rows:
        place = next((at for at, level in enumerate(levels) if level.named(row.text("label"))), None)
        amount = wan_of_fen(row.whole("amount") or 0)
        aliases = tuple(part.strip() for part in row.text("aliases").split("、") if part.strip())
        if place is None:
            levels.append(AwardLevel(fold(row.text("label")), row.text("label"), aliases, amount))
        else:
            known = levels[place]
            levels[place] = replace(known, aliases=(*known.aliases, *aliases), amount=amount)
    return replace(scheme, levels=tuple(levels), measure=table.basis or scheme.measure)


def check_amount(scheme: Scheme, label: str, amount: Decimal) -> None:
    """Raises UserError for an amount (万元) outside the plan's range, and a level that the scheme cannot have."""
    if scheme.award and not scheme.award.low <= amount <= scheme.award.high:
        raise UserError(f"“{label}”的{grouped(amount)}万元不在计划规定的{scheme.award.words}之内，请核对。")
    if scheme.award and scheme.levels and scheme.level(label) is None:
        raise UserError(f"没有“{label}”这一档，可填：{'、'.join(level.label for level in scheme.levels)}。")


def takes_table(scheme: Scheme) -> bool:
    """Whether the office fills a table in: the plan leaves the amount to a measure, or names levels in a range."""
    return bool(scheme.measure or scheme.levels)
