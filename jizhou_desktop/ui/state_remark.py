"""Where a matter stands and when its next step is due, as a sentence whose tone tells how pressing it is."""

from datetime import date

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.domain.working_days import Calendar
from jizhou_desktop.ui.entries.remark import ERROR, PLAIN, QUERY, Remark

_SOON = 2
"""Working days before a time limit from which it is spoken of."""


def state_remark(standing: Standing, calendar: Calendar, today: date) -> Remark:
    """Overdue is red, nearly due amber; a term that runs (公示) is told with its end."""
    state = standing.state or "尚未开始"
    ends = standing.term_ends(calendar)
    step = standing.procedure.find(standing.state)
    term = f"，公示至{chinese_date(ends)}" if ends is not None and step is not None and step.term else ""
    due = standing.due(calendar)
    if due is None:
        return Remark(f"现在：{state}{term}。", PLAIN)
    left = calendar.between(today, due)
    when = f"现在：{state}{term}；下一环节应于{chinese_date(due)}前办理"
    if left < 0:
        return Remark(f"{when}，已逾期{-left}个工作日。", ERROR)
    return Remark(f"{when}，还有{left}个工作日。", QUERY if left <= _SOON else PLAIN)
