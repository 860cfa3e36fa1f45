"""No line of the program reads what is kept of citizens but through the one gate, `casework.access`."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerplan_desktop.store.audit import Did

ROOT = Path(__file__).resolve().parents[2] / "borgerplan_desktop"
GATE = ROOT / "casework" / "access.py"
STORES = {"store", "_store"}
MAY_BE_DONE = {"commit", "record", "make_lists_anew", "close", "hurry", "gap", "refused",
               "has_logged_in", "forget_statements"}     # with a store: no content
TAKE_A_STORE = {"OpenCase", "Gate", "Archive", "read_register", "register_id", "settle_missing_lines",
                "_found_shelter", "_shelter_case"}
READING_MODULES = {"lists", "search", "engine", "replay", "migrate", "migrations"}
OF_THE_AUDIT = {"Did", "Entry", "Head"}                  # not its lines
ON_RECORD = {Did.OPENED.name, Did.SEARCHED.name, Did.PRINTED.name, Did.EXPORTED.name}
WHO_RECORDS = {"access.py", "blank_forms.py", "citizen_facts.py", "citizen_list.py", "my_day.py", "plan_paper.py",
               "case_files.py", "earlier_plans.py", "meeting_calendar.py", "people_to_file.py", "sending.py",
               "figures_file.py", "services_files.py", "house_papers.py", "take_in.py"}


def modules() -> list[Path]:
    """Everything above the store but the gate."""
    found = [path for path in sorted(ROOT.rglob("*.py")) if path.relative_to(ROOT).parts[0] != "store" and path != GATE]
    assert len(found) > 200
    return found


def holds_a_store(path: Path) -> bool:
    """Casework has a store in hand; above it, `store` is what a screen calls its own "put this into the store"."""
    return path.relative_to(ROOT).parts[0] == "casework"


def ways_round(tree: ast.Module, has_a_store: bool = True) -> Iterator[str]:
    """Where a module reaches for content without the gate: what it imports, and what it does with a store."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("borgerplan_desktop.store"):
            names = {alias.name for alias in node.names}
            of_the_audit = names - OF_THE_AUDIT if (node.module or "").endswith(".audit") else set()
            if of_the_audit or READING_MODULES & {*(node.module or "").split("."), *names}:
                yield f"imports {', '.join(sorted(names))}"
        if not isinstance(node, ast.Name | ast.Attribute) or not isinstance(node.ctx, ast.Load):
            continue
        named = node.id if isinstance(node, ast.Name) else node.attr
        of_another = isinstance(node, ast.Attribute) and ast.unparse(node.value) not in ("self", "super()")
        if named == "_store" and of_another:
            yield f"line {node.lineno}: somebody else's store"
        elif is_round(node, named, parents) if has_a_store else named in ("store", "gate") and is_of_the_archive(node):
            yield f"line {node.lineno}: {ast.unparse(parents[node])}"


def is_of_the_archive(node: ast.expr) -> bool:
    return ast.unparse(node).split(".")[-2:-1] in (["archive"], ["_archive"], ["opened"])


def is_round(node: ast.expr, named: str, parents: dict[ast.AST, ast.AST]) -> bool:
    return named in STORES and not is_harmless(node, parents)


def is_harmless(node: ast.expr, parents: dict[ast.AST, ast.AST]) -> bool:
    """A store is written to, is given to whoever passes the gate, or becomes somebody's own."""
    above = parents[node]
    if isinstance(above, ast.Attribute):
        return above.attr in MAY_BE_DONE
    if isinstance(above, ast.Call) and node is not above.func:
        called = above.func.attr if isinstance(above.func, ast.Attribute) else getattr(above.func, "id", "")
        return called in TAKE_A_STORE
    if isinstance(above, ast.Tuple):                     # self._store, … = store, …
        above = parents[above]
    return isinstance(above, ast.Assign) and any(
        isinstance(part, ast.Attribute) and part.attr in STORES for each in above.targets for part in ast.walk(each))


def test_no_line_goes_round_the_gate() -> None:
    found = {str(path.relative_to(ROOT)): list(ways_round(ast.parse(path.read_text("utf-8")), holds_a_store(path)))
             for path in modules()}
    assert {path: ways for path, ways in found.items() if ways} == {}


@pytest.mark.parametrize("way", [
    "archive.store.load('x')", "self._archive.store.kept('x', 'y')", "ask = archive.store.find", "a = archive.store",
    "archive.store.reading.connect()", "archive.store.engine.begin()", "getattr(archive.store, 'load')('x')",
    "from borgerplan_desktop.store.lists import citizens", "from borgerplan_desktop.store import search",
    "from borgerplan_desktop.store.audit import lines", "archive.gate._store.load('x')", "tell(store)",
    "opened._store.since(opened.case)", "f(lambda: store.lines())", "archive.store.cases()", "[archive.store]",
])
def test_the_search_for_ways_round_finds_them(way: str) -> None:
    assert list(ways_round(ast.parse(way)))


@pytest.mark.parametrize("way", [
    "self._archive.store.load('x')", "desk.opened._store.kept('x', 'y')", "archive.gate.citizens()",
    "read = archive.store", "session.archive.store.lines()", "from borgerplan_desktop.store.lists import citizens",
])
def test_it_finds_those_of_a_screen_too(way: str) -> None:
    assert list(ways_round(ast.parse(way), has_a_store=False))


def test_only_what_is_listed_puts_a_reading_on_record() -> None:
    assert {path.name for path in modules() if "Did" in path.read_text("utf-8") and any(
        isinstance(node, ast.Attribute) and node.attr in ON_RECORD and ast.unparse(node.value) == "Did"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))))} <= WHO_RECORDS
