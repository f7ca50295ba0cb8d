from datetime import date

import pytest

from jizhou_desktop.domain.qualifications import ends_soon, has_ended, patents_held
from jizhou_desktop.domain.record import Kind, Record


def row(kind="国家高新技术企业", **values):
    return Record("q", Kind.QUALIFICATION, "120119100", {"type": kind, **values}, "qualification")


@pytest.mark.parametrize(
    ("expires", "ended", "soon"),
    [
        ("2020-11-30", True, False),
        ("2020-12-01", False, True),  # it still holds on its last day
        ("2021-05-30", False, True),
        ("2021-05-31", False, False),
        (None, False, False),
        ("不适用", False, False),
    ],
)
def test_a_certificate_ends_after_its_last_day(expires, ended, soon):
    on = date(2020, 12, 1)
    assert (has_ended(row(expires=expires), on), ends_soon(row(expires=expires), on)) == (ended, soon)


def test_patents_are_counted_by_kind_as_they_stand_at_the_years_end():
    rows = [
        row("发明专利", count=2, issued="2019-03-01"),
        row("发明专利", issued="2021-01-01"),  # granted afterwards
        row("实用新型专利", count=5),
        row("外观设计专利", expires="2020-06-30"),  # lapsed
        row("商标", count=9),
    ]
    assert patents_held(rows, date(2020, 12, 31)) == {"发明专利": 2, "实用新型专利": 5}
