"""Invented enterprises in any number, for measuring only."""

import random
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.uscc import check_character
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-20T09:00:00+08:00")
YUYANG = "120119100"
_MARKS = "渔阳盘山翠屏于桥独乐崆峒黄崖府君州河长城凤凰云龙金玉华宏达恒泰信诚远大新兴永顺利民"
_TRADES = ("精密机械", "塑料包装", "金属结构", "食品", "信息技术", "工艺品", "环保建材", "服装", "停车设备", "电子商务")
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def enterprises(count: int) -> list[dict[str, str]]:
    """Answers as an official would type them."""
    dice = random.Random(2020)
    return [_enterprise(dice, number) for number in range(count)]


def _enterprise(dice: random.Random, number: int) -> dict[str, str]:
    code = "91120225MA" + "".join(dice.choices(_LETTERS, k=7))
    name = f"天津{''.join(dice.choices(_MARKS, k=3))}{dice.choice(_TRADES)}{number}有限公司"
    return {
        "name": name,
        "uscc": code + check_character(code),
        "legal_person": "".join(dice.choices("赵钱孙李周吴郑王冯陈", k=1)) + "样例",
        "founded": f"{dice.randint(1990, 2019)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}",
        "capital": str(dice.randint(10, 5000)),
        "place": "渔阳镇",
        "industry": dice.choice(["3311", "3484", "2921", "1411", "6513"]),
        "address": f"天津市蓟州区渔阳镇样例路{number}号",
        "revenue": str(dice.randint(50, 20000)),
        "employees": str(dice.randint(3, 400)),
    }


def filled_workspace(folder: Path, count: int) -> Workspace:
    """A workspace with that many dossiers, stored directly."""
    workspace = create(folder, office_code=YUYANG, clerk="王样例")
    new_uid = uids_from("bench")
    records = [
        Record(new_uid(), Kind.ENTERPRISE, YUYANG, {**answers, "capital": int(answers["capital"]) * 1_000_000,
               "place": YUYANG, "revenue": None, "employees": None}, "enterprise")
        for answers in enterprises(count)
    ]  # fmt: skip
    workspace.records.save_all(records, by="王样例", at=NOW.isoformat())
    return workspace
