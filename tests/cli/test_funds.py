"""`jizhou pool`, `share-out` and `award`: the fund told, shared out and its tables filled in."""

import pytest

from jizhou_desktop.tasks.workspaces import create
from tests.invented.claims import Claims


@pytest.fixture
def folder(tmp_path):
    """A bureau whose two claims ask 360万 and 240万 of the 500万."""
    with create(tmp_path / "局", office_code="120119-gxj", clerk="李样例") as made:
        Claims(made).checked(("甲", "6000", "1102"), ("乙", "4000", "1103"))
    return tmp_path / "局"


def test_claims_beyond_the_fund_are_told_shared_out_and_then_held(jizhou, folder):
    status, answer = jizhou("pool", folder, "--year", 2020)
    pool = next(pool for pool in answer["pools"] if pool["scheme"] == "smart-upgrade")
    assert (status, pool["committed_fen"], pool["approved_fen"]) == (1, 600_000_000, 0)

    status, answer = jizhou("share-out", folder, "smart-upgrade", "按比例", "--year", 2020)
    assert (status, answer["applied"]) == (0, False)
    assert [claim["new_fen"] for claim in answer["claims"]] == [300_000_000, 200_000_000]

    _, answer = jizhou(
        "share-out",
        folder,
        "smart-upgrade",
        "按比例",
        "--year",
        2020,
        "--apply",
        "会议纪要〔2020〕3号",
        "--date",
        "20201202",
    )
    assert answer["applied"] is True
    status, answer = jizhou("pool", folder, "--year", 2020)
    pool = next(pool for pool in answer["pools"] if pool["scheme"] == "smart-upgrade")
    assert (status, pool["approved_fen"], pool["left_fen"]) == (0, 500_000_000, 0)


def test_a_share_out_by_score_names_whose_score_is_missing(jizhou, folder):
    status, answer = jizhou("share-out", folder, "smart-upgrade", "按评分", "--year", 2020)
    assert status == 2
    assert all(name in answer["error"] for name in ("还缺：", "天津甲有限公司", "天津乙有限公司"))
    assert jizhou("share-out", folder, "smart-upgrade", "按评分", "--score", "90")[0] == 2


def test_an_amount_of_a_measure_is_filled_in_and_told(jizhou, said, folder):
    assert jizhou("award", folder, "famous-product")[1] == {"levels": []}
    _, answer = jizhou("award", folder, "famous-product", "国家级", "10", "--basis", "样例办法")
    assert answer == {"levels": [{"label": "国家级", "amount": "10"}]}
    status, answer = jizhou("award", folder, "high-tech", "中型", "60")
    assert (status, "不在计划规定的30—50万元之内" in answer["error"]) == (2, True)
    assert "国家级：10万元" in said("award", folder, "famous-product")[1]
    assert jizhou("award", folder, "high-tech", "中型")[0] == 2
