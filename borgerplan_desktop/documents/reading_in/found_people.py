"""The people that stand in a file of another program, as far as they can be held here; and what cannot."""
from __future__ import annotations

import enum
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any


class FileOf(enum.StrEnum):
    CONTACTS = "contacts"                                # vCard: a telephone's or a mail program's
    EASYNWK = "easynwk"                                  # a network map of easyNWK


class Left(enum.StrEnum):
    """What a file may say of people that has no place here."""

    PICTURE = "picture"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    LINK = "link"
    MORE_NUMBERS = "more_numbers"                        # a person has one number here, and one address
    MORE_ADDRESSES = "more_addresses"
    RELATED = "related"                                  # to somebody who is not in the file
    GROUP = "group"                                      # a card that is a list of others
    OTHER = "other"
    CPR = "cpr"                                          # a number in the text: masked
    GENDER = "gender"
    AGE = "age"
    PARTNERS_CONTACT = "partners_contact"
    SEVERAL_ROLES = "several_roles"
    SYMBOL = "symbol"
    TO_NOBODY = "to_nobody"                              # a tie with somebody who is not in the file
    ABOUT_CITIZEN = "about_citizen"
    TOO_LONG = "too_long"                                # words that were cut


class NotOne(enum.StrEnum):
    """Why a card, or an entry, gives nobody."""

    BROKEN = "broken"
    NO_NAME = "no_name"


@dataclass(frozen=True)
class FoundPerson:
    """Somebody in a file. `key` tells them apart within it, in all its maps; `sector`, `ring`, `tie` are the model's
    words, "" and 0 where the file says nothing; x and y are relative to the outer circle.
    """

    key: str
    name: str
    relation: str = ""
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    human: bool = True                                   # else an animal, a place, a thing: the file does not say which
    professional: bool = False
    sector: str = ""
    ring: int = 0
    x: float | None = None
    y: float | None = None
    tie: str = ""
    dead: bool = False
    out_of_reach: bool = False                           # stood beyond the outer circle
    gives: tuple[str, ...] = ()                          # what they give the citizen: the model's kinds of support
    gets: tuple[str, ...] = ()                           # what they get


@dataclass(frozen=True)
class FoundMap:
    """Who stood on the map at one time. A file of contacts has one without a day."""

    people: tuple[FoundPerson, ...]
    ties: tuple[tuple[str, str], ...] = ()               # keys
    title: str = ""
    dated: str = ""                                      # ISO, "" = not said


@dataclass(frozen=True)
class FoundPeople:
    """What a file holds. The last of the maps is the newest."""

    of: FileOf
    maps: tuple[FoundMap, ...]
    unread: tuple[tuple[int, NotOne], ...] = ()          # which card, counted from 1
    left: dict[Left, int] = field(default_factory=dict)
    citizen: str = ""                                    # what the file calls whoever is in the middle

    @property
    def people(self) -> tuple[FoundPerson, ...]:
        return self.maps[-1].people

    @property
    def earlier(self) -> tuple[FoundMap, ...]:
        return self.maps[:-1]


def as_plain(found: FoundPeople) -> dict[str, Any]:
    """As it is told from one process to the other."""
    return asdict(found)


def from_plain(said: dict[str, Any]) -> FoundPeople:
    """Raises ValueError, KeyError, TypeError for what no reader told."""
    maps = tuple(FoundMap(tuple(FoundPerson(**{**each, "gives": tuple(each["gives"]), "gets": tuple(each["gets"])})
                                for each in one["people"]),
                          tuple((str(a), str(b)) for a, b in one["ties"]), str(one["title"]), str(one["dated"]))
                 for one in said["maps"])
    return FoundPeople(FileOf(said["of"]), maps, tuple((int(n), NotOne(why)) for n, why in said["unread"]),
                       {Left(what): int(n) for what, n in said["left"].items()}, str(said["citizen"]))


Lost = Counter[Left]                                     # what is left out, while a file is read
