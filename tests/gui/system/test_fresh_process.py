"""A locked screen goes on in a fresh process: the talk of the two, typing meanwhile, and what when none comes."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.system import fresh_process
from borgerplan_desktop.gui.system.fresh_process import (
    FreshProcess,
    Handover,
    Inheritance,
    same_program,
    without_secret,
)

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]    # stands for the fresh process; the test does its talk


class Old:
    """What the old process has on screen, and whether it has ended."""

    def __init__(self, qtbot: QtBot, command: list[str]) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.field = QLineEdit(self.page)
        self.has_left = False
        self.process = FreshProcess(self.page, command, lambda: Handover("locked", "eva", "Eva Lind"), self.field.text,
                                    self._leave)

    def _leave(self) -> None:
        self.has_left = True

    def fresh(self) -> Inheritance:
        """The other side."""
        self.process.start("da")
        return Inheritance(self.process._server.fullServerName(), self.page)


@pytest.fixture
def old(qtbot: QtBot) -> Iterator[Old]:
    made = Old(qtbot, SLEEPS)
    yield made
    if (process := made.process._process) is not None:
        process.kill()
        process.wait()
    made.process.stop()


def test_the_fresh_window_comes_and_the_old_one_leaves(qtbot: QtBot, old: Old) -> None:
    fresh = old.fresh()
    process = old.process._process
    assert fresh.is_wanted
    with qtbot.waitSignal(fresh.came) as came:
        fresh.say_ready()
    assert came.args == [Handover("locked", "eva", "Eva Lind")]
    assert not old.has_left                              # not before it is seen
    fresh.say_shown()
    qtbot.waitUntil(lambda: old.has_left)
    with qtbot.waitSignal(fresh.alone):
        old.process.stop()
    assert process is not None
    assert process.poll() is None                        # it stays
    process.kill()
    process.wait()


def test_whoever_types_is_not_disturbed(qtbot: QtBot, old: Old) -> None:
    came: list[Handover] = []
    fresh = old.fresh()
    fresh.came.connect(came.append)
    qtbot.keyClicks(old.field, "fire gl")
    fresh.say_ready()
    qtbot.wait(4 * fresh_process.POLL_MS)
    assert came == []
    old.field.clear()
    qtbot.waitUntil(lambda: len(came) == 1)


def test_what_somebody_has_left_half_typed_does_not_keep_the_old_one(
        qtbot: QtBot, old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh_process, "PAUSE", 0.2)
    qtbot.keyClicks(old.field, "fire gl")
    fresh = old.fresh()
    with qtbot.waitSignal(fresh.came):
        fresh.say_ready()


def test_who_is_in_again_before_needs_no_fresh_one(qtbot: QtBot, old: Old) -> None:
    fresh = old.fresh()
    process = old.process._process
    with qtbot.waitSignal(fresh.dismissed):
        old.process.stop()
    assert process is not None
    assert process.returncode is not None
    assert not old.has_left


@pytest.mark.parametrize("command", [["/there/is/no/such/program"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_without_a_fresh_one_everything_stays(qtbot: QtBot, command: list[str]) -> None:
    old = Old(qtbot, command)
    with qtbot.waitSignal(old.process.given_up, timeout=10_000):
        old.process.start("da")
    assert not old.has_left
    assert old.process._process is None


def test_one_that_never_gets_ready_is_ended(qtbot: QtBot, old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh_process, "PATIENCE", 0.2)
    with qtbot.waitSignal(old.process.given_up):
        old.fresh()
    assert not old.has_left


def test_nobody_waits_for_a_fresh_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh_process, "WAIT_MS", 50)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not Inheritance("borgerplan-lock-nobody", parent).is_wanted


def test_the_same_program_is_started_with_the_same_words() -> None:
    words = ["python", "-m", "borgerplan_desktop", "--home", "x"]
    assert same_program(words) == [sys.executable, *words[1:]]
    assert same_program([*words, "--locked", "borgerplan-lock-1", "--language", "da"]) == same_program(words)


def test_a_password_of_the_environment_is_not_handed_on() -> None:
    assert without_secret({"BORGERPLAN_PASSWORD": "hemmelig", "HOME": "x"}) == {"HOME": "x"}
    assert "BORGERPLAN_PASSWORD" not in without_secret(os.environ)


def test_what_is_handed_over_comes_as_it_went() -> None:
    handover = Handover("login", "eva", "Eva Lind", "Skovly", "2026-10-27T09:21:00", True, False, True,
                        {"eva": ("case", "plan", fresh_process.to_text(b"\x00sealed"))})
    assert Handover.unpacked(handover.packed()) == handover
    assert fresh_process.from_text(handover.left["eva"][2]) == b"\x00sealed"
