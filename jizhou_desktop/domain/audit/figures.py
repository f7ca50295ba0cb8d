"""Rules between the figures of one year (年度主要指标): B01 and on."""

from collections.abc import Iterator
from decimal import Decimal

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import YearOfFigures, day_of, decimal_of
from jizhou_desktop.domain.energy import electricity_tce
from jizhou_desktop.domain.figures import FEN_OF_WAN, grouped, wan_text
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import NOT_OBTAINED

LOGIC = "年度主要指标表内逻辑关系"
ACCOUNTS = "企业会计准则第30号——财务报表列报"
ENERGY = "GB/T 2589-2020"
SIZING = "统计上大中小微型企业划分办法（2017）"

MOST_REVENUE_A_HEAD_FEN = 2000 * FEN_OF_WAN
LEAST_REVENUE_A_HEAD_FEN = FEN_OF_WAN // 10
MOST_TCE_A_WAN = Decimal(5)
"""吨标准煤 for 万元 of revenue: several times what cement works use."""

_COPIED = (("profit", "利润总额"), ("tax", "税金"), ("assets", "资产总额"), ("rd", "研发投入"))


def _profit_above_revenue(year: YearOfFigures) -> Iterator[str]:
    yield from _above(year, ("profit", "利润总额"), ("revenue", "营业收入"))


def _rd_above_revenue(year: YearOfFigures) -> Iterator[str]:
    yield from _above(year, ("rd", "研发投入"), ("revenue", "营业收入"))


def _equipment_above_assets(year: YearOfFigures) -> Iterator[str]:
    yield from _above(year, ("equipment", "设备投资"), ("assets", "资产总额"))


def _above(year: YearOfFigures, part: tuple[str, str], whole: tuple[str, str]) -> Iterator[str]:
    """What should lie within a larger figure and does not."""
    small, large = year.record.whole(part[0]), year.record.whole(whole[0])
    if small is not None and large is not None and small > large:
        yield f"{year.year}年{part[1]}{wan_text(small)}万元大于{whole[1]}{wan_text(large)}万元"


def _tax_above_half(year: YearOfFigures) -> Iterator[str]:
    tax, revenue = year.record.whole("tax"), year.record.whole("revenue")
    if tax and revenue is not None and 2 * tax > revenue:
        yield f"{year.year}年税金{wan_text(tax)}万元超过营业收入{wan_text(revenue)}万元的一半"


def _loss_above_assets(year: YearOfFigures) -> Iterator[str]:
    profit, assets = year.record.whole("profit"), year.record.whole("assets")
    if profit is not None and assets is not None and -profit > assets:
        yield f"{year.year}年亏损{wan_text(-profit)}万元大于资产总额{wan_text(assets)}万元"


def _revenue_without_people(year: YearOfFigures) -> Iterator[str]:
    revenue = year.record.whole("revenue")
    if revenue and year.record.whole("employees") == 0:
        yield f"{year.year}年营业收入{wan_text(revenue)}万元，从业人员为0人"


def _people_without_revenue(year: YearOfFigures) -> Iterator[str]:
    people = year.record.whole("employees")
    if people and year.record.whole("revenue") == 0:
        yield f"{year.year}年从业人员{people:,}人，营业收入为0"


def _revenue_without_assets(year: YearOfFigures) -> Iterator[str]:
    revenue = year.record.whole("revenue")
    if revenue and year.record.whole("assets") == 0:
        yield f"{year.year}年营业收入{wan_text(revenue)}万元，资产总额为0"


