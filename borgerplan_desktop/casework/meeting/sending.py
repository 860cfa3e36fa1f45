"""Giving everybody the meeting's paper: who gets what, what is held back and why, and that they have got it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from borgerplan_desktop.casework.course.course import reach_today
from borgerplan_desktop.casework.meeting.after_meeting import has_been_held, waiting_for_minutes
from borgerplan_desktop.casework.meeting.before_meeting import named
from borgerplan_desktop.casework.meeting.editions import has_agenda_now, has_minutes_now
from borgerplan_desktop.casework.meeting.participants import may_have_paper
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import address_of
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.course import MilestoneKind
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant
from borgerplan_desktop.model.meeting_edition import Has, area_of, has, thinks_it_is_held
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind, MadeHow, Reader
from borgerplan_desktop.store.audit import Did


class Sending(Labelled):
    """What is given to everybody."""

    INVITATION = "invitation", N_("Invitation")
    CHANGE = "change", N_("Changes to the meeting")
    MINUTES = "minutes", N_("Minutes")

    @property
    def paper(self) -> DocumentKind:
        return {Sending.INVITATION: DocumentKind.INVITATION, Sending.CHANGE: DocumentKind.AGENDA_CHANGE,
                Sending.MINUTES: DocumentKind.MINUTES}[self]


class How(Labelled):
    """How somebody gets the paper."""

    MAIL = "mail", N_("By mail")
    PRINTED = "printed", N_("On paper")
    BY_HAND = "by_hand", N_("Has got it already")
    NOT_NOW = "not_now", N_("Not now")


OF_MINUTES = (Has.MINUTES, Has.OLDER_MINUTES)


@dataclass(frozen=True)
class Law:
    """What allows or demands to share where no consent covers: it stands on record."""

    law: str
    reason: str


@dataclass(frozen=True)
class Recipient:
    """One participant as the list shows them. `may` = a consent covers them; `why_not` says why it does not."""

    participant: Participant
    member: NetworkMember
    may: bool
    why_not: str
    gets: str
    has: Has
    address: str                                         # "" = no mail can be written to them
    due: bool                                            # they have not got it yet, or an older one
    known: str = ""                                      # which of it they have, in words

    def about(self, law: Law | None = None) -> str:
        """The key of their paper."""
        meeting = self.participant.case.get(Meeting, self.participant.meeting_id)
        assert meeting is not None
        return MeetingFor.to(meeting, self.member, by_law=law is not None and not self.may).key


def recipients(opened: OpenCase, meeting: Meeting, sending: Sending) -> list[Recipient]:
    """Everybody who is asked and still on the map, or was there; in the order of the list."""
    return [_recipient(opened, meeting, sending, each, member) for each in meeting.participants
            if (member := each.member) is not None and (member.can_be_asked or sending is Sending.MINUTES)]


def _recipient(opened: OpenCase, meeting: Meeting, sending: Sending, participant: Participant,
               member: NetworkMember) -> Recipient:
    may, now = may_have_paper(opened, member), has(participant, opened.today())
    why_not = "" if may else may_share(opened.case, member, Topic.PLAN, opened.today()).reason
    off = meeting.status is MeetingStatus.CALLED_OFF and thinks_it_is_held(participant)
    due = {Sending.INVITATION: now is Has.NOTHING, Sending.CHANGE: now is Has.OLDER or off,
           Sending.MINUTES: now is not Has.MINUTES}[sending] and may and member.can_be_asked
    known = _(now.label) if sending is not Sending.MINUTES or now in OF_MINUTES else ""
    return Recipient(participant, member, may, why_not, _gets(opened, meeting, sending, member) if may else "", now,
                     address_of(member), due, known)


def _gets(opened: OpenCase, meeting: Meeting, sending: Sending, member: NetworkMember) -> str:
    """What of the paper the person may read."""
    covered = covered_for(opened.case, member, opened.today())
    hidden = [each for each in meeting.agenda if not covered.point(area_of(each))]
    agreed = [each for each in meeting.agreements if not covered.agreement(each)] if sending is Sending.MINUTES else []
    parts = [ngettext("without {n} point", "without {n} points", len(hidden)).format(n=len(hidden)) if hidden else "",
             ngettext("without {n} agreement", "without {n} agreements", len(agreed)).format(n=len(agreed))
             if agreed else ""]
    held_back = ", ".join(part for part in parts if part)
    return _("Gets it {held_back}").format(held_back=held_back) if held_back else _("Gets all of it")


def were_given(opened: OpenCase, meeting: Meeting, sending: Sending, how: How,
               given: Sequence[tuple[Recipient, Law | None]]) -> None:
    """They were given the paper today, in the way said; it stays on record, also when a consent is withdrawn.

    Raises Refused when no consent covers somebody, unless a law and a reason are given.
    """
    if not given or how is How.NOT_NOW:
        return
    for each, law in given:
        if not may_have_paper(opened, each.member) and (law is None or not (law.law.strip() and law.reason.strip())):
            raise Refused(_("No consent covers {name}. You may only share if a law allows or demands it. Write the law "
                            "and the reason.").format(name=each.member.contact.name), "override")
    name = {Sending.INVITATION: N_("Invitation given"), Sending.CHANGE: N_("Changes to the meeting given"),
            Sending.MINUTES: N_("Minutes given")}[sending]
    with opened.action(name):
        document = _on_record(opened, meeting, sending, how)
        for each, law in given:
            basis = law if law is not None and not may_have_paper(opened, each.member) else None
            opened.case.add(Delivery(
                given_on=opened.today(), member_id=each.member.id, to_name=each.member.contact.name,
                document_id=document.id if document is not None else None, what=_what(meeting, sending),
                override_law=basis.law.strip() if basis is not None else "",
                override_reason=basis.reason.strip() if basis is not None else ""))
            if sending is Sending.MINUTES:
                has_minutes_now(opened, each.participant)
            else:
                has_agenda_now(opened, each.participant)
        _come_further(opened, meeting, sending)
    if document is not None:
        opened.record(Did.PRINTED if how is How.PRINTED else Did.EXPORTED, name)


def _on_record(opened: OpenCase, meeting: Meeting, sending: Sending, how: How) -> Document | None:
    """One line in the list of papers for all of them; nothing was made for whoever had got it already."""
    if how is How.BY_HAND:
        return None
    return opened.case.add(Document(
        made_at=opened.now(), kind=sending.paper, made_by=opened.who, reader=Reader.OTHERS, meeting_id=meeting.id,
        made_how=MadeHow.PRINTED if how is How.PRINTED else MadeHow.SAVED))


def _what(meeting: Meeting, sending: Sending) -> str:
    words = {Sending.INVITATION: _("Invitation to the meeting {date}"),
             Sending.CHANGE: _("Changes to the meeting {date}"),
             Sending.MINUTES: _("Minutes of the meeting {date}")}[sending]
    return words.format(date=named(meeting))


def _come_further(opened: OpenCase, meeting: Meeting, sending: Sending) -> None:
    if sending is Sending.MINUTES:
        if has_been_held(meeting) and not waiting_for_minutes(opened, meeting):
            meeting.status = MeetingStatus.MINUTES_SENT
            meeting.minutes_sent_on = meeting.minutes_sent_on or opened.today()
    elif meeting.status.ahead:
        meeting.status = MeetingStatus.INVITED
        meeting.invited_on = meeting.invited_on or opened.today()
        reach_today(opened, MilestoneKind.INVITED)
