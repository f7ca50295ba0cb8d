"""Ledgers of the year: who claimed what, who must bring how many, which numbers documents were given."""

from collections.abc import Iterator, Mapping, Sequence

from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, Sum, ledger_paper
from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.assessment import place_of
from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.form import FieldKind
from jizhou_desktop.domain.plan import Path, Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import all_claims, pool_left
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import SIGNS, of_place, places_of, write_paper

_IN_WORDS = (FieldKind.TEXT, FieldKind.CHOICE, FieldKind.LINES)
Wanted = Mapping[tuple[str, str], int]
"""Targets by place and path."""


def print_subsidy_summary(order: Order) -> Printed:
    """补贴资金汇总表: the year's applications scheme by scheme, their sums, what is left of each pool."""
    claims = [claim for claim in all_claims(order.workspace, order.year) if of_place(claim, order)]
    total = sum(claim.whole("amount") or 0 for claim in claims)
    columns = [
        LedgerColumn("序号", 2, "center"),
        LedgerColumn("扶持政策", 8),
        LedgerColumn("企业名称", 9),
        LedgerColumn("所属乡镇（园区）", 5, "center"),
        LedgerColumn("项目名称", 9),
        LedgerColumn("项目投资", 4, "right"),
        LedgerColumn("设备投入", 4, "right"),
        LedgerColumn("补贴金额", 5, "right"),
    ]
    ledger = Ledger(
        title=f"{order.year}年度中小企业创新转型补贴资金汇总表",
        columns=columns,
        rows=list(_claim_rows(order, claims)),
        total=["合计", "", f"{len(claims)}项", f"大写：{capitals(total)}", "", "", "", wan_text(total)],
        unit="万元",
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=[*SIGNS, f"填表日期：{chinese_date(order.now.date())}"],
        notes=list(_pool_notes(order)),
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def _claim_rows(order: Order, claims: Sequence[Record]) -> Iterator[list[str] | Sum]:
    """The applications in the order of the plan's schemes, a sum under those of each."""
    names = {record.uid: record.text("name") for record in order.workspace.records.all_of(Kind.ENTERPRISE)}
    places = {place.code: place.name for place in resources.places()}
    number = 0
    for scheme in order.plan.schemes:
        held = [claim for claim in claims if claim.form == scheme.id]
        for claim in held:
            number += 1
            amount = "待评审" if claim.whole("amount") is None else _wan(claim, "amount")
            yield [str(number), scheme.title, names.get(claim.parent or "", ""), places.get(claim.office, ""),
                   _subject(claim), _wan(claim, "investment"), _wan(claim, "equipment"), amount]  # fmt: skip
        if held:
            sums = (_sum(held, name) for name in ("investment", "equipment", "amount"))
            yield Sum(["小计", "", f"{len(held)}项", "", "", *sums])


def _subject(claim: Record) -> str:
    """What is applied for: its project or product, else what the form asks first in words (专利种类、证书编号)."""
    worded = (field for field in resources.form(claim.form).fields if field.kind in _IN_WORDS)
    first = next((show(field, claim[field.name]) for field in worded if claim[field.name]), "")
    return claim.text("project") or claim.text("product") or first


def _sum(claims: Sequence[Record], name: str) -> str:
    amounts = [amount for claim in claims if (amount := claim.whole(name)) is not None]
    return wan_text(sum(amounts)) if amounts else "—"


def print_task_breakdown(order: Order) -> Printed:
    """任务分解表: each place's target on each path, sums beside and below; of one place, its paths line by line."""
    targets = order.workspace.records.all_of(Kind.TARGET, year=order.year)
    wanted = {(place_of(record), record.text("path")): record.whole("count") or 0 for record in targets}
    places = places_of(order)
    whole = len(places) > 1
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型任务分解表",
        columns=_place_columns(order.plan) if whole else _TASK_COLUMNS,
        rows=list(_place_rows(order, wanted)) if whole else list(_task_rows(order.plan, places[0].code, wanted)),
        total=_sums(order, wanted) if whole else ["合计", "", _own_sum(places[0].code, wanted), *" " * 4],
        unit="家（个）",
        left=f"依据：《{order.plan.title}》（{order.plan.number}）" if whole else f"承担单位：{places[0].name}",
        notes=[_plan_note(order.plan)],
        signs=() if whole else SIGNS,
        wide=whole,
        head_size=9 if whole else 10.5,
    )
    return write_paper(ledger_paper(ledger), order)


