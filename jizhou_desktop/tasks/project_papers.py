"""Papers of one enterprise: its application's opinions, its dossier's cover and contents."""

from jizhou_desktop.documents.forms.dossier_cover import DossierCover, write_dossier_cover
from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.documents.forms.opinions import Opinion
from jizhou_desktop.documents.forms.project_forms import (
    CarrierRecord,
    ReviewForm,
    carrier_paper,
    review_paper,
)
from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.carriers import occupancy
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import child_rows
from jizhou_desktop.tasks.claim_steps import held as claim_held
from jizhou_desktop.tasks.dossier_lists import tenant_list
from jizhou_desktop.tasks.dossiers import enterprise_file
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.printed_answers import answers_of, long_labels
from jizhou_desktop.tasks.step_opinions import box, department_boxes, publicity_box
from jizhou_desktop.tasks.write_paper import keeper, write_paper

_CONTENTS = (
    LedgerColumn("序号", 2, "center"),
    LedgerColumn("种类", 5),
    LedgerColumn("题名", 9),
    LedgerColumn("日期", 4, "center"),
    LedgerColumn("大小（KB）", 4, "right"),
    LedgerColumn("摘要前16位", 6),
)

_BLANK_LINES = 20


def print_carrier_record(order: Order) -> Printed:
    """载体登记表 of one park, building or base."""
    carrier = order.record(Kind.CARRIER)
    form = resources.form("carrier")
    share = occupancy(carrier, child_rows(order.workspace, carrier.uid, Kind.TENANT), order.now.date())
    rate = "" if share is None else f"{share}%"
    *answers, remarks = answers_of(form, carrier)
    answers += [("使用率", rate), remarks]
    paper = carrier_paper(
        CarrierRecord(
            answers=answers,
            long=long_labels(form) | {"载体名称"},
            opinions=[Opinion(f"{keeper(carrier)}意见"), Opinion("主管部门意见")],
            kept_by=order.workspace.profile.office.full_name,
            clerk=order.workspace.profile.clerk,
            lists=list(tenant_list(order.workspace, carrier)),
        )
    )
    return write_paper(paper, order)


def print_review_form(order: Order) -> Printed:
    """审核意见表 of one application."""
    claim = order.record(Kind.CLAIM)
    form = resources.form(claim.form)
    scheme = order.plan.scheme(claim.form)
    enterprise = enterprise_file(order.workspace, claim.parent or "").enterprise
    amount = claim.whole("amount")
    answers = [
        ("企业名称", enterprise.text("name")),
        ("扶持政策", f"{scheme.title}（{order.plan.number}，{scheme.section}）"),
        *((label, said) for label, said in answers_of(form, claim) if said)
    ]  # fmt: skip
    answers.append(("申请金额", "由评审确定" if amount is None else f"{wan_text(amount)}万元（{capitals(amount)}）"))
    held = claim_held(order.workspace, claim)
    if held.money.granted_fen is not None and not held.standing.withdrawn:
        granted = held.money.granted_fen
        answers.append(("核定金额", f"{wan_text(granted)}万元（{capitals(granted)}）"))
    paper = review_paper(
        ReviewForm(
            title=f"{claim.year or order.year}年度补贴资金审核意见表",
            answers=answers,
            long=long_labels(form) | {"企业名称", "扶持政策", "申请金额", "核定金额"},
            opinions=[
                box(held.standing, f"{keeper(claim)}初审意见", "乡镇初审"),
                *department_boxes(held.standing, [order.plan.department(name) for name in scheme.departments]),
                box(held.standing, "现场核查情况", "现场核查", signs="核查人"),
                publicity_box(held.standing, order.plan),
                box(held.standing, "审定意见", "核定金额", signs="负责人"),
            ],
            filled_by=order.workspace.profile.clerk,
        )
    )
    return write_paper(paper, order)


def print_dossier_cover(order: Order) -> Printed:
    """档案封面."""
    file = enterprise_file(order.workspace, order.record(Kind.ENTERPRISE).uid)
    form = resources.form("enterprise")
    years = sorted(file.figures)
    answers = [
        (form.field(name).label, _said(form, file.enterprise, name)) for name in ("uscc", "place", "legal_person")
    ]
    answers.append(("起止年度", f"{years[0]}—{years[-1]}年" if years else ""))
    answers.append(("卷内材料", f"{len(file.attachments)}件"))
    answers += [("保管期限", ""), ("档号", "")]
    cover = DossierCover(
        title="中小企业创新转型档案",
        name=file.enterprise.text("name"),
        answers=answers,
        kept_by=order.workspace.profile.office.full_name,
    )
    return write_dossier_cover(cover, order.out, resources.faces(), created=order.now)


def print_contents_list(order: Order) -> Printed:
    """卷内目录: the evidence kept in one enterprise's dossier."""
    file = enterprise_file(order.workspace, order.record(Kind.ENTERPRISE).uid)
    rows = [
        [str(number), item.kind, item.title, item.dated, f"{item.size / 1024:,.0f}", item.digest[:16].upper()]
        for number, item in enumerate(file.attachments, start=1)
    ]
    ledger = Ledger(
        title="卷内目录",
        columns=_CONTENTS,
        rows=rows,
        left=f"企业：{file.enterprise.text('name')}",
        signs=("立卷人", "检查人", "立卷日期"),
        least=_BLANK_LINES,
    )
    return write_paper(ledger_paper(ledger), order)


def _said(form: Form, record: Record, name: str) -> str:
    return show(form.field(name), record[name], resources.codes())
