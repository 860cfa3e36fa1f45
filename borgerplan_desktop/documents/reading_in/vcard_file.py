"""People from a telephone or a mail program: a vCard file of any generation, with one card or ten thousand.

A broken card takes nobody along: the others come, and it is told by its number.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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
from borgerplan_desktop.documents.reading_in.vcard_lines import SEEN, plain_lines

MOST_CARDS = 20_000
MOST_LINES = 300                                         # of a card that are read
_MEANT = {"PHOTO": Left.PICTURE, "LOGO": Left.PICTURE, "SOUND": Left.OTHER, "KEY": Left.OTHER, "ADR": Left.ADDRESS,
          "LABEL": Left.ADDRESS, "BDAY": Left.BIRTHDAY, "ANNIVERSARY": Left.BIRTHDAY, "URL": Left.LINK,
          "IMPP": Left.LINK, "X-SOCIALPROFILE": Left.LINK, "CALURI": Left.LINK, "FBURL": Left.LINK,
          "CALADRURI": Left.LINK, "GENDER": Left.GENDER, "MEMBER": Left.GROUP}
_GROUPS = ("group", "org", "location", "application", "device")
_MOBILE = ("cell", "mobile", "iphone", "pref")


@dataclass
class _Card:
    lines: list[str] = field(default_factory=list)
    whole: bool = False                                  # it ended as it should
    passed: list[str] = field(default_factory=list)      # names of what was passed over


@dataclass
class _Read:
    """Somebody, and to whom they say they are related: names or ids of the file's own."""

    person: FoundPerson
    uid: str
    related: list[str]


def read_vcard(content: bytes) -> FoundPeople:
    """Raises Unreadable where there is no card at all, or more than anybody could look through."""
    lost, unread, read = Lost(), list[tuple[int, NotOne]](), list[_Read]()
    number = 0
    for number, card in enumerate(_cards(content), 1):
        if number > MOST_CARDS:
            raise Unreadable(Why.TOO_LONG)
        one = _one(card, number, lost)
        if isinstance(one, NotOne):
            unread.append((number, one))
        elif one is not None:
            read.append(one)
    if not number:
        raise Unreadable(Why.BROKEN)
    ties = _ties(read, lost)
    return FoundPeople(FileOf.CONTACTS, (FoundMap(tuple(each.person for each in read), ties),), tuple(unread),
                       dict(+lost))


def _cards(content: bytes) -> Iterator[_Card]:
    """Each card's lines; what lies between cards is nothing. One that begins within another begins a new one."""
    card: _Card | None = None
    for name, line in plain_lines(content):
        what = line.partition(":")[2].strip().upper() if name in ("BEGIN", "END") else ""
        if what == "VCARD" and name == "BEGIN":
            if card is not None:
                yield card
            card = _Card()
        elif card is None:
            continue
        elif what == "VCARD":
            card.whole = True
            yield card
            card = None
        elif not name:
            card.passed.append(line)
        elif len(card.lines) < MOST_LINES:
            card.lines.append(line)
    if card is not None:
        yield card


def _one(card: _Card, number: int, lost: Lost) -> _Read | NotOne | None:
    """Who the card is about; None for one that is a list of others, or of a thing."""
    if not card.whole:
        return NotOne.BROKEN
    try:
        values = _values(card)
        if any(_words(each).lower() in _GROUPS[:1] for each in values("KIND") + values("X-ADDRESSBOOKSERVER-KIND")):
            lost[Left.GROUP] += 1
            return None
        found = _person(values, number, lost)
    except Exception:  # noqa: BLE001  the library raises whatever it stumbles over
        return NotOne.BROKEN
    if found is None:
        return NotOne.NO_NAME
    for name in card.passed:
        if name and name not in SEEN:
            lost[_MEANT.get(name, Left.OTHER)] += 1
    return found


