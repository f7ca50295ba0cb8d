"""企业基本情况登记表: the dossier's first page, with its figures year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.documents.forms.pairs import pair_rows
from jizhou_desktop.domain.face import Role

_COLUMNS = 12


@dataclass(frozen=True)
class EnterpriseRecord:
    """What the form prints, values already read. `figures` are rows of a label and one answer for each of `years`."""

    answers: Sequence[tuple[str, str]]
    long: frozenset[str]
    size: str
    years: Sequence[int]
    figures: Sequence[Sequence[str]]
    transformations: Sequence[Sequence[str]]
    evidence: Sequence[Sequence[str]]
    kept_by: str
    clerk: str


def enterprise_paper(record: EnterpriseRecord, printed: datetime) -> FormPaper:
    """The form's rows."""
    rows = [
        _band("一、基本情况"),
        *pair_rows(record.answers, record.long, name_span=2, answer_span=4),
        Row([label("企业规模", 2), Cell(record.size, 10)]),
        _band("二、年度指标"),
        *_figures(record),
        *_listed("三、创新转型", ("路径", "状态", "日期", "佐证材料"), (3, 2, 3, 4), record.transformations),
        *_listed("四、佐证材料", ("题名", "种类", "日期", "文件名"), (4, 2, 2, 4), record.evidence),
    ]
    return FormPaper(
        title="企业基本情况登记表",
        columns=(1,) * _COLUMNS,
        rows=rows,
        left=f"建档单位：{record.kept_by}",
        right=f"经办人：{record.clerk}　打印日期：{printed.year}年{printed.month}月{printed.day}日",
    )


def _figures(record: EnterpriseRecord) -> list[Row]:
    if not record.years:
        return [Row([Cell("（尚无年度指标）", _COLUMNS, align="center")])]
    spans = _spread(_COLUMNS - 4, len(record.years))
    head = [label("指标", 4), *(label(f"{year}年", span) for year, span in zip(record.years, spans, strict=True))]
    return [Row(head, keep=True), *(Row(_figure_cells(line, spans), 7.5) for line in record.figures)]


def _figure_cells(line: Sequence[str], spans: Sequence[int]) -> list[Cell]:
    name, *values = line
    return [Cell(name, 4), *(Cell(said, span, align="right") for said, span in zip(values, spans, strict=True))]


def _listed(title: str, heads: Sequence[str], spans: Sequence[int], lines: Sequence[Sequence[str]]) -> list[Row]:
    if not lines:
        return [_band(title), Row([Cell("（无）", _COLUMNS, align="center")], 7.5)]
    return [
        _band(title),
        Row([label(head, span) for head, span in zip(heads, spans, strict=True)], 7.5, keep=True),
        *(Row([Cell(said, span, size=10) for said, span in zip(line, spans, strict=True)], 7.5) for line in lines),
    ]


def _band(text: str) -> Row:
    return Row([Cell(text, _COLUMNS, Role.HEI, 11)], 8, keep=True)


def _spread(columns: int, parts: int) -> list[int]:
    """`columns` shared out among `parts`, the first ones taking what is over."""
    return [columns // parts + (1 if part < columns % parts else 0) for part in range(parts)]
