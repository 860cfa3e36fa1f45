"""What time it is, for what is stored."""
from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]                           # UTC


def utc_now() -> datetime:
    return datetime.now(UTC)
