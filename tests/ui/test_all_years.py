"""历年对比: as many years as there are, each with its change."""

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.ui.all_years import AllYears
from jizhou_desktop.ui.year_figures import YearFigures


def test_every_year_stands_beside_the_others_with_its_change(filled, qtbot):
    enterprise = next(r for r in filled.workspace.records.all_of(Kind.ENTERPRISE) if "州河" in r.text("name"))
    for year, revenue in ((2016, "5000"), (2017, "5500"), (2018, "8000")):
        answers = {"year": str(year), "revenue": revenue}
        save_answers(
            filled.workspace, "year-figures", answers, uid=filled.new_uid(), now=filled.now(), parent=enterprise.uid
        )
    held = {r.year: r for r in filled.workspace.records.all_of(Kind.YEAR_FIGURES, parent=enterprise.uid)}
    form = resources.form("year-figures")
    page = YearFigures(filled, form, resources.codes(), enterprise=enterprise.uid, held=held, year=2020)
    qtbot.addWidget(page)
    page.show_all_years()
    table = page.findChild(AllYears).table
    shown = [table.data(table.index(0, column)) for column in range(table.columnCount())]
    # 5,500 / 5,000 = +10 %; 8,000 / 5,500 = +45.5 %; 8,860 / 8,000 = +10.8 %; 9,215 / 8,860 = +4.0 %
    assert shown == ["营业收入（万元）", "5,000", "5,500\n+10.0%", "8,000\n+45.5%", "8,860\n+10.8%", "9,215\n+4.0%"]
