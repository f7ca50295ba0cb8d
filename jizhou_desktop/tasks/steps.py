"""Taking steps (办理环节) on transformations and claims: who did what when, with which opinion and amount."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from jizhou_desktop.domain.answers import judge
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.procedure import Procedure
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing, check_next, in_order
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import TAKEN_OUT
from jizhou_desktop.tasks.uids import NewUid

FORM = "step"


def procedure_of(record: Record, plan: Plan | None = None) -> Procedure:
    """The procedure that a transformation or claim follows, by the plan of its year (or the one given)."""
    plan = plan or _plan_of(record)
    if record.kind is Kind.CLAIM:
        return plan.procedure(plan.scheme(record.form).procedure)
    return plan.procedure(str(record.kind))


def standing_of(workspace: Workspace, record: Record) -> Standing:
    """Where a transformation or claim stands."""
    return _standing(record, workspace.records.all_of(Kind.STEP, parent=record.uid), procedure_of(record))


def standings(workspace: Workspace, records: Iterable[Record]) -> dict[str, Standing]:
    """Where each of many stands, by uid, with one question to the store. Claims of a scheme that the plan of their
    year no longer has are left out.
    """
    asked = list(records)
    rows = defaultdict(list)
    for row in workspace.records.all_of(Kind.STEP) if asked else ():
        rows[row.parent].append(row)
    plans: dict[int | None, Plan] = {}
    found = {}
    for record in asked:
        year = _year_of(record)
        if year not in plans:  # a plan is looked for among files: once a year, not once a record
            plans[year] = _plan_of(record)
        plan = plans[year]
        if record.kind is not Kind.CLAIM or record.form in {scheme.id for scheme in plan.schemes}:
            found[record.uid] = _standing(record, rows[record.uid], procedure_of(record, plan))
    return found


def take_step(
    workspace: Workspace,
    record: Record,
    answers: Mapping[str, str],
    *,
    now: datetime,
    new_uid: NewUid,
) -> Record:
    """Takes the next step. `answers` are those of the form `step` as typed: step, date (today where blank), person
    (the clerk where blank), opinion, amount in 万元, remarks.

    Raises UserError for a step that does not follow, that this office may not take, of a date before the last step
    or after today, without the reason that it asks for, and for answers that cannot be read.
    """
    values = read_step(workspace, answers, now=now)
    standing = standing_of(workspace, record)
    check_next(
        standing,
        str(values["step"]),
        office=workspace.profile.office,
        day=date.fromisoformat(str(values["date"])),
        today=now.date(),
        opinion=str(values.get("opinion") or ""),
        calendar=_plan_of(record).calendar,
    )
    return write_step(workspace, record, standing, values, now=now, new_uid=new_uid)


def read_step(workspace: Workspace, answers: Mapping[str, str], *, now: datetime) -> dict[str, str | int | None]:
    """A step's answers as values; today and the clerk where they are blank. Raises UserError for what is unreadable."""
    blank = {"date": now.date().isoformat(), "person": workspace.profile.clerk}
    typed = {name: answers.get(name) or blank.get(name, "") for name in {*answers, *blank}}
    judged = judge(resources.form(FORM), typed, resources.codes())
    if not judged.sound:
        raise UserError(next(problem.message for problem in judged.problems if problem.severity == "error"))
    return dict(judged.values)


def write_step(
    workspace: Workspace,
    record: Record,
    standing: Standing,
    values: Mapping[str, str | int | None],
    *,
    now: datetime,
    new_uid: NewUid,
) -> Record:
    """Writes down a step that was checked."""
    form = resources.form(FORM)
    row = Record(
        uid=new_uid(),
        kind=Kind.STEP,
        office=workspace.profile.office.code,
        values={**values, "place_in_list": len(standing.steps) + 1},
        form=form.id,
        form_version=form.version,
        year=record.year,
        parent=record.uid,
    )
    return workspace.records.save(row, by=workspace.profile.clerk, at=now.isoformat(timespec="seconds"))


def undo_step(workspace: Workspace, record: Record, *, why: str, now: datetime) -> Record:
    """Takes the last step back (误登), which must be this office's own; it stays in the history. Gives that step.

    Raises UserError where there is none, where another office took it, and where no reason is given.
    """
    last = standing_of(workspace, record).last
    if last is None:
        raise UserError("还没有办理环节，没有可以撤销的。")
    if last.office != workspace.profile.office.code:
        raise UserError(f"“{last.text('step')}”由{resources.office(last.office).name}登记，只能由该单位撤销。")
    if not why.strip():
        raise UserError("请写明撤销的原因，如“误登”。")
    at = now.isoformat(timespec="seconds")
    return workspace.records.save(
        replace(last, closed=TAKEN_OUT), by=workspace.profile.clerk, at=at, why=f"撤销环节：{why.strip()}"
    )


def _standing(record: Record, rows: Iterable[Record], procedure: Procedure) -> Standing:
    return Standing(procedure, record.office, in_order(rows), before=record.text("state"))


def _plan_of(record: Record) -> Plan:
    year = _year_of(record)
    return resources.plan_of_year(year) if year else resources.latest_plan()


def _year_of(record: Record) -> int | None:
    return record.year or record.whole("year")
