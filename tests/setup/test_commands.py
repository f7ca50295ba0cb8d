"""The two commands: standard library only, safe on any console, and the same in README and CI."""

import os
import subprocess
import sys
from pathlib import Path

from jizhou_desktop.setup.__main__ import main
from jizhou_desktop.setup.main_job import free_name

ROOT = Path(__file__).parents[2]


def test_set_up_starts_on_a_python_that_has_nothing_installed():
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import jizhou_desktop.setup.__main__
print(sorted({{name.split(".")[0] for name in sys.modules}} - set(sys.stdlib_module_names) - {{"__main__"}}))
"""], capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "['jizhou_desktop']"


def test_a_console_without_chinese_does_not_end_set_up():
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "jizhou_desktop.setup", "wrong"]
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "python3 -m jizhou_desktop.setup" in done.stdout
    assert done.stderr == ""


def test_the_sentences_fit_a_chinese_windows_console(capsys):
    main(["wrong"])
    assert capsys.readouterr().out.encode("gbk")


def test_wrong_use_is_told_and_changes_nothing(capsys):
    assert main(["test", "more"]) == 2
    assert capsys.readouterr().out.startswith("用法：")


def test_the_demo_takes_the_next_free_name(tmp_path):
    assert free_name(tmp_path) == tmp_path / "demo-workspace"
    (tmp_path / "demo-workspace").mkdir()
    (tmp_path / "demo-workspace-2").mkdir()
    assert free_name(tmp_path) == tmp_path / "demo-workspace-3"


def test_ci_calls_exactly_the_test_command_of_the_readme():
    command = "python3 -m jizhou_desktop.setup test"
    assert f"\n{command}\n" in (ROOT / "README.md").read_text("utf-8")
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith(f"exec {command}")
