"""Commands that bring data in and send it out: take-in, hand-over, verify, export."""

import argparse
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer, plain_problem, problem_lines
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.tasks import export, hand_over, take_in, workspaces
from jizhou_desktop.tasks.uids import new_uid


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("take-in", help="导入工作簿（花名册）或数据包")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("file", metavar="FILE", type=Path, help="工作簿或数据包")
    command.options.add_argument("--dry-run", action="store_true", help="只看不存：列出新增、变更、相同、有误")
    command.options.add_argument("--year", type=int, metavar="Y", help="表中未写年度的指标属于哪一年")
    command.options.add_argument("--marked", metavar="FILE", type=Path, help="另存一份标出错误的工作簿")
    command.set_defaults(run=run_take_in)

    command = commands.add_parser("hand-over", help="写出一个年度的数据包")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--year", required=True, type=int, metavar="Y", help="年度")
    command.options.add_argument("--out", required=True, metavar="FILE", type=Path, help="写到这个文件")
    command.set_defaults(run=run_hand_over)

    command = commands.add_parser("verify", help="核对数据包是否完整、可信")
    command.arguments.add_argument("file", metavar="FILE", type=Path, help="数据包")
    command.set_defaults(run=run_verify)

    command = commands.add_parser("export", help=f"导出 Excel：{'、'.join(export.KINDS)}")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--what", required=True, metavar="KIND", help="、".join(export.KINDS))
    command.options.add_argument("--out", required=True, metavar="FILE", type=Path, help="写到这个文件（.xlsx）")
    command.set_defaults(run=run_export)


def run_take_in(args: argparse.Namespace) -> Answer:
    """Looks the file through and, unless told only to look, saves what is sound; status 1 where something is not."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        look = take_in.look(workspace, args.file, year=args.year)
        if args.marked is not None:
            take_in.write_marked(look, args.marked)
        if not args.dry_run:
            take_in.save(workspace, look, now=now, new_uid=new_uid)
    counts = look.counts()
    said = "，".join(f"{label}{counts[name]}" for name, label in take_in.COUNT_LABELS.items())
    done = "试读完成，尚未保存" if args.dry_run else "已导入"
    data = {
        "kind": look.kind,
        "saved": not args.dry_run,
        "counts": counts,
        "columns": look.columns(),
        "problems": [plain_problem(problem) for problem in look.problems],
    }
    status = FOUND_PROBLEMS if look.has_faults else DONE
    return Answer([*problem_lines(look.problems), f"{done}：{said}。"], data, status)


def run_hand_over(args: argparse.Namespace) -> Answer:
    """The year's data as one file to carry."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        handed = hand_over.hand_over(workspace, args.year, args.out, now=now)
    return _manifest_answer(f"已写出数据包 {args.out}", handed)


def run_verify(args: argparse.Namespace) -> Answer:
    """Whether a package is whole: office, year, sequence, counts and digest."""
    verified = hand_over.verify(args.file)
    if verified.manifest is None:
        problems = [plain_problem(problem) for problem in verified.problems]
        return Answer(problem_lines(verified.problems), {"problems": problems}, FOUND_PROBLEMS)
    return _manifest_answer("数据包完整", verified.manifest)


def _manifest_answer(said: str, manifest: hand_over.Manifest) -> Answer:
    counts = "，".join(f"{hand_over.kind_label(kind)}{count}" for kind, count in manifest.counts.items())
    lines = [
        f"{said}：{manifest.office.full_name}，{manifest.year}年度，第{manifest.sequence}次。",
        f"　{counts or '没有记录'}",
        f"　摘要 {manifest.digest}",
    ]
    data = {
        "office": manifest.office.code,
        "office_name": manifest.office.full_name,
        "year": manifest.year,
        "sequence": manifest.sequence,
        "made_at": manifest.made_at,
        "made_by": manifest.made_by,
        "counts": dict(manifest.counts),
        "digest": manifest.digest,
        "problems": [],
    }
    return Answer(lines, data)


def run_export(args: argparse.Namespace) -> Answer:
    """A list as an Excel workbook."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        rows = export.export(workspace, args.what, args.out, now=now)
    return Answer([f"已导出 {rows} 行到 {args.out}。"], {"file": str(args.out), "rows": rows, "what": args.what})
