"""关于印发年度行动计划的通知: the plan's own text as one annex, its targets as another."""

from collections.abc import Iterator

from jizhou_desktop.domain.document import Annex, Block, Heading, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.papers.facts import Facts

_NUMERALS = "一二三四"


def plan_notice(facts: Facts) -> OfficialDocument:
    """The notice. The targets table is turned (A4 横排) where targets are split over the places."""
    plan = facts.plan
    return OfficialDocument(
        title=f"{facts.signature}关于印发《{plan.title}》的通知",
        offices=[facts.office.full_name],
        number=facts.number,
        addressees=facts.addressees,
        blocks=[
            Paragraph(f"现将《{plan.title}》印发给你们，请结合实际，认真组织实施。"),
            Paragraph("各单位要确定负责机构和责任人，对照任务分解表逐项落实，年终按计划考核。"),
        ],
        annexes=[Annex(plan.title, list(_text(facts))), Annex(f"{plan.year}年任务分解表", [_targets(facts)])],
        signed=[facts.signature],
        dated=facts.dated,
        note="此件主动公开",
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


def _text(facts: Facts) -> Iterator[Block]:
    """The plan in its own words, numbered as it numbers itself."""
    plan = facts.plan
    yield from _paragraphs(plan.opening.text)
    yield Heading(1, f"一、{plan.goal.title}")
    yield from _paragraphs(plan.goal.text)
    yield Heading(1, f"二、{plan.routes.title}")
    yield from _paragraphs(plan.routes.text)
    for numeral, group in zip(_NUMERALS, plan.groups, strict=True):
        yield Heading(2, f"（{numeral}）{group.title}")
        yield from _paragraphs(group.text)
        for number, path in enumerate(group.paths, start=1):
            yield Heading(3, f"{number}.{path.title}")
            yield from _paragraphs(path.text)
    yield Heading(1, f"三、{plan.support.title}")
    yield from _paragraphs(plan.support.text)
    for scheme in plan.schemes:
        yield Heading(2, scheme.title)
        yield from _paragraphs(scheme.text)
    yield Heading(1, "四、组织推动")
    for duty in plan.duties:
        yield Heading(2, duty.title)
        yield from _paragraphs(duty.text)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(line.strip())


def _targets(facts: Facts) -> Table:
    if any(facts.targets.values()) and facts.office.collects:
        return _split_targets(facts)
    plan = facts.plan
    rows = [
        [path.section, path.title, str(path.target), "、".join(plan.department(name).name for name in path.lead)]
        for path in plan.paths
        if path.target
    ]
    rows.append(["", "合计", str(plan.target), ""])
    return Table(["序号", "路径", "任务", "责任部门"], rows, (2.4, 6, 2, 6), aligns="clcl", unit="家")


def _split_targets(facts: Facts) -> Table:
    """A row a place, a column a path."""
    paths = [path for path in facts.plan.paths if path.target or any(held == path.id for _, held in facts.targets)]
    rows = []
    for code, name in facts.place_names.items():
        counts = [facts.targets.get((code, path.id), 0) for path in paths]
        rows.append([name, *(str(count or "") for count in counts), str(sum(counts))])
    sums = [sum(facts.targets.get((code, path.id), 0) for code in facts.place_names) for path in paths]
    rows.append(["合计", *map(str, sums), str(sum(sums))])
    head = ["单位", *(path.title for path in paths), "合计"]
    aligns = "l" + "c" * (len(head) - 1)
    return Table(head, rows, (3, *(2.4,) * len(paths), 1.6), aligns=aligns, unit="家", wide=True)
