"""Commands that bring data in and send it out: take-in, hand-over, verify, export."""

import argparse
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer, plain_problem, problem_lines
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.tasks import export, hand_over, take_back, take_in, take_in_choices, templates, workspaces
from jizhou_desktop.tasks.uids import new_uid


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("take-in", help="导入工作簿（花名册）或数据包")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("file", metavar="FILE", type=Path, help="工作簿或数据包")
    command.options.add_argument("--dry-run", action="store_true", help="只看不存：列出新增、变更、相同、有误")
    command.options.add_argument("--year", type=int, metavar="Y", help="表中未写年度的指标属于哪一年")
    command.options.add_argument("--marked", metavar="FILE", type=Path, help="另存一份标出错误的工作簿")
    command.options.add_argument("--sheet", action="append", default=[], metavar="NAME", help="只读这张工作表，可重复")
    command.options.add_argument("--kind", default="", metavar="KIND", help="每行是什么，代号同 template 命令")
    command.options.add_argument("--row", type=int, metavar="N", help="表头（最后一行）在第几行")
    command.options.add_argument(
        "--match", action="append", default=[], metavar="表头=项目", help="指定一栏对应的项目，或“表头=不导入”，可重复"
    )
    command.set_defaults(run=run_take_in)

    command = commands.add_parser("take-ins", help="导入登记：列出导入过的工作簿")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.set_defaults(run=run_take_ins)

    command = commands.add_parser("take-back", help="撤销一次导入")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("number", metavar="N", type=int, help="导入登记中的序号")
    command.set_defaults(run=run_take_back)

    command = commands.add_parser("template", help=f"写出空白模板：{'、'.join(templates.kinds())}")
    command.arguments.add_argument("kind", metavar="KIND", help="、".join(templates.kinds()))
    command.options.add_argument("--out", required=True, metavar="FILE", type=Path, help="写到这个文件（.xlsx）")
    command.options.add_argument("--year", type=int, metavar="Y", help="花名册指标的年度")
    command.set_defaults(run=run_template)

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
    command.options.add_argument(
        "--out", required=True, metavar="FILE", type=Path, help="写到这个文件（.xlsx 或 .csv）"
    )
    command.set_defaults(run=run_export)


def run_take_in(args: argparse.Namespace) -> Answer:
    """Looks the file through and, unless told only to look, saves what is sound; status 1 where something is not."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        look = _look(workspace, args)
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


def _look(workspace: workspaces.Workspace, args: argparse.Namespace) -> take_in.Look:
    """The file by what the words say of its sheets; headings are named once sheet and row are settled."""
    look = take_in.look(workspace, args.file, year=args.year)
    if not isinstance(look, take_in.WorkbookLook) or not (args.sheet or args.kind or args.row or args.match):
        return look
    first = take_in_choices.in_words(look, args.sheet, args.kind, args.row, [])
    settled = take_in.look_again(workspace, look, first, year=args.year)
    if not args.match:
        return settled
    choices = take_in_choices.in_words(settled, args.sheet, args.kind, args.row, args.match)
    return take_in.look_again(workspace, settled, choices, year=args.year)


def run_take_ins(args: argparse.Namespace) -> Answer:
    """The register of take-ins, the latest first."""
    with workspaces.open_workspace(args.folder, now=datetime.now().astimezone()) as workspace:
        rows = take_back.register(workspace)
    lines = [
        f"{row.number}　{row.taken_at[:16].replace('T', ' ')}　{row.taken_by}　{row.file}　"
        f"新增{row.counts.get('new', 0)}，变更{row.counts.get('changed', 0)}{'　已撤销' if row.undone_at else ''}"
        for row in rows
    ]
    return Answer(lines or ["还没有导入过工作簿。"], {"take_ins": [asdict(row) for row in rows]})


def run_take_back(args: argparse.Namespace) -> Answer:
    """Puts back what one take-in wrote; status 1 where some records were changed since and stay."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        back = take_back.take_back(workspace, args.number, now=now)
    lines = [back.text(), *(f"　保持现状：{sentence}" for sentence in back.left)]
    return Answer(lines, asdict(back), FOUND_PROBLEMS if back.left else DONE)


def run_template(args: argparse.Namespace) -> Answer:
    """A blank workbook to be filled in."""
    sheets = templates.template(args.kind, args.out, now=datetime.now().astimezone(), year=args.year)
    return Answer([f"已写出空白模板 {args.out}。"], {"file": str(args.out), "sheets": sheets, "kind": args.kind})


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
