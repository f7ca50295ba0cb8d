"""What is said of an enterprise's size class and of 规上: as reckoned, and as recognised where that differs."""

from jizhou_desktop.domain.above_scale import ScaleVerdict
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.size_class import SIZES, SizeVerdict


def size_said(enterprise: Record, size: SizeVerdict, scale: ScaleVerdict) -> tuple[str, str]:
    """Both in a word, and in one sentence each with the reckoning."""
    said = enterprise.text("size_override")
    above = scale.above if enterprise.whole("above_scale") is None else bool(enterprise.whole("above_scale"))
    in_a_word = f"规模：{said if said in SIZES else size.size or '待定'}"
    if above is not None:
        in_a_word += f"；规上：{'是' if above else '否'}"
    return in_a_word, f"{_size(enterprise, size)}{_scale(enterprise, scale)}"


def _size(enterprise: Record, verdict: SizeVerdict) -> str:
    override = enterprise.text("size_override")
    if override in SIZES and override != verdict.size:
        reason = enterprise.text("size_reason") or "未写理由"
        return f"规模：{override}（认定，{reason}）；按指标计算：{verdict.size or '不能划型'}。{verdict.explanation}"
    return f"规模：{verdict.size or '待定'}。{verdict.explanation}"


def _scale(enterprise: Record, verdict: ScaleVerdict) -> str:
    answer = enterprise.whole("above_scale")
    said = None if answer is None else bool(answer)
    if verdict.above is None:
        return "" if said is None else f"规上：{'是' if said else '否'}（按填报）。"
    reckoned = "是" if verdict.above else "否"
    if said is None or said is verdict.above:
        return f"规上：{reckoned}（{verdict.explanation}）。"
    return f"规上：{'是' if said else '否'}（按填报）；按指标计算：{reckoned}（{verdict.explanation}）。"
