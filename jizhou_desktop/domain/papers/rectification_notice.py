"""整改督办通知: who is behind, on which path, by how many, and by when it must be made good."""

from datetime import timedelta

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Heading, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.papers.facts import Facts

_DAYS = 15


def rectification_notice(facts: Facts) -> OfficialDocument:
    """The notice. In the district it names places, in a township its own paths that are behind."""
    end = chinese_date(facts.dated + timedelta(days=_DAYS))
    rows = _behind(facts)
    whose = "单位" if facts.by_place else "路径"
    state = (
        f"截至{chinese_date(facts.dated)}，{len(rows)}个{whose}未完成年初计划，具体如下："
        if rows
        else f"截至{chinese_date(facts.dated)}，各{whose}均完成年初计划，请继续巩固成果。"
    )
    table = [Table([whose, "任务", "完成", "推进中", "差距"], rows, (6, 2, 2, 2, 2), aligns="lcccc", unit="项")]
    return OfficialDocument(
        title=f"{facts.signature}关于{facts.year}年中小企业创新转型任务整改督办的通知",
        offices=[facts.office.full_name],
        number=facts.number,
        addressees=_addressees(facts),
        blocks=[
            Paragraph(
                f"按照《{facts.plan.title}》（{facts.plan.number}）强化管理考核的要求，"
                "现就未完成任务的整改事项通知如下："
            ),
            Heading(1, "一、存在差距"),
            Paragraph(state),
            *(table if rows else []),
            Heading(1, "二、整改要求"),
            Paragraph(
                "逐项查明未完成的原因，明确责任人、措施和完成时限，形成整改清单。",
                lead="（一）建立清单。",
                lead_level=2,
            ),
            Paragraph(
                "对正在推进的企业上门服务，帮助补齐佐证材料，尽快申报认定。", lead="（二）加快推进。", lead_level=2
            ),
            Heading(1, "三、时限"),
            Paragraph(f"请于{end}前书面报送整改情况。逾期未报或整改不力的，将予以通报，并在年终考核中扣分。"),
        ],
        signed=[facts.signature],
        dated=facts.dated,
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


def _behind(facts: Facts) -> list[list[str]]:
    results = facts.by_place or facts.by_path
    names = facts.place_names if facts.by_place else {path.id: path.title for path in facts.plan.paths}
    return [
        [names[result.key], str(result.target), str(result.done), str(result.under_way), str(result.gap)]
        for result in results
        if result.gap
    ]


def _addressees(facts: Facts) -> str:
    """The places that are behind; where none is, or in a township, those that notices go to."""
    behind = [facts.place_names[result.key] for result in facts.by_place if result.gap]
    return "，".join(behind) if behind else facts.addressees
