"""How much an attack has tried and how it went, seen in the test run."""
from __future__ import annotations

import sys

import pytest


def counted(capsys: pytest.CaptureFixture[str], words: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{words} ")
