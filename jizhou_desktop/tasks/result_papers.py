"""Papers on the year's results: how far each path has got, and what the year-end assessment gives each place."""

from collections.abc import Sequence
from decimal import Decimal

from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.documents.forms.score_form import ScoreForm, ScoreItem, score_paper
from jizhou_desktop.domain.assessment import Result, ranked, results_by_path, results_by_place
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.plan import AssessmentItem
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import SIGNS, places_of, targets_and_going, write_paper

_NOBODY = "—"


def print_progress(order: Order) -> Printed:
    """进度统计表: targets, done, under way and gap, path by path."""
    results = results_by_path([path.id for path in order.plan.paths], *targets_and_going(order))
    rows = [
        [order.plan.path(result.key).section, order.plan.path(result.key).title,
         "、".join(order.plan.department(name).name for name in order.plan.path(result.key).lead), *_figures(result)]
        for result in results
    ]  # fmt: skip
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型进度统计表",
        columns=[
            LedgerColumn("序号", 4, "center"),
            LedgerColumn("路径", 11),
            LedgerColumn("责任部门", 10),
            *_RESULT_COLUMNS,
        ],
        rows=rows,
        total=["合计", "", "", *_figures(_sum(results))],
        number="蓟转统1表",
        maker=order.plan.department(order.plan.paths[4].lead[0]).full_name,
        unit="家（项）",
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=[*SIGNS, f"报出日期：{chinese_date(order.now.date())}"],
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def print_score_sheet(order: Order) -> Printed:
    """考核评分汇总表: places by rank with their points for targets; the other items are filled in by hand."""
    names = {place.code: place.name for place in places_of(order)}
    results = ranked(results_by_place(list(names), *targets_and_going(order)))
    items = order.plan.assessment
    rows = [
        [str(rank) if result.target else _NOBODY, names[result.key], str(result.target), str(result.done),
         _rate(result), _points(result, items[0].weight), *("" for _ in items[1:]), ""]
        for rank, result in results
    ]  # fmt: skip
    columns = [
        LedgerColumn("任务目标名次", 4, "center"),
        LedgerColumn("单位", 8),
        LedgerColumn("任务", 4, "center", "任务目标完成情况"),
        LedgerColumn("完成", 4, "center", "任务目标完成情况"),
        LedgerColumn("完成率", 4, "center", "任务目标完成情况"),
        *(LedgerColumn(f"{item.title}（{item.weight}分）", 5, "center", "得分") for item in items),
        LedgerColumn("总分（100分）", 5, "center"),
    ]
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型年终考核评分汇总表",
        columns=columns,
        rows=rows,
        left=f"考核单位：{order.workspace.profile.office.full_name}",
        signs=("考核组长", "考核人", "记分人", "日期"),
        notes=[_how_scored(items[0])],
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def print_score_form(order: Order) -> Printed:
    """考核评分表 of one place, a township's own where none is named. Raises UserError where a district names none."""
    own = order.workspace.profile.office
    place = order.place or (None if own.collects else own.code)
    if place is None:
        raise UserError("考核评分表要指明被考核单位，请用 --place 给出乡镇、街道、园区代码，或在窗口中选定。")
    by_path = results_by_path([path.id for path in order.plan.paths], *targets_and_going(order))
    given = [result for result in by_path if result.target or result.done]
    (whole,) = results_by_place([place], *targets_and_going(order))
    items = order.plan.assessment
    form = ScoreForm(
        title=f"{order.year}年中小企业创新转型年终考核评分表",
        place=resources.office(place).full_name,
        year=order.year,
        tasks=[
            [order.plan.path(result.key).title, str(result.target), str(result.done), _rate(result)] for result in given
        ],
        total=["合计", str(whole.target), str(whole.done), _rate(whole)],
        points=_points(whole, items[0].weight),
        items=[ScoreItem(item.title, item.text, item.weight) for item in items],
        scored_by=own.full_name if own.collects else "",
    )
    return write_paper(score_paper(form), order)


_RESULT_COLUMNS = [
    LedgerColumn("任务", 3, "center"),
    LedgerColumn("完成", 3, "center"),
    LedgerColumn("推进中", 3, "center"),
    LedgerColumn("差距", 3, "center"),
    LedgerColumn("完成率", 4, "center"),
]


def _how_scored(item: AssessmentItem) -> str:
    said = f"{item.title}得分＝完成率×{item.weight}分，完成率超过100%的按100%计；没有任务的不计分。"
    return f"{said}名次按完成率、完成数排列。"


def _figures(result: Result) -> list[str]:
    return [str(result.target), str(result.done), str(result.under_way), str(result.gap), _rate(result)]


def _rate(result: Result) -> str:
    return _NOBODY if result.rate is None else f"{result.rate}%"


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
        return _NOBODY
    return f"{min(result.rate, Decimal(100)) * weight / 100:.1f}"
