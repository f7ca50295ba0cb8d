"""企业基本情况登记表: the dossier's first page, with its figures year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label, sided
from jizhou_desktop.documents.forms.listed import PaperList, listed
from jizhou_desktop.documents.forms.pairs import pair_rows
from jizhou_desktop.domain.dates import chinese_date

_COLUMNS = 24
_SIDE = 1.56
"""The side column as a share of one of the others."""
_PAIRS, _INDICATOR = (5, 7, 5, 7), 8
_LINE, _SIZE = 7.0, 10


@dataclass(frozen=True)
class EnterpriseRecord:
    """What the form prints, values already read. `figures` are rows of a label and one answer for each of `years`;
    `lists` span the form's 24 columns.
    """

    answers: Sequence[tuple[str, str]]
    long: frozenset[str]
    size: str
    years: Sequence[int]
    figures: Sequence[Sequence[str]]
    lists: Sequence[PaperList]
    kept_by: str
    clerk: str


def enterprise_paper(record: EnterpriseRecord, printed: datetime) -> FormPaper:
    """The form's rows."""
    size = Row([label("企业规模", _PAIRS[0]), Cell(record.size, _COLUMNS - _PAIRS[0], size=_SIZE)])
    rows = [
        *sided("基本情况", [*pair_rows(record.answers, record.long, _PAIRS), size]),
        *sided("年度指标", _figures(record)),
        *(row for part in record.lists for row in sided(part.title, listed(part))),
    ]
    return FormPaper(
        title="企业基本情况登记表",
        columns=(_SIDE, *[1] * _COLUMNS),
        rows=rows,
        left=f"建档单位：{record.kept_by}",
        right="金额单位：万元",
        signs=("单位负责人：", f"填表人：{record.clerk}", f"填表日期：{chinese_date(printed.date())}"),
    )


def _figures(record: EnterpriseRecord) -> list[Row]:
    if not record.years:
        return [Row([label("指标", _INDICATOR), label("（尚无年度指标）", _COLUMNS - _INDICATOR)], _LINE)]
    spans = _spread(_COLUMNS - _INDICATOR, len(record.years))
    head = [
        label("指标", _INDICATOR),
        *(label(f"{year}年", span) for year, span in zip(record.years, spans, strict=True)),
    ]
    return [Row(head, _LINE, keep=True), *(Row(_figure_cells(line, spans), _LINE) for line in record.figures)]


def _figure_cells(line: Sequence[str], spans: Sequence[int]) -> list[Cell]:
    name, *values = line
    answers = zip(values, spans, strict=True)
    return [
        Cell(name, _INDICATOR, size=_SIZE),
        *(Cell(said, span, size=_SIZE, align="right") for said, span in answers),
    ]


def _spread(columns: int, parts: int) -> list[int]:
    """`columns` shared out among `parts`, the first ones taking what is over."""
    return [columns // parts + (1 if part < columns % parts else 0) for part in range(parts)]
