"""资金拨付请示: asking the level above to pay the year's subsidies, scheme by scheme, with the pools."""

from collections.abc import Iterator

from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.document import Block, Heading, OfficialDocument, Paragraph, Signer, Table
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.papers.facts import Application, Facts


def funds_request(facts: Facts) -> OfficialDocument:
    """The request, signed by whoever issues it (签发人); the name is to be filled in before it is printed."""
    return OfficialDocument(
        title=f"{facts.signature}关于拨付{facts.year}年中小企业创新转型补贴资金的请示",
        offices=[facts.office.full_name],
        number=facts.number,
        signers=[Signer("　　　")],
        addressees="区人民政府",
        blocks=list(_blocks(facts)),
        signed=[facts.signature],
        dated=facts.dated,
        note=f"联系人：{facts.clerk}",
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


def _blocks(facts: Facts) -> Iterator[Block]:
    due = [application for application in facts.applications if application.amount_fen]
    total = sum(application.amount_fen or 0 for application in due)
    yield Paragraph(
        f"按照《{facts.plan.title}》（{facts.plan.number}）第三部分规定，"
        f"我单位组织了{facts.year}年中小企业创新转型补贴资金申报审核。现将有关情况请示如下："
    )
    yield Heading(1, "一、审核情况")
    yield Paragraph(
        f"共受理申报{len(facts.applications)}项，符合条件并已确定金额的{len(due)}项，"
        f"拟补贴{wan_text(total)}万元（大写：{capitals(total)}）。"
    )
    if due:
        yield _table(facts, due)
    yield Heading(1, "二、资金来源")
    pools = [
        f"{scheme.short}专项资金{wan_text(scheme.pool_fen)}万元，本次申请{wan_text(_sum(due, scheme.id))}万元"
        for scheme in facts.plan.schemes
        if scheme.pool_fen is not None
    ]
    yield Paragraph(f"{'；'.join(pools)}。所需资金从区级专项资金中列支。")
    yield Heading(1, "三、请示事项")
    yield Paragraph(f"拟请拨付{facts.year}年中小企业创新转型补贴资金{wan_text(total)}万元。")
    yield Paragraph("妥否，请批示。")


def _table(facts: Facts, due: list[Application]) -> Table:
    rows = [
        [application.enterprise, application.project, facts.plan.scheme(application.scheme).short,
         wan_text(application.amount_fen or 0)]
        for application in due
    ]  # fmt: skip
    return Table(["企业名称", "项目名称", "扶持政策", "拟补贴金额"], rows, (5, 6, 3, 3), aligns="lllr", unit="万元")


def _sum(due: list[Application], scheme: str) -> int:
    return sum(application.amount_fen or 0 for application in due if application.scheme == scheme)
