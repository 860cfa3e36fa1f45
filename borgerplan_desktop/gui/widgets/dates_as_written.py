"""Understands dates as people write them: "3. marts 2026", "d. 3/3", "03.03.2026", "i dag", "fredag", "uge 50"."""
from __future__ import annotations

import enum
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from borgerplan_desktop.i18n import MONTHS, SCREEN_LANGUAGES, WEEKDAYS, language
from borgerplan_desktop.i18n import words as catalogue


class Toward(enum.Enum):
    """Where the day lies that is meant when no year is written."""

    AHEAD = enum.auto()                                  # a deadline, a follow-up, an appointment: the next such day
    BACK = enum.auto()                                   # a birth, a first contact, what is noted: the last such day
    NEAREST = enum.auto()                                # the ends of a period, which may be past or to come


class NoSuchDay(ValueError):
    """It is written as a day is, but there is no such day."""


_NEAR = {
    "i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1, "i overmorgen": 2, "overmorgen": 2,
    "i går": -1, "igår": -1, "yesterday": -1, "i forgårs": -2,
}
_UNITS = {"dag": 1, "dage": 1, "day": 1, "days": 1, "uge": 7, "uger": 7, "week": 7, "weeks": 7}
_MONTH_UNITS = ("måned", "måneder", "mdr", "md", "mdr.", "md.", "month", "months")
_DAY = r"(?:(?:den|d\.?)\s*)?"
_NUMBERS = re.compile(rf"^{_DAY}(\d{{1,2}})\s*[./\- ]\s*(\d{{1,2}})(?:\s*[./\- ]\s*(\d{{4}}|\d{{2}}))?\.?$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_RUN = re.compile(r"^(\d{2})(\d{2})(\d{4}|\d{2})$")
_WORDS = re.compile(rf"^{_DAY}(\d{{1,2}})\.?\s*([a-zæøå]+)\.?(?:\s+(\d{{4}}|\d{{2}}))?$")
_AWAY = re.compile(r"^(om|in|for)\s+(\d{1,3}|[a-zæøå]+)\s+([a-zæøå]+\.?)(\s+siden)?$")
_AGO = re.compile(r"^(\d{1,3}|[a-z]+)\s+([a-z]+)\s+ago$")
_COUNTS = {word: n for n, words in enumerate((
    "en et a an one", "to two", "tre three", "fire four", "fem five", "seks six", "syv seven", "otte eight", "ni nine",
    "ti ten"), 1) for word in words.split()}
_WEEK = re.compile(r"^(?:([a-zæøå]+)\s+)?(?:i |in )?(?:uge|week)\s*(\d{1,2})(?:\s*[,/ ]\s*(\d{4}))?$")
_OTHER_WEEK = re.compile(r"^(?:([a-zæøå]+)\s+)?(?:i )?(næste|denne|sidste|next|this|last)\s+(?:uge|week)$")
_NEXT = re.compile(r"^(næste|next|sidste|last)\s+([a-zæøå]+)$")
_WEEKS_AWAY = {"næste": 1, "next": 1, "denne": 0, "this": 0, "sidste": -1, "last": -1}
_FAR = 9                                                 # years between two 29 Februaries, at most


def parse_day(text: str, today: date, toward: Toward = Toward.NEAREST) -> date | None:
    """The date a text means, or None when it means none.

    Without a year it is the next such day, the last or the nearest, today counting; a weekday is the next after today,
    or the last before it.
    """
    try:
        return _meant(text, today, toward)
    except NoSuchDay:
        return None


def is_no_day(text: str, today: date, toward: Toward = Toward.NEAREST) -> bool:
    """Whether it is written as a day is, but there is no such day: "31.2.2027"."""
    try:
        _meant(text, today, toward)
    except NoSuchDay:
        return True
    return False


def _meant(text: str, today: date, toward: Toward) -> date | None:
    """Raises NoSuchDay."""
    words = " ".join(text.lower().replace(",", " ").split())
    words = re.sub(r"^[a-zæøå]*da[gy] (?=(?:d\.? ?|den )?\d)", "", words)        # "torsdag den 12. marts"
    if words in _NEAR:
        return _away(today, _NEAR[words])
    for pattern, read in _WAYS:
        if (found := pattern.match(words)) and (made := read(found, today, toward)) is not None:
            return made
    weekday = _weekday(re.sub(r"^(?:på|on) ", "", words))
    if weekday is None and (past := re.match(r"^i ([a-zæøå]+dag)s$", words)) and (ago := _weekday(past[1])) is not None:
        return _away(today, -((today.weekday() - ago - 1) % 7 + 1))              # "i fredags"
    if weekday is None:
        return None
    if toward is Toward.BACK:
        return _away(today, -((today.weekday() - weekday - 1) % 7 + 1))
    return _away(today, (weekday - today.weekday() - 1) % 7 + 1)


# ------------------------------------------------------------------------------------------------- one way of writing
def _iso(found: re.Match[str], today: date, toward: Toward) -> date | None:
    return _sure(int(found[1]), int(found[2]), int(found[3]))


def _numbers(found: re.Match[str], today: date, toward: Toward) -> date | None:
    return _dated(int(found[1]), int(found[2]), found[3], today, toward)


def _run(found: re.Match[str], today: date, toward: Toward) -> date | None:
    """"01121980", "011280"; and "20261201", where the other way round is no day."""
    if len(found[3]) == 4 and (_date(int(found[3]), int(found[2]), int(found[1])) is None
                               or not 1900 <= int(found[3]) <= 2100):
        return _sure(int(found[1] + found[2]), int(found[3][:2]), int(found[3][2:]))
    return _dated(int(found[1]), int(found[2]), found[3], today, toward)


def _named_month(found: re.Match[str], today: date, toward: Toward) -> date | None:
    month = _month(found[2])
    return None if month is None else _dated(int(found[1]), month, found[3], today, toward)


def _distance(found: re.Match[str], today: date, toward: Toward) -> date | None:
    if (found[1] == "for") is not bool(found[4]):
        return None
    return _from(found[2], found[3], today, -1 if found[4] else 1)


def _ago(found: re.Match[str], today: date, toward: Toward) -> date | None:
    return _from(found[1], found[2], today, -1)


def _week(found: re.Match[str], today: date, toward: Toward) -> date | None:
    """"uge 50" is its Monday; of this very week, the first day that a deadline may still have."""
    weekday = 0 if not found[1] or found[1] == "i" else _weekday(found[1])
    if weekday is None:
        return None
    if found[3]:
        return _of_week(int(found[3]), int(found[2]), weekday)
    days = [made for year in range(today.year - _FAR, today.year + _FAR)
            if (made := _of_week(year, int(found[2]), weekday, sure=False))]
    if not days:
        raise NoSuchDay
    if not found[1] and toward is Toward.AHEAD and today.isocalendar().week == int(found[2]):
        return today
    return _toward(days, today, toward)


def _other_week(found: re.Match[str], today: date, toward: Toward) -> date | None:
    weekday = 0 if not found[1] or found[1] == "i" else _weekday(found[1])
    return None if weekday is None else _away(today, 7 * _WEEKS_AWAY[found[2]] - today.weekday() + weekday)


def _next(found: re.Match[str], today: date, toward: Toward) -> date | None:
    """"næste fredag" is that of the week after this one; "sidste fredag" the last there was."""
    weekday = _weekday(found[2])
    if weekday is None:
        return None
    if found[1] in ("sidste", "last"):
        return _away(today, -((today.weekday() - weekday - 1) % 7 + 1))
    return _away(today, 7 - today.weekday() + weekday)


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, Toward], date | None]], ...] = (
    (_ISO, _iso), (_NUMBERS, _numbers), (_RUN, _run), (_AWAY, _distance), (_AGO, _ago), (_WEEK, _week),
    (_OTHER_WEEK, _other_week), (_WORDS, _named_month), (_NEXT, _next))


