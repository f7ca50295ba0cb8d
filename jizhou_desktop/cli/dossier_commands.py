"""Commands about one dossier: close it, open it again, its history, and putting an earlier state back."""

import argparse
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.dates import read_date
from jizhou_desktop.tasks import dossiers, record_history, workspaces


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("close", help="关闭一份企业或载体档案（注销、迁出等），可以重新启用")
    _about_one(command.arguments)
    reasons = "、".join(record_history.REASONS)
    command.options.add_argument("--reason", required=True, choices=record_history.REASONS, metavar="R", help=reasons)
    command.options.add_argument("--date", metavar="D", help="日期（默认今天）")
    command.options.add_argument("--note", default="", help="备注；原因为“其他”时必填")
    command.set_defaults(run=run_close)

    command = commands.add_parser("reopen", help="重新启用已关闭的档案")
    _about_one(command.arguments)
    command.set_defaults(run=run_reopen)

    command = commands.add_parser("history", help="一份档案的修改历史，含联系人、资质等各行")
    _about_one(command.arguments)
    command.set_defaults(run=run_history)

    command = commands.add_parser("put-back", help="把一条记录恢复到以前的一版")
    _about_one(command.arguments)
    command.options.add_argument("--revision", required=True, type=int, metavar="N", help="恢复到第几版")
    command.set_defaults(run=run_put_back)


def run_close(args: argparse.Namespace) -> Answer:
    """It leaves the lists and is never lost."""
    now = datetime.now().astimezone()
    day = read_date(args.date) if args.date else now.date()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        closed = record_history.close_dossier(workspace, args.uid, args.reason, on=day, note=args.note, now=now)
    data = {"uid": closed.uid, "closed": closed.closed}
    return Answer([f"已关闭“{closed.text('name')}”：{closed.closed}。"], data)


def run_reopen(args: argparse.Namespace) -> Answer:
    """A closed dossier comes back into the lists."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        opened = record_history.reopen_dossier(workspace, args.uid, now=now)
    return Answer([f"已重新启用“{opened.text('name')}”。"], {"uid": opened.uid, "closed": ""})


def run_history(args: argparse.Namespace) -> Answer:
    """Who changed what, when, before and after; the latest first."""
    with workspaces.open_workspace(args.folder, now=datetime.now().astimezone()) as workspace:
        moments = record_history.moments(workspace, args.uid)
    lines = []
    for moment in moments:
        why = "；".join(part for part in (moment.closed, moment.why) if part)
        lines.append(f"{moment.at[:16].replace('T', ' ')}　{moment.by}　{moment.about}　第{moment.revision}版　{why}")
        lines += [f"    {said.label}：{said.before} → {said.after}" for said in moment.said]
        lines.append(f"    记录号 {moment.uid}")
    return Answer(lines or ["没有这份档案，或还没有历史。"], {"history": [asdict(moment) for moment in moments]})


def run_put_back(args: argparse.Namespace) -> Answer:
    """What stood until now stays in the history."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        record = dossiers.put_back(workspace, args.uid, args.revision, now=now)
    return Answer(
        [f"已恢复第{args.revision}版，成为第{record.revision}版。"], {"uid": record.uid, "revision": record.revision}
    )


def _about_one(arguments: argparse._ArgumentGroup) -> None:
    arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    arguments.add_argument("uid", metavar="UID", help="记录号")
