"""The forms of an enterprise and of its applications, filled from the records."""

from jizhou_desktop.documents.forms.enterprise_record import EnterpriseRecord, enterprise_paper
from jizhou_desktop.documents.forms.subsidy_form import SubsidyForm, subsidy_paper
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.verdict import Condition, Verdict
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claim_steps import held as claim_held
from jizhou_desktop.tasks.claims import verdict_of
from jizhou_desktop.tasks.dossier_lists import enterprise_lists
from jizhou_desktop.tasks.dossiers import enterprise_file
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.printed_answers import answers_of, applicant_answers, label_of, long_labels, said
from jizhou_desktop.tasks.step_opinions import box, department_boxes
from jizhou_desktop.tasks.write_paper import keeper, write_paper

_IN_SIZE = frozenset({"size_override", "size_reason"})
"""Said in the row of the enterprise's size."""


def print_enterprise_record(order: Order) -> Printed:
    """企业基本情况登记表."""
    file = enterprise_file(order.workspace, order.record(Kind.ENTERPRISE).uid)
    enterprise, figures = resources.form("enterprise"), resources.form("year-figures")
    years = sorted(file.figures)[-4:]
    record = EnterpriseRecord(
        answers=answers_of(enterprise, file.enterprise, without=_IN_SIZE),
        long=long_labels(enterprise),
        size=_size(file),
        years=years,
        figures=[
            [label_of(field), *(said(field, file.figures[year]) for year in years)]
            for field in figures.fields
            if field.name != "year"
        ],
        lists=enterprise_lists(order.workspace, file, order.plan),
        kept_by=order.workspace.profile.office.full_name,
        clerk=order.workspace.profile.clerk,
    )
    return write_paper(enterprise_paper(record, order.now), order)


def print_subsidy_form(order: Order, scheme: str) -> Printed:
    """资金申请表 of one application under `scheme`."""
    claim = order.record(Kind.CLAIM)
    form = resources.form(scheme)
    file = enterprise_file(order.workspace, claim.parent or "")
    departments = [order.plan.department(name) for name in order.plan.scheme(scheme).departments]
    held = claim_held(order.workspace, claim)
    filled = SubsidyForm(
        title=form.title,
        year=claim.year or order.year,
        enterprise=applicant_answers(file.enterprise),
        project=answers_of(form, claim),
        long=long_labels(resources.form("enterprise")) | long_labels(form),
        verdict=_verdict(order, form, claim),
        opinions=[
            box(held.standing, f"{keeper(claim)}初审意见", "乡镇初审"),
            *department_boxes(held.standing, departments),
        ],
        granted_fen=None if held.standing.withdrawn else held.money.granted_fen,
        filled_by=order.workspace.profile.clerk,
    )
    return write_paper(subsidy_paper(filled), order)


def _verdict(order: Order, form: Form, claim: Record) -> Verdict:
    """The plan's verdict; where a review has not yet set what it needs, the form is printed with that left open."""
    try:
        return verdict_of(order.workspace, claim)
    except UserError:
        source = order.plan.cite(order.plan.scheme(form.id).section)
        open_point = Condition(None, "申报资料和评审结果", "尚待补充", "填写齐全", source)
        working = "所填内容尚不足以计算金额，补充后重新打印。"
        return Verdict(form.id, eligible=True, conditions=(open_point,), working=working)


def _size(file: EnterpriseFile) -> str:
    if override := file.enterprise.text("size_override"):
        return f"{override}（认定，理由：{file.enterprise.text('size_reason')}）"
    verdict = file.size(max(file.figures, default=file.plan.year))
    return f"{verdict.size}。{verdict.explanation}" if verdict.size else verdict.explanation
