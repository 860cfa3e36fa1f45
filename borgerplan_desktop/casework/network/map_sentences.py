""""Det viser kortet": what the map shows, in plain sentences the citizen can read along."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from borgerplan_desktop.i18n import _, listed, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import TieQuality
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Sector
from borgerplan_desktop.model.text import first_name as called
from borgerplan_desktop.model.text import shortened

FEW = 4                                                  # names in a sentence; more are counted
LONG = 48                                                # characters of a goal's words
MANY_PROFESSIONALS = 6                                   # from here on we say how many there are to relate to


class OnMap(Protocol):
    """Somebody as far as the sentences ask; `ring` 0 = not placed yet, `squared` = a professional."""

    @property
    def name(self) -> str: ...
    @property
    def squared(self) -> bool: ...
    @property
    def sector(self) -> Sector: ...
    @property
    def ring(self) -> int: ...
    @property
    def tie(self) -> str: ...
    @property
    def involved(self) -> bool: ...


@dataclass(frozen=True)
class Line:
    """A sentence, and how it is marked on the screen."""

    icon: str
    colour: str
    text: str


def what_it_shows(case: Case, faces: Sequence[OnMap], name: str) -> list[Line]:
    """Who is closest, which ties are hard, goals nobody is responsible for, parts of life with nobody."""
    placed = [f for f in faces if f.ring]
    if not placed:                                       # nobody has said anything: neither does the map
        return [Line("heart", "accent", _("Ask {name} who is closest.").format(name=name))] if faces else []
    found: list[Line] = []
    if closest := sorted((f for f in placed if f.ring == 1), key=lambda f: f.squared):     # one's own people first
        found.append(Line("heart", "accent", ngettext(
            "{people} is closest to {name}.", "{people} are closest to {name}.",
            len(closest)).format(people=_names(closest), name=name)))
    if strained := [f for f in placed if f.tie == TieQuality.STRAINED]:
        found.append(Line("alert", "warn", _("Hard right now with {people}.").format(people=_names(strained))))
    if broken := [f for f in placed if f.tie == TieQuality.BROKEN]:
        found.append(Line("link", "muted", _("No contact now with {people}.").format(people=_names(broken))))
    if free := [g for g in case.all(Goal) if g.status.open and g.responsible is None]:
        found.append(Line("flag", "warn", ngettext(
            "One goal has nobody responsible: {goals}.", "{n} goals have nobody responsible: {goals}.",
            len(free)).format(n=len(free), goals=_quoted(free))))
    professionals = sum(f.squared and f.involved for f in faces)
    if professionals >= MANY_PROFESSIONALS:
        found.append(Line("people", "muted", _("{name} has {n} professionals to relate to.").format(
            name=name, n=professionals)))
    if empty := [s for s in Sector if not any(f.sector is s for f in placed)]:
        found.append(Line("work", "muted", _("Nobody yet: {sectors}.").format(
            sectors=listed([_(s.label).lower() for s in empty]))))
    return found


def _names(faces: Sequence[OnMap]) -> str:
    firsts = [f.name if f.squared else called(f.name) for f in faces]
    if len(firsts) > FEW:
        more = len(firsts) - FEW + 1
        firsts = [*firsts[:FEW - 1], ngettext("{n} more", "{n} more", more).format(n=more)]
    return listed(firsts)


def _quoted(goals: Sequence[Goal]) -> str:
    titles = [f"»{shortened(_title(g), LONG)}«" for g in goals]
    if len(titles) > 2:
        titles = [*titles[:2], ngettext("{n} more", "{n} more", len(titles) - 2).format(n=len(titles) - 2)]
    return listed(titles)


def _title(goal: Goal) -> str:
    return " ".join(goal.title.split()) or _("A goal without words yet")
