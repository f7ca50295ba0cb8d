"""进度统计图: done, under way and target of each path, and of each place where there are several."""

from collections.abc import Callable, Sequence

from jizhou_desktop.documents.forms.bar_chart import Bar, Chart, write_chart
from jizhou_desktop.domain.assessment import Result, results_by_path, results_by_place
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import places_of, targets_and_going


def print_progress_chart(order: Order) -> Printed:
    """进度统计图 of the year: by path, and by place for the office that collects."""
    office, records = order.workspace.profile.office, targets_and_going(order)
    names = {place.code: place.name for place in places_of(order)}
    by_path = results_by_path([path.id for path in order.plan.paths], *records)
    blocks = [("按路径", _bars(by_path, lambda path: f"{order.plan.path(path).section} {order.plan.path(path).title}"))]
    if len(names) > 1:
        blocks.append(("按单位", _bars(results_by_place(list(names), *records), names.__getitem__)))
    chart = Chart(
        title=f"{order.year}年中小企业创新转型进度统计图",
        blocks=blocks,
        left=f"填报单位：{office.full_name}",
        right=f"{chinese_date(order.now.date())}　单位：家（项）　完成＋推进中／任务",
    )
    return write_chart(chart, order.out, resources.faces(), created=order.now, author=office.full_name)


def _bars(results: Sequence[Result], name_of: Callable[[str], str]) -> list[Bar]:
    return [Bar(name_of(result.key), result.target, result.done, result.under_way, result.light) for result in results]
