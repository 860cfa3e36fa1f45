"""Somebody guesses a password: many at once, with the clock set, with the count set back."""
from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.errors import WrongPassword
from borgerplan_desktop.store.key_file import digest
from borgerplan_desktop.store.keys import Keys
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.window import Start, archive_of, log_in

WRONG = "forkert og forkert igen"
GUESSERS = 24

# Each child is ready before the first may try; time stands still, so that a slow computer does not end the wait.
AT_ONCE = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from borgerplan_desktop.store.clock import Uptime
from borgerplan_desktop.store.keys import Keys

path, passwords = Path(sys.argv[1]), sys.argv[2:]
now = datetime.now(UTC)
gate, start = os.pipe()
children = []
for password in passwords:
    told, tell = os.pipe()
    if not (child := os.fork()):
        os.close(start)
        os.read(gate, 1)
        try:
            Keys.load(path, lambda: now, uptime=lambda: Uptime("boot", 1000)).unlock("Eva Lind", password)
            os.write(tell, b"in")
        except BaseException as error:
            os.write(tell, type(error).__name__.encode())
        os._exit(0)
    children.append((child, told))
    os.close(tell)
os.close(start)
for child, told in children:
    print(os.read(told, 100).decode())
    os.waitpid(child, 0)
"""


def at_once(location: Location, *passwords: str) -> Counter[str]:
    """How each of those who tried at the same moment was answered."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", AT_ONCE, str(location.home.keys), *passwords],
                          check=True, capture_output=True, text=True, timeout=60)
    answers = Counter(done.stdout.split())
    sys.stdout.write(f"{len(passwords)} guesses at once: {dict(answers)}\n")
    return answers


@pytest.fixture
def location(location: Location, clock: Clock) -> Location:
    return replace(location, uptime=clock.uptime)


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="the guessers are forked")


@needs_fork
def test_of_many_guesses_at_once_three_are_tried(location: Location, counted: Callable[[str], None]) -> None:
    assert at_once(location, *[WRONG] * GUESSERS) == {"WrongPassword": 3, "TooSoon": GUESSERS - 3}
    assert at_once(location, *[WRONG] * GUESSERS) == {"TooSoon": GUESSERS}
    assert Keys.load(location.home.keys).find("Eva Lind").failed == 3
    counted(f"{2 * GUESSERS} guesses, {GUESSERS} at a time: 3 tried, the rest told to wait")


@needs_fork
def test_the_right_one_among_the_first_does_not_open_for_more_guesses(location: Location) -> None:
    answers = at_once(location, *[WRONG] * 11, PASSWORD, *[WRONG] * 12)
    assert answers["WrongPassword"] <= 5                 # two before it, three after it
    assert answers["in"] <= 1
    assert sum(answers.values()) == GUESSERS


@needs_fork
def test_many_windows_of_the_right_person_wait_for_each_other(location: Location) -> None:
    assert at_once(location, *[PASSWORD] * 8) == {"in": 8}


def test_the_right_password_during_the_wait_is_not_called_wrong(program: Program, hands: Hands, clock: Clock) -> None:
    for _ in range(3):
        log_in(hands, WRONG)
        assert hands.sees("Forkert adgangskode.")
    clock.pass_(seconds=-500)                            # the clock does not matter
    log_in(hands)
    assert hands.sees("Vent lidt. Der er prøvet forkert for mange gange. Prøv igen om")
    assert not hands.sees("Forkert adgangskode.")
    assert program.login_flow.session is None


def test_wrong_tries_are_told_after_the_login(start: Start, location: Location, clock: Clock) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            location.keys(clock).unlock("Eva Lind", WRONG)
        clock.pass_(seconds=2)
    clock.pass_(seconds=60)
    program = start(location)
    hands = Hands(program.window)
    log_in(hands)
    assert hands.sees("Der er prøvet en forkert adgangskode 4 gange siden sidste login.")
    assert any(line.did is Did.LOGIN_FAILED and line.purpose == "4" for line in archive_of(program).store.lines())


@pytest.mark.parametrize("how", ["set back", "taken away"])
def test_a_count_that_was_set_back_is_told_and_on_record(
        start: Start, location: Location, clock: Clock, how: str) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassword):
            location.keys(clock).unlock("Eva Lind", WRONG)
    set_back(location.home.keys, how)
    program = start(location)
    hands = Hands(program.window)
    log_in(hands)
    assert hands.sees("Tallet for forkerte adgangskoder er stillet tilbage uden om programmet.")
    archive = archive_of(program)
    action = "The count of wrong passwords was set back"
    assert [line.who for line in archive.store.lines() if line.action == action] == [archive.who]


def set_back(path: Path, how: str) -> None:
    content = json.loads(path.read_text("utf-8"))
    del content["digest"]
    for slot in content["slots"]:
        slot |= {"failed": 0, "last_failed": None, "up": None}
        if how == "taken away":
            del slot["tally"]
    content["digest"] = digest(content)
    path.write_text(json.dumps(content), "utf-8")
