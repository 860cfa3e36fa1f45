"""Where a change lies on screen, and what the changed thing is called: known from the changes alone."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.application import Application, HousingOffer
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.consent import Consent, ConsentPerson, Narrowing
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Milestone,
    MilestoneKind,
    ResponsibilityRequest,
)
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.house_ideas import HouseIdea
from borgerplan_desktop.model.implementation_plan import Activity
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.leaving import RelapseSign
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingStatus,
    ParkedTopic,
    Participant,
)
from borgerplan_desktop.model.network import Involvement, KeptMap, NetworkMember, Representation
from borgerplan_desktop.model.notes import Note, Rating
from borgerplan_desktop.model.papers import EarlierPlan
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, LadderPosition, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import ChecklistPoint, MapPreset, Professional, Shelter, StaffMember
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.told import Told
from borgerplan_desktop.model.what_we_changed import WhatWeChanged

LONGEST = 40                                             # characters of a name

# What has parts or words of its own: its removal offers a way back in sight.
WHOLES = (NetworkMember, Goal, Intervention, Agreement, Meeting, AgendaItem, Participant, Consent, Note, EarlierPlan,
          ResponsibilityRequest, Knowledge, LadderPosition, Application, HousingOffer, ContactNote, MissedAppointment,
          Appointment, StandingAppointment, KeptMap, WhatWeChanged, RelapseSign, Activity, HouseIdea)
_TEXT = {Goal: "title", Step: "text", Intervention: "name", Agreement: "text", AgendaItem: "title",
         ParkedTopic: "text", EarlierPlan: "title", NetworkMember: "name", ResponsibilityRequest: "office",
         Application: "what", HousingOffer: "dwelling", Knowledge: "what", Expectation: "text", Told: "to_name",
         Shelter: "name", StaffMember: "name", Professional: "name", Service: "name", RelapseSign: "sign",
         Activity: "title", HouseIdea: "words", ChecklistPoint: "text",
         ContactNote: "with_whom", MissedAppointment: "what", Appointment: "text",
         StandingAppointment: "text", KeptMap: "title", MapPreset: "name", WhatWeChanged: "said"}
_CHOICE: dict[type[Row], tuple[str, type[Any]]] = {
    Rating: ("area", LifeArea), Milestone: ("kind", MilestoneKind), Meeting: ("kind", MeetingKind),
    LadderPosition: ("step", LadderStep)}
_OF = {Participant: "member_id", ConsentPerson: "member_id", Narrowing: "member_id", Involvement: "member_id",
       Representation: "member_id", CoordinatorAssignment: "member_id"}     # called as the person they are about


class Where(NamedTuple):
    """A tab, the row in it (one that is there now, else ""), and what it is called ("" = no name of its own).

    `part`: of a tab that has parts, the one it lies in.
    """

    tab: str
    row_id: str
    name: str
    part: str = ""

    def lies_in(self, tab: str, part: str) -> bool:
        """Whether it is what is in front there."""
        return self.tab == tab and self.part in ("", part)


def is_easily_a_slip(changes: Changes) -> bool:
    """Whether something was removed that is more than a line, or a meeting was ended: one press, and much is gone.

    What was replaced by others of its kind is not removed.
    """
    removed = set(WHOLES) - {each.kind for each in changes if each.before is None}
    return ends_meeting(changes) or any(
        each.kind in removed and (each.after is None or each.after.get(NetworkMember.removed_on.key) is not None)
        for each in changes)


def ends_meeting(changes: Changes) -> bool:
    return any(each.kind is Meeting and each.before is not None and each.after is not None
               and each.before.get(Meeting.status.key) is MeetingStatus.IN_PROGRESS
               and each.after.get(Meeting.status.key) is MeetingStatus.HELD for each in changes)


PartOf = Callable[[Case, Change], tuple[str, str]]


def no_parts(_case: Case, _change: Change) -> tuple[str, str]:
    return "", ""


def where(case: Case, changes: Changes, in_front: str, lies_in: Mapping[type[Row], str],
          part_of: PartOf = no_parts) -> Where:
    """Where the changes lie: in the tab in front if any of them does, else where the chief of them is.

    `part_of`: the tab and the part of it in which a change lies, where it lies in one.
    """
    order = list(lies_in)
    known = sorted((change for change in changes if change.kind in lies_in), key=lambda each: (
        order.index(each.kind), each.before is not None and each.after is not None))     # what came or went before it
    here = [change for change in known if lies_in[change.kind] == in_front]
    if not known:
        return Where(in_front, "", "")
    chief = (here or known)[0]
    row = case.get(chief.kind, chief.id)
    tab, part = part_of(case, chief)
    several = len([each for each in known if each.kind is chief.kind and _came_or_went(each)]) > 1
    name = "" if several else _short(_name(case, chief))         # one of five that went would stand for all of them
    return Where(tab or lies_in[chief.kind], chief.id if row is not None else "", name, part)


def _came_or_went(change: Change) -> bool:
    return change.before is None or change.after is None


def _name(case: Case, change: Change) -> str:
    row = case.get(change.kind, change.id)
    values: dict[str, Any] = row.values() if row is not None else dict(change.before or change.after or {})
    if isinstance(row, NetworkMember):
        return row.contact.name                          # also of somebody who stands in the shelter's register
    if change.kind is NetworkMember and case.register is not None:
        for kind, column in ((Professional, "professional_id"), (StaffMember, "staff_id")):
            if (known := case.register.get(kind, values.get(column))) is not None:
                return known.itself.name if isinstance(known, Professional) else known.name
    if (key := _TEXT.get(change.kind)) is not None:
        return str(values.get(key) or "")
    if change.kind in _CHOICE:
        key, choice = _CHOICE[change.kind]
        value = choice(values[key]) if values.get(key) else None
        return (area_name(case.register, value) if isinstance(value, LifeArea) else _(value.label)) if value else ""
    if (key := _OF.get(change.kind)) is not None:
        member = case.get(NetworkMember, values.get(key))
        return member.contact.name if member is not None else ""
    return ""


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else line[:LONGEST - 1].rstrip() + "…"
