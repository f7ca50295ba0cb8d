"""考核通知: calling the year-end assessment (四（二）) — what is assessed, how, and by when."""

from datetime import timedelta

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Heading, OfficialDocument, Paragraph
from jizhou_desktop.domain.papers.facts import Facts

_DAYS_TO_REPORT = 10


def assessment_call(facts: Facts) -> OfficialDocument:
    """The notice that asks for self-assessment and the year's data package."""
    items = "、".join(f"{item.title}（{item.weight}分）" for item in facts.plan.assessment)
    report_by = chinese_date(facts.dated + timedelta(days=_DAYS_TO_REPORT))
    return OfficialDocument(
        title=f"{facts.signature}关于开展{facts.year}年中小企业创新转型年终考核的通知",
        offices=[facts.office.full_name],
        number=facts.number,
        addressees=facts.addressees,
        blocks=[
            Paragraph(
                f"按照《{facts.plan.title}》（{facts.plan.number}）实行年初计划、年终考核的要求，"
                f"决定开展{facts.year}年中小企业创新转型年终考核。现将有关事项通知如下："
            ),
            Heading(1, "一、考核对象"),
            Paragraph("承担年度创新转型任务的各乡镇、街道、园区和有关单位。"),
            Heading(1, "二、考核内容和分值"),
            Paragraph(f"考核满分100分，包括{items}。任务目标按完成率计分，以认定结果和佐证材料为准。"),
            Heading(1, "三、考核步骤"),
            Paragraph(
                "各单位对照任务分解表逐项核对，补齐企业档案和佐证材料，形成自查情况。",
                lead="（一）自查。",
                lead_level=2,
            ),
            Paragraph(
                f"{report_by}前，导出本年度数据包，连同加盖公章的数据移交清单一并报送。",
                lead="（二）报送。",
                lead_level=2,
            ),
            Paragraph(
                "对报送的数据逐项审核，必要时到企业现场核查，核查结果计入考核。", lead="（三）核查。", lead_level=2
            ),
            Paragraph("考核结果经审定后予以通报。", lead="（四）通报。", lead_level=2),
            Heading(1, "四、工作要求"),
            Paragraph("各单位要实事求是，数据应有依据，一企一档应完整准确。发现虚报的，取消该项得分，并予以通报。"),
        ],
        signed=[facts.signature],
        dated=facts.dated,
        note=f"联系人：{facts.clerk}",
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )
