"""Days counted on, as far as the calendar goes."""
from __future__ import annotations

from datetime import date, timedelta


def later(day: date, days: int = 1) -> date:
    """So many days later; the last date there is, where there is none."""
    return day + timedelta(days=min(days, (date.max - day).days))
