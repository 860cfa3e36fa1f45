"""The parts of the whole course, as data: what each is called, how it is made, and which rows lie in it."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.admission import ActingMunicipality, AdmissionStep, MergedCase, Residence
from borgerplan_desktop.model.application import Application, HousingOffer, Nudge
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment, ReachTry
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Course,
    CoursePhase,
    Milestone,
    ResponsibilityRequest,
    Stay,
    current_course,
)
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.leaving import (
    AfterCare,
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingTick,
    RelapseSign,
    stay_of_course,
)
from borgerplan_desktop.model.plan import LadderPosition
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.told import Told, ToldOf
from borgerplan_desktop.model.what_we_changed import WhatWeChanged


@dataclass(frozen=True)
class Entry:
    """One part. `make(desk, parent)` imports and builds it when it is first shown."""

    key: str
    name: str                                            # a msgid
    icon: str
    make: Callable[[Desk, QWidget], Tab]
    holds: frozenset[type[Row]] = frozenset()            # the rows that are found in it


def _intake(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.intake.intake_part import IntakePart
    return IntakePart(desk, parent)


def _contacts(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.contacts.contacts_part import ContactsPart
    return ContactsPart(desk, parent)


def _ladder(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.course.ladder_part import LadderPart
    return LadderPart(desk, parent)


def _course(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.course.course_part import CoursePart
    return CoursePart(desk, parent)


def _waiting(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.waiting.waiting_part import WaitingPart
    return WaitingPart(desk, parent)


def _coordinator(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.coordination.coordinator_part import CoordinatorPart
    return CoordinatorPart(desk, parent)


def _together(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.coordination.together_part import TogetherPart
    return TogetherPart(desk, parent)


def _leaving(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.leaving.leaving_part import LeavingPart
    return LeavingPart(desk, parent)


def _after_care(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.leaving.after_care_part import AfterCarePart
    return AfterCarePart(desk, parent)


def _feedback(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.contacts.feedback_part import FeedbackPart
    return FeedbackPart(desk, parent)


PARTS: tuple[Entry, ...] = (
    Entry("course", N_("Course"), "flag", _course, frozenset({CoursePhase, Milestone})),
    Entry("intake", N_("Admission"), "house", _intake, frozenset({
        Stay, AdmissionStep, Residence, ActingMunicipality, MergedCase})),
    Entry("waiting", N_("Applications and waiting"), "hourglass", _waiting,
            frozenset({Application, HousingOffer, Nudge, ResponsibilityRequest})),
    Entry("contacts", N_("Contacts"), "phone", _contacts,
            frozenset({ContactNote, MissedAppointment, ReachTry, Appointment, StandingAppointment})),
    Entry("coordinator", N_("Coordinator"), "link", _coordinator, frozenset({CoordinatorAssignment, Told})),
    Entry("together", N_("How we work together"), "people", _together, frozenset({Cooperation, Expectation})),
    Entry("ladder", N_("The ladder"), "ladder", _ladder, frozenset({LadderPosition})),
    Entry("feedback", N_("Feedback"), "speech", _feedback, frozenset({WhatWeChanged})),
    Entry("leaving", N_("Moving out"), "house", _leaving, frozenset({LeavingTick, HomeSupportWish})),
    Entry("after_care", N_("After-care"), "phone", _after_care,
            frozenset({AfterCare, AfterCareCall, ClipUsed, RelapseSign})),
)


# Where it is seen who was told, when it is not of the coordinator.
_TOLD_OF = {ToldOf.CLOSING: "leaving", ToldOf.ACTION_PLAN: "course"}


# What of a stay and of a course is written where they end.
_ENDS = frozenset(field.key for field in (
    Stay.left_on, Stay.left_to, Stay.left_how, Stay.leaves_to, Stay.left_why, Stay.complaint_told_on,
    Course.outcome, Course.closing_reason, Course.plan_for_after))


def part_of_fields(case: Case, row: Row | None, fields: Iterable[str]) -> str:
    """The part in which just these fields of the row are written, where it is not the row's own; "" = none. How
    an earlier stay ended stands with the stays.
    """
    few = set(fields)
    is_now = row is not None and row in (stay_of_course(case), current_course(case) if case.all(Course) else None)
    return "leaving" if is_now and few and few <= _ENDS else ""


def part_holding(row: Row, parts: tuple[Entry, ...] = PARTS) -> str:
    """The part in which a row lies; "" = none."""
    if isinstance(row, Told) and row.of in _TOLD_OF:
        return _TOLD_OF[row.of]
    return next((each.key for each in parts if type(row) in each.holds), "")
