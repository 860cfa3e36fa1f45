"""The services somebody looks for: by their words and by what kind they are, among thousands, as one types."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.directory import InHouse, Service, ServiceKind
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.spelling import spellings, typed


class Which(Labelled):
    """Which part of the directory one looks at."""

    IN_USE = "in_use", N_("In use")
    STALE = "stale", N_("Somebody should look at")
    TODAY = "today", N_("In the house today")
    GONE = "gone", N_("Not used any more")


@dataclass(frozen=True)
class Wanted:
    """What is looked for; None = any."""

    words: str = ""
    kind: ServiceKind | None = None
    area: LifeArea | None = None
    step: LadderStep | None = None
    which: Which = Which.IN_USE


class Directory:
    """The services of the shelter, with what each is found by made ready once."""

    def __init__(self, shelter: OpenCase) -> None:
        self._shelter = shelter
        self._found_by: dict[str, tuple[int, str]] = {}  # by id: of which change it is, and the words
        self._among: tuple[object, list[Service]] = (None, [])
        self._with_words: tuple[object, list[tuple[str, Service]]] = (None, [])
        self._stale: tuple[object, frozenset[Service]] = (None, frozenset())

    def find(self, wanted: Wanted) -> list[Service]:
        """In the order of their names."""
        those = self._those(wanted)
        sought = list(dict.fromkeys(map(typed, wanted.words.split())))
        if not sought:
            return list(those)
        if self._with_words[0] != self._among[0]:
            self._with_words = self._among[0], [(self._words(each), each) for each in those]
        found = self._with_words[1]
        for word in sought:
            found = [each for each in found if word in each[0]]
        return [service for _words, service in found]

    def how_many_stale(self, among: Iterable[Service]) -> int:
        """How many of these somebody should look at."""
        case, today = self._shelter.case, self._shelter.today()
        if self._stale[0] != (today, case.seen):
            self._stale = (today, case.seen), frozenset(each for each in case.all(Service) if each.is_stale(today))
        return len(self._stale[1].intersection(among))

    def make_ready(self) -> None:
        """All of them now, so that the first letter typed does not wait."""
        for each in self._shelter.case.all(Service):
            self._words(each)

    def _those(self, wanted: Wanted) -> list[Service]:
        """They, whatever the words are; the same until something changes."""
        case, today = self._shelter.case, self._shelter.today()
        asked = (replace(wanted, words=""), today, case.seen)
        if self._among[0] != asked:
            in_house = self._in_house(today) if wanted.which is Which.TODAY else frozenset()
            self._among = asked, [each for each in case.all(Service) if _is(each, wanted, today, in_house)]
        return self._among[1]

    def _words(self, service: Service) -> str:
        known = self._found_by.get(service.id)
        if known is None or known[0] != service.rev:
            known = self._found_by[service.id] = service.rev, found_by(service)
        return known[1]

    def _in_house(self, today: date) -> frozenset[str]:
        weekday = today.weekday()
        return frozenset(each.service_id for each in self._shelter.case.all(InHouse) if each.weekday == weekday)


def found_by(service: Service) -> str:
    """Every spelling of every word of it, a line each: no word that is sought reaches over two."""
    said = (service.name, service.organisation, service.target_group, service.content, service.contact,
            service.address, service.phone, service.email, service.website)
    return "\n".join({spelling for word in " ".join(said).split() for spelling in spellings(word)})


def _is(service: Service, wanted: Wanted, today: date, in_house: frozenset[str]) -> bool:
    if wanted.which is Which.GONE:
        if service.is_offered(today):
            return False
    elif not service.is_offered(today):
        return False
    if wanted.which is Which.STALE and not service.is_stale(today):
        return False
    if wanted.which is Which.TODAY and service.id not in in_house:
        return False
    return (wanted.kind in (None, service.kind) and wanted.area in (None, service.area)
            and wanted.step in (None, service.ladder_step))
