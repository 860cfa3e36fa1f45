"""The services somebody looks for: by their words and by what kind they are, among thousands, as one types."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.changes import Changes
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
    """The services of the shelter, with what each is found by made ready once; `changed` keeps it right."""

    def __init__(self, shelter: OpenCase) -> None:
        self._shelter = shelter
        self._found_by: dict[str, str] = {}

    def find(self, wanted: Wanted) -> list[Service]:
        """In the order of their names."""
        today = self._shelter.today()
        sought = [typed(word) for word in wanted.words.split()]
        in_house = self._in_house(today) if wanted.which is Which.TODAY else frozenset()
        return [each for each in self._shelter.case.all(Service) if _is(each, wanted, today, in_house)
                and (not sought or self._says(each, sought))]

    def changed(self, changes: Changes) -> None:
        """What has changed is made ready anew when it is looked for."""
        for each in changes:
            if each.kind is Service:
                self._found_by.pop(each.id, None)

    def make_ready(self) -> None:
        """All of them now, so that the first letter typed does not wait."""
        for each in self._shelter.case.all(Service):
            self._says(each, ())

    def _says(self, service: Service, sought: list[str] | tuple[str, ...]) -> bool:
        text = self._found_by.get(service.id)
        if text is None:
            text = self._found_by[service.id] = found_by(service)
        return all(word in text for word in sought)

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
        if service.is_offered(today) or service.same_as_id is not None:
            return False
    elif not service.is_offered(today):
        return False
    if wanted.which is Which.STALE and not service.is_stale(today):
        return False
    if wanted.which is Which.TODAY and service.id not in in_house:
        return False
    return (wanted.kind in (None, service.kind) and wanted.area in (None, service.area)
            and wanted.step in (None, service.ladder_step))
