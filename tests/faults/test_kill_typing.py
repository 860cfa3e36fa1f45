"""`kill -9` of the real window in the middle of typing: after the next start at most the last second is missing."""
from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from borgerplan_desktop.casework import entry, keeping
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.plan import Plan, current_plan
from tests.faults.conftest import PASSWORD
from tests.house import Clock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")
KILLS = int(os.environ.get("BORGERPLAN_TYPING_KILLS", "5"))
AT_MOST = 1.0                                            # seconds of typing


def typed_until_killed(place: Place, seconds: float) -> tuple[dict[int, float], float]:
    """When each word was typed, and when the program was killed."""
    child = subprocess.Popen([sys.executable, "-m", "tests.faults.typist", str(place.folder)], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert child.stdout is not None
    first = child.stdout.readline()                      # it has begun
    assert first, child.communicate()[1]
    time.sleep(seconds)                                  # in the middle of the typing
    killed = time.monotonic()
    os.kill(child.pid, signal.SIGKILL)
    rest, _err = child.communicate()
    return {int(n): float(at) for n, at in (line.split() for line in [first, *rest.splitlines()])}, killed


def test_at_most_the_last_second_is_missing(place: Place) -> None:
    chance = random.Random(5)
    for _ in range(KILLS):
        typed, killed = typed_until_killed(place, 0.7 + chance.random())
        house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
        opened = house.open_case(house.store.cases()[0])
        words = current_plan(opened.case).hopes.split()
        assert words == [str(n) for n in range(1, len(words) + 1)]     # whole, in order
        lost = [at for n, at in typed.items() if n > len(words)]
        assert not lost or killed - min(lost) <= AT_MOST, f"{len(lost)} words of {len(typed)} are missing"
        assert keeping.check(house).sound
        write(opened, current_plan(opened.case), Plan.hopes, "", "Begin anew")
        house.close()
