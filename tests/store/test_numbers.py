"""发文登记: numbers without gaps or doubles."""

import sqlite3
from dataclasses import replace

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store.numbers import NumberRow
from jizhou_desktop.store.workspace import Workspace

from .conftest import NOW

NOTICE = NumberRow(
    "渔政发", 2020, 0, "assessment-notice", "2020", "关于年终考核结果的通报", "王", "2020-12-30T09:00:00+08:00"
)


def test_a_series_counts_from_one_without_gaps(workspace):
    given = [str(workspace.numbers.give(replace(NOTICE, about=str(about)))) for about in range(3)]
    assert given == ["渔政发〔2020〕1号", "渔政发〔2020〕2号", "渔政发〔2020〕3号"]


def test_a_document_printed_again_keeps_its_number(workspace):
    first = workspace.numbers.give(NOTICE)
    assert workspace.numbers.give(replace(NOTICE, title="改了标题")) == first
    assert len(workspace.numbers.rows()) == 1


def test_each_prefix_and_each_year_has_its_own_series(workspace):
    workspace.numbers.give(NOTICE)
    assert workspace.numbers.give(replace(NOTICE, prefix="渔政函")).running == 1
    assert workspace.numbers.give(replace(NOTICE, year=2021)).running == 1


def test_a_number_given_up_stays_in_the_register_and_is_not_given_again(workspace):
    workspace.numbers.give(NOTICE)
    workspace.numbers.void("渔政发", 2020, 1, "重复发文")
    assert workspace.numbers.give(NOTICE).running == 2
    assert [row.void for row in workspace.numbers.rows()] == ["重复发文", ""]


def test_a_number_is_given_up_only_with_a_reason_and_only_once(workspace):
    workspace.numbers.give(NOTICE)
    with pytest.raises(UserError, match="原因"):
        workspace.numbers.void("渔政发", 2020, 1, " ")
    workspace.numbers.void("渔政发", 2020, 1, "重复发文")
    with pytest.raises(UserError, match="没有有效的发文字号"):
        workspace.numbers.void("渔政发", 2020, 1, "再作废")


@pytest.mark.parametrize("sql", ["DELETE FROM numbers", "UPDATE numbers SET running = 7"])
def test_no_number_leaves_the_register_behind_our_back(workspace, sql):
    workspace.numbers.give(NOTICE)
    with pytest.raises(sqlite3.IntegrityError, match="stays in the register"):
        workspace._database.conn.execute(sql)


def test_two_windows_never_give_one_number_twice(workspace):
    with Workspace.open(workspace.folder, now=NOW) as other:
        given = [
            place.numbers.give(replace(NOTICE, about=f"{number}")).running
            for number, place in enumerate([workspace, other] * 5)
        ]
    assert given == list(range(1, 11))
