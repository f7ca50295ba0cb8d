"""What Qt needs of the system is found by loading it, and named by the package to install."""

import sys

import pytest

from jizhou_desktop.setup import system_libraries
from jizhou_desktop.setup.say import Checkout
from jizhou_desktop.setup.system_libraries import missing_packages, provide_libraries, wanted_libraries

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system libraries of Linux")


@linux
def test_only_libraries_that_do_not_load_are_missing():
    assert missing_packages({"libc.so.6": "libc6", "libnosuch.so.9": "libnosuch9"}) == ["libnosuch9"]


def test_without_a_display_only_the_six_of_the_offscreen_platform_are_wanted():
    assert sorted(wanted_libraries({}).values()) == [
        "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libxkbcommon0",
    ]  # fmt: skip


def test_an_x_display_wants_the_xcb_libraries_too():
    assert "libxcb-cursor0" in wanted_libraries({"DISPLAY": ":0"}).values()
    assert "libwayland-client0" not in wanted_libraries({"DISPLAY": ":0"}).values()
    assert "libwayland-client0" in wanted_libraries({"WAYLAND_DISPLAY": "wayland-0"}).values()


@linux
def test_who_may_not_install_is_told_the_command_in_one_sentence(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(system_libraries, "wanted_libraries", lambda _: {"libnosuch.so.9": "libnosuch9"})
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    assert provide_libraries(Checkout(tmp_path)) is False
    assert capsys.readouterr().out.splitlines() == [
        "窗口所需的系统软件包不全，请管理员执行：sudo apt-get install libnosuch9（其他发行版安装相应的软件包）。"
    ]


@linux
def test_root_installs_what_is_missing_and_looks_again(monkeypatch, capsys, tmp_path):
    installed = []
    monkeypatch.setattr(system_libraries, "wanted_libraries", lambda _: {"libnosuch.so.9": "libnosuch9"})
    monkeypatch.setattr(system_libraries, "may_install", lambda: True)
    monkeypatch.setattr(system_libraries, "install", lambda packages, _checkout: installed.extend(packages))
    monkeypatch.setattr(system_libraries, "loads", lambda library: library == "libnosuch.so.9" and bool(installed))
    assert provide_libraries(Checkout(tmp_path)) is True
    assert installed == ["libnosuch9"]
    assert capsys.readouterr().out == "系统库已齐\n"
