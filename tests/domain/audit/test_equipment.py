"""Equipment lists of claims: the same piece claimed twice, invoices of other years, money not yet paid."""

import pytest

from jizhou_desktop.domain.audit.across import Holdings
from jizhou_desktop.domain.audit.equipment import RULES
from jizhou_desktop.domain.audit.run import run_across
from jizhou_desktop.tasks import resources

WAN = 1_000_000
LATHE = {
    "name": "数控车床",
    "invoice_number": "04419287",
    "invoice_date": "2020-03-12",
    "amount": 610 * WAN,
    "paid": 610 * WAN,
}


@pytest.fixture
def told(make_file, make_record):
    """What one rule tells of the sound claim with a list of one lathe, its line changed and other lines added."""

    def told_by(rule, *others, claim=(), **changes):
        file = make_file(claim=dict(claim))
        (ours,) = file.claims
        theirs = make_record(
            "c2", "claim", {"project": "节能项目"}, {}, form="energy-saving", year=2019, parent="e2", closed=""
        )
        rows = [make_record("r1", "equipment", LATHE, changes, parent="c")]
        rows += [
            make_record(f"o{number}", "equipment", LATHE, other, parent=other.pop("claim"))
            for number, other in enumerate(others)
        ]
        holdings = Holdings(
            office=resources.office("120119-gxj"),
            plan=file.plan,
            enterprises=[file.enterprise, make_record("e2", "enterprise", {"name": "天津样例有限公司"}, {})],
            claims=[ours],
            equipment=rows,
            other_claims=[ours, theirs],
        )
        return [problem.message for problem in run_across(holdings) if problem.rule == rule]

    return told_by


CASES = [
    (
        "J01",
        [{"claim": "c2"}],
        {},
        "设备“数控车床”（发票04419287）已列入天津样例有限公司2019年度智能化节能改造申报“节能项目”",
    ),
    ("J02", [{"claim": "c"}], {}, "设备“数控车床”（发票04419287）在设备清单中写了两次"),
    ("J03", [], {"invoice_date": "2018-12-31"}, "1行610万元不计：“数控车床”发票日期在2019年以前"),
    ("J04", [], {"amount": 500 * WAN}, "申报设备投入610万元，设备清单计入500万元"),
    ("J05", [], {"paid": 600 * WAN}, "其中10万元尚未付款"),
]


@pytest.mark.parametrize(("rule", "others", "changes", "sentence"), CASES)
def test_what_is_odd_in_a_list_is_told(told, rule, others, changes, sentence):
    (message,) = told(rule, *[dict(other) for other in others], **changes)
    assert sentence in message


@pytest.mark.parametrize("rule", [rule.number for rule in RULES])
def test_a_list_in_order_is_left_alone(told, rule):
    assert told(rule, {"claim": "c2", "invoice_number": "04419288"}) == []


def test_two_pieces_on_one_invoice_are_not_one_piece(told):
    assert told("J01", {"claim": "c2", "name": "机器人"}) == []


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {case[0] for case in CASES}
