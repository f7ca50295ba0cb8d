"""The import rule of docs/architecture.md, as a table: which folder may import what, and who keeps a library."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "jizhou_desktop"

MAY_IMPORT = {
    "domain": set(),
    "files": {"domain"},
    "store": {"domain", "files"},
    "documents": {"domain", "files"},
    "exchange": {"domain", "files"},
    "handoff": {"domain", "files"},
    "tasks": {"domain", "files", "store", "documents", "exchange", "handoff"},
    "ui": {"domain", "tasks"},
    "setup": set(),
    "cli": {"domain", "tasks"},
}

KEPT_BY = {
    "PySide6": {"ui", "app"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "pypinyin": {"store"},
    "reportlab": {"documents"},
    "pypdfium2": {"documents"},
    "PIL": {"documents"},
    "fontTools": {"documents", "setup"},
    "openpyxl": {"exchange"},
    "python_calamine": {"exchange"},
    "docx": {"exchange"},
}

STANDARD_LIBRARY = sys.stdlib_module_names


def folder_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else file.stem


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where a thing comes from"
            yield node.module or ""


SOURCES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_folder_imports_only_what_lies_below_it(file):
    folder = folder_of(file)
    if folder not in MAY_IMPORT:
        pytest.skip("app, __main__ and the package itself may import everything")
    allowed = MAY_IMPORT[folder] | {folder}
    for name in imports(file):
        if name.startswith("jizhou_desktop."):
            assert name.split(".")[1] in allowed, f"{folder} must not import {name}"


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_library_is_kept_by_one_folder(file):
    folder = folder_of(file)
    for name in imports(file):
        keepers = KEPT_BY.get(name.split(".")[0])
        assert keepers is None or folder in keepers, f"{name} is kept by {keepers}, not by {folder}"


@pytest.mark.parametrize("file", sorted((PACKAGE / "domain").rglob("*.py")), ids=lambda file: file.name)
def test_the_domain_knows_only_the_standard_library(file):
    for name in imports(file):
        top = name.split(".")[0]
        assert top in STANDARD_LIBRARY or top == "jizhou_desktop", f"domain must not import {name}"


@pytest.mark.parametrize("file", sorted((PACKAGE / "domain").rglob("*.py")), ids=lambda file: file.name)
def test_the_domain_asks_no_clock_no_disk_and_no_dice(file):
    asked = {"today", "now", "utcnow", "open", "read_text", "read_bytes", "uuid4", "getenv"}
    calls = [node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}
    assert not names & asked, f"{file.name} asks for {names & asked}: make it an argument"


def test_every_folder_of_the_package_has_a_rule():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= set(MAY_IMPORT)


def test_tests_mirror_the_folders():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    beside = {path.name for path in Path(__file__).parent.iterdir() if path.is_dir()}
    assert folders <= beside
