"""The documents name what is there: every command, and every file they send a newcomer to."""

import re
from pathlib import Path

import pytest

from jizhou_desktop.cli.main import build_parser

ROOT = Path(__file__).parent.parent
COMMANDS = next(action for action in build_parser()._actions if action.dest == "command").choices


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_manual_of_the_command_line(command):
    assert f"jizhou {command}" in (ROOT / "docs" / "command-line.md").read_text("utf-8")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_in_chinese(command):
    explained = COMMANDS[command].format_help()
    assert explained.startswith("用法：")
    assert re.search("[\u4e00-\u9fff]", explained.split("选项:")[1])


def test_every_file_that_the_architecture_names_is_there():
    said = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = {name for name in re.findall(r"`([\w/]+/[\w/]*\.(?:py|toml)|[\w/]+/)`", said) if "<" not in name}
    missing = [name for name in named if not any((base / name).exists() for base in (ROOT, ROOT / "jizhou_desktop"))]
    assert missing == []


@pytest.mark.parametrize("page", ["README.md", "docs/manual.md", "docs/setup.md", "docs/architecture.md"])
def test_every_link_leads_somewhere(page):
    file = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text("utf-8")):
        assert (file.parent / target).exists(), f"{page} → {target}"
