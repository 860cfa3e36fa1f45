"""Waits: who, since when, the next nudge and its step, and what happens meanwhile."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.model.application import Application, Nudge, NudgeStep, Outcome
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Milestone,
    MilestoneKind,
    ResponsibilityRequest,
)
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.wait import day_after, next_step_of, open_waits, wait_of
from tests.model.cases import case_with

SENT = date(2026, 10, 12)


def applied(case: Case, **facts: object) -> Application:
    return case.add(Application(**{"what": "en lejlighed", "sent_on": SENT} | facts))  # type: ignore[arg-type]


def test_everything_that_waits_is_one_list_the_longest_wait_first() -> None:
    case = case_with()
    course = case.the(Course)
    home = applied(case)
    applied(case, sent_on=None)                          # not sent: nobody is asked yet
    applied(case, outcome=Outcome.NO)
    asked = case.add(ResponsibilityRequest(course_id=course.id, office="Hjemløseenheden", asked_on=date(2026, 10, 8)))
    course.waiting_for, course.waiting_since = "svar fra Ole", date(2026, 10, 20)
    assert [wait.row for wait in open_waits(case)] == [asked, home, course]
    case.add(Milestone(course_id=course.id, kind=MilestoneKind.RESPONSIBILITY, done_on=SENT))
    assert [wait.row for wait in open_waits(case)] == [home, course]
    course.closed_on = date(2026, 11, 20)
    assert [wait.row for wait in open_waits(case)] == [home, course]       # both go on, unless somebody said no more
    course.waiting_for = ""
    assert [wait.row for wait in open_waits(case)] == [home]


def test_nobody_is_asked_on_a_day_off() -> None:
    assert day_after(date(2026, 10, 30), 1) == date(2026, 11, 2)                 # not on a Saturday
    assert day_after(date(2026, 12, 23), 2) == date(2026, 12, 28)                # nor at Christmas
    home = applied(case_with(), nudge_on=date(2026, 10, 31))
    assert next_step_of(home) == (NudgeStep.MAIL, date(2026, 10, 31))            # a day that somebody chose stays


def test_it_climbs_by_the_days_of_the_shelter() -> None:
    case = case_with()
    assert case.register is not None
    case.register.add(Shelter(mail_after_days=3, phone_after_days=2, meeting_after_days=4, leader_after_days=10))
    home = applied(case)
    assert next_step_of(home) == (NudgeStep.MAIL, SENT + timedelta(3))
    on = SENT + timedelta(5)
    for step, following, days in ((NudgeStep.MAIL, NudgeStep.PHONE, 2), (NudgeStep.PHONE, NudgeStep.MEETING, 4),
                                  (NudgeStep.MEETING, NudgeStep.LEADER, 10), (NudgeStep.LEADER, NudgeStep.LEADER, 10)):
        case.add(Nudge(on=on, step=step, application_id=home.id))
        assert next_step_of(home) == (following, on + timedelta(days))
        on += timedelta(1)


def test_the_day_that_was_agreed_comes_before_the_rule() -> None:
    case = case_with()
    home = applied(case, nudge_on=date(2026, 12, 1))
    assert next_step_of(home) == (NudgeStep.MAIL, date(2026, 12, 1))
    assert not wait_of(home).is_due(date(2026, 11, 30))
    assert wait_of(home).is_due(date(2026, 12, 1))


def test_what_was_never_sent_has_no_day() -> None:
    assert next_step_of(applied(case_with(), sent_on=None)) == (NudgeStep.MAIL, None)


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    assert next_step_of(applied(case_with(), sent_on=date.max)) == (NudgeStep.MAIL, date.max)


def test_nudges_of_an_earlier_wait_of_the_course_do_not_count() -> None:
    case = case_with()
    course = case.the(Course)
    case.add(Nudge(on=date(2026, 10, 10), step=NudgeStep.PHONE, course_id=course.id))
    course.waiting_for, course.waiting_since = "svar", date(2026, 10, 20)
    assert next_step_of(course)[0] is NudgeStep.MAIL
    case.add(Nudge(on=date(2026, 10, 21), step=NudgeStep.MAIL, course_id=course.id))
    assert wait_of(course).step is NudgeStep.PHONE


def test_a_wait_without_a_meanwhile_or_a_nudge_is_told() -> None:
    case = case_with()
    home = applied(case, meanwhile="øver madlavning", nudge_on=date(2026, 12, 1))
    money = applied(case, what="indskud")
    for wait in open_waits(case):
        assert wait.without_meanwhile is (wait.nudge_on is None) is (wait.row is money)
    home.meanwhile, home.nudge_on = "  ", None
    assert all(wait.without_meanwhile and wait.nudge_on is None for wait in open_waits(case))


@pytest.mark.parametrize("removed", [False, True])
def test_who_asks_again(removed: bool) -> None:
    eva, ole = (NetworkMember(name=name, kind=MemberKind.PROFESSIONAL) for name in ("Eva Lind", "Ole Kragh"))
    case = case_with(eva, ole)
    citizen = next(each for each in case.all(NetworkMember) if each.is_citizen)
    home = applied(case, sent_by_id=citizen.id)
    assert wait_of(home).chaser is None
    case.add(CoordinatorAssignment(since=SENT, member_id=eva.id))
    assert wait_of(home).chaser is eva                   # the citizen does not chase for us
    home.chaser_id = ole.id
    ole.removed_on = SENT if removed else None
    assert wait_of(home).chaser is (eva if removed else ole)
