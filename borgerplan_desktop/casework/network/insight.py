"""What the map shows, in the words of the screen: what the window and the terminal say."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from borgerplan_desktop.i18n import _, day, listed, weekday
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.insight.insight import what_it_shows
from borgerplan_desktop.model.insight.sentence import Sentence, Voice, is_professional
from borgerplan_desktop.model.network import Being, NetworkMember


def insight(case: Case, today: date, called: Callable[[NetworkMember], str] | None = None,
            citizen: str | None = None) -> list[Sentence]:
    """Everything the map shows, the most useful first; `called` and `citizen` are other names than their own, as for a
    map without names.
    """
    def said_day(on: date) -> str:
        return day(on, today)

    name = case.the(Citizen).first_name if citizen is None else citizen
    return what_it_shows(case, today, Voice(_say, said_day, called or _called, listed, weekday, name))


def _say(message: str, /, **filled: object) -> str:
    return _(message).format(**filled) if filled else _(message)


def _called(member: NetworkMember) -> str:
    """Professionals by their whole name, everybody else by what one calls them."""
    contact = member.contact
    if not contact.name.strip():
        return member.described or _("Nobody's name yet")
    whole = is_professional(member) or member.being is Being.PLACE       # no bench has a first name
    return contact.said_name if whole else contact.first_name
