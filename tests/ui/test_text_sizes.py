"""At the size for the eldest eyes nothing is clipped: every word has the room it asks for."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.transformations import new_transformation
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.office_window import OfficeWindow
from jizhou_desktop.ui.style import dress
from jizhou_desktop.ui.text_size import TextSize


@pytest.fixture
def office(filled, preferences, shown, qtbot):
    office = OfficeWindow(filled, preferences)
    shown(office.window, 1366, 768)
    qtbot.waitUntil(lambda: not office.home.panel.busy, timeout=20_000)
    return office


def clipped(window) -> list[str]:
    """Visible labels, buttons and entries that are smaller than their words ask for."""
    found = []
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton) + window.findChildren(QComboBox):
        words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if not widget.isVisible() or not words:
            continue
        wanted = widget.sizeHint()
        height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else wanted.height()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if widget.height() < height or (not wraps and widget.width() < wanted.width()):
            found.append(f"{words!r}: {widget.size()} of {wanted}")
    found += [
        f"{entry.objectName()}: {entry.height()} of {entry.sizeHint().height()}"
        for entry in window.findChildren(QLineEdit)
        if entry.isVisible() and entry.height() < entry.sizeHint().height()
    ]
    return found


def show_a_paper(office, qtbot) -> None:
    office.papers.make("assessment-notice", "")
    qtbot.waitUntil(lambda: office.papers.over is not None, timeout=60_000)


LONG = "天津市蓟州区穿芳峪镇东水厂村农业科技发展有限责任公司上仓工业园区第二分公司（普通合伙）"


@pytest.fixture(params=list(TextSize))
def sized_office(request, office, qapp, family):
    dress(qapp, family, request.param, resources.resource_folder())
    return office


@pytest.fixture
def district(tmp_path, now):
    workspace = create(tmp_path / "蓟州区", office_code="120119", clerk="王样例")
    yield Desk(workspace, 2020, lambda: now, uids_from("district"))
    workspace.close()


@pytest.fixture
def district_office(district, preferences, shown, qtbot):
    office = OfficeWindow(district, preferences)
    shown(office.window, 1366, 768)
    qtbot.waitUntil(lambda: not office.home.panel.busy, timeout=20_000)
    return office


def views_of(office, filled, qtbot):
    """Every page, one after the other, as calls."""
    enterprise = filled.workspace.records.all_of(Kind.ENTERPRISE)[0].uid
    return (
        lambda: office.window.go_to(office.home),
        lambda: office.window.go_to(office.plan),
        lambda: office.plan.tabs.setCurrentIndex(1),
        lambda: office.window.go_to(office.transformations),
        lambda: office.window.go_to(office.dossiers),
        lambda: office.dossiers.open(enterprise),
        lambda: office.dossiers.dossier.tabs.setCurrentIndex(1),
        lambda: office.dossiers.dossier.tabs.setCurrentWidget(office.dossiers.dossier.evidence),
        lambda: (office.window.go_to(office.claims), office.claims.apply("smart-upgrade", enterprise)),
        lambda: (office.window.go_to(office.carriers), office.carriers.open("")),
        lambda: office.carriers.dossier.tabs.setCurrentIndex(1),
        lambda: office.window.go_to(office.papers),
        lambda: show_a_paper(office, qtbot),
        lambda: office.window.go_to(office.exchange),
        office.exchange.take_in,
        lambda: office.window.go_to(office.settings),
    )


def test_no_text_is_clipped_on_any_page(sized_office, filled, qtbot):
    for view in views_of(sized_office, filled, qtbot):
        view()
        qtbot.wait(50)
        assert clipped(sized_office.window) == []
        assert sized_office.window.width() <= 1366, "an office screen is no wider"


def test_long_names_and_many_errors_leave_the_window_on_the_screen(sized_office, filled, qtbot):
    office, now = sized_office, filled.now()
    long = save_answers(filled.workspace, "enterprise", {"name": LONG}, uid="long", now=now).record
    path = resources.plan_of_year(2020).path("smart-manufacturing")
    going = new_transformation(filled.workspace, long, path, 2020, now=now, new_uid=filled.new_uid).record
    page = opened_with_errors(office, long.uid)
    tabs = [lambda place=place: page.tabs.setCurrentIndex(place) for place in range(page.tabs.count())]
    for view in (
        *tabs,
        lambda: (office.window.go_to(office.transformations), office.transformations.open(going.uid)),
        lambda: office.transformations.over.tabs.setCurrentWidget(office.transformations.over.tabs.widget(2)),
        lambda: (office.window.go_to(office.plan), office.plan.tabs.setCurrentIndex(1)),
    ):
        view()
        qtbot.wait(50)
        assert (office.window.width(), office.window.height()) == (1366, 768)


def opened_with_errors(office, uid):
    """A dossier with all that can stand on it at once: a long name, a strip, errors below."""
    office.window.go_to(office.dossiers)
    office.dossiers.open(uid)
    page = office.dossiers.dossier
    for name, words in (("uscc", "91120225MA06K2ERO7"), ("capital", "100300万元"), ("founded", "2020721")):
        page.form.entry(name).set_value(words)
    page.save()
    return page


@pytest.mark.parametrize("size", list(TextSize))
def test_the_plan_of_a_district_fits_with_a_split_that_misses_it(district_office, size, qapp, family, qtbot):
    office = district_office
    dress(qapp, family, size, resources.resource_folder())
    office.window.go_to(office.plan)
    office.plan.tabs.setCurrentIndex(1)
    table = office.plan.targets.table
    table.setData(table.index(1, 0), "9")
    qtbot.wait(50)
    assert office.plan.targets.strip.isVisible()
    assert (office.window.width(), office.window.height()) == (1366, 768)


def test_paths_keep_their_names_beside_the_counts(sized_office, qtbot):
    office = sized_office
    office.window.go_to(office.plan)
    qtbot.wait(50)
    tree = office.plan.tree.tree
    assert tree.columnWidth(0) >= 6 * tree.fontMetrics().horizontalAdvance("国")


def test_every_page_is_in_the_list_without_scrolling(sized_office, qtbot):
    qtbot.wait(50)
    assert not sized_office.window.list.scrolls


def test_a_page_is_read_once_when_it_is_gone_to_and_again_when_asked(office):
    shown = []
    office.window.page_shown.connect(shown.append)
    office.window.go_to(office.claims)
    assert shown == [office.claims]
    office.window.go_to(office.claims)
    assert shown == [office.claims, office.claims]


def test_the_size_chosen_is_applied_at_once_and_remembered(office, preferences, qtbot):
    with qtbot.waitSignal(office.text_size_asked) as asked:
        office.settings.sizes[TextSize.ELDER].click()
    preferences.text_size = asked.args[0]
    assert preferences.text_size is TextSize.ELDER


def test_the_window_fits_an_office_screen_at_every_size(office, qapp, family):
    for size in TextSize:
        dress(qapp, family, size, resources.resource_folder())
        assert office.window.minimumSizeHint().width() <= 1366
        assert office.window.minimumSizeHint().height() <= 768


def test_no_part_of_a_page_ever_shows_as_a_window_of_its_own(sized_office, qapp, filled, qtbot):
    office = sized_office
    shown = []
    watcher = Watcher(shown)
    qapp.installEventFilter(watcher)
    try:
        for view in views_of(office, filled, qtbot):
            view()
            qtbot.wait(20)
    finally:
        qapp.removeEventFilter(watcher)
    assert shown == []


class Watcher(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self, shown: list[str]) -> None:
        super().__init__()
        self._shown = shown

    def eventFilter(self, watched, event):  # noqa: N802  — Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._shown.append(repr(watched))
        return False
