"""资金申请表 of a subsidy scheme: applicant, project, eligibility clause by clause, opinions to be stamped."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.documents.forms.pairs import pair_rows
from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.verdict import Condition, Verdict

_SIGNED = "（盖章）　　　　年　　月　　日"
_OPINION_HEIGHT = 30.0
_COLUMNS = (16, 24, 15, 24)


@dataclass(frozen=True)
class SubsidyForm:
    """What the form prints, values already read: pairs of label and answer; the verdict; who judges.

    `long` names the labels whose answers take a row of their own.
    """

    title: str
    year: int
    enterprise: Sequence[tuple[str, str]]
    project: Sequence[tuple[str, str]]
    long: frozenset[str]
    verdict: Verdict
    opinions: Sequence[str]
    filled_by: str


def subsidy_paper(form: SubsidyForm) -> FormPaper:
    """The form's rows."""
    rows = [
        _band("一、企业基本情况"),
        *pair_rows(form.enterprise, form.long),
        _band("二、项目情况"),
        *pair_rows(form.project, form.long),
        _band("三、条件审核（按行动计划）"),
        Row([label("条件"), label("本项目"), label("要求"), label("结论与依据")], keep=True),
        *(_condition_row(condition) for condition in form.verdict.conditions),
        Row([label("申请金额"), Cell(_amount(form.verdict), 3)], 11),
        Row([label("计算说明"), Cell(form.verdict.working, 3, size=10.5)]),
        _band("四、申报与审核意见"),
        *(Row([label(opinion), Cell("", 3, foot=_SIGNED)], _OPINION_HEIGHT) for opinion in form.opinions),
    ]
    return FormPaper(
        title=f"{form.year}年度{form.title}",
        columns=_COLUMNS,
        rows=rows,
        left=f"填表人：{form.filled_by}",
        right="金额单位：万元",
    )


def _band(text: str) -> Row:
    return Row([Cell(text, 4, Role.HEI, 11)], 8, keep=True)


def _condition_row(condition: Condition) -> Row:
    met = {True: "符合", False: "不符合", None: "待审"}[condition.met]
    return Row(
        [
            Cell(condition.text, size=10.5),
            Cell(condition.value, size=10.5, align="center"),
            Cell(condition.limit, size=10.5, align="center"),
            Cell(f"{met}（{condition.source}）", size=9),
        ]
    )


def _amount(verdict: Verdict) -> str:
    if not verdict.eligible:
        return "不符合条件，不予补贴"
    if verdict.amount_fen is None:
        return "由评审确定"
    return f"{wan_text(verdict.amount_fen)}万元（大写：{capitals(verdict.amount_fen)}）"
