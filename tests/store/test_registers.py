"""Evidence, papers, packages, drafts and explanations."""

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store import attachments
from jizhou_desktop.store.packages import SENT, TAKEN, PackageRow
from jizhou_desktop.store.papers import PaperRow

from .conftest import enterprise

AT = "2020-12-01T09:30:00+08:00"


def add(workspace, source, uid):
    return workspace.attachments.add(
        source, record=enterprise().uid, kind="发票", title="发票", name=source.name, dated="2020-10-28", uid=uid
    )


def test_the_same_file_twice_is_stored_once(workspace, tmp_path):
    for name in ("发票.pdf", "发票（复件）.pdf"):
        (tmp_path / name).write_bytes(b"%PDF invoice")
        add(workspace, tmp_path / name, enterprise(len(name)).uid)
    assert [item.name for item in workspace.attachments.of(enterprise().uid)] == ["发票.pdf", "发票（复件）.pdf"]
    assert len([file for file in (workspace.folder / "attachments").rglob("*") if file.is_file()]) == 1


def test_a_name_from_outside_is_never_a_path(workspace, tmp_path):
    (tmp_path / "x").write_bytes(b"x")
    added = workspace.attachments.add(
        tmp_path / "x", record="r", kind="k", title="t", name="../../evil.exe", dated="", uid="u"
    )
    assert workspace.attachments.path(added.digest).is_relative_to(workspace.folder / "attachments")


def test_a_file_too_large_is_told(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "MOST_BYTES", 3)
    (tmp_path / "录像.mp4").write_bytes(b"1234")
    with pytest.raises(UserError, match=r"录像.mp4 .*请压缩或拆分"):
        add(workspace, tmp_path / "录像.mp4", "u")


def test_a_missing_file_is_told(workspace, tmp_path):
    with pytest.raises(UserError, match="无法读取"):
        add(workspace, tmp_path / "没有.pdf", "u")


def test_evidence_whose_bytes_do_not_fit_leaves_no_row_and_no_file(workspace, tmp_path):
    (tmp_path / "a").write_bytes(b"right")
    row = add(workspace, tmp_path / "a", "u1")
    workspace.attachments.path(row.digest).unlink()
    with pytest.raises(UserError, match="摘要不符"):
        workspace.attachments.receive(row, [b"wrong"])
    assert not workspace.attachments.path(row.digest).exists()


def test_papers_are_kept_as_printed_and_listed_the_latest_first(workspace, tmp_path):
    printed = tmp_path / "通报.pdf"
    for number, paper in enumerate(("assessment-notice", "enterprise-record")):
        printed.write_bytes(f"%PDF {paper}".encode())
        workspace.papers.keep(PaperRow(paper, paper, "", str(printed), f"{number}" * 64, 2, "王", AT), printed)
    latest, first = workspace.papers.rows()
    assert (latest.paper, first.paper) == ("enterprise-record", "assessment-notice")
    assert workspace.papers.kept(first).read_bytes() == b"%PDF assessment-notice"


def package(direction, year, sequence, office="120119104"):
    return PackageRow(direction, office, year, sequence, "d" * 64, "a.jzb", {"enterprise": 3}, 1, "王", AT)


def test_packages_are_numbered_by_year_from_one(workspace):
    assert workspace.packages.next_sequence(2020) == 1
    workspace.packages.note(package(SENT, 2020, 1))
    assert (workspace.packages.next_sequence(2020), workspace.packages.next_sequence(2021)) == (2, 1)
    assert workspace.packages.last_sent(2020) == package(SENT, 2020, 1)


def test_the_last_package_of_each_office_is_known(workspace):
    assert workspace.packages.last_taken("120119104", 2020) is None
    for sequence in (1, 3):
        workspace.packages.note(package(TAKEN, 2020, sequence))
    workspace.packages.note(package(TAKEN, 2020, 9, office="120119105"))
    assert workspace.packages.last_taken("120119104", 2020).sequence == 3


def test_a_draft_is_offered_back_until_it_is_dropped(workspace):
    workspace.drafts.keep("enterprise", "", {"name": "填了一半"}, at=AT)
    workspace.drafts.keep("enterprise", "", {"name": "填了一大半"}, at=AT)
    assert workspace.drafts.find("enterprise", "") == {"name": "填了一大半"}
    workspace.drafts.drop("enterprise", "")
    assert workspace.drafts.find("enterprise", "") is None


def test_an_explanation_lapses_when_the_figure_changes(workspace):
    workspace.explanations.give("r", "F12", {"revenue": 100}, "订单增加", by="王", at=AT)
    said = workspace.explanations.find("r", "F12", {"revenue": 100})
    assert (said.text, said.said_by, said.said_at) == ("订单增加", "王", AT)
    assert workspace.explanations.find("r", "F12", {"revenue": 101}) is None
    assert workspace.explanations.find("r", "F13", {"revenue": 100}) is None


def test_an_explanation_says_something(workspace):
    with pytest.raises(UserError, match="请填写核实说明"):
        workspace.explanations.give("r", "F12", {"revenue": 100}, " ", by="王", at=AT)


def test_damaged_evidence_is_mended_by_adding_it_again(workspace, tmp_path):
    (tmp_path / "发票.pdf").write_bytes(b"%PDF invoice")
    kept = workspace.attachments.path(add(workspace, tmp_path / "发票.pdf", "u").digest)
    kept.write_bytes(b"%PDF damaged")
    add(workspace, tmp_path / "发票.pdf", "u")
    assert kept.read_bytes() == b"%PDF invoice"
