"""One year of one township from the command line, end to end, and what stands in the way of it."""

import csv
from pathlib import Path

import pypdfium2
import pytest

YUYANG, DISTRICT = "120119100", "120119"


@pytest.fixture
def demo(tmp_path, jizhou):
    status, made = jizhou("demo", tmp_path / "渔阳镇", "--no-window")
    assert status == 0
    return made


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")


def test_the_demo_leaves_papers_and_a_package(demo):
    assert (demo["enterprises"], len(demo["papers"])) == (10, 3)
    for paper in demo["papers"]:
        assert Path(paper).read_bytes().startswith(b"%PDF-")


def test_the_demo_has_nothing_to_mend(demo, jizhou):
    assert jizhou("check", demo["workspace"], "--year", "2020")[0] == 0
    assert jizhou("doctor", demo["workspace"]) == (0, {"problems": [], "count": 0})


def test_the_notice_says_what_was_done(demo):
    words = words_of(demo["papers"][0])
    assert "渔阳镇承担创新转型任务7项，认定完成6项，完成率85.7%" in words
    assert "实现创新转型的企业共5家" in words


def test_the_application_states_the_amount_in_capitals(demo):
    assert "36.6万元（大写：叁拾陆万陆仟元整）" in words_of(demo["papers"][1])


def test_two_workspaces_agree_record_for_record(demo, jizhou, tmp_path):
    district = tmp_path / "区级"
    assert jizhou("new", district, "--office", DISTRICT, "--clerk", "李样例")[0] == 0
    status, looked = jizhou("take-in", district, demo["package"], "--dry-run")
    assert (status, looked["saved"], looked["counts"]["new"]) == (0, False, demo["records"])
    assert jizhou("take-in", district, demo["package"])[1]["counts"]["new"] == demo["records"]
    exported = {}
    for place in (demo["workspace"], district):
        for what in ("enterprises", "claims", "transformations", "targets"):
            out = tmp_path / f"{what}.xlsx"
            exported.setdefault(what, []).append(jizhou("export", place, "--what", what, "--out", out)[1]["rows"])
    assert exported == {"enterprises": [10, 10], "claims": [2, 2], "transformations": [7, 7], "targets": [4, 4]}
    assert jizhou("take-in", district, demo["package"])[1]["counts"] == {
        "new": 0, "changed": 0, "same": demo["records"], "faulty": 0,
    }  # fmt: skip


def test_the_district_reports_on_its_townships(demo, jizhou, tmp_path):
    district, notice = tmp_path / "区级", tmp_path / "通报.pdf"
    jizhou("new", district, "--office", DISTRICT, "--clerk", "李样例")
    jizhou("take-in", district, demo["package"])
    status, printed = jizhou("print", district, "assessment-notice", "--year", "2020", "--out", notice)
    assert (status, printed["missing"]) == (0, [])
    assert set(printed["faces"]) == {"fangsong", "title", "hei", "kai", "song"}
    assert "各乡镇、街道、园区考核名次" in words_of(notice)


def test_verify_tells_whose_package_it_is(demo, jizhou):
    status, found = jizhou("verify", demo["package"])
    assert status == 0
    assert (found["office"], found["year"], found["sequence"]) == (YUYANG, 2020, 1)
    assert sum(found["counts"].values()) == demo["records"]
    assert (found["counts"]["result"], found["counts"]["step"]) == (6, 2)
    assert found["digest"] == demo["digest"]


def test_a_damaged_package_is_a_problem_found_and_not_taken_in(demo, jizhou, tmp_path):
    damaged = tmp_path / "damaged.jzb"
    damaged.write_bytes(Path(demo["package"]).read_bytes()[:-100])
    status, found = jizhou("verify", damaged)
    assert (status, len(found["problems"])) == (1, 1)
    jizhou("new", tmp_path / "区级", "--office", DISTRICT, "--clerk", "李")
    assert jizhou("take-in", tmp_path / "区级", damaged)[0] == 2


def test_a_second_package_has_the_next_number(demo, jizhou, tmp_path):
    out = tmp_path / "second.jzb"
    assert jizhou("hand-over", demo["workspace"], "--year", "2020", "--out", out)[1]["sequence"] == 2


def test_a_year_without_data_is_not_handed_over(jizhou, tmp_path):
    jizhou("new", tmp_path / "w", "--office", YUYANG, "--clerk", "王")
    status, answer = jizhou("hand-over", tmp_path / "w", "--year", "2020", "--out", tmp_path / "x.jzb")
    assert (status, "没有2020年度的数据" in answer["error"]) == (2, True)


def test_a_backup_is_the_same_workspace(demo, jizhou, tmp_path):
    backup, back = tmp_path / "备份.zip", tmp_path / "恢复"
    assert jizhou("backup", demo["workspace"], "--out", backup)[0] == 0
    assert jizhou("restore", backup, "--to", back)[0] == 0
    assert jizhou("doctor", back)[0] == 0
    assert (
        jizhou("hand-over", back, "--year", "2020", "--out", tmp_path / "x.jzb")[1]["counts"]
        == (jizhou("hand-over", demo["workspace"], "--year", "2020", "--out", tmp_path / "y.jzb")[1]["counts"])
    )


