"""Commands about the year's targets (年初计划): targets."""

import argparse
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import resources, workspaces
from jizhou_desktop.tasks.uids import new_uid
from jizhou_desktop.tasks.year_plan import WAYS, YearPlan, issue_year_plan, propose, save_year_plan, year_plan


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("targets", help="年初计划：查看、分解、改动、下达一个年度的任务")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument(
        "tasks", metavar="PLACE/PATH=N", nargs="*", help="改动任务数，如 120119100/technology-enterprise=4"
    )
    command.options.add_argument("--year", type=int, default=2020, metavar="Y", help="年度（默认 2020）")
    command.options.add_argument("--propose", choices=WAYS, help="按比例分解全部任务并保存")
    command.options.add_argument("--why", default="", metavar="TEXT", help="下达之后改动任务数的原因")
    command.options.add_argument("--issue", metavar="NUMBER", help="下达文号，如 蓟州政办发〔2020〕8号")
    command.options.add_argument("--date", default="", metavar="DATE", help="下达日期，如 20200721")
    command.set_defaults(run=run_targets)


def run_targets(args: argparse.Namespace) -> Answer:
    """Changes what is asked for, then tells the split; status 1 where it does not make the plan."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        counts = year_plan(workspace, args.year).counts
        wanted = propose(workspace, args.year, args.propose) if args.propose else counts
        wanted = wanted | dict(map(_task, args.tasks))
        if wanted != counts:
            save_year_plan(workspace, args.year, wanted, now=now, new_uid=new_uid, why=args.why)
        if args.issue:
            answers = {"document_number": args.issue, "date": args.date}
            issue_year_plan(workspace, args.year, answers, now=now, new_uid=new_uid)
        return _answer(year_plan(workspace, args.year))


def _task(text: str) -> tuple[tuple[str, str], int]:
    task, equals, count = text.partition("=")
    place, slash, path = task.partition("/")
    if not equals or not slash or not count.isdigit():
        raise UserError(f"“{text}”应写成“单位代码/路径=任务数”，如 120119100/technology-enterprise=4。")
    return (place, path), int(count)


def _answer(held: YearPlan) -> Answer:
    plan, names = resources.plan_of_year(held.year), {place.code: place.name for place in resources.places()}
    tasks = {task: count for task, count in sorted(held.counts.items()) if count}
    gaps = held.gaps()
    number = held.issue.text("document_number") if held.issue else ""
    lines = [f"{names.get(place, place)}　{plan.path(path).title}　{count}" for (place, path), count in tasks.items()]
    lines.append(f"{held.year}年度：{f'已由{number}下达' if number else '尚未下达'}")
    lines += [f"与行动计划不符：{plan.path(gap.path).title}{gap.sentence}" for gap in gaps]
    data = {
        "year": held.year,
        "issued": number,
        "targets": [{"place": place, "path": path, "count": count} for (place, path), count in tasks.items()],
        "gaps": [{"path": gap.path, "split": gap.split, "target": gap.target} for gap in gaps],
    }
    return Answer(lines, data, FOUND_PROBLEMS if gaps else DONE)
