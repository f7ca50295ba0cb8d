"""The forms and ledgers as they lie on the desk: what they say, read back from their PDFs."""

import pytest

from jizhou_desktop.documents.forms.cell_text import lines_of
from jizhou_desktop.documents.forms.dossier_cover import DossierCover, write_dossier_cover
from jizhou_desktop.documents.forms.form_page import FormPaper, write_form
from jizhou_desktop.documents.forms.grid import Cell, Row, label, sided
from jizhou_desktop.documents.forms.handover_list import HandoverList, handover_paper
from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, Sum, ledger_paper
from jizhou_desktop.documents.forms.opinions import Opinion
from jizhou_desktop.documents.forms.score_form import ScoreForm, ScoreItem, score_paper
from jizhou_desktop.documents.forms.subsidy_form import SubsidyForm, subsidy_paper
from jizhou_desktop.documents.page_content import read_pages
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
        verdict=verdict, opinions=[Opinion("渔阳镇初审意见"), Opinion("区财政局审核意见")], filled_by="王样例",
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


def page_of(paper, tmp_path, faces, created):
    (page,) = read_pages(write_form(paper, tmp_path / "page.pdf", faces, created=created).file)
    return page


def test_tick_boxes_are_drawn_before_their_words(tmp_path, faces, created):
    page = page_of(FormPaper("表", (1, 3), [Row([label("规上"), Cell("☑是　☐否")])]), tmp_path, faces, created)
    yes, no = (next(glyph.x for glyph in page.glyphs if glyph.text == word) for word in "是否")
    small = [rule for rule in page.rules if rule.length < 4]
    before_yes = [rule for rule in small if rule.x2 < yes + 0.1]
    before_no = [rule for rule in small if yes < rule.x1 and rule.x2 < no + 0.1]
    assert (len(before_yes), len(before_no)) == (6, 4)  # a box and its tick; a box


def test_a_choice_is_not_parted_from_its_tick_box():
    lines = lines_of("☐园区　☐楼宇　☑小微企业创业创新示范基地", 30, lambda text: 3.7 * len(text), even=False)
    assert lines == ["☐园区　☐楼宇", "☑小微企业创业创", "新示范基地"]


def test_a_broken_name_has_its_unit_on_a_line_of_its_own_and_lines_of_like_length():
    def broken(name):
        return lines_of(name, 26, lambda text: 3.7 * len(text), even=True)

    assert broken("入驻企业营业收入") == ["入驻企业", "营业收入"]
    assert broken("市级立项（认定）文号") == ["市级立项", "（认定）文号"]
    assert broken("已使用面积（平方米）") == ["已使用面积", "（平方米）"]
    assert broken("其中：设备投入资") == ["其中：", "设备投入资"]


def test_no_rule_runs_through_a_merged_cell(tmp_path, faces, created):
    rows = sided("项目", [Row([Cell(text)]) for text in "甲乙丙"])
    page = page_of(FormPaper("表", (1, 4), rows), tmp_path, faces, created)
    inner = [rule for rule in page.rules if rule.level and rule.length < 160]
    assert [round(rule.x1) for rule in inner] == [58, 58]  # 25 mm and a fifth of 165 mm


def test_columns_of_a_group_stand_under_one_head_and_a_sum_joins_its_blank_cells(words):
    columns = [LedgerColumn("单位", 2), *(LedgerColumn(head, 1, "center", "完成情况") for head in ("任务", "完成"))]
    paper = ledger_paper(
        Ledger("汇总表", columns, [["渔阳镇", "4", "3"], Sum(["小计", "4", ""])], total=["合计", "4", "3"])
    )
    assert [[(cell.text, cell.columns, cell.down) for cell in row.cells] for row in paper.rows[:2]] == [
        [("单位", 1, 2), ("完成情况", 2, 1)],
        [("任务", 1, 1), ("完成", 1, 1)],
    ]
    assert [cell.columns for cell in paper.rows[3].cells] == [1, 2]
    assert "渔阳镇43小计4合计43" in words(paper)[0]


def test_a_sum_is_never_alone_on_its_page(words):
    columns = [LedgerColumn("企业名称", 3), LedgerColumn("金额", 1, "right")]
    for count in range(20, 40):
        pages = words(ledger_paper(Ledger("表", columns, [["样例", "1"]] * count, total=["合计", str(count)])))
        assert "样例" in pages[-1]


def test_a_note_too_long_for_a_line_is_turned(words):
    (said,) = words(FormPaper("表", (1,), [Row([Cell("甲")])], notes=["说明文字" * 40], left="企业：" + "名" * 100))
    assert (said.count("说明文字"), said.count("名")) == (40, 100)


def test_a_score_form_gives_the_points_for_targets_once_beside_them(words):
    items = [ScoreItem("任务目标", "", 60), ScoreItem("政策落实", "", 40)]
    tasks = [["设备升级", "4", "3", "75.0%"], ["专利提升", "1", "1", "100.0%"]]
    form = ScoreForm("评分表", "渔阳镇", 2020, tasks, ["合计", "5", "4", "80.0%"], "48.0", items, "区工信局")
    (said,) = words(score_paper(form))
    assert said.count("48.0") == 1
    assert "政策落实（40分）" in said
