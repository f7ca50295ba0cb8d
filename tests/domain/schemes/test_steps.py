"""The cases of steps.csv and equipment.csv, computed by hand: what each step may bear and what the fund then bears."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from jizhou_desktop.domain.claim_money import ClaimMoney, money_of
from jizhou_desktop.domain.claim_step_amounts import settled_amount
from jizhou_desktop.domain.equipment_list import claimed_twice, sum_equipment
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.pool import pool_of
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing

HERE = Path(__file__).parent
SENT_BACK = "退回更正"


def rows_of(name):
    with (HERE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def named(case):
    return f"{case['序号']}-{case['情形']}"


def wan(written):
    return fen_of_wan(Decimal(written)) if written else None


def walk(case, plan):
    """Takes the case's steps one after another, as the task does, and gives the claim's money with the fund's."""
    scheme = plan.scheme(case["政策"])
    procedure = plan.procedure(scheme.procedure)
    asked = None if case["申报金额（万元）"] == "由评审确定" else wan(case["申报金额（万元）"])
    others = ClaimMoney(granted_fen=wan(case["他人已核定（万元）"]) or 0)
    steps, first = [], case["经过（环节=金额万元，空为不填）"].split("；")[0].split("=")[0]
    state = next((step.after[0] for step in procedure.steps if step.name == first and step.after), "")
    if first != "受理":
        steps.append(row(state, None, 0))
    for number, pair in enumerate(case["经过（环节=金额万元，空为不填）"].split("；"), start=1):
        name, typed = pair.split("=")
        standing = Standing(procedure, "", tuple(steps))
        follows = [step for step in procedure.next_after(standing.state) if step.name == name]
        # 核定 straight after 现场核查 is told in one line of the table
        if not follows:
            raise UserError(f"现在是“{standing.state}”，不能办“{name}”。")
        money = money_of(standing, asked)
        pool = pool_of(scheme.pool_fen, [money, others]) if scheme.pool_fen is not None else None
        steps.append(row(name, settled_amount(follows[0], wan(typed), money, scheme, pool), number))
    money = money_of(Standing(procedure, "", tuple(steps)), asked)
    return money, pool_of(scheme.pool_fen, [money, others]) if scheme.pool_fen is not None else None


def row(name, amount, number):
    values = {"step": name, "date": "2020-09-01", "amount": amount, "place_in_list": number}
    return Record(f"s{number}", Kind.STEP, "", values, "step")


STEPS = rows_of("steps.csv")


@pytest.mark.parametrize("case", [case for case in STEPS if case["已核定（元）"] != SENT_BACK], ids=named)
def test_the_money_of_a_claim_is_what_was_computed_by_hand(case, plans):
    money, pool = walk(case, plans["2020"])
    told = (money.approved_fen, money.paid_fen, money.unpaid_fen, money.committed_fen)
    heads = ("已核定（元）", "已拨付（元）", "未拨付（元）", "占用资金（元）")
    assert told == tuple(int(Decimal(case[head]) * 100) for head in heads)
    assert pool is None or pool.grantable_fen >= 0


@pytest.mark.parametrize("case", [case for case in STEPS if case["已核定（元）"] == SENT_BACK], ids=named)
def test_an_amount_that_does_not_fit_is_refused_with_the_reason(case, plans):
    with pytest.raises(UserError) as refused:
        walk(case, plans["2020"])
    assert case["结果或理由"] in str(refused.value)


@pytest.mark.parametrize("case", rows_of("equipment.csv"), ids=named)
def test_only_invoices_of_the_two_years_count(case):
    rows = []
    for number, told in enumerate(case["设备清单（发票日期=金额万元）"].split("；")):
        date, amount = told.split("=")
        amount, _, invoice = amount.partition("#")
        values = {
            "name": f"设备{number}",
            "invoice_date": date,
            "amount": wan(amount),
            "invoice_number": invoice or f"N{number}",
        }
        rows.append(Record(f"r{number}", Kind.EQUIPMENT, "", values, "equipment"))
    summed = sum_equipment(rows, 2019, 2020)
    assert summed.fen == int(Decimal(case["计入（元）"]) * 100)
    assert summed.left_out_fen == int(Decimal(case["不计（元）"]) * 100)
    assert summed.invoices == int(case["计入发票（张）"])
    assert summed.fen == summed.of_year(2019) + summed.of_year(2020)
    assert all(row.why_not for row in summed.left_out)


def listed(uid, claim, name, invoice):
    return Record(uid, Kind.EQUIPMENT, "", {"name": name, "invoice_number": invoice}, "equipment", parent=claim)


def test_the_same_piece_on_the_same_invoice_is_claimed_twice_however_it_is_written():
    ours = [listed("1", "甲", "数控车床", "ab04419287"), listed("2", "甲", "机器人", "ab04419287")]
    theirs = [listed("3", "乙", "数控 车床", "ＡＢ04419287"), listed("4", "乙", "机器人", "04419288")]
    assert [(row.uid, other.uid) for row, other in claimed_twice(ours, [*ours, *theirs])] == [("1", "3")]
    assert claimed_twice(ours, [listed("5", "甲", "数控车床", "ab04419287")]) == []
    assert claimed_twice([listed("6", "甲", "车床", "")], [listed("7", "乙", "车床", "")]) == []
