"""The rows that the tab of the meetings shows: it looks anew when one of them changes."""
from __future__ import annotations

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
