"""Award tables (补贴标准): kept as records of the office, so that they have a history and go with its package."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from jizhou_desktop.domain.answers import judge
from jizhou_desktop.domain.award_tables import AwardTable, check_amount, with_tables
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import SavedRows, TypedRow, child_rows, save_child_rows
from jizhou_desktop.tasks.uids import NewUid

TABLE, ROW = "award-table", "award"


def plan_in_force(workspace: Workspace, year: int) -> Plan:
    """The plan of the year with the amounts that an office has filled in."""
    plan = resources.plan_of_year(year)
    held = {
        scheme: AwardTable(table.text("basis"), rows_of(workspace, table))
        for scheme, table in _tables(workspace, year).items()
    }
    return with_tables(plan, held)


def table_of(workspace: Workspace, scheme: str, year: int) -> Record | None:
    """The table that counts for a scheme: the office's own, else another's (the department's)."""
    return _tables(workspace, year).get(scheme)


def rows_of(workspace: Workspace, table: Record) -> list[Record]:
    """A table's rows, in the order they were written down."""
    return child_rows(workspace, table.uid, Kind.AWARD)


def save_table(
    workspace: Workspace,
    scheme: str,
    year: int,
    basis: str,
    rows: Sequence[TypedRow],
    *,
    now: datetime,
    new_uid: NewUid,
) -> SavedRows:
    """Saves the office's own table of a scheme. An amount outside the plan's range keeps all back, with its row."""
    problems = _outside(resources.plan_of_year(year), scheme, rows)
    if problems:
        return SavedRows(None, problems)
    table = own_table(workspace, scheme, year, now=now, new_uid=new_uid, basis=basis)
    return save_child_rows(workspace, ROW, table.uid, rows, now=now, new_uid=new_uid, year=year)


def own_table(workspace: Workspace, scheme: str, year: int, *, now: datetime, new_uid: NewUid, basis: str) -> Record:
    """The head of the office's own table, with its basis; made where there was none."""
    resources.plan_of_year(year).scheme(scheme)
    office = workspace.profile.office.code
    form = resources.form(TABLE)
    held = next(
        (t for t in workspace.records.all_of(Kind.AWARD_TABLE, year=year, office=office) if t.text("scheme") == scheme),
        None,
    )
    judged = judge(form, {"scheme": scheme, "basis": basis}, resources.codes())
    if not judged.sound:
        raise UserError(judged.problems[0].message)
    blank = Record(new_uid(), Kind.AWARD_TABLE, office, {}, form.id, form.version, year=year)
    wanted = (held or blank).with_values(**judged.values)
    if held is not None and held.values == wanted.values:
        return held
    return workspace.records.save(wanted, by=workspace.profile.clerk, at=now.isoformat(timespec="seconds"))


def set_award(
    workspace: Workspace,
    scheme: str,
    year: int,
    label: str,
    amount: str,
    *,
    basis: str = "",
    now: datetime,
    new_uid: NewUid,
) -> SavedRows:
    """Sets one level's amount (万元 as typed) and leaves the others as they are: what the command line does."""
    held = table_of(workspace, scheme, year)
    own = held is not None and held.office == workspace.profile.office.code
    rows = rows_of(workspace, held) if held is not None and own else []
    typed = [TypedRow(_typed(row), row) for row in rows if row.text("label") != label]
    changed = next((row for row in rows if row.text("label") == label), None)
    typed.append(TypedRow({**(_typed(changed) if changed else {}), "label": label, "amount": amount}, changed))
    return save_table(
        workspace, scheme, year, basis or (held.text("basis") if held else ""), typed, now=now, new_uid=new_uid
    )


def _typed(row: Record) -> dict[str, str]:
    return {
        "label": row.text("label"),
        "amount": f"{wan_of_fen(row.whole('amount') or 0):f}",
        "aliases": row.text("aliases"),
    }


def _tables(workspace: Workspace, year: int) -> Mapping[str, Record]:
    own = workspace.profile.office.code
    tables = workspace.records.all_of(Kind.AWARD_TABLE, year=year)
    filled = {row.parent for row in workspace.records.all_of(Kind.AWARD)}
    # the last stands: a table with amounts above an empty one, the office's own above another's
    ordered = sorted(tables, key=lambda table: (table.uid in filled, table.office == own))
    return {table.text("scheme"): table for table in ordered}


def _outside(plan: Plan, scheme: str, rows: Sequence[TypedRow]) -> dict[int, list[Problem]]:
    problems = {}
    form, codes = resources.form(ROW), resources.codes()
    for place, row in enumerate(rows):
        judged = judge(form, row.answers, codes)
        amount, label = judged.values.get("amount"), judged.values.get("label")
        if not isinstance(amount, int) or not label:
            continue
        try:
            check_amount(plan.scheme(scheme), str(label), wan_of_fen(amount))
        except UserError as error:
            problems[place] = [Problem(str(error), field="amount")]
    return problems
