"""The shelter-wide register of professionals and their units: typed once, changed once, and where each is used."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _, listed, ngettext
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.model.spelling import is_found

NAMED = 5                                                # citizens by name; more are counted


@dataclass(frozen=True)
class Unit:
    """A place where professionals work, as it is written, and who of the register works there."""

    name: str
    people: tuple[Professional, ...]


@dataclass(frozen=True)
class Used:
    """By how many citizens, and the names of those whom one may see."""

    count: int
    names: tuple[str, ...]

    @property
    def said(self) -> str:
        """"Bruges hos 3 borgere: Amina, Jonas og Ruth"."""
        if not self.count:
            return _("Not used by any citizen now")
        words = ngettext("Used by {n} citizen", "Used by {n} citizens", self.count).format(n=self.count)
        shown = list(self.names[:NAMED])
        if shown and (rest := self.count - len(shown)):
            shown.append(ngettext("{n} more", "{n} more", rest).format(n=rest))
        return f"{words}: {listed(shown)}" if shown else words


def professionals(shelter: OpenCase, words: str = "", *, retired: bool = False) -> list[Professional]:
    """Those in whose name, role or unit every word is found, by name; those not used any more only when asked for."""
    found = [each for each in shelter.case.all(Professional) if each.retired is retired
             and is_found(words, f"{each.name} {each.role} {each.organisation}")]
    return sorted(found, key=lambda each: (danish(each.name), danish(each.organisation), each.id))


def units(shelter: OpenCase) -> list[Unit]:
    """The units of those in use, by name; written alike but for case and spaces, they are one."""
    found: dict[str, list[Professional]] = {}
    for each in professionals(shelter):
        if each.organisation.strip():
            found.setdefault(_key(each.organisation), []).append(each)
    return sorted((Unit(" ".join(people[0].organisation.split()), tuple(people)) for people in found.values()),
                  key=lambda unit: danish(unit.name))


def rename_unit(shelter: OpenCase, unit: Unit, name: str) -> None:
    """Everybody who works there works at the new name, also who is not used any more; a name that is there already
    makes one unit of two. Raises Refused without a name, Conflict, StoreTrouble.
    """
    wanted = one_line(name, "unit")
    if not wanted:
        raise Refused(_("Write what the unit is called."), "unit")
    with shelter.action(N_("Renamed a unit")):
        for each in shelter.case.all(Professional):
            if _key(each.organisation) == _key(unit.name):
                each.organisation = wanted


def retire_professional(shelter: OpenCase, who: Professional, retired: bool = True) -> None:
    """They are not offered any more, or are again; whoever has them on the map keeps them. Who stood there twice is two
    again.
    """
    with shelter.action(N_("Retired a professional") if retired else N_("Use a professional again")):
        who.retired = retired
        if not retired:
            who.same_as_id = None


def merge_professionals(shelter: OpenCase, kept: Professional, other: Professional) -> None:
    """Two rows were one person: on every map, in every task and on every paper `kept` speaks for both from now on, and
    has what the other knew and it did not. Raises Refused for one row, Conflict, also where `kept` speaks for nobody by
    now, StoreTrouble.
    """
    if kept is other or kept.itself is other.itself:
        raise Refused(_("They are one already."))
    if kept.itself is not kept or kept.retired:
        raise Conflict
    with shelter.action(N_("Two professionals are one"), still=speaks_for_itself(kept)):
        for column in (Professional.role, Professional.organisation, Professional.phone, Professional.email):
            if not getattr(kept, column.key).strip():
                setattr(kept, column.key, getattr(other, column.key))
        kept.may_coordinate = kept.may_coordinate or other.may_coordinate
        for each in shelter.case.all(Professional):
            if each is other or each.same_as_id == other.id:
                each.same_as_id, each.retired = kept.id, True


def speaks_for_itself(kept: Professional | Service) -> Callable[[], bool]:
    """Whether it still does when somebody else wrote at the same moment: of two that are made one from both sides at
    once, neither would be left.
    """
    retired = kept.retired
    return lambda: kept.exists and kept.itself is kept and kept.retired is retired


def alike(shelter: OpenCase, who: Professional) -> list[Professional]:
    """Others in use who may be the same person: the same name, number or mail address."""
    def marks(each: Professional) -> set[str]:
        number = "".join(letter for letter in each.phone if letter.isdigit())[-8:]
        return {_key(each.name), number, each.email.strip().casefold()} - {""}

    mine = marks(who)
    return [each for each in professionals(shelter) if each is not who and mine & marks(each)]


def where_used(here: Archive | OpenCase, people: Iterable[Professional]) -> Used:
    """The citizens who have any of them on the map now. Raises NotForYou, StoreTrouble."""
    count, names = here.who_knows([each.id for each in people])
    return Used(count, tuple(names))


def _key(text: str) -> str:
    return danish(" ".join(text.split()))
