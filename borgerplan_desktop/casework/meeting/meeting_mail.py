"""The mails of a meeting: one to each, with their paper attached; the text says when, and not what it is about."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.participants import may_have_paper
from borgerplan_desktop.casework.meeting.sending import Law, Sending
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import (
    Mail,
    as_others_read,
    called_in_mail,
    greeting,
    mail_to,
    not_after_death,
    said_day,
    signed,
)
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import _, clock, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.network import NetworkMember


def meeting_mail(opened: OpenCase, meeting: Meeting, member: NetworkMember, sending: Sending,
                 law: Law | None = None) -> Mail:
    """What we would write to the person. Raises Refused when no consent covers them and no law is named, or the citizen
    has died.
    """
    not_after_death(opened.case)
    if law is None and not may_have_paper(opened, member):
        raise Refused(may_share(opened.case, member, Topic.PLAN, opened.today()).reason, "consent")
    return written_mail(meeting, member, sending, opened.today(), signed(opened))


def written_mail(meeting: Meeting, member: NetworkMember, sending: Sending, today: date, sign: str) -> Mail:
    """The words of it, signed by whoever sends it; the same from an archive and from a case file."""
    citizen = as_others_read(meeting.case).the(Citizen)
    starts = meeting.starts_at
    with_whom = _("your meeting") if member.is_citizen else _("the meeting with {name}").format(
        name=called_in_mail(citizen)) if called_in_mail(citizen) else _("the meeting")
    when = _("{date} at {time}").format(date=said_day(starts.date(), today), time=clock(starts)) if starts else ""
    with_whom = f"{with_whom} {when}".strip()
    first, then = {
        Sending.INVITATION: (_("Here is the invitation to {meeting}. It lies with this mail and is the agenda too."),
                             _("Please tell me if you cannot come, or if something is to be on the agenda.")),
        Sending.CHANGE: (_("Something has changed about {meeting}. What it is, and how it is now, lies with this "
                           "mail."), _("It takes the place of what you had before.")),
        Sending.MINUTES: (_("Here are the minutes of {meeting}. They lie with this mail."),
                          _("Please tell me if something is not right.")),
    }[sending]
    if sending is Sending.CHANGE and meeting.status is MeetingStatus.CALLED_OFF:
        first, then = (_("This is to tell you that {meeting} is called off. Nobody is to come."),
                       _("We tell you when there is a new day."))
    parts = [f"{greeting(member)},", first.format(meeting=with_whom), then, sign]
    return mail_to(member, subject(meeting, sending), parts)


def subject(meeting: Meeting, sending: Sending) -> str:
    """What it is and the day: no name, and nothing of what it is about."""
    on = day(meeting.starts_at.date()) if meeting.starts_at is not None else ""
    off = meeting.status is MeetingStatus.CALLED_OFF
    with_day, without = {
        Sending.INVITATION: (_("Invitation to a meeting on {date}"), _("Invitation to a meeting")),
        Sending.CHANGE: (_("The meeting on {date} is called off"), _("The meeting is called off")) if off else (
            _("Changes to the meeting on {date}"), _("Changes to the meeting")),
        Sending.MINUTES: (_("Minutes of the meeting on {date}"), _("Minutes of a meeting")),
    }[sending]
    return with_day.format(date=on) if on else without