class _values:
    """What the card says under a name, as vobject takes it apart."""

    def __init__(self, card: _Card) -> None:
        import vobject

        text = "\r\n".join(["BEGIN:VCARD", *card.lines, "END:VCARD", ""])
        self._card: Any = next(vobject.readComponents(text, validate=False, ignoreUnreadable=True))

    def __call__(self, name: str) -> list[Any]:
        return self._card.contents.get(name.lower(), [])

    def label(self, line: Any) -> str:
        """What a telephone calls the line, by the group both are in."""
        if not line.group:
            return ""
        return next((_words(each) for each in self("X-ABLABEL") if each.group == line.group), "")


def _person(values: _values, number: int, lost: Lost) -> _Read | None:
    kept = Kept(lost)
    organisation = _words(next(iter(values("ORG")), None))
    name = kept.line(_name(values) or organisation)
    if not name:
        return None
    phones, mails = _distinct(_by_use(values, "TEL")), _distinct(_by_use(values, "EMAIL"))
    lost[Left.MORE_NUMBERS] += max(0, len(phones) - 1)
    lost[Left.MORE_ADDRESSES] += max(0, len(mails) - 1)
    role = next((_words(each) for what in ("TITLE", "ROLE") for each in values(what) if _words(each).strip()), "")
    person = FoundPerson(
        str(number), name, role=kept.line(role), organisation=firm if (firm := kept.line(organisation)) != name else "",
        phone=kept.number(phones[0] if phones else ""), email=kept.address(mails[0] if mails else ""),
        note=kept.text("\n".join(_words(each) for each in values("NOTE"))))
    related = [_words(each) for what in ("RELATED", "X-ABRELATEDNAMES") for each in values(what)]
    return _Read(person, next((_words(each) for each in values("UID")), ""), related)


def _name(values: _values) -> str:
    """As it is shown, else put together of its parts, else what they are called."""
    for line in values("FN"):
        if _words(line).strip():
            return _words(line)
    for line in values("N"):
        n = line.value
        parts = [n.prefix, n.given, n.additional, n.family, n.suffix]
        said = " ".join(_plain(part) for part in parts if _plain(part).strip())
        if said:
            return said
    return next((_words(line) for line in values("NICKNAME") if _words(line).strip()), "")


def _by_use(values: _values, name: str) -> list[str]:
    """The numbers or addresses, the one to be used first: preferred and mobile ones, and no fax before a telephone."""
    def rank(line: Any) -> int:
        types = [*(part.lower() for each in line.params.get("TYPE", []) for part in each.split(",")),
                 *(each.lower() for each in line.singletonparams), values.label(line).strip("_$!<>").lower()]
        if any("fax" in each for each in types) or "pager" in types:
            return 3
        if any("pref" in each for each in types) or line.params.get("PREF"):
            return 0
        return 1 if any(each in _MOBILE for each in types) else 2

    lines = sorted(values(name), key=rank)
    return [re.sub(r"(?i)\A(?:tel|mailto):", "", _words(each).strip()) for each in lines]


def _distinct(words: list[str]) -> list[str]:
    return list({re.sub(r"[\s().-]", "", each).casefold(): each for each in reversed(words) if each}.values())[::-1]


def _ties(read: list[_Read], lost: Lost) -> tuple[tuple[str, str], ...]:
    """Whoever is said to be related to another in the file knows them; to whom else, has no place here."""
    known: dict[str, str] = {}
    for each in read:
        for word in (each.uid, each.person.name):
            if word.strip():
                known.setdefault(_folded(word), each.person.key)
    found: dict[tuple[str, str], None] = {}
    for each in read:
        for word in each.related:
            other = known.get(_folded(word))
            if other is None or other == each.person.key:
                lost[Left.RELATED] += 1
            else:
                found[min(each.person.key, other), max(each.person.key, other)] = None
    return tuple(found)


def _folded(word: str) -> str:
    return " ".join(re.sub(r"(?i)\Aurn:uuid:", "", word.strip()).casefold().split())


def _words(line: Any) -> str:
    return _plain(line.value) if line is not None else ""


def _plain(value: Any) -> str:
    """One text of a value that the library may have taken apart."""
    if isinstance(value, list | tuple):
        return " ".join(str(part).strip() for part in value if str(part).strip())
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
