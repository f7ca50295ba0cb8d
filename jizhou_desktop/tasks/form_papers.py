"""The forms of an enterprise and of its applications, filled from the records."""

from jizhou_desktop.documents.forms.enterprise_record import EnterpriseRecord, enterprise_paper
from jizhou_desktop.documents.forms.subsidy_form import SubsidyForm, subsidy_paper
from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.verdict import Condition, Verdict
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import verdict_on
from jizhou_desktop.tasks.dossiers import enterprise_file
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import keeper, write_paper

_APPLICANT = (
    "name", "uscc", "legal_person", "founded", "capital", "place", "industry", "products", "contact", "phone",
    "address",
)  # fmt: skip
_LONG_TEXTS = {"name", "address", "products", "project", "site", "former_names", "brands", "size_reason"}


def print_enterprise_record(order: Order) -> Printed:
    """企业基本情况登记表."""
    file = enterprise_file(order.workspace, order.record(Kind.ENTERPRISE).uid)
    enterprise, figures = resources.form("enterprise"), resources.form("year-figures")
    years = sorted(file.figures)[-4:]
    record = EnterpriseRecord(
        answers=answers_of(enterprise, file.enterprise),
        long=long_labels(enterprise),
        size=_size(file),
        years=years,
        figures=[
            [field.label, *(_said(field, file.figures[year]) for year in years)]
            for field in figures.fields
            if field.name != "year"
        ],
        transformations=[
            [order.plan.path(going.text("path")).title, going.text("state"), _date(going), going.text("evidence")]
            for going in file.transformations
        ],
        evidence=[[item.title, item.kind, item.dated, item.name] for item in file.attachments],
        kept_by=order.workspace.profile.office.full_name,
        clerk=order.workspace.profile.clerk,
    )
    return write_paper(enterprise_paper(record, order.now), order)


def print_subsidy_form(order: Order, scheme: str) -> Printed:
    """资金申请表 of one application under `scheme`."""
    claim = order.record(Kind.CLAIM)
    form = resources.form(scheme)
    file = enterprise_file(order.workspace, claim.parent or "")
    departments = [order.plan.department(name).name for name in order.plan.scheme(scheme).departments]
    filled = SubsidyForm(
        title=form.title,
        year=claim.year or order.year,
        enterprise=applicant_answers(file.enterprise),
        project=answers_of(form, claim),
        long=long_labels(resources.form("enterprise")) | long_labels(form),
        verdict=_verdict(order.plan, form, claim),
        opinions=["申报企业承诺", f"{keeper(claim)}初审意见", *(f"{name}审核意见" for name in departments)],
        filled_by=order.workspace.profile.clerk,
    )
    return write_paper(subsidy_paper(filled), order)


def _verdict(plan: Plan, form: Form, claim: Record) -> Verdict:
    """The plan's verdict; where a review has not yet set what it needs, the form is printed with that left open."""
    try:
        return verdict_on(plan, form, dict(claim.values))
    except UserError as error:
        open_point = Condition(None, "尚待补充", "资料不全", str(error), plan.cite(plan.scheme(form.id).section))
        return Verdict(form.id, eligible=True, conditions=(open_point,))


def applicant_answers(enterprise: Record) -> list[tuple[str, str]]:
    """What an application says of its enterprise."""
    form = resources.form("enterprise")
    return [(field.label, _said(field, enterprise)) for field in map(form.field, _APPLICANT)]


def answers_of(form: Form, record: Record) -> list[tuple[str, str]]:
    """Every question of the form with the record's answer, as printed."""
    return [(field.label, _said(field, record)) for field in form.fields]


def _said(field: Field, record: Record) -> str:
    return show(field, record[field.name], resources.codes())


def long_labels(form: Form) -> frozenset[str]:
    """The labels whose answers take a row of their own."""
    long = (field for field in form.fields if field.kind is FieldKind.LINES or field.name in _LONG_TEXTS)
    return frozenset(field.label for field in long)


def _size(file: EnterpriseFile) -> str:
    if override := file.enterprise.text("size_override"):
        return f"{override}（认定，理由：{file.enterprise.text('size_reason')}）"
    verdict = file.size(max(file.figures, default=file.plan.year))
    return f"{verdict.size}（{verdict.explanation}）" if verdict.size else verdict.explanation


def _date(record: Record) -> str:
    return show(resources.form("transformation").field("date"), record["date"])
