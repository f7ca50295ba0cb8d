"""Forms filled at each step: opinions in their boxes, the granted amount in capitals; only what hangs out is public."""

import pypdfium2
import pytest

from jizhou_desktop.tasks import print_out
from jizhou_desktop.tasks.workspaces import create
from tests.invented.claims import NOW, Claims


@pytest.fixture
def at_hand(tmp_path):
    with create(tmp_path / "局", office_code="120119-gxj", clerk="李样例") as made:
        yield Claims(made)


@pytest.fixture
def words(at_hand, tmp_path):
    """All words of a paper about one claim, without blanks and line ends."""

    def print_words(paper, subject=None):
        out = tmp_path / f"{paper}.pdf"
        print_out.print_paper(at_hand.workspace, paper, year=2020, subject=subject, out=out, now=NOW)
        with pypdfium2.PdfDocument(out) as document:
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
        return "".join(text.split())

    return print_words


def test_each_step_fills_its_box(at_hand, words):
    claim = at_hand.claim(investment="820", equipment="610")
    assert "同意上报" not in words("review-form", claim.uid)
    at_hand.take(claim, "受理 1102", "乡镇初审 1103", opinion="同意上报")
    assert "同意上报。（李样例，2020年11月3日）" in words("review-form", claim.uid)
    at_hand.take(claim, "部门审核 1104", opinion="资料齐全，符合条件")
    at_hand.take(claim, "现场核查 1105", opinion="四台设备均在用", amount="30")
    at_hand.take(claim, "核定金额 1106", opinion="专题会议同意")
    at_hand.take(claim, "公示 1109")
    said = words("review-form", claim.uid)
    assert "四台设备均在用；30万元（大写：叁拾万元整）" in said
    assert "专题会议同意；30万元（大写：叁拾万元整）" in said
    assert "2020年11月9日至2020年11月13日公示，公示期内" in said
    form = words("subsidy-form-smart-upgrade", claim.uid)
    assert "资料齐全，符合条件" in form
    assert "核定金额30万元（大写：叁拾万元整）" in form


def test_what_was_returned_prints_no_granted_amount(at_hand, words):
    (claim,) = at_hand.checked(("甲", "610", "1102"))
    at_hand.take(claim, "核定金额 1113")
    at_hand.take(claim, "退回 1114", opinion="发票重复")
    assert "核定金额3" not in words("subsidy-form-smart-upgrade", claim.uid)


def test_only_what_hangs_out_is_public_and_nothing_of_persons(at_hand, words):
    first, second = at_hand.checked(("甲", "610", "1102"), ("乙", "520", "1103"))
    at_hand.take(first, "公示 1116", person="赵样例")
    said = words("public-list")
    assert "天津甲有限公司" in said
    assert "天津乙有限公司" not in said
    assert "36.6" in said
    assert "赵样例" not in said
    assert "共5个工作日" in said
    assert second.uid not in said


def test_the_ledger_prints_funds_and_claims(at_hand, words):
    (claim,) = at_hand.checked(("甲", "610", "1102"))
    at_hand.take(claim, "核定金额 1113")
    said = words("pool-ledger")
    assert "2020年度专项资金台账" in said
    assert "三（三）智能化技改（1件）50036.636.60463.4" in said
    assert "天津甲有限公司改造项目核定金额36.636.60" in said
