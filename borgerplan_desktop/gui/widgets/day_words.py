"""Understands dates as people write them: "3. marts 2026", "3/3", "03.03.2026", "i dag", "fredag", "om 2 uger"."""
from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from borgerplan_desktop.i18n import MONTHS, SCREEN_LANGUAGES, WEEKDAYS, language
from borgerplan_desktop.i18n import words as catalogue

_NEAR = {
    "i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1, "i overmorgen": 2, "overmorgen": 2,
    "i går": -1, "igår": -1, "yesterday": -1, "i forgårs": -2,
}
_UNITS = {"dag": 1, "dage": 1, "day": 1, "days": 1, "uge": 7, "uger": 7, "week": 7, "weeks": 7}
_MONTHS_AHEAD = ("måned", "måneder", "month", "months")
_NUMBERS = re.compile(r"^(\d{1,2})\s*[./\- ]\s*(\d{1,2})(?:\s*[./\- ]\s*(\d{2}|\d{4}))?\.?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_WORDS = re.compile(r"^(?:den\s+)?(\d{1,2})\.?\s*([a-zæøå]+)\.?(?:\s+(\d{4}|\d{2}))?$")
_AHEAD = re.compile(r"^(?:om|in)\s+(\d{1,3}|[a-zæøå]+)\s+([a-zæøå]+)$")
_COUNTS = {word: n for n, words in enumerate((
    "en et a an one", "to two", "tre three", "fire four", "fem five", "seks six", "syv seven", "otte eight", "ni nine",
    "ti ten"), 1) for word in words.split()}
_NEXT = re.compile(r"^(?:næste|next)\s+([a-zæøå]+)$")


def parse_day(text: str, today: date) -> date | None:
    """The date a text means, or None when it means none.

    Without a year it is the nearest such date to today; a weekday is the next one after today.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    words = re.sub(r"^[a-zæøå]*da[gy] (?:d\. |den )?(?=\d)", "", words)  # "torsdag den 12. marts"
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if found := _ISO.match(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.match(words):
        return _near(int(found[1]), int(found[2]), found[3], today)
    if found := _AHEAD.match(words):
        return _ahead(found[1], found[2], today)
    if (found := _WORDS.match(words)) and (month := _month(found[2])):
        return _near(int(found[1]), month, found[3], today)
    if (found := _NEXT.match(words)) and (weekday := _weekday(found[1])) is not None:
        return today + timedelta(days=7 - today.weekday() + weekday)     # of the week after this one
    weekday = _weekday(words.removeprefix("på ").removeprefix("on "))
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _ahead(count: str, unit: str, today: date) -> date | None:
    """"om 2 uger", "om en uge"; a month ahead is the same day of it, or its last."""
    n = int(count) if count.isdigit() else _COUNTS.get(count)
    if n is None:
        return None
    if unit in _MONTHS_AHEAD:
        years, month = divmod(today.month - 1 + n, 12)
        return next((made for day in range(today.day, 27, -1) if (made := _date(today.year + years, month + 1, day))),
                    _date(today.year + years, month + 1, today.day))
    return today + timedelta(days=n * _UNITS[unit]) if unit in _UNITS else None


def _near(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _date(_full_year(int(year), today), month, day)
    tries = [made for y in (today.year - 1, today.year, today.year + 1) if (made := _date(y, month, day))]
    return min(tries, key=lambda made: abs(made - today), default=None)


def _full_year(year: int, today: date) -> int:
    """Two digits: up to ten years ahead in this century, otherwise the last."""
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= today.year + 10 else 1900 + year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    at = _named(MONTHS, word)
    return None if at is None else at + 1


def _weekday(word: str) -> int | None:
    return _named(WEEKDAYS, word)


def _named(names: Sequence[str], word: str) -> int | None:
    """Which one of the names the word begins, in the screen's language, Danish or English."""
    if len(word) < 3:
        return None
    for spoken in (language(), *SCREEN_LANGUAGES):
        said = catalogue("borgerplan", spoken).gettext
        hits = [at for at, name in enumerate(names) if said(name).lower().startswith(word)]
        if len(hits) == 1:
            return hits[0]
    return None
