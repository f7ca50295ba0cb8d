"""Printing, numbering, exporting and auditing as an official asks for them."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from jizhou_desktop.documents.raster import fonts, text
from jizhou_desktop.domain.document import Paragraph, Signer
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import check, claims, export, print_many, print_out, printed, resources, take_in, workspaces
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.demo import demo
from jizhou_desktop.tasks.preview import conform
from jizhou_desktop.tasks.uids import uids_from

NOW = datetime.fromisoformat("2020-12-30T09:00:00+08:00")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "渔阳镇"
    demo(folder, now=NOW)
    with workspaces.open_workspace(folder, now=NOW) as opened:
        enterprise = opened.records.all_of(Kind.ENTERPRISE)[0]
        for number, scheme in enumerate(claims.schemes_at_hand(resources.latest_plan())):
            if scheme != "smart-upgrade":
                answers = {field.name: sample(field) for field in resources.form(scheme).fields if field.required}
                uid = uids_from(scheme)()
                saved = save_answers(opened, scheme, answers, uid=uid, now=NOW, parent=enterprise.uid, year=2020)
                assert saved.record is not None, (number, saved.problems)
    return folder


def sample(field):
    """An answer of each kind that a form may require."""
    if field.choices:
        return field.choices[0]
    return {"date": "20200601", "money": "10", "whole": "1", "decimal": "1", "yes-no": "是"}.get(field.kind, "样例")


@pytest.fixture
def workspace(made):
    with workspaces.open_workspace(made, now=NOW) as opened:
        yield opened


def subject_of(workspace, paper):
    if paper.about is None:
        return None
    fit = [record for record in workspace.records.all_of(paper.about) if paper.form in ("", record.form)]
    return fit[0].uid if fit else None


PAPERS = [paper.id for paper in print_out.papers()]


@pytest.mark.parametrize("paper_id", PAPERS)
def test_every_paper_prints_from_the_sample_year(workspace, tmp_path, paper_id):
    paper = next(paper for paper in print_out.papers() if paper.id == paper_id)
    subject = subject_of(workspace, paper)
    done = print_out.print_paper(workspace, paper_id, subject=subject, out=tmp_path / "paper.pdf", now=NOW)
    assert done.pages > 0
    assert done.missing == ()
    assert all(font.embedded for font in fonts(done.file))
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in done.file.read_bytes()


FORMS = [paper.id for paper in print_out.papers() if not paper.is_official and paper.id != "dossier-cover"]


@pytest.mark.parametrize("paper_id", FORMS)
def test_the_words_of_a_form_come_back_in_the_order_they_are_read(workspace, tmp_path, paper_id):
    paper = print_out.paper_of(paper_id)
    done = print_out.print_paper(
        workspace, paper_id, subject=subject_of(workspace, paper), out=tmp_path / "paper.pdf", now=NOW
    )
    pages = ["".join(text(done.file, page).split()) for page in range(1, done.pages + 1)]
    assert paper.title.removesuffix("申请表") in pages[0][:40]
    assert [page[-len(f"第{n}页共{done.pages}页") :] for n, page in enumerate(pages, 1)] == [
        f"第{n}页共{done.pages}页" for n in range(1, done.pages + 1)
    ]


@pytest.fixture(scope="module")
def district(made, tmp_path_factory):
    """A district that has taken the township's package in."""
    folder = tmp_path_factory.mktemp("district") / "区级"
    with workspaces.create(folder, office_code="120119", clerk="李样例") as opened:
        looked = take_in.look(opened, next((made / "packages").glob("*.jzb")))
        take_in.save(opened, looked, now=NOW, new_uid=uids_from("district"))
    return folder


@pytest.mark.parametrize("paper_id", [paper.id for paper in print_out.papers() if paper.is_official])
@pytest.mark.parametrize("whose", ["township", "district"])
def test_every_document_of_the_year_keeps_the_standard(made, district, tmp_path, whose, paper_id):
    with workspaces.open_workspace(made if whose == "township" else district, now=NOW) as workspace:
        made_up = print_out.compose_paper(workspace, paper_id, now=NOW)
        # who signs a request is not in the data: the window asks for it before the paper is printed
        signed = replace(made_up, signers=[Signer("赵样例") for _ in made_up.signers])
        print_out.print_paper(workspace, paper_id, document=signed, out=tmp_path / "paper.pdf", now=NOW)
    failed = [finding for finding in conform(tmp_path / "paper.pdf") if not finding.ok]
    assert failed == []


def test_what_was_printed_is_kept_and_listed(workspace, tmp_path):
    print_out.print_paper(workspace, "progress-table", out=tmp_path / "进度.pdf", now=NOW)
    (tmp_path / "进度.pdf").unlink()
    latest = printed.printed_papers(workspace)[0]
    assert (latest.paper, latest.printed_by) == ("progress-table", "王样例")
    assert workspace.papers.kept(latest).read_bytes().startswith(b"%PDF")


def test_a_kept_paper_is_taken_out_by_the_beginning_of_its_digest(workspace, tmp_path):
    print_out.print_paper(workspace, "score-form", out=tmp_path / "评分.pdf", now=NOW)
    row = printed.printed_papers(workspace)[0]
    assert printed.about(workspace, [row]) == {"": ""}
    printed.copy_kept(workspace, printed.of_digest(workspace, row.digest[:10].upper()), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "评分.pdf").read_bytes()
    with pytest.raises(UserError, match="没有摘要"):
        printed.of_digest(workspace, "zz")


