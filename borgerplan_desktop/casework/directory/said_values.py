"""What a cell of somebody's table means: the kind, a step, an area, yes or no, a day, days in the house."""
from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from borgerplan_desktop.documents.case_schema import FIRST_YEAR, LAST_YEAR
from borgerplan_desktop.i18n import WEEKDAYS, words
from borgerplan_desktop.model.directory import ServiceKind
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.order import danish

LANGUAGES = ("da", "en")                                 # of tables
YES = ("x", "j", "yes", "y", "true", "sand", "1", "visitation", "visiteres")
NO = ("n", "no", "false", "falsk", "0", "-", "uvisiteret", "ingen", "åbent")
_KINDS = {
    ServiceKind.MUNICIPAL: ("kommune", "kommunal", "offentlig", "region", "stat", "municipal", "public"),
    ServiceKind.VOLUNTARY: ("frivillig", "forening", "voluntary", "ngo"),
    ServiceKind.SHELTER: ("herberg", "forsorgshjem", "§ 110", "§110", "shelter"),
    ServiceKind.PRIVATE: ("privat", "selvejende", "fond", "virksomhed", "private"),
}
_DAY = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class InHouseDay(NamedTuple):
    weekday: int
    hours: str = ""


class NotUnderstood(ValueError):
    """What stands there is none of the words it may be."""


def kind_of(text: str) -> ServiceKind:
    """Raises NotUnderstood."""
    if (named := _labelled(ServiceKind).get(_key(text))) is not None:
        return ServiceKind(named)
    low = _key(text)
    found = [kind for kind, said in _KINDS.items() if any(_key(word) in low for word in said)]
    if len(found) == 1 or ServiceKind.SHELTER in found:
        return ServiceKind.SHELTER if ServiceKind.SHELTER in found else found[0]
    raise NotUnderstood(text)


def area_of(text: str) -> LifeArea:
    """Raises NotUnderstood."""
    if (named := _labelled(LifeArea).get(_key(text))) is None:
        raise NotUnderstood(text)
    return LifeArea(named)


def step_of(text: str) -> LadderStep:
    """"3", "Trin 3: …", or its name. Raises NotUnderstood."""
    if (named := _labelled(LadderStep).get(_key(text))) is not None:
        return LadderStep(named)
    if found := re.match(r"\D{0,12}?([1-7])(?!\d)", text.strip()):
        return LadderStep(found[1])
    raise NotUnderstood(text)


def yes_or_no(text: str) -> bool:
    """Raises NotUnderstood."""
    low = _key(text).strip(".!")
    if low in map(_key, NO) or low.startswith("nej"):
        return False
    if low in map(_key, YES) or low.startswith(("ja", _key("kræver"))):
        return True
    raise NotUnderstood(text)


def day_of(text: str) -> date:
    """"2026-10-29", "29.10.2026", "29-10-26". Raises NotUnderstood, also for a day of no time: 31.12.9999 is what
    systems write for "never".
    """
    try:
        if found := _ISO.match(text.strip()):
            return _in_time(date(int(found[1]), int(found[2]), int(found[3])))
        if found := _DAY.match(text.strip()):
            year = int(found[3])
            return _in_time(date(year + 2000 if len(found[3]) == 2 else year, int(found[2]), int(found[1])))
    except ValueError:
        pass
    raise NotUnderstood(text)


def _in_time(day: date) -> date:
    """Raises ValueError for a year that no case has."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day


def days_in_house(text: str) -> tuple[InHouseDay, ...]:
    """"mandag 10-12; torsdag". Raises NotUnderstood."""
    found = []
    for part in re.split(r"[;\n]|,(?=\s*[^\W\d])|\bog\b|\band\b", text):
        if not part.strip():
            continue
        word, _blank, hours = part.strip().partition(" ")
        weekday = _weekdays().get(_key(word).strip(".:"))
        if weekday is None:
            raise NotUnderstood(text)
        found.append(InHouseDay(weekday, hours.strip(" :.").removeprefix("kl").strip(" .")))
    return tuple(dict.fromkeys(found))


@lru_cache
def _weekdays() -> dict[str, int]:
    """"mandag", "mandage", "man", "monday"."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for number, msgid in enumerate(WEEKDAYS):
            name = _key(words("borgerplan", language).gettext(msgid))
            found |= {name: number, name[:3]: number, name + ("e" if language == "da" else "s"): number}
    return found


@lru_cache
def _labelled(kind: type[Labelled]) -> dict[str, str]:
    """What each is called in the languages of tables, and the word that is stored."""
    return {_key(said): each.value for each in kind
            for said in (each.value, *(words("borgerplan", language).gettext(each.label) for language in LANGUAGES))}


def _key(text: str) -> str:
    return danish(" ".join(text.split()))
