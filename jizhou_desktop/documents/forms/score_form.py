"""考核评分表 of one place: its targets path by path, the items to be scored by hand, both sides' stamps."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label, sided
from jizhou_desktop.documents.forms.opinions import Opinion, opinion_rows
from jizhou_desktop.domain.face import Role

_COLUMNS = (10, 51, 22, 22, 22, 38)
_BY_HAND = 16.0
"""Room to write how an item was carried out, mm."""


@dataclass(frozen=True)
class ScoreItem:
    """An item of the assessment: title, what it looks at, its weight in 分."""

    title: str
    text: str
    weight: int


@dataclass(frozen=True)
class ScoreForm:
    """What is printed, values already read. `tasks` are rows of path, target, done and rate; `points` those for them.

    The first of `items` is the targets, which are computed; the others are scored by hand.
    """

    title: str
    place: str
    year: int
    tasks: Sequence[Sequence[str]]
    total: Sequence[str]
    points: str
    items: Sequence[ScoreItem]
    scored_by: str


def score_paper(form: ScoreForm) -> FormPaper:
    """The form's rows."""
    targets, *others = form.items
    opinions = [Opinion("被考核单位意见", signs="负责人"), Opinion("考核组意见", signs="组长")]
    rows = [
        *sided(targets.title, _task_rows(form, targets)),
        *sided("其他项目", _item_rows(others)),
        Row([label("总分（100分）", 5), Cell("", role=Role.HEI, align="center")], 10),
        *sided("考核意见", opinion_rows(opinions, (2, 3))),
    ]
    return FormPaper(
        title=form.title,
        columns=_COLUMNS,
        rows=rows,
        left=f"被考核单位：{form.place}",
        right="考核日期：　　　　年　　月　　日",
        notes=[
            f"任务目标得分＝完成率×{targets.weight}分，完成率超过100%的按100%计；没有任务的不计分。",
            f"考核单位：{form.scored_by}",
        ],
        signs=("考核人：", "记分人：", "核分人："),
    )


def _titled(item: ScoreItem) -> str:
    return f"{item.title}（{item.weight}分）"


def _task_rows(form: ScoreForm, targets: ScoreItem) -> list[Row]:
    heads = [label(head) for head in ("转型路径", "任务", "完成", "完成率")]
    rows = [[Cell(said, align="center" if place else "left") for place, said in enumerate(line)] for line in form.tasks]
    if not rows:
        rows = [[Cell("（没有下达任务）", 4, align="center")]]
    total = [Cell(said, role=Role.HEI, align="center") for said in form.total]
    points = Cell(form.points, role=Role.HEI, size=14, align="center", down=len(rows) + 1)
    first, *rest = [*rows, total]
    return [
        Row([*heads, label(f"得分（满分{targets.weight}）")], 8, keep=True),
        Row([*first, points], 8),
        *(Row(cells, 8) for cells in rest),
    ]


def _item_rows(items: Sequence[ScoreItem]) -> list[Row]:
    heads = Row([label("考核项目"), label("考核情况", 3), label("得分")], 8, keep=True)
    return [heads, *(Row([label(_titled(item)), Cell("", 3), Cell("")], _BY_HAND) for item in items)]
