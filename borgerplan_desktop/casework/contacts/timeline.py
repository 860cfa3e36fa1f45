"""Every contact in one line of time, the newest first: notes, the steps to who did not come, and the meetings held."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote, MissedAppointment, ReachStep, ReachTry
from borgerplan_desktop.model.meeting import Meeting, Presence
from borgerplan_desktop.model.row import Id

HOW = {ReachStep.CALL: ContactChannel.PHONE, ReachStep.KNOCK: ContactChannel.VISIT,
       ReachStep.OTHER_PLACE: ContactChannel.TALK, ReachStep.ASK_WHY: ContactChannel.TALK}
Source = ContactNote | ReachTry | Meeting


@dataclass(frozen=True)
class Entry:
    """One contact, whatever row it is of. `with_ids` are members; `channel` None = a meeting."""

    row: Source
    at: datetime
    channel: ContactChannel | None
    with_ids: frozenset[Id]
    reached: bool = True
    has_time: bool = True                                # else only the day is known


def timeline(case: Case, member_id: Id | None = None, channel: ContactChannel | None = None) -> list[Entry]:
    """The contacts with a person, or through a channel; None = all."""
    found = [each for each in _entries(case) if (member_id is None or member_id in each.with_ids)
             and (channel is None or each.channel is channel)]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _entries(case: Case) -> list[Entry]:
    found = [Entry(note, note.at, note.channel, _ids(note.member_id), note.reached)
             for note in case.all(ContactNote) if note.adds_to_id is None]
    for tried in case.all(ReachTry):
        missed = case.get(MissedAppointment, tried.missed_id)
        found.append(Entry(tried, datetime.combine(tried.on, time()), HOW[tried.step],
                           _ids(missed.member_id if missed is not None else None), tried.reached, False))
    for meeting in case.all(Meeting):
        when = meeting.started_at or meeting.starts_at
        if when is not None and has_been_held(meeting):
            there = (each.member_id for each in meeting.participants if each.presence is Presence.PRESENT)
            found.append(Entry(meeting, when, None, frozenset(id for id in there if id is not None)))
    return found


def _ids(member_id: Id | None) -> frozenset[Id]:
    return frozenset((member_id,)) if member_id is not None else frozenset()
