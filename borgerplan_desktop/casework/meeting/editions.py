"""What was sent of a meeting: a new number with every change, and which of them each participant has."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.covered import EVERYTHING, covered_for
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant
from borgerplan_desktop.model.meeting_edition import (
    EditionPoint,
    Has,
    MeetingEdition,
    area_of,
    changes_since,
    fingerprint,
    has,
    newest_edition,
)


def edition_now(opened: OpenCase, meeting: Meeting) -> MeetingEdition:
    """The edition that says what the meeting's invitation says now: the newest, or a new one with the next number."""
    newest, called_off = newest_edition(meeting), meeting.status is MeetingStatus.CALLED_OFF
    number = number_now(meeting, called_off)
    if newest is not None and newest.number == number:
        return newest
    with opened.action(N_("Invitation given")):
        made = opened.case.add(MeetingEdition(
            number=number, made_at=opened.now(), meeting_id=meeting.id,
            called_off=called_off, starts_at=meeting.starts_at, ends_at=meeting.ends_at, place_text=meeting.place_text,
            held_as=meeting.held_as, link=meeting.link,
            purpose=meeting.purpose))
        meeting.told = number
        for at, item in enumerate(meeting.agenda):
            opened.case.add(EditionPoint(
                edition_id=made.id, place=float(at), item_id=item.id, title=item.title, minutes=item.minutes,
                area=area_of(item)))
        return made


def number_now(meeting: Meeting, called_off: bool) -> int:
    """The number of what is told now: that of the newest edition that was sent, or the next where it tells otherwise.

    It never falls: what was told and undone is in people's calendars still, so nothing gets its number again.
    """
    newest = newest_edition(meeting)
    number = newest.number if newest is not None else 0
    if newest is not None and number >= meeting.told and says_what_is_now(meeting, newest, called_off):
        return number
    return max(number, meeting.told) + 1


def says_what_is_now(meeting: Meeting, edition: MeetingEdition, called_off: bool) -> bool:
    """Whether an edition that was sent tells of the meeting as it is: also whether it is held at all."""
    return edition.called_off == called_off and not changes_since(meeting, edition, EVERYTHING)


def has_agenda_now(opened: OpenCase, participant: Participant) -> None:
    """The person has the invitation, with the agenda as it is today."""
    meeting = opened.case.get(Meeting, participant.meeting_id)
    if meeting is not None:
        with opened.action(N_("Invitation given")):
            participant.invited_on = participant.invited_on or opened.today()
            participant.edition = edition_now(opened, meeting).number


def has_minutes_now(opened: OpenCase, participant: Participant) -> None:
    """The person has the minutes as they are today."""
    meeting, member = opened.case.get(Meeting, participant.meeting_id), participant.member
    if meeting is not None and member is not None:
        with opened.action(N_("Minutes given")):
            participant.minutes_given_on = opened.today()
            participant.minutes_as_given = fingerprint(meeting, covered_for(opened.case, member, opened.today()))


def with_older(opened: OpenCase, meeting: Meeting, what: Has) -> list[Participant]:
    """Those who have an older agenda, or older minutes, than there are now."""
    return [each for each in meeting.participants if has(each, opened.today()) is what]
