"""Protected address: what could tell where the citizen lives is taken out before anything is set."""
from __future__ import annotations

import re

from borgerplan_desktop.documents.words import Words
from borgerplan_desktop.model.case import SHELTER, Case
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.model.shelter import Shelter

SHORTEST = 3                                             # characters: a name shorter than this would hit other words


def without_the_place(case: Case, words: Words) -> Case:
    """The case as it may stand on paper: wherever somebody wrote the shelter's name or address, or the citizen's room,
    stands "the shelter", "the room". The case itself is left as it is.
    """
    register = case.register
    shelters = register.all(Shelter) if register is not None else []
    places = [place.strip() for shelter in shelters for place in (shelter.name, *_parts(shelter.address))
              if len(place.strip()) >= SHORTEST]
    rooms = [stay.room.strip() for stay in case.all(Stay) if stay.room.strip()]
    changes = [(_any_of(places), words.say("the shelter"))] if places else []
    if rooms:
        before = words.say("room {room}", room="").strip()
        changes.append((re.compile(rf"(?:{re.escape(before)}|værelse|room)\s*(?:{'|'.join(map(re.escape, rooms))})\b",
                                   re.IGNORECASE), words.say("the room")))
    kept = Case("register", [_copied(row, changes) for row in register.rows()], kind=SHELTER) if register else None
    return Case(case.id, [_copied(row, changes) for row in case.rows()], case.seen, kept)


def _parts(address: str) -> list[str]:
    """Each line of an address, and what stands between its commas if it has a number: somebody may have written only
    the street, but a town alone tells nothing.
    """
    return [part for line in address.splitlines()
            for part in (line, *(each for each in line.split(",") if any(map(str.isdigit, each))))]


def _any_of(places: list[str]) -> re.Pattern[str]:
    """The longest first; blanks as many as there are."""
    found = [r"\s+".join(map(re.escape, place.split())) for place in sorted(set(places), key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)


def _copied(row: Row, changes: list[tuple[re.Pattern[str], str]]) -> Row:
    values = {name: getattr(row, name) for name in fields_of(type(row))}
    for name, value in values.items():
        if type(value) is str and value:                 # not the words of an enumeration
            for pattern, instead in changes:
                value = pattern.sub(instead, value)
            values[name] = value
    copy = type(row)(id=row.id, **values)
    copy.rev = row.rev
    return copy
