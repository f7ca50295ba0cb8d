"""Rules on carriers (载体档案): L01 and on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import day_of
from jizhou_desktop.domain.carriers import BASE, RECOGNISED_LEVELS, number_of, tenants_on
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.text import fold

UPGRADE = "行动计划二（四）载体升级"
BASES = "小微企业创业创新示范基地认定"


@dataclass(frozen=True)
class CarrierFile:
    """All that is held on one carrier, and the plan to judge it by."""

    record: Record
    plan: Plan
    tenants: tuple[Record, ...] = ()

    @property
    def last_day(self) -> date:
        """The day it is looked at: the end of the plan's year."""
        return date(self.plan.year, 12, 31)


def _level_without_date(file: CarrierFile) -> Iterator[str]:
    level = file.record.text("level")
    if level in RECOGNISED_LEVELS and day_of(file.record, "recognised_on") is None:
        yield f"认定级别为{level}，未填认定日期"


def _date_without_level(file: CarrierFile) -> Iterator[str]:
    day = day_of(file.record, "recognised_on")
    if day and file.record.text("level") in ("", "未认定"):
        yield f"认定日期{chinese_date(day)}，认定级别为{file.record.text('level') or '空白'}"


def _recognised_after_the_year(file: CarrierFile) -> Iterator[str]:
    day = day_of(file.record, "recognised_on")
    if day and day > file.last_day:
        yield f"认定日期{chinese_date(day)}晚于{file.plan.year}年"


def _base_without_level(file: CarrierFile) -> Iterator[str]:
    if file.record.text("subject") == BASE and file.record.text("level") not in RECOGNISED_LEVELS:
        yield f"{BASE}应为市级或国家级，现为{file.record.text('level') or '空白'}"


def _no_area(file: CarrierFile) -> Iterator[str]:
    if not number_of(file.record, "area"):
        yield "未填占地（建筑）面积，不能计算使用率"


def _more_used_than_there_is(file: CarrierFile) -> Iterator[str]:
    area, used = number_of(file.record, "area"), number_of(file.record, "rented_area")
    if area is not None and used is not None and used > area:
        yield f"已使用面积{grouped(used)}平方米大于占地（建筑）面积{grouped(area)}平方米"


def _used_differs(file: CarrierFile) -> Iterator[str]:
    typed = number_of(file.record, "rented_area")
    areas = [number_of(row, "area") for row in tenants_on(file.tenants, file.last_day)]
    known = [area for area in areas if area is not None]
    if typed is not None and known and len(known) == len(areas) and sum(known) != typed:
        yield f"已使用面积填{grouped(typed)}平方米，入驻企业使用面积合计{grouped(sum(known, start=typed * 0))}平方米"


def _count_differs(file: CarrierFile) -> Iterator[str]:
    typed, held = file.record.whole("enterprises"), tenants_on(file.tenants, file.last_day)
    if typed is not None and file.tenants and typed != len(held):
        yield f"入驻企业填{typed}家，登记在驻的为{len(held)}家"


def _gone_before_coming(file: CarrierFile) -> Iterator[str]:
    for row in file.tenants:
        since, until = day_of(row, "since"), day_of(row, "until")
        if since and until and until < since:
            yield f"{row.text('name')}迁出日期{chinese_date(until)}早于入驻日期{chinese_date(since)}"


def _same_tenant(file: CarrierFile) -> Iterator[str]:
    names = [fold(row.text("name")) for row in tenants_on(file.tenants, file.last_day)]
    twice = {name for name in names if names.count(name) > 1}
    for row in {fold(row.text("name")): row for row in file.tenants if fold(row.text("name")) in twice}.values():
        yield f"{row.text('name')}在入驻企业中登记了{names.count(fold(row.text('name')))}次"


CARRIER_RULES: tuple[Rule[CarrierFile], ...] = (
    Rule("L01", Severity.QUERY, ("recognised_on", "level"), "级别与认定日期", BASES, _level_without_date),
    Rule("L02", Severity.QUERY, ("level", "recognised_on"), "认定日期与级别", BASES, _date_without_level),
    Rule("L03", Severity.QUERY, ("recognised_on",), "认定日期与计划年度", UPGRADE, _recognised_after_the_year),
    Rule("L04", Severity.QUERY, ("level", "subject"), "示范基地的级别", BASES, _base_without_level),
    Rule("L05", Severity.HINT, ("area",), "面积未填", UPGRADE, _no_area),
    Rule("L06", Severity.ERROR, ("rented_area", "area"), "已使用面积不大于面积", UPGRADE, _more_used_than_there_is),
    Rule("L07", Severity.QUERY, ("rented_area",), "已使用面积与入驻企业", UPGRADE, _used_differs),
    Rule("L08", Severity.QUERY, ("enterprises",), "入驻家数与入驻企业", UPGRADE, _count_differs),
    Rule("L09", Severity.QUERY, ("enterprises",), "入驻与迁出日期", UPGRADE, _gone_before_coming),
    Rule("L10", Severity.QUERY, ("enterprises",), "入驻企业不重复", UPGRADE, _same_tenant),
)
