"""What can be taken in from a workbook and given out as one, made of the forms at hand."""

from functools import cache

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.roster_rows import Words
from jizhou_desktop.exchange.subjects import Subject, subjects
from jizhou_desktop.tasks import resources


@cache
def all_subjects() -> tuple[Subject, ...]:
    """Every kind of row, the commonest first."""
    return subjects(resources.forms())


def subject(subject_id: str) -> Subject:
    """One kind of row. Raises UserError where there is none of that id."""
    for candidate in all_subjects():
        if candidate.id == subject_id:
            return candidate
    raise UserError(f"没有“{subject_id}”这种表，可选：{'、'.join(one.id for one in all_subjects())}。")


@cache
def path_words() -> Words:
    """What the plan's paths are called in tables: by title, by title without 向…转型, by id."""
    words: dict[str, str] = {}
    for plan_id in resources.plan_ids():
        for path in resources.plan(plan_id).paths:
            short = path.title.removeprefix("向").removesuffix("转型")
            words |= {fold(said): path.id for said in (path.id, path.title, short)}
    return {"target.path": words, "transformation.path": words}


def path_titles() -> dict[str, str]:
    """The paths' titles by id."""
    return {path.id: path.title for plan_id in resources.plan_ids() for path in resources.plan(plan_id).paths}
