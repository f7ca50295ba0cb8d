"""Where the command line starts: reads the words, runs one command, answers with an exit status."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from jizhou_desktop import __version__
from jizhou_desktop.cli import (
    dossier_commands,
    evidence_commands,
    exchange_commands,
    fund_commands,
    list_commands,
    paper_commands,
    plan_commands,
    step_commands,
    target_commands,
    workspace_commands,
)
from jizhou_desktop.cli.answer import OUR_FAULT, WRONG_USE, say, say_wrong
from jizhou_desktop.cli.parser import ChineseParser
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.fault_report import write_report

FAMILIES = (
    workspace_commands,
    list_commands,
    evidence_commands,
    exchange_commands,
    dossier_commands,
    target_commands,
    plan_commands,
    step_commands,
    fund_commands,
    paper_commands,
)
"""The commands in the order an official meets them."""

OpenWindow = Callable[[Path | None], int]


def build_parser() -> ChineseParser:
    """All commands, in the order an official meets them."""
    parser = ChineseParser(prog="jizhou", description="蓟州中小企业转型台账。不带命令时打开窗口。")
    parser.options.add_argument("--workspace", metavar="DIR", type=Path, help="打开窗口时使用的工作目录")
    parser.options.add_argument("--version", action="version", version=f"jizhou {__version__}", help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="命令", dest="command", parser_class=ChineseParser)
    for family in FAMILIES:
        family.add_commands(commands)
    for command in commands.choices.values():
        command.options.add_argument("--json", action="store_true", help="输出供程序读取的 JSON")
    return parser


def main(words: Sequence[str], open_window: OpenWindow) -> int:
    """Runs the command and gives the exit status: 0 done, 1 found problems, 2 wrong use, 3 our fault."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a GBK console lacks some characters
    as_json = "--json" in words
    try:
        return _run(words, open_window)
    except UserError as error:
        return say_wrong(str(error), WRONG_USE, as_json=as_json)
    except KeyboardInterrupt:
        return say_wrong("已停止。", WRONG_USE, as_json=as_json)
    except Exception as error:  # noqa: BLE001  — the one gate for faults of ours on the command line
        report = write_report(error, now=datetime.now().astimezone(), words=words)
        return say_wrong(f"程序出错，报告已写入 {report}，请将其交给维护人员。", OUR_FAULT, as_json=as_json)


def _run(words: Sequence[str], open_window: OpenWindow) -> int:
    args = build_parser().parse_args(words)
    if args.command is None:
        return open_window(args.workspace)
    answer = args.run(args)
    status = say(answer, as_json=args.json)
    return status if answer.opens is None else open_window(answer.opens)