def _place_columns(plan: Plan) -> list[LedgerColumn]:
    paths = [LedgerColumn(path.title, 13, "center", group.title) for group in plan.groups for path in group.paths]
    return [LedgerColumn("乡镇、街道、园区", 33), *paths, LedgerColumn("合计", 14, "center")]


def _place_rows(order: Order, wanted: Wanted) -> Iterator[list[str]]:
    for place in places_of(order):
        held = [wanted.get((place.code, path.id), 0) for path in order.plan.paths]
        yield [place.name, *(str(count or "") for count in held), str(sum(held) or "")]


def _sums(order: Order, wanted: Wanted) -> list[str]:
    codes = [place.code for place in places_of(order)]
    sums = [sum(wanted.get((code, path.id), 0) for code in codes) for path in order.plan.paths]
    return ["合计", *map(str, sums), str(sum(sums))]


_TASK_COLUMNS = [
    LedgerColumn("序号", 5, "center"),
    LedgerColumn("转型路径", 14),
    LedgerColumn("任务", 3, "center"),
    LedgerColumn("计量单位", 3, "center"),
    LedgerColumn("牵头部门", 9),
    LedgerColumn("责任人", 4),
    LedgerColumn("备注", 4),
]


def _task_rows(plan: Plan, place: str, wanted: Wanted) -> Iterator[list[str]]:
    for path in plan.paths:
        lead = "、".join(plan.department(name).name for name in path.lead)
        yield [path.section, path.title, str(wanted.get((place, path.id), "")), path.unit, lead, "", ""]


def _own_sum(place: str, wanted: Wanted) -> str:
    return str(sum(count for (code, _), count in wanted.items() if code == place))


def _plan_note(plan: Plan) -> str:
    def said(path: Path) -> str:
        return f"{path.title}{path.target}{path.unit}"

    return f"行动计划任务：{'，'.join(said(path) for path in plan.paths if path.target)}；共{plan.target}家。"


def print_number_register(order: Order) -> Printed:
    """发文登记: every number given, those given up among them."""
    rows = [
        [str(number), str(row), row.title, row.given_at[:10], row.given_by, row.void and f"作废：{row.void}"]
        for number, row in enumerate(order.workspace.numbers.rows(), start=1)
    ]
    ledger = Ledger(
        title="发文登记",
        columns=(
            LedgerColumn("序号", 2, "center"),
            LedgerColumn("发文字号", 7),
            LedgerColumn("标题", 9),
            LedgerColumn("登记日期", 4, "center"),
            LedgerColumn("经办人", 3, "center"),
            LedgerColumn("备注", 5),
        ),
        rows=rows,
        left=f"登记单位：{order.workspace.profile.office.full_name}",
    )
    return write_paper(ledger_paper(ledger), order)


def _pool_notes(order: Order) -> Iterator[str]:
    for scheme in order.plan.schemes:
        pool = pool_left(order.workspace, scheme.id, order.year)
        if pool is not None:
            left = f"{'剩余' if pool.left_fen >= 0 else '超出'}{wan_text(abs(pool.left_fen))}万元"
            said = f"{wan_text(pool.budget_fen)}万元，已申报{wan_text(pool.committed_fen)}万元，{left}。"
            yield f"{scheme.title}专项资金{said}"


def _wan(record: Record, name: str) -> str:
    amount = record.whole(name)
    return "" if amount is None else wan_text(amount)
