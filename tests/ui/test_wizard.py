"""The first start: three questions, sentences beside the fields, a workspace at the end."""

import pytest

from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.wizard import Wizard


@pytest.fixture
def wizard(tmp_path, now, shown):
    return shown(Wizard(tmp_path / "台账", lambda: now), 700, 500)


def choose(wizard, name: str) -> None:
    wizard.office.setCurrentIndex(wizard.office.findText(name))


def test_what_is_missing_is_said_beside_its_field(wizard, qtbot):
    wizard.folder.clear()
    with qtbot.assertNotEmitted(wizard.opened):
        wizard.finish()
    assert wizard.remark(wizard.folder) == "请填写或选择文件夹。"
    assert wizard.remark(wizard.office) == "请选择本单位。"
    assert wizard.remark(wizard.clerk) == "请填写经办人姓名，会写入修改历史。"


def test_the_office_proposes_its_name_and_prefix_which_may_be_changed(wizard, now, qtbot):
    choose(wizard, "渔阳镇")
    assert wizard.name.text() == "天津市蓟州区渔阳镇人民政府"
    assert wizard.prefix.text() == "渔政发"
    wizard.prefix.setText("渔阳政发")
    wizard.clerk.setText("王样例")
    with qtbot.waitSignal(wizard.opened) as opened:
        wizard.finish()
    with open_workspace(opened.args[0], now=now) as workspace:
        assert workspace.profile.office.prefix == "渔阳政发"
        assert workspace.profile.clerk == "王样例"


def test_a_folder_that_holds_something_is_refused_where_it_is_named(wizard, tmp_path):
    (tmp_path / "台账").mkdir()
    (tmp_path / "台账" / "旧文件.txt").write_text("甲", encoding="utf-8")
    choose(wizard, "渔阳镇")
    wizard.clerk.setText("王样例")
    wizard.finish()
    assert "不是空文件夹" in wizard.remark(wizard.folder)


def test_an_existing_workspace_asks_for_nothing_else(wizard, desk, qtbot):
    wizard.open_held.setChecked(True)
    assert not wizard.clerk.isVisible()
    wizard.folder.setText(str(desk.workspace.folder))
    with qtbot.waitSignal(wizard.opened):
        wizard.finish()
