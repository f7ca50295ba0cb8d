"""Amounts that another document (办法) sets: a table in the plan file that the office fills in, level by level."""

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.scheme import AwardLevel
from jizhou_desktop.domain.schemes.case import Case


def table_amount(level: AwardLevel | None, count: int) -> int | None:
    """The level's amount times `count`, in 分; None while the table has no amount for it."""
    if level is None or level.amount is None:
        return None
    return fen_of_wan(level.amount) * count


def table_working(case: Case, level: AwardLevel | None, count: int, typed: str) -> str:
    """How the amount came about, or which row the office has still to fill in."""
    amount = table_amount(level, count)
    if amount is None or level is None or level.amount is None:
        name = level.label if level else typed
        return f"按{case.scheme.measure}执行；补贴标准表中还没有“{name}”的金额，由主管部门按办法核定。"
    each = wan_text(fen_of_wan(level.amount))
    times = f"每件{each}万元×{count}件＝" if count != 1 else ""
    return f"按{case.scheme.measure}，{level.label}{times}{wan_text(amount)}万元。"
