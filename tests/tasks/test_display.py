"""Whether a window can be shown, and what is said where none can."""

import sys

import pytest

from jizhou_desktop.__main__ import open_window
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.display import can_open_window, has_display

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")


@pytest.fixture
def without_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@linux
@pytest.mark.usefixtures("without_display")
def test_a_machine_without_display_is_told_in_a_sentence():
    assert not has_display()
    with pytest.raises(UserError, match="没有图形界面"):
        open_window(None)


@linux
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
@pytest.mark.usefixtures("without_display")
def test_an_x_or_wayland_session_is_a_display(monkeypatch, name):
    monkeypatch.setenv(name, ":0")
    assert has_display()


@linux
@pytest.mark.usefixtures("without_display")
def test_qt_told_to_draw_offscreen_can_open_a_window_that_nobody_sees(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_display()
    assert can_open_window()
