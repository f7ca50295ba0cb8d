"""Commands about steps (办理环节): step."""

import argparse
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.tasks import claim_steps, resources, steps, workspaces
from jizhou_desktop.tasks.uids import new_uid


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("step", help="办理环节：列出一项转型任务或补贴申报的经过，或办理下一环节")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("subject", metavar="UID", help="转型任务或补贴申报的记录号")
    command.arguments.add_argument("step", metavar="STEP", nargs="?", help="要办的环节，如 受理；不写只列出经过")
    command.options.add_argument("--date", default="", metavar="D", help="办理日期（默认今天）")
    command.options.add_argument("--person", default="", metavar="NAME", help="办理人（默认经办人）")
    command.options.add_argument("--opinion", default="", metavar="TEXT", help="意见；退回等环节必须写明理由")
    command.options.add_argument("--amount", default="", metavar="AMOUNT", help="核定、拨付、收回的金额（万元）")
    command.options.add_argument("--undo", metavar="WHY", help="撤销本单位登记的最后一个环节，写明原因")
    command.set_defaults(run=run_step)


def run_step(args: argparse.Namespace) -> Answer:
    """Takes a step, takes the last one back, or only tells where the matter stands."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        record = workspace.records.get(args.subject)
        if record is None or record.kind not in (Kind.TRANSFORMATION, Kind.CLAIM):
            raise UserError(f"没有记录号为“{args.subject}”的转型任务或补贴申报，请核对。")
        if args.undo is not None:
            steps.undo_step(workspace, record, why=args.undo, now=now)
        elif args.step:
            wanted = ("step", "date", "person", "opinion", "amount")
            answers = {name: getattr(args, name) for name in wanted if getattr(args, name)}
            claim_steps.take(workspace, record, answers, now=now, new_uid=new_uid)
        standing = steps.standing_of(workspace, record)
        office = workspace.profile.office
    may = list(dict.fromkeys(step.name for step in standing.may(office)))
    due = standing.due(resources.plan_of_year(record.year).calendar) if record.year else None
    lines = [_line(step) for step in standing.steps] or ["还没有办理环节。"]
    lines.append(f"现在：{standing.state or '尚未开始'}{f'，下一环节应在{due}前办理' if due else ''}")
    lines.append(f"本单位可办：{'、'.join(may) or '无'}")
    return Answer(lines, _plain(record, standing, may, due.isoformat() if due else None))


def _line(step: Record) -> str:
    amount = step.whole("amount")
    said = [step.text("date"), step.text("step"), step.text("person")]
    said += [f"{wan_text(amount)}万元"] if amount is not None else []
    return "　".join([*said, step.text("opinion").replace("\n", "；")]).rstrip()


def _plain(record: Record, standing: Standing, may: list[str], due: str | None) -> dict[str, object]:
    names = ("step", "date", "person", "opinion", "amount", "remarks")
    return {
        "subject": record.uid,
        "state": standing.state,
        "due": due,
        "may": may,
        "steps": [{name: step[name] for name in names} | {"office": step.office} for step in standing.steps],
    }
