"""Ledgers and statistics of the year: who claimed what, who must bring how many, how far each path has got."""

from collections.abc import Sequence
from decimal import Decimal

from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.domain.assessment import Result, ranked, results_by_path, results_by_place
from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import all_claims, pool_left
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import write_paper

_SIGNS = ("单位负责人", "审核人", "填表人")


def print_subsidy_summary(order: Order) -> Printed:
    """补贴资金汇总表: the year's applications scheme by scheme, their sum, what is left of each pool."""
    claims = [claim for claim in all_claims(order.workspace, order.year) if _of_place(claim, order)]
    names = {record.uid: record.text("name") for record in order.workspace.records.all_of(Kind.ENTERPRISE)}
    rows = [
        [str(number), names.get(claim.parent or "", ""), order.plan.scheme(claim.form).title, claim.text("project"),
         _wan(claim, "investment"), _wan(claim, "equipment"), _wan(claim, "amount")]
        for number, claim in enumerate(claims, start=1)
    ]  # fmt: skip
    total = sum(claim.whole("amount") or 0 for claim in claims)
    columns = [
        LedgerColumn("序号", 2, "center"),
        LedgerColumn("企业名称", 9),
        LedgerColumn("扶持政策", 7),
        LedgerColumn("项目名称", 9),
        LedgerColumn("项目投资", 4, "right"),
        LedgerColumn("设备投入", 4, "right"),
        LedgerColumn("补贴金额", 4, "right"),
    ]
    ledger = Ledger(
        title=f"{order.year}年度中小企业创新转型补贴资金汇总表",
        columns=columns,
        rows=rows,
        total=["", "合计", "", capitals(total), "", "", wan_text(total)],
        unit="万元",
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=_SIGNS,
        notes=list(_pool_notes(order)),
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def print_task_breakdown(order: Order) -> Printed:
    """任务分解表: each place's target on each path that has one, sums beside and below."""
    targets = order.workspace.records.all_of(Kind.TARGET, year=order.year)
    wanted = {
        (record.text("place") or record.office, record.text("path")): record.whole("count") or 0 for record in targets
    }
    paths = [path for path in order.plan.paths if path.target or any(held == path.id for _, held in wanted)]
    rows = [
        [place.name, *(str(wanted.get((place.code, path.id)) or "") for path in paths),
         str(sum(wanted.get((place.code, path.id)) or 0 for path in paths))]
        for place in _places(order)
    ]  # fmt: skip
    sums = [sum(wanted.get((place.code, path.id)) or 0 for place in _places(order)) for path in paths]
    columns = [LedgerColumn("乡镇、街道、园区", 6)]
    columns += [LedgerColumn(path.title, 4, "center") for path in paths]
    columns.append(LedgerColumn("合计", 3, "center"))
    plan_row = "　".join(f"{path.title}{path.target}{path.unit}" for path in paths if path.target)
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型任务分解表",
        columns=columns,
        rows=rows,
        total=["合计", *map(str, sums), str(sum(sums))],
        unit="家",
        left=f"依据：{order.plan.number}",
        notes=[f"行动计划任务：{plan_row}；共{order.plan.target}家。"],
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def print_progress(order: Order) -> Printed:
    """进度统计表: targets, done, under way and gap, path by path."""
    results = results_by_path([path.id for path in order.plan.paths], *_records(order))
    rows = [
        [order.plan.path(result.key).section, order.plan.path(result.key).title,
         "、".join(order.plan.department(name).name for name in order.plan.path(result.key).lead), *_figures(result)]
        for result in results
    ]  # fmt: skip
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型进度统计表",
        columns=[
            LedgerColumn("序号", 4, "center"),
            LedgerColumn("路径", 9),
            LedgerColumn("责任部门", 9),
            *_RESULT_COLUMNS,
        ],
        rows=rows,
        total=["", "合计", "", *_figures(_sum(results))],
        number="蓟转统1表",
        maker=order.plan.department(order.plan.paths[4].lead[0]).full_name,
        unit="家（项）",
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=_SIGNS,
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def print_score_sheet(order: Order) -> Printed:
    """考核评分表: places by rank with their points for targets; the other items are filled in by hand."""
    places = _places(order)
    names = {place.code: place.name for place in places}
    results = ranked(results_by_place(list(names), *_records(order)))
    items = order.plan.assessment
    rows = [
        [str(rank) if result.target else "—", names[result.key], str(result.target), str(result.done),
         _points(result, items[0].weight), *("" for _ in items[1:]), ""]
        for rank, result in results
    ]  # fmt: skip
    columns = [LedgerColumn("名次", 3, "center"), LedgerColumn("单位", 7), LedgerColumn("任务", 3, "center"),
               LedgerColumn("完成", 3, "center")]  # fmt: skip
    columns += [LedgerColumn(f"{item.title}（{item.weight}分）", 5, "center") for item in items]
    columns.append(LedgerColumn("总分", 4, "center"))
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型年终考核评分表",
        columns=columns,
        rows=rows,
        left=f"考核单位：{order.workspace.profile.office.full_name}",
        signs=("考核组长", "考核人", "记分人"),
        notes=["任务目标得分＝完成率×分值，完成率超过100%的按100%计；没有任务的不计分。"],
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


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
            LedgerColumn("发文字号", 6),
            LedgerColumn("标题", 9),
            LedgerColumn("登记日期", 4, "center"),
            LedgerColumn("经办人", 3, "center"),
            LedgerColumn("备注", 5),
        ),
        rows=rows,
        left=f"登记单位：{order.workspace.profile.office.full_name}",
    )
    return write_paper(ledger_paper(ledger), order)


