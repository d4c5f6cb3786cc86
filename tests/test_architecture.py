"""The rules of the house as tests; every exception is written here."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "groupwork"
MODULES = sorted(PACKAGE.rglob("*.py"))
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "LICENSE",
    "README.md",
    "groupwork",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
MODAL = {"exec", "exec_", "question", "warning", "critical", "information", "getOpenFileName", "getText"}
LONG_FILES: set[Path] = set()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_import_contracts_hold():
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-3000:]


def test_the_top_level_holds_only_what_the_design_names():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    assert {line.split("/")[0].strip('"') for line in listed if line} <= TOP_LEVEL


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))], ids=name_of)
def test_no_file_is_longer_than_300_lines(path):
    assert path.read_text(encoding="utf-8").count("\n") <= 300 or path in LONG_FILES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_imported_by_a_name_made_at_run_time(path):
    """Dynamic imports would pass by the contracts."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"__import__", "importlib.import_module", "import_module"}, called


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_attic_names_are_not_used(path):
    assert path.stem not in {"utils", "util", "common", "helpers", "constants", "misc"}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            assert not node.name.endswith(("Manager", "Helper", "Utils", "Service")), node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_class_stays_small(path):
    """At most 15 methods others may call, and 26 in all: a page's slots and painted parts are methods too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            own = [f.name for f in node.body if isinstance(f, ast.FunctionDef) and not is_override(f)]
            assert len([name for name in own if not name.startswith("_")]) <= 15, node.name
            assert len(own) <= 26, f"{node.name}: {len(own)}"


def is_override(function: ast.FunctionDef) -> bool:
    """Qt's camelCase overrides, dunders and properties are not counted: they are no choice of ours."""
    decorators = {ast.unparse(d) for d in function.decorator_list}
    return (
        function.name.startswith("__")
        or function.name.lower() != function.name
        or bool(decorators & {"property"})
    )


@pytest.mark.parametrize("path", [p for p in MODULES if p.is_relative_to(PACKAGE / "ui")], ids=name_of)
def test_only_messages_opens_modal_boxes(path):
    if path.name == "messages.py":
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node.func)
            menu_or_log = "menu" in called.lower() or called.startswith("log.")
            assert node.func.attr not in MODAL or menu_or_log, ast.unparse(node)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_translated_texts_are_literals_without_f_strings(path):
    """gettext finds literals only; an f-string inside _() never matches."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "N_", "ngettext"}:
            assert not any(isinstance(arg, ast.JoinedStr) for arg in node.args), ast.unparse(node)


@pytest.mark.parametrize("path", [p for p in MODULES if p.is_relative_to(PACKAGE / "domain")], ids=name_of)
def test_the_domain_has_no_clock(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            assert not ast.unparse(node.func).endswith(("datetime.now", "date.today", "time.time")), path


def test_void_qt_calls_do_not_eat_references_to_none():
    """PySide6 6.12.0 aborts Python 3.11: each void call loses a reference to None."""
    from PySide6.QtCore import QRect

    if sys.version_info >= (3, 12):  # None is immortal there: nothing can be lost
        return
    rectangle = QRect(0, 0, 5, 5)
    before = sys.getrefcount(None)
    for _ in range(1000):
        rectangle.setWidth(7)
    assert sys.getrefcount(None) > before - 100


def test_heavy_libraries_are_not_imported_with_the_window():
    """reportlab, argon2, cryptography, babel, dateutil and charset_normalizer come when first needed."""
    code = (
        "import sys, groupwork.ui.main_window, groupwork.app\n"
        "heavy = {'reportlab','uharfbuzz','argon2','cryptography','babel','dateutil','charset_normalizer',"
        "'numpy','PIL','zxingcpp'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "[]", run.stdout + run.stderr
