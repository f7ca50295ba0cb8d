"""Workbooks made to do harm end in one sentence, within 10 seconds and 500 MB."""

import json
import subprocess
import sys

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.workbook_in import read_sheets
from tests.exchange.hostile import KINDS, READABLE

SECONDS, MEGABYTES = 10, 500

READ = """
import json, sys, time
from pathlib import Path
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.workbook_in import read_sheets
start = time.monotonic()
try:
    read_sheets(Path(sys.argv[1]))
    told = ""
except UserError as error:
    told = str(error)
seconds = time.monotonic() - start
try:
    # not ru_maxrss: that of a new process begins with the peak of the one that started it
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) >> 10
except OSError:
    peak = 0
print(json.dumps({"told": told, "seconds": seconds, "megabytes": peak}))
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_workbook_ends_in_a_sentence(kind, tmp_path):
    suffix, make = KINDS[kind]
    file = tmp_path / f"来件.{suffix}"
    make(file)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", READ, str(file)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["told"].startswith("来件.")
    assert result["told"].endswith("。")
    assert "\n" not in result["told"]
    assert result["seconds"] < SECONDS
    assert result["megabytes"] < MEGABYTES


def test_the_sentence_says_what_is_wrong(tmp_path):
    words = {
        "a cell of 200 MB": "32,767个字",
        "a swollen picture": "过大",
        "a million columns": "500列",
        "an entity bomb behind a comment": "外部引用",
        "a truncated workbook": "已损坏",
        "a password on xlsx": "密码",
        "a password on xls": "密码",
        "a web page called xls": "网页",
        "an empty file": "空文件",
    }
    for kind, word in words.items():
        suffix, make = KINDS[kind]
        file = tmp_path / f"来件.{suffix}"
        make(file)
        with pytest.raises(UserError, match=word):
            read_sheets(file)


@pytest.mark.parametrize("kind", READABLE)
def test_what_must_not_run_is_read_as_it_stands(kind, tmp_path, read):
    suffix, make = READABLE[kind]
    file = tmp_path / f"来件.{suffix}"
    make(file)
    roster = read(file)
    (row,) = roster.rows
    if kind == "formulas that refer to one another":
        assert [problem.message for problem in row.problems] == [
            "企业名称：公式没有计算结果，请用 Excel 打开并保存后再导入。"
        ]
    else:
        assert row.values == {"name": "甲厂"}
        assert row.sound
