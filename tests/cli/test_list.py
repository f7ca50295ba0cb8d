"""The list and the batch edit from the command line."""

import pytest


@pytest.fixture
def folder(tmp_path, jizhou):
    jizhou("demo", tmp_path / "渔阳镇", "--no-window")
    return tmp_path / "渔阳镇"


def test_the_list_is_narrowed_counted_and_written(folder, jizhou, tmp_path):
    status, listed = jizhou("list", folder, "--text", "cuiping", "--columns", "name,place")
    assert status == 0
    assert [row["name"] for row in listed["rows"]] == ["天津翠屏信息技术有限公司"]
    assert listed["columns"] == {"name": "企业名称", "place": "乡镇（园区）"}
    assert jizhou("list", folder, "--count-by", "place")[1]["counts"] == {"120119100": 10}
    assert jizhou("list", folder, "--section", "C", "--out", tmp_path / "a.xlsx")[1]["count"] > 0
    assert (tmp_path / "a.xlsx").stat().st_size > 0
    assert jizhou("list", folder, "--filter", "没有")[0] == 2


def test_a_batch_is_looked_at_saved_and_taken_back(folder, jizhou, said):
    words = ("batch-edit", folder, "--text", "翠屏", "--field", "products", "--value", "新品")
    assert jizhou(*words)[1] | {"changes": []} == {"changes": [], "count": 1, "batch": "", "problems": []}
    batch = jizhou(*words, "--save")[1]["batch"]
    assert jizhou("batch-edit", folder, "--batches")[1]["batches"][0]["batch"] == batch
    assert jizhou("batch-edit", folder, "--take-back", batch) == (0, {"restored": 1, "left": 0})
    assert "请用 --field" in said("batch-edit", folder)[1]
