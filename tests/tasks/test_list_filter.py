"""The list narrowed and grouped: four enterprises of two townships, two of them turning, one claim without evidence."""

from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import list_filter, list_views, resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.dossier_columns import USUAL, choices, columns
from jizhou_desktop.tasks.dossier_rows import dossier_rows, years_held
from jizhou_desktop.tasks.list_filter import PATH, PLACE, SECTION, SIZE, STATE, ListFilter
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
AT = "2020-12-01T09:30:00+08:00"
SIDES = list_filter.groups_by_side(resources.codes().industries)
HELD = {
    "甲厂": {"place": "渔阳镇", "industry": "3311", "phone": "13800000001"},
    "乙厂": {"place": "渔阳镇", "industry": "6513", "size_override": "中型", "size_reason": "区里认定"},
    "丙厂": {"place": "洇溜镇", "industry": "3484"},
    "丁厂": {"industry": ""},
}


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        new_uid = uids_from("list")
        for name, answers in HELD.items():
            save_answers(made, "enterprise", {"name": name, **answers}, uid=name, now=NOW)
        for name, year, revenue, people, profit in (
            ("甲厂", 2020, "8000", "143", "-12.5"),
            ("丙厂", 2019, "100", "5", ""),
        ):
            figures = {"year": str(year), "revenue": revenue, "employees": people, "profit": profit}
            save_answers(made, "year-figures", figures, uid=new_uid(), now=NOW, parent=name, year=year)
        for name, path, state in (("甲厂", "smart", "认定"), ("甲厂", "green", "实施中"), ("丙厂", "smart", "实施中")):
            turn = Record(new_uid(), Kind.TRANSFORMATION, "120119100", {"path": path, "state": state}, "transformation",
                          year=2020, parent=name)  # fmt: skip
            made.records.save(turn, by="王", at=AT)
        yield made


def shown(workspace, **wanted) -> set[str]:
    rows = dossier_rows(workspace, 2020, closed=wanted.get("closed", False))
    return {row.name for row in list_filter.fitting(rows, ListFilter(**wanted), SIDES)}


def test_each_side_narrows(workspace):
    assert shown(workspace, chosen={PLACE: ("120119100",)}) == {"甲厂", "乙厂"}
    assert shown(workspace, chosen={SECTION: ("C",)}) == {"甲厂", "丙厂"}
    assert shown(workspace, chosen={SIZE: ("小型", "中型")}) == {"甲厂", "乙厂"}
    assert shown(workspace, chosen={PLACE: ("",)}) == {"丁厂"}
    assert shown(workspace, unproved=True) == {"甲厂", "丙厂"}
    assert shown(workspace, chosen={PLACE: ("120119100",), SECTION: ("I",)}) == {"乙厂"}


def test_path_and_state_must_meet_in_one_transformation(workspace):
    assert shown(workspace, chosen={PATH: ("smart",)}) == {"甲厂", "丙厂"}
    assert shown(workspace, chosen={PATH: ("smart",), STATE: ("实施中",)}) == {"丙厂"}
    assert shown(workspace, chosen={PATH: ("",)}) == {"乙厂", "丁厂"}


def test_groups_are_counted_and_an_enterprise_on_two_paths_in_both(workspace):
    rows = dossier_rows(workspace, 2020)
    assert list_filter.counts(rows, PLACE, SIDES) == {"120119100": 2, "120119101": 1, "": 1}
    assert list_filter.counts(rows, PATH, SIDES) == {"smart": 2, "green": 1, "": 2}
    assert list_filter.counts(rows, SIZE, SIDES) == {"小型": 1, "中型": 1, "": 2}
    assert list_filter.group_label(PLACE, "120119100") == "渔阳镇"
    assert list_filter.group_label(SECTION, "C") == "C 制造业"
    assert list_filter.group_label(SIZE, "") == "待定"


def test_another_year_shows_its_own_figures(workspace):
    rows = {row.name: row for row in dossier_rows(workspace, 2019)}
    assert (rows["丙厂"].revenue, rows["甲厂"].revenue) == (100_000_000, None)
    assert years_held(workspace) == [2019, 2020]


def test_closed_dossiers_are_shown_only_where_asked_for_and_found_by_name(workspace):
    workspace.records.close_record("乙厂", "注销", by="王", at=AT)
    assert shown(workspace) == {"甲厂", "丙厂", "丁厂"}
    assert shown(workspace, closed=True) == set(HELD)
    _columns, rows = list_views.listed(workspace, ListFilter(closed=True, text="乙"), USUAL, year=2020)
    assert [(row.name, row.closed) for row in rows] == [("乙厂", "注销")]


def test_filters_are_kept_by_name_and_forgotten(workspace):
    wanted = ListFilter({PLACE: ("120119100",), SIZE: ("小型",)}, unproved=True, closed=True, year=2019)
    list_filter.save_filter(workspace, " 渔阳缺佐证 ", wanted)
    list_filter.save_filter(workspace, "全部", ListFilter())
    assert list_filter.saved_filters(workspace) == {"渔阳缺佐证": wanted, "全部": ListFilter()}
    list_filter.drop_filter(workspace, "渔阳缺佐证")
    assert list(list_filter.saved_filters(workspace)) == ["全部"]
    with pytest.raises(UserError, match="起一个名称"):
        list_filter.save_filter(workspace, "  ", wanted)
    with pytest.raises(UserError, match="没有名为“丢了”的筛选方案，现有：全部"):
        list_filter.filter_named(workspace, "丢了")


def test_columns_are_any_answer_of_both_forms(workspace):
    chosen = columns(["phone", "year.profit", "paths", "不认识"])
    rows = dossier_rows(workspace, 2020, more=chosen.more, yearly=chosen.yearly)
    first = next(row for row in rows if row.name == "甲厂")
    assert [column.shown(first) for column in chosen.shown] == ["甲厂", "13800000001", "-12.5", "green、smart"]
    profit = chosen.shown[2]
    assert profit.total(rows) == "利润总额合计-12.5万元"
    assert max(map(profit.key, rows)) == -12_500_000
    assert {"name", "phone", "year.tax", "closed"} <= set(choices())
    assert "scope" not in choices()


def test_a_list_is_written_as_it_is_shown_figures_as_figures_and_codes_as_text(workspace, tmp_path):
    workspace.records.save(
        workspace.records.get("丁厂").with_values(name="=丁厂", uscc="911202257491496599"), by="王", at=AT
    )
    chosen, rows = list_views.listed(workspace, ListFilter(), ("name", "uscc", "revenue"), year=2020)
    assert list_views.write_list(workspace, chosen.shown, rows, tmp_path / "a.xlsx", now=NOW) == 4
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    lines = {row[0].value: row for row in sheet.iter_rows() if row[0].value in ("=丁厂", "甲厂")}
    assert [cell.data_type for cell in lines["=丁厂"][:2]] == ["s", "s"]
    assert lines["=丁厂"][1].value == "911202257491496599"
    assert Decimal(str(lines["甲厂"][2].value)) == 8000
    with pytest.raises(UserError, match="xlsx 结尾"):
        list_views.write_list(workspace, chosen.shown, rows, tmp_path / "a.txt", now=NOW)
