"""The house stays in order: its folders, the size of its files, the habits that keep it calm."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
FOLDERS = {"borgerplan_desktop", "ui", "resources", "translations", "tests", "packaging"}
FILES = {"pyproject.toml", "uv.lock", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"}
MADE_BY_TOOLS = {"build", "dist"}
SOURCES = sorted((HOUSE / "borgerplan_desktop").rglob("*.py"))
MOST_LINES = 400


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(HOUSE)}:{getattr(node, 'lineno', 0)}"


def test_the_top_level_is_as_agreed() -> None:
    seen = {
        path.name
        for path in HOUSE.iterdir()
        if not path.name.startswith((".", "__")) and path.suffix != ".egg-info" and path.name not in MADE_BY_TOOLS
    }
    assert seen == FOLDERS | FILES


def test_packaging_is_no_python_package() -> None:
    """An __init__.py there would hide the library of the same name."""
    assert not (HOUSE / "packaging" / "__init__.py").exists()


def test_files_stay_small() -> None:
    lengths = {path.relative_to(HOUSE): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {path: lines for path, lines in lengths.items() if lines > MOST_LINES}


def test_signals_connect_to_methods() -> None:
    """A lambda that holds `self` keeps a closed view alive and answering."""
    found = [
        place(path, call)
        for path in SOURCES
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]
    assert not found


def test_only_the_terminal_prints() -> None:
    found = [
        place(path, call)
        for path in SOURCES
        if path.relative_to(HOUSE / "borgerplan_desktop").parts[0] not in {"cli.py", "cli"}
        for call in calls(path)
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]
    assert not found


@pytest.mark.parametrize("script", ["run", "test", "translate", "fresh"])
def test_the_commands_can_be_started(script: str) -> None:
    assert (HOUSE / "packaging" / script).stat().st_mode & 0o111


def test_every_icon_is_used() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in (*SOURCES, *(HOUSE / "ui").glob("*.ui")))
    icons = [path.stem for path in (HOUSE / "resources" / "icons").glob("*.svg")]
    assert icons
    assert [name for name in icons if not re.search(rf"[\"'>]{name}[\"'<]", said)] == []


def test_a_form_is_called_as_the_class_that_loads_it() -> None:
    """As its module, or as the class where a module has several forms."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.ClassDef):
                for call in ast.walk(each):
                    if isinstance(call, ast.Call) and ast.unparse(call.func) == "load_form":
                        form = ast.literal_eval(call.args[1])
                        found[form] = {path.stem, re.sub(r"(?<!^)(?=[A-Z])", "_", each.name).lower()}
    assert set(found) == {path.stem for path in (HOUSE / "ui").glob("*.ui")}
    assert {form: names for form, names in found.items() if form not in names} == {}
