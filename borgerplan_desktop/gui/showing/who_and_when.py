"""How the plan says who and when: short names, near dates, and kindly when the day has passed."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import _, day, due, near
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import InterventionReview


def who(member: NetworkMember | None) -> str:
    """The first name; "" for nobody."""
    if member is None:
        return ""
    if member.is_citizen:
        return member.case.the(Citizen).first_name
    return member.contact.first_name or member.described


def who_has_it(member: NetworkMember | None) -> str:
    """The first name, and that the person has left where somebody else must take over."""
    if member is not None and member.removed_on is not None:
        return _("{name} (no longer on the map)").format(name=who(member))
    return who(member)


def who_in_full(member: NetworkMember | None) -> str:
    """"Nadia Bro, Rusmiddelcenter"; the citizen is "Jonas"."""
    if member is None:
        return ""
    if member.is_citizen:
        return who(member)
    contact = member.contact
    known = _("no longer on the map") if member.removed_on is not None else (
        contact.organisation or contact.role or member.relation)
    return ", ".join(part for part in (contact.said_name, known) if part)


def name_of(member: NetworkMember | None) -> str:
    """"Nadia Bro"; the citizen is "Jonas", somebody without a name what we know of them."""
    return who(member) if member is None or member.is_citizen else member.contact.said_name or member.described


def ladder_choices() -> list[tuple[LadderStep | None, str]]:
    """The steps of the ladder to choose from, with none first: (step, "Trin 3: …")."""
    return [(None, _("Not chosen")), *((step, _("Step {n}: {name}").format(n=step.number, name=_(step.label)))
                                       for step in LadderStep)]


def by_when(due_on: date | None, today: date, done_on: date | None = None, words: str = "") -> tuple[str, bool]:
    """(words, whether the day has passed): "20. mar.", "skulle være sket 9. marts 2026", "gjort 2. mar."."""
    if done_on is not None:
        return _("done {date}").format(date=near(done_on, today)), False
    if due_on is None:
        return words, False
    if due_on < today:
        return _("should have happened {date}").format(date=due(due_on, today)), True
    return due(due_on, today), False


def review_words(made: InterventionReview, today: date) -> str:
    """"2. november: Ændres. Samtalerne er flyttet til om formiddagen"."""
    return " ".join(each for each in (f"{day(made.on, today)}: {_(made.outcome.label)}.", made.why.strip())
                    if each)
