"""Where a course stands: the line, what it waits for, the one next step, and the words of the lists."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course import course, overview
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.ladder import move_help
from borgerplan_desktop.casework.course.my_day import DayReader
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_step, set_status, tick_step
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.contact_note import ContactNote
from borgerplan_desktop.model.course import CoordinatorAssignment, MilestoneKind, Stay
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import Goal, GoalStatus, LadderPosition, Step, ladder_step
from borgerplan_desktop.store.store import Store
from tests.archive import NOW, Clock, new_store, undecided

TODAY = NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own: the lists show everybody in it."""
    store = new_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def jonas(archive: Archive) -> OpenCase:
    return undecided(receive(archive, Arrival("Jonas Prøve", room="12", first_contact_on=date(2026, 10, 5))))


def test_receiving_starts_the_clock_and_gives_a_temporary_coordinator(jonas: OpenCase) -> None:
    line = overview.course_line(jonas.case, TODAY)
    assert (line.day, line.week) == (22, 4)
    assert line.target == (date(2026, 11, 16), date(2026, 11, 23))
    assert [stop.kind for stop in line.stops] == [MilestoneKind.FIRST_CONTACT, MilestoneKind.PLAN_ADOPTED]
    assignment = jonas.case.the(CoordinatorAssignment)
    assert assignment.temporary
    assert assignment.member is not None
    assert assignment.member.contact.name == "Eva Lind"
    assert (assignment.member.ring, assignment.member.tie_is_said) == (None, False)  # only the citizen says how close
    assert jonas.case.the(Stay).room == "12"
    assert jonas.done == []                              # nobody can undo that a person came


@pytest.mark.parametrize(("day", "late"), [(49, False), (50, True)])
def test_follow_up_begins_on_day_50(jonas: OpenCase, day: int, late: bool) -> None:
    now = datetime(2026, 10, 5, 9) + timedelta(days=day)
    assert overview.course_line(jonas.case, now.date()).late is late


def test_a_clock_set_back_never_counts_below_week_one(jonas: OpenCase) -> None:
    assert overview.course_line(jonas.case, date(2026, 1, 1)).week == 1


