"""The invented year in full: taken in as one workbook without a fault, and nothing in it is an error to the audit."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.check import check
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from tests.invented.lists import invent_lists, write_year
from tests.invented.year import invent_year

NOW = datetime.fromisoformat("2020-12-20T09:00:00+08:00")


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    folder = tmp_path_factory.mktemp("year")
    enterprises = invent_year(108)
    lists = invent_lists(enterprises)
    write_year(enterprises, lists, folder / "全年.xlsx")
    with create(folder / "w", office_code="120119", clerk="王样例") as workspace:
        looked = take_in.look(workspace, folder / "全年.xlsx", year=2020)
        take_in.save(workspace, looked, now=NOW, new_uid=uids_from("year"))
        yield workspace, looked, lists


def test_every_kind_is_there_for_27_places(year):
    _, _, lists = year
    assert len(lists["carrier"]) == 27
    assert all(lists.values()), {kind for kind, rows in lists.items() if not rows}


def test_it_is_taken_in_without_a_fault(year):
    workspace, looked, lists = year
    assert [str(problem) for problem in looked.problems if problem.severity is not Severity.HINT] == []
    assert looked.counts() == {"new": 108 + sum(map(len, lists.values())), "changed": 0, "same": 0, "faulty": 0}
    assert workspace.records.count(Kind.EQUIPMENT) == len(lists["equipment"])


def test_energies_add_up_to_the_figure(year):
    workspace, _, _ = year
    for figures in workspace.records.all_of(Kind.YEAR_FIGURES, year=2020)[:20]:
        rows = workspace.records.all_of(Kind.ENERGY, parent=figures.parent)
        factors = {"电力": 0.0001229, "原煤": 0.7143}
        assert sum(float(row["quantity"]) * factors[row["energy"]] for row in rows) == pytest.approx(
            float(figures["energy"]), abs=0.01
        )


def test_the_audit_finds_nothing_that_stops_it(year):
    workspace, _, _ = year
    assert [str(problem) for problem in check(workspace, year=2020) if problem.severity is Severity.ERROR] == []
