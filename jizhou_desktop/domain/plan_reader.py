"""Reading an action plan from its data file; what does not hold together is refused with one sentence.

The shapes are the dataclasses of `plan.py` (read by `typed_table.py`); here stands what must agree across them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import PathItem, Plan
from jizhou_desktop.domain.procedure import faults_of
from jizhou_desktop.domain.scheme import OPERATORS, Scheme
from jizhou_desktop.domain.schemes import RULES
from jizhou_desktop.domain.typed_table import read_table

SUBJECTS = ("enterprise", "park", "building", "base")


def read_plan(data: Mapping[str, Any]) -> Plan:
    """The plan of a parsed data file. Raises UserError naming the key or section that is wrong."""
    plan = read_table(Plan, data, "")
    for check in _CHECKS:
        check(plan)
    return plan


def _check_date(plan: Plan) -> None:
    try:
        date.fromisoformat(plan.issued)
    except ValueError:
        raise UserError(f"“issued”应为日期，如 2020-07-21，现为“{plan.issued}”。") from None


def _check_target(plan: Plan) -> None:
    targets = [path.target for path in plan.paths if path.target is not None]
    if sum(targets) != plan.target:
        added = "＋".join(map(str, targets))
        raise UserError(f"各路径目标之和 {added}＝{sum(targets)}，与目标任务 {plan.target} 家不符，请核对。")


def _check_ids(plan: Plan) -> None:
    for what, ids in (
        ("路径组", [group.id for group in plan.groups]),
        (
            "路径和子项",
            [path.id for path in plan.paths] + [item.id for path in plan.paths for item in _items(path.items)],
        ),
        ("政策", [scheme.id for scheme in plan.schemes]),
        ("部门", [department.id for department in plan.departments]),
        ("考核项", [item.id for item in plan.assessment]),
        ("办理流程", [procedure.id for procedure in plan.procedures]),
        *((f"{scheme.short}限额", [limit.id for limit in scheme.limits]) for scheme in plan.schemes),
        *((f"{scheme.short}档次", [level.id for level in scheme.levels]) for scheme in plan.schemes),
    ):
        for id_, times in Counter(ids).items():
            if times > 1:
                raise UserError(f"{what}编号“{id_}”用了{times}次，每个编号只能用一次。")


def _check_departments(plan: Plan) -> None:
    known = {department.id for department in plan.departments}
    for where, departments in _named_departments(plan):
        for id_ in departments:
            if id_ not in known:
                raise UserError(f"“{where}”中的部门“{id_}”不在 departments 中，请补上或改正。")


def _named_departments(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    for path in plan.paths:
        yield path.section, path.departments
        yield from ((f"{path.section} {item.number}", item.departments) for item in _items(path.items))
    yield from ((scheme.section, scheme.departments) for scheme in plan.schemes)
    yield from ((duty.section, duty.departments) for duty in plan.duties)


def _check_subjects(plan: Plan) -> None:
    for path in plan.paths:
        if path.subject not in SUBJECTS:
            raise UserError(f"“{path.section}”的 subject“{path.subject}”无法识别，可用：{'、'.join(SUBJECTS)}。")


def _check_schemes(plan: Plan) -> None:
    for scheme in plan.schemes:
        _check_scheme(scheme)


def _check_scheme(scheme: Scheme) -> None:
    where = f"schemes[{scheme.id}]"
    if scheme.id not in RULES:
        raise UserError(f"“{where}”没有对应的测算规则，可用：{'、'.join(RULES)}。")
    for name in RULES[scheme.id].figures:
        if not getattr(scheme, name):
            raise UserError(f"缺少“{where}.{name}”，请补上。")
    if scheme.district + scheme.city != Decimal(100):
        raise UserError(f"“{where}”区、市财政负担比例 {scheme.district}%＋{scheme.city}% 不等于100%，请核对。")
    if scheme.award and scheme.award.low > scheme.award.high:
        raise UserError(f"“{where}.award”下限 {scheme.award.low} 高于上限 {scheme.award.high}，请核对。")
    _check_limits(scheme, where)


def _check_limits(scheme: Scheme, where: str) -> None:
    for name in RULES[scheme.id].limits:
        if name not in {limit.id for limit in scheme.limits}:
            raise UserError(f"缺少“{where}.limits[{name}]”，请补上。")
    for limit in scheme.limits:
        if limit.operator not in OPERATORS:
            raise UserError(
                f"“{where}.limits[{limit.id}].operator”应为 {' 或 '.join(OPERATORS)}，现为“{limit.operator}”。"
            )


def _check_weights(plan: Plan) -> None:
    total = sum(item.weight for item in plan.assessment)
    if total != 100:
        raise UserError(f"考核项 weight 之和为 {total}，应为100，请核对。")


def _check_procedures(plan: Plan) -> None:
    known = {procedure.id for procedure in plan.procedures}
    for wanted, where in (
        ("transformation", "转型任务"),
        *((scheme.procedure, f"schemes[{scheme.id}]") for scheme in plan.schemes),
    ):
        if wanted not in known:
            raise UserError(f"“{where}”的办理流程“{wanted}”不在 procedures 中，现有：{'、'.join(sorted(known))}。")
    for procedure in plan.procedures:
        for fault in faults_of(procedure):
            raise UserError(f"{fault}。")


def _check_calendar(plan: Plan) -> None:
    for day in (*plan.calendar.off, *plan.calendar.worked):
        try:
            date.fromisoformat(day)
        except ValueError:
            raise UserError(f"“calendar”中的“{day}”应为日期，如 2020-10-01。") from None


def _items(items: Iterable[PathItem]) -> Iterator[PathItem]:
    for item in items:
        yield item
        yield from _items(item.items)


_CHECKS: tuple[Callable[[Plan], None], ...] = (
    _check_date,
    _check_target,
    _check_ids,
    _check_departments,
    _check_subjects,
    _check_schemes,
    _check_weights,
    _check_procedures,
    _check_calendar,
)
