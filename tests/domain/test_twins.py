"""Names of one enterprise are told from those of its neighbours."""

import pytest

from jizhou_desktop.domain.twins import alike, core

HELD = [
    ("1", "天津州河金属结构制造有限公司"), ("2", "天津市蓟州区翠屏信息技术有限公司"), ("3", "蓟县邦均供销社"),
    ("4", "天津渔山精密机械有限公司"),
]  # fmt: skip


def test_a_names_own_part_is_what_town_and_company_form_leave():
    assert core("天津市蓟州区州河金属结构制造有限公司") == "州河金属结构制造"
    assert core("蓟县州河（天津）金属结构制造有限责任公司") == "州河金属结构制造"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("天津市蓟州区州河金属结构制造有限责任公司", ["1"]),
        ("州河金属结构制造厂", ["1"]),
        ("翠屏信息技术（天津）有限公司", ["2"]),
        ("天津翠屏信息科技有限公司", []),
        ("天津翠平信息技术有限公司", ["2"]),
        ("天津渔山精密机械制造有限公司", ["4"]),
        ("天津渔山有限公司", []),
        ("天津渔山食品有限公司", []),
        ("天津盘山精密机械有限公司", ["4"]),
        ("蓟县邦均供销社东二营生产资料门市部", []),
    ],
)
def test_likeness(typed, found):
    assert alike(typed, HELD) == found
