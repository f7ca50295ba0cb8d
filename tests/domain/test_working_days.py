"""Working days around the National Day of 2020: 1 to 8 October off, two weekend days before and after worked."""

from datetime import date

import pytest

from jizhou_desktop.domain.working_days import Calendar
from jizhou_desktop.tasks import resources


@pytest.fixture(scope="module")
def calendar():
    return resources.plan("2020").calendar


@pytest.mark.parametrize(
    ("begin", "count", "end"),
    [
        ("2020-09-21", 1, "2020-09-22"),
        ("2020-09-25", 1, "2020-09-27"),  # a Friday, and the Sunday after it is worked
        ("2020-09-30", 1, "2020-10-09"),
        ("2020-09-30", 2, "2020-10-10"),  # a Saturday that is worked
        ("2020-10-03", 1, "2020-10-09"),  # begins on a day off
        ("2020-09-30", 0, "2020-09-30"),
    ],
)
def test_a_time_limit_does_not_count_its_first_day(calendar, begin, count, end):
    assert calendar.after(date.fromisoformat(begin), count).isoformat() == end


@pytest.mark.parametrize(
    ("begin", "last"),
    [
        ("2020-09-21", "2020-09-25"),  # Monday to Friday
        ("2020-09-24", "2020-09-29"),  # 24, 25, 27, 28, 29
        ("2020-09-29", "2020-10-12"),  # 29, 30, 9, 10, 12
        ("2020-10-01", "2020-10-14"),  # 9, 10, 12, 13, 14
    ],
)
def test_a_term_of_five_days_counts_its_first_day(calendar, begin, last):
    assert calendar.last_of(date.fromisoformat(begin), 5).isoformat() == last


def test_days_between_are_counted_both_ways(calendar):
    monday, friday = date(2020, 9, 21), date(2020, 9, 25)
    assert (calendar.between(monday, friday), calendar.between(friday, monday)) == (4, -4)


def test_without_an_arrangement_only_weekends_are_off():
    assert Calendar().after(date(2020, 9, 30), 1) == date(2020, 10, 1)
