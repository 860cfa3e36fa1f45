"""Somebody did not come: the path that *we* then go, step by step, until we are in touch again."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.contact_note import MissedAppointment, ReachStep, ReachTry, missed_at
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Meeting, Participant, Presence
from borgerplan_desktop.model.network import NetworkMember, citizen_member


def begin_path(opened: OpenCase, what: str, on: date | None = None, member: NetworkMember | None = None) -> \
        MissedAppointment:
    """Somebody did not come to what is written; `member` None = the citizen, `on` None = today.

    Raises Refused for a day to come, and when nothing is written.
    """
    if not what.strip():
        raise Refused(_("Write what it was, e.g. the dentist or the talk on Monday."), "what")
    with opened.action(N_("Did not come")):
        return opened.case.add(MissedAppointment(on=_past(opened, on), what=what.strip(),
                                                 member_id=_id_of(opened, member)))


def appointment_missed(opened: OpenCase, appointment: Appointment) -> MissedAppointment:
    """The citizen did not come to the appointment. Raises Refused for one that has not been yet."""
    known = path_of(opened, appointment)
    if known is not None:
        return known
    with opened.action(N_("Did not come")):
        appointment.kept = False
        return opened.case.add(MissedAppointment(
            on=_past(opened, appointment.on), what=appointment.text or _("An appointment"),
            member_id=_id_of(opened, None), appointment_id=appointment.id))


def appointment_kept(opened: OpenCase, appointment: Appointment) -> None:
    """It took place after all: what was noted of its being missed goes, but for what we have already done."""
    known = path_of(opened, appointment)
    with opened.action(N_("The appointment took place")):
        appointment.kept = True
        if known is not None and not known.tries:
            opened.case.remove(known)
        elif known is not None:
            settle(opened, known)


def path_of(opened: OpenCase, appointment: Appointment) -> MissedAppointment | None:
    """What was noted of an appointment that was missed."""
    return next(iter(opened.case.of(MissedAppointment, MissedAppointment.appointment_id, appointment.id)), None)


def away_from_meeting(opened: OpenCase, participant: Participant) -> MissedAppointment | None:
    """Somebody who was asked to a meeting stayed away, the citizen or a party; None for nobody by name."""
    meeting, member = opened.case.get(Meeting, participant.meeting_id), participant.member
    if meeting is None or member is None:
        return None
    if (known := missed_at(opened.case, meeting, member)) is not None:
        return known
    on = meeting.starts_at.date() if meeting.starts_at is not None else opened.today()
    with opened.action(N_("Did not come")):
        note_presence(opened, participant, Presence.DID_NOT_COME)
        return opened.case.add(MissedAppointment(
            on=min(on, opened.today()), member_id=member.id, meeting_id=meeting.id,
            what=_(meeting.kind.label)))


def take_step(opened: OpenCase, missed: MissedAppointment, step: ReachStep, note: str = "", *, reached: bool = False,
              on: date | None = None) -> ReachTry:
    """We did this, and it went so. `reached` = we got hold of them: we are in touch again, and what they said stood in
    the way is kept as the reason. Raises Refused for a day to come.
    """
    done_on = _past(opened, on)
    if done_on < missed.on:
        raise Refused(_("That was before the appointment. Write the day you did it."), "on")
    with opened.action(N_("Get in touch again")):
        made = opened.case.add(ReachTry(on=done_on, missed_id=missed.id, step=step, note=note.strip(),
                                        reached=reached, by_id=opened.who))
        if step is ReachStep.ASK_WHY and reached and note.strip() and not missed.why:
            missed.why = note
        if reached:
            settle(opened, missed, done_on)
    return made


def settle(opened: OpenCase, missed: MissedAppointment, on: date | None = None) -> None:
    """We are in touch again."""
    if missed.settled_on is None:
        with opened.action(N_("In touch again")):
            missed.settled_on = on or opened.today()


def not_settled(opened: OpenCase, missed: MissedAppointment) -> None:
    """We are not in touch after all."""
    with opened.action(N_("Not in touch yet")):
        missed.settled_on = None


def remove_missed(opened: OpenCase, missed: MissedAppointment) -> None:
    """It was a mistake: they did come, or it was called off."""
    with opened.action(N_("Remove what was noted")):
        appointment = opened.case.get(Appointment, missed.appointment_id)
        if appointment is not None:
            appointment.kept = None
        opened.case.remove(missed)


def _id_of(opened: OpenCase, member: NetworkMember | None) -> str | None:
    who = member or citizen_member(opened.case)
    return who.id if who is not None else None


def _past(opened: OpenCase, on: date | None) -> date:
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "on")
    return on or opened.today()
