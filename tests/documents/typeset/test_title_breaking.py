"""标题: broken at sense, no word split, trapezium or diamond."""

import pytest

from jizhou_desktop.documents.typeset.title_breaking import title_lines

TITLES = [
    "蓟州区渔阳镇人民政府关于2020年中小企业创新转型年终考核结果的通报",
    "关于印发2020年蓟州区新一轮中小企业创新转型行动计划任务分解方案的通知",
    "关于拨付2020年智能化技术改造专项资金的请示",
    "天津市蓟州区人民政府办公室关于印发2020年蓟州区新一轮中小企业创新转型行动计划的通知",
    "关于推荐2020年创新转型企业的函",
]
WORDS = ("中小企业", "创新转型", "行动计划", "年终考核", "人民政府", "2020年", "通知", "通报", "请示")


def width(line):
    """In characters; two digits stand in the room of one."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in line)


def test_a_short_title_stays_on_one_line():
    assert title_lines("关于年终考核的通知", 20) == ["关于年终考核的通知"]


def test_a_title_is_broken_after_the_office_or_at_sense():
    assert title_lines(TITLES[0], 20) == ["蓟州区渔阳镇人民政府关于2020年", "中小企业创新转型年终考核结果的通报"]


def test_breaks_that_the_author_made_are_kept():
    assert title_lines("关于甲的\n通知", 20) == ["关于甲的", "通知"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("most", [14, 18, 20])
def test_no_word_is_split_no_line_too_long_and_none_of_one_character(title, most):
    lines = title_lines(title, most)
    assert "".join(lines) == title
    assert all(1 < width(line) <= most for line in lines)
    for word in WORDS:
        assert "".join(lines).count(word) == sum(line.count(word) for line in lines), (word, lines)


@pytest.mark.parametrize("title", TITLES)
def test_the_lines_never_make_an_hourglass(title):
    lengths = [width(line) for line in title_lines(title, 16)]
    for place in range(1, len(lengths) - 1):
        assert not (lengths[place] < max(lengths[:place]) and lengths[place] < max(lengths[place + 1 :]))
