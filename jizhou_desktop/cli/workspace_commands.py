"""Commands about a whole workspace: new, demo, backup, restore, doctor, check."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer, plain_problem, problem_lines
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.tasks import back_up, check, demo, explain, workspaces
from jizhou_desktop.tasks.display import has_display


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("demo", help="建立装有2020年样例数据的工作目录，打印文书，写出数据包")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="新的工作目录")
    command.options.add_argument("--no-window", action="store_true", help="完成后不打开窗口")
    command.set_defaults(run=run_demo)

    command = commands.add_parser("new", help="新建工作目录")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="新的工作目录（不存在或为空）")
    command.options.add_argument("--office", required=True, metavar="CODE", help="单位代码，如 120119100（渔阳镇）")
    command.options.add_argument("--clerk", required=True, metavar="NAME", help="经办人姓名")
    command.options.add_argument("--name", default="", help="单位全称（默认按单位代码）")
    command.options.add_argument("--prefix", default="", help="发文机关代字，如 渔政发（默认按单位代码）")
    command.set_defaults(run=run_new)

    command = commands.add_parser("check", help="按全部审核规则检查")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--year", type=int, metavar="Y", help="只检查这一年度")
    command.set_defaults(run=run_check)

    command = commands.add_parser("explain", help="给核实问题填写说明；数据改动后说明自动失效")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--record", required=True, metavar="UID", help="记录号，见 jizhou check --json")
    command.options.add_argument("--rule", required=True, metavar="NUMBER", help="规则号，如 C01")
    command.options.add_argument("--text", metavar="TEXT", default="", help="说明：数据为何属实")
    command.options.add_argument("--withdraw", action="store_true", help="撤回说明")
    command.set_defaults(run=run_explain)

    command = commands.add_parser("backup", help="备份工作目录为一个文件")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--out", required=True, metavar="FILE", type=Path, help="备份文件")
    command.set_defaults(run=run_backup)

    command = commands.add_parser("restore", help="由备份文件恢复工作目录")
    command.arguments.add_argument("file", metavar="FILE", type=Path, help="备份文件")
    command.options.add_argument("--to", required=True, metavar="DIR", type=Path, help="恢复到的新目录")
    command.set_defaults(run=run_restore)

    command = commands.add_parser("doctor", help="体检：检查工作目录有无损坏")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.set_defaults(run=run_doctor)


def run_demo(args: argparse.Namespace) -> Answer:
    """A workspace with invented data for 2020, its papers and its package."""
    report = None if args.json else lambda done, total, step: print(f"[{done}/{total}] {step}")
    made = demo.demo(args.folder, now=datetime.now().astimezone(), report=report)
    opens = args.folder if has_display() and not args.no_window and not args.json else None
    lines = [
        f"样例工作目录：{args.folder}",
        f"企业 {made.enterprises} 家，记录 {made.records} 条",
        *(f"已打印：{paper}" for paper in made.papers),
        f"数据包：{made.package}（摘要 {made.digest[:16]}）",
    ]
    if not has_display():
        lines.append("本机没有图形界面，未打开窗口；以上文件即为结果。")
    data = {
        "workspace": str(args.folder),
        "enterprises": made.enterprises,
        "records": made.records,
        "papers": [str(paper) for paper in made.papers],
        "package": str(made.package),
        "digest": made.digest,
    }
    return Answer(lines, data, opens=opens)


def run_new(args: argparse.Namespace) -> Answer:
    """An empty workspace for one office."""
    with workspaces.create(
        args.folder, office_code=args.office, clerk=args.clerk, name=args.name, prefix=args.prefix
    ) as workspace:
        office = workspace.profile.office
    data = {"workspace": str(args.folder), "office": office.code, "name": office.full_name, "prefix": office.prefix}
    return Answer(
        [f"已建立工作目录 {args.folder}：{office.full_name}，经办人{args.clerk}，代字{office.prefix}。"], data
    )


def run_check(args: argparse.Namespace) -> Answer:
    """Every audit rule over every record; status 1 where an error or a question was found."""
    with workspaces.open_workspace(args.folder, now=datetime.now().astimezone()) as workspace:
        problems = check.check(workspace, year=args.year)
        owners = check.owners(workspace)
    return _findings(problems, clean="审核通过，没有发现问题。", owners=owners)


def run_explain(args: argparse.Namespace) -> Answer:
    """Answers what a rule asks about a record, or takes the answer back."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        asked = explain.of_one_question(check.check(workspace), args.record, args.rule)
        if args.withdraw:
            explain.withdraw_explanation(workspace, asked)
        else:
            explain.explain(workspace, asked, args.text, now=now)
    done = "已撤回说明" if args.withdraw else "已填写说明"
    return Answer([f"{done}：规则{args.rule}。"], {"record": args.record, "rule": args.rule, "text": args.text})


def run_backup(args: argparse.Namespace) -> Answer:
    """One file with all that the workspace holds."""
    info = back_up.back_up(args.folder, args.out, now=datetime.now().astimezone())
    data = {"file": str(info.file), "digest": info.digest, "size": info.size}
    return Answer([f"已备份到 {info.file}（{info.size / 1024:.0f} KB，摘要 {info.digest[:16]}）。"], data)


def run_restore(args: argparse.Namespace) -> Answer:
    """A workspace from a backup, everything checked before anything is visible."""
    back_up.restore(args.file, args.to, now=datetime.now().astimezone())
    return Answer([f"已恢复到 {args.to}。"], {"workspace": str(args.to)})


def run_doctor(args: argparse.Namespace) -> Answer:
    """Looks for damage."""
    return _findings(back_up.doctor(args.folder), clean="体检通过，没有发现损坏。")


def _findings(problems: list[Problem], *, clean: str, owners: Mapping[str, str] | None = None) -> Answer:
    serious = any(problem.is_open for problem in problems)
    lines = problem_lines(problems, owners or {}) or [clean]
    data = {"problems": [plain_problem(problem) for problem in problems], "count": len(problems)}
    return Answer(lines, data, FOUND_PROBLEMS if serious else DONE)
