"""公示: the applications to be paid, by whitelisted columns only — never a person's name, number or account."""

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.papers.facts import Facts

SHOWN = ("序号", "企业名称", "所在乡镇", "项目名称", "扶持政策", "拟补贴金额")
"""Nothing else of an application is ever made public."""
PUBLIC = ("公示", "异议", "异议不成立")
"""The steps at which an application hangs out."""


def public_list(facts: Facts) -> OfficialDocument:
    """The announcement with its term and where to object.

    It lists what was put to 公示; before any step was taken, all that is eligible, as a draft.
    """
    term = max((step.term for procedure in facts.plan.procedures for step in procedure.steps), default=0)
    end = chinese_date(facts.plan.calendar.last_of(facts.dated, term))
    eligible = [application for application in facts.applications if application.amount_fen != 0]
    due = [application for application in eligible if application.state in PUBLIC] or eligible
    rows = [
        [str(number), application.enterprise, application.place, application.project,
         facts.plan.scheme(application.scheme).short,
         "由评审确定" if application.amount_fen is None else wan_text(application.amount_fen)]
        for number, application in enumerate(due, start=1)
    ]  # fmt: skip
    total = sum(application.amount_fen or 0 for application in due)
    return OfficialDocument(
        title=f"{facts.signature}关于{facts.year}年中小企业创新转型拟补贴项目的公示",
        offices=[facts.office.full_name],
        number=facts.number,
        blocks=[
            Paragraph(
                f"根据《{facts.plan.title}》（{facts.plan.number}），经企业申报、乡镇初审、部门审核，"
                f"拟对以下{len(due)}个项目给予补贴，合计{wan_text(total)}万元，现予公示。"
            ),
            Paragraph(f"公示期为{chinese_date(facts.dated)}至{end}，共{term}个工作日。"),
            Table(SHOWN, rows, (1.3, 5, 2.4, 5, 3, 3), aligns="clcllr", unit="万元"),
            Paragraph(
                "任何单位和个人对公示项目有异议的，请在公示期内以书面形式反映。"
                f"以单位名义反映的应加盖公章，以个人名义反映的应署真实姓名和联系方式。受理单位：{facts.signature}。"
            ),
        ],
        signed=[facts.signature],
        dated=facts.dated,
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )
