"""职责分工表: the leading group, the departments and the paths, each with who answers for it."""

from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.tasks.duties import duties
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import SIGNS, of_place, write_paper

_COLUMNS = (
    LedgerColumn("序号", 2, "center"),
    LedgerColumn("分工", 4, "center"),
    LedgerColumn("单位（部门）", 8),
    LedgerColumn("姓名", 4, "center"),
    LedgerColumn("职务", 6),
    LedgerColumn("电话", 5, "center"),
    LedgerColumn("负责路径", 9),
    LedgerColumn("备注", 5),
)


def print_duties(order: Order) -> Printed:
    """职责分工表 of the year (四（一）); a place's own where one is named."""
    held = [row for row in duties(order.workspace, order.year) if of_place(row, order)]
    rows = [
        [str(number), row.text("role"), row.text("department"), row.text("person"), row.text("post"),
         row.text("phone"), _path(order.plan, row.text("path")), row.text("remarks")]
        for number, row in enumerate(held, start=1)
    ]  # fmt: skip
    ledger = Ledger(
        title=f"{order.year}年中小企业创新转型职责分工表",
        columns=_COLUMNS,
        rows=rows,
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=[*SIGNS, f"填表日期：{chinese_date(order.now.date())}"],
        wide=True,
    )
    return write_paper(ledger_paper(ledger), order)


def _path(plan: Plan, said: str) -> str:
    """A path named by the plan's numbering, with its title; anything else as it was written."""
    return next((f"{path.section} {path.title}" for path in plan.paths if path.section == said), said)
