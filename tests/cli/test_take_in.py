"""Deciding about sheets and headings, taking back, and templates, from the command line."""

import pytest
from openpyxl import Workbook

CODES = ("91120225MA06K2ER77", "91120225MA08R1E118", "91120225MA07XU638T")


@pytest.fixture
def folder(jizhou, tmp_path):
    assert jizhou("new", tmp_path / "w", "--office", "120119100", "--clerk", "王样例")[0] == 0
    return tmp_path / "w"


@pytest.fixture
def odd(tmp_path):
    """A roster under headings that nobody knows, and a second sheet."""
    book = Workbook()
    book.active.title = "台账"
    book.active.append(["渔阳镇"])
    book.active.append(["甲栏", "乙栏", "丙栏"])
    for number, code in enumerate(CODES):
        book.active.append([f"第{number}号作坊", code, f"{number}样例"])
    book.create_sheet("另表").append(["企业名称", "住所"])
    book["另表"].append(["另一家厂", "某处"])
    book.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


MATCHES = ("--sheet", "台账", "--row", "2", "--match", "甲栏=企业名称", "--match", "C=法定代表人")


def test_sheet_heading_and_columns_are_named(folder, odd, jizhou):
    status, answer = jizhou("take-in", folder, odd, *MATCHES)
    assert status == 0
    assert answer["counts"] == {"new": 3, "changed": 0, "same": 0, "faulty": 0}
    fields = {column["heading"]: column["field"] for column in answer["columns"]}
    assert fields == {"甲栏": "enterprise.name", "乙栏": "enterprise.uscc", "丙栏": "enterprise.legal_person"}


def test_named_columns_are_known_next_time(folder, odd, jizhou):
    jizhou("take-in", folder, odd, *MATCHES)
    _, answer = jizhou("take-in", folder, odd, "--sheet", "台账", "--dry-run")
    assert answer["counts"]["same"] == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--sheet", "没有"), "没有名为“没有”的工作表，现有：台账、另表。"),
        (("--match", "丁栏=企业名称"), "表头中没有“丁栏”这一栏，请核对后重试。"),
        (("--match", "企业名称=没有这项"), "没有“没有这项”这一项"),
        (("--match", "企业名称"), "应写成 表头=项目"),
        (("--kind", "没有"), "没有“没有”这种表"),
    ],
)
def test_what_is_not_there_is_refused(folder, odd, said, words, sentence):
    status, told = said("take-in", folder, odd, *words)
    assert status == 2
    assert sentence in told


def test_a_take_in_is_listed_and_taken_back(folder, odd, jizhou, said):
    jizhou("take-in", folder, odd, *MATCHES)
    status, listed = jizhou("take-ins", folder)
    assert [(one["number"], one["file"], one["counts"]["new"]) for one in listed["take_ins"]] == [(1, "台账.xlsx", 3)]
    status, back = jizhou("take-back", folder, "1")
    assert (status, back["closed"], back["restored"], back["left"]) == (0, 3, 0, [])
    assert "已撤销" in said("take-ins", folder)[1]
    assert said("take-back", folder, "1")[0] == 2


def test_a_template_is_written(tmp_path, jizhou, said):
    status, answer = jizhou("template", "contact", "--out", tmp_path / "联系人.xlsx")
    assert (status, answer["sheets"]) == (0, 1)
    assert said("template", "没有", "--out", tmp_path / "x.xlsx")[0] == 2
    assert said("template", "contact", "--out", tmp_path / "x.csv")[0] == 2
