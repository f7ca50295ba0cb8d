"""Rosters of invented enterprises in the many styles that offices keep them.

    python -m tests.invented.rosters OUT.xlsx 10000

writes one with that many rows, for trying by hand and for the benchmark.
"""

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.invented.year import YEARS, Enterprise, invent_year

_HEADINGS = {
    "name": "企业名称", "uscc": "统一社会信用代码", "legal_person": "法人代表", "founded": "成立时间",
    "capital": "注册资金", "place": "所属乡镇", "address": "地址", "industry": "行业代码", "products": "主要产品",
    "contact": "联系人", "phone": "联系电话", "above_scale": "是否规上",
}  # fmt: skip
_FIGURES = {
    "revenue": "营业收入", "profit": "利润总额", "tax": "税金", "employees": "从业人员", "rd": "研发投入",
    "assets": "资产总额", "equipment": "设备投资", "energy": "综合能耗", "kwh": "用电量", "patents": "专利数",
}  # fmt: skip
_MONEY = {"capital", "revenue", "profit", "tax", "rd", "assets", "equipment"}
_KEPT_AS_TYPED = {"name", "uscc", "address", "products"}
_WIDE = {ord(mark): ord(mark) + 0xFEE0 for mark in "0123456789.,"}


@dataclass(frozen=True)
class Style:
    """How an office keeps its roster. `unit` is 万元 or 元; `dates` one of iso, dotted, chinese, digits, real."""

    title: str = "蓟州区中小企业花名册"
    unit: str = "万元"
    unit_in_title: bool = False
    dates: str = "iso"
    wide_digits: bool = False
    spaced_codes: bool = False
    two_rows: bool = False
    sums: bool = True
    numbers: bool = True
    places_merged: bool = False
    years: Sequence[int] = field(default=YEARS)


PLAIN = Style()
STYLES = {
    "plain": PLAIN,
    "yuan": Style(unit="元", unit_in_title=True, dates="dotted"),
    "wide": Style(wide_digits=True, dates="chinese", numbers=False),
    "spaced": Style(spaced_codes=True, dates="digits", sums=False),
    "two-rows": Style(two_rows=True, dates="real", places_merged=True),
    "one-year": Style(title="2020年度蓟州区中小企业统计表", years=(2020,), dates="real"),
}


def write_xlsx(enterprises: Sequence[Enterprise], style: Style, out: Path) -> None:
    """A workbook under a merged title, with serial numbers, sums and a signature at the end."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "花名册"
    rows = table(enterprises, style)
    for row in rows:
        sheet.append(row)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[-1]) or 1)
    if style.two_rows:
        _merge_heads(sheet, style)
    if style.places_merged:
        _merge_places(sheet, first=5 if style.two_rows else 4)
    workbook.save(out)


def write_csv(enterprises: Sequence[Enterprise], style: Style, out: Path, *, encoding: str = "utf-8-sig") -> None:
    """The same as text."""
    with out.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(table(enterprises, style))


def table(enterprises: Sequence[Enterprise], style: Style) -> list[list[object]]:
    """Title, unit line, heading of one row or two, the enterprises, and what closes the table."""
    rows = [_row(number, enterprise, style) for number, enterprise in enumerate(enterprises, start=1)]
    width = 1 + len(_HEADINGS) + len(_FIGURES) * len(style.years)
    unit = f"单位：{style.unit}" if style.unit_in_title else "填报单位：蓟州区"
    above: list[list[object]] = [[style.title], [unit]]
    below: list[list[object]] = [["合计", "", f"共{len(rows)}家"], ["填表人：王样例", "", "审核人：李样例"]]
    closed = [*above, *_headings(style), *rows, *(below if style.sums else [])]
    return [[*row, *[""] * (width - len(row))] for row in closed]


def _headings(style: Style) -> list[list[object]]:
    def said(name: str, label: str) -> str:
        return f"{label}（{style.unit}）" if name in _MONEY and not style.unit_in_title else label

    own = [said(name, label) for name, label in _HEADINGS.items()]
    yearly = [said(name, label) for name, label in _FIGURES.items()]
    if style.two_rows:
        groups = [head for year in style.years for head in (f"{year}年", *[""] * (len(yearly) - 1))]
        return [["序号", *own, *groups], ["", *[""] * len(own), *yearly * len(style.years)]]
    if len(style.years) == 1:
        return [["序号", *own, *yearly]]
    return [["序号", *own, *(f"{year}年{label}" for year in style.years for label in yearly)]]


def _row(number: int, enterprise: Enterprise, style: Style) -> list[object]:
    own = [_cell(name, enterprise.answers[name], style) for name in _HEADINGS]
    yearly = [_cell(name, enterprise.figures[year][name], style) for year in style.years for name in _FIGURES]
    return [number, *own, *yearly]


def _cell(name: str, answer: str, style: Style) -> object:
    if name == "founded":
        return _dated(answer, style.dates)
    if name == "uscc" and style.spaced_codes:
        return " ".join(answer[start : start + 6] for start in range(0, 18, 6))
    if name in _MONEY and style.unit == "元" and _is_number(answer):
        answer = str((Decimal(answer) * 10_000).quantize(Decimal("0.01")))
    if style.wide_digits and name not in _KEPT_AS_TYPED:
        return answer.translate(_WIDE)
    in_figures = name in _FIGURES or name == "capital"
    return float(answer) if style.numbers and in_figures and _is_number(answer) else answer


def _is_number(answer: str) -> bool:
    return answer.lstrip("-").replace(".", "", 1).isdigit()


def _dated(answer: str, how: str) -> object:
    if answer.count("-") != 2:
        return answer
    day = date.fromisoformat(answer)
    texts = {
        "iso": answer,
        "dotted": f"{day.year}.{day.month}.{day.day}",
        "chinese": f"{day.year}年{day.month}月{day.day}日",
        "digits": f"{day:%Y%m%d}",
        "real": day,
    }
    return texts[how]


def _merge_heads(sheet: Worksheet, style: Style) -> None:
    own = 1 + len(_HEADINGS)
    for column in range(1, own + 1):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    for group in range(len(style.years)):
        left = own + 1 + group * len(_FIGURES)
        sheet.merge_cells(start_row=3, end_row=3, start_column=left, end_column=left + len(_FIGURES) - 1)


def _merge_places(sheet: Worksheet, *, first: int) -> None:
    """Merges runs of the same township, as offices do to make them look tidy."""
    column = 1 + list(_HEADINGS).index("place") + 1
    top = first
    for row in range(first + 1, sheet.max_row + 2):
        if sheet.cell(row, column).value != sheet.cell(top, column).value or row > sheet.max_row:
            if row - 1 > top and sheet.cell(top, column).value:
                sheet.merge_cells(start_row=top, end_row=row - 1, start_column=column, end_column=column)
            top = row


if __name__ == "__main__":
    write_xlsx(invent_year(int(sys.argv[2])), PLAIN, Path(sys.argv[1]))
