"""What Min dag knows of one citizen: what calls, and the meetings ahead; made of a few rows, never of a whole case."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import Application, HousingOffer, Nudge
from borgerplan_desktop.model.attention import Attention, Call, Side, last_contact, watched
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Narrowing
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Course,
    Milestone,
    ResponsibilityRequest,
    Stay,
    current_course,
    has_died,
    room_on,
)
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant
from borgerplan_desktop.model.meeting_needs import Needed, needs
from borgerplan_desktop.model.network import NetworkMember, Representation
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.plan import Agreement, FollowUpDay, Goal, Plan, PlanVersion, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.model.text import first_name

# What the rules look at. Of long texts only those that are shown: notes and plans stay where they are.
KINDS: Mapping[type[Row], Sequence[str]] = {
    Citizen: ("name", "latin_name", "called", "contact_person_id", "merged_into"),
    Cooperation: ("interpreter", "interpreter_language", "interpreter_booking", "complex_actors", "complex_situation",
                  "complex_illness", "other_coordinator"),
    Appointment: ("on", "at", "kept"), Course: (),
    Stay: ("admitted_on", "decided_on", "room", "notified_on", "left_on", "left_how"),
    Milestone: ("course_id", "kind", "done_on"),
    CoordinatorAssignment: ("since", "member_id", "temporary", "until", "ends_coordination"),
    NetworkMember: ("place", "kind", "professional_id", "staff_id", "name", "role", "organisation", "involved_from",
                    "involved_until", "removed_on", "being", "reach"),
    Representation: (),
    Consent: ("given_on", "said_no", "basis", "expires_on", "withdrawn_on", "written_at",
              "withdrawal_written_at"), ConsentPerson: (), ConsentTopic: (),
    Narrowing: (),
    ContactNote: ("at", "member_id", "with_whom", "reached"),
    MissedAppointment: ("on", "what", "member_id", "meeting_id", "settled_on"),
    ResponsibilityRequest: (), Application: (), HousingOffer: (), Nudge: (),
    Knowledge: ("noted_on", "member_id", "holder", "state", "asked_on"),
    Plan: ("started_on", "follow_up_on", "next_talk_on"), FollowUpDay: ("on", "plan_id", "done_on"),
    PlanVersion: ("number", "adopted_on", "plan_id"),
    Goal: ("plan_id", "place", "title", "status", "responsible_id", "deadline", "follow_up_on"),
    Step: ("goal_id", "place", "text", "responsible_id", "due_on", "done_on"),
    Agreement: ("place", "text", "responsible_id", "due_on", "status", "done_on",
                "when", "made_on", "meeting_id"),
    Meeting: ("kind", "status", "starts_at", "place_text", "place_asked", "held_as", "invited_on"),
    Participant: ("meeting_id", "place", "member_id", "presence", "minutes_given_on"),
    Note: ("written_at", "about_on"), AfterCare: ("began_on", "ended_on"),
    AfterCareCall: ("planned_on", "after_care_id", "called_on"),
}


AN_ANSWER = N_("an answer")
WITHOUT_WORDS = {Call.PLAN: AN_ANSWER, Call.NUDGE: AN_ANSWER, Call.NO_NUDGE: AN_ANSWER, Call.NO_MEANWHILE: AN_ANSWER}


@dataclass(frozen=True)
class Met:
    """A meeting ahead; `kind` is a msgid."""

    id: str
    at: datetime
    kind: str
    place: str
    needs: tuple[Needed, ...]
    is_on: bool                                          # it goes on now


@dataclass(frozen=True)
class Known:
    """One citizen, as of the change `change`."""

    id: str
    change: int
    name: str
    first_name: str
    latin_name: str                                      # of a name that paper has no letters for
    room: str
    contact_person_id: str | None
    contact_person: str
    first_contact_on: date | None
    last_contact: date | None
    calls: tuple[Attention, ...]
    meetings: tuple[Met, ...]

    def is_by(self, call: Attention, staff_id: str) -> bool:
        """Whether it is somebody of the staff who is to do it; what nobody has said yes to is the contact person's."""
        return call.who.side is Side.US and (call.who.staff_id or self.contact_person_id) == staff_id

    def without_numbers(self) -> Known:
        """The same with no CPR number in anybody's words: the day is seen by whoever passes, and printed."""
        mask = without_numbers
        calls = tuple(replace(each, words=mask(each.words), who=replace(
            each.who, name=mask(each.who.name), organisation=mask(each.who.organisation))) for each in self.calls)
        meetings = tuple(replace(met, place=mask(met.place), needs=tuple(
            replace(need, words=mask(need.words)) for need in met.needs)) for met in self.meetings)
        return replace(self, name=mask(self.name), first_name=mask(self.first_name), latin_name=mask(self.latin_name),
                       room=mask(self.room), contact_person=mask(self.contact_person), calls=calls, meetings=meetings)

    def on_paper(self, can_be_set: Callable[[str], bool]) -> Known:
        """The same with no more than the first name and the room, and no full name of private people: the page lies
        in a corridor, and somebody's own words there would tell of a debt or an illness.
        """
        first = self.first_name if can_be_set(self.first_name) else first_name(self.latin_name)
        first = first or _("No name")
        calls = tuple(replace(call, words=_(words) if (words := WITHOUT_WORDS.get(call.call)) and call.words else
                              "" if call.call.is_own_task else call.words,
                              who=replace(call.who, name=first_name(call.who.name))
                              if call.who.side in (Side.CITIZEN, Side.PRIVATE) else call.who) for call in self.calls)
        return replace(self, name=f"{first} ({self.room})" if self.room else first, first_name=first, calls=calls)

    def week(self, today: date) -> int:
        return max(0, (today - self.first_contact_on).days) // 7 + 1 if self.first_contact_on is not None else 1


def read_known(archive: Archive, ids: Sequence[str], newest: Mapping[str, int], today: date) -> Iterator[Known]:
    """What is known of each of these citizens. Raises NotForYou, StoreTrouble."""
    rules = archive.shelter.case.the(Shelter)
    for id, rows in archive.gate.rows(ids, KINDS).items():
        yield known(Case(id, rows, newest.get(id, 0), archive.shelter.case), today, rules).without_numbers()


def known(case: Case, today: date, rules: Shelter | None = None) -> Known:
    """What Min dag says of a citizen's case."""
    citizen = next(iter(case.all(Citizen)), None)
    if citizen is None:
        return Known(case.id, case.seen, _("No name"), _("No name"), "", "", None, "", None, None, (), ())
    course = current_course(case) if case.all(Course) else None
    nobody = _("No name")
    contact = case.register.get(StaffMember, citizen.contact_person_id) if case.register is not None else None
    is_open = course is not None and course.closed_on is None and not citizen.merged_into and not has_died(case)
    return Known(case.id, case.seen, citizen.name.strip() or citizen.called or nobody,
                 citizen.first_name or citizen.name.strip() or nobody, citizen.latin_name,
                 room_on(case, today),
                 citizen.contact_person_id, contact.name if contact is not None else "",
                 course.first_contact_on if course is not None else None, last_contact(case),
                 tuple(watched(case, today, rules)), tuple(_ahead(case, today)) if is_open else ())


def _ahead(case: Case, today: date) -> Iterator[Met]:
    for meeting in case.all(Meeting):
        is_on = meeting.status is MeetingStatus.IN_PROGRESS
        if meeting.starts_at is not None and (meeting.status.ahead or is_on):
            yield Met(meeting.id, meeting.starts_at, meeting.kind.label, meeting.place_text.strip(),
                      () if is_on else tuple(needs(meeting, today)), is_on)
