"""What every part of the plan is written with: the case, the words, the galley, and how people are called on paper."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

from borgerplan_desktop.documents.latin_names import NO_NAME
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.covered import EVERYTHING, Covered
from borgerplan_desktop.model.goal_order import as_read
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember, people
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan, PlanVersion, current_plan
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.model.signature import Signature

LONGEST_NAME = 40                                        # characters, where there is little room


def shortened(name: str) -> str:
    return name if len(main_of(name)) <= LONGEST_NAME else name[:LONGEST_NAME - 1].rstrip() + "…"


@dataclass(frozen=True)
class PlanContext:
    """`today` is the day the paper is about: of an adopted edition, the day it was adopted."""

    case: Case
    words: Words
    galley: Galley
    today: date
    version: PlanVersion | None = None                   # None = a draft
    reader: Reader = Reader.CITIZEN
    now: time | None = None                              # when on that day; None = the whole day is ahead
    covered: Covered = EVERYTHING                        # what the reader may be told
    signatures: Mapping[str, Signature] = field(default_factory=dict)    # drawn on the screen, by their digests
    nameless: bool = False                               # numbers or initials stand instead of names

    def say(self, message: str, **filled: object) -> str:
        return self.words.say(message, **filled)

    def area(self, area: LifeArea) -> str:
        """What a life area is called here."""
        return area_name(self.case.register, area, self.say)

    def day(self, d: date) -> str:
        """"29. oktober", with the year where it is not this one."""
        return self.words.day(d, self.today)

    def spoken(self, *parts: str) -> list[str]:
        """The paper's words and somebody's own as one text; in a paper that is not in Danish each by itself, so that it
        is read aloud in its own language.
        """
        found = [part for part in parts if part.strip()]
        return [Said(" ".join(found))] if self.words.is_danish_alone else found

    def wish(self, text: str) -> Said:
        """What the citizen wishes, with what it is called before it: it stands once, in however many languages."""
        called = self.say("My wish")
        return Said(f"{called}: {text.strip()}" if text.strip() else "")

    def passed(self, d: date | None) -> bool:
        """Whether the day is over: it may not stand as one to come."""
        return d is not None and d < self.today

    def begun(self, day: date, at: time | None) -> bool:
        """Whether it is over, or began earlier today: it is no next time any more."""
        earlier = day == self.today and self.now is not None and at is not None and at < self.now
        return earlier or self.passed(day)

    @cached_property
    def is_form(self) -> bool:
        """A draft that says nothing yet: it gets lines to write on; a plan with words in it gets none amid them."""
        plan = self.plan
        said = (plan.situation, plan.hopes, plan.strengths, plan.matters_now, plan.help_wanted, plan.can_do_myself)
        return self.version is None and not self.goals and not any(text.strip() for text in said)

    @cached_property
    def ties_are_shown(self) -> bool:
        """How a tie is today is for the citizen alone, unless they said that others may see it too."""
        return self.reader is not Reader.OTHERS

    @property
    def for_others(self) -> bool:
        """A copy for others than the citizen."""
        return self.reader is not Reader.CITIZEN

    def keeps_off(self, member: NetworkMember) -> bool:
        """Whether the person is left out of this paper: nobody is of what they are sent themselves."""
        return member.left_out_of_paper and member.id != self.covered.reader

    def may_give_number(self, member: NetworkMember) -> bool:
        """Private people's numbers are the citizen's own; who is left out of paper has none there."""
        return not member.left_out_of_paper and (not self.for_others or member.kind is MemberKind.PROFESSIONAL)

    @cached_property
    def meetings_ahead(self) -> list[Meeting]:
        return [m for m in self.case.all(Meeting)
                if m.starts_at is not None and m.status.ahead
                and not self.begun(m.starts_at.date(), m.starts_at.time())]

    @cached_property
    def citizen(self) -> Citizen:
        return self.case.the(Citizen)

    @cached_property
    def plan(self) -> Plan:
        return current_plan(self.case)

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals of the paper: those that are worked on, then the reached; not what was set aside or replaced, nor
        what the reader may not be told of.
        """
        return [goal for _number, goal in self.numbered_goals]

    @cached_property
    def numbered_goals(self) -> list[tuple[int, Goal]]:
        """The same with the number each has in the citizen's own plan: who holds a part of it means the same by
        "goal 3".
        """
        shown = [g for g in as_read(self.plan.goals) if g.status.open or g.status is GoalStatus.REACHED]
        return [(number, goal) for number, goal in enumerate(shown, 1) if self.covered.line(goal)]

    @cached_property
    def people(self) -> list[NetworkMember]:
        """The network as it may stand on paper: nobody left out of it, nobody whose part is over."""
        return [m for m in people(self.case) if not m.left_out_of_paper and m.removed_on is None
                and not self.passed(m.involved_until) and self.covered.names(m)]

    @cached_property
    def shelter(self) -> Shelter | None:
        register = self.case.register
        return next(iter(register.all(Shelter)), None) if register else None

    @cached_property
    def contact_person(self) -> StaffMember | None:
        register = self.case.register
        return register.get(StaffMember, self.citizen.contact_person_id) if register else None

    @property
    def edition(self) -> str:
        """"udgave 2" or "udkast"."""
        return self.say("version {number}", number=self.version.number) if self.version else self.say("draft")

    @property
    def issuer(self) -> str:
        """Who made the paper, as the file says it: nobody by name where the address is protected."""
        shelter = self.shelter
        return "" if shelter is None or self.citizen.protected_address else shelter.name

    @property
    def address(self) -> str:
        """Where the shelter lies, on one line; "" where that would tell a protected address."""
        shelter = self.shelter
        lines = [] if shelter is None or self.citizen.protected_address else shelter.address.splitlines()
        return ", ".join(line.strip() for line in lines if line.strip())

    @cached_property
    def chaser(self) -> str:
        """Who asks again where we wait for somebody: the coordinator, else the contact person; "" = nobody yet."""
        holder = self.coordinator
        if holder is not None and not holder.is_citizen and not holder.left_out_of_paper:
            return self.full_name(holder)
        return self.name_of(self.contact_person)

    @cached_property
    def coordinator(self) -> NetworkMember | None:
        assigned = coordinator(self.case)
        return assigned.member if assigned else None

    # ------------------------------------------------------------------------------------------ names
    @cached_property
    def _short(self) -> dict[str, str]:
        """First names, with a surname where two share one; who has left is still called so where a promise stands.
        A name that cannot be printed has no first word.
        """
        everybody = [m for m in self.case.all(NetworkMember) if not m.is_citizen and not self._nameless(m.contact.name)]
        if self.nameless:                                # "Private 1" has no first word to be called by
            return {m.id: m.contact.name for m in everybody}
        first = {m.id: m.contact.first_name for m in everybody}
        times = Counter(first.values())
        times[self.citizen.first_name] += 1
        return {m.id: m.contact.name if times[first[m.id]] > 1 else first[m.id] for m in everybody}

    def name_of(self, staff: StaffMember | None) -> str:
        return "" if staff is None or self._nameless(staff.name) else staff.name.strip()

    def _nameless(self, name: str) -> bool:
        return not name.strip() or name == main_of(self.say(NO_NAME))

    def short_name(self, member: NetworkMember | None) -> str:
        """What the person is called in a table; "" for nobody."""
        name = self._called(member, self.citizen.first_name, self._short.get(member.id, "") if member else "")
        return shortened(name)

    def full_name(self, member: NetworkMember | None) -> str:
        name = member.contact.name if member else ""
        return self._called(member, self.citizen.name or self.citizen.first_name, "" if self._nameless(name) else name)

    def _called(self, member: NetworkMember | None, citizen: str, name: str) -> str:
        if member is None:
            return ""
        if member.is_citizen:
            return citizen or self.say("I")
        if self.keeps_off(member) or not name or not self.covered.names(member):
            return self.say("Somebody of my network")
        return name
