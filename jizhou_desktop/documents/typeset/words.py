"""Parting a title into words: the longest known ones, a small vocabulary of official titles and the caller's own."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_TEXT = """
天津市 蓟州区 人民政府 街道办事处 办事处 办公室 管理委员会 管理局 分局 委员会 领导小组 联席会议 经济开发区
工业和信息化局 发展和改革委员会 科学技术局 商务局 财政局 市场监督管理局 生态环境局 金融工作局 人力资源和社会保障局
国有资产监督管理委员会 规划和自然资源局 乡镇 街道 园区 村民委员会 有关部门 各单位
关于 印发 转发 批转 发布 公布 下达 开展 召开 做好 加强 推进 促进 支持 鼓励 落实 实施 调整 成立 表彰 申请 申报 组织
推荐 上报 报送 拨付 拨款 安排 使用 认定 确定 征集 征求 修订 废止 撤销 同意 请求 审核 核定 验收 备案 督办 整改 限期
中小企业 小微企业 民营企业 规模以上 企业 工业 创新转型 转型升级 转型 升级 创新 创业 高新技术企业 科技型 专精特新
战略性新兴产业 现代服务业 电子商务 智能制造 智能化 信息化 技术改造 节能改造 设备升级 精益管理 专利提升 品牌
淘汰落后产能 股改上市 混合所有制改革 示范基地 载体 楼宇 名优产品 机器人 产业 行业
行动计划 工作方案 实施方案 实施意见 实施细则 管理办法 暂行办法 工作要点 工作计划 任务分解方案 任务分解 任务书 方案 计划
年终考核 年度考核 考核结果 考核办法 考核细则 考核 结果 评分 情况 完成情况 进展情况 名单 目录 清单 台账 档案 数据
专项资金 补贴资金 扶持资金 奖励资金 资金 补贴 奖励 项目 政策 措施 任务 目标 指标 责任 分工 工作 事项 问题 意见 建议
推进会 调度会 座谈会 专题会议 会议 会议纪要 纪要 请示 报告 通报 通知 通告 公告 公示 意见 决定 批复 函 复函
新一轮 本年度 上年度 年度 上半年 下半年 第一季度 第二季度 第三季度 第四季度 统计调查 统计 调查 检查 监督 管理 服务
安全生产 生态环境 经济发展 高质量发展 组织领导 进一步 有关 若干 的 和 与 及 暨 等 在 对 为 向
"""
VOCABULARY = frozenset(_TEXT.split())
"""Words that titles of this work are made of; what is not among them is parted character by character."""

_FIGURE = re.compile(
    r"[（(]?[A-Za-z0-9][A-Za-z0-9.—-]*[）)]?(?:年度|年|月|日|号|期|批|次)?"
    r"|〔\d{4}〕\d+号"
    r"|[一二三四五六七八九十]+(?:期|批|次)"
)
_KNOWN, _UNKNOWN = 1.0, 2.6
"""What a known word and a lone character cost; fewest and longest words win."""


def words_of(title: str, phrases: Iterable[str] = ()) -> list[str]:
    """The words of a title in order; `phrases` are known besides, as an office's name or a plan's."""
    return list(_parted(title, frozenset(phrase for phrase in phrases if phrase in title)))


@lru_cache(maxsize=256)
def _parted(title: str, phrases: frozenset[str]) -> tuple[str, ...]:
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(title) + 1):
        best.append(min((best[start][0] + cost, start) for start, cost in _endings(title, end, phrases)))
    words: list[str] = []
    end = len(title)
    while end:
        start = best[end][1]
        words.insert(0, title[start:end])
        end = start
    return tuple(words)


def _endings(title: str, end: int, phrases: frozenset[str]) -> Iterator[tuple[int, float]]:
    """The words that end at a place: where each begins and what it costs."""
    yield end - 1, _UNKNOWN
    longest = max([12, *map(len, phrases)])
    for start in range(max(0, end - longest), end):
        word = title[start:end]
        if word in VOCABULARY or word in phrases or _FIGURE.fullmatch(word):
            yield start, _KNOWN
