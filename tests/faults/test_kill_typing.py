"""`kill -9` of the real window in the middle of typing: after the next start at most the last second is missing."""
from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from borgerplan_desktop.casework.session import backup_and_restore, drafts, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.plan import current_plan
from tests.archive import CHEAP, PASSWORD, Clock
from tests.faults.canary import traces
from tests.journeys.hands import Hands
from tests.window import Start, desk_of, log_in, open_first

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")
KILLS = int(os.environ.get("BORGERPLAN_TYPING_KILLS", "5"))
AT_MOST = 1.0                                            # seconds of typing


class Typist:
    """A real window on a copy of the folder, in which somebody types until it is killed."""

    def __init__(self, location: Location, folder: Path, where: str = "plan") -> None:
        shutil.copytree(location.folder, folder)
        self.location = Location(folder, CHEAP)
        self.typed: dict[int, float] = {}                # when each word was typed
        self.killed = 0.0
        self._child = subprocess.Popen([sys.executable, "-m", "tests.faults.typist", str(folder), where],
                                       stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])

    def begun(self) -> None:
        assert self._child.stdout is not None
        self._told(self._child.stdout.readline())

    def kill(self) -> None:
        self.killed = time.monotonic()
        os.kill(self._child.pid, signal.SIGKILL)
        for line in self._child.communicate()[0].splitlines():
            self._told(line)

    def _told(self, line: str) -> None:
        number, at = line.split()
        self.typed[int(number)] = float(at)


def killed(typists: list[Typist]) -> None:
    """Each somewhere in the middle."""
    chance = random.Random(5)
    for typist in typists:
        typist.begun()
    time.sleep(1)
    for typist in typists:
        time.sleep(chance.random() * 0.4)
        typist.kill()


def at_most_a_second_is_missing(typist: Typist, text: str) -> None:
    words = text.split()
    assert words == [str(n) for n in range(1, len(words) + 1)]         # whole, in order
    lost = [at for n, at in typist.typed.items() if n > len(words)]
    assert not lost or typist.killed - min(lost) <= AT_MOST, f"{len(lost)} of {len(typist.typed)} words are missing"
    assert words


def test_at_most_the_last_second_is_missing(location: Location, tmp_path: Path) -> None:
    typists = [Typist(location, tmp_path / f"typist-{n}") for n in range(KILLS)]
    killed(typists)
    for typist in typists:
        archive = login.unlock(typist.location, "Eva Lind", PASSWORD, Clock())
        at_most_a_second_is_missing(typist, current_plan(archive.open_case(archive.store.cases()[0]).case).hopes)
        assert backup_and_restore.check(archive).sound
        archive.close()


def test_a_date_that_was_not_left_stands_in_its_field_again(location: Location, tmp_path: Path, start: Start) -> None:
    typist = Typist(location, tmp_path / "typist", "deadline")
    killed([typist])
    assert list(typist.location.folder.glob(".typed-*"))
    program = start(typist.location)
    hands = Hands(program.window)
    log_in(hands)
    hands.go("Plan")
    goal = next(each for each in current_plan(desk_of(program).case).goals if each.title == "Min egen dør")
    assert goal.deadline is None
    field = hands.field("Senest")
    assert isinstance(field, QLineEdit)
    at_most_a_second_is_missing(typist, field.text())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "30. april 2027")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert goal.deadline == date(2027, 4, 30)
    assert list(typist.location.folder.glob(".typed-*")) == []
    assert drafts.waiting(desk_of(program).opened) == []


def test_a_power_cut_in_a_meeting_loses_nothing_of_it(location: Location, tmp_path: Path, start: Start) -> None:
    """Whoever comes back stands in the meeting: at its point, with who is here, and the minutes as they were typed."""
    typist = Typist(location, tmp_path / "typist", "meeting")
    killed([typist])
    program = start(typist.location)
    hands = Hands(program.window)
    log_in(hands)
    open_first(program, "meetings")
    [meeting] = [each for each in desk_of(program).case.all(Meeting) if each.status is MeetingStatus.IN_PROGRESS]
    assert meeting.item_id == meeting.agenda[1].id
    assert meeting.item_since is not None
    assert meeting.agenda[0].done
    assert meeting.participants[0].presence is Presence.PRESENT
    at_most_a_second_is_missing(typist, meeting.agenda[1].written)
    assert hands.sees(meeting.agenda[1].title)


@pytest.mark.parametrize("where", ["consent", "new"])
def test_a_half_filled_dialog_is_offered_again(location: Location, tmp_path: Path, start: Start, where: str) -> None:
    """Sealed in the data folder; in the case it waits as a draft, and a citizen without a case is in the form again."""
    typist = Typist(location, tmp_path / "typist", where)
    killed([typist])
    assert list(typist.location.folder.glob(".typed-*"))
    assert traces(typist.location.folder, words=["1 2 3 4 5"]) == []
    program = start(typist.location)
    hands = Hands(program.window)
    log_in(hands)
    if where == "new":
        field = hands.field("Navn")
        assert isinstance(field, QLineEdit)
        at_most_a_second_is_missing(typist, field.text())
        hands.click("Modtag")
        assert desk_of(program).case.the(Citizen).name.startswith("1 2 3")
    else:
        at_most_a_second_is_missing(typist, drafts.waiting(desk_of(program).opened)[0].text)
        assert hands.sees("venter på dit valg")
    assert list(typist.location.folder.glob(".typed-*")) == []
