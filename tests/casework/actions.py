"""Every place in casework where an action is opened that can be undone, and which of them a test has come by."""
from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import borgerplan_desktop.casework
from borgerplan_desktop.casework.open_case import OpenCase

CASEWORK = Path(borgerplan_desktop.casework.__file__).parent

Place = tuple[str, int]                                  # the file below casework, and the line


@cache
def places() -> frozenset[Place]:
    """Where an action is opened that can be undone."""
    return frozenset(
        (path.relative_to(CASEWORK).as_posix(), call.lineno)
        for path in CASEWORK.rglob("*.py") for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "action"
        and not any(word.arg == "undoable" and isinstance(word.value, ast.Constant) and word.value.value is False
                    for word in call.keywords))


@contextmanager
def come_by() -> Iterator[set[Place]]:
    """Fills with the places where an action was opened and has changed something."""
    seen: set[Place] = set()
    real = OpenCase.action

    @contextmanager
    def action(self: OpenCase, name: str, **how: Any) -> Iterator[None]:
        frame = sys._getframe(2)                         # past `with`
        path = Path(frame.f_code.co_filename)
        place = (path.relative_to(CASEWORK).as_posix(), frame.f_lineno) if CASEWORK in path.parents else None
        before = self.case.changing or self.done[-1:]
        with real(self, name, **how):
            yield
        if place is not None and (self.case.changing or self.done[-1:] != before):
            seen.add(place)

    with patch.object(OpenCase, "action", action):
        yield seen
