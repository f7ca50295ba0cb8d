import csv

import pytest

from jizhou_desktop.domain.office import Level
from jizhou_desktop.domain.offices import find_place, place_in_address, places, village_words
from jizhou_desktop.tasks import resources


@pytest.fixture(scope="module")
def offices():
    return resources.offices()


@pytest.fixture(scope="module")
def villages():
    rows = csv.DictReader((resources.resource_folder() / "codes" / "villages.csv").open(encoding="utf-8"))
    return village_words((row["name"], row["place_code"]) for row in rows)


def test_the_district_has_27_townships_and_streets_and_one_park(offices):
    levels = [office.level for office in places(offices)]
    assert len(levels) == 28
    assert levels.count(Level.PARK) == 1
    assert levels.count(Level.STREET) == 1


def test_the_bureaus_of_part_four_collect(offices):
    names = {office.name for office in offices if office.collects}
    named_by_the_plan = (
        "区工业和信息化局、区发展改革委、区科技局、区商务局、区市场监管局、区生态环境局、区金融局、区财政局、"
        "区国资委、区人社局、市规划资源局蓟州分局"
    )
    assert set(named_by_the_plan.split("、")) <= names


def test_no_two_offices_share_a_code_a_name_or_a_prefix(offices):
    for field in ("code", "name", "full_name", "prefix"):
        values = [getattr(office, field) for office in offices]
        assert len(values) == len(set(values))


@pytest.mark.parametrize(
    "typed",
    [
        "120119100",
        "渔阳",
        "渔阳镇",
        "蓟县渔阳镇",
        "蓟州区渔阳镇",
        "天津市蓟州区渔阳镇人民政府",
        "渔阳镇人民政府",
        " 渔阳 镇 ",
    ],
)
def test_a_township_by_every_name_it_goes_by(offices, typed):
    assert find_place(offices, typed).code == "120119100"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("文昌街", None),
        ("文昌街道办事处", "文昌街道"),
        ("孙各庄", "孙各庄满族乡"),
        ("孙各庄乡", "孙各庄满族乡"),
        ("经济开发区", "蓟州区经济开发区"),
        ("天津市蓟州区经济开发区", "蓟州区经济开发区"),
        ("东二营", "东二营镇"),
        ("区科技局", None),
        ("武清", None),
        ("", None),
        ("镇", None),
    ],
)
def test_a_place_is_found_or_it_is_not_guessed(offices, typed, name):
    found = find_place(offices, typed)
    assert (found.name if found else None) == name


def test_an_address_tells_its_township(offices):
    assert place_in_address("天津市蓟州区邦均镇大街1号", offices).name == "邦均镇"
    assert place_in_address("天津市蓟州区文昌街2号", offices) is None


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("蓟县窦家楼", "别山镇"),
        ("天津市蓟县后楼村西", "别山镇"),
        ("天津市蓟州区花园里二段3号楼", "文昌街道"),
        ("天津市蓟州区后楼大厦", None),
    ],
)
def test_an_address_that_names_only_a_village_tells_its_township(offices, villages, address, place):
    found = place_in_address(address, offices, villages)
    assert (found.name if found else None) == place


def test_a_village_within_a_longer_name_is_not_named_by_it(offices):
    words = village_words([("王庄子村委会", "120119100"), ("小王庄子村委会", "120119105")])
    assert place_in_address("蓟县小王庄子", offices, words).name == "邦均镇"


def test_a_villages_name_in_two_townships_tells_neither(offices):
    words = village_words([("王庄子村委会", "120119100"), ("王庄子村委会", "120119105")])
    assert place_in_address("蓟县王庄子", offices, words) is None


def test_an_address_that_names_two_townships_is_left_open(offices):
    assert place_in_address("邦均镇与白涧镇交界处", offices) is None
