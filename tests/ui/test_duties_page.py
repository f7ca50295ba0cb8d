"""职责分工: listed from the plan, filled in, saved only when nobody is missing, given back when left unsaved."""

import pytest

from jizhou_desktop.tasks.duties import duties
from jizhou_desktop.ui.duties_page import DutiesPage


@pytest.fixture
def opened(desk, qtbot):
    """Opens the page, as often as asked; drafts are kept as when the window goes, before the workspace is closed."""
    pages = []

    def open_page():
        pages.append(DutiesPage(desk))
        qtbot.addWidget(pages[-1])
        pages[-1].show()
        return pages[-1]

    yield open_page
    for made in pages:
        made.keep_drafts()


@pytest.fixture
def page(opened):
    return opened()


def type_into(page, place, name, text):
    names = [field.name for field in page.grid.model.fields]
    page.grid.model.setData(page.grid.model.index(place, names.index(name)), text)


def test_a_proposal_fills_the_grid_and_saves_nothing(page, desk):
    page.propose()
    assert [row["role"] for row in page.grid.values_read()] == ["组长", "联络人"]
    assert duties(desk.workspace, 2020) == []
    assert "请填写姓名" in page.strip.words.text()


def test_what_lacks_a_person_is_not_saved_and_the_page_says_how_many(page, desk):
    page.propose()
    type_into(page, 0, "person", "王样例")
    page.save()
    assert duties(desk.workspace, 2020) == []
    assert "有1行没有填全" in page.strip.words.text()


def test_filled_in_it_is_saved_and_proposed_no_more(page, desk):
    page.propose()
    for place in (0, 1):
        type_into(page, place, "person", "王样例")
    page.save()
    assert [row.text("role") for row in duties(desk.workspace, 2020)] == ["组长", "联络人"]
    page.propose()
    assert "都已列出" in page.strip.words.text()
    assert not page.dirty


def test_what_was_left_unsaved_comes_back(page, opened):
    page.propose()
    page.keep_drafts()
    again = opened()
    assert len(again.grid.values_read()) == 2
    assert "已恢复" in again.strip.words.text()
