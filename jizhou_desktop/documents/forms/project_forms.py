"""创新转型项目申报表 and 审核意见表: what an enterprise or carrier turned to, and the boxes its judges fill in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jizhou_desktop.documents.forms.cell_text import EMPTY, TICKED
from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label, sided
from jizhou_desktop.documents.forms.listed import PaperList, listed
from jizhou_desktop.documents.forms.opinions import Opinion, opinion_rows
from jizhou_desktop.documents.forms.pairs import pair_rows

_COLUMNS = (10, 32, 46, 32, 46)
_HALVES = (2, 2)


@dataclass(frozen=True)
class ProjectForm:
    """What is printed, values already read. `applicant` are the answers of an enterprise or carrier, under the heading
    `about`. `criteria` and `evidence` are the path's own lists in the plan file; `evidence` says of each kind asked
    for whether a file of it is kept.

    `result` are the answers of the path's own form (转型成效). `effect` are rows of measure, before, after and change
    under `effect_heads`; a carrier, of which no figures are held, has none.
    """

    title: str
    about: str
    applicant: Sequence[tuple[str, str]]
    project: Sequence[tuple[str, str]]
    result: Sequence[tuple[str, str]]
    effect_heads: Sequence[str]
    effect: Sequence[Sequence[str]]
    long: frozenset[str]
    criteria: Sequence[str]
    evidence: Sequence[tuple[str, bool]]
    opinions: Sequence[Opinion]
    filled_by: str


def project_paper(form: ProjectForm) -> FormPaper:
    """创新转型项目申报表."""
    criteria = "\n".join(f"{number}. {said}" for number, said in enumerate(form.criteria, start=1))
    attached = "\n".join(f"{TICKED if held else EMPTY}{kind}" for kind, held in form.evidence)
    rows = [
        *sided(form.about, pair_rows(form.applicant, form.long)),
        *sided(
            "转型情况",
            [
                *pair_rows(form.project, form.long),
                Row([label("认定要点"), Cell(criteria, 3, size=10)]),
                Row([label("已附佐证材料"), Cell(attached, 3, size=10)]),
            ],
        ),
        *sided("转型成效", pair_rows(form.result, form.long)),
        *sided("前后对比", _effect_rows(form)),
        *sided("审核意见", opinion_rows(form.opinions, _HALVES)),
    ]
    return FormPaper(form.title, _COLUMNS, rows, left=f"填表人：{form.filled_by}", right="金额单位：万元")


def _effect_rows(form: ProjectForm) -> list[Row]:
    """The comparison, on one page."""
    if not form.effect:
        return []
    rows = [Row([label(head) for head in form.effect_heads], 8, keep=True)]
    rows += [Row([label(name), *_centred(figures)], 8, keep=True) for name, *figures in form.effect]
    return [*rows[:-1], replace(rows[-1], keep=False)]


def _centred(figures: Sequence[str]) -> list[Cell]:
    return [Cell(said, align="center") for said in figures]


@dataclass(frozen=True)
class ReviewForm:
    """审核意见表: what is judged, as pairs of label and answer, and who judges it in which order."""

    title: str
    answers: Sequence[tuple[str, str]]
    long: frozenset[str]
    opinions: Sequence[Opinion]
    filled_by: str


def review_paper(form: ReviewForm) -> FormPaper:
    """审核意见表."""
    rows = [
        *sided("申报内容", pair_rows(form.answers, form.long)),
        *sided("审核意见", opinion_rows(form.opinions, _HALVES)),
    ]
    return FormPaper(form.title, _COLUMNS, rows, left=f"填表人：{form.filled_by}", right="金额单位：万元")


@dataclass(frozen=True)
class CarrierRecord:
    """载体登记表: pairs of label and answer, and whose opinions it bears."""

    answers: Sequence[tuple[str, str]]
    long: frozenset[str]
    opinions: Sequence[Opinion]
    kept_by: str
    clerk: str
    lists: Sequence[PaperList] = ()


def carrier_paper(record: CarrierRecord) -> FormPaper:
    """载体登记表."""
    rows = [
        *sided("基本情况", pair_rows(record.answers, record.long)),
        *(row for part in record.lists for row in sided(part.title, listed(part))),
        *sided("审核意见", opinion_rows(record.opinions, _HALVES)),
    ]
    left, right = f"建档单位：{record.kept_by}", f"经办人：{record.clerk}　金额单位：万元"
    return FormPaper("载体登记表", _COLUMNS, rows, left=left, right=right)