def test_an_export_comes_back_without_change(demo, jizhou, tmp_path):
    out = tmp_path / "企业.xlsx"
    jizhou("export", demo["workspace"], "--what", "enterprises", "--out", out)
    status, looked = jizhou("take-in", demo["workspace"], out, "--dry-run")
    assert (status, looked["counts"]) == (0, {"new": 0, "changed": 0, "same": 10, "faulty": 0})


def test_faulty_rows_are_listed_by_cell_and_the_others_saved(jizhou, tmp_path):
    roster = tmp_path / "花名册.csv"
    with roster.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(
            [
                ["渔阳镇企业花名册", "", ""],
                ["序号", "单位名称", "成立时间", "注册资金（万元）"],
                ["1", "样例甲厂", "2020.7.21", "１００"],
                ["2", "样例乙厂", "2020721", "100-300"],
                ["合计", "2家", "", ""],
            ]
        )
    jizhou("new", tmp_path / "w", "--office", YUYANG, "--clerk", "王")
    status, taken = jizhou("take-in", tmp_path / "w", roster)
    assert (status, taken["counts"]["new"], taken["counts"]["faulty"]) == (1, 1, 1)
    places = [(fault["row"], fault["column"]) for fault in taken["problems"] if fault["severity"] == "error"]
    assert places == [(4, "C"), (4, "D")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["print", "{ws}", "no-such-paper", "--out", "{tmp}/x.pdf"], "没有“no-such-paper”这种文书"),
        (["print", "{ws}", "enterprise-record", "--out", "{tmp}/x.pdf"], "--subject"),
        (["print", "{ws}", "enterprise-record", "--subject", "nobody", "--out", "{tmp}/x.pdf"], "nobody"),
        (["print", "{ws}", "assessment-notice", "--year", "1999", "--out", "{tmp}/x.pdf"], "1999"),
        (["print", "{ws}", "assessment-notice", "--place", "1", "--out", "{tmp}/x.pdf"], "1"),
        (["new", "{ws}", "--office", YUYANG, "--clerk", "王"], "不是空文件夹"),
        (["new", "{tmp}/n", "--office", "999", "--clerk", "王"], "999"),
        (["new", "{tmp}/n", "--office", YUYANG, "--clerk", " "], "经办人"),
        (["check", "{tmp}/nowhere"], "不是工作目录"),
        (["take-in", "{ws}", "{tmp}/nothing.xlsx"], "找不到文件"),
        (["export", "{ws}", "--what", "everything", "--out", "{tmp}/x.xlsx"], "everything"),
        (["export", "{ws}", "--what", "claims", "--out", "{tmp}/x.doc"], ".xlsx"),
        (["verify", "{tmp}/nothing.jzb"], "找不到文件"),
        (["restore", "{tmp}/nothing.zip", "--to", "{tmp}/r"], "找不到文件"),
    ],
)
def test_wrong_use_does_nothing_and_says_why(demo, jizhou, tmp_path, words, said):
    filled = [word.format(ws=demo["workspace"], tmp=tmp_path) for word in words]
    status, answer = jizhou(*filled)
    assert status == 2
    assert said in answer["error"]


def test_papers_have_stable_ids_and_chinese_titles(jizhou):
    titles = {paper["id"]: paper["title"] for paper in jizhou("papers")[1]["papers"]}
    assert titles["assessment-notice"] == "年终考核结果通报"
    assert titles["enterprise-record"] == "企业基本情况登记表"
    assert titles["subsidy-form-smart-upgrade"] == "智能化技术改造项目资金申请表"


def test_all_forms_of_a_scheme_are_printed_at_once(demo, jizhou, tmp_path):
    printed = ("print", demo["workspace"], "--all", "--out", tmp_path / "forms")
    status, made = jizhou(*printed, "subsidy-form-smart-upgrade")
    assert (status, len(made["files"])) == (0, 2)
    assert all(Path(file).stat().st_size for file in made["files"])
    status, told = jizhou(*printed, "subsidy-form-patent")
    assert (status, "没有可以打印" in told["error"]) == (2, True)


def test_a_document_is_measured_against_the_standard(demo, jizhou):
    status, found = jizhou("conform", demo["papers"][0])
    assert (status, found["failed"]) == (0, 0)
    assert found["count"] > 60
    assert jizhou("conform", demo["papers"][1])[0] == 1  # a form is no official document


def test_a_fault_of_ours_leaves_a_report(jizhou, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr("jizhou_desktop.tasks.print_out.papers", lambda: 1 / 0)
    status, answer = jizhou("papers")
    assert status == 3
    (report,) = (tmp_path / "jizhou-desktop").glob("故障报告-*.txt")
    assert report.name in answer["error"]
    assert "ZeroDivisionError" in report.read_text("utf-8")
