from decimal import Decimal

import pytest

from jizhou_desktop.domain.above_scale import above_scale, read_limits
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import resources

CASES = [
    ("3311", "2000", True),
    ("3311", "1999.99", False),
    ("5112", "2000", True),
    ("5212", "499", False),
    ("5212", "500", True),
    ("6110", "200", True),
    ("6210", "199.9", False),
    ("5430", "2000", True),
    ("6513", "1999", False),
    ("7020", "1000", True),
    ("7212", "999", False),
    ("7320", "1000", True),
    ("8111", "500", True),
    ("9053", "499", False),
    ("4710", "99999", None),  # 建筑业 goes by its licence
    ("7010", "99999", None),  # 房地产开发 belongs to it whatever its revenue
    ("", "99999", None),
]


@pytest.mark.parametrize(("industry", "revenue", "above"), CASES)
def test_each_industry_by_its_own_limit(industry, revenue, above):
    assert above_scale(industry, Decimal(revenue), resources.scale_limits()).above is above


def test_no_revenue_says_nothing():
    assert above_scale("3311", None, resources.scale_limits()).above is None


def test_the_sentence_has_the_figures_in_it():
    said = above_scale("3311", Decimal(9215), resources.scale_limits()).explanation
    assert said == "工业，营业收入9,215万元已达2,000万元"


def test_a_table_with_an_unknown_key_is_refused():
    with pytest.raises(UserError, match="limits"):
        read_limits({"source": "x", "row": [{"name": "工业", "codes": ["06"], "limits": 1}]})
