"""Protected address: what could tell where the citizen lives is taken out before anything is set."""
from __future__ import annotations

import re

from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.model.shelter import Shelter

Change = tuple[re.Pattern[str], str, str]                # what names the place, what stands instead, "…'s" instead
ROOM = ("værelset?", r"vær\.?", "room", "rum")
SOME_ROOM = r"[^\W\d_]?\d+[^\W\d_]?"
SHORTEST = 3                                             # characters: a name shorter than this would hit other words


def without_the_address(case: Case, words: Words) -> Case:
    """The case as it may stand on paper: wherever somebody wrote the shelter's name or address, or a room,
    stands "the shelter", "the room", "a room". The case itself is left as it is.
    """
    register = case.register
    shelters = register.all(Shelter) if register is not None else []
    places = [pattern for shelter in shelters for pattern in _patterns(shelter)]
    changes: list[Change] = []
    if places:
        longest_first = "|".join(sorted(set(places), key=len, reverse=True))
        changes.append((re.compile(rf"(?<!\w)(?:{longest_first})(?P<of>['’]?s)?(?!\w)", re.IGNORECASE),
                        words.say("the shelter"), words.say("the shelter's")))
    rooms = [re.escape(stay.room.strip()) for stay in case.all(Stay) if stay.room.strip()]
    said = "|".join({re.escape(words.say("room {room}", room="").strip()), *ROOM})
    for found, instead in (("|".join(rooms), words.say("the room")), (SOME_ROOM, words.say("a room"))):
        if found:                                        # somebody else's room tells it as well
            changes.append((re.compile(rf"(?<!\w)(?:{said})\s*(?:(?:nr|nummer|no|number)\.?\s*)?(?:{found})(?!\w)",
                                       re.IGNORECASE), instead, instead))
    kept = Case("register", [_copied(row, changes) for row in register.rows()]) if register else None
    return Case(case.id, [_copied(row, changes) for row in case.rows()], case.seen, kept)


def _patterns(shelter: Shelter) -> list[str]:
    """What would name the place: the shelter's name, with and without "Herberget" before it; each line of its address;
    its street alone, or with its number, whatever letter follows. Another number of the street is another house, and a
    town alone tells nothing.
    """
    lines = [line.strip() for line in shelter.address.splitlines()]
    parts = [part.strip() for line in lines for part in line.split(",") if any(map(str.isdigit, part))]
    towns = {part.lstrip("0123456789 ").casefold() for part in parts if part[:1].isdigit()}
    own = " ".join(shelter.name.split()[1:]) if shelter.name.split()[:1] and _is_a_kind(shelter.name.split()[0]) else ""
    streets = {re.split(r"\d", part, maxsplit=1)[0].strip().casefold() for part in parts}
    names = [shelter.name, *lines, *parts, *([own] if own.casefold() not in towns | streets else [])]
    found = [_words(name) for name in names if len(name.strip()) >= SHORTEST]
    for part in parts:
        street = re.split(r"\d", part, maxsplit=1)[0].strip()
        if len(street) >= SHORTEST:
            numbers = "|".join(re.findall(r"\d+", part[len(street):]))
            found += [rf"{_words(street)},?\s*(?:(?:nr|nummer)\.?\s*)?(?:{numbers})(?:\s*[-–]\s*\d+)?"
                      rf"(?:[^\W\d_]|(?-i:\s[A-ZÆØÅ]))?(?!\w)",
                      rf"{_words(street)}(?!\w*,?\s*(?:(?:nr|nummer)\.?\s*)?\d)"]
    return found


def _is_a_kind(word: str) -> bool:
    """Whether it says what kind of shelter it is, as "Herberget" or "Forsorgshjemmet"."""
    return bool(re.search(r"(?:herberg|hjem|center|centr|boform|botilbud|pension|hus|shelter)(?:et|met|en|det|m|t)?$",
                          word, re.IGNORECASE))


def _words(place: str) -> str:
    """Blanks as many as there are."""
    return r"\s+".join(map(re.escape, place.split()))


def _copied(row: Row, changes: list[Change]) -> Row:
    values = {name: getattr(row, name) for name in fields_of(type(row))}
    for name, value in values.items():
        if type(value) is str and value:                 # not the words of an enumeration
            for pattern, instead, of_it in changes:
                values[name] = pattern.sub(lambda m, a=instead, b=of_it: b if m.groupdict().get("of") else a,
                                           values[name])
    copy = type(row)(id=row.id, **values)
    copy.rev = row.rev
    return copy
