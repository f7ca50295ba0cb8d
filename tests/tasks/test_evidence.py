"""Evidence is kept beside its record, renamed, moved, taken out and put back, and never lost."""

from datetime import datetime

import pytest
from PIL import Image

from jizhou_desktop.domain.attachment import Look, look_of, safe_name
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import evidence, hand_over, take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.evidence import add_evidence, change_evidence, evidence_groups, kinds_for
from jizhou_desktop.tasks.evidence_volume import export_evidence
from jizhou_desktop.tasks.preview import page_count
from jizhou_desktop.tasks.uids import new_uid, uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
LATER = datetime.fromisoformat("2020-12-02T10:00:00+08:00")
NEXT = uids_from("evidence")


@pytest.fixture
def going(workspace, enterprise):
    path = evidence.resources.latest_plan().paths[4]
    answers = {"path": path.id, "state": "拟转型"}
    return save_answers(
        workspace, "transformation", answers, uid=NEXT(), now=NOW, parent=enterprise.uid, year=2020
    ).record


@pytest.fixture
def invoice(tmp_path):
    file = tmp_path / "设备发票3.pdf"
    file.write_bytes(b"%PDF-1.4 invoice")
    return file


def add(workspace, record, file, *, kind="发票", title="车床发票", dated="2020-10-28", now=NOW):
    return add_evidence(workspace, record, file, kind=kind, title=title, dated=dated, uid=NEXT(), now=now)


def test_who_added_it_and_when_stays_with_it(workspace, enterprise, invoice):
    item = add(workspace, enterprise, invoice).item
    assert (item.added_by, item.added_at) == ("王样例", "2020-12-01T09:30:00+08:00")
    assert [change.why for change in evidence.evidence_changes(workspace, item.uid)] == ["添加"]


def test_the_same_file_twice_on_a_record_stays_one_and_is_told(workspace, enterprise, invoice):
    first = add(workspace, enterprise, invoice)
    again = add(workspace, enterprise, invoice, title="又一次")
    assert again.item == first.item
    assert again.note == "“设备发票3.pdf”已在这条记录中（发票“车床发票”），没有重复添加。"
    assert len(workspace.attachments.of(enterprise.uid)) == 1


def test_the_same_file_on_another_record_is_stored_once_and_told(workspace, enterprise, going, invoice):
    add(workspace, enterprise, invoice)
    assert "同一文件，只存一份" in add(workspace, going, invoice).note
    files = [file for file in (workspace.folder / "attachments").rglob("*") if file.is_file()]
    assert len(files) == 1


def test_taken_out_it_is_in_no_list_and_comes_back_as_it_was(workspace, enterprise, invoice):
    item = add(workspace, enterprise, invoice).item
    evidence.withdraw_evidence(workspace, item.uid, now=LATER, why="开错抬头")
    assert evidence.evidence_of(workspace, enterprise) == []
    (held,) = evidence.evidence_of(workspace, enterprise, withdrawn=True)
    assert held.withdrawn == "开错抬头"
    assert workspace.attachments.path(item.digest).is_file()
    assert evidence.restore_evidence(workspace, item.uid, now=LATER) == item
    assert [change.why for change in evidence.evidence_changes(workspace, item.uid)] == ["添加", "取出", "恢复"]


def test_a_file_taken_out_and_added_again_is_the_same_piece(workspace, enterprise, invoice):
    item = add(workspace, enterprise, invoice).item
    evidence.withdraw_evidence(workspace, item.uid, now=LATER)
    again = add(workspace, enterprise, invoice, title="换了标题")
    assert (again.item.uid, again.item.title) == (item.uid, "换了标题")
    assert again.note.endswith("以前取出过，已恢复。")


def test_it_moves_within_the_enterprise_and_not_beyond(workspace, enterprise, going, invoice):
    item = add(workspace, enterprise, invoice).item
    about = {"kind": item.kind, "title": item.title, "dated": item.dated, "now": LATER}
    assert change_evidence(workspace, item.uid, record=going.uid, **about).record == going.uid
    stranger = save_answers(workspace, "enterprise", {"name": "别家", "place": "渔阳镇"}, uid=NEXT(), now=NOW).record
    with pytest.raises(UserError, match="同一企业"):
        change_evidence(workspace, item.uid, record=stranger.uid, **about)


def test_a_title_is_never_blank(workspace, enterprise, invoice):
    item = add(workspace, enterprise, invoice, title=" ").item
    assert item.title == "设备发票3"
    with pytest.raises(UserError, match="请填写标题"):
        change_evidence(workspace, item.uid, kind="发票", title=" ", dated="", record=enterprise.uid, now=LATER)


def test_an_enterprise_shows_its_own_and_that_of_its_records(workspace, enterprise, going, invoice):
    add(workspace, going, invoice)
    groups = evidence_groups(workspace, enterprise.uid)
    path = evidence.resources.latest_plan().paths[4]
    assert [(group.label, len(group.items)) for group in groups] == [
        ("企业档案", 0), (f"2020年转型任务：{path.title}", 1)
    ]  # fmt: skip