_RESULT_COLUMNS = [
    LedgerColumn("任务", 3, "center"),
    LedgerColumn("完成", 3, "center"),
    LedgerColumn("推进中", 3, "center"),
    LedgerColumn("差距", 3, "center"),
    LedgerColumn("完成率", 4, "center"),
]


def _figures(result: Result) -> list[str]:
    rate = "—" if result.rate is None else f"{result.rate}%"
    return [str(result.target), str(result.done), str(result.under_way), str(result.gap), rate]


def _sum(results: Sequence[Result]) -> Result:
    return Result(
        "",
        sum(result.target for result in results),
        sum(result.done for result in results),
        sum(result.under_way for result in results),
    )


def _points(result: Result, weight: int) -> str:
    """The points for targets, to one decimal: the rate, at most 100 %, of the item's weight."""
    if result.rate is None:
        return "—"
    return f"{min(result.rate, Decimal(100)) * weight / 100:.1f}"


def _records(order: Order) -> tuple[list[Record], list[Record]]:
    held = order.workspace.records
    kinds = (Kind.TARGET, Kind.TRANSFORMATION)
    targets, going = ([r for r in held.all_of(kind, year=order.year) if _of_place(r, order)] for kind in kinds)
    return targets, going


def _places(order: Order) -> list[Office]:
    """The district's places, or the one place that is asked for or whose workspace it is."""
    own = order.workspace.profile.office
    wanted = order.place or (None if own.collects else own.code)
    return [place for place in resources.places() if wanted in (None, place.code)]


def _of_place(record: Record, order: Order) -> bool:
    return order.place in (None, record.text("place") or record.office)


def _pool_notes(order: Order) -> list[str]:
    notes = []
    for scheme in order.plan.schemes:
        pool = pool_left(order.workspace, scheme.id, order.year)
        if pool is not None:
            notes.append(
                f"{scheme.title}专项资金{wan_text(pool.budget_fen)}万元，"
                f"已申报{wan_text(pool.committed_fen)}万元，剩余{wan_text(pool.left_fen)}万元。"
            )
    return notes


def _wan(record: Record, name: str) -> str:
    amount = record.whole(name)
    return "" if amount is None else wan_text(amount)
