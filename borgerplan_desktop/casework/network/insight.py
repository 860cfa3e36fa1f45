"""What the map shows, in the words of the screen: what the window and the terminal say."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import _, day, listed, weekday
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.insight.insight import what_it_shows
from borgerplan_desktop.model.insight.sentence import Sentence, Voice, is_professional
from borgerplan_desktop.model.network import Being, NetworkMember


def insight(case: Case, today: date) -> list[Sentence]:
    """Everything the map shows, the most useful first."""
    def said_day(on: date) -> str:
        return day(on, today)

    return what_it_shows(case, today, Voice(_say, said_day, _called, listed, weekday, case.the(Citizen).first_name))


def _say(message: str, /, **filled: object) -> str:
    return _(message).format(**filled) if filled else _(message)


def _called(member: NetworkMember) -> str:
    """Professionals by their whole name, everybody else by what one calls them."""
    contact = member.contact
    if not contact.name.strip():
        return member.described or _("Nobody's name yet")
    whole = is_professional(member) or member.being is Being.PLACE       # no bench has a first name
    return contact.said_name if whole else contact.first_name
