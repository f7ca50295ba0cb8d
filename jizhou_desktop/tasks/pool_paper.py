"""专项资金台账 on paper: each scheme's fund, and under it every claim with what was asked, granted and paid."""

from collections.abc import Sequence

from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.claims import HeldClaim, LedgerLine, held_claims, ledger
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import write_paper

_COLUMNS = (
    LedgerColumn("政策、企业", 11),
    LedgerColumn("项目", 8),
    LedgerColumn("环节", 4, "center"),
    LedgerColumn("预算", 4, "right"),
    LedgerColumn("申报占用", 4, "right"),
    LedgerColumn("已核定", 4, "right"),
    LedgerColumn("已拨付", 4, "right"),
    LedgerColumn("可核定余额", 4, "right"),
)


def print_pool_ledger(order: Order) -> Printed:
    """The year's funds, as the window shows them."""
    names = {record.uid: record.text("name") for record in order.workspace.records.all_of(Kind.ENTERPRISE, closed=True)}
    lines = ledger(order.workspace, order.year)
    held = held_claims(order.workspace, order.year)
    rows: list[Sequence[str]] = []
    for line in lines:
        scheme = order.plan.scheme(line.scheme)
        rows.append(_fund(f"{scheme.section}　{scheme.short}（{line.count}件）", line))
        rows += [_claim(claim, names) for claim in held if claim.record.form == line.scheme]
    sums = (sum(getattr(line, name) for line in lines) for name in ("committed_fen", "approved_fen", "paid_fen"))
    paper = Ledger(
        title=f"{order.year}年度专项资金台账",
        columns=_COLUMNS,
        rows=rows,
        total=["合计", "", "", "", *map(wan_text, sums), ""],
        unit="万元",
        left=f"填报单位：{order.workspace.profile.office.full_name}",
        signs=("单位负责人", "审核人", "填表人"),
        notes=["申报占用：已核定的按核定数，未核定的按申报或评审数；退回、不予支持的不占用，已付未收回的仍占用。"],
        wide=True,
    )
    return write_paper(ledger_paper(paper), order)


def _fund(name: str, line: LedgerLine) -> list[str]:
    budget = "未定总额" if line.budget_fen is None else wan_text(line.budget_fen)
    left = "" if line.left_fen is None else wan_text(line.left_fen)
    figures = (line.committed_fen, line.approved_fen, line.paid_fen)
    return [name, "", "", budget, *map(wan_text, figures), left]


def _claim(claim: HeldClaim, names: dict[str, str]) -> list[str]:
    money, record = claim.money, claim.record
    figures = (money.committed_fen, money.approved_fen, money.paid_fen)
    project = record.text("project") or record.text("product")
    state = claim.standing.state or "尚未受理"
    return [f"　{names.get(record.parent or '', '')}", project, state, "", *map(wan_text, figures), ""]
