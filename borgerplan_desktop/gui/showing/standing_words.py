"""How a standing appointment is said on screen: on which day, how often, with whom, where."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import WEEKDAYS, _, day, ngettext
from borgerplan_desktop.model.standing_appointment import StandingAppointment


def in_a_line(standing: StandingAppointment, today: date, with_whom: bool = True) -> str:
    """"Mandag kl. 11.00 · Hver uge · Samir Haddad · Vi mødes ved porten"; without the name where it stands anyway."""
    day_of_week = dict(weekdays()).get(standing.weekday, "")
    when = _("{day} at {time}").format(day=day_of_week, time=standing.at) if standing.at else day_of_week
    until = ""
    if standing.ends_on is not None:
        ended = standing.ends_on < today
        until = (_("It ended {date}") if ended else _("Until {date}")).format(date=day(standing.ends_on, today))
    elif standing.begins_on is not None and standing.begins_on > today:
        until = _("From {date}").format(date=day(standing.begins_on, today))
    who = standing.member.contact.said_name if with_whom and standing.member is not None else ""
    return " · ".join(filter(None, (when, how_often(standing.weeks), who, standing.place_text.strip(), until)))


def weekdays() -> list[tuple[int | None, str]]:
    """Every day of the week, as one chooses it; the last is that it varies."""
    return [*((number, _(name).capitalize()) for number, name in enumerate(WEEKDAYS)), (None, _("It varies"))]


def how_often(weeks: int) -> str:
    """"Hver uge", "Hver 2. uge"."""
    return ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)
