"""Breaking a title (标题, 7.3.1) into centred lines: at sense, no word split, growing or shrinking."""

import re
from functools import lru_cache
from itertools import combinations

_WORDS = (
    "天津市", "蓟州区", "人民政府", "办事处", "办公室", "管理委员会", "工业和信息化局", "关于", "印发",
    "转发", "批转", "中小企业", "创新转型", "行动计划", "年终考核", "考核结果", "考核", "结果",
    "情况", "专项资金", "补贴资金", "资金", "拨付", "智能化", "技术改造", "节能改造", "项目",
    "推荐", "上报", "请示", "报告", "通报", "通知", "公示", "整改", "督办",
    "工作", "推进会", "会议纪要", "任务", "分解", "新一轮", "企业", "乡镇", "街道",
    "园区", "申报", "转型", "实施方案",
)  # fmt: skip
_FIGURES = r"[A-Za-z0-9〔〕.]+年?度?"
_CLOSES, _OPENS = "》）”、，。的", "《（“"
_GOOD_AFTER = ("关于", "关于印发", "关于转发", "的", "》")
_SPLIT_WORD, _LONE_END, _WAIST, _BAD_MARK = 60.0, 40.0, 50.0, 500.0
_ONE_MORE_LINE = 30.0
"""A line more costs less than a split word and more than an uneven shape."""


def title_lines(title: str, most: int) -> list[str]:
    """The title in as few lines as hold it, each of at most `most` characters; its own line breaks are kept."""
    if "\n" in title:
        return title.split("\n")
    fewest = -(-len(title) // most)
    candidates = [found for count in range(fewest, fewest + 3) if (found := _best(title, count, most))]
    best = min(candidates, key=_cost_with_its_lines)
    return list(best)


@lru_cache(maxsize=256)
def _best(title: str, count: int, most: int) -> tuple[str, ...] | None:
    costs = _break_costs(title)
    candidates = (
        tuple(title[start:end] for start, end in zip((0, *cuts), (*cuts, len(title)), strict=True))
        for cuts in combinations(range(2, len(title) - 1), count - 1)
    )
    fit = [lines for lines in candidates if max(map(len, lines)) <= most and min(map(len, lines)) > 1]
    return min(fit, key=lambda lines: _cost(lines, costs), default=None)


def _cost_with_its_lines(lines: tuple[str, ...]) -> float:
    return _cost(lines, _break_costs("".join(lines))) + _ONE_MORE_LINE * len(lines)


def _cost(lines: tuple[str, ...], costs: list[float]) -> float:
    place, cost = 0, 0.0
    for line in lines[:-1]:
        place += len(line)
        cost += costs[place]
    lengths = [len(line) for line in lines]
    mean = sum(lengths) / len(lengths)
    cost += sum((length - mean) ** 2 for length in lengths) / 4
    cost += 2 if len(set(lengths)) == 1 and len(lengths) > 1 else 0  # a block is neither trapezium nor diamond
    cost += _LONE_END if lengths[-1] < 3 else 0
    waist = any(
        length < max(lengths[:place]) and length < max(lengths[place + 1 :])
        for place, length in enumerate(lengths[1:-1], start=1)
    )
    return cost + (_WAIST if waist else 0)


def _break_costs(title: str) -> list[float]:
    """What a break before each character costs: least after 关于 and 的, most inside a word."""
    costs = [8.0] * (len(title) + 1)
    for word in _WORDS:
        for start, end in _places(re.escape(word), title):
            costs[start], costs[end] = min(costs[start], 4.0), min(costs[end], 4.0)
    for good in _GOOD_AFTER:
        for _, end in _places(good, title):
            costs[end] = 0.0
    for pattern in (*map(re.escape, _WORDS), _FIGURES):
        for start, end in _places(pattern, title):
            costs[start + 1 : end] = [max(cost, _SPLIT_WORD) for cost in costs[start + 1 : end]]
    marks = (place for place in range(1, len(title)) if title[place] in _CLOSES or title[place - 1] in _OPENS)
    for place in marks:
        costs[place] = _BAD_MARK
    return costs


def _places(pattern: str, title: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, title)]
