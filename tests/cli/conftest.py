"""The command line as a caller sees it: words in, exit status and JSON out."""

import json

import pytest

from jizhou_desktop.cli.main import main


@pytest.fixture
def jizhou(capsys):
    """Runs a command with `--json` and gives its exit status and its answer."""

    def run(*words):
        status = main([*map(str, words), "--json"], open_window=None)
        return status, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def said(capsys):
    """Runs a command as a person does and gives its exit status and all that it printed."""

    def run(*words):
        status = main([*map(str, words)], open_window=None)
        out, err = capsys.readouterr()
        return status, out + err

    return run
