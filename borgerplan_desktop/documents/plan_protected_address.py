"""Protected address: what could tell where the citizen lives, or soon will, is taken out before anything is set."""
from __future__ import annotations

import re
from collections.abc import Iterable

from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.model.application import HousingOffer, OfferAnswer
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.model.shelter import Shelter, StaffMember

Change = tuple[re.Pattern[str], str, str]                # what names the place, what stands instead, "…'s" instead
ROOM = ("værelset?", r"vær\.?", "room", "rum")
SOME_ROOM = r"[^\W\d_]?\d+[^\W\d_]?"
SHORTEST = 3                                             # characters: a name shorter than this would hit other words
DIGITS = 6                                               # of a number that can be looked up
# A number is looked up, and a mail address names the place behind its @; a home that was left empty is told to nobody.
BLANK: dict[type[Row], tuple[str, ...]] = {
    Shelter: ("phone", "email"), StaffMember: ("email",), Stay: ("left_to",)}
A_SIZE = re.compile(r"[\d.,]*\s*(?:kr|m\b|m2|m²|værelse|rum|room|%)", re.IGNORECASE)
A_PRICE = re.compile(r"(?:husleje|leje|depositum|indskud|rent|deposit)", re.IGNORECASE)


def without_the_address(case: Case, words: Words, now: Case | None = None) -> Case:
    """The case as it may stand on paper: wherever somebody wrote the shelter's name, address or number, or a room,
    stands "the shelter", "the shelter's number", "the room", "a room", and "the new home" for the one that was offered
    or moved to. The case itself is left as it is. `now` is the same case later, which knows of more places.
    """
    def say(message: str, **filled: object) -> str:
        return main_of(words.say(message, **filled))     # what somebody wrote stands once

    register = case.register
    told_by = (case,) if now is None else (case, now)
    shelters = [each for one in told_by if one.register is not None for each in one.register.all(Shelter)]
    places = [pattern for shelter in shelters for pattern in _patterns(shelter)]
    changes: list[Change] = []
    if places:
        longest_first = "|".join(sorted(set(places), key=len, reverse=True))
        changes.append((re.compile(rf"(?<!\w)(?:{longest_first})(?P<of>['’]?s)?(?!\w)", re.IGNORECASE),
                        say("the shelter"), say("the shelter's")))
    numbers = [found for shelter in shelters if (found := _number(shelter.phone))]
    if numbers:
        said_so = say("the shelter's number")
        changes.append((re.compile(rf"(?<!\d)(?:(?:\+|00)45\W*)?(?:{'|'.join(numbers)})(?!\d)"), said_so, said_so))
    homes = [pattern for one in told_by for each in _homes(one) for pattern in _streets(each)]
    if homes:
        longest_first = "|".join(sorted(set(homes), key=len, reverse=True))
        changes.append((re.compile(rf"(?<!\w)(?:{longest_first})(?P<of>['’]?s)?(?!\w)", re.IGNORECASE),
                        say("the new home"), say("the new home's")))
    rooms = [re.escape(stay.room.strip()) for one in told_by for stay in one.all(Stay) if stay.room.strip()]
    said = "|".join({re.escape(say("room {room}", room="").strip()), *ROOM})
    for found, instead in (("|".join(rooms), say("the room")), (SOME_ROOM, say("a room"))):
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
    return [*(_words(name) for name in names if len(name.strip()) >= SHORTEST), *_street_patterns(parts)]


def _street_patterns(parts: Iterable[str]) -> list[str]:
    """What would name the streets: with their numbers, or alone."""
    found = []
    for part in parts:
        street = re.split(r"\d", part, maxsplit=1)[0].strip()
        if len(street) >= SHORTEST:
            numbers = "|".join(re.findall(r"\d+", part[len(street):]))
            found += [rf"{_words(street)},?\s*(?:(?:nr|nummer)\.?\s*)?(?:{numbers})(?:\s*[-–]\s*\d+)?"
                      rf"(?:[^\W\d_]|(?-i:\s[A-ZÆØÅ]))?(?!\w)",
                      rf"{_words(street)}(?!\w*,?\s*(?:(?:nr|nummer)\.?\s*)?\d)"]
    return found


def _homes(case: Case) -> list[str]:
    """Where the citizen moved to, and the homes that were offered: not those that became somebody else's."""
    offered = [each.dwelling for each in case.all(HousingOffer) if _may_become_home(each)]
    return [*(stay.left_to for stay in case.all(Stay)), *offered]


def _may_become_home(offer: HousingOffer) -> bool:
    return offer.answer in (OfferAnswer.OPEN, OfferAnswer.ACCEPTED)


def _streets(home: str) -> list[str]:
    """The street of what somebody wrote of a home, "Kajgade 11, 1 værelse, 4.200 kr.": not its size or rent."""
    written = [found for part in re.split(r"[,;\n]", home)
               if (found := re.search(r"[A-ZÆØÅ][^\W\d][^\d]*\d+(?P<rest>.*)", part))
               and not A_SIZE.match(found["rest"]) and not A_PRICE.match(found[0])]
    return _street_patterns(each[0].removesuffix(each["rest"]) for each in written)


def _number(phone: str) -> str:
    """The number however it is grouped; "" for what is none."""
    digits = re.sub(r"^(?:\+|00)45", "", re.sub(r"[^\d+]", "", phone))
    return r"[\s.-]*".join(digits) if len(digits) >= DIGITS and digits.isdigit() else ""


def _is_a_kind(word: str) -> bool:
    """Whether it says what kind of shelter it is, as "Herberget" or "Forsorgshjemmet"."""
    return bool(re.search(r"(?:herberg|hjem|center|centr|boform|botilbud|pension|hus|shelter)(?:et|met|en|det|m|t)?$",
                          word, re.IGNORECASE))


def _words(place: str) -> str:
    """Blanks as many as there are."""
    return r"\s+".join(map(re.escape, place.split()))


def _copied(row: Row, changes: list[Change]) -> Row:
    values = {name: getattr(row, name) for name in fields_of(type(row))}
    hidden = BLANK.get(type(row), ())
    if isinstance(row, HousingOffer) and _may_become_home(row):
        hidden = ("dwelling",)
    values |= dict.fromkeys(hidden, "")
    for name, value in values.items():
        if type(value) is str and value:                 # not the words of an enumeration
            for pattern, instead, of_it in changes:
                values[name] = pattern.sub(lambda m, a=instead, b=of_it: b if m.groupdict().get("of") else a,
                                           values[name])
        if name == "phone" and values[name] != value:    # nobody can call the words that stand there now
            values[name] = ""
    copy = type(row)(id=row.id, **values)
    copy.rev = row.rev
    return copy
