"""One workbook of several sheets: enterprises, and what belongs to them, found by name or credit code."""

from datetime import datetime

import pytest
from openpyxl import Workbook

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.take_back import register, take_back
from jizhou_desktop.tasks.take_in import SheetChoice
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
CODE = "91120225MA06K2ER77"
ROSTER = [["企业名称", "统一社会信用代码", "2020年营业收入（元）"], ["甲厂", CODE, 88_600_000], ["乙厂", "", 120_000]]
CONTACTS = [["企业名称", "姓名", "职务", "电话"], ["甲厂", "王一", "厂长", "13800000003"]]
CLAIMS = [
    ["企业名称", "年度", "项目名称", "开工日期", "完工日期", "项目总投资（万元）", "其中：设备投入（万元）"],
    ["甲厂", 2020, "智能线", "2020-01-01", "2020-10-01", 820, 610],
]
EQUIPMENT = [
    ["统一社会信用代码", "项目名称", "设备名称", "发票号码", "发票日期", "金额（万元）"],
    [CODE, "智能线", "车床", "00123456", "2020-03-03", 61],
    [CODE, "智能线", "车床", "00123456", "2020-03-03", 61],
]


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        yield made


@pytest.fixture
def look(workspace, tmp_path):
    def look(sheets, choices=None):
        book = Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "来表.xlsx")
        return take_in.look(workspace, tmp_path / "来表.xlsx", year=2020, choices=choices)

    return look


@pytest.fixture
def save(workspace):
    new_uid = uids_from("lists")
    return lambda looked: take_in.save(workspace, looked, now=NOW, new_uid=new_uid)


def said(looked):
    return [problem.message for problem in looked.problems if problem.severity == "error"]


def test_new_enterprises_and_what_belongs_to_them_come_in_one_workbook(workspace, look, save):
    sheets = {"花名册": ROSTER, "联系人": CONTACTS, "智能化技术改造项目资金申请表": CLAIMS, "设备清单": EQUIPMENT}
    looked = look(sheets)
    assert said(looked) == []
    assert looked.counts() == {"new": 6, "changed": 0, "same": 0, "faulty": 0}
    save(looked)
    (contact,) = workspace.records.all_of(Kind.CONTACT)
    (claim,) = workspace.records.all_of(Kind.CLAIM)
    machines = workspace.records.all_of(Kind.EQUIPMENT)
    first = workspace.records.search(Kind.ENTERPRISE, "甲厂")[0]
    assert (contact.parent, claim.parent, claim.year) == (first.uid, first.uid, 2020)
    # 610 万元 of equipment at 6 %: 36.6 万元
    assert claim["amount"] == 36_600_000
    assert [(one.parent, one["invoice_number"], one["place_in_list"]) for one in machines] == [
        (claim.uid, "00123456", 1),
        (claim.uid, "00123456", 2),
    ]
    again = look(sheets)
    assert again.counts() == {"new": 0, "changed": 0, "same": 6, "faulty": 0}


def test_a_row_of_nobody_is_told_and_kept_out(look):
    assert said(look({"联系人": CONTACTS})) == ["没有“甲厂”的档案，请先建立或导入企业档案，再导入本表。"]


def test_two_enterprises_of_one_name_ask_for_the_code(workspace, look):
    for uid in ("1", "2"):
        save_answers(workspace, "enterprise", {"name": "甲厂"}, uid=uid, now=NOW)
    assert said(look({"联系人": CONTACTS})) == ["名称为“甲厂”的企业有2家，请写明统一社会信用代码。"]


def test_paths_are_read_by_their_titles(workspace, look, save):
    save(look({"花名册": ROSTER}))
    head = ["企业名称", "转型路径", "进展状态"]
    looked = look(
        {
            "转型": [
                head,
                ["甲厂", "向科技型企业转型", "认定"],
                ["乙厂", "电子商务应用", "拟转型"],
                ["乙厂", "乱写", "认定"],
            ]
        }
    )
    assert said(looked) == ["转型路径：“乱写”不在行动计划之内，请从空白模板的下拉选项中选取。"]
    save(looked)
    assert {one["path"] for one in workspace.records.all_of(Kind.TRANSFORMATION)} == {
        "technology-enterprise",
        "e-commerce",
    }


def test_a_year_without_a_plan_stops_the_claim(look):
    old = [CLAIMS[0], ["甲厂", 2018, *CLAIMS[1][2:]]]
    looked = look({"花名册": ROSTER, "智能化技术改造项目资金申请表": old})
    assert said(looked) == ["没有2018年的行动计划，请核对申报年度。"]


