"""The packaged program is tried as an official would use it; each way to fail ends in a sentence."""

import os

import pytest

from jizhou_desktop.setup import packaged
from jizhou_desktop.setup.packaged import try_folder
from jizhou_desktop.setup.say import Checkout, SetupFailed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the trial program is a shell script")

SOUND = """#!/bin/sh
case $1 in
demo) mkdir "$2" ;;
print) [ -d "$2" ] && printf '%%PDF-1.7\\n' > "$7" ;;
--workspace) [ "$QT_QPA_PLATFORM" = offscreen ] && [ -d "$2" ] && exec sleep 60 ;;
esac
"""


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    monkeypatch.setattr(packaged, "_WINDOW_SECONDS", 0.5)
    made = Checkout(tmp_path)
    made.log.parent.mkdir()
    return made


def _try(script, checkout):
    program = checkout.root / "jizhou"
    program.write_text(script)
    program.chmod(0o755)
    (checkout.root / "work").mkdir()
    return try_folder(checkout.root, checkout.root / "work", checkout)


def test_a_program_that_prints_and_keeps_its_window_open_passes(checkout):
    assert _try(SOUND, checkout) == len(b"%PDF-1.7\n")


def test_a_program_that_cannot_make_the_workspace_fails(checkout):
    with pytest.raises(SetupFailed, match="没有办成 demo（退出码 1）"):
        _try("#!/bin/sh\nexit 1\n", checkout)


def test_a_paper_that_is_no_pdf_fails(checkout):
    with pytest.raises(SetupFailed, match="没有印出 PDF"):
        _try(SOUND.replace("%%PDF", "oops"), checkout)


def test_a_window_that_closes_by_itself_fails(checkout):
    with pytest.raises(SetupFailed, match=r"没有打开窗口（退出码 0）"):
        _try(SOUND.replace("exec sleep 60", "true"), checkout)


def test_a_window_that_stands_with_a_fault_report_fails(checkout):
    fault = 'mkdir "$XDG_STATE_HOME/jizhou-desktop"; echo ValueError > "$XDG_STATE_HOME/jizhou-desktop/a.txt"; exec'
    with pytest.raises(SetupFailed, match="打开窗口时出错：ValueError"):
        _try(SOUND.replace("exec", fault), checkout)
