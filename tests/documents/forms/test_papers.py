"""The forms and ledgers as they lie on the desk: what they say, read back from their PDFs."""

import pytest

from jizhou_desktop.documents.forms.dossier_cover import DossierCover, write_dossier_cover
from jizhou_desktop.documents.forms.form_page import FormPaper, write_form
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.documents.forms.handover_list import HandoverList, handover_paper
from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.documents.forms.subsidy_form import SubsidyForm, subsidy_paper
from jizhou_desktop.documents.raster import page_size, text
from jizhou_desktop.domain.verdict import Condition, Verdict

MET = Condition(met=True, text="项目投资", value="820万元", limit="超过200万元", source="三（三）")
NOT_MET = Condition(met=False, text="项目投资", value="200万元", limit="超过200万元", source="三（三）")


@pytest.fixture
def words(tmp_path, faces, created):
    """Writes a form and gives the words of each page, without spaces."""

    def words(paper):
        file = tmp_path / "form.pdf"
        printed = write_form(paper, file, faces, created=created)
        assert printed.missing == ()
        return ["".join(text(file, page).split()) for page in range(1, printed.pages + 1)]

    return words


def application(verdict):
    return SubsidyForm(
        title="智能化技术改造项目资金申请表", year=2020, enterprise=[("企业名称", "样例机械厂")],
        project=[("项目名称", "机器人工作站改造"), ("改造内容", "四套" * 400)], long=frozenset({"改造内容"}),
        verdict=verdict, opinions=["渔阳镇初审意见", "区财政局审核意见"], filled_by="王样例",
    )  # fmt: skip


def test_an_application_states_its_amount_in_figures_and_capitals(words):
    verdict = Verdict("smart-upgrade", eligible=True, conditions=(MET,), amount_fen=36_600_000, working="610×6%")
    said = "".join(words(subsidy_paper(application(verdict))))
    assert "36.6万元（大写：叁拾陆万陆仟元整）" in said
    assert "超过200万元" in said
    assert said.index("渔阳镇初审意见") < said.index("区财政局审核意见")


def test_an_application_that_does_not_qualify_says_so(words):
    verdict = Verdict("smart-upgrade", eligible=False, conditions=(NOT_MET,), amount_fen=0)
    assert "不符合条件，不予补贴" in "".join(words(subsidy_paper(application(verdict))))


def test_an_amount_that_a_review_sets_is_left_open(words):
    verdict = Verdict("energy-saving", eligible=True, conditions=(MET,))
    assert "由评审确定" in "".join(words(subsidy_paper(application(verdict))))


def test_a_ledger_repeats_its_head_and_counts_its_pages(words):
    columns = [LedgerColumn("企业名称", 3), LedgerColumn("金额", 1, "right")]
    rows = [[f"样例企业{number}", "1.5"] for number in range(80)]
    ledger = Ledger("补贴资金汇总表", columns, rows, total=["合计", "120"], unit="万元", number="蓟转统1表")
    pages = words(ledger_paper(ledger))
    assert len(pages) > 2
    assert all("企业名称金额" in page for page in pages)
    assert "表号：蓟转统1表" in pages[0]
    assert "合计120" in pages[-1]
    assert f"第{len(pages)}页共{len(pages)}页" in pages[-1]


def test_an_empty_ledger_says_so(words):
    assert "（没有记录）" in words(ledger_paper(Ledger("卷内目录", [LedgerColumn("题名", 1)], [])))[0]


def test_a_wide_ledger_turns_the_paper(tmp_path, faces, created):
    paper = ledger_paper(Ledger("任务分解表", [LedgerColumn("单位", 1)], [["渔阳镇"]], wide=True))
    write_form(paper, tmp_path / "wide.pdf", faces, created=created)
    width, height = page_size(tmp_path / "wide.pdf", 1)
    assert width > height


def test_the_hand_over_list_bears_the_digest_in_groups(words):
    handed = HandoverList("渔阳镇", 2020, 1, "2020-12-20 10:00", "王样例", [("企业档案", 10)], 2, "a.jzb", "ab12" * 16)
    (said,) = words(handover_paper(handed))
    assert "AB12" * 16 in said
    assert "企业档案10" in said


def test_a_long_name_takes_more_lines_on_the_cover(tmp_path, faces, created):
    cover = DossierCover(
        "中小企业创新转型档案", "天津" + "样例" * 20 + "有限公司", [("所属乡镇", "渔阳镇")], "渔阳镇人民政府"
    )
    printed = write_dossier_cover(cover, tmp_path / "cover.pdf", faces, created=created)
    assert printed.pages == 1
    assert "有限公司" in "".join(text(tmp_path / "cover.pdf", 1).split())


def test_a_cell_of_two_hundred_characters_does_not_leave_its_box(words):
    (said,) = words(FormPaper("登记表", (1, 3), [Row([label("备注"), Cell("字" * 200)])]))
    assert said.count("字") == 200
