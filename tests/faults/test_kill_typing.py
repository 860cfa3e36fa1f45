"""`kill -9` of the real window in the middle of typing: after the next start at most the last second is missing."""
from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from borgerplan_desktop.casework import entry, keeping
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.model.plan import current_plan
from tests.house import CHEAP, PASSWORD, Clock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")
KILLS = int(os.environ.get("BORGERPLAN_TYPING_KILLS", "5"))
AT_MOST = 1.0                                            # seconds of typing


class Typist:
    """A real window on a copy of the folder, in which somebody types until it is killed."""

    def __init__(self, place: Place, folder: Path) -> None:
        shutil.copytree(place.folder, folder)
        self.place = Place(folder, CHEAP)
        self.typed: dict[int, float] = {}                # when each word was typed
        self.killed = 0.0
        self._child = subprocess.Popen([sys.executable, "-m", "tests.faults.typist", str(folder)],
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


def test_at_most_the_last_second_is_missing(place: Place, tmp_path: Path) -> None:
    chance = random.Random(5)
    typists = [Typist(place, tmp_path / f"typist-{n}") for n in range(KILLS)]
    for typist in typists:
        typist.begun()
    time.sleep(1)
    for typist in typists:
        time.sleep(chance.random() * 0.4)                # somewhere in the middle
        typist.kill()
    for typist in typists:
        house = entry.unlock(typist.place, "Eva Lind", PASSWORD, Clock())
        words = current_plan(house.open_case(house.store.cases()[0]).case).hopes.split()
        assert words == [str(n) for n in range(1, len(words) + 1)]     # whole, in order
        lost = [at for n, at in typist.typed.items() if n > len(words)]
        assert not lost or typist.killed - min(lost) <= AT_MOST, f"{len(lost)} of {len(typist.typed)} words are missing"
        assert words
        assert keeping.check(house).sound
        house.close()
