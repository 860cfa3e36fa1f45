"""The process that knows the dictionary dies, hangs, talks nonsense or cannot be started: nobody waits for it."""
from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.spelling import SPELL_APART
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.writing import speller as speller_module
from borgerplan_desktop.gui.writing.speller import Speller
from tests.gui.writing.conftest import DICTIONARY, Page, shown

LEFT = "jeg vil gerne bo i en lejlihed tæt på min familie"


@pytest.fixture
def speller(qtbot: QtBot) -> Speller:
    return Speller([DICTIONARY])


def pid(speller: Speller) -> int:
    assert speller._process is not None
    return int(speller._process.processId())


def test_a_broken_dictionary_falls_a_few_times_and_is_let_be(qtbot: QtBot, desk: Desk, archive: Archive,
                                                             tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for ending in ("aff", "dic"):
        (tmp_path / f"da_DK.{ending}").write_bytes(b"SET UTF-8\n")
    monkeypatch.setattr("borgerplan_desktop.gui.writing.speller.MODULE", "borgerplan_desktop.no_such_module")
    page = Page(desk, archive, tmp_path)
    qtbot.addWidget(page)
    shown(page, qtbot)
    page.edit.setFocus()
    qtbot.keyClicks(page.edit, LEFT)
    look = page.help.help_in(page.edit).look
    for _try in range(8):
        look()
        qtbot.waitUntil(lambda: not page.help.speller.is_running, timeout=20_000)
    assert not page.help.speller.is_there
    assert page.marked() == []
    page.help.stop()


def test_one_that_is_killed_is_asked_again_by_whoever_waits(speller: Speller, qtbot: QtBot) -> None:
    speller.ask(["bo"])
    qtbot.waitUntil(lambda: speller.knows("bo") is True)
    os.kill(pid(speller), signal.SIGSTOP)                # so that the question is not answered
    with qtbot.waitSignal(speller.told):
        speller.ask(["lejlihed"])
        os.kill(pid(speller), signal.SIGKILL)
    assert speller.knows("lejlihed") is None
    speller.ask(["lejlihed"])
    qtbot.waitUntil(lambda: speller.knows("lejlihed") is False)
    speller.forget()


def test_one_that_hangs_is_ended(speller: Speller, qtbot: QtBot) -> None:
    speller.ask(["bo"])
    qtbot.waitUntil(lambda: speller.knows("bo") is True)
    hung = pid(speller)
    os.kill(hung, signal.SIGSTOP)
    speller._patience.setInterval(50)
    with qtbot.waitSignal(speller.suggested) as said:
        speller.suggest("lejlihed")
    assert said.args == ["lejlihed", []]                 # the menu that looks for them says so
    assert not Path(f"/proc/{hung}").exists()
    speller.forget()


def test_switching_it_off_and_on_is_no_fall(speller: Speller) -> None:
    for _time in range(8):
        speller.wake()
        assert speller.is_running
        speller.forget()
    assert speller.is_there


@pytest.mark.skipif(os.name != "posix", reason="a shell")
@pytest.mark.parametrize("said", ["garbage {", "[]", "3", '{"checked": 3}', '{"suggest": "bo"}', ""])
def test_nonsense_is_no_answer(speller: Speller, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                               said: str) -> None:
    talker = tmp_path / "talker"
    talker.write_text(f"#!/bin/sh\nwhile read -r asked; do printf '%s\\n' '{said}'; done\n")
    talker.chmod(0o755)
    monkeypatch.setattr(speller_module, "_command", lambda folder: [str(talker), folder])
    for _time in range(3):
        with qtbot.waitSignal(speller.told):
            speller.ask(["bo"])
    assert not speller.is_there
    assert not speller.is_running
    assert speller.knows("bo") is None


def test_one_that_cannot_be_started_is_let_be(speller: Speller, qtbot: QtBot, tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speller_module, "_command", lambda folder: [str(tmp_path / "not there"), folder])
    for _time in range(3):
        speller.ask(["bo"])
        qtbot.waitUntil(lambda: not speller.is_running)
    assert not speller.is_there


def test_a_program_of_one_file_is_its_own_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert speller_module._command("folder") == [sys.executable, SPELL_APART, "folder"]
    said = subprocess.run([sys.executable, "-m", "borgerplan_desktop", SPELL_APART, str(DICTIONARY)],
                          input=b'{"check": ["bo", "lejlihed"]}\n', capture_output=True, check=True).stdout
    assert json.loads(said) == {"checked": {"bo": True, "lejlihed": False}}
