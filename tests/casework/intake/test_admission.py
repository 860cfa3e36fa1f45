"""Taking in: the steps, the decision and its notice, which municipality acts, and coming again."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from borgerplan_desktop.casework.access import Wanted
from borgerplan_desktop.casework.course import overview
from borgerplan_desktop.casework.course.citizen_list import list_words
from borgerplan_desktop.casework.course.course import set_milestone
from borgerplan_desktop.casework.intake import admission, municipality
from borgerplan_desktop.casework.intake.stays import begin_stay, may_begin, stays
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan, valid_version
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.admission import AdmissionKind, AdmissionStep, acts_now
from borgerplan_desktop.model.attention import Call, watched
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    MilestoneKind,
    Stay,
    coordinator,
    current_course,
    current_stay,
)
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind
from borgerplan_desktop.model.plan import adopted_now
from tests.archive import Clock


@pytest.fixture
def stay(opened: OpenCase) -> Stay:
    stay = current_stay(opened.case)
    assert stay is not None
    return stay


def notice_due(opened: OpenCase) -> date | None:
    return next((each.due for each in watched(opened.case, opened.today()) if each.call is Call.NOTICE), None)


def test_the_steps_stand_in_the_order_of_the_recommendations(opened: OpenCase, stay: Stay) -> None:
    assert [kind for kind, row in admission.steps(opened.case, stay)] == list(AdmissionKind)
    note = admission.begin_step(opened, stay, AdmissionKind.SAFETY)
    assert admission.begin_step(opened, stay, AdmissionKind.SAFETY) is note
    admission.step_done(opened, stay, AdmissionKind.SAFETY, opened.today())
    assert note.done_on == opened.today()
    assert len(opened.case.all(AdmissionStep)) == 1
    opened.undo()
    assert note.done_on is None


def test_the_talk_is_the_milestone_too_unless_somebody_set_another_day(opened: OpenCase, stay: Stay) -> None:
    course, today = current_course(opened.case), opened.today()
    admission.step_done(opened, stay, AdmissionKind.TALK, today)
    assert course.reached(MilestoneKind.INTAKE_TALK) == today
    admission.step_done(opened, stay, AdmissionKind.TALK, None)
    assert course.reached(MilestoneKind.INTAKE_TALK) is None
    set_milestone(opened, MilestoneKind.INTAKE_TALK, today - timedelta(days=3))
    admission.step_done(opened, stay, AdmissionKind.TALK, today)
    assert course.reached(MilestoneKind.INTAKE_TALK) == today - timedelta(days=3)


def test_days_to_come_and_days_that_do_not_fit_are_refused(opened: OpenCase, stay: Stay) -> None:
    today, tomorrow = opened.today(), opened.today() + timedelta(days=1)
    for act in (admission.decided_on, admission.admitted_on, admission.notified_on):
        with pytest.raises(Refused):
            act(opened, stay, tomorrow)
    with pytest.raises(Refused):
        admission.step_done(opened, stay, AdmissionKind.MONEY, tomorrow)
    admission.decided_on(opened, stay, today)
    with pytest.raises(Refused):
        admission.notified(opened, stay, "Lilleby Kommune", today - timedelta(days=1))
    admission.notified(opened, stay, "Lilleby Kommune")
    with pytest.raises(Refused):
        admission.admitted_on(opened, stay, tomorrow)
    stay_left = today - timedelta(days=4)
    with opened.action("Left"):
        stay.left_on = stay_left
    with pytest.raises(Refused):
        admission.admitted_on(opened, stay, today)


def test_the_notice_stops_its_clock_and_stays_on_record(opened: OpenCase, stay: Stay) -> None:
    today = opened.today()
    assert notice_due(opened) == today + timedelta(days=3)      # whoever is received is taken to be admitted then
    admission.decided_on(opened, stay, None)
    assert notice_due(opened) is None
    admission.decided_on(opened, stay, today)            # a Tuesday
    assert notice_due(opened) == today + timedelta(days=3)
    with opened.action("Printed"):
        letter = opened.case.add(Document(made_at=opened.now(), kind=DocumentKind.NOTICE))
    with pytest.raises(Refused) as refused:
        admission.notified(opened, stay, "  ")
    assert refused.value.field == "notified_to"
    admission.notified(opened, stay, "Lilleby Kommune, Modtagelsen")
    assert notice_due(opened) is None
    [delivery] = opened.case.all(Delivery)
    assert (delivery.to_name, delivery.given_on, delivery.document_id) == (
        "Lilleby Kommune, Modtagelsen", today, letter.id)
    assert "§ 110" in delivery.override_law
    admission.notified(opened, stay, "Storby Kommune")   # put right: one line, not two
    assert [each.to_name for each in opened.case.all(Delivery)] == ["Storby Kommune"]
    admission.notified_on(opened, stay, None)
    assert (stay.notified_on, opened.case.all(Delivery)) == (None, [])
    assert notice_due(opened) == today + timedelta(days=3)
    admission.notified_on(opened, stay, today)
    assert [each.to_name for each in opened.case.all(Delivery)] == ["Storby Kommune"]
    opened.undo()
    assert (stay.notified_on, opened.case.all(Delivery)) == (None, [])


def test_where_they_lived_is_the_evidence_of_who_acts(opened: OpenCase) -> None:
    lived, older, undated = (municipality.lived_somewhere(opened) for _ in range(3))
    municipality.lived_from(opened, lived, date(2024, 1, 1))
    municipality.lived_from(opened, older, date(2019, 5, 1))
    assert municipality.residences(opened.case) == [lived, older, undated]
    for act, day in ((municipality.lived_until, date(2023, 1, 1)),
                     (municipality.lived_from, opened.today() + timedelta(days=1))):
        with pytest.raises(Refused):
            act(opened, lived, day)
    municipality.remove_residence(opened, older)
    assert municipality.residences(opened.case) == [lived, undated]


def test_who_acts_may_change_and_the_one_before_stays(opened: OpenCase) -> None:
    citizen, today = opened.case.the(Citizen), opened.today()
    municipality.acts(opened, "Randers", reason="Boede der til marts", since=today - timedelta(days=9))
    now = municipality.acts(opened, "Lilleby", unit="Modtagelsen", settled=True)
    assert [row.municipality for row in municipality.history(opened.case)] == ["Lilleby", "Randers"]
    assert (citizen.acting_municipality, acts_now(opened.case)) == ("Lilleby", now)
    again = municipality.acts(opened, "Lilleby Kommune")                # the same day: put right
    assert municipality.history(opened.case)[0] is again
    assert len(municipality.history(opened.case)) == 2
    for name, since in (("", None), ("X", today + timedelta(days=1)), ("X", today - timedelta(days=10))):
        with pytest.raises(Refused):
            municipality.acts(opened, name, since=since)
    municipality.has_said_yes(opened, again, True)
    assert again.settled
    municipality.remove_acting(opened, again)
    assert citizen.acting_municipality == "Randers"
    opened.undo()
    assert citizen.acting_municipality == "Lilleby Kommune"


# ------------------------------------------------------------------------------------------------------ coming again
def test_a_new_stay_begins_only_when_none_is_open(opened: OpenCase, stay: Stay, clock: Clock) -> None:
    assert not may_begin(opened.case)
    with pytest.raises(Refused):
        begin_stay(opened)
    close_course(opened)
    course = current_course(opened.case)
    clock.pass_(days=40)
    for day in (opened.today() + timedelta(days=1), course.closed_on and course.closed_on - timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            begin_stay(opened, day)
        assert refused.value.field == "first_contact_on"
    began = begin_stay(opened, room="7")
    assert current_stay(opened.case) is began
    assert stay.left_on == course.closed_on              # nobody had ended it: it ended with its course
    new = current_course(opened.case)
    assert (new.first_contact_on, new.stay_id) == (opened.today(), began.id)
    assert new.reached(MilestoneKind.FIRST_CONTACT) == opened.today()
    assert coordinator(opened.case) is not None
    opened.undo()
    assert current_course(opened.case) is course
    assert may_begin(opened.case)


def test_who_moved_out_of_a_course_that_goes_on_has_a_stay_more_in_it(
        opened: OpenCase, stay: Stay, clock: Clock) -> None:
    course, courses = current_course(opened.case), len(opened.case.all(Course))
    write(opened, stay, Stay.left_on, opened.today(), "x")
    assert may_begin(opened.case)
    clock.pass_(days=3)
    again = begin_stay(opened, room="7")
    assert (current_course(opened.case), course.stay_id, again.room) == (course, again.id, "7")
    assert len(opened.case.all(Course)) == courses
    assert not may_begin(opened.case)
    opened.undo()
    assert course.stay_id == stay.id


def test_five_stays_stand_the_newest_first(opened: OpenCase, clock: Clock) -> None:
    for number in range(4):
        close_course(opened)
        clock.pass_(days=30)
        begin_stay(opened, room=str(number))
    assert [stay.room for stay in stays(opened.case)][:4] == ["3", "2", "1", "0"]
    assert len(stays(opened.case)) == len(opened.case.all(Course)) == 5
    current = current_stay(opened.case)
    assert current is not None
    assert current.room == "3"
    assert all(stay.left_on is not None for stay in stays(opened.case)[1:])


def test_who_comes_again_makes_the_plan_anew(opened: OpenCase, archive: Archive, clock: Clock) -> None:
    """The plan is kept, but what was adopted then is not adopted now: nowhere."""
    add_goal(opened, "Et sted at bo")
    write(opened, opened.case.the(CoordinatorAssignment), CoordinatorAssignment.temporary, False, "x")
    meeting = plan_meeting(opened, starts_at=datetime.combine(opened.today(), time(9)))
    before = adopt_plan(opened, meeting)
    write(opened, meeting, Meeting.status, MeetingStatus.MINUTES_SENT, "x")
    close_course(opened)
    clock.pass_(days=200)
    begin_stay(opened)
    now, today = opened.now(), opened.today()
    assert adopted_now(opened.case) is None
    assert "vedtaget" not in overview.week_words(opened.case, today)
    assert overview.next_step(opened.case, now).tab == "meetings"    # nobody has met in this course
    [line] = archive.gate.page(Wanted(closed=None, ids={opened.id})).lines
    assert (line.adopted, line.last_contact_on) == (None, today)
    assert list_words(line, now) == "Giv kommunen besked"            # of this stay too
    assert valid_version(opened) is None
    again = adopt_plan(opened)
    assert (again.number, adopted_now(opened.case), valid_version(opened)) == (before.number + 1, again, again)
    [line] = archive.gate.page(Wanted(closed=None, ids={opened.id})).lines
    assert line.adopted == again.number
