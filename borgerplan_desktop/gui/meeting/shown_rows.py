"""The rows that the tab of the meetings shows, and which of its parts look anew when one of them changes."""
from __future__ import annotations

from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    ChecklistTick,
    Feedback,
    LeaderPad,
    Meeting,
    ParkedTopic,
    Participant,
)
from borgerplan_desktop.model.meeting_edition import MeetingEdition
from borgerplan_desktop.model.network import NetworkMember, Representation
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, PlanVersion
from borgerplan_desktop.model.row import Row

SHOWN: tuple[type[Row], ...] = (
    Meeting, Participant, AgendaItem, ParkedTopic, ChecklistTick, Feedback, Agreement, Goal, Plan, PlanVersion,
    NetworkMember, Citizen, Cooperation, Representation, Consent, ConsentPerson, ConsentTopic, CoordinatorAssignment,
    MeetingEdition, LeaderPad)

# The parts of the page during the meeting.
POINTS: tuple[type[Row], ...] = (Meeting, AgendaItem, ParkedTopic)
AGREED: tuple[type[Row], ...] = (Agreement, NetworkMember, Citizen)
_OFFERED: tuple[type[Row], ...] = (NetworkMember, Citizen, Goal, Plan)
CALLED_SO: tuple[type[Row], ...] = (NetworkMember, Citizen)

# What is noted again and again while a meeting is held; how ready it is, and what it is called, stays as it was.
_HELD: dict[type[Row], frozenset[str]] = {
    Meeting: frozenset(field.key for field in (
        Meeting.item_id, Meeting.item_since, Meeting.turn_since, Meeting.own_words,
        Meeting.own_words_for_all)),
    Participant: frozenset(field.key for field in (
        Participant.presence, Participant.came_at, Participant.left_at, Participant.has_spoken, Participant.spoke)),
    AgendaItem: frozenset(field.key for field in (
        AgendaItem.done, AgendaItem.used, AgendaItem.written, AgendaItem.decided))}


def concern(changes: Changes | None, kinds: tuple[type[Row], ...]) -> bool:
    """Whether a part that shows these kinds is to look anew; not knowing what changed, all do."""
    return changes is None or any(changes.touches(kind) for kind in kinds)


def offers_others(changes: Changes | None) -> bool:
    """Whether there may be other people or goals that an agreement can be about."""
    return changes is None or concern(changes, _OFFERED) or changes.touches(
        Participant, Participant.member_id) or changes.touches(AgendaItem, AgendaItem.goal_id)


def is_only_held(changes: Changes | None) -> bool:
    """Whether nothing changed but how far the meeting is, and who is there and was heard."""
    return changes is not None and all(
        each.before is not None and each.after is not None and each.after.keys() <= _HELD.get(each.kind, frozenset())
        for each in changes)
