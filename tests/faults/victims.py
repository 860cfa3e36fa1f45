"""Children that work in a data folder until they are killed, or stop by themselves before a given step."""
from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


class Zygote:
    """Starts children (`tests.faults.zygote`) and listens to what they acknowledge."""

    def __init__(self) -> None:
        self.chance = random.Random(11)
        self._process = subprocess.Popen([sys.executable, "-m", "tests.faults.zygote"], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])

    def kill_one(self, work: str, folder: Path, within: float = 0.03, first: int = 3) -> list[str]:
        """What a child had acknowledged when it was killed: after up to `first` lines, and some of `within` seconds."""
        child = self._start(work, folder)
        said = [self._line() for _ in range(self.chance.randrange(first))]
        time.sleep(self.chance.random() * within)        # somewhere in the next one
        with contextlib.suppress(ProcessLookupError):    # it fell over by itself: what it said tells
            os.kill(child, signal.SIGKILL)
        return self._rest(said)

    def stop_one(self, work: str, folder: Path, step: int) -> list[str]:
        """What a child had acknowledged when it stopped before the step, or came to its end."""
        self._start(f"{work}:{step}", folder)
        return self._rest([])

    def _start(self, work: str, folder: Path) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{work} {folder}\n".encode())
        self._process.stdin.flush()
        return int(self._line())

    def _rest(self, said: list[str]) -> list[str]:
        while (line := self._line()) != "GONE":
            said.append(line)
        assert not [line for line in said if line.startswith("FAILED")], said
        return said

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().rstrip("\n")

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    zygote = Zygote()
    yield zygote
    zygote.close()
