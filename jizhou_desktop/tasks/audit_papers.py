"""审核情况表: what the rules ask of the year's data, and how each question was answered."""

from collections import Counter

from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.domain.audit.run import all_rules
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.tasks.check import check, owners
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import write_paper

_COLUMNS = (
    LedgerColumn("序号", 2, "center"),
    LedgerColumn("单位", 7),
    LedgerColumn("规则", 2.4, "center"),
    LedgerColumn("核实的问题", 13),
    LedgerColumn("核实说明", 10),
    LedgerColumn("说明人", 3.2, "center"),
    LedgerColumn("说明日期", 4.2, "center"),
)
_NOT_SAID = "（尚未说明）"


def print_audit_sheet(order: Order) -> Printed:
    """Every 核实 of the year with its explanation, those still open first; errors and hints are counted only."""
    problems = check(order.workspace, year=order.year)
    whose = owners(order.workspace)
    asked = [problem for problem in problems if problem.severity is Severity.QUERY]
    asked.sort(key=lambda problem: (not problem.is_open, whose.get(problem.record, ""), problem.rule))
    ledger = Ledger(
        title=f"{order.year}年度数据审核情况表",
        columns=_COLUMNS,
        rows=[_row(place, problem, whose) for place, problem in enumerate(asked, start=1)],
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=("单位负责人", "审核人", "填表人"),
        notes=[_counted(problems), f"审核规则共{len(all_rules())}条；说明在所涉数据改动后失效。"],
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def _row(place: int, problem: Problem, whose: dict[str, str]) -> list[str]:
    said = problem.explanation
    answer = [said.text, said.said_by, said.said_at[:10]] if said else [_NOT_SAID, "", ""]
    return [str(place), whose.get(problem.record, ""), problem.rule, problem.message, *answer]


def _counted(problems: list[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    said = sum(problem.explanation is not None for problem in problems)
    return (
        f"错误{counts[Severity.ERROR]}处；核实{counts[Severity.QUERY]}处，其中已说明{said}处；"
        f"提示{counts[Severity.HINT]}处。"
    )
