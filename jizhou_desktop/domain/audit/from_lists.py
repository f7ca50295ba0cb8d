"""Rules between an enterprise's lists (资质荣誉、能源消费) and its year figures and dossier: K01 and on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import EnterpriseFile, YearOfFigures, day_of, decimal_of
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.energy import kwh_of, work_out
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.qualifications import has_ended, patents_held
from jizhou_desktop.domain.record import Record

ENERGY = "GB/T 2589-2020"
LISTS = "资质荣誉、能源消费与年度指标一致"

_ROUNDING = Decimal("0.05")
"""吨标准煤 that a typed figure may differ by: it may have been rounded to one place."""


def _energy_differs(year: YearOfFigures) -> Iterator[str]:
    typed, rows = decimal_of(year.record, "energy"), _energy(year)
    if typed is None or not rows:
        return
    try:
        worked = work_out(row.values for row in rows).tce
    except UserError:
        return
    if abs(worked - typed) > _ROUNDING:
        yield f"{year.year}年综合能耗填{grouped(typed)}吨标准煤，按能源消费折算为{grouped(worked)}吨标准煤"


def _energy_not_reckoned(year: YearOfFigures) -> Iterator[str]:
    try:
        work_out(row.values for row in _energy(year))
    except UserError as error:
        yield f"{year.year}年能源消费不能折标：{str(error).rstrip('。')}"


def _power_differs(year: YearOfFigures) -> Iterator[str]:
    typed, listed = year.record.whole("kwh"), kwh_of(row.values for row in _energy(year))
    if typed is not None and listed and listed != typed:
        yield f"{year.year}年用电量填{typed:,}千瓦时，能源消费中电力为{grouped(listed)}千瓦时"


def _patents_differ(year: YearOfFigures) -> Iterator[str]:
    """For the newest year alone: what was let go since is often no longer in the list."""
    if year.year != max(year.file.figures):
        return
    typed = year.record.whole("patents")
    held = patents_held(year.file.qualifications, date(year.year, 12, 31))
    if typed is not None and held and sum(held.values()) != typed:
        listed = "、".join(f"{kind}{count}件" for kind, count in held.items())
        yield f"{year.year}年有效专利填{typed}件，资质荣誉中年末有效的为{sum(held.values())}件（{listed}）"


def _energy(year: YearOfFigures) -> list[Record]:
    return [row for row in year.file.energy if row.year == year.year]


def _ended_during_the_year(file: EnterpriseFile) -> Iterator[str]:
    """Those that end before the plan's year does; a newer one of the same kind takes its place."""
    last = date(file.plan.year, 12, 31)
    holding = {row.text("type") for row in file.qualifications if not has_ended(row, last)}
    for row in file.qualifications:
        end = day_of(row, "expires")
        if end and end.year == last.year and has_ended(row, last) and row.text("type") not in holding:
            yield f"{_named(row)}{chinese_date(end)}到期"


def _ends_before_it_begins(file: EnterpriseFile) -> Iterator[str]:
    for row in file.qualifications:
        issued, end = day_of(row, "issued"), day_of(row, "expires")
        if issued and end and end < issued:
            yield f"{_named(row)}有效期至{chinese_date(end)}，早于取得日期{chinese_date(issued)}"


def _same_number(file: EnterpriseFile) -> Iterator[str]:
    numbers = [row.text("number") for row in file.qualifications if row.text("number")[:1].isalnum()]
    for number in dict.fromkeys(number for number in numbers if numbers.count(number) > 1):
        if number.isascii():
            yield f"资质荣誉中编号“{number}”出现{numbers.count(number)}次"


def _named(row: Record) -> str:
    name = row.text("name")
    return f"{row.text('type')}“{name}”" if name else row.text("type")


OF_YEAR_LISTS: tuple[Rule[YearOfFigures], ...] = (
    Rule("K01", Severity.QUERY, ("energy",), "综合能耗与能源消费", ENERGY, _energy_differs),
    Rule("K02", Severity.QUERY, ("energy",), "能源消费可以折标", ENERGY, _energy_not_reckoned),
    Rule("K03", Severity.QUERY, ("kwh",), "用电量与能源消费", LISTS, _power_differs),
    Rule("K04", Severity.QUERY, ("patents",), "有效专利与资质荣誉", LISTS, _patents_differ),
)

OF_FILE_LISTS: tuple[Rule[EnterpriseFile], ...] = (
    Rule("K05", Severity.HINT, ("qualifications",), "资质本年到期", LISTS, _ended_during_the_year),
    Rule("K06", Severity.QUERY, ("qualifications",), "资质有效期", LISTS, _ends_before_it_begins),
    Rule("K07", Severity.QUERY, ("qualifications",), "证书编号不重复", LISTS, _same_number),
)