def _revenue_a_head(year: YearOfFigures) -> Iterator[str]:
    revenue, people = year.record.whole("revenue"), year.record.whole("employees")
    if not revenue or not people:
        return
    if revenue > MOST_REVENUE_A_HEAD_FEN * people or revenue < LEAST_REVENUE_A_HEAD_FEN * people:
        each = wan_text(revenue // people)
        yield f"{year.year}年人均营业收入{each}万元（{wan_text(revenue)}万元、{people:,}人），请核对金额单位和人数"


def _power_above_all_energy(year: YearOfFigures) -> Iterator[str]:
    kwh, energy = year.record.whole("kwh"), decimal_of(year.record, "energy")
    if not kwh or energy is None:
        return
    power = electricity_tce(kwh)
    # A hundredth is left for the rounding of either figure.
    if power > energy * Decimal("1.01"):
        yield (
            f"{year.year}年用电{kwh:,}千瓦时折{grouped(round(power, 1))}吨标准煤，大于综合能耗{grouped(energy)}吨标准煤"
        )


def _energy_for_revenue(year: YearOfFigures) -> Iterator[str]:
    energy, revenue = decimal_of(year.record, "energy"), year.record.whole("revenue")
    if energy and revenue and energy * FEN_OF_WAN > MOST_TCE_A_WAN * revenue:
        each = round(energy * FEN_OF_WAN / revenue, 2)
        yield f"{year.year}年万元营业收入能耗{grouped(each)}吨标准煤，请核对综合能耗{grouped(energy)}吨标准煤"


def _other_year(year: YearOfFigures) -> Iterator[str]:
    said = year.record.whole("year")
    if said is not None and said != year.year:
        yield f"表内年度为{said}年，档案年度为{year.year}年"


def _before_founding(year: YearOfFigures) -> Iterator[str]:
    founded = day_of(year.file.record, "founded")
    if founded and founded.year > year.year:
        yield f"企业{founded.year}年成立，却有{year.year}年数据"


def _beyond_the_plan(year: YearOfFigures) -> Iterator[str]:
    if year.year > year.file.plan.year + 1:
        yield f"年度{year.year}年晚于{year.file.plan.year}年行动计划"


def _copied_column(year: YearOfFigures) -> Iterator[str]:
    revenue = year.record.whole("revenue")
    for name, label in _COPIED:
        if revenue and year.record.whole(name) == revenue:
            yield f"{year.year}年{label}与营业收入都是{wan_text(revenue)}万元，是否填串了列"


def _not_sizeable(year: YearOfFigures) -> Iterator[str]:
    verdict = year.file.size(year.year)
    if not verdict.size and year.file.record.text("industry"):
        yield f"{year.year}年{verdict.explanation.rstrip('。')}"


def _not_obtained(year: YearOfFigures) -> Iterator[str]:
    waiting = [name for name, value in year.record.values.items() if value == NOT_OBTAINED]
    if waiting:
        yield f"{year.year}年有{len(waiting)}项填“未取得”，请取得后补填"


def _no_revenue(year: YearOfFigures) -> Iterator[str]:
    if year.record["revenue"] is None:
        yield f"{year.year}年未填营业收入"


def _no_people(year: YearOfFigures) -> Iterator[str]:
    if year.record["employees"] is None:
        yield f"{year.year}年未填从业人员"


def _energy_without_power(year: YearOfFigures) -> Iterator[str]:
    kwh, energy = year.record.whole("kwh"), decimal_of(year.record, "energy")
    if kwh == 0 and energy and year.record.whole("revenue"):
        yield f"{year.year}年综合能耗{grouped(energy)}吨标准煤，用电量为0"


RULES: tuple[Rule[YearOfFigures], ...] = (
    Rule("B01", Severity.QUERY, ("profit", "revenue"), "利润不大于收入", ACCOUNTS, _profit_above_revenue),
    Rule("B02", Severity.QUERY, ("tax", "revenue"), "税金不过半收入", LOGIC, _tax_above_half),
    Rule("B03", Severity.QUERY, ("rd", "revenue"), "研发投入不大于收入", LOGIC, _rd_above_revenue),
    Rule("B04", Severity.QUERY, ("equipment", "assets"), "设备投资不大于资产", ACCOUNTS, _equipment_above_assets),
    Rule("B05", Severity.QUERY, ("profit", "assets"), "亏损不大于资产", ACCOUNTS, _loss_above_assets),
    Rule("B06", Severity.QUERY, ("employees", "revenue"), "有收入应有人", LOGIC, _revenue_without_people),
    Rule("B07", Severity.QUERY, ("revenue", "employees"), "有人应有收入", LOGIC, _people_without_revenue),
    Rule("B08", Severity.QUERY, ("assets", "revenue"), "有收入应有资产", LOGIC, _revenue_without_assets),
    Rule("B09", Severity.QUERY, ("revenue", "employees"), "人均收入", LOGIC, _revenue_a_head),
    Rule("B10", Severity.QUERY, ("energy", "kwh"), "用电折标不大于综合能耗", ENERGY, _power_above_all_energy),
    Rule("B11", Severity.QUERY, ("energy", "revenue"), "万元收入能耗", ENERGY, _energy_for_revenue),
    Rule("B12", Severity.ERROR, ("year",), "表内年度与档案年度", LOGIC, _other_year),
    Rule("B13", Severity.QUERY, ("year",), "成立前的年度", LOGIC, _before_founding),
    Rule("B14", Severity.QUERY, ("year",), "年度晚于计划", LOGIC, _beyond_the_plan),
    Rule("B15", Severity.QUERY, ("revenue", "profit", "tax", "assets", "rd"), "填串列", LOGIC, _copied_column),
    Rule("B16", Severity.HINT, ("employees", "revenue", "assets"), "划型数据", SIZING, _not_sizeable),
    Rule("B17", Severity.HINT, ("revenue",), "未取得的数据", LOGIC, _not_obtained),
    Rule("B18", Severity.HINT, ("revenue",), "营业收入未填", LOGIC, _no_revenue),
    Rule("B19", Severity.HINT, ("employees",), "从业人员未填", LOGIC, _no_people),
    Rule("B20", Severity.QUERY, ("kwh", "energy"), "有能耗应有用电", ENERGY, _energy_without_power),
)
