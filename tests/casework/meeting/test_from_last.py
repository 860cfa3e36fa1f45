"""Why each one is there is suggested; the next meeting is prepared from the last in one go."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from borgerplan_desktop.casework.meeting import agenda, before_meeting, during_meeting, from_last, participants, ways
from borgerplan_desktop.casework.meeting.after_meeting import not_taken_up
from borgerplan_desktop.casework.meeting.reasons import has_task, suggest_reasons, suggested_reason, without_reason
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.meeting_way import PointKind, Way
from borgerplan_desktop.model.network import MemberKind, NetworkMember, citizen_member
from borgerplan_desktop.model.plan import Goal, GoalStatus, Intervention, Step, current_plan
from tests.archive import Clock

START = datetime(2026, 3, 12, 13)


@pytest.fixture
def held(opened: OpenCase, clock: Clock) -> Meeting:
    """An hour and a half with Nadia; two goals on it, the last two points not reached, the bike put aside."""
    plan = current_plan(opened.case)
    with opened.action("goals"):
        for n, title in enumerate(("min egen dør", "drikke mindre")):
            opened.case.add(Goal(plan_id=plan.id, title=title, place=float(n)))
    made = before_meeting.plan_meeting(opened, starts_at=START, ends_at=START + timedelta(minutes=90),
                                       place="Mødelokale 2")
    participants.add_participant(opened, made, add_private_person(opened, "Nadia Bro"), "kender behandlingen")
    during_meeting.start_meeting(opened, made)
    for item in made.agenda[:-2]:
        with opened.action("reached"):
            item.done = True
    during_meeting.park_topic(opened, made, "Cyklen")
    add_agreement(opened, "Ringer til boligforeningen", meeting=made)
    with opened.action("ended"):
        made.participants[0].why = "Det er din plan."
        made.status = MeetingStatus.HELD
    return made


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.agenda]


def test_a_reason_comes_from_what_they_do_in_the_plan_and_names_no_goal(opened: OpenCase) -> None:
    with opened.action("people"):
        nadia = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Nadia Bro", role="Behandler",
                                              organisation="Rusmiddelcenter"))
    sara = add_private_person(opened, "Sara", "min datter")
    nobody = add_private_person(opened, "Ib")
    citizen = citizen_member(opened.case)
    assert citizen is not None
    assert suggested_reason(opened, citizen) == _("The meeting is for {name}").format(name="Jonas")
    assert suggested_reason(opened, nadia) == ""         # "behandler, Rusmiddelcenter" stands beside the name already
    assert suggested_reason(opened, sara) == _("Is close to {name}").format(name="Jonas")
    assert suggested_reason(opened, nobody) == ""
    assert not has_task(opened, nadia)
    plan = current_plan(opened.case)
    with opened.action("plan"):
        goal = opened.case.add(Goal(plan_id=plan.id, title="drikke mindre", responsible_id=nadia.id))
        step = opened.case.add(Step(goal_id=goal.id, text="ringe", responsible_id=sara.id))
    assert suggested_reason(opened, nadia) == "Har ansvaret for et mål i planen"
    assert suggested_reason(opened, sara) == _("Has something to do in the plan")
    with opened.action("closed"):
        goal.status, step.done_on = GoalStatus.REACHED, opened.today()
    assert not has_task(opened, nadia)
    assert not has_task(opened, sara)
    with opened.action("help"):
        opened.case.add(Intervention(goal_id=goal.id, name="samtaler", responsible_id=nadia.id))
    assert has_task(opened, nadia)
    add_agreement(opened, "Ringer", sara)
    assert has_task(opened, sara)


def test_reasons_are_suggested_for_those_without_one_and_taken_back(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    sara = add_private_person(opened, "Sara", "min datter")
    assert not without_reason(opened, meeting)
    mine = participants.add_participant(opened, meeting, sara)
    assert without_reason(opened, meeting)
    with opened.action("own"):
        meeting.participants[0].why = "Det er mit møde"
    suggest_reasons(opened, meeting)
    assert mine.why
    assert meeting.participants[0].why == "Det er mit møde"
    assert not without_reason(opened, meeting)
    opened.undo()
    assert mine.why == ""


def test_what_the_room_talked_about_that_day_is_no_fixed_point_of_the_next_meeting(opened: OpenCase) -> None:
    last = before_meeting.plan_meeting(opened, starts_at=START, ends_at=START + timedelta(hours=1))
    ways.hold_it_so(opened, last, Way.MADE_IN_THE_ROOM)
    during_meeting.start_meeting(opened, last)
    talked = ways.add_from_room(opened, last, "Min cykel")
    ways.add_from_room(opened, last, "Min gæld")
    for item in (talked, last.agenda[-1]):
        during_meeting.go_to_item(opened, last, item)
    during_meeting.end_meeting(opened, last)
    following = from_last.plan_next(opened, last)
    assert "Min cykel" not in titles(following)
    assert "Min gæld" in titles(following)               # nobody came to it
    assert following.agenda[0].kind is PointKind.MAKE_AGENDA         # the room is asked anew


def test_several_come_each_with_a_reason(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    made = participants.add_participants(opened, meeting, [add_private_person(opened, "Sara", "min datter")])
    assert made[0].why == _("Is close to {name}").format(name="Jonas")


def test_goals_that_are_due_come_first_when_there_are_more_than_a_meeting_reaches(opened: OpenCase) -> None:
    plan = current_plan(opened.case)
    with opened.action("goals"):
        for n in range(7):
            opened.case.add(Goal(plan_id=plan.id, title=f"mål {n}", place=float(n),
                                 follow_up_on=START.date() if n == 6 else None))
    meeting = before_meeting.plan_meeting(opened, starts_at=START)
    on = [opened.case.get(Goal, item.goal_id) for item in meeting.agenda if item.goal_id]
    assert on == [plan.goals[n] for n in (0, 1, 2, 3, 6)]
    sooner = before_meeting.plan_meeting(opened, starts_at=START - timedelta(days=1))
    assert plan.goals[6].id not in [item.goal_id for item in sooner.agenda]


def test_as_last_time_takes_over_people_place_length_agenda_and_what_is_open(opened: OpenCase, held: Meeting) -> None:
    plan = current_plan(opened.case)
    on = opened.today() + timedelta(days=14)
    with opened.action("later"):
        plan.goals[1].status = GoalStatus.REACHED
        plan.follow_up_on = on
    meeting = before_meeting.plan_meeting(opened, MeetingKind.FOLLOW_UP)
    own = agenda.add_item(opened, meeting, "Hunden")
    last = from_last.last_meeting(meeting)
    assert last is held
    open_ = from_last.left_open(held)
    assert [a.text for a in open_.agreements] == ["Ringer til boligforeningen"]
    assert [t.text for t in open_.parked] == ["Cyklen"]
    assert [i.title for i in open_.not_reached] == titles(held)[-2:]
    assert not from_last.is_as_last(meeting, held)
    before, steps = titles(meeting), len(opened.done)
    from_last.as_last_time(opened, meeting, held)
    assert len(opened.done) == steps + 1
    assert [(p.member_id, p.why) for p in meeting.participants] == [(p.member_id, p.why) for p in held.participants]
    assert held.participants[0].why == "Det er din plan."
    assert meeting.minutes <= 90                         # shortened, so that it can be reached
    assert meeting.place_text == "Mødelokale 2"
    assert not meeting.place_asked                       # asked anew, and so is what he wants
    assert meeting.citizen_wants == ""
    assert meeting.starts_at == datetime.combine(on, START.time())
    assert agenda.planned_minutes(meeting) == 90
    assert meeting.purpose
    assert titles(meeting)[2] == _("What came of what we agreed?")
    assert titles(meeting)[-4:] == ["Hunden", "Cyklen", *titles(held)[-2:]]
    assert own.exists
    assert len(titles(meeting)) == len(set(titles(meeting)))
    goals = [item.goal_id for item in meeting.agenda if item.goal_id]
    assert goals == [plan.goals[0].id]                   # the one that was reached is not talked about again
    assert not not_taken_up(held)
    assert from_last.is_as_last(meeting, held)
    opened.undo()
    assert titles(meeting) == before
    assert [t.text for t in not_taken_up(held)] == ["Cyklen"]
    opened.redo()
    assert titles(meeting)[-4:-2] == ["Hunden", "Cyklen"]


def test_an_agenda_that_is_too_long_is_shortened_as_far_as_it_makes_sense(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened, starts_at=START)
    agenda.add_item(opened, meeting, "Hunden", 30)
    agenda.fit(opened, meeting)
    assert meeting.minutes == 60
    for n in range(20):
        agenda.add_item(opened, meeting, f"emne {n}")
    agenda.fit(opened, meeting)
    assert {item.minutes for item in meeting.agenda} == {5}


def test_an_extra_topic_that_was_dealt_with_does_not_come_a_third_time(opened: OpenCase, held: Meeting) -> None:
    second = from_last.plan_next(opened, held, START + timedelta(days=14))
    assert "Cyklen" in titles(second)
    with opened.action("held"):
        for item in second.agenda:
            item.done = True
        second.status = MeetingStatus.HELD
    third = from_last.plan_next(opened, second, START + timedelta(days=28))
    assert "Cyklen" not in titles(third)
    assert titles(third).count(_("What came of what we agreed?")) == 1
    assert from_last.last_meeting(third) is second


def test_who_has_left_the_map_is_not_asked_again_but_stays_on_the_record(opened: OpenCase, held: Meeting) -> None:
    nadia = held.participants[-1].member
    assert nadia is not None
    remove_person(opened, nadia)
    later = from_last.plan_next(opened, held)
    assert nadia not in [p.member for p in later.participants]
    assert held.participants[-1].member is nadia
    assert nadia.contact.name == "Nadia Bro"
    assert later.starts_at is None                       # no day was said
    assert from_last.is_as_last(later, held)


def test_the_first_meeting_has_none_before_it(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened, starts_at=START)
    assert from_last.last_meeting(meeting) is None
    assert from_last.usual_time(None) == (None, timedelta(hours=1))
