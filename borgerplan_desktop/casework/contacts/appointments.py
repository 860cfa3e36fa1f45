"""The citizen's own appointments ("Mine næste tider"): when, what, where and with whom."""
from __future__ import annotations

from datetime import date, time

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, clock
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.network import NetworkMember

CHANGED = N_("Appointment")


def add_appointment(opened: OpenCase, text: str, on: date | None, at: time | None = None, place: str = "",
                    member: NetworkMember | None = None) -> Appointment:
    """One more, on a day to come or one that has been. Raises Refused without a day, or with nothing written."""
    if not text.strip():
        raise Refused(_("Write what it is, e.g. the dentist."), "text")
    if on is None:
        raise Refused(_("Write which day it is."), "on")
    with opened.action(N_("Add appointment")):
        return opened.case.add(Appointment(on=on, at=clock(at) if at is not None else "", text=text.strip(),
                                           place_text=place.strip(),
                                           member_id=member.id if member is not None else None))


def move_appointment(opened: OpenCase, appointment: Appointment, on: date | None) -> None:
    """It is on another day. Raises Refused without one."""
    if on is None:
        raise Refused(_("Write which day it is. Remove the appointment if there is none."), "on")
    with opened.action(CHANGED):
        if on > opened.today():
            appointment.kept = None                      # it has not been yet
        appointment.on = on


def set_hour(opened: OpenCase, appointment: Appointment, at: time | None) -> None:
    with opened.action(CHANGED):
        appointment.at = clock(at) if at is not None else ""


def with_whom(opened: OpenCase, appointment: Appointment, member: NetworkMember | None) -> None:
    with opened.action(CHANGED):
        appointment.member_id = member.id if member is not None else None


def remove_appointment(opened: OpenCase, appointment: Appointment) -> None:
    """It is called off."""
    with opened.action(N_("Remove appointment")):
        opened.case.remove(appointment)


def ahead(case: Case, today: date) -> list[Appointment]:
    """From today on, the nearest first."""
    return sorted((each for each in case.all(Appointment) if each.on >= today and each.kept is None),
                  key=lambda each: (each.on, each.at.rjust(5)))


def been(case: Case, today: date) -> list[Appointment]:
    """Those that have been, the last first; of one of today it may be said already how it went."""
    return sorted((each for each in case.all(Appointment) if each.on < today or each.kept is not None),
                  key=lambda each: (each.on, each.at.rjust(5)), reverse=True)
