"""推荐上报函: a township recommends its enterprises to the departments for recognition, in the letter format."""

from jizhou_desktop.domain.document import Annex, Layout, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.papers.facts import Facts

_SENT_UP = ("已申报", "乡镇初审", "部门核实", "认定")


def recommendation_letter(facts: Facts) -> OfficialDocument:
    """The letter with the list of those declared and beyond. Personal data are left out of the list."""
    listed = [going for going in facts.going if going.state in _SENT_UP]
    names = list(dict.fromkeys(going.enterprise for going in listed))
    rows = [
        [str(number), going.enterprise, facts.plan.path(going.path).title, going.state]
        for number, going in enumerate(listed, start=1)
    ]
    annexes = []
    if rows:
        table = Table(["序号", "企业名称", "转型路径", "状态"], rows, (1.5, 7, 6, 3), aligns="cllc")
        annexes = [Annex(f"{facts.year}年推荐企业名单", [table])]
    return OfficialDocument(
        layout=Layout.LETTER,
        title=f"关于推荐{facts.year}年创新转型企业的函",
        offices=[facts.office.full_name],
        number=facts.number,
        addressees=_departments(facts, [going.path for going in listed]),
        blocks=[
            Paragraph(
                f"按照《{facts.plan.title}》（{facts.plan.number}）安排，经企业申报、材料审核，"
                f"现推荐{len(names)}家企业共{len(listed)}项创新转型项目，申请认定。"
            ),
            Paragraph("推荐企业申报材料真实完整，佐证材料已随年度数据包报送。"),
            Paragraph("特此致函，请予支持。"),
        ],
        annexes=annexes,
        signed=[facts.signature],
        dated=facts.dated,
        note=f"联系人：{facts.clerk}",
        printed_by=facts.printed_by,
        printed_on=facts.dated,
    )


def _departments(facts: Facts, paths: list[str]) -> str:
    """The departments that lead the paths in question, each once, in the plan's order."""
    wanted = [path for path in facts.plan.paths if path.id in paths] or list(facts.plan.paths[:1])
    names = dict.fromkeys(facts.plan.department(name).name for path in wanted for name in path.lead)
    return "，".join(names)
