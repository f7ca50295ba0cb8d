"""Commands about the list of enterprises: list, batch-edit."""

import argparse
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer, plain_problem, problem_lines
from jizhou_desktop.cli.parser import ChineseParser, Commands
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import batch_edit, list_views, resources, workspaces
from jizhou_desktop.tasks.list_filter import SIDES, ListFilter, filter_named, group_label, groups_by_side
from jizhou_desktop.tasks.list_filter import counts as counts_of

_BLANK = "（空）"


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("list", help="列出企业：查找、筛选、分组计数，可写成 Excel")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    _add_choice(command)
    command.options.add_argument("--columns", metavar="ID,ID", help="栏目（默认为窗口中所选），见 --json 的 columns")
    command.options.add_argument("--count-by", choices=list(SIDES), metavar="SIDE", help="只列各组家数：" + _sides())
    command.options.add_argument("--out", metavar="FILE", type=Path, help="写成工作簿（.xlsx）")
    command.set_defaults(run=run_list)

    command = commands.add_parser("batch-edit", help="批量修改企业的同一项，先列出改前改后；整批撤销")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    _add_choice(command)
    command.options.add_argument("--field", metavar="NAME", help="改哪一项，如 products、place、industry")
    command.options.add_argument("--value", default="", metavar="TEXT", help="改为什么；不写即清空")
    command.options.add_argument("--append", action="store_true", help="追加在原有文字之后")
    command.options.add_argument("--save", action="store_true", help="保存；不写只列出将有的改动")
    command.options.add_argument("--batches", action="store_true", help="列出以前的批量修改")
    command.options.add_argument("--take-back", metavar="BATCH", help="整批撤销，BATCH 见 --batches")
    command.set_defaults(run=run_batch_edit)


def _sides() -> str:
    return "、".join(f"{side} {label}" for side, label in SIDES.items())


def _add_choice(command: ChineseParser) -> None:
    command.options.add_argument("--filter", metavar="NAME", help="窗口中保存的筛选方案")
    command.options.add_argument("--text", default="", metavar="WORDS", help="查找的词，同窗口的查找框")
    command.options.add_argument("--year", type=int, metavar="Y", help="指标、转型、佐证的年度")
    command.options.add_argument("--closed", action="store_true", help="含已关闭的档案")
    command.options.add_argument("--unproved", action="store_true", help="只要缺佐证的")
    for side, label in SIDES.items():
        command.options.add_argument(f"--{side}", action="append", default=[], metavar="CODE", help=f"{label}，可多次")


def _wanted(workspace: workspaces.Workspace, args: argparse.Namespace) -> ListFilter:
    """The saved filter, where one was named, with what else was said."""
    base = filter_named(workspace, args.filter) if args.filter else ListFilter()
    chosen = {**base.chosen, **{side: tuple(said) for side in SIDES if (said := getattr(args, side))}}
    return ListFilter(
        chosen, base.unproved or args.unproved, base.closed or args.closed, args.year or base.year,
        args.text or base.text,
    )  # fmt: skip


def run_list(args: argparse.Namespace) -> Answer:
    """The enterprises that fit, a line each; or how many each group has."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        ids = args.columns.split(",") if args.columns else list_views.kept_columns(workspace)
        year = resources.latest_plan().year
        shown, rows = list_views.listed(workspace, _wanted(workspace, args), ids, year=year)
        if args.out is not None:
            list_views.write_list(workspace, shown.shown, rows, args.out, now=now)
    if args.count_by:
        counted = counts_of(rows, args.count_by, groups_by_side(resources.codes().industries))
        lines = [f"{group_label(args.count_by, group)}　{count}" for group, count in sorted(counted.items())]
        return Answer(lines, {"counts": counted, "count": len(rows)})
    heads = {column.id: column.head for column in shown.shown}
    plain = [{"uid": row.uid, **{column.id: column.shown(row) for column in shown.shown}} for row in rows]
    lines = ["　".join(column.shown(row) for column in shown.shown) for row in rows]
    written = f"，已写到 {args.out}" if args.out is not None else ""
    return Answer([*lines, f"共{len(rows)}家{written}。"], {"columns": heads, "rows": plain, "count": len(rows)})


def run_batch_edit(args: argparse.Namespace) -> Answer:
    """What would change, old → new; saved only when told so."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        if args.batches:
            held = batch_edit.batches(workspace)
            lines = [f"{batch.why}　{batch.count}家　{batch.by}　{batch.at[:16]}" for batch in held]
            plain = [{"batch": batch.why, "at": batch.at, "by": batch.by, "count": batch.count} for batch in held]
            return Answer(lines or ["还没有批量修改过。"], {"batches": plain})
        if args.take_back:
            count, left = batch_edit.take_back(workspace, args.take_back, now=now)
            return Answer([f"已撤销：{count}家恢复，{left}家此后又改过，没有动。"], {"restored": count, "left": left})
        if not args.field:
            raise UserError("请用 --field 说明改哪一项。")
        _shown, rows = list_views.listed(workspace, _wanted(workspace, args), (), year=resources.latest_plan().year)
        looked = batch_edit.look(workspace, [row.uid for row in rows], args.field, args.value, append=args.append)
        batch = batch_edit.save(workspace, looked, now=now) if args.save else ""
    return _looked(looked, batch)


def _looked(looked: batch_edit.BatchLook, batch: str) -> Answer:
    lines = [
        f"{change.record.text('name')}：{change.left or f'{change.before or _BLANK} → {change.after or _BLANK}'}"
        for change in looked.changes
    ]
    done = f"已修改{looked.count}家，批号“{batch}”。" if batch else f"将修改{looked.count}家，尚未保存（--save 保存）。"
    data = {
        "changes": [
            {"uid": change.record.uid, "before": change.before, "after": change.after, "left": change.left}
            for change in looked.changes
        ],
        "count": looked.count,
        "batch": batch,
        "problems": [plain_problem(problem) for problem in looked.problems],
    }
    status = FOUND_PROBLEMS if looked.problems else DONE
    return Answer([*problem_lines(looked.problems), *lines, done], data, status)