def test_what_it_waits_for_follows_the_way_to_the_plan(jonas: OpenCase, clock: Clock) -> None:
    assert "kommunen" in overview.waiting(jonas.case, clock()).what  # type: ignore[union-attr]
    course.set_milestone(jonas, MilestoneKind.RESPONSIBILITY, TODAY)
    assert overview.waiting(jonas.case, clock()).tab == "meetings"  # type: ignore[union-attr]
    plan_meeting(jonas, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    birgit = add_new_professional(jonas, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    assert overview.waiting(jonas.case, clock()).tab == "papers"  # type: ignore[union-attr]
    course.wait_for(jonas, birgit, "Kan hun komme torsdag?")
    waiting = overview.waiting(jonas.case, clock())
    assert waiting is not None
    assert (waiting.who, waiting.what, waiting.said) == ("Birgit Holm, Hjemløseenheden", "Kan hun komme torsdag?", True)
    assert waiting.since == TODAY
    course.stop_waiting(jonas)
    assert not overview.waiting(jonas.case, clock()).said  # type: ignore[union-attr]


def test_the_next_step_follows_the_course(jonas: OpenCase, clock: Clock) -> None:
    assert overview.next_step(jonas.case, clock()).tab == "plan"
    meeting = plan_meeting(jonas, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    assert overview.next_step(jonas.case, clock()).row_id == meeting.id


def test_an_adopted_plan_is_said_in_the_week(jonas: OpenCase, clock: Clock) -> None:
    adopt_plan(jonas)
    assert "vedtaget" in overview.week_words(jonas.case, TODAY)
    assert overview.course_line(jonas.case, TODAY).adopted_on == TODAY


def test_a_milestone_to_come_cannot_be_reached(jonas: OpenCase) -> None:
    with pytest.raises(Refused):
        course.set_milestone(jonas, MilestoneKind.INTAKE_TALK, TODAY + timedelta(days=1))


def test_the_ladder_keeps_its_history_and_one_step_a_day(jonas: OpenCase, clock: Clock) -> None:
    move_help(jonas, LadderStep.MORE)
    move_help(jonas, LadderStep.LESS)
    assert ladder_step(jonas.case) is LadderStep.LESS
    assert len(jonas.case.all(LadderPosition)) == 2
    clock.pass_(days=1)
    move_help(jonas, LadderStep.EARLY)
    assert [p.step for p in jonas.case.all(LadderPosition)] == [LadderStep.STAY, LadderStep.LESS, LadderStep.EARLY]


def calm(opened: OpenCase) -> None:
    """Nothing calls for anybody: a coordinator for good, and we were in touch today."""
    with opened.action("x"):
        opened.case.the(CoordinatorAssignment).temporary = False
        opened.case.add(ContactNote(at=datetime(2026, 10, 27, 8)))


def test_a_near_meeting_is_said_as_people_say_it(jonas: OpenCase, archive: Archive, clock: Clock) -> None:
    meeting = plan_meeting(jonas, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    write(jonas, meeting, Meeting.invited_on, TODAY, "x")
    calm(jonas)
    said = []
    for _day in range(3):
        said += [s.next for s in seen(archive)]
        clock.pass_(days=1)
    assert said == ["Møde torsdag", "Møde i morgen kl. 13.00", "Møde i dag kl. 13.00"]


@pytest.mark.parametrize(("day", "said"), [(2, "Møde mandag"), (3, "Møde 3. november")])
def test_a_meeting_in_a_week_or_later_is_said_with_its_date(
        jonas: OpenCase, archive: Archive, day: int, said: str) -> None:
    plan_meeting(jonas, starts_at=datetime(2026, 11, day, 13), ends_at=datetime(2026, 11, day, 14))
    calm(jonas)
    assert [s.next for s in seen(archive)] == [said]


def test_the_lists_of_the_day(jonas: OpenCase, archive: Archive) -> None:
    undecided(receive(archive, Arrival("Åse Ågård", room="3")))
    undecided(receive(archive, Arrival("Ærø Zander", room="4", first_contact_on=TODAY - timedelta(days=60))))
    plan_meeting(jonas, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    add_agreement(jonas, "Ring", due_on=TODAY - timedelta(days=1))
    assert [s.line.name for s in seen(archive)] == ["Jonas Prøve", "Ærø Zander", "Åse Ågård"]         # æ ø å last
    assert [s.line.name for s in seen(archive, "follow_up")] == ["Jonas Prøve", "Ærø Zander"]
    assert [s.line.name for s in seen(archive, words="jonas 12")] == ["Jonas Prøve"]
    assert [s.line.name for s in seen(archive, words="aase")] == ["Åse Ågård"]
    assert seen(archive, words="nobody") == []
    assert [s.next for s in seen(archive)] == ["Aftal fast tovholder", "Aftal fast tovholder", "Kom i dag"]
    assert [line.name for line in DayReader(archive).read().meetings] == ["Jonas Prøve"]


def test_what_has_a_day_this_week(jonas: OpenCase, archive: Archive) -> None:
    add_agreement(jonas, "Ring", due_on=TODAY - timedelta(days=1))
    add_agreement(jonas, "Skriv", due_on=TODAY + timedelta(days=1))
    add_agreement(jonas, "Rejs", due_on=TODAY + timedelta(days=8))
    goal, reached = add_goal(jonas, "En dør"), add_goal(jonas, "Et bord")
    for each in (goal, reached):
        write(jonas, add_step(jonas, each, "Skrive mig op"), Step.due_on, TODAY + timedelta(days=2), "x")
        write(jonas, each, Goal.follow_up_on, TODAY - timedelta(days=2), "x")
    tick_step(jonas, add_step(jonas, goal, "Se boligen"))
    set_status(jonas, reached, GoalStatus.REACHED)
    day = DayReader(archive).read()
    assert day.first is not None
    assert day.first.title == "Ring"
    assert [(line.on - TODAY, line.what) for line in day.deadlines if line.door.tab == "plan"] == [
        (timedelta(days=1), "Skriv · Jonas"), (timedelta(days=2), "Skrive mig op · Jonas")]
    assert "Følg op på et mål med Jonas Prøve" in [line.title for line in day.watch]
    tick_step(jonas, goal.steps[0])
    assert "Skrive mig op · Jonas" not in [line.what for line in DayReader(archive).read().deadlines]


@pytest.mark.parametrize(("days", "said"), [(6, "Aftal en fast tovholder senest 12. oktober."),
                                            (8, "Aftal en fast tovholder. Det skulle være sket i går.")])
def test_a_day_that_has_passed_is_said_to_have(jonas: OpenCase, days: int, said: str) -> None:
    course.set_milestone(jonas, MilestoneKind.RESPONSIBILITY, date(2026, 10, 5))
    plan_meeting(jonas, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    waits = overview.waiting(jonas.case, datetime(2026, 10, 5, 9) + timedelta(days=days))
    assert waits is not None
    assert waits.what == said


def test_the_first_talk_stands_on_the_line_when_it_was_held(opened: OpenCase) -> None:
    today = opened.today()
    assert MilestoneKind.INTAKE_TALK not in [stop.kind for stop in overview.course_line(opened.case, today).stops]
    course.set_milestone(opened, MilestoneKind.INTAKE_TALK, today)
    stops = overview.course_line(opened.case, today).stops
    assert MilestoneKind.INTAKE_TALK in [stop.kind for stop in stops if stop.done]
