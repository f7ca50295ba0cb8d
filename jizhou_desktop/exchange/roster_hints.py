"""What is told about a whole sheet: why it was not read, what was not known, what was assumed."""

from collections.abc import Iterable

from jizhou_desktop.domain.form import FieldKind
from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.exchange.headings import Heading
from jizhou_desktop.exchange.sheet_choice import SeenSheet
from jizhou_desktop.exchange.sheets import Sheet, column_letters
from jizhou_desktop.exchange.subjects import ENTERPRISE, FIGURES


def hidden(seen: SeenSheet) -> list[Problem]:
    """What is hidden is no longer meant; it is told where it looks like a roster."""
    sentence = "工作表是隐藏的，没有读取。"
    return [_hint(seen, sentence)] if seen.heading else []


def not_taken(seen: SeenSheet) -> list[Problem]:
    """Why a sheet was not read: the official left it out, or nothing in it was recognised. Blank sheets are silent."""
    sheet, heading = seen.sheet, seen.heading
    if not any(cell for row in sheet.rows for cell in row):
        return []
    if seen.left_out:
        return [_hint(seen, "这张工作表按您的选择没有读取。")]
    looked_for = "企业名称、单位名称、公司名称、企业全称"
    if heading is not None:
        sentence = f"表头没有企业名称栏（找过：{looked_for}等），这张工作表没有读取，请补上该栏或指定对应的栏。"
        return [Problem(sentence, field="name", cell=Cell(sheet.name, heading.row + 1))]
    sentence = f"没有找到表头行（应有{looked_for}、统一社会信用代码等栏），这张工作表没有读取。"
    return [Problem(sentence, Severity.HINT, cell=Cell(sheet.name, 1))]


def about_columns(seen: SeenSheet, year: int) -> list[Problem]:
    """What was not read, what was assumed: told once a sheet, at its heading."""
    heading = seen.heading
    assert heading is not None  # noqa: S101  — only sheets that were read are told about
    place = Cell(seen.sheet.name, heading.row + 1)
    hints = [f"栏目“{name}”不认识，没有读取。" for name in heading.unknown]
    hints += [f"栏目“{name}”按您的选择没有读取。" for name in heading.left_out]
    if heading.column(ENTERPRISE, "name") and heading.column(ENTERPRISE, "uscc") is None:
        hints.append("没有统一社会信用代码栏，将按企业名称与已有档案对照。")
    figures = [column for column in heading.columns if column.form == FIGURES]
    if heading.year is None and heading.column(FIGURES, "year") is None and any(not column.year for column in figures):
        hints.append(f"表头和标题没有写明年度，各项指标按{year}年读取。")
    no_unit = [column.heading for column in heading.columns if _lacks_unit(column.field.kind, column.unit)]
    if no_unit:
        hints.append(f"没有写明单位，按万元读取：{'、'.join(no_unit)}。")
    doubled = [
        Problem(f"{pair}是同一项，只读取前者，请删去一栏。", Severity.QUERY, cell=place) for pair in heading.doubled
    ]
    return [*doubled, *(Problem(sentence, Severity.HINT, cell=place) for sentence in hints)]


def _lacks_unit(kind: FieldKind, unit: str) -> bool:
    return kind is FieldKind.MONEY and not unit


def about_cells(sheet: Sheet, heading: Heading) -> Iterable[Problem]:
    """What was done with formulas and merged cells is told once a sheet."""
    place = Cell(sheet.name, heading.row + 1)
    if sheet.reckoned:
        sentence = f"有{sheet.reckoned:,}个单元格是公式，按文件中保存的计算结果读取。"
        yield Problem(sentence, Severity.HINT, cell=place)
    for column in heading.columns:
        merged = sum(
            1
            for merge in sheet.merges
            if merge.left == column.index and merge.top >= heading.first_data_row and merge.bottom > merge.top
        )
        if merged and column.field.kind in (FieldKind.PLACE, FieldKind.INDUSTRY, FieldKind.YEAR):
            sentence = f"有{merged}处合并单元格，合并的各行都按所写内容读取。"
            where = Cell(sheet.name, heading.row + 1, column_letters(column.index), column.heading)
            yield Problem(sentence, Severity.HINT, cell=where)


def _hint(seen: SeenSheet, sentence: str) -> Problem:
    row = seen.heading.row + 1 if seen.heading else 1
    return Problem(sentence, Severity.HINT, cell=Cell(seen.sheet.name, row))
