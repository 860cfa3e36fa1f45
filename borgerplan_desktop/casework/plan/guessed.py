"""What an earlier plan seems to be, guessed from its text where that is sure enough: a person looks at it."""
from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.model.papers import EarlierPlanKind

_HEAD = 1_500                                            # characters in which a plan says what it is
_LONGEST_TITLE = 80
_KINDS = (                                               # the first that is found says it; the surest stand first
    (EarlierPlanKind.COMPASS, r"forandringskompas|udviklingskompas|opfølgningsskema"),
    (EarlierPlanKind.TREATMENT, r"behandlingsplan|rusmiddelbehandling|rusmiddelenhed|rusmiddelcenter"),
    (EarlierPlanKind.JOB, r"jobplan|\bmin plan\b|jobcenter|beskæftigelses"),
    (EarlierPlanKind.STAY, r"opholdsplan"),
    (EarlierPlanKind.AUTHORITY, r"handleplan|§ ?141|myndighed"),
)
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")
_DATE = re.compile(r"\b(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|"
                   r"(?P<d2>\d{1,2})[./-] ?(?P<m2>\d{1,2})[./-] ?(?P<y2>\d{4})|"
                   rf"(?P<d3>\d{{1,2}})\. ?(?P<m3>{'|'.join(each[:3] for each in _MONTHS)})[a-z]*\.? (?P<y3>\d{{4}}))"
                   r"\b",
                   re.IGNORECASE)
_DATED = re.compile(r"(?:\bdato|\bdateret|udarbejdet|oprettet|godkendt|revideret)\b[^\n\d]{0,25}$", re.IGNORECASE)
_FROM = re.compile(r"^[ \t]*(?:udarbejdet af|udfyldt af|sagsbehandler|afsender|fra|enhed|afdeling|behandler|"
                   r"kontaktperson)[ \t]*:[ \t]*(?P<who>[^\n\t]{3,120})", re.IGNORECASE | re.MULTILINE)
_TITLE = re.compile(r"plan|kompas|opfølgning", re.IGNORECASE)


class Guess(NamedTuple):
    """What is not sure is left out."""

    kind: EarlierPlanKind | None = None
    title: str = ""
    from_whom: str = ""
    dated_on: date | None = None


def guess(text: str, today: date) -> Guess:
    """What stands at its head says what it is, whose it is, and of when."""
    head = text[:_HEAD]
    kind = next((kind for kind, words in _KINDS if re.search(words, head, re.IGNORECASE)), None)
    lines = (line.strip() for line in head.split("\n")[:8])
    title = next((line for line in lines
                  if _TITLE.search(line) and len(line) <= _LONGEST_TITLE and not line.endswith(".")), "")
    who = _FROM.search(head)
    return Guess(kind, title, who["who"].strip()[:LONGEST_LINE] if who is not None else "", _dated(head, today))


def _dated(head: str, today: date) -> date | None:
    """The date that is said to be its own; else the only one there is."""
    found: list[tuple[date, bool]] = []
    for each in _DATE.finditer(head):
        if (day := _day(each)) is not None and date(2000, 1, 1) <= day <= today:
            found.append((day, _DATED.search(head[:each.start()]) is not None))
    own = [day for day, said in found if said]
    if own:
        return own[0]
    days = {day for day, _said in found}
    return next(iter(days)) if len(days) == 1 else None


def _day(found: re.Match[str]) -> date | None:
    year = found["y"] or found["y2"] or found["y3"]
    number = found["d"] or found["d2"] or found["d3"]
    month = found["m"] or found["m2"]
    short = [each[:3] for each in _MONTHS]
    try:
        return date(int(year), int(month) if month else short.index(found["m3"].lower()) + 1, int(number))
    except ValueError:
        return None
