"""A meeting for calendars: an invitation that its change takes the place of, and that says nothing of the citizen."""
from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from borgerplan_desktop.casework.meeting.editions import edition_now, number_now
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import not_after_death
from borgerplan_desktop.casework.papers.mail_file import address_of, usable
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.calendar_file import CalendarEvent, CalendarFile, Reached, calendar_file
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingStatus
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.phone_number import phone_number
from borgerplan_desktop.store.audit import Did

OURS = uuid.UUID("6c2d6a2e-6d0b-5f0e-9d5e-6f2f4a1f7b58")         # what makes a meeting's id a calendar's
DOMAIN = "borgerplan.invalid"


def uid_of(meeting_id: str) -> str:
    """What a meeting of this id is called in calendars, for ever; nobody can tell from it whose it is."""
    return f"{uuid.uuid5(OURS, meeting_id)}@{DOMAIN}"


def calendar_name(meeting: Meeting) -> str:
    """What the meeting is called in calendars, also when it came from another case of the same person."""
    return uid_of(meeting.known_as or meeting.id)


def calendar_of(case: Case, meeting_id: str, now: datetime, to: NetworkMember | None = None,
                called_off: bool = False, by_law: bool = False) -> CalendarFile:
    """The meeting as a calendar file; `to` is the one it is for, who sees nobody else in it. Without anybody it asks
    all of those whom a consent covers, who have a mail address, and of whom each other may know.

    Raises Refused for a meeting without a time, where no consent covers whom it is for and no law does, and where the
    citizen has died and it is not called off.
    """
    meeting = case.get(Meeting, meeting_id)
    if meeting is None or meeting.starts_at is None:
        raise Refused(_("The meeting has no time yet. Choose a date first."), "starts_at")
    called_off = called_off or meeting.status is MeetingStatus.CALLED_OFF
    if to is not None and not by_law and not (shares := may_share(case, to, Topic.PLAN, now.date())).allowed:
        raise Refused(shares.reason, "consent")
    if not called_off:
        not_after_death(case)
    asked = [to] if to is not None else _asked_openly(meeting, now)
    shown = case if to is not None and to.is_citizen else _as_others_read(case)
    told = shown.get(Meeting, meeting_id) or meeting
    return calendar_file(CalendarEvent(
        calendar_name(meeting), number_now(meeting, called_off), now, meeting.starts_at, meeting.ends_at, _("Meeting"),
        _place(told), _description(told, called_off, _whom_to_tell(shown)), organizer(shown),
        [Reached(each.contact.name, address_of(each)) for each in asked if address_of(each)], called_off))


def can_be_in_calendars(opened: OpenCase, meeting: Meeting) -> None:
    """Raises Refused, with what is missing."""
    calendar_of(opened.case, meeting.id, opened.now())


def save_calendar(opened: OpenCase, meeting: Meeting, put: Callable[[bytes], object]) -> None:
    """`put` gets the file for everybody's calendars; when it has it, what it tells counts as sent, and that is on
    record. Raises Refused, and what `put` raises.
    """
    put(calendar_of(opened.case, meeting.id, opened.now()).content)
    edition_now(opened, meeting)
    opened.record(Did.EXPORTED, N_("Saved a meeting for calendars"))


def _asked_openly(meeting: Meeting, now: datetime) -> list[NetworkMember]:
    """Whoever else than the citizen can be asked in one file for all: everybody reads everybody's name in it."""
    case, today = meeting.case, now.date()
    members = [member for each in meeting.participants if (member := each.member) is not None
               and not member.is_citizen and member.can_be_asked and not member.left_out_of_paper
               and address_of(member)
               and may_share(case, member, Topic.PLAN, today).allowed]
    covers = {each.id: covered_for(case, each, today) for each in members}
    return [each for each in members if all(
        covers[other.id].names(each) and covers[other.id].says_where_from(each) for other in members
        if other is not each)]


def _as_others_read(case: Case) -> Case:
    """Where the address is protected, what could tell it is taken out."""
    from borgerplan_desktop.documents.paper_words import Words
    from borgerplan_desktop.documents.plan_protected_address import without_the_address

    return without_the_address(case, Words()) if case.the(Citizen).protected_address else case


def organizer(case: Case) -> Reached | None:
    """Whom the answers go to: the contact person, else the shelter; None where neither has a mail address."""
    register = case.register
    if register is None:
        return None
    staff = register.get(StaffMember, case.the(Citizen).contact_person_id)
    shelter = next(iter(register.all(Shelter)), None)
    for each in (staff, shelter):
        if each is not None and (address := usable(each.email)):
            return Reached(each.name, address)
    return None


def _place(meeting: Meeting) -> str:
    """Where, and how: "By video" needs no room."""
    how = _(meeting.held_as.label) if meeting.held_as is not HeldAs.IN_PERSON else ""
    return ", ".join(part for part in (how, without_numbers(meeting.place_text).strip()) if part)


def _whom_to_tell(case: Case) -> str:
    """"Eva Lind, tel. 12 34 56 20": the contact person; "" where there is none."""
    staff = case.register.get(StaffMember, case.the(Citizen).contact_person_id) if case.register is not None else None
    if staff is None or not staff.name.strip():
        return ""
    phone = _("tel. {phone}").format(phone=phone_number(staff.phone)) if staff.phone.strip() else ""
    return ", ".join(part for part in (staff.name.strip(), phone) if part)


def _description(meeting: Meeting, called_off: bool, tell: str) -> str:
    if called_off:
        return _("The meeting is called off.")
    link = meeting.link.strip() if meeting.held_as is not HeldAs.IN_PERSON else ""
    said = _("The agenda comes by itself. Tell us if you cannot come.") if not tell else _(
        "The agenda comes by itself. Tell {who} if you cannot come.").format(who=tell)
    return "\n".join(part for part in (link, said) if part)
