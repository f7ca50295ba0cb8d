"""The opinions that steps left (各环节意见), as the boxes of the forms bear them."""

from collections.abc import Sequence
from datetime import date

from jizhou_desktop.documents.forms.opinions import Opinion
from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.plan import Department, Plan
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.tasks import resources

REVIEW, OBJECTIONS = "部门审核", ("异议", "异议不成立")


def box(standing: Standing, title: str, name: str, *, signs: str = "审核人") -> Opinion:
    """A box filled with the last step of that name; empty while it was not taken."""
    return Opinion(title, said_of(standing.since_named(name)), signs)


def department_boxes(
    standing: Standing, departments: Sequence[Department], name: str = REVIEW, title: str = "审核意见"
) -> list[Opinion]:
    """A box for each department, with the opinion of its own step of that name; the first has one that names no
    department.
    """
    by_office = {resources.office(row.office).full_name: row for row in standing.steps if row.text("step") == name}
    known = {department.full_name for department in departments}
    other = next((row for office, row in reversed(by_office.items()) if office not in known), None)
    boxes = []
    for place, department in enumerate(departments):
        row = by_office.get(department.full_name) or (other if place == 0 else None)
        boxes.append(Opinion(f"{department.name}{title}", said_of(row)))
    return boxes


def publicity_box(standing: Standing, plan: Plan) -> Opinion:
    """公示情况: from when to when, and what was objected."""
    row = standing.since_named("公示")
    if row is None:
        return Opinion("公示情况", signs="经办人")
    ends = standing.term_ends(plan.calendar)
    begun = chinese_date(date.fromisoformat(row.text("date")))
    said = f"{begun}至{chinese_date(ends)}公示" if ends is not None else f"{begun}公示"
    objected = [found for name in OBJECTIONS if (found := standing.since_named(name)) is not None]
    told = "；".join(f"{found.text('step')}：{found.text('opinion')}" for found in objected)
    paid = standing.done or standing.since_named("区级补助") is not None
    return Opinion("公示情况", f"{said}，{told or ('期间没有异议' if paid else '公示期内')}。", "经办人")


def said_of(row: Record | None) -> str:
    """What a step says: its opinion, its amount in figures and capitals, who and when."""
    if row is None:
        return ""
    amount = row.whole("amount")
    sums = f"{wan_text(amount)}万元（大写：{capitals(amount)}）" if amount is not None else ""
    said = "；".join(part for part in (row.text("opinion").replace("\n", "；"), sums) if part) or row.text("step")
    day = chinese_date(date.fromisoformat(row.text("date")))
    return f"{said.rstrip('。')}。（{row.text('person')}，{day}）"