def test_a_score_form_for_every_place_of_the_district_is_made_at_once(district, tmp_path):
    with workspaces.open_workspace(district, now=NOW) as workspace:
        paper = print_out.paper_of("score-form")
        places = print_many.subject_ids(workspace, paper, 2020)
        made = print_many.print_many(
            workspace, paper.id, places, year=2020, folder=tmp_path, now=NOW, report=lambda *_: None
        )
        with pytest.raises(UserError, match="--place"):
            print_out.print_paper(workspace, paper.id, out=tmp_path / "x.pdf", now=NOW)
    assert len(made) == len(resources.places()) == len(list(tmp_path.glob("*.pdf")))


def test_the_breakdown_of_the_district_has_every_place_and_every_path(district, tmp_path):
    with workspaces.open_workspace(district, now=NOW) as workspace:
        out = print_out.print_paper(workspace, "task-breakdown", out=tmp_path / "分解.pdf", now=NOW)
    said = "".join(text(out.file, page) for page in range(1, out.pages + 1))
    assert all(place.name in "".join(said.split()) for place in resources.places())
    assert all("".join(said.split()).count(head) == out.pages for head in ("改造提升", "重组调整", "载体升级"))


def test_a_document_keeps_its_number_however_often_it_is_printed(workspace):
    numbers = {
        print_out.compose_paper(workspace, "plan-notice", now=NOW).number,
        print_out.compose_paper(workspace, "plan-notice", now=NOW).number,
    }
    assert len(numbers) == 1
    letter = print_out.compose_paper(workspace, "recommendation-letter", now=NOW)
    assert letter.number == "渔政函〔2020〕1号"


def test_a_text_edited_before_printing_is_what_is_printed(workspace, tmp_path):
    text = print_out.compose_paper(workspace, "assessment-notice", now=NOW)
    edited = replace(text, blocks=[*text.blocks, Paragraph("经镇长办公会议研究同意。")])
    out = tmp_path / "edited.docx"
    print_out.print_paper(workspace, "assessment-notice", document=edited, out=out, now=NOW)
    assert any("经镇长办公会议研究同意" in paragraph.text for paragraph in Document(out).paragraphs)


def test_a_form_is_no_document_to_edit_or_to_give_to_word(workspace, tmp_path):
    with pytest.raises(UserError, match="不是公文"):
        print_out.compose_paper(workspace, "enterprise-record", now=NOW)
    with pytest.raises(UserError, match="只能写成PDF"):
        print_out.print_paper(workspace, "progress-table", out=tmp_path / "x.docx", now=NOW)


def test_the_pool_knows_what_open_applications_claim(workspace):
    pool = claims.pool_left(workspace, "smart-upgrade", 2020)
    # 610万×6% + 520万×6% = 36.6万 + 31.2万 of 500万
    assert (pool.budget_fen, pool.committed_fen, pool.left_fen) == (500_000_000, 67_800_000, 432_200_000)
    assert claims.pool_left(workspace, "patent", 2020) is None


def test_an_application_computes_its_amount_when_it_is_saved(workspace):
    enterprise = workspace.records.all_of(Kind.ENTERPRISE)[0]
    answers = {"project": "样例项目", "start": "20200101", "end": "20200601", "investment": "200", "equipment": "180"}
    saved = save_answers(
        workspace, "smart-upgrade", answers, uid=uids_from("t")(), now=NOW, parent=enterprise.uid, year=2020
    )
    assert saved.record["amount"] == 0  # exactly 200万 is not over 200万
    workspace.records.close_record(saved.record.uid, "测试完毕", by="王样例", at=NOW.isoformat())


def test_answers_that_are_wrong_are_not_saved_and_say_where(workspace):
    saved = save_answers(workspace, "enterprise", {"name": "", "founded": "2020721"}, uid=uids_from("u")(), now=NOW)
    assert saved.record is None
    assert {problem.field for problem in saved.errors} == {"name", "founded"}


def test_answers_that_change_nothing_make_no_revision(workspace):
    held = workspace.records.all_of(Kind.ENTERPRISE)[0]
    raw = {"name": held.text("name"), "contact": held.text("contact")}
    again = save_answers(workspace, "enterprise", raw, uid=held.uid, now=NOW, record=held)
    assert again.record.revision == held.revision


@pytest.mark.parametrize("what", export.KINDS)
def test_every_list_can_be_exported(workspace, tmp_path, what):
    out = tmp_path / f"{what}.xlsx"
    export.export(workspace, what, out, now=NOW)
    assert out.stat().st_size > 1000


def test_the_sample_year_has_no_errors_and_no_questions(tmp_path):
    demo(tmp_path / "渔阳镇", now=NOW)
    with workspaces.open_workspace(tmp_path / "渔阳镇", now=NOW) as sound:
        assert {str(problem.severity) for problem in check.check(sound, year=2020)} <= {"hint"}


def test_a_second_enterprise_of_the_same_code_is_found(workspace):
    held = workspace.records.all_of(Kind.ENTERPRISE)[0]
    twin = replace(held, uid=uids_from("twin")(), revision=0)
    saved = workspace.records.save(twin, by="王样例", at=NOW.isoformat())
    assert any("H0" in problem.rule and problem.severity == "error" for problem in check.check(workspace))
    workspace.records.close_record(saved.uid, "重复", by="王样例", at=NOW.isoformat())


def test_resources_are_whole():
    assert resources.latest_plan().year == 2020
    assert len(resources.places()) == 28
    assert set(resources.forms()) >= {"enterprise", "year-figures", "target", "transformation", "smart-upgrade"}
    assert Path(resources.faces().chain(next(iter(resources.faces().by_role)))[0].file).is_file()
