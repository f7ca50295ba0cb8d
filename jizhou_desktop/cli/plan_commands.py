"""Commands about the plan's rules: reckon."""

import argparse
from typing import Any

from jizhou_desktop.cli.answer import Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.verdict import Condition, Verdict
from jizhou_desktop.tasks.reckon import reckon


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("reckon", help="按行动计划测算补贴：是否符合条件、理由和金额（金额单位：万元）")
    command.arguments.add_argument("scheme", metavar="SCHEME", help="政策，如 smart-upgrade（智能化技改）")
    command.arguments.add_argument("pairs", metavar="KEY=VALUE", nargs="*", help="如 investment=300 equipment=240")
    command.options.add_argument("--plan", default="", metavar="ID", help="行动计划（默认最新年度）")
    command.set_defaults(run=run_reckon)


def run_reckon(args: argparse.Namespace) -> Answer:
    """Eligibility clause by clause, and the amount."""
    verdict = reckon(args.scheme, _figures(args.pairs), plan_id=args.plan)
    return Answer(_lines(verdict), _plain(verdict))


def _figures(pairs: list[str]) -> dict[str, str]:
    figures: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise UserError(f"“{pair}”应写成“名称=数值”，如 investment=300。")
        if key in figures:
            raise UserError(f"“{key}”写了两次，请只写一次。")
        figures[key] = value
    return figures


def _plain(verdict: Verdict) -> dict[str, Any]:
    return {
        "scheme": verdict.scheme,
        "eligible": verdict.eligible,
        "amount_fen": verdict.amount_fen,
        "range_fen": list(verdict.range_fen) if verdict.range_fen else None,
        "district_fen": verdict.district_fen,
        "city_fen": verdict.city_fen,
        "conditions": [
            {"met": item.met, "text": item.text, "value": item.value, "limit": item.limit, "source": item.source}
            for item in verdict.conditions
        ],
        "working": verdict.working,
    }


def _lines(verdict: Verdict) -> list[str]:
    lines = [f"{'符合条件' if verdict.eligible else '不符合条件'}（{verdict.scheme}）"]
    lines += [_condition_line(condition) for condition in verdict.conditions]
    if verdict.range_fen:
        lowest, highest = (wan_text(amount) for amount in verdict.range_fen)
        lines.append(f"金额范围：{lowest}—{highest}万元")
    if verdict.amount_fen is not None:
        lines.append(f"补贴金额：{wan_text(verdict.amount_fen)}万元")
    elif verdict.eligible:
        lines.append("补贴金额：由评审确定")
    for label, share in (("区财政", verdict.district_fen), ("市财政", verdict.city_fen)):
        if share is not None:
            lines.append(f"　其中{label}：{wan_text(share)}万元")
    return [*lines, verdict.working] if verdict.working else lines


def _condition_line(condition: Condition) -> str:
    mark = {True: "符合", False: "不符合", None: "待审"}[condition.met]
    return f"　[{mark}] {condition.text}：{condition.value}（要求：{condition.limit}；依据：{condition.source}）"
