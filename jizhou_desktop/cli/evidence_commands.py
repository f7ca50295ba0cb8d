"""Commands about evidence (佐证材料): add, list, change, withdraw, restore, save, export."""

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.attachment import Attachment, size_text
from jizhou_desktop.domain.dates import read_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import evidence, evidence_volume, workspaces
from jizhou_desktop.tasks.uids import new_uid

_Given = TypeVar("_Given")


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("evidence", help="佐证材料：列出、添加、修改、取出、恢复、另存、合并导出")
    command.arguments.add_argument("action", metavar="ACTION", choices=list(_ACTIONS), help="、".join(_ACTIONS))
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("files", metavar="FILE", nargs="*", type=Path, help="要添加的文件")
    command.options.add_argument("--record", metavar="UID", help="企业、载体、转型或补贴的记录号")
    command.options.add_argument("--item", metavar="UID", help="材料号，见 list --json")
    command.options.add_argument("--kind", metavar="KIND", help="种类，如 发票")
    command.options.add_argument("--title", metavar="TITLE", help="标题（默认为文件名）")
    command.options.add_argument("--date", metavar="DATE", help="日期，如 20201028")
    command.options.add_argument("--all", action="store_true", help="list：连同已取出的")
    command.options.add_argument("--out", metavar="FILE", type=Path, help="save、export：写到这个文件")
    command.set_defaults(run=run_evidence)


def run_evidence(args: argparse.Namespace) -> Answer:
    """One errand with evidence; status 1 where something was left out."""
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        return _ACTIONS[args.action](workspace, args, now)


def _list(workspace: workspaces.Workspace, args: argparse.Namespace, _now: datetime) -> Answer:
    enterprises = workspace.records.all_of(Kind.ENTERPRISE, closed=True) + workspace.records.all_of(Kind.CARRIER)
    uids = [args.record] if args.record else [record.uid for record in enterprises]
    groups = [group for uid in uids for group in evidence.evidence_groups(workspace, uid, withdrawn=args.all)]
    items = [item for group in groups for item in group.items]
    lines = [f"{item.uid}  {group.label}  {_said(item)}" for group in groups for item in group.items]
    return Answer([*lines, f"共{len(items)}件。"], {"items": [asdict(item) for item in items]})


def _add(workspace: workspaces.Workspace, args: argparse.Namespace, now: datetime) -> Answer:
    record = evidence.record_of(workspace, _needed(args.record, "--record 记录号"))
    if not args.files:
        raise UserError("请写出要添加的文件。")
    kinds, dated = evidence.kinds_for(record), _dated(args.date)
    added = [
        evidence.add_evidence(
            workspace, record, file, kind=args.kind or evidence.likely_kind(kinds, file.name),
            title=args.title or file.stem, dated=dated, uid=new_uid(), now=now,
        )
        for file in args.files
    ]  # fmt: skip
    lines = [one.note or f"已添加 {_said(one.item)}" for one in added]
    return Answer(lines, {"items": [asdict(one.item) for one in added], "notes": [one.note for one in added]})


def _change(workspace: workspaces.Workspace, args: argparse.Namespace, now: datetime) -> Answer:
    held = evidence.evidence_item(workspace, _needed(args.item, "--item 材料号"))
    changed = evidence.change_evidence(
        workspace, held.uid, kind=held.kind if args.kind is None else args.kind,
        title=held.title if args.title is None else args.title,
        dated=held.dated if args.date is None else _dated(args.date), record=args.record or held.record, now=now,
    )  # fmt: skip
    return _one("已修改", changed)


def _withdraw(workspace: workspaces.Workspace, args: argparse.Namespace, now: datetime) -> Answer:
    return _one("已取出", evidence.withdraw_evidence(workspace, _needed(args.item, "--item 材料号"), now=now))


def _restore(workspace: workspaces.Workspace, args: argparse.Namespace, now: datetime) -> Answer:
    return _one("已恢复", evidence.restore_evidence(workspace, _needed(args.item, "--item 材料号"), now=now))


def _save(workspace: workspaces.Workspace, args: argparse.Namespace, _now: datetime) -> Answer:
    item = evidence.evidence_item(workspace, _needed(args.item, "--item 材料号"))
    out = Path(_needed(args.out, "--out 文件"))
    evidence.save_evidence_as(workspace, item, out)
    return _one(f"已另存为 {out}：", item)


def _export(workspace: workspaces.Workspace, args: argparse.Namespace, now: datetime) -> Answer:
    uid, out = _needed(args.record, "--record 记录号"), Path(_needed(args.out, "--out 文件"))
    bound = evidence_volume.export_evidence(workspace, uid, out, now=now, report=lambda *_: None)
    data = {"file": str(out), "pages": bound.pages, "left_out": list(bound.left_out)}
    status = FOUND_PROBLEMS if bound.left_out else DONE
    return Answer([f"已合并导出到 {out}，共{bound.pages}页。", *bound.left_out], data, status)


_ACTIONS: dict[str, Callable[[workspaces.Workspace, argparse.Namespace, datetime], Answer]] = {
    "list": _list, "add": _add, "change": _change, "withdraw": _withdraw, "restore": _restore, "save": _save,
    "export": _export,
}  # fmt: skip


def _one(done: str, item: Attachment) -> Answer:
    return Answer([f"{done} {_said(item)}"], {"items": [asdict(item)]})


def _said(item: Attachment) -> str:
    gone = "（已取出）" if item.withdrawn else ""
    return "  ".join(part for part in (item.kind, f"{gone}{item.title}", item.dated, size_text(item.size)) if part)


def _needed(given: _Given | None, what: str) -> _Given:
    if given is None:
        raise UserError(f"缺少参数 {what}。用法见 jizhou evidence --help。")
    return given


def _dated(typed: str | None) -> str:
    return read_date(typed).isoformat() if typed else ""
