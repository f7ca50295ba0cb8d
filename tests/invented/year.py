"""A year of Jizhou's enterprises, invented in full from a seed: names, people, codes and figures belong to nobody.

    from tests.invented.year import invent_year
    enterprises = invent_year(1_200, seed=2020)

The answers are text as an official would type them (money in 万元), so that every reader has its work.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from tests.invented.credit_codes import credit_code

YEARS = (2019, 2020)
_PLACES = Path(__file__).parent.parent.parent / "resources" / "codes" / "places.csv"
_BRANDS_1 = "盘渔沽于桥翠屏独乐九龙燕泃州府鼎恒瑞晟泰宏嘉润诚聚博启航卓越锦盛"
_BRANDS_2 = "山阳河源通达丰隆茂祥和顺兴旺昌荣华远森林海川峰云天地人禾穗"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = [
    "志强",
    "建国",
    "秀兰",
    "海燕",
    "伟",
    "芳",
    "学军",
    "立新",
    "玉梅",
    "宝山",
    "浩然",
    "思源",
    "垚",
    "喆",
    "桂英",
]
_ENDINGS = ["有限公司"] * 12 + ["有限责任公司", "股份有限公司", "厂", "专业合作社"]
_PREFIXES = ["天津", "天津市", "天津市蓟州区", "天津蓟州", "天津市蓟县"]
_TRADES = [
    ("精密机械", "3484", "数控机床零部件"), ("塑料制品", "2927", "注塑件"), ("食品", "1432", "速冻食品"),
    ("服装", "1819", "工作服"), ("建材", "3021", "水泥预制构件"), ("金属制品", "3311", "钢结构件"),
    ("纸业", "2231", "瓦楞纸箱"), ("家具", "2110", "实木家具"), ("电子科技", "3971", "电子元件"),
    ("汽车配件", "3670", "制动片"), ("环保设备", "3591", "除尘器"), ("农业", "0141", "设施蔬菜"),
    ("商贸", "5122", "酒水批发"), ("旅游", "7291", "农家院住宿"), ("物流", "5431", "道路货运"),
    ("软件", "6513", "企业管理软件"), ("光电", "3985", "显示模组"), ("矿业", "1011", "石灰石"),
]  # fmt: skip
COAL, POWER = Decimal("0.7143"), Decimal("0.0001229")
"""吨标准煤 a ton of raw coal, and a kWh (GB/T 2589-2020)."""

_HABITS = {
    "profit": (-0.04, 0.14), "tax": (0.01, 0.06), "employees": (0.009, 0.04), "rd": (0, 0.06), "assets": (0.5, 2.2),
    "equipment": (0, 0.15), "kwh": (60, 400), "coal": (0, 0.05), "patents": (0, 14),
}  # fmt: skip
"""Shares of the revenue in 万元 (for patents: their number)."""

_FEW = 5
"""Enterprises with fewer patents have none: most have none."""

_CENT = Decimal("0.01")


@dataclass
class Enterprise:
    """One enterprise as it would be typed: its own answers, and its figures by year. Keys are the forms' names."""

    answers: dict[str, str]
    figures: dict[int, dict[str, str]]


def invent_year(count: int = 1_200, *, seed: int = 2020) -> list[Enterprise]:
    """Enterprises over all 27 townships and streets, each at least once where there are enough; all sound."""
    dice = Random(seed)
    places = _places()
    names = _names(dice)
    return [_invent(dice, next(names), places[number % len(places)], number) for number in range(count)]


def _places() -> list[str]:
    with _PLACES.open(encoding="utf-8", newline="") as stream:
        return [row["name"] for row in csv.DictReader(stream) if row["name"] != "蓟州区经济开发区"]


def _names(dice: Random) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Names that never come twice, each with its trade."""
    seen: set[str] = set()
    while True:
        trade = dice.choice(_TRADES)
        brand = "".join(dice.sample(_BRANDS_1, dice.choice((1, 2)))) + dice.choice(_BRANDS_2)
        name = f"{dice.choice(_PREFIXES)}{brand}{trade[0]}{dice.choice(_ENDINGS)}"
        if name not in seen:
            seen.add(name)
            yield name, trade


def _invent(dice: Random, named: tuple[str, tuple[str, str, str]], place: str, number: int) -> Enterprise:
    name, (_, industry, product) = named
    founded = date(1992, 1, 1) + timedelta(days=dice.randrange(9_800))
    revenue = Decimal(str(round(dice.lognormvariate(6.6, 1.2), 2)))
    boss = _person(dice)
    answers = {
        "name": name,
        "uscc": credit_code(dice, number),
        "legal_person": boss,
        "founded": founded.isoformat(),
        "capital": str(dice.choice((50, 100, 200, 300, 500, 800, 1000, 2000, 5000))),
        "place": place,
        "address": f"天津市蓟州区{place}样例路{dice.randrange(1, 400)}号",
        "industry": industry,
        "products": product,
        "contact": dice.choice((boss, _person(dice))),
        "phone": f"1990000{number % 10_000:04d}",
        "above_scale": "是" if revenue >= 2000 else "否",
    }
    habits = {name: dice.uniform(*bounds) for name, bounds in _HABITS.items()}
    figures = {}
    for year in YEARS:
        figures[year] = _figures(dice, revenue, habits)
        revenue = (revenue * Decimal(str(round(dice.uniform(0.85, 1.3), 3)))).quantize(_CENT)
    return Enterprise(answers, figures)


def _person(dice: Random) -> str:
    return dice.choice(_SURNAMES) + dice.choice(_GIVEN)


def _figures(dice: Random, revenue: Decimal, habits: dict[str, float]) -> dict[str, str]:
    """A year's figures: an enterprise keeps its habits, and revenue is what changes most."""

    def share(name: str) -> Decimal:
        return revenue * Decimal(str(round(habits[name] * dice.uniform(0.92, 1.08), 4)))

    said = {name: str(share(name).quantize(_CENT)) for name in ("profit", "tax", "rd", "assets", "equipment")}
    said |= {
        "revenue": str(revenue),
        "employees": str(max(3, int(share("employees")))),
        "kwh": str(int(share("kwh"))),
        "patents": str(int(habits["patents"]) if habits["patents"] > _FEW else 0),
    }
    # whole tons of coal beside the electricity, so that a list of energies can add up to the figure
    coal = int(share("coal") / COAL)
    said["energy"] = str((coal * COAL + int(said["kwh"]) * POWER).quantize(_CENT))
    return said


def of_place(enterprises: Sequence[Enterprise], place: str) -> list[Enterprise]:
    """The enterprises of one township or street, by its name."""
    return [enterprise for enterprise in enterprises if enterprise.answers["place"] == place]
