"""The house stays in order: its folders, the size of its files, the habits that keep it calm."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
FOLDERS = {"borgerplan_desktop", "ui", "resources", "translations", "tests", "packaging"}
FILES = {"pyproject.toml", "uv.lock", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"}
MADE_BY_TOOLS = {"build", "dist"}
SOURCES = sorted((HOUSE / "borgerplan_desktop").rglob("*.py"))
MODEL = [path for path in SOURCES if path.is_relative_to(HOUSE / "borgerplan_desktop" / "model")]
MOST_LINES = 400
REACHES_IT_THROUGH = {"test_page_images.py", "test_pocket_plan.py"}                 # the pages, `reading.drawn`


def nodes(path: Path, *words: str) -> Iterator[ast.AST]:
    """What stands in a file that has one of the words; the others need not be read."""
    text = path.read_text(encoding="utf-8")
    return ast.walk(ast.parse(text, str(path))) if any(word in text for word in words) else iter(())


def calls(path: Path, *words: str) -> Iterator[ast.Call]:
    return (node for node in nodes(path, *words) if isinstance(node, ast.Call))


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
        for call in calls(path, "lambda")
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]
    assert not found


def test_nobody_asks_qt_in_ways_that_move_what_python_holds() -> None:
    """See `gui/appearance/keyboard`: what these answer with becomes, for Python, a part of whoever was asked."""
    moving = {"nextInFocusChain", "previousInFocusChain", "buddy", "topLevelWidget", "focusWidget"}
    found = [place(path, call) for path in SOURCES for call in calls(path, *moving)
             if isinstance(call.func, ast.Attribute) and call.func.attr in moving
             and ast.unparse(call.func.value) not in {"QApplication", "app"}]
    assert not found


def test_whoever_calls_pdfium_calls_it_alone() -> None:
    """Two threads in it at once end the process: a window may be drawing a page while something else reads one."""
    every = [*SOURCES, *(HOUSE / "tests").rglob("*.py")]
    assert not [place(path, node) for path in every for node in nodes(path, "import pypdfium2")
                if isinstance(node, ast.Import) and node.names[0].name == "pypdfium2"
                and "pdfium.alone" not in path.read_text(encoding="utf-8") and path.name not in REACHES_IT_THROUGH]


def test_the_model_imports_at_the_top() -> None:
    """But for what is heavier than the rest together: the calendar of public holidays, the rules of CPR numbers."""
    late = ("dateutil.easter", "stdnum.dk", "stdnum.exceptions")
    found = [
        place(path, inner)
        for path in MODEL
        for node in nodes(path, "    import ", "    from ")
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, (ast.Import, ast.ImportFrom)) and getattr(inner, "module", "") not in late
    ]
    assert not found


def test_only_the_terminal_prints() -> None:
    found = [
        place(path, call)
        for path in SOURCES
        if not path.relative_to(HOUSE / "borgerplan_desktop").parts[0].startswith("cli")
        for call in calls(path, "print(")
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


def forms_of(loader: ast.ClassDef) -> Iterator[str]:
    """A page loads its form itself; a dialog says which is its own."""
    for node in ast.walk(loader):
        if isinstance(node, ast.Call) and ast.unparse(node).startswith("load_form(self, '"):
            yield str(ast.literal_eval(node.args[1]))
        elif isinstance(node, ast.Assign) and [ast.unparse(each) for each in node.targets] == ["form"]:
            yield str(ast.literal_eval(node.value))


def test_a_form_is_called_as_the_class_that_loads_it() -> None:
    """As its module, or as the class where a module has several forms."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        for each in nodes(path, "load_form(", "form = "):
            if isinstance(each, ast.ClassDef):
                for form in forms_of(each):
                    found[form] = {path.stem, re.sub(r"(?<!^)(?=[A-Z])", "_", each.name).lower()}
    assert set(found) == {path.stem for path in (HOUSE / "ui").glob("*.ui")}
    assert {form: names for form, names in found.items() if form not in names} == {}


PACKAGE = "borgerplan_desktop"
KNOWN_BACK = [("model.row", "model.case")]              # a row reaches the case that holds it, for types alone


def imported(path: Path, modules: Mapping[str, Path]) -> set[str]:
    """The modules of the house that a file imports: at its top, in a function, or for types alone."""
    found: set[str] = set()
    for node in nodes(path, "import "):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, place(path, node)     # from . import x: nowhere here
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found |= {inner if inner in modules else str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & set(modules)


def circles(imports: Mapping[str, set[str]]) -> list[set[str]]:
    """Modules that reach each other: sets of two or more, largest first."""
    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        left = [start]
        while left:
            new = imports[left.pop()] - seen
            seen |= new
            left += new
        return seen

    reach = {name: reached(name) for name in imports}
    found = {frozenset({name, *(other for other in reach[name] if name in reach[other])}) for name in imports}
    return sorted((set(circle) for circle in found if len(circle) > 1), key=len, reverse=True)


def test_no_two_modules_import_each_other() -> None:
    """Also not for types, and not by a detour: what knows each other is one thing, or the third they both need."""
    modules = {".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__"): path
               for path in SOURCES}
    imports = {name: imported(path, modules) for name, path in modules.items()}
    for knows, known in KNOWN_BACK:
        imports[f"{PACKAGE}.{knows}"].remove(f"{PACKAGE}.{known}")
    assert circles(imports) == []


def test_a_circle_is_found() -> None:
    imports = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}
    assert circles(imports) == [{"b", "c"}]
