"""What can be printed (打印), and printing it: one function a paper, each kept in the register."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.papers import PaperRow
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.audit_papers import print_audit_sheet
from jizhou_desktop.tasks.claims import schemes_at_hand
from jizhou_desktop.tasks.duty_paper import print_duties
from jizhou_desktop.tasks.form_papers import print_enterprise_record, print_subsidy_form
from jizhou_desktop.tasks.handover_papers import print_handover_list
from jizhou_desktop.tasks.ledger_papers import (
    print_number_register,
    print_subsidy_summary,
    print_task_breakdown,
)
from jizhou_desktop.tasks.official_papers import OFFICIAL, WORD, Official, compose, write_document
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.pool_paper import print_pool_ledger
from jizhou_desktop.tasks.progress_chart import print_progress_chart
from jizhou_desktop.tasks.project_form import print_project_form
from jizhou_desktop.tasks.project_papers import (
    print_carrier_record,
    print_contents_list,
    print_dossier_cover,
    print_review_form,
)
from jizhou_desktop.tasks.result_papers import print_progress, print_score_form, print_score_sheet

_NEEDS = {"subject": "--subject 记录号", "year": "--year 年度", "place": "--place 代码"}


@dataclass(frozen=True)
class Paper:
    """A paper that can be printed: its stable id, its title, what must be named, and the function that writes it.

    A paper that needs a `place` is about one place of the district, a township's own where none is named.
    `about` is the kind of record that its subject is, `form` the form that the record must answer. An official
    document's text may be edited before it is printed, and it may be written for Word.
    """

    id: str
    title: str
    needs: tuple[str, ...]
    write: Callable[[Order], Printed]
    about: Kind | None = None
    form: str = ""
    is_official: bool = False

    @property
    def needs_text(self) -> str:
        return "、".join(_NEEDS[need] for need in self.needs)


def papers() -> list[Paper]:
    """All papers, official documents first."""
    return [
        *(_official_paper(official) for official in OFFICIAL),
        Paper("number-register", "发文登记", (), print_number_register),
        Paper("enterprise-record", "企业基本情况登记表", ("subject",), print_enterprise_record, Kind.ENTERPRISE),
        Paper("dossier-cover", "档案封面", ("subject",), print_dossier_cover, Kind.ENTERPRISE),
        Paper("contents-list", "卷内目录", ("subject",), print_contents_list, Kind.ENTERPRISE),
        Paper("carrier-record", "载体登记表", ("subject",), print_carrier_record, Kind.CARRIER),
        Paper("project-form", "创新转型项目申报表", ("subject",), print_project_form, Kind.TRANSFORMATION),
        Paper("review-form", "审核意见表", ("subject",), print_review_form, Kind.CLAIM),
        Paper("subsidy-summary", "补贴资金汇总表", (), print_subsidy_summary),
        Paper("pool-ledger", "专项资金台账", (), print_pool_ledger),
        Paper("score-sheet", "考核评分汇总表", (), print_score_sheet),
        Paper("score-form", "考核评分表", ("place",), print_score_form),
        Paper("task-breakdown", "任务分解表", (), print_task_breakdown),
        Paper("duty-table", "职责分工表", (), print_duties),
        Paper("progress-table", "进度统计表", (), print_progress),
        Paper("progress-chart", "进度统计图", (), print_progress_chart),
        Paper("audit-sheet", "审核情况表", (), print_audit_sheet),
        Paper("handover-list", "数据移交清单", (), print_handover_list),
        *(_subsidy_paper(scheme) for scheme in _schemes()),
    ]


def _schemes() -> list[str]:
    """The schemes of every plan at hand, the latest first: last year's claims are still printed."""
    plans = [resources.plan_of_year(year) for year in sorted(resources.planned_years(), reverse=True)]
    return list(dict.fromkeys(scheme for plan in plans for scheme in schemes_at_hand(plan)))


def paper_of(paper_id: str) -> Paper:
    """The paper of that id. Raises UserError where there is none."""
    paper = next((paper for paper in papers() if paper.id == paper_id), None)
    if paper is None:
        raise UserError(f"没有“{paper_id}”这种文书，可打印的文书见 jizhou papers。")
    return paper


def compose_paper(
    workspace: Workspace, paper_id: str, *, year: int | None = None, place: str | None = None, now: datetime
) -> OfficialDocument:
    """The text of an official document before it is printed, to be edited. Raises UserError for a form or ledger."""
    official = next((official for official in OFFICIAL if official.id == paper_id), None)
    if official is None:
        raise UserError(f"“{paper_id}”不是公文，不能修改文字。")
    return compose(_order(workspace, year, None, place, out=Path(), now=now), official)


def print_paper(
    workspace: Workspace,
    paper_id: str,
    *,
    year: int | None = None,
    subject: str | None = None,
    place: str | None = None,
    document: OfficialDocument | None = None,
    out: Path,
    now: datetime,
) -> Printed:
    """Writes one paper, keeps a copy in the workspace and notes it in the register.

    `document` is an official document's text where it was edited. Raises UserError for a paper there is none of, or
    where what it needs is missing.
    """
    paper = paper_of(paper_id)
    if out.suffix.lower() not in ((".pdf", WORD) if paper.is_official else (".pdf",)):
        kinds = "PDF 或 Word（.docx）" if paper.is_official else "PDF"
        raise UserError(f"{paper.title}只能写成{kinds}，请改写文件名 {out.name}。")
    order = _order(workspace, year, subject, place, out=out, now=now)
    printed = write_document(order, document) if document is not None else paper.write(order)
    workspace.papers.keep(
        PaperRow(
            paper=paper.id,
            title=paper.title,
            subject=subject or place or "",
            file=str(out),
            digest=hashlib.sha256(out.read_bytes()).hexdigest(),
            pages=printed.pages,
            printed_by=workspace.profile.clerk,
            printed_at=now.isoformat(timespec="seconds"),
        ),
        out,
    )
    return printed


def _order(
    workspace: Workspace, year: int | None, subject: str | None, place: str | None, *, out: Path, now: datetime
) -> Order:
    record = workspace.records.get(subject) if subject else None
    if year is None and record is not None and record.year in resources.planned_years():
        year = record.year  # a claim of last year is printed by last year's plan
    plan = resources.plan_of_year(year) if year is not None else resources.latest_plan()
    if place is not None:
        resources.office(place)
    return Order(workspace, plan, plan.year, subject, place, out, now)


def _official_paper(official: Official) -> Paper:
    def write(order: Order) -> Printed:
        return write_document(order, compose(order, official))

    return Paper(official.id, official.title, (), write, is_official=True)


def _subsidy_paper(scheme: str) -> Paper:
    write = partial(print_subsidy_form, scheme=scheme)
    return Paper(f"subsidy-form-{scheme}", resources.form(scheme).title, ("subject",), write, Kind.CLAIM, scheme)
