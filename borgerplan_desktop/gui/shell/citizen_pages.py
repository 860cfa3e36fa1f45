"""A citizen's case on the desk: five tabs, and where each kind of row lies in them."""
from __future__ import annotations

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.overview.parts import PARTS, part_of_fields
from borgerplan_desktop.gui.shell.case_header import header_facts
from borgerplan_desktop.gui.shell.case_pages import CasePage, CasePages
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.admission import ActingMunicipality, AdmissionStep, MergedCase, MergedField, Residence
from borgerplan_desktop.model.application import Application, HousingOffer, Nudge
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Change
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Narrowing
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment, ReachTry
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Course,
    CoursePhase,
    Milestone,
    ResponsibilityRequest,
    Stay,
)
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.leaving import (
    AfterCare,
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingTick,
    RelapseSign,
)
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    ChecklistTick,
    Feedback,
    LeaderPad,
    Meeting,
    MeetingKind,
    ParkedTopic,
    Participant,
)
from borgerplan_desktop.model.meeting_edition import EditionPoint, MeetingEdition
from borgerplan_desktop.model.network import (
    Involvement,
    KeptMap,
    KeptPlace,
    KeptTie,
    NetworkMember,
    Representation,
    Support,
    Tie,
)
from borgerplan_desktop.model.notes import Note, NoteLink, Rating
from borgerplan_desktop.model.papers import Delivery, Document, Draft, EarlierPlan, Passage
from borgerplan_desktop.model.plan import (
    Agreement,
    AgreementChange,
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    LadderPosition,
    Plan,
    PlanApproval,
    PlanVersion,
    Step,
)
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.told import Told
from borgerplan_desktop.model.what_we_changed import WhatWeChanged

LIES_IN: dict[type[Row], str] = {
    Stay: "overview", Course: "overview",                # with whom it begins or ends is a part of that
    Meeting: "meetings", AgendaItem: "meetings", Participant: "meetings", ParkedTopic: "meetings",
    ChecklistTick: "meetings", Feedback: "meetings", LeaderPad: "meetings", MeetingEdition: "meetings",
    EditionPoint: "meetings",
    PlanVersion: "plan", Goal: "plan", Step: "plan", Intervention: "plan", Agreement: "plan", Rating: "plan",
    Note: "plan", NoteLink: "plan", Plan: "plan", EarlierPlan: "plan", Passage: "plan",
    NetworkMember: "network", Tie: "network", Involvement: "network", Representation: "network",
    Support: "network", KeptMap: "network", KeptPlace: "network", KeptTie: "network",
    Consent: "papers", ConsentPerson: "papers", ConsentTopic: "papers", Document: "papers",
    Delivery: "papers",
    ResponsibilityRequest: "overview", CoordinatorAssignment: "overview", Appointment: "overview",
    StandingAppointment: "overview",
    Milestone: "overview", Cooperation: "overview", Citizen: "overview",
    AgreementChange: "plan", FollowUpDay: "plan", InterventionReview: "plan", PlanApproval: "plan", Habit: "plan",
    Knowledge: "papers", Narrowing: "papers", LadderPosition: "overview",
    AdmissionStep: "overview", Residence: "overview", ActingMunicipality: "overview", MergedCase: "overview",
    MergedField: "overview",
    CoursePhase: "overview", Application: "overview", HousingOffer: "overview", Nudge: "overview",
    ContactNote: "overview", MissedAppointment: "overview", ReachTry: "overview", WhatWeChanged: "overview",
    Expectation: "overview", Told: "overview", LeavingTick: "overview", HomeSupportWish: "overview",
    AfterCare: "overview", AfterCareCall: "overview", ClipUsed: "overview", RelapseSign: "overview",
    Draft: "plan"}


def _overview(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
    return OverviewTab(desk, parent)


def _plan(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.plan.plan_tab import PlanTab
    return PlanTab(desk, parent)


def _network(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.network.network_tab import NetworkTab
    return NetworkTab(desk, parent)


def _meetings(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
    return MeetingTab(desk, parent)


def _papers(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.papers.papers_tab import PapersTab
    return PapersTab(desk, parent)


def _part_of(case: Case, change: Change) -> tuple[str, str]:
    """The part of the whole course; what is said of a talk lies there too, although a talk is a kind of meeting."""
    row = case.get(change.kind, change.id)
    values = row.values() if row is not None else dict(change.before or change.after or {})
    if change.kind is Feedback:
        meeting = case.get(Meeting, values.get(Feedback.meeting_id.key))
        values = meeting.values() if meeting is not None else {}
    if change.kind in (Feedback, Meeting):
        return ("overview", "feedback") if values.get(Meeting.kind.key) is MeetingKind.TALK else ("", "")
    changed = change.after if change.before is not None and change.after is not None else {}
    part = part_of_fields(case, row, changed) or next(
        (each.key for each in PARTS if change.kind in each.holds), "")
    return ("overview", part) if part else ("", "")


CITIZEN_PAGES = CasePages(
    N_("The citizen's tabs"),
    (CasePage("overview", N_("Overview"), _overview, shortcut="Ctrl+1", topic="overview"),
     CasePage("plan", N_("Plan"), _plan, shortcut="Ctrl+2", topic="plan", among_people=True),
     CasePage("network", N_("Network"), _network, shortcut="Ctrl+3", topic="network", among_people=True),
     CasePage("meetings", N_("Meetings"), _meetings, shortcut="Ctrl+4", topic="meetings", among_people=True),
     CasePage("papers", N_("Papers"), _papers, shortcut="Ctrl+5", topic="papers", among_people=True)),
    LIES_IN, header_facts, _part_of, {each.key: each.name for each in PARTS})
