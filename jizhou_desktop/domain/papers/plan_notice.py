"""关于印发年度行动计划的通知: the plan's own text as one annex, its targets as another."""

from jizhou_desktop.domain.document import Annex, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.papers.facts import Facts
from jizhou_desktop.domain.papers.plan_text import plan_text


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
            Paragraph(
                "各单位要把创新转型摆上重要位置，确定负责机构和责任人，对照任务分解表将任务逐项落实到企业，"
                "建立一企一档，随时记载进展情况，保存佐证材料。"
            ),
            Paragraph(
                "对实施中遇到的困难和问题，要及时研究解决；本级难以解决的，应当说明情况，提出建议，"
                "报牵头部门协调处理。任务完成情况列入年终考核。"
            ),
        ],
        annexes=[Annex(plan.title, list(plan_text(plan))), Annex(f"{plan.year}年任务分解表", [_targets(facts)])],
        signed=[facts.signature],
        dated=facts.dated,
        note="此件主动公开",
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


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
    return Table(head, rows, (4.2, *(2.4,) * len(paths), 1.6), aligns=aligns, unit="家", wide=True)
