"""The environment is made once, on machines with and without Debian's python3-venv, and never made worse."""

import json
import os

import pytest

from jizhou_desktop.setup import environment
from jizhou_desktop.setup.environment import make_environment
from jizhou_desktop.setup.say import Checkout, SetupFailed


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "trial"\n')
    return Checkout(tmp_path)


@pytest.fixture
def commands(checkout, monkeypatch):
    """What set-up would run; making the environment leaves an empty one."""
    ran = []

    def run(command, _log, **_about):
        words = [str(part) for part in command]
        ran.append(words[1:])
        if "venv" in words:
            checkout.python.parent.mkdir(parents=True, exist_ok=True)
            checkout.python.touch()

    monkeypatch.setattr(environment, "run_logged", run)
    monkeypatch.setattr(environment, "_works", lambda python: python.exists())
    monkeypatch.setattr(environment, "_site_packages", lambda _python: "SITE")
    return ran


def _python_with(monkeypatch, *modules):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: name if name in modules else None)


def test_a_whole_python_makes_an_environment_with_its_own_pip(checkout, commands, monkeypatch):
    _python_with(monkeypatch, "ensurepip", "pip")
    make_environment(checkout)
    assert commands == [
        ["-m", "venv", "--clear", str(checkout.environment)],
        ["-m", "pip", "install", "--editable", "."],
    ]


def test_a_bare_debian_puts_pip_in_with_the_systems_pip(checkout, commands, monkeypatch):
    _python_with(monkeypatch, "pip")
    make_environment(checkout, ["test"])
    assert commands == [
        ["-m", "venv", "--clear", "--without-pip", str(checkout.environment)],
        ["-m", "pip", "install", "--target", "SITE", "pip"],
        ["-m", "pip", "install", "--editable", ".[test]"],
    ]


def test_a_python_without_any_pip_is_told_what_to_install(checkout, commands, monkeypatch):
    _python_with(monkeypatch)
    with pytest.raises(SetupFailed, match="请先安装：apt-get install python3-pip。"):
        make_environment(checkout)
    assert commands == []


def test_a_second_run_does_nothing(checkout, commands):
    make_environment(checkout)
    commands.clear()
    make_environment(checkout)
    assert commands == []


def test_the_test_command_adds_to_an_environment_and_the_first_command_takes_nothing_away(checkout, commands):
    make_environment(checkout)
    commands.clear()
    make_environment(checkout, ["test"])
    assert commands == [["-m", "pip", "install", "--editable", ".[test]"]]
    commands.clear()
    make_environment(checkout)
    assert commands == []


def test_changed_requirements_are_installed_with_what_was_there(checkout, commands):
    make_environment(checkout, ["test"])
    commands.clear()
    (checkout.root / "pyproject.toml").write_text('[project]\nname = "trial"\nversion = "2"\n')
    make_environment(checkout)
    assert commands == [["-m", "pip", "install", "--editable", ".[test]"]]


@pytest.mark.parametrize("stamp", ["", "{", "[]", json.dumps({"digest": "another", "extras": []})])
def test_a_stamp_that_is_cut_short_or_of_another_time_counts_as_none(checkout, commands, stamp):
    make_environment(checkout)
    commands.clear()
    (checkout.environment / "jizhou-setup.json").write_text(stamp)
    make_environment(checkout)
    assert commands == [["-m", "pip", "install", "--editable", "."]]


@pytest.mark.skipif(os.name == "nt", reason="the failing program is a shell script")
def test_a_failing_pip_ends_in_one_sentence_with_the_place_of_the_log(checkout):
    checkout.python.parent.mkdir(parents=True)
    checkout.python.write_text('#!/bin/sh\n[ "$3" = --version ] && exit 0\necho no network; exit 1\n')
    checkout.python.chmod(0o755)
    with pytest.raises(SetupFailed) as failed:
        make_environment(checkout)
    assert str(failed.value) == f"软件包没有装好，请检查网络后重试（退出码 1），详情见 {checkout.log}。"
    assert "no network" in checkout.log.read_text()
    assert not (checkout.environment / "jizhou-setup.json").exists()
