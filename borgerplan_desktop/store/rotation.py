"""Which backups are kept: the newest of 12 days, 10 weeks and 9 months, and always the last few."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS, LATEST = 12, 10, 9, 3


def retained(times: Iterable[datetime]) -> set[datetime]:
    """The times to keep, counted over days (weeks, months) that have a backup at all: a holiday costs nothing."""
    newest_first = sorted(set(times), reverse=True)
    stay = set(newest_first[:LATEST])
    for count, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, datetime] = {}
        for time in newest_first:
            newest.setdefault(time.strftime(period), time)
        stay.update(list(newest.values())[:count])
    return stay
