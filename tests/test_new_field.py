"""A text that a goal gets is one line of the model and one step: what keeps, finds and copies it follows by itself.

Tried in a copy of the program. What only people can say is where it stands on the screen and on paper.
"""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
AFTER = "    why: Mapped[str] = text(search=True)\n"
STEP = 'import sqlalchemy as sa\nfrom alembic import op\nrevision, down_revision = "9999", "{head}"\ndef upgrade():\n'
USE = """
import sys
from pathlib import Path

from borgerplan_desktop.casework.papers.unprintable_letters import unprintable
from borgerplan_desktop.casework.session.backup_and_restore import check
from borgerplan_desktop.casework.session.login import unlock
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.model.plan import Goal

archive = unlock(Location(Path(sys.argv[1])), "Eva Lind", "en lang sætning om havet")
opened = archive.open_case(archive.store.cases()[0])
goal = opened.case.all(Goal)[0]
assert goal.in_the_copy == ""                            # in an archive from before
write(opened, goal, Goal.in_the_copy, "ingen nøgle til kældervinduet 中", "x")
opened.undo(), opened.redo()
same = archive.store.load(opened.id).get(Goal, goal.id)
assert same.in_the_copy == goal.in_the_copy              # it is stored
assert [hit.field for hit in archive.store.find("kældervinduet")] == ["in_the_copy"]
assert check(archive).sound                              # the audit tells of it
assert [each.text for each in unprintable(opened.case) if not each.is_name] == [goal.in_the_copy]
file = read_case(write_case(opened.case, opened.kept))   # it is in the copy that the citizen gets
assert [row.in_the_copy for row in file.rows if row.id == goal.id] == [goal.in_the_copy]
"""


def test_a_text_that_a_goal_gets_is_kept_found_copied_and_looked_at(tmp_path: Path) -> None:
    shutil.copytree(HOUSE / "borgerplan_desktop", tmp_path / "borgerplan_desktop",
                    ignore=shutil.ignore_patterns("__pycache__", "gui"))
    shutil.copytree(HOUSE / "tests" / "data" / "stores" / "0001", tmp_path / "archive")
    model = tmp_path / "borgerplan_desktop" / "model" / "plan.py"
    assert AFTER in model.read_text("utf-8")
    model.write_text(model.read_text("utf-8").replace(AFTER, AFTER + AFTER.replace("why", "in_the_copy"), 1), "utf-8")
    steps = tmp_path / "borgerplan_desktop" / "store" / "migrations" / "versions"
    head = max(step.name[:4] for step in steps.glob("0*.py"))
    step = "".join(f"    {line}\n" for line in run(tmp_path, "-m", "borgerplan_desktop.store.migrations").splitlines()
                   if not line.startswith("#"))
    (steps / "9999_in_the_copy.py").write_text(STEP.format(head=head) + step, "utf-8")
    run(tmp_path, "-c", USE, str(tmp_path / "archive"))


def run(folder: Path, *words: str) -> str:
    """What a fresh Python says that finds the program in the folder."""
    done = subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(folder)}, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