def test_the_kinds_that_the_path_asks_for_come_first(going):
    path = evidence.resources.latest_plan().paths[4]
    kinds = kinds_for(going)
    assert kinds[: len(path.evidence)] == path.evidence
    assert {"营业执照", "其他"} <= set(kinds)
    assert evidence.likely_kind(("发票", "设备发票", "其他"), "设备发票3.pdf") == "设备发票"
    assert evidence.likely_kind(("发票", "其他"), "IMG_0001.jpg") == "其他"


@pytest.mark.parametrize(
    ("size", "sentence"), [(0, "空文件"), (2 << 30, "有2048MB，超过200MB")], ids=["empty", "two gigabytes"]
)
def test_a_file_that_cannot_be_kept_is_told(workspace, enterprise, tmp_path, size, sentence):
    file = tmp_path / "扫描.pdf"
    with file.open("wb") as stream:
        stream.truncate(size)
    with pytest.raises(UserError, match=sentence):
        add(workspace, enterprise, file)
    assert workspace.attachments.all(withdrawn=True) == []


def test_a_folder_is_no_evidence(workspace, enterprise, tmp_path):
    with pytest.raises(UserError, match="不是文件"):
        add(workspace, enterprise, tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("发票.pdf", "发票.pdf"),
        ("..\\..\\Windows\\hosts", ".._.._Windows_hosts"),
        ("照片\u202egpj.exe", "照片_gpj.exe"),
        ("a\nb\x00.pdf", "a_b_.pdf"),
        ("con.txt", "_con.txt"),
        ("...", "未命名"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
        ("\udcff.pdf", "_.pdf"),
    ],
)
def test_a_name_from_outside_can_be_written_anywhere(name, safe):
    assert safe_name(name).replace("?", "_") == safe


def test_what_a_file_is_is_told_by_its_bytes():
    assert look_of(b"\xef\xbb\xbf%PDF-1.7") is Look.PDF
    assert look_of(b"\xff\xd8\xff\xe1") is Look.PICTURE
    assert look_of(b"RIFF\0\0\0\0WEBPVP8 ") is Look.PICTURE
    assert look_of(b"MZ\x90") is Look.OTHER


@pytest.fixture
def district(tmp_path):
    with create(tmp_path / "区级", office_code="120119", clerk="李样例") as made:
        yield made


def send(workspace, district, tmp_path, number):
    package = tmp_path / f"{number}.jzb"
    hand_over.hand_over(workspace, 2020, package, now=LATER)
    take_in.save(district, take_in.look(district, package), now=LATER, new_uid=new_uid)


def test_the_district_sees_what_was_renamed_and_no_longer_what_was_taken_out(
    workspace, district, enterprise, invoice, tmp_path
):
    (tmp_path / "照片.jpg").write_bytes(b"\xff\xd8\xff photograph")
    first, second = (
        add(workspace, enterprise, invoice).item, add(workspace, enterprise, tmp_path / "照片.jpg", title="照片").item
    )  # fmt: skip
    send(workspace, district, tmp_path, 1)
    assert district.attachments.all() == [first, second]
    renamed = change_evidence(
        workspace, first.uid, kind="发票", title="新标题", dated="", record=enterprise.uid, now=LATER
    )
    evidence.withdraw_evidence(workspace, second.uid, now=LATER)
    send(workspace, district, tmp_path, 2)
    assert district.attachments.all() == [renamed]
    assert district.attachments.get(second.uid).withdrawn == "报送单位不再保留"


def test_the_district_leaves_the_evidence_of_others_to_them(workspace, district, enterprise, invoice, tmp_path):
    item = add(workspace, enterprise, invoice).item
    send(workspace, district, tmp_path, 1)
    with pytest.raises(UserError, match="由报送单位保管"):
        evidence.withdraw_evidence(district, item.uid, now=LATER)


def test_all_of_an_enterprise_is_exported_as_one_pdf(workspace, enterprise, going, tmp_path):
    Image.new("RGB", (60, 40), "white").save(tmp_path / "照片.png")
    (tmp_path / "清单.txt").write_text("设备清单", "utf-8")
    add(workspace, enterprise, tmp_path / "照片.png", kind="设备照片", title="车床照片")
    add(workspace, going, tmp_path / "清单.txt", kind="其他", title="设备清单")
    out = tmp_path / "佐证材料.pdf"
    bound = export_evidence(workspace, enterprise.uid, out, now=LATER, report=lambda *_: None)
    assert (bound.pages, page_count(out)) == (3, 3)
    assert bound.left_out == ("“设备清单”：非PDF、图片，未装入（清单.txt）",)


def test_where_there_is_no_evidence_nothing_is_written(workspace, enterprise, tmp_path):
    with pytest.raises(UserError, match="还没有佐证材料"):
        export_evidence(workspace, enterprise.uid, tmp_path / "空.pdf", now=NOW, report=lambda *_: None)
    assert not (tmp_path / "空.pdf").exists()
