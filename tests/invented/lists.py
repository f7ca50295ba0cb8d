"""What belongs to invented enterprises: carriers, targets, transformations, claims and all lists, as one workbook.

    python -m tests.invented.lists OUT.xlsx 1200

writes a whole year, for trying by hand. Nothing in it belongs to anybody; figures add up as an office's would.
"""

import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random

from openpyxl import Workbook

from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.subjects import path_titles, subject
from tests.invented.rosters import PLAIN, table
from tests.invented.year import COAL, POWER, Enterprise, invent_year

Row = dict[str, str]
"""Answers by field; those that say whose the row is begin with `owner.`."""

YEAR = 2020
_BANK = {"bank": "天津农商银行蓟州支行", "account": "0620100010200300"}
_SHARE = {"smart-upgrade": 0.05, "high-tech": 0.03, "patent": 0.04, "famous-product": 0.04}


def invent_lists(enterprises: Sequence[Enterprise], *, seed: int = 2020) -> dict[str, list[Row]]:
    """Rows by kind (the forms' ids). A carrier with tenants a place, a target a place and path, and so on."""
    dice = Random(seed)
    lists: dict[str, list[Row]] = {
        name: []
        for name in ("carrier", "target", "transformation", *_SHARE, "contact", "product", "qualification", "energy",
                     "equipment", "tenant")
    }  # fmt: skip
    for place in dict.fromkeys(enterprise.answers["place"] for enterprise in enterprises):
        _place(place, lists, dice)
    for enterprise in enterprises:
        _enterprise(enterprise, lists, dice)
    return lists


def write_year(enterprises: Sequence[Enterprise], lists: dict[str, list[Row]], out: Path) -> None:
    """One workbook: the roster, and a sheet for each list under its form's labels."""
    book = Workbook(write_only=True)
    roster = book.create_sheet("花名册")
    for row in table(enterprises, PLAIN):
        roster.append(row)
    for kind, rows in lists.items():
        sheet = book.create_sheet(resources.form(kind).title[:31])
        labels = dict(_labels(kind))
        sheet.append(list(labels.values()))
        for row in rows:
            sheet.append([row.get(name, "") for name in labels])
    book.save(out)


def _labels(kind: str) -> Iterator[tuple[str, str]]:
    asked = subject(kind)
    for field in asked.owner.fields if asked.owner else ():
        yield f"owner.{field.name}", field.label
    for field in asked.form.fields:
        yield field.name, field.label


def _place(place: str, lists: dict[str, list[Row]], dice: Random) -> None:
    lists["carrier"].append(
        {"name": f"{place}样例产业园", "subject": "园区", "place": place, "area": str(dice.randrange(5, 90) * 1000),
         "level": "区级", "recognised_on": "2018-05-01", "operator": f"{place}样例园区公司", "contact": "王样例"}
    )  # fmt: skip
    for path in ("technology-enterprise", "equipment-upgrade"):
        lists["target"].append({"year": str(YEAR), "path": path_titles()[path], "place": place, "count": "1"})


def _enterprise(one: Enterprise, lists: dict[str, list[Row]], dice: Random) -> None:
    answers, figures = one.answers, one.figures[YEAR]
    whose = {"owner.name": answers["name"], "owner.uscc": answers["uscc"]}
    people = {"name": answers["legal_person"], "post": "法定代表人", "phone": answers["phone"]}
    lists["contact"].append({**whose, **people})
    lists["product"].append({**whose, "name": answers["products"], "revenue": figures["revenue"], "market": "京津冀"})
    lists["energy"] += [{**whose, **row} for row in _energies(figures)]
    if dice.random() < 0.2:
        lists["qualification"].append(
            {**whose, "type": "科技型中小企业", "name": "科技型中小企业", "level": "市级",
             "number": f"2020120119{dice.randrange(10**6):06d}", "issued": "2020-06-01", "expires": "2021-06-01"}
        )  # fmt: skip
    if dice.random() < 0.15:
        park = f"{answers['place']}样例产业园"
        lists["tenant"].append({"owner.name": park, "name": answers["name"], "uscc": answers["uscc"], "area": "800"})
    if dice.random() < 0.1:
        path = path_titles()[dice.choice(("technology-enterprise", "e-commerce", "equipment-upgrade"))]
        lists["transformation"].append(
            {**whose, "year": str(YEAR), "path": path, "state": "实施中", "date": "2020-09-01"}
        )
    _claims(one, whose, lists, dice)


