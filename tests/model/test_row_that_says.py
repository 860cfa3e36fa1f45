"""A row made of what a file says is the very row that its own class makes."""
from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import Row, fields_of, row_that_says


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_left_out_is_as_in_a_new_row(kind: type[Row]) -> None:
    said: dict[str, Any] = {name: f"said {name}" for name in fields_of(kind) if kind.columns[name].required}
    usual, fast = kind(id="one", **said), row_that_says(kind, {"id": "one", **said})
    for name in ("id", "case_id", "rev", *fields_of(kind)):
        assert getattr(fast, name) == getattr(usual, name), name


def test_it_belongs_to_no_case_and_can_be_written_in() -> None:
    goal = row_that_says(Goal, {"id": "one", "plan_id": "plan", "place": 1.0})
    assert not goal.exists
    goal.title = "Bolig"
    assert goal.title == "Bolig"
    member = row_that_says(NetworkMember, {"id": "two", "kind": MemberKind.CITIZEN})
    assert member.kind is MemberKind.CITIZEN


def test_it_is_the_first_row_that_a_program_makes() -> None:
    said = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, timeout=60)
    assert (said.stdout.strip(), said.stderr) == ("Bolig", "")


FIRST = """
from borgerplan_desktop.model import kinds
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import row_that_says
print(row_that_says(Goal, {"id": "one", "plan_id": "plan", "place": 1.0, "title": "Bolig"}).title)
"""
