"""Running the rules: over one enterprise's file, and over all that a workspace holds."""

from collections.abc import Iterable

from jizhou_desktop.domain.audit import (
    across,
    against_last_year,
    awards,
    carriers,
    claims,
    equipment,
    figures,
    from_lists,
    identity,
    path_results,
    projects,
    transformations,
)
from jizhou_desktop.domain.audit.across import Held, Holdings
from jizhou_desktop.domain.audit.rule import Rule, apply
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record

OF_FILES = (*identity.RULES, *from_lists.OF_FILE_LISTS)
OF_YEARS = (*figures.RULES, *against_last_year.RULES, *from_lists.OF_YEAR_LISTS)
OF_TRANSFORMATIONS = (*transformations.RULES, *path_results.RULES)
OF_CLAIMS = (*claims.RULES, *projects.RULES, *awards.RULES)


def run(file: EnterpriseFile, year: int | None = None) -> list[Problem]:
    """All that is wrong, odd or missing in one enterprise's file.

    Where `year` is given, of its figures, transformations and claims only those of that year.
    """
    years = [view for view in file.years() if year in (None, view.year)]
    going = [view for view in file.going() if year in (None, view.year)]
    asked = [view for view in file.asked() if year in (None, view.year)]
    return [
        *apply(OF_FILES, [file]),
        *apply(OF_YEARS, years),
        *apply(OF_TRANSFORMATIONS, going),
        *apply(OF_CLAIMS, asked),
    ]


def run_across(holdings: Holdings) -> list[Problem]:
    """All that is wrong between the records of a workspace."""
    return [
        *apply(across.ENTERPRISE_RULES, _held(holdings.enterprises, holdings)),
        *apply(across.CLAIM_RULES, _held(holdings.claims, holdings)),
        *apply(equipment.RULES, _held(holdings.claims, holdings)),
        *apply(across.TARGET_RULES, _held(holdings.targets, holdings)),
    ]


def all_rules() -> list[Rule]:  # type: ignore[type-arg]  # tables of several subjects, told one after another
    """Every rule there is, in the order of its number."""
    tables: list[Iterable[Rule]] = [  # type: ignore[type-arg]
        OF_FILES,
        OF_YEARS,
        OF_TRANSFORMATIONS,
        OF_CLAIMS,
        across.ENTERPRISE_RULES,
        across.CLAIM_RULES,
        equipment.RULES,
        across.TARGET_RULES,
        carriers.CARRIER_RULES,
    ]
    return [rule for table in tables for rule in table]


def _held(records: Iterable[Record], holdings: Holdings) -> list[Held]:
    return [Held(record, holdings) for record in records]
