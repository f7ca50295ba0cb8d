"""工作推进会议纪要: where the year stands and what was agreed, in the minutes format; to be completed by the clerk."""

from collections.abc import Iterator

from jizhou_desktop.domain.assessment import Result
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Block, Heading, Layout, OfficialDocument, Paragraph
from jizhou_desktop.domain.papers.facts import Facts


def meeting_minutes(facts: Facts) -> OfficialDocument:
    """The minutes. Those present are the departments of the plan's part four; names are filled in before printing."""
    own = ["镇政府分管负责同志", "经济发展部门负责同志"]
    departments = [facts.plan.department(name).name for duty in facts.plan.duties for name in duty.departments]
    return OfficialDocument(
        layout=Layout.MINUTES,
        title=f"{facts.year}年中小企业创新转型工作推进会议纪要",
        offices=[facts.office.full_name],
        mark=f"{facts.signature}会议纪要",
        number=facts.number,
        blocks=list(_blocks(facts)),
        attended=list(dict.fromkeys(departments)) if facts.office.collects else own,
        dated=facts.dated,
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


def _blocks(facts: Facts) -> Iterator[Block]:
    targets, done = sum(result.target for result in facts.by_path), sum(result.done for result in facts.by_path)
    under_way = sum(result.under_way for result in facts.by_path)
    rate = Result("", targets, done, 0).rate
    yield Paragraph(
        f"{chinese_date(facts.dated)}，{facts.signature}召开{facts.year}年中小企业创新转型工作推进会议，"
        "听取工作进展情况，研究部署下一步工作。现将会议议定事项纪要如下："
    )
    yield Heading(1, "一、工作进展")
    said = f"，完成率{rate}%" if rate is not None else ""
    yield Paragraph(
        f"会议听取了进展情况汇报。年度任务{targets}项，已认定{done}项{said}，正在推进{under_way}项；"
        f"实现创新转型的企业{facts.turned}家；受理补贴申报{len(facts.applications)}项。"
    )
    behind = [facts.plan.path(result.key).title for result in facts.by_path if result.gap]
    yield Heading(1, "二、议定事项")
    yield Paragraph(
        f"{'、'.join(behind)}进度滞后，由责任部门会同有关单位逐企帮扶，限期完成。"
        if behind
        else "各条路径进度符合年初计划，继续做好认定和材料归档。",
        lead="（一）关于任务进度。",
        lead_level=2,
    )
    yield Paragraph(
        "对照扶持政策条件抓紧审核，符合条件的按程序公示、拨付；资金使用情况及时登记。",
        lead="（二）关于补贴申报。",
        lead_level=2,
    )
    yield Paragraph(
        "年底前完成一企一档核对，做好年度数据包报送和年终考核准备。", lead="（三）关于年终考核。", lead_level=2
    )
