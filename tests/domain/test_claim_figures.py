import pytest

from jizhou_desktop.domain.claim_figures import claim_figures
from jizhou_desktop.domain.reckoning import reckon
from jizhou_desktop.tasks import resources


def test_an_application_is_handed_to_the_rule_as_it_would_be_typed():
    values = {
        "project": "空压机余热回收",
        "industrial": 1,
        "investment": 96_000_000,
        "equipment": 80_000_000,
        "kwh": 300_000,
    }
    assert claim_figures(resources.form("energy-saving"), {**values, "tce": None, "award": None}) == {
        "industrial": "是",
        "investment": "96",
        "equipment": "80",
        "kwh": "300,000",
    }


@pytest.mark.parametrize(
    ("scheme", "values", "amount"),
    [
        # 三（三）: 6 % of 610万元 are 36.6万元
        ("smart-upgrade", {"investment": 820_000_000, "equipment": 610_000_000}, 36_600_000),
        ("high-tech", {"award": 30_000_000, "recognised": 0}, 15_000_000),
        ("major-innovation", {"award": 1_234_567_890 // 10}, 123_456_789),
    ],
)
def test_the_rule_reads_them_without_loss(scheme, values, amount):
    figures = claim_figures(resources.form(scheme), values)
    assert reckon(resources.plan("2020"), scheme, figures).amount_fen == amount
