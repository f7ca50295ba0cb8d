import csv
from collections import Counter

import pytest

from jizhou_desktop.domain.industry import Industry
from jizhou_desktop.tasks import resources


@pytest.fixture(scope="module")
def industries():
    return resources.codes().industries


def test_the_table_has_the_standards_structure(industries):
    levels = Counter("门类" if row.code.isalpha() else len(row.code) for row in industries)
    assert levels == {"门类": 20, 2: 97, 3: 473, 4: 1381}


def test_every_class_lies_within_the_one_above_and_in_its_section(industries):
    codes = {row.code: row for row in industries}
    for row in codes.values():
        if len(row.code) > 2:
            assert codes[row.code[:-1]].section == row.section
        assert row.section in codes


def test_every_group_has_a_smallest_class(industries):
    smallest = {row.code[:3] for row in industries if len(row.code) == 4}
    assert smallest == {row.code for row in industries if len(row.code) == 3}


def test_no_code_stands_twice():
    rows = list(csv.DictReader((resources.resource_folder() / "codes" / "industries.csv").open(encoding="utf-8")))
    assert max(Counter(row["code"] for row in rows).values()) == 1


@pytest.mark.parametrize("typed", ["3311", "C3311", "c3311", "３３１１", " 3311 "])
def test_a_code_is_found_with_and_without_its_letter(industries, typed):
    assert industries.find(typed) == Industry("3311", "金属结构制造", "C")


@pytest.mark.parametrize("typed", ["A3311", "3319", "", "金属"])
def test_a_wrong_letter_or_code_finds_nothing(industries, typed):
    assert industries.find(typed) is None


def test_of_levels_that_share_a_name_the_finest_is_meant(industries):
    assert industries.named("其他采矿业").code == "1200"
    assert industries.named("平板玻璃 制造").code == "3041"
    assert industries.named("没有这一行") is None


def test_search_by_part_of_name_or_code(industries):
    assert [row.code for row in industries.search("停车设备")] == ["3437"]
    assert {row.code for row in industries.search("651")} == {"651", "6511", "6512", "6513", "6519"}


def test_a_code_is_explained_from_its_section_down(industries):
    names = [row.name for row in industries.path("3311")]
    assert names == ["制造业", "金属制品业", "结构性金属制品制造", "金属结构制造"]
    assert industries.path("9999") == []
