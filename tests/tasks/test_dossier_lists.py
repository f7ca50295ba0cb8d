"""The lists of a dossier on its registration form: what was filled in is printed, what was not takes no room."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.child_rows import TypedRow, save_child_rows
from jizhou_desktop.tasks.dossier_lists import enterprise_lists, tenant_list
from jizhou_desktop.tasks.dossiers import enterprise_file
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
new_uid = uids_from("lists")


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        yield made


def kept(workspace, form, answers):
    return save_answers(workspace, form, answers, uid=new_uid(), now=NOW).record


def rows(workspace, form, parent, *answers):
    save_child_rows(workspace, form, parent, [TypedRow(each) for each in answers], now=NOW, new_uid=new_uid)


@pytest.fixture
def lists(workspace):
    enterprise = kept(workspace, "enterprise", {"name": "天津渔山精密机械有限公司"})

    def read():
        held = enterprise_lists(workspace, enterprise_file(workspace, enterprise.uid), resources.plan("2020"))
        return enterprise, {part.title: part for part in held}

    return read


def test_an_empty_dossier_prints_only_what_may_be_filled_in_by_hand(lists):
    _, held = lists()
    assert list(held) == ["创新转型", "佐证材料"]


def test_qualifications_print_with_number_and_both_days(workspace, lists):
    enterprise, _ = lists()
    answers = {"type": "国家高新技术企业", "number": "GR202012000001", "issued": "20201028", "expires": "20231027"}
    rows(workspace, "qualification", enterprise.uid, answers)
    _, held = lists()
    assert held["资质荣誉"].heads == ["类别", "名称", "证书（登记）编号", "取得日期", "有效期至"]
    assert held["资质荣誉"].lines == [["国家高新技术企业", "", "GR202012000001", "2020年10月28日", "2023年10月27日"]]


def test_each_list_spans_the_whole_form(workspace, lists):
    enterprise, _ = lists()
    rows(workspace, "contact", enterprise.uid, {"name": "赵样例", "post": "财务负责人"})
    rows(workspace, "product", enterprise.uid, {"name": "减速器壳体", "revenue": "1260.5"})
    _, held = lists()
    assert {title: sum(part.spans) for title, part in held.items()} == dict.fromkeys(held, 24)
    assert held["主要产品"].lines[0][2] == "1,260.5"


def test_a_park_prints_its_tenants_and_a_park_without_any_prints_no_list(workspace):
    park = kept(workspace, "carrier", {"name": "上仓工业园", "subject": "园区"})
    assert list(tenant_list(workspace, park)) == []
    rows(workspace, "tenant", park.uid, {"name": "天津渔山精密机械有限公司", "area": "1200", "since": "20190401"})
    [tenants] = tenant_list(workspace, park)
    assert tenants.lines == [["天津渔山精密机械有限公司", "", "1,200", "2019年4月1日"]]
