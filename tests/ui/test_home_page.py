"""工作台: every figure leads to the rows behind it."""

import pytest
from PySide6.QtWidgets import QPushButton

from jizhou_desktop.ui.office_window import OfficeWindow


@pytest.fixture
def office(filled, preferences, shown, qtbot):
    office = OfficeWindow(filled, preferences)
    shown(office.window, 1366, 768)
    qtbot.waitUntil(lambda: not office.home.panel.busy, timeout=20_000)
    return office


def test_a_fund_leads_to_the_applications_that_draw_on_it(office):
    links = [made for made in office.home.findChildren(QPushButton) if made.text() == "查看申报"]
    assert len(links) == len(office.home.pools) == 2  # 智能化技改 500万元, 智能化节能 200万元
    links[1].click()
    assert office.window.stack.currentWidget() is office.claims
    assert office.claims.list.scheme == "energy-saving"


def test_the_count_of_applications_leads_to_all_of_them(office):
    office.claims.list.show_scheme("energy-saving")
    office.home.claims_asked.emit("")
    assert office.claims.list.scheme == ""


def test_a_path_leads_to_its_transformations(office):
    office.home.path_asked.emit("e-commerce")
    assert office.window.stack.currentWidget() is office.transformations
    assert office.transformations.list.paths.currentData() == "e-commerce"
