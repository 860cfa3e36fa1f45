"""A network map of easyNWK: its people, who knows whom, and how it was before. Its format is public (NWKRecord.ts).

A file has its versions, each a whole map. What may stand there and has no place here is counted, to be named before
anything is taken in.
"""
from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from borgerplan_desktop.documents.case_schema import FIRST_YEAR, LAST_YEAR
from borgerplan_desktop.documents.easynwk_places import (
    CIRCLES,
    GETS,
    GIVES,
    HELP,
    QUARTER,
    SUPPORTS,
    sector_of,
    spans,
    spot_of,
)
from borgerplan_desktop.documents.reading_in.found_people import (
    FileOf,
    FoundMap,
    FoundPeople,
    FoundPerson,
    Left,
    Lost,
    NotOne,
)
from borgerplan_desktop.documents.reading_in.kept_words import Kept
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from borgerplan_desktop.model.network import TieQuality
from borgerplan_desktop.model.shelter import Sector

MOST_VERSIONS, MOST_PEOPLE = 200, 2_000
MOST_OF_ALL = 20_000                                     # places, or ties, of all versions: each becomes a row of ours
NO_EDGE, MULTIPLEX = 0.0, 2.0                            # easyNWK's edges to the citizen
UNSAID = ("", "nicht festgelegt", "not specified")       # of a gender


def read_easynwk(text: str) -> FoundPeople:
    """Raises Unreadable for what is no such file, or has nobody in it."""
    versions = sorted(_versions(text), key=lambda each: each[0])
    if len(versions) > MOST_VERSIONS or any(
            sum(len(_list(version["nwk"].get(what))) for _order, version in versions) > MOST_OF_ALL
            for what in ("alteri", "connections")):
        raise Unreadable(Why.TOO_LONG)
    lost, unread = Lost(), dict[int, NotOne]()
    last = versions[-1][1]
    maps = tuple(_map(version, Lost() if version is not last else lost, unread if version is last else {})
                 for _order, version in versions)
    ego = _dict(_dict(last.get("nwk")).get("ego"))
    if any(_said(ego.get(name)) for name in ("age", "note")) or _is_gender(ego.get("currentGender")):
        lost[Left.ABOUT_CITIZEN] += 1
    if not any(each.people for each in maps):
        raise Unreadable(Why.NO_TEXT)
    return FoundPeople(FileOf.EASYNWK, maps, tuple(sorted(unread.items())), dict(+lost),
                       Kept(Lost()).line(_said(ego.get("name"))))


def _versions(text: str) -> Iterator[tuple[tuple[int, str, int], dict[str, Any]]]:
    """Each with what puts them in order: the one that is open in easyNWK last, else by day and number."""
    try:
        file = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Unreadable(Why.BROKEN) from None
    if not isinstance(file, dict):
        raise Unreadable(Why.UNKNOWN)
    versions, open_ = file.get("versions"), file.get("currentVersion")
    if versions is None and isinstance(file.get("alteri"), list):
        versions, open_ = [{"id": 1, "nwk": file}], 1     # as easyNWK saved it before it had versions
    found = [each for each in versions if isinstance(each, dict) and isinstance(_dict(each.get("nwk")).get("alteri"),
                                                                               list)] \
        if isinstance(versions, list) else []
    if not found:
        raise Unreadable(Why.UNKNOWN)
    for number, each in enumerate(found):
        yield (int(each.get("id") == open_), _day(each.get("date")), number), each


def _map(version: dict[str, Any], lost: Lost, unread: dict[int, NotOne]) -> FoundMap:
    nwk, kept = version["nwk"], Kept(lost)
    if len(nwk["alteri"]) > MOST_PEOPLE:
        raise Unreadable(Why.TOO_LONG)
    people: dict[str, FoundPerson] = {}
    stood: dict[str, tuple[float, float]] = {}           # (angle, distance)
    for number, alter in enumerate(nwk["alteri"], 1):
        one = _person(alter, number, kept, lost)
        if isinstance(one, NotOne) or one.key in people:
            unread[number] = one if isinstance(one, NotOne) else NotOne.BROKEN
        else:
            people[one.key] = one
            stood[one.key] = _number(alter.get("angle")), _number(alter.get("distance"))
    people = _placed(people, stood)
    ties: dict[tuple[str, str], None] = {}
    for each in _list(nwk.get("connections")):
        one, other = _key(_dict(each).get("id1")), _key(_dict(each).get("id2"))
        if one in people and other in people and one != other:
            ties[min(one, other), max(one, other)] = None
        else:
            lost[Left.TO_NOBODY] += 1
    return FoundMap(tuple(people.values()), tuple(ties), kept.line(_said(version.get("title"))),
                    _day(version.get("date")))


