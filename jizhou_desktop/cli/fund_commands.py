"""Commands about the special funds: pool, share-out, award."""

import argparse
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from jizhou_desktop.cli.answer import FOUND_PROBLEMS, Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.dates import read_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import read_decimal, wan_text
from jizhou_desktop.domain.share_out import WAYS
from jizhou_desktop.tasks import allocation, award_tables, claims, resources, workspaces
from jizhou_desktop.tasks.uids import new_uid


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("pool", help="专项资金台账：每项政策的预算、申报占用、已核定、已拨付、余额")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--year", type=int, metavar="Y", help="年度（默认为行动计划年度）")
    command.set_defaults(run=run_pool)

    command = commands.add_parser("share-out", help="资金分配：申报超过专项资金时预览各家核定金额，确认后登记")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("scheme", metavar="SCHEME", help="政策，如 smart-upgrade")
    command.arguments.add_argument("way", metavar="WAY", help="、".join(WAYS))
    command.options.add_argument("--year", type=int, metavar="Y", help="年度（默认为行动计划年度）")
    command.options.add_argument("--score", metavar="UID=N", action="append", default=[], help="一家的评分，可写多次")
    command.options.add_argument("--apply", metavar="DECISION", help="按预览核定，写明依据，如会议纪要文号")
    command.options.add_argument("--date", default="", metavar="D", help="核定日期（默认今天）")
    command.set_defaults(run=run_share_out)

    command = commands.add_parser("award", help="补贴标准：列出一项政策的标准表，或填一档的金额")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("scheme", metavar="SCHEME", help="政策，如 famous-product")
    command.arguments.add_argument("level", metavar="LEVEL", nargs="?", help="档次，如 国家级、中型、发明专利")
    command.arguments.add_argument("amount", metavar="AMOUNT", nargs="?", help="金额（万元）")
    command.options.add_argument("--basis", default="", metavar="TEXT", help="依据文件")
    command.options.add_argument("--year", type=int, metavar="Y", help="年度（默认为行动计划年度）")
    command.set_defaults(run=run_award)


def run_pool(args: argparse.Namespace) -> Answer:
    """The ledger; status 1 where claims pass a fund."""
    now = datetime.now().astimezone()
    year = args.year or resources.latest_plan().year
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        lines = claims.ledger(workspace, year)
    plan = resources.plan_of_year(year)
    told = [_ledger_words(plan.scheme(line.scheme).short, line) for line in lines]
    data = {"year": year, "pools": [asdict(line) | {"left_fen": line.left_fen} for line in lines]}
    return Answer(told, data, FOUND_PROBLEMS if any(line.passed_fen for line in lines) else 0)


def _ledger_words(name: str, line: claims.LedgerLine) -> str:
    budget = "计划未定总额" if line.budget_fen is None else f"预算{wan_text(line.budget_fen)}万元"
    left = "" if line.left_fen is None else f"，可核定余额{wan_text(line.left_fen)}万元"
    passed = f"；申报超出{wan_text(line.passed_fen)}万元，须按资金分配办法核定" if line.passed_fen else ""
    return (
        f"{name}：{line.count}件，{budget}，申报占用{wan_text(line.committed_fen)}万元，"
        f"已核定{wan_text(line.approved_fen)}万元，已拨付{wan_text(line.paid_fen)}万元{left}{passed}"
    )


def run_share_out(args: argparse.Namespace) -> Answer:
    """The preview; with --apply it is written down."""
    now = datetime.now().astimezone()
    year = args.year or resources.latest_plan().year
    scores = dict(_score(pair) for pair in args.score)
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        shared = allocation.preview(workspace, args.scheme, year, args.way, scores=scores)
        if args.apply is not None:
            day = read_date(args.date) if args.date else now.date()
            allocation.apply(workspace, shared, decision=args.apply, day=day, now=now, new_uid=new_uid)
    done = "已按以上金额核定。" if args.apply is not None else "以上为预览，没有核定任何金额；核定请加 --apply 依据。"
    data = {
        "scheme": shared.scheme, "way": shared.way, "applied": args.apply is not None, "fund_fen": shared.fund_fen,
        "granted_fen": shared.granted_fen, "left_fen": shared.left_fen,
        "claims": [
            {"subject": line.claim.record.uid, "enterprise": line.enterprise, "asked_fen": line.asked_fen,
             "old_fen": line.old_fen, "new_fen": line.new_fen}
            for line in shared.lines
        ],
        "without_amount": list(shared.without_amount),
    }  # fmt: skip
    return Answer([*allocation.words(shared), done], data)


def _score(pair: str) -> tuple[str, Decimal]:
    uid, equals, score = pair.partition("=")
    if not equals or not uid:
        raise UserError(f"“{pair}”应写成“记录号=评分”。")
    return uid, read_decimal(score)


def run_award(args: argparse.Namespace) -> Answer:
    """One amount is set, or the table told."""
    now = datetime.now().astimezone()
    year = args.year or resources.latest_plan().year
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        resources.plan_of_year(year).scheme(args.scheme)
        if args.level and not args.amount:
            raise UserError(f"请写出“{args.level}”的金额（万元）。")
        if args.level:
            saved = award_tables.set_award(
                workspace, args.scheme, year, args.level, args.amount, basis=args.basis, now=now, new_uid=new_uid
            )
            if saved.records is None:
                raise UserError(next(iter(saved.problems.values()))[0].message)
        scheme = award_tables.plan_in_force(workspace, year).scheme(args.scheme)
    lines = [f"{level.label}：{'未填' if level.amount is None else f'{level.amount:f}万元'}" for level in scheme.levels]
    levels = [{"label": level.label, "amount": str(level.amount) if level.amount else None} for level in scheme.levels]
    return Answer([f"{scheme.short}　{scheme.measure}", *(lines or ["还没有档次。"])], {"levels": levels})
