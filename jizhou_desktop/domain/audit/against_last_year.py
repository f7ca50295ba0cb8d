"""Rules on a year's figures against the year before (上年同期): C01 and on."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import YearOfFigures, day_of, decimal_of
from jizhou_desktop.domain.figures import FEN_OF_WAN, grouped
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Record

SOURCE = "统计数据审核：与上年同期比较"
UNIT = "统计数据审核：计量单位"

_Check = Callable[[YearOfFigures], Iterator[str]]

_STEADY: tuple[tuple[str, str, str, Decimal], ...] = (
    ("revenue", "营业收入", "万元", Decimal(50)),
    ("tax", "税金", "万元", Decimal(20)),
    ("employees", "从业人员", "人", Decimal(10)),
    ("assets", "资产总额", "万元", Decimal(50)),
    ("energy", "综合能耗", "吨标准煤", Decimal(20)),
    ("kwh", "用电量", "千瓦时", Decimal(20_000)),
)
"""Figures that seldom move by half in a year, and below what value their changes mean nothing."""

_MONEY = (
    ("revenue", "营业收入"),
    ("profit", "利润总额"),
    ("tax", "税金"),
    ("rd", "研发投入"),
    ("assets", "资产总额"),
    ("equipment", "设备投资"),
)
_IN_FEN = {name for name, _ in _MONEY}


def _value(record: Record | None, name: str) -> Decimal | None:
    """A figure in the unit it is shown in: money in 万元."""
    if record is None:
        return None
    whole = record.whole(name)
    if whole is None:
        return decimal_of(record, name)
    return Decimal(whole) / FEN_OF_WAN if name in _IN_FEN else Decimal(whole)


def _pair(year: YearOfFigures, name: str) -> tuple[Decimal, Decimal] | None:
    last, now = _value(year.last, name), _value(year.record, name)
    return None if last is None or now is None else (last, now)


def _changed(name: str, label: str, unit: str, least: Decimal) -> _Check:
    def check(year: YearOfFigures) -> Iterator[str]:
        pair = _pair(year, name)
        if pair is None or max(pair) < least or not pair[0]:
            return
        change = (pair[1] - pair[0]) * 100 / pair[0]
        if abs(change) > year.file.limits.change_percent:
            yield _told(year, label, unit, pair, change)

    return check


def _told(year: YearOfFigures, label: str, unit: str, pair: tuple[Decimal, Decimal], change: Decimal) -> str:
    way = "增长" if change > 0 else "下降"
    return (
        f"{year.year}年{label}{grouped(pair[1])}{unit}，上年{grouped(pair[0])}{unit}，"
        f"{way}{grouped(round(abs(change), 1))}%"
    )


def _wrong_unit(name: str, label: str) -> _Check:
    def check(year: YearOfFigures) -> Iterator[str]:
        pair = _pair(year, name)
        if pair is None or not all(pair):
            return
        small, large = sorted(map(abs, pair))
        if large >= small * year.file.limits.unit_times:
            yield (
                f"{year.year}年{label}{grouped(pair[1])}万元，上年{grouped(pair[0])}万元，"
                f"相差{grouped((large / small).quantize(Decimal(1)))}倍，是否把元填作万元"
            )

    return check


def _rd_changed(year: YearOfFigures) -> Iterator[str]:
    pair = _pair(year, "rd")
    if pair is None or max(pair) < 10 or not pair[0]:
        return
    change = (pair[1] - pair[0]) * 100 / pair[0]
    if change < -year.file.limits.change_percent or change > year.file.limits.rd_rise_percent:
        yield _told(year, "研发投入", "万元", pair, change)


def _turned_to_loss(year: YearOfFigures) -> Iterator[str]:
    pair = _pair(year, "profit")
    if pair and pair[0] > 0 > pair[1]:
        yield f"{year.year}年利润总额{grouped(pair[1])}万元，上年{grouped(pair[0])}万元，由盈转亏"


def _all_the_same(year: YearOfFigures) -> Iterator[str]:
    names = ("revenue", "profit", "tax", "employees")
    pairs = [_pair(year, name) for name in names]
    if all(pair and pair[0] == pair[1] and pair[0] for pair in pairs):
        yield f"{year.year}年营业收入、利润、税金、从业人员与上年完全相同，是否照抄上年"


def _fewer_patents(year: YearOfFigures) -> Iterator[str]:
    pair = _pair(year, "patents")
    if pair and pair[1] < pair[0]:
        yield f"{year.year}年有效专利{pair[1]}件，少于上年{pair[0]}件，请确认是否失效或转让"


def _no_last_year(year: YearOfFigures) -> Iterator[str]:
    founded = day_of(year.file.record, "founded")
    if year.last is None and year.year == year.file.plan.year and founded and founded.year < year.year:
        yield f"没有{year.year - 1}年数据，不能与上年比较"


def _size_changed(year: YearOfFigures) -> Iterator[str]:
    now, last = year.file.size(year.year).size, year.file.size(year.year - 1).size
    if now and last and now != last:
        yield f"{year.year}年划为{now}，上年为{last}"


def _energy_against_revenue(year: YearOfFigures) -> Iterator[str]:
    revenue, energy = _pair(year, "revenue"), _pair(year, "energy")
    if not revenue or not energy or not revenue[0] or not energy[0] or energy[0] < 20:
        return
    if revenue[1] < revenue[0] * Decimal("0.8") and energy[1] > energy[0] * Decimal("1.2"):
        yield (
            f"{year.year}年营业收入由{grouped(revenue[0])}万元降至{grouped(revenue[1])}万元，"
            f"综合能耗却由{grouped(energy[0])}吨标准煤升至{grouped(energy[1])}吨标准煤"
        )


RULES: tuple[Rule[YearOfFigures], ...] = (
    *(
        Rule(
            f"C{number:02d}",
            Severity.QUERY,
            (name,),
            f"{label}与上年",
            SOURCE,
            _changed(name, label, unit, least),
        )
        for number, (name, label, unit, least) in enumerate(_STEADY, start=1)
    ),
    *(
        Rule(f"C{number:02d}", Severity.QUERY, (name,), f"{label}的单位", UNIT, _wrong_unit(name, label))
        for number, (name, label) in enumerate(_MONEY, start=11)
    ),
    Rule("C21", Severity.QUERY, ("rd",), "研发投入与上年", SOURCE, _rd_changed),
    Rule("C22", Severity.HINT, ("profit",), "由盈转亏", SOURCE, _turned_to_loss),
    Rule("C23", Severity.QUERY, ("revenue", "profit", "tax", "employees"), "照抄上年", SOURCE, _all_the_same),
    Rule("C24", Severity.HINT, ("patents",), "有效专利减少", SOURCE, _fewer_patents),
    Rule("C25", Severity.HINT, ("year",), "缺上年数据", SOURCE, _no_last_year),
    Rule("C26", Severity.HINT, ("employees", "revenue", "assets"), "规模变化", SOURCE, _size_changed),
    Rule("C27", Severity.QUERY, ("energy", "revenue"), "收入降而能耗升", SOURCE, _energy_against_revenue),
)
