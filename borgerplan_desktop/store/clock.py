"""What time it is, for what is stored; and how long the computer has been on, which nobody sets."""
from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

Clock = Callable[[], datetime]                           # UTC


class Uptime(NamedTuple):
    """Seconds since a start; of two with the same `since`, the difference is what has passed."""

    since: str
    seconds: float


def utc_now() -> datetime:
    return datetime.now(UTC)


def uptime() -> Uptime:
    """Since the computer was turned on, sleep counted; where the system does not say which time that was, since our
    own start.
    """
    boot = _boot()
    if boot and hasattr(time, "CLOCK_BOOTTIME"):
        return Uptime(boot, round(time.clock_gettime(time.CLOCK_BOOTTIME), 3))
    return Uptime(_process(os.getpid()), round(time.monotonic(), 3))


@cache
def _boot() -> str:
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()      # random(4)
    return ""


@cache
def _process(_number: int) -> str:
    return os.urandom(16).hex()
