"""Which municipality acts, and how we know: where the citizen has lived, and who said so."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.admission import ActingMunicipality, Residence, acts_now
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen

LIVED, ACTS = N_("Write where they lived"), N_("Choose the acting municipality")


# ------------------------------------------------------------------------------------------------------ the evidence
def lived_somewhere(opened: OpenCase) -> Residence:
    """A line to write in: which municipality, where, from when, and how we know."""
    with opened.action(LIVED):
        return opened.case.add(Residence())


def lived_from(opened: OpenCase, residence: Residence, on: date | None) -> None:
    _check(opened, on, residence.until_on)
    with opened.action(LIVED):
        residence.from_on = on


def lived_until(opened: OpenCase, residence: Residence, on: date | None) -> None:
    _check(opened, residence.from_on, on)
    with opened.action(LIVED):
        residence.until_on = on


def remove_residence(opened: OpenCase, residence: Residence) -> None:
    with opened.action(N_("Remove where they lived")):
        opened.case.remove(residence)


def residences(case: Case) -> list[Residence]:
    """The newest first; those without a day last."""
    rows = case.all(Residence)
    dated = [row for row in rows if row.from_on is not None]
    return [*reversed(dated), *(row for row in rows if row.from_on is None)]


def _check(opened: OpenCase, from_on: date | None, until_on: date | None) -> None:
    if from_on is not None and from_on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "from_on")
    if from_on is not None and until_on is not None and until_on < from_on:
        raise Refused(_("The end comes before the beginning. Check the days."), "until_on")


# ------------------------------------------------------------------------------------------------------ who acts
def acts(opened: OpenCase, municipality: str, *, unit: str = "", reason: str = "", settled: bool = False,
         since: date | None = None) -> ActingMunicipality:
    """This municipality acts from a day on (None = today), or we think so; the one before stays in the history.

    Raises Refused without a name, for a day to come, or before the last change.
    """
    municipality = one_line(municipality, "acting")
    if not municipality:
        raise Refused(_("Write which municipality acts."), "acting")
    day, before = since or opened.today(), acts_now(opened.case)
    if day > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "acting_since")
    if before is not None and day < before.since:
        raise Refused(_("That is before the last change. Choose a later day."), "acting_since")
    with opened.action(ACTS):
        row = ActingMunicipality(since=day, municipality=municipality, unit=one_line(unit, "acting"),
                                 reason=reason.strip(), settled=settled)
        if before is not None and before.since == day:
            opened.case.remove(before)                   # the same day: it was put right, not changed
        opened.case.add(row)
        opened.case.the(Citizen).acting_municipality = municipality
        return row


def as_the_facts_say(opened: OpenCase) -> None:
    """Who acts was written among the citizen's facts: from today the history says it too."""
    name, now = opened.case.the(Citizen).acting_municipality.strip(), acts_now(opened.case)
    if name and (now is None or now.municipality != name):
        acts(opened, name)


def has_said_yes(opened: OpenCase, row: ActingMunicipality, yes: bool) -> None:
    """They agree that they act; or it is only what we think."""
    with opened.action(ACTS):
        row.settled = yes


def remove_acting(opened: OpenCase, row: ActingMunicipality) -> None:
    """It was written down by mistake; the one before acts again."""
    with opened.action(N_("Remove the acting municipality")):
        opened.case.remove(row)
        now = acts_now(opened.case)
        opened.case.the(Citizen).acting_municipality = now.municipality if now is not None else ""


def history(case: Case) -> list[ActingMunicipality]:
    """Every one that has acted, the newest first."""
    return case.all(ActingMunicipality)[::-1]