def _energies(figures: Row) -> Iterator[Row]:
    yield {"year": str(YEAR), "energy": "电力", "quantity": figures["kwh"]}
    coal = round((Decimal(figures["energy"]) - int(figures["kwh"]) * POWER) / COAL)
    if coal:
        yield {"year": str(YEAR), "energy": "原煤", "quantity": str(coal)}


def _claims(one: Enterprise, whose: Row, lists: dict[str, list[Row]], dice: Random) -> None:
    claimed = {**whose, **_BANK, "owner.year": str(YEAR), "account_name": one.answers["name"],
               "contact": one.answers["contact"], "phone": one.answers["phone"]}  # fmt: skip
    machines = Decimal(one.figures[YEAR]["equipment"]).to_integral_value()
    if machines >= 150 and dice.random() < _SHARE["smart-upgrade"] * 4:
        lists["smart-upgrade"].append({**claimed, **_project(one, machines)})
        lists["equipment"] += [{**whose, "owner.year": str(YEAR), "owner.project": _name(one), **row}
                               for row in _machines(machines, dice)]  # fmt: skip
    if dice.random() < _SHARE["patent"]:
        number = f"ZL2019{dice.randrange(10**8):08d}.X"
        lists["patent"].append(
            {**claimed, "kind": "发明专利", "count": "1", "patent_numbers": number, "granted_from": "2020-03-10",
             "granted_to": "2020-03-10", "before": "0", "after": "1"}
        )  # fmt: skip
    if dice.random() < _SHARE["high-tech"]:
        lists["high-tech"].append(
            {**claimed, "applied_on": "2020-05-10", "first_time": "是", "recognised": "是", "award": "30",
             "recognised_on": "2020-10-28", "certificate_number": f"GR202012{dice.randrange(10**6):06d}"}
        )  # fmt: skip
    if dice.random() < _SHARE["famous-product"]:
        lists["famous-product"].append(
            {**claimed, "product": one.answers["products"], "level": "市级", "honour": "天津名牌产品",
             "issued_by": "天津市样例委员会", "issued_on": "2020-04-01"}
        )  # fmt: skip


def _name(one: Enterprise) -> str:
    return f"{one.answers['products']}智能化改造"


def _project(one: Enterprise, machines: Decimal) -> Row:
    return {
        "project": _name(one), "site": one.answers["address"], "start": "2020-02-01", "end": "2020-10-20",
        "investment": str((machines * Decimal("1.3")).to_integral_value()), "equipment": str(machines),
        "invoices": "2", "invoice_sum": str(machines), "content": "更换数控设备，联网采集数据",
        "effect": "用工减少一成，次品减少三成",
    }  # fmt: skip


def _machines(together: Decimal, dice: Random) -> Iterator[Row]:
    first = (together * Decimal("0.6")).to_integral_value()
    for name, amount in (("数控加工中心", first), ("工业机器人", together - first)):
        yield {
            "name": name, "model": f"YL-{dice.randrange(100, 999)}", "quantity": "1", "amount": str(amount),
            "invoice_number": f"{dice.randrange(10**8):08d}", "invoice_date": "2020-06-15", "paid": str(amount),
            "paid_date": "2020-07-01",
        }  # fmt: skip


def main(out: str, count: str = "1200") -> None:
    enterprises = invent_year(int(count))
    write_year(enterprises, invent_lists(enterprises), Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
