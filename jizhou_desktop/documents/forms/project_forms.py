"""创新转型项目申报表 and 审核意见表: an enterprise's transformation, and the boxes its judges fill in."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.documents.forms.pairs import pair_rows
from jizhou_desktop.domain.face import Role

_SIGNED = "审核人：　　　　　（盖章）　　年　　月　　日"
_BOX, _LOWER_BOX = 32.0, 24.0
"""Room for an opinion and a stamp beside it; a little less where six of them share a page, mm."""


@dataclass(frozen=True)
class ProjectForm:
    """What is printed, values already read. `criteria` and `evidence` are the path's own lists in the plan file.

    `attached` says of each evidence asked for whether a file of that kind is kept.
    """

    title: str
    enterprise: Sequence[tuple[str, str]]
    project: Sequence[tuple[str, str]]
    long: frozenset[str]
    criteria: Sequence[str]
    evidence: Sequence[tuple[str, bool]]
    opinions: Sequence[str]
    filled_by: str


def project_paper(form: ProjectForm) -> FormPaper:
    """创新转型项目申报表."""
    rows = [
        _band("一、企业基本情况"),
        *pair_rows(form.enterprise, form.long),
        _band("二、转型情况"),
        *pair_rows(form.project, form.long),
        Row(
            [label("认定要点"), Cell("\n".join(f"{n}. {said}" for n, said in enumerate(form.criteria, 1)), 3, size=10)]
        ),
        Row([label("佐证材料"), Cell("\n".join(_attached(*item) for item in form.evidence), 3, size=10)]),
        _band("三、审核意见"),
        *opinion_rows(form.opinions),
    ]
    return FormPaper(form.title, (16, 24, 15, 24), rows, left=f"填表人：{form.filled_by}", right="金额单位：万元")


@dataclass(frozen=True)
class ReviewForm:
    """审核意见表: what is judged, as pairs of label and answer, and who judges it in which order."""

    title: str
    answers: Sequence[tuple[str, str]]
    long: frozenset[str]
    opinions: Sequence[str]
    filled_by: str


def review_paper(form: ReviewForm) -> FormPaper:
    """审核意见表."""
    rows = [*pair_rows(form.answers, form.long), *opinion_rows(form.opinions, _LOWER_BOX)]
    return FormPaper(form.title, (16, 24, 15, 24), rows, left=f"填表人：{form.filled_by}", right="金额单位：万元")


def opinion_rows(opinions: Sequence[str], height: float = _BOX) -> list[Row]:
    """A box for each opinion, with room for a stamp; no box is ever torn by a page."""
    return [Row([label(opinion), Cell("", 3, foot=_SIGNED, size=10.5)], height) for opinion in opinions]


def _numbered(lines: Sequence[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _attached(kind: str, held: bool) -> str:
    return f"{kind}（{'已附' if held else '未附'}）"


def _band(text: str) -> Row:
    return Row([Cell(text, 4, Role.HEI, 11)], 8, keep=True)
