"""年终考核结果通报 (四（二）): what was done against the targets, by path, and for the district by place with ranks."""

from collections.abc import Iterator

from jizhou_desktop.domain.assessment import Result, ranked
from jizhou_desktop.domain.document import Block, Heading, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.papers.facts import Facts

_NUMERALS = "一二三四五六七八九十"


def assessment_notice(facts: Facts) -> OfficialDocument:
    """The notice, addressed to the townships by the district and to villages and enterprises by a township."""
    return OfficialDocument(
        title=f"{facts.signature}关于{facts.year}年中小企业创新转型年终考核结果的通报",
        offices=[facts.office.full_name],
        number=facts.number,
        addressees=facts.addressees,
        blocks=list(_blocks(facts)),
        signed=[facts.signature],
        dated=facts.dated,
        note="此件主动公开",
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


def _blocks(facts: Facts) -> Iterator[Block]:
    yield Paragraph(
        f"按照《{facts.plan.title}》（{facts.plan.number}）关于年初计划、年终考核的要求，"
        f"对{facts.year}年中小企业创新转型任务完成情况进行了考核。现将考核结果通报如下："
    )
    sections = [
        ("总体情况", _overall(facts)),
        ("分路径完成情况", _paths(facts)),
        ("各乡镇、街道、园区考核名次", _places(facts)) if facts.by_place else
        ("予以通报的企业", _enterprises(facts)),
        ("下一步要求", _demands(facts)),
    ]  # fmt: skip
    for numeral, (title, blocks) in zip(_NUMERALS, sections, strict=False):
        yield Heading(1, f"{numeral}、{title}")
        yield from blocks


def _overall(facts: Facts) -> Iterator[Block]:
    targets, done = sum(result.target for result in facts.by_path), sum(result.done for result in facts.by_path)
    under_way = sum(result.under_way for result in facts.by_path)
    whose = "全区" if facts.office.collects else facts.office.name
    rate = f"，完成率{Result('', targets, done, 0).rate}%" if targets else ""
    verdict = "全面完成年度任务" if targets and done >= targets else f"与年度任务相比还差{max(targets - done, 0)}项"
    yield Paragraph(
        f"{facts.year}年，{whose}承担创新转型任务{targets}项，认定完成{done}项{rate}，{verdict}；"
        f"另有{under_way}项正在推进。实现创新转型的企业共{facts.turned}家"
        "（同一企业完成多条路径的，按一家计）。"
    )


def _paths(facts: Facts) -> Iterator[Block]:
    shown = [result for result in facts.by_path if result.target or result.done or result.under_way]
    behind = [facts.plan.path(result.key).title for result in shown if result.gap]
    if not shown:
        yield Paragraph("本年度没有下达分路径任务，也没有认定项目。")
        return
    lagging = f"{'、'.join(behind)}尚有差距，要查明原因，限期补齐。" if behind else "各条路径均完成年初计划。"
    yield Paragraph(f"共涉及{len(shown)}条路径（见下表）。{lagging}")
    yield Table(
        head=["路径", "任务", "完成", "推进中", "完成率"],
        rows=[[facts.plan.path(result.key).title, *_figures(result)] for result in shown],
        widths=[7, 2, 2, 2, 2.6],
        aligns="lcccc",
        title=f"{facts.year}年分路径任务完成情况表",
        unit="项",
    )


def _places(facts: Facts) -> Iterator[Block]:
    yield Paragraph("按任务完成率、完成数排定名次，完成率和完成数都相同的并列；没有任务的不排名次。")
    rows = [
        [str(rank) if result.target else "—", facts.place_names.get(result.key, result.key), *_figures(result)]
        for rank, result in ranked(facts.by_place)
    ]
    yield Table(
        head=["名次", "单位", "任务", "完成", "推进中", "完成率"],
        rows=rows,
        widths=[2, 5, 2, 2, 2, 2.6],
        aligns="clcccc",
        title=f"{facts.year}年各乡镇、街道、园区考核名次表",
        unit="项",
    )


def _enterprises(facts: Facts) -> Iterator[Block]:
    if facts.recognised:
        yield Paragraph(f"{'、'.join(facts.recognised)}{len(facts.recognised)}家企业转型成效明显，予以通报表扬。")
    else:
        yield Paragraph("本年度没有认定完成创新转型的企业。")


def _demands(facts: Facts) -> Iterator[Block]:
    whose = "各乡镇、街道、园区" if facts.office.collects else "各村（居）、各有关企业"
    yield Paragraph(
        f"{whose}要按照“谁负责、谁落实”的要求，确定负责机构和责任人，明确任务和时限。"
        "已经完成的，要巩固成果，总结推广经验；正在推进的，要备齐佐证材料，及时申报认定；"
        "尚未完成的，要逐项查找原因，制定补救措施。",
        lead="（一）落实责任。",
        lead_level=2,
    )
    yield Paragraph(
        f"要用好智能化技术改造、节能改造等扶持政策，帮助企业对照条件做好申报，把{facts.year}年政策落到实处；"
        "申报材料必须真实完整，不得虚报、重复申报。",
        lead="（二）用好政策。",
        lead_level=2,
    )
    if any(result.gap for result in facts.by_path):
        yield Paragraph(
            "未完成任务的，要在本通报印发之日起十五日内报送整改情况，整改结果纳入下一年度考核。",
            lead="（三）限期整改。",
            lead_level=2,
        )


def _figures(result: Result) -> list[str]:
    rate = "—" if result.rate is None else f"{result.rate}%"
    return [str(result.target), str(result.done), str(result.under_way), rate]
