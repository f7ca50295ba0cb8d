"""年终考核结果通报 (四（二）): what was done against the targets, by path, and for the district by place with ranks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jizhou_desktop.domain.assessment import Result, ranked
from jizhou_desktop.domain.document import Block, Heading, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.plan import Plan

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Assessed:
    """The year's results. `by_place` is empty where the office reports only on itself; names are by code.

    `turned` is how many enterprises (家) were recognised, each counted once; `praised` names those recognised.
    """

    by_path: Sequence[Result]
    by_place: Sequence[Result]
    place_names: dict[str, str]
    turned: int
    praised: Sequence[str]


def assessment_notice(
    office: Office, plan: Plan, assessed: Assessed, *, number: str, dated: date, printed_by: str = ""
) -> OfficialDocument:
    """The notice, addressed to the townships by the district and to villages and enterprises by a township."""
    own = _short(office)
    district = "各乡镇人民政府和街道办事处，各园区管理机构，各有关单位"
    return OfficialDocument(
        title=f"{own}关于{plan.year}年中小企业创新转型年终考核结果的通报",
        offices=[office.full_name],
        number=number,
        addressees=district if office.collects else "各村（居）民委员会，各有关企业",
        blocks=list(_blocks(office, plan, assessed)),
        signed=[own],
        dated=dated,
        note="此件主动公开",
        printed_by=printed_by or f"{own}办公室",
        printed_on=dated,
    )


def _short(office: Office) -> str:
    """The office's name as it signs: without the city and the district."""
    return office.full_name.removeprefix("天津市蓟州区") if office.collects else office.full_name.removeprefix("天津市")


def _blocks(office: Office, plan: Plan, assessed: Assessed) -> Iterator[Block]:
    yield Paragraph(
        f"按照《{plan.title}》（{plan.number}）关于年初计划、年终考核的要求，"
        f"对{plan.year}年中小企业创新转型任务完成情况进行了考核。现将考核结果通报如下："
    )
    sections = [
        ("总体情况", _overall(office, plan, assessed)),
        ("分路径完成情况", _paths(plan, assessed)),
        ("各乡镇、街道、园区考核名次", _places(plan, assessed)) if assessed.by_place else
        ("予以通报的企业", _enterprises(assessed)),
        ("下一步要求", _demands(office, plan, assessed)),
    ]  # fmt: skip
    for numeral, (title, blocks) in zip(_NUMERALS, sections, strict=False):
        yield Heading(1, f"{numeral}、{title}")
        yield from blocks


def _overall(office: Office, plan: Plan, assessed: Assessed) -> Iterator[Block]:
    targets, done = sum(result.target for result in assessed.by_path), sum(result.done for result in assessed.by_path)
    under_way = sum(result.under_way for result in assessed.by_path)
    whose = "全区" if office.collects else office.name
    rate = f"，完成率{Result('', targets, done, 0).rate}%" if targets else ""
    verdict = "全面完成年度任务" if targets and done >= targets else f"与年度任务相比还差{max(targets - done, 0)}项"
    yield Paragraph(
        f"{plan.year}年，{whose}承担创新转型任务{targets}项，认定完成{done}项{rate}，{verdict}；"
        f"另有{under_way}项正在推进。实现创新转型的企业共{assessed.turned}家"
        "（同一企业完成多条路径的，按一家计）。"
    )


def _paths(plan: Plan, assessed: Assessed) -> Iterator[Block]:
    shown = [result for result in assessed.by_path if result.target or result.done or result.under_way]
    behind = [plan.path(result.key).title for result in shown if result.gap]
    if not shown:
        yield Paragraph("本年度没有下达分路径任务，也没有认定项目。")
        return
    lagging = f"{'、'.join(behind)}尚有差距，要查明原因，限期补齐。" if behind else "各条路径均完成年初计划。"
    yield Paragraph(f"共涉及{len(shown)}条路径（见下表）。{lagging}")
    yield Table(
        head=["路径", "任务", "完成", "推进中", "完成率"],
        rows=[[plan.path(result.key).title, *_figures(result)] for result in shown],
        widths=[7, 2, 2, 2, 2.6],
        aligns="lcccc",
        title=f"{plan.year}年分路径任务完成情况表",
        unit="项",
    )


def _places(plan: Plan, assessed: Assessed) -> Iterator[Block]:
    yield Paragraph("按任务完成率、完成数排定名次，完成率和完成数都相同的并列；没有任务的不排名次。")
    rows = [
        [str(rank) if result.target else "—", assessed.place_names.get(result.key, result.key), *_figures(result)]
        for rank, result in ranked(assessed.by_place)
    ]
    yield Table(
        head=["名次", "单位", "任务", "完成", "推进中", "完成率"],
        rows=rows,
        widths=[2, 5, 2, 2, 2, 2.6],
        aligns="clcccc",
        title=f"{plan.year}年各乡镇、街道、园区考核名次表",
        unit="项",
    )


def _enterprises(assessed: Assessed) -> Iterator[Block]:
    if assessed.praised:
        yield Paragraph(f"{'、'.join(assessed.praised)}{len(assessed.praised)}家企业转型成效明显，予以通报表扬。")
    else:
        yield Paragraph("本年度没有认定完成创新转型的企业。")


def _demands(office: Office, plan: Plan, assessed: Assessed) -> Iterator[Block]:
    whose = "各乡镇、街道、园区" if office.collects else "各村（居）、各有关企业"
    yield Paragraph(
        f"{whose}要按照“谁负责、谁落实”的要求，确定负责机构和责任人，明确任务和时限。"
        "已经完成的，要巩固成果，总结推广经验；正在推进的，要备齐佐证材料，及时申报认定；"
        "尚未完成的，要逐项查找原因，制定补救措施。",
        lead="（一）落实责任。",
        lead_level=2,
    )
    yield Paragraph(
        f"要用好智能化技术改造、节能改造等扶持政策，帮助企业对照条件做好申报，把{plan.year}年政策落到实处；"
        "申报材料必须真实完整，不得虚报、重复申报。",
        lead="（二）用好政策。",
        lead_level=2,
    )
    if any(result.gap for result in assessed.by_path):
        yield Paragraph(
            "未完成任务的，要在本通报印发之日起十五日内报送整改情况，整改结果纳入下一年度考核。",
            lead="（三）限期整改。",
            lead_level=2,
        )


def _figures(result: Result) -> list[str]:
    rate = "—" if result.rate is None else f"{result.rate}%"
    return [str(result.target), str(result.done), str(result.under_way), rate]
