"""A list filled in by keys alone, as a workbook is: contacts, qualifications, equipment under one record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.child_rows import TypedRow, child_rows, save_child_rows
from jizhou_desktop.ui.row_grid import RowGrid

ENTERPRISE = "4b0c7d0e-7a0f-4d0a-9d55-2f54a6a3c001"
CLAIM = "4b0c7d0e-7a0f-4d0a-9d55-2f54a6a3c002"


@pytest.fixture
def grid(desk, shown):
    def make(form: str = "equipment", parent: str = CLAIM, **told):
        made = shown(RowGrid(desk, form, parent, **told), 1100, 400)
        made.load()
        made.go_to(0)
        return made

    return make


def cell(grid):  # noqa: ARG001  — reads as the sentence it is
    """The entry that is open in the cell in hand."""
    return QApplication.focusWidget()


def key(grid, pressed, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(cell(grid), pressed, held)


def column(grid, name: str) -> int:
    return [field.name for field in grid.model.fields].index(name)


def place(grid) -> tuple[int, str]:
    index = grid.view.currentIndex()
    return index.row(), grid.model.fields[index.column()].name


def text(grid, row: int, name: str) -> str:
    return grid.model.index(row, column(grid, name)).data()


def fill(grid, type_in, answers: dict[str, str]) -> None:
    """Types a row from its first cell on, Enter after each, as far as the last cell."""
    for field in grid.model.fields:
        assert place(grid)[1] == field.name
        type_in(cell(grid), answers.get(field.name, ""))
        key(grid, Qt.Key.Key_Return)


def test_rows_are_typed_with_enter_alone_and_saved(desk, grid, type_in):
    people = grid("contact", ENTERPRISE)
    fill(people, type_in, {"name": "赵大川", "post": "总经理", "phone": "13800000001"})
    assert place(people) == (1, "name")
    fill(people, type_in, {"name": "钱二丽", "phone": "022-29142345"})
    assert people.dirty
    assert people.save()
    assert not people.dirty
    rows = child_rows(desk.workspace, ENTERPRISE, Kind.CONTACT)
    assert [(row["name"], row["post"], row["phone"]) for row in rows] == [
        ("赵大川", "总经理", "13800000001"),
        ("钱二丽", None, "022-29142345"),
    ]


def test_a_cell_shows_what_will_be_kept_once_it_is_left(grid, type_in):
    list_ = grid()
    for name, typed, shown in (
        ("amount", "84000元", "8.4"),
        ("amount", "1，234．5", "1,234.5"),
        ("invoice_date", "20200721", "2020年7月21日"),
        ("invoice_date", "2020．7．21", "2020年7月21日"),
    ):
        list_.go_to(0, name)
        cell(list_).clear()
        type_in(cell(list_), typed)
        key(list_, Qt.Key.Key_Return)
        assert text(list_, 0, name) == shown


def test_the_sum_of_the_money_column_stands_below(grid, type_in):
    list_ = grid()
    seen = []
    list_.changed.connect(seen.append)
    list_.go_to(0, "amount")
    type_in(cell(list_), "86.5")
    list_.go_to(1, "amount")
    type_in(cell(list_), "1234000元")
    assert "209.9" in list_._sums.text()
    assert [row["amount"] for row in seen[-1]] == [865_000_00, 1_234_000_00]


def test_shift_enter_goes_back_also_to_the_row_above(grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    fill(list_, type_in, {"name": "赵大川"})
    key(list_, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert place(list_) == (0, "remarks")


def test_the_arrow_keys_go_up_and_down(grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    type_in(cell(list_), "赵大川")
    key(list_, Qt.Key.Key_Down)
    assert place(list_) == (1, "name")
    key(list_, Qt.Key.Key_Up)
    assert place(list_) == (0, "name")


def test_ctrl_d_copies_from_the_row_above(grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    fill(list_, type_in, {"name": "赵大川", "post": "销售经理"})
    list_.go_to(1, "post")
    key(list_, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert text(list_, 1, "post") == "销售经理"
    assert cell(list_).value() == "销售经理"


@pytest.mark.parametrize(
    ("typed", "meant"), [("发", "发明专利"), ("gxjs", "国家高新技术企业"), ("zjtx", "“专精特新”中小企业")]
)
def test_a_choice_is_found_by_its_first_characters_or_initials(grid, type_in, typed, meant):
    list_ = grid("qualification", ENTERPRISE)
    type_in(cell(list_), typed)
    key(list_, Qt.Key.Key_Return)
    assert text(list_, 0, "type") == meant
    assert place(list_) == (0, "name")


def test_a_choice_is_picked_from_its_open_list(grid, qtbot):
    list_ = grid("qualification", ENTERPRISE)
    key(list_, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = cell(list_).completer().popup()
    qtbot.waitUntil(popup.isVisible)
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, pressed)
    qtbot.waitUntil(lambda: place(list_) == (0, "name"))
    assert text(list_, 0, "type") == "科技型中小企业"


def test_enter_belongs_to_the_input_method_while_it_composes(grid):
    list_ = grid("contact", ENTERPRISE)
    QApplication.sendEvent(cell(list_), QInputMethodEvent("zhao", []))
    assert list_.composing
    key(list_, Qt.Key.Key_Return)
    assert place(list_) == (0, "name")
    commit = QInputMethodEvent("", [])
    commit.setCommitString("赵")
    QApplication.sendEvent(cell(list_), commit)
    key(list_, Qt.Key.Key_Return)
    assert (place(list_), text(list_, 0, "name")) == ((0, "post"), "赵")


def test_a_wrong_cell_keeps_all_back_and_has_its_sentence_below(desk, grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    fill(list_, type_in, {"name": "赵大川", "phone": "1380000000"})
    assert list_.save() is False
    assert place(list_) == (0, "phone")
    assert "不是电话号码" in list_.remark.shown.text
    assert child_rows(desk.workspace, ENTERPRISE, Kind.CONTACT) == []
    assert list_.dirty


def test_a_name_passed_over_is_asked_for_once_its_row_is_left(grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    list_.go_to(0, "phone")
    type_in(cell(list_), "13800000001")
    list_.go_to(1)
    list_.go_to(0, "name")
    assert "必填" in list_.remark.shown.text


def test_a_blank_last_row_is_no_row(desk, grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    fill(list_, type_in, {"name": "赵大川"})
    type_in(cell(list_), " ")
    assert list_.save()
    assert len(child_rows(desk.workspace, ENTERPRISE, Kind.CONTACT)) == 1


def test_enter_at_the_end_of_the_blank_row_leaves_the_list(grid, qtbot):
    list_ = grid("contact", ENTERPRISE)
    with qtbot.waitSignal(list_.ended):
        for _ in list_.model.fields:
            key(list_, Qt.Key.Key_Return)


def test_a_row_is_taken_out_and_can_be_put_back(desk, grid, type_in):
    list_ = grid("contact", ENTERPRISE)
    fill(list_, type_in, {"name": "赵大川"})
    fill(list_, type_in, {"name": "钱二丽"})
    list_.save()
    list_.go_to(0)
    key(list_, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert text(list_, 0, "name") == "钱二丽"
    list_._undo.click()
    assert [text(list_, row, "name") for row in (0, 1)] == ["赵大川", "钱二丽"]
    assert not list_.dirty
    list_.go_to(0)
    key(list_, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert list_.save()
    assert [row["name"] for row in child_rows(desk.workspace, ENTERPRISE, Kind.CONTACT)] == ["钱二丽"]


def test_cells_copied_in_a_workbook_fill_the_list_downward(grid):
    list_ = grid("contact", ENTERPRISE)
    QGuiApplication.clipboard().setText('赵大川\t总经理\t13800000001\n“钱二丽”\t\t022-29142345\n"孙\n三"\t会计\t\n')
    key(list_, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    names = [text(list_, row, "name") for row in range(list_.model.rowCount())]
    assert names == ["赵大川", "“钱二丽”", "孙 三", ""]
    assert text(list_, 1, "phone") == "022-29142345"


def test_a_lone_quotation_mark_swallows_no_rows(grid):
    list_ = grid("product", ENTERPRISE)
    list_.paste('6" 钢管\t吨\n4分管\t吨')
    assert [text(list_, row, "name") for row in (0, 1)] == ['6" 钢管', "4分管"]


def test_a_paste_that_is_a_whole_workbook_is_cut_with_a_sentence(grid):
    list_ = grid("contact", ENTERPRISE)
    list_.paste("甲\t乙\n" * 1003)
    assert list_.model.rowCount() == 1001
    assert "其余3行没有粘贴" in list_.remark.shown.text


def test_what_was_typed_survives_a_power_cut(desk, grid, shown, type_in):
    list_ = grid("contact", ENTERPRISE)
    fill(list_, type_in, {"name": "赵大川"})
    list_.save()
    list_.go_to(0, "post")
    type_in(cell(list_), "总经理")
    list_.go_to(1)
    type_in(cell(list_), "钱")
    list_.keep_draft()
    again = shown(RowGrid(desk, "contact", ENTERPRISE), 1100, 400)
    assert again.load()
    assert [text(again, row, "name") for row in (0, 1)] == ["赵大川", "钱"]
    assert text(again, 0, "post") == "总经理"
    assert again.save()
    assert child_rows(desk.workspace, ENTERPRISE, Kind.CONTACT)[0].revision == 2
    assert not shown(RowGrid(desk, "contact", ENTERPRISE), 1100, 400).load()


def test_another_offices_row_is_shown_and_cannot_be_changed(desk, grid, type_in):
    mine = {"step": "受理", "date": "20201201", "person": "王样例"}
    saved = save_child_rows(
        desk.workspace, "step", CLAIM, [TypedRow(mine)], now=desk.now(), new_uid=desk.new_uid
    ).records[0]
    theirs = saved.__class__(
        **{
            **saved.__dict__,
            "uid": "theirs",
            "office": "120119000",
            "values": {**saved.values, "step": "审核", "place_in_list": 2},
        }
    )
    desk.workspace.records.receive([theirs], by="区", at="2020-12-02T00:00:00+08:00")
    steps = grid("step", CLAIM)
    steps.go_to(1)
    assert text(steps, 1, "step") == "审核"
    assert cell(steps) is steps.view
    assert "其他单位" in steps.remark.shown.text
    key(steps, Qt.Key.Key_Return)
    steps.go_to(2)
    fill(steps, type_in, {"step": "复核", "date": "20201203", "person": "王样例"})
    assert steps.save()
    assert [row["step"] for row in child_rows(desk.workspace, CLAIM, Kind.STEP)] == ["受理", "审核", "复核"]
    assert desk.workspace.records.get("theirs").revision == theirs.revision


def test_the_year_that_the_page_fixes_is_saved_with_each_row(desk, grid, type_in):
    used = grid("energy", ENTERPRISE, year=2020, fixed={"year": "2020"})
    fill(used, type_in, {"energy": "dl", "quantity": "120万"})
    assert used.save()
    row = child_rows(desk.workspace, ENTERPRISE, Kind.ENERGY, year=2020)[0]
    assert (row.year, row["energy"], row["quantity"]) == (2020, "电力", "1200000")


def test_text_of_several_lines_takes_alt_enter(grid, type_in):
    steps = grid("step", CLAIM)
    steps.go_to(0, "opinion")
    type_in(cell(steps), "one")
    key(steps, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    type_in(cell(steps), "two")
    key(steps, Qt.Key.Key_Return)
    assert text(steps, 0, "opinion") == "one\ntwo"