def test_a_change_is_told_field_by_field(look, save):
    save(look({"花名册": ROSTER, "联系人": CONTACTS}))
    looked = look({"联系人": [CONTACTS[0], ["甲厂", "王一", "董事长", ""]]})
    (fate,) = looked.fates
    assert fate.changes == {"post": ("厂长", "董事长")}


def test_the_official_decides_sheet_heading_row_and_columns(workspace, look, save):
    rows = [["渔阳镇"], ["某某", "甲栏", "乙栏"], ["丙厂", CODE, "王一"], ["丁厂", "", "王二"], ["戊厂", "", "王三"]]
    choice = SheetChoice(subject="enterprise", row=1, columns={0: "enterprise.name", 2: "enterprise.legal_person"})
    looked = look({"甲": rows, "乙": ROSTER}, {"甲": choice, "乙": SheetChoice(taken=False)})
    assert [fate.row.values["name"] for fate in looked.fates] == ["丙厂", "丁厂", "戊厂"]
    save(looked)
    assert workspace.records.search(Kind.ENTERPRISE, "丙厂")[0]["legal_person"] == "王一"
    # next time the headings are known: no choice is needed
    assert look({"甲": rows}).counts()["same"] == 3


def test_a_column_that_was_left_out_stays_out(look, save):
    looked = look({"花名册": ROSTER}, {"花名册": SheetChoice(columns={1: ""})})
    assert all("uscc" not in fate.row.values for fate in looked.fates)
    save(looked)
    assert all("uscc" not in fate.row.values for fate in look({"花名册": ROSTER}).fates)


def test_a_column_without_a_heading_is_known_by_its_content(look):
    codes = [CODE, "91120225MA06MQEY05", "91120225MA06K4FE2G"]
    rows = [["企业名称", "", "其他"], *([f"{code[-4:]}公司", code, "x"] for code in codes)]
    heading = look({"表": rows}).roster.headings["表"]
    assert [(one.field.name, one.confidence) for one in heading.columns] == [("name", 100), ("uscc", 60)]


def test_a_take_in_is_taken_back_as_one(workspace, look, save):
    save_answers(workspace, "enterprise", {"name": "甲厂", "phone": "13800000001"}, uid="held", now=NOW)
    save(look({"花名册": ROSTER, "联系人": CONTACTS}))
    assert workspace.records.get("held")["uscc"] == CODE
    back = take_back(workspace, 1, now=NOW)
    assert back.text() == "已撤销导入“来表.xlsx”：移出新增的4条，恢复变更的1条。"
    assert dict(workspace.records.get("held").values) == {"name": "甲厂", "phone": "13800000001"} | {
        name: None for name, value in workspace.records.get("held").values.items() if value is None
    }
    assert workspace.records.count(Kind.ENTERPRISE) == 1
    assert workspace.records.count(Kind.CONTACT) == 0
    assert register(workspace)[0].undone_by == "王样例"
    with pytest.raises(Exception, match="不能再次撤销"):
        take_back(workspace, 1, now=NOW)
    # and it can come in once more
    assert look({"花名册": ROSTER}).counts() == {"new": 1, "changed": 1, "same": 0, "faulty": 0}


def test_what_was_changed_since_is_left_and_named(workspace, look, save):
    save(look({"花名册": ROSTER, "联系人": CONTACTS}))
    (contact,) = workspace.records.all_of(Kind.CONTACT)
    workspace.records.save(contact.with_values(post="经理"), by="李", at="2020-12-02T08:00:00+08:00")
    back = take_back(workspace, 1, now=NOW)
    assert sorted(back.left) == [
        "甲厂　王一（联系人）已由李于2020-12-02 08:00改过",
        "甲厂（企业基本情况）名下的记录此后有改动",
    ]
    assert workspace.records.count(Kind.ENTERPRISE) == 1


def test_an_enterprise_that_got_a_record_since_is_left(workspace, look, save):
    save(look({"花名册": ROSTER}))
    first = workspace.records.search(Kind.ENTERPRISE, "甲厂")[0]
    save_answers(workspace, "contact", {"name": "新人"}, uid="new", now=NOW, parent=first.uid)
    assert take_back(workspace, 1, now=NOW).left == ("甲厂（企业基本情况）名下已有其他记录",)


def test_no_such_take_in(workspace):
    with pytest.raises(Exception, match="没有第7次导入"):
        take_back(workspace, 7, now=NOW)