# ------------------------------------------------------------------------------------------------------- what is meant
def _dated(day: int, month: int, year: str | None, today: date, toward: Toward) -> date:
    if year is not None:
        return _sure(_full_year(int(year), today, toward), month, day)
    days = [made for y in range(today.year - _FAR, today.year + _FAR) if (made := _date(y, month, day))]
    if not days:
        raise NoSuchDay
    near = [made for made in days if abs(made.year - today.year) <= 1]
    if toward is Toward.NEAREST and not near:            # the nearest 29 February may be years away: nobody means that
        raise NoSuchDay
    return _toward(days, today, toward)


def _toward(days: list[date], today: date, toward: Toward) -> date:
    if toward is Toward.AHEAD:
        return min(made for made in days if made >= today)
    if toward is Toward.BACK:
        return max(made for made in days if made <= today)
    return min(days, key=lambda made: abs(made - today))


def _full_year(year: int, today: date, toward: Toward) -> int:
    """Two digits: fifty years ahead at most for what is to come, ten for what may be; never ahead for what was."""
    if year >= 100:
        return year
    ahead = {Toward.AHEAD: 50, Toward.BACK: 0, Toward.NEAREST: 10}[toward]
    return 2000 + year if 2000 + year <= today.year + ahead else 1900 + year


def _from(count: str, unit: str, today: date, sign: int) -> date | None:
    """"om 2 uger", "for en uge siden"; a month away is the same day of it, or its last."""
    n = int(count) if count.isdigit() else _COUNTS.get(count)
    if n is None:
        return None
    if unit in _MONTH_UNITS:
        years, month = divmod(today.month - 1 + sign * n, 12)
        return next((made for day in range(today.day, 27, -1) if (made := _date(today.year + years, month + 1, day))),
                    _date(today.year + years, month + 1, today.day))
    return _away(today, sign * n * _UNITS[unit]) if unit in _UNITS else None


def _away(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _of_week(year: int, week: int, weekday: int, *, sure: bool = True) -> date | None:
    try:
        return date.fromisocalendar(year, week, weekday + 1)
    except ValueError:
        if sure:
            raise NoSuchDay from None
        return None


def _sure(year: int, month: int, day: int) -> date:
    made = _date(year, month, day)
    if made is None:
        raise NoSuchDay
    return made


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
