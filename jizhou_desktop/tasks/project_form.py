"""创新转型项目申报表: one transformation with what came of it, before and after, and the opinions given so far."""

from decimal import Decimal

from jizhou_desktop.documents.forms.opinions import Opinion
from jizhou_desktop.documents.forms.project_forms import ProjectForm, project_paper
from jizhou_desktop.domain.effect import Effect
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.printed_answers import answers_of, applicant_answers, label_of, long_labels
from jizhou_desktop.tasks.step_opinions import box, department_boxes
from jizhou_desktop.tasks.transformations import FORM, GoingTask, effect_of, going_task
from jizhou_desktop.tasks.write_paper import keeper, write_paper

FIRST_LOOK, LOOK, RECOGNITION = "乡镇初审", "部门核实", "认定"

_REVIEWED = frozenset({"opinion", "reviewer"})
"""Said in the boxes for opinions."""
_SUBJECT = frozenset({"subject"})
_UNKNOWN = "—"


def print_project_form(order: Order) -> Printed:
    """创新转型项目申报表 of one transformation, of an enterprise or a carrier."""
    task = going_task(order.workspace, order.record(Kind.TRANSFORMATION).uid)
    year = task.record.year or order.year
    form = resources.form(FORM)
    result = resources.form(task.path.result) if task.path.result else None
    of_enterprise = task.subject.kind is Kind.ENTERPRISE
    asked = [
        (label, task.path.title if label == label_of(form.field("path")) else said)
        for label, said in answers_of(form, task.record, without=_REVIEWED)
    ]
    paper = project_paper(
        ProjectForm(
            title=f"{year}年度中小企业创新转型项目申报表",
            about="企业情况" if of_enterprise else "载体情况",
            applicant=applicant_answers(task.subject) if of_enterprise else _carrier_answers(task.subject),
            project=asked,
            result=_result_answers(result, task) if result else (),
            effect_heads=("指标", f"{year - 1}年", f"{year}年", "增减"),
            effect=[_line(effect) for effect in effect_of(order.workspace, task)],
            long=_long(form, result, resources.form(str(task.subject.kind))),
            criteria=task.path.criteria,
            evidence=[(kind, kind in task.evidence) for kind in task.path.evidence],
            opinions=_opinions(resources.plan_of_year(year), task),
            filled_by=order.workspace.profile.clerk,
        )
    )
    return write_paper(paper, order)


def _carrier_answers(carrier: Record) -> list[tuple[str, str]]:
    """All that is held of a carrier, but for its kind, which the path says."""
    return answers_of(resources.form("carrier"), carrier, without=_SUBJECT)


def _long(*forms: Form | None) -> frozenset[str]:
    return frozenset[str]().union(*(long_labels(form) for form in forms if form))


def _result_answers(form: Form, task: GoingTask) -> list[tuple[str, str]]:
    """What came of it (转型成效); where nothing is answered yet, the questions, to be filled in by hand."""
    blank = Record("", Kind.RESULT, task.record.office, {}, form.id, form.version)
    return answers_of(form, task.result or blank)


def _opinions(plan: Plan, task: GoingTask) -> list[Opinion]:
    """The boxes as the steps stand; a record of release 0.1.0 bears the first opinion in fields of its own."""
    first = box(task.standing, f"{keeper(task.record)}初审意见", FIRST_LOOK)
    if not task.standing.steps:
        first = Opinion(first.title, _first_opinion(task.record))
    departments = [plan.department(name) for name in task.path.departments]
    return [
        first,
        *department_boxes(task.standing, departments, LOOK, "核实意见"),
        box(task.standing, "认定意见", RECOGNITION, signs="负责人"),
    ]


def _first_opinion(going: Record) -> str:
    """What the dossier already says of the first look, with who looked."""
    opinion, reviewer = going.text("opinion"), going.text("reviewer")
    return f"{opinion}（审核人：{reviewer}）" if opinion and reviewer else opinion


def _line(effect: Effect) -> list[str]:
    change = effect.change
    told = _UNKNOWN if change is None else f"{change:+}%"
    return [f"{effect.measure}（{effect.unit}）", _figure(effect.before), _figure(effect.after), told]


def _figure(value: Decimal | None) -> str:
    return _UNKNOWN if value is None else f"{value.normalize():,f}"
