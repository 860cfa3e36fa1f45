"""Marker texts in every field of every kind, the whole of casework run: no trace outside the encryption."""
from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal, add_step, delete_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login import Location
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.tables import table_of
from tests.archive import CHEAP, Clock, brought_back
from tests.faults.canary import traces

PASSWORD = "Kvækkefrø-adgang til vagtstuen"


def marker(n: int) -> str:
    return f"Kanariefugl{n:03}æøå"


def mark_everything(opened: OpenCase) -> list[str]:
    """Every free text of every row gets a marker of its own."""
    used: list[str] = []
    with opened.action("Marked"):
        for row in opened.case.rows():
            for name in fields_of(type(row)):
                if _is_free_text(row, name):
                    used.append(marker(len(used)))
                    setattr(row, name, used[-1] + " og mere")
    return used


def _is_free_text(row: Row, name: str) -> bool:
    column = table_of(type(row)).columns[name]
    return (isinstance(column.type, sa.String) and not isinstance(column.type, sa.Enum)
            and not column.foreign_keys and not name.endswith(("_id", "_by", "digest", "_into")))


def work(archive: Archive) -> list[str]:
    opened = receive(archive, Arrival("Kanariefugl Sommer", room="Kanariefugl stue"))
    goal = add_goal(opened, "Kanariefugl mål")
    add_step(opened, goal, "Kanariefugl skridt")
    used = mark_everything(opened)
    delete_goal(opened, goal)
    opened.undo()
    opened.undo()
    opened.redo()
    assert archive.store.find("kanariefugl")
    return [*used, "Kanariefugl", PASSWORD, "Kvækkefrø"]


def test_no_trace_of_what_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temp))
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    location, clock = Location(tmp_path / "data", CHEAP), Clock()
    archive, code = login.begin_archive(location, "Skovly Herberg", "Eva Lind", PASSWORD, clock)
    words = [*work(archive), code, code.replace("-", ""), archive.vault.key.hex(),
             base64.b64encode(archive.vault.key).decode()]
    assert len(words) > 20
    assert traces(tmp_path, words=["Eva Lind"]) == [("data/keys.json", "Eva Lind")]      # the login screen lists names
    assert traces(tmp_path, words=words) == []           # also while it is open, the log beside it
    copy = backup_and_restore.backup_now(archive)
    archive = brought_back(archive, copy)
    backup_and_restore.check(archive)
    assert traces(tmp_path, words=words) == []
    archive.close()
    demo = login.demo(clock)
    work(demo)
    assert traces(tmp_path, words=words) == []
    demo.close()
    assert traces(tmp_path, words=words) == []
    assert list(temp.iterdir()) == []


def test_no_trace_in_what_a_failing_program_says() -> None:
    """An error that nobody catches goes to the terminal and perhaps to a log: without what was typed."""
    code = """
import sys
from pathlib import Path
from borgerplan_desktop.casework.session.login import demo
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.course.arrival import Arrival, receive
archive = demo()
opened = receive(archive, Arrival("Kanariefugl Sommer"))
with archive.store.engine.begin() as conn:
    conn.exec_driver_sql("DROP TABLE goal")
add_goal(opened, "Kanariefugl maal")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ})
    assert done.returncode != 0
    assert "goal" in done.stderr
    assert "Kanariefugl " not in done.stderr.replace('"Kanariefugl maal")', "")


def test_a_storing_error_carries_no_text() -> None:
    archive = login.demo(Clock())
    opened = receive(archive, Arrival("Marie"))
    with archive.store.engine.begin() as conn:
        conn.exec_driver_sql("DROP TABLE goal")
    with pytest.raises(Exception, match="goal") as told, plain_errors():
        add_goal(opened, "Kanariefugl")
    error: BaseException | None = told.value
    while error is not None:
        assert "Kanariefugl" not in str(error)
        error = error.__cause__ or error.__context__
    archive.close()


@pytest.mark.parametrize("hide", [
    lambda w: w.encode(), lambda w: w.upper().encode(), lambda w: w.encode("utf-16-le"), lambda w: w.encode("latin-1"),
    lambda w: base64.b64encode(b"x" + w.encode() + b"yz"), lambda w: base64.b64encode(w.encode() + b"more"),
    lambda w: base64.b64encode(b"xy" + w.encode() + b"z")])
def test_the_canary_sings(tmp_path: Path, hide) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "file").write_bytes(b"\x00\xff" * 50 + hide("Kanariefugl") + b"\x80")
    assert traces(tmp_path, words=["Kanariefugl"]) == [("file", "Kanariefugl")]
    (tmp_path / "file").unlink()
    (tmp_path / "Plan for Kanariefugl.pdf").write_bytes(b"")
    assert traces(tmp_path, words=["Kanariefugl"]) == [("Plan for Kanariefugl.pdf", "Kanariefugl")]
    assert traces(tmp_path, words=["Vipstjert"]) == []
