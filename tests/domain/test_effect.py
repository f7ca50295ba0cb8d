"""提质增效、保持就业、节约资源: two years' figures of one enterprise, computed by hand."""

from decimal import Decimal

from jizhou_desktop.domain.effect import effects
from jizhou_desktop.domain.record import Kind, Record


def figures(**values):
    return Record("u", Kind.YEAR_FIGURES, "120119100", values, "year-figures")


# 2019: revenue 8,860 万元, profit 443, 143 people, 620.2 tce; 2020: 9,215 万元, 506.825, 146 people, 589.76 tce
LAST = figures(revenue=8_860_000_000, profit=443_000_000, employees=143, energy="620.2")
NOW = figures(revenue=9_215_000_000, profit=506_825_000, employees=146, energy="589.76")


def told(last, now):
    return {
        effect.measure: (effect.before, effect.after, effect.change, effect.better) for effect in effects(last, now)
    }


def test_each_goal_is_measured_before_and_after():
    found = told(LAST, NOW)
    assert found["营业收入"] == (Decimal("8860.00"), Decimal("9215.00"), Decimal("4.0"), True)
    assert found["营业利润率"] == (Decimal("5.00"), Decimal("5.50"), Decimal("10.0"), True)  # 443/8860, 506.825/9215
    assert found["人均营业收入"][:2] == (Decimal("61.96"), Decimal("63.12"))  # 8860/143, 9215/146
    assert found["从业人员"] == (Decimal(143), Decimal(146), Decimal("2.1"), True)
    assert found["万元营业收入能耗"] == (Decimal("70.00"), Decimal("64.00"), Decimal("-8.6"), True)  # 620,200 / 8,860


def test_jobs_are_kept_where_nobody_less_is_employed():
    assert told(LAST, LAST)["从业人员"][3] is True
    assert told(LAST, figures(employees=142))["从业人员"][3] is False


def test_more_energy_for_each_yuan_is_worse():
    assert told(LAST, figures(revenue=8_860_000_000, energy="700"))["万元营业收入能耗"][3] is False


def test_what_is_missing_withheld_or_zero_tells_nothing():
    assert told(None, NOW)["营业收入"] == (None, Decimal("9215.00"), None, None)
    assert told(figures(revenue=0, energy="未取得"), NOW)["万元营业收入能耗"][2:] == (None, None)
    assert told(figures(revenue=0), NOW)["营业收入"][2:] == (None, True)