def _placed(people: dict[str, FoundPerson], stood: dict[str, tuple[float, float]]) -> dict[str, FoundPerson]:
    """Everybody in the ring and at the spot they have here: how wide our sectors are hangs on who is in them."""
    there = spans(Sector(one.sector) for one in people.values() if stood[one.key][1] > 0)
    spots = {key: spot_of(Sector(one.sector), *stood[key], there) for key, one in people.items()}
    return {key: replace(one, ring=spots[key].ring, x=spots[key].x, y=spots[key].y) for key, one in people.items()}


def _person(alter: object, number: int, kept: Kept, lost: Lost) -> FoundPerson | NotOne:
    """One alter; raises nothing for whatever it may hold."""
    if not isinstance(alter, dict):
        return NotOne.BROKEN
    name = kept.line(_said(alter.get("name")))
    if not name:
        return NotOne.NO_NAME
    angle, distance = _number(alter.get("angle")), _number(alter.get("distance"))
    dead, human = alter.get("deceased") is True, alter.get("human") is not False
    role = "" if alter.get("roleDefault") is True else kept.line(_said(alter.get("role")))
    helping = human and distance > 0 and int(angle % 360 // QUARTER) == HELP
    _count(alter, lost)
    return FoundPerson(
        _key(alter.get("id")) or f"n{number}", name, relation="" if helping else role, role=role if helping else "",
        note=kept.text(_said(alter.get("note"))), human=human, professional=helping,
        sector=sector_of(angle, role).value,
        tie=_tie(alter, human and not dead and 0 < distance <= CIRCLES[-1]), dead=dead,
        out_of_reach=not dead and distance > CIRCLES[-1],
        gives=_supports(alter, GIVES), gets=_supports(alter, GETS))


def _supports(alter: dict[str, Any], way: int) -> tuple[str, ...]:
    return tuple(kind.value for field, kind in SUPPORTS.items() if int(_number(alter.get(field))) & way)


def _tie(alter: dict[str, Any], can_have_one: bool) -> str:
    """A tie that is hard is said as such; one that is not there now is broken. Who is dead, or no human being, has none
    in easyNWK: that says nothing about how it is.
    """
    if alter.get("conflict") is True:
        return TieQuality.STRAINED.value
    none = "edgeType" in alter and _number(alter["edgeType"]) == NO_EDGE
    return TieQuality.BROKEN.value if can_have_one and none else ""


def _count(alter: dict[str, Any], lost: Lost) -> None:
    for what, there in (
            (Left.GENDER, _is_gender(alter.get("currentGender"))), (Left.AGE, bool(_said(alter.get("age")))),
            (Left.PARTNERS_CONTACT, alter.get("contactOfPartner") is True),
            (Left.SEVERAL_ROLES, _number(alter.get("edgeType")) == MULTIPLEX),
            (Left.SYMBOL, bool(_said(alter.get("emoji"))))):
        lost[what] += there


def _is_gender(value: object) -> bool:
    return _said(value).casefold() not in UNSAID


def _said(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)                                # an age, a name that is a number
    return value.strip() if isinstance(value, str) else ""


def _number(value: object) -> float:
    """0 for what is no number that something can stand at."""
    try:
        found = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else 0.0
    except (ValueError, OverflowError):
        return 0.0
    return found if math.isfinite(found) else 0.0


def _key(value: object) -> str:
    return _said(value)[:40]


def _day(value: object) -> str:
    """ISO, "" for what is no day, and for one that no case file of ours could say."""
    said = re.match(r"\d{4}-\d{2}-\d{2}", value) if isinstance(value, str) else None
    try:
        day = date.fromisoformat(said[0]) if said is not None else None
    except ValueError:
        return ""
    return day.isoformat() if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else ""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _no_number(word: str) -> float:
    raise ValueError(word)
