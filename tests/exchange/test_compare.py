"""What a roster's rows would do to the records held."""

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.exchange.compare import Fate, compare

CODE, OTHER = "91350100M000100Y43", "91120225104269151T"
HEAD = ["企业名称", "信用代码", "住所", "2019年营业收入（万元）", "2020年营业收入（万元）"]


def enterprise(uid, **values):
    return Record(uid, Kind.ENTERPRISE, "120119100", values, "enterprise", revision=1)


def figures(parent, year, revenue):
    values = {"year": year, "revenue": revenue}
    return Record(f"{parent}-{year}", Kind.YEAR_FIGURES, "120119100", values, "year-figures", year=year, parent=parent)


HELD = enterprise("e1", name="甲厂", uscc=CODE, address="渔阳镇")
REVENUE = {("e1", 2020): figures("e1", 2020, 5_000_000)}


def fate_of(roster, *cells, held=(HELD,), held_figures=REVENUE):
    (fate,) = compare(roster(HEAD, list(cells)).rows, held, held_figures)
    return fate


def test_a_row_about_nobody_held_is_new(roster):
    fate = fate_of(roster, "乙厂", OTHER, "", "", "")
    assert (fate.fate, fate.held) == (Fate.NEW, None)


def test_a_row_that_says_what_is_held_changes_nothing(roster):
    fate = fate_of(roster, "甲厂", CODE, "渔阳镇", "", "5")
    assert (fate.fate, fate.held, fate.changes) == (Fate.SAME, HELD, {})


def test_changes_are_told_field_by_field_figures_with_their_year(roster):
    fate = fate_of(roster, "甲厂", CODE, "邦均镇", "4", "6")
    assert fate.fate is Fate.CHANGED
    assert fate.changes == {
        "address": ("渔阳镇", "邦均镇"),
        "2019.revenue": (None, 4_000_000),
        "2020.revenue": (5_000_000, 6_000_000),
    }


def test_a_blank_cell_changes_nothing(roster):
    assert fate_of(roster, "甲厂", CODE, "", "", "").fate is Fate.SAME


def test_a_renamed_enterprise_is_found_by_its_code(roster):
    assert fate_of(roster, "甲厂有限公司", CODE, "", "", "").changes == {"name": ("甲厂", "甲厂有限公司")}


def test_without_code_the_folded_name_finds_it(roster):
    held = enterprise("e2", name="天津（渔山）机械厂", uscc=CODE)
    assert fate_of(roster, "天津(渔山) 机械厂", "", "", "", "", held=[held], held_figures={}).held is held


def test_the_same_name_with_another_code_is_another_enterprise(roster):
    assert fate_of(roster, "甲厂", OTHER, "", "", "").fate is Fate.NEW


def test_a_code_may_be_added_to_an_enterprise_that_had_none(roster):
    held = enterprise("e3", name="甲厂")
    fate = fate_of(roster, "甲厂", CODE, "", "", "", held=[held], held_figures={})
    assert fate.changes == {"uscc": (None, CODE)}


def test_a_row_with_an_error_is_faulty_and_changes_nothing(roster):
    fate = fate_of(roster, "甲厂", "123", "邦均镇", "", "")
    assert (fate.fate, fate.changes) == (Fate.FAULTY, {})


def test_two_rows_about_one_record_are_not_both_taken(roster):
    """One found by its code, one by its name: the second would undo the first."""
    rows = roster(HEAD, ["甲厂有限公司", CODE, "东", "", ""], ["甲厂", "", "西", "", ""]).rows
    assert [fate.fate for fate in compare(rows, [HELD], {})] == [Fate.CHANGED, Fate.FAULTY]
