"""Broken, huge and hostile case files through the window: it says where, takes nothing in, and goes on working."""
from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers import case_files
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.message import _Window
from tests.archive import PASSWORD
from tests.journeys.hands import Hands
from tests.window import session_of

HERBERG = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    case = json.loads(HERBERG.read_bytes())
    change(case)
    return json.dumps(case).encode()


def _goal(case: dict[str, Any]) -> dict[str, Any]:
    return case["case"]["goal"][1]


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "linje 1"),
    "no JSON": (lambda: b'{"borgerplan": 1,\n"case": {"goal": [}', "linje 2"),
    "cut": (lambda: HERBERG.read_bytes()[:20_000], "linje"),
    "no text": (lambda: b"\x00\xff\xfe" * 100, "byte"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 5000, "byte"),
    "deep": (lambda: b"[" * 100_000, ""),
    "too much": (lambda: b"[" + b"{}," * 450_000 + b"{}]", ""),
    "huge": (lambda: b" " * 51_000_000, "50 MB"),
    "a list": (lambda: b"[]", ""),
    "unknown field": (lambda: changed(lambda c: _goal(c).update(colour="red")), "goal[1].colour"),
    "wrong type": (lambda: changed(lambda c: _goal(c).update(title=7)), "goal[1].title"),
    "impossible date": (lambda: changed(lambda c: _goal(c).update(deadline="2026-02-30")), "goal[1].deadline"),
    "a long text": (lambda: changed(lambda c: _goal(c).update(title="x" * 100_001)), "goal[1].title"),
    "a path": (lambda: changed(lambda c: _goal(c).update(id="../../x")), "goal[1].id"),
    "twice": (lambda: b'{"id": 1, "id": 2}', "id"),
    "a number without end": (lambda: b'{"n": 1e999}', "1e999"),
    "markup as a field": (lambda: changed(lambda c: _goal(c).update({"<img src=/etc/passwd>": 1})), "<img src="),
}


def test_every_hostile_file(program: Program, at_work: Hands, tmp_path: Path) -> None:
    """One after the other in the same window."""
    for name, (content, place) in HOSTILE.items():
        file = tmp_path / f"{name}.json"
        file.write_bytes(content())
        assert refused(program, at_work, file, place), name


def test_what_is_no_file(program: Program, at_work: Hands, tmp_path: Path) -> None:
    assert refused(program, at_work, tmp_path, "")                       # a folder
    assert refused(program, at_work, tmp_path / "gone.json", "")
    for file in no_files(tmp_path):
        assert refused(program, at_work, file, "")


def no_files(folder: Path) -> list[Path]:
    """A pipe into which nobody writes, and a device that never ends."""
    if os.name == "nt":
        return []
    os.mkfifo(folder / "pipe")
    return [folder / "pipe", Path("/dev/zero")]


def messages(program: Program) -> list[_Window]:
    return [window for window in program.window.findChildren(_Window) if window.isVisible()]


def test_the_screen_locks_while_a_file_is_read(program: Program, at_work: Hands, tmp_path: Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a file makes us do, it is not done in the window's thread, and the lock stops it."""
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def slow(data: bytes, progress: Callable[[float], object]) -> object:
        begun.set()
        assert go_on.wait(30)
        try:
            progress(0.5)
        finally:
            ended.set()
        raise AssertionError("it went on")

    monkeypatch.setattr(case_files, "read_case", slow)
    archive = session_of(program).archive
    before = archive.store.cases()
    program.window.import_action.trigger()
    at_work.choose_file(HERBERG)
    at_work.wait(begun.is_set)
    at_work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at_work.wait(lambda: program.login_flow.session is None)
    go_on.set()
    at_work.wait(ended.is_set)
    QApplication.processEvents()
    assert not messages(program)
    at_work.type("Adgangskode", PASSWORD)
    at_work.click("Lås op")
    assert session_of(program).archive.store.cases() == before


def test_reading_a_file_can_be_stopped(program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(data: bytes, progress: Callable[[float], object]) -> object:
        progress(0.1)
        begun.set()
        assert go_on.wait(30)
        progress(0.5)
        raise AssertionError("it went on")

    monkeypatch.setattr(case_files, "read_case", slow)
    program.window.import_action.trigger()
    at_work.choose_file(HERBERG)
    at_work.wait(begun.is_set)
    waiting = program.window.findChildren(QProgressDialog)[-1]
    at_work.wait(waiting.isVisible)
    at_work.click("Annuller", within=waiting)
    go_on.set()
    at_work.wait(lambda: not program.window.findChildren(JobProgress))
    assert not messages(program)
    assert len(session_of(program).archive.store.cases()) == 1


def refused(program: Program, hands: Hands, file: Path, place: str) -> bool:
    session = session_of(program)
    before = (session.archive.store.cases(), len(session.archive.shelter.case.rows()),
              len(session.archive.store.lines()))
    program.window.import_action.trigger()
    hands.choose_file(file)
    hands.wait(lambda: bool(messages(program)), f"what is said of {file.name}")
    message = messages(program)[0]
    assert hands.sees("Intet er hentet ind.", within=message), file
    if place:
        hands.click("Vis detaljer", within=message)
        assert hands.sees(place, within=message), file
    message.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = (session.archive.store.cases(), len(session.archive.shelter.case.rows()),
             len(session.archive.store.lines()))
    assert after == before
    hands.click("Ny borger")                             # the window works
    hands.front().reject()  # type: ignore[attr-defined]
    return True
