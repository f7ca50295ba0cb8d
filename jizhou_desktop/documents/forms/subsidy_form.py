"""资金申请表 of a subsidy scheme: applicant, project, eligibility clause by clause, opinions to be stamped."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.cell_text import EMPTY, TICKED
from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label, sided
from jizhou_desktop.documents.forms.opinions import Opinion, opinion_rows
from jizhou_desktop.documents.forms.pairs import pair_rows
from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.verdict import Condition, Verdict

_COLUMNS = (10, 32, 20, 26, 16, 16, 12, 34)
"""The side, then what the edges of pairs, conditions and boxes part the rest into, mm."""
_PAIRS, _CONDITION, _HALVES = (1, 2, 2, 2), (2, 2, 2, 1), (3, 4)
_PROMISE = "本企业承诺：所报材料真实、完整、有效，项目未重复申报；如有不实，愿退回补贴资金并承担相应责任。"


@dataclass(frozen=True)
class SubsidyForm:
    """What the form prints, values already read: pairs of label and answer; the verdict; who judges.

    `long` names the labels whose answers take a row of their own; `granted_fen` is 核定金额, None before it was set.
    """

    title: str
    year: int
    enterprise: Sequence[tuple[str, str]]
    project: Sequence[tuple[str, str]]
    long: frozenset[str]
    verdict: Verdict
    opinions: Sequence[Opinion]
    filled_by: str
    granted_fen: int | None = None


def subsidy_paper(form: SubsidyForm) -> FormPaper:
    """The form's rows."""
    promise = Opinion("申报企业承诺", _PROMISE, "法定代表人")
    rows = [
        *sided("企业情况", pair_rows(form.enterprise, form.long, _PAIRS)),
        *sided("项目情况", pair_rows(form.project, form.long, _PAIRS)),
        *sided("条件审核", _verdict_rows(form.verdict, form.granted_fen)),
        *sided("申报与审核意见", opinion_rows([promise, *form.opinions], _HALVES)),
    ]
    return FormPaper(
        title=f"{form.year}年度{form.title}",
        columns=_COLUMNS,
        rows=rows,
        left=f"填表人：{form.filled_by}",
        right="金额单位：万元",
    )


def _verdict_rows(verdict: Verdict, granted: int | None) -> list[Row]:
    heads = ("条件", "本项目", "要求", "审核结论")
    sources = dict.fromkeys(condition.source for condition in verdict.conditions if condition.source)
    return [
        Row([label(head, span) for head, span in zip(heads, _CONDITION, strict=True)], 8, keep=True),
        *(_condition_row(condition) for condition in verdict.conditions),
        Row([label("依据"), Cell("；".join(sources), 6, size=10.5)], 8),
        Row([label("申请金额"), Cell(_amount(verdict), 6)], 10),
        *([] if granted is None else [Row([label("核定金额"), Cell(_said(granted), 6)], 10)]),
        Row([label("计算说明"), Cell(verdict.working, 6, size=10.5)], 8),
    ]


def _condition_row(condition: Condition) -> Row:
    said = f"{_box(condition.met is True)}符合　{_box(condition.met is False)}不符合"
    texts = (condition.text, condition.value, condition.limit, said)
    cells = [Cell(text, span, size=10.5, align="center") for text, span in zip(texts, _CONDITION, strict=True)]
    return Row(cells, 8)


def _box(on: bool) -> str:
    return TICKED if on else EMPTY


def _amount(verdict: Verdict) -> str:
    if not verdict.eligible:
        return "不符合条件，不予补贴"
    if verdict.amount_fen is None:
        return "由评审确定"
    return _said(verdict.amount_fen)


def _said(fen: int) -> str:
    return f"{wan_text(fen)}万元（大写：{capitals(fen)}）"
