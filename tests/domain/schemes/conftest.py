"""The plans that the cases are reckoned by: 2020 as it is, and two made from it by changing data alone."""

import copy
import tomllib
from pathlib import Path

import pytest

from jizhou_desktop.domain.award_tables import AwardTable, with_tables
from jizhou_desktop.domain.plan_reader import read_plan
from jizhou_desktop.domain.record import Kind, Record

PLAN_FILE = Path(__file__).parents[3] / "resources" / "plans" / "2020.toml"


@pytest.fixture(scope="session")
def data_2020():
    return tomllib.loads(PLAN_FILE.read_text("utf-8"))


@pytest.fixture(scope="session")
def plans(data_2020):
    """2020, 2020样例 (the office has filled its award tables in) and 2021样例 (next year)."""
    return {
        "2020": read_plan(data_2020),
        "2020样例": with_award_tables(read_plan(data_2020)),
        "2021样例": read_plan(next_year(data_2020)),
    }


def with_award_tables(plan):
    """The plan with what the office has typed into its tables, in 分 and by level."""
    tables = {
        "famous-product": [
            ("国家级", 1_000_000 * 10, ""),
            ("市级", 1_000_000 * 5, "天津市级"),
            ("驰名商标", 50_000_000, ""),
        ],
        "patent": [("发明专利", 500_000, "发明授权"), ("实用新型", 100_000, "")],
        "high-tech": [("中型", 40_000_000, ""), ("小型", 30_000_000, "")],
    }
    return with_tables(
        plan,
        {
            scheme: AwardTable("", [_row(scheme, number, *level) for number, level in enumerate(levels)])
            for scheme, levels in tables.items()
        },
    )


def _row(scheme, number, label, amount, aliases):
    values = {"label": label, "amount": amount, "aliases": aliases}
    return Record(f"{scheme}-{number}", Kind.AWARD, "120119-gxj", values, "award")


def next_year(data):
    """2021: a year on, other figures, one path more, one scheme less."""
    data = copy.deepcopy(data)
    data |= {"title": "2021年蓟州区中小企业创新转型行动计划", "issued": "2021-06-30", "year": 2021}
    data["goal"]["count"] = 46
    data["groups"][0]["paths"].append(
        {
            "id": "digital-transformation",
            "number": "5",
            "section": "二（一）5",
            "title": "数字化转型",
            "text": "2021年，完成数字化转型企业6家。",
            "target": 6,
            "lead": ["industry-and-information"],
            "subject": "enterprise",
            "evidence": ["系统上线证明"],
            "criteria": ["核心业务已上线"],
        }
    )
    data["schemes"] = [scheme for scheme in data["schemes"] if scheme["id"] != "high-tech"]
    smart_upgrade = next(scheme for scheme in data["schemes"] if scheme["id"] == "smart-upgrade")
    smart_upgrade |= {"rate": 8, "pool": 800}
    smart_upgrade["limits"][0]["value"] = 300
    return data
