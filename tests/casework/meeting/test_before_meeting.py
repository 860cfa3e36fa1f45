"""Preparing a meeting: when, who, why, what; inviting and calling off."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from borgerplan_desktop.casework.house.checklist_points import add_point, retire_point
from borgerplan_desktop.casework.meeting import agenda, before_meeting, checklists, participants
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.citizen import Answer, Cooperation, LayRepresentative
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, GivenHow, Topic
from borgerplan_desktop.model.course import MilestoneKind, current_course
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant
from borgerplan_desktop.model.network import NetworkMember, Representation, citizen_member
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import Goal, GoalStatus, current_plan
from borgerplan_desktop.model.shelter import ChecklistPhase

START = datetime(2026, 3, 12, 13)


def names(meeting: Meeting) -> list[str]:
    return [p.member.contact.first_name if p.member else "" for p in meeting.participants]


def with_consent(opened: OpenCase, member: NetworkMember) -> None:
    with opened.action("consent"):
        form = opened.case.add(Consent(given_on=opened.today()))
        opened.case.add(ConsentPerson(consent_id=form.id, member_id=member.id))
        opened.case.add(ConsentTopic(consent_id=form.id, topic=Topic.PLAN))


def test_a_new_meeting_starts_with_the_people_it_needs_and_an_agenda(opened: OpenCase) -> None:
    sister = add_private_person(opened, "Inger Toft")
    with opened.action("bisidder"):
        opened.case.add(Representation(member_id=sister.id))
    meeting = before_meeting.plan_meeting(opened, MeetingKind.NETWORK, START, START + timedelta(hours=1),
                                          " Mødelokale 2 ")
    assert names(meeting)[0] == "Jonas"
    assert names(meeting)[-1] == "Inger"
    assert len(names(meeting)) == 3                      # and the contact person, who holds the threads together
    assert all(p.why for p in meeting.participants)
    assert meeting.place_text == "Mødelokale 2"
    assert [item.round for item in meeting.agenda].count(True) == 1
    assert meeting.agenda[1].lead is citizen_member(opened.case)
    assert meeting.minutes == 60
    assert meeting.changes_by == date(2026, 3, 10)
    opened.undo()
    assert opened.case.all(Meeting) == []


def test_the_open_goals_are_on_the_agenda(opened: OpenCase) -> None:
    plan = current_plan(opened.case)
    with opened.action("goals"):
        for number, status in enumerate((GoalStatus.IN_PROGRESS, GoalStatus.REACHED, GoalStatus.NOT_STARTED)):
            opened.case.add(Goal(plan_id=plan.id, title=f"mål {number}", place=float(number), status=status))
    meeting = before_meeting.plan_meeting(opened, starts_at=START)
    assert [opened.case.get(Goal, item.goal_id) for item in meeting.agenda if item.goal_id] == [
        plan.goals[0], plan.goals[2]]


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_kind_of_meeting_has_points(opened: OpenCase, kind: MeetingKind) -> None:
    meeting = before_meeting.plan_meeting(opened, kind)
    assert len(meeting.agenda) >= 5
    assert all(item.title for item in meeting.agenda)


@pytest.mark.parametrize("minutes", [0, -5])
def test_it_cannot_end_before_it_starts(opened: OpenCase, minutes: int) -> None:
    with pytest.raises(Refused) as refusal:
        before_meeting.plan_meeting(opened, starts_at=START, ends_at=START + timedelta(minutes=minutes))
    assert refusal.value.field == "ends_at"
    assert opened.case.all(Meeting) == []
    meeting = before_meeting.plan_meeting(opened, starts_at=START)
    with pytest.raises(Refused):
        before_meeting.set_times(opened, meeting, START, START + timedelta(minutes=minutes))
    assert meeting.ends_at == START + timedelta(hours=1)


def test_it_may_go_on_over_midnight() -> None:
    evening = datetime(2026, 3, 12, 22, 30)
    assert before_meeting.ending(evening, time(0, 30)) == datetime(2026, 3, 13, 0, 30)
    assert before_meeting.ending(evening, time(23, 30)) == datetime(2026, 3, 12, 23, 30)
    assert before_meeting.ending(START, time(12)) == datetime(2026, 3, 12,
                                                              12)     # meant on the same day: will be refused


def test_the_invitation_goes_in_writing_only_to_whom_a_consent_covers(opened: OpenCase) -> None:
    covered, other = add_private_person(opened, "Inger Toft"), add_private_person(opened, "Nadia Bro")
    with_consent(opened, covered)
    meeting = before_meeting.plan_meeting(opened, starts_at=START)
    for member in (covered, other):
        participants.add_participant(opened, meeting, member)
    before_meeting.invite(opened, meeting)
    assert meeting.status is MeetingStatus.INVITED
    assert meeting.invited_on == opened.today()
    assert [p.invited_on is not None for p in meeting.participants] == [True, True, True, False]
    assert {d.to_name for d in opened.case.all(Delivery)} >= {"Jonas Prøve", "Inger Toft"}
    course = current_course(opened.case)
    assert course.reached(MilestoneKind.INVITED) == opened.today()
    before_meeting.invite(opened, meeting)                     # again: nobody gets it twice
    assert len(opened.case.all(Delivery)) == 3


def test_called_off_with_who_and_why(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    before_meeting.call_off(opened, meeting, " Birgit ", "syg")
    assert meeting.status is MeetingStatus.CALLED_OFF
    assert (meeting.called_off_by, meeting.called_off_why) == ("Birgit", "syg")
    assert meeting.called_off_on == opened.today()
    before_meeting.invite(opened, meeting)
    assert meeting.status is MeetingStatus.CALLED_OFF
    opened.undo()
    assert meeting.status is MeetingStatus.PLANNED


def test_participants_come_once_and_in_the_order_one_chooses(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    member = add_private_person(opened, "Sara")
    first = participants.add_participant(opened, meeting, member, "datter")
    assert participants.add_participant(opened, meeting, member) is first
    participants.move_participant(opened, first, 0)
    assert names(meeting)[0] == "Sara"
    participants.remove_participant(opened, first)
    assert "Sara" not in names(meeting)
    opened.undo()
    assert names(meeting)[0] == "Sara"


def test_points_are_added_moved_removed_and_sane(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    point = agenda.add_item(opened, meeting, "  Hunden ", 99999, index=1)
    assert (point.title, point.minutes) == ("Hunden", agenda.LONGEST)
    assert meeting.agenda.index(point) == 1
    agenda.set_minutes(opened, point, 0)
    assert point.minutes == 1
    moves = len(opened.done)
    agenda.move_item(opened, meeting.agenda[2], 2)       # it stands there already
    assert len(opened.done) == moves
    agenda.move_item(opened, point, 99)
    assert meeting.agenda[-1] is point
    agenda.remove_item(opened, point)
    assert point not in meeting.agenda


def test_planned_minutes_need_both_times(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    assert agenda.planned_minutes(meeting) is None
    before_meeting.set_times(opened, meeting, START, START + timedelta(minutes=90))
    assert agenda.planned_minutes(meeting) == 90


def test_ticks_of_the_checklist(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    assert checklists.ready(meeting, ChecklistPhase.BEFORE, opened.today()) == set()
    checklists.tick(opened, meeting, "why")
    checklists.tick(opened, meeting, "why")
    checklists.tick(opened, meeting, "explain")
    assert checklists.ready(meeting, ChecklistPhase.BEFORE, opened.today()) == {"why"}
    checklists.untick(opened, meeting, "why")
    assert meeting.ticks == {"explain"}
    with pytest.raises(KeyError):
        checklists.tick(opened, meeting, "noget andet")


def test_the_shelters_own_lines_stand_after_the_programs_and_are_ticked(opened: OpenCase) -> None:
    shelter = opened.shelter
    assert shelter is not None
    meeting = before_meeting.plan_meeting(opened)
    cups = add_point(shelter, ChecklistPhase.BEFORE, "Er der kopper {til} alle?")
    lines = checklists.lines_of(meeting, ChecklistPhase.BEFORE)
    assert [line.key for line in lines[:-1]] == [line.key for line in checklists.BEFORE]
    assert lines[-1].name_for("Jonas") == "Er der kopper {til} alle?"
    key = checklists.key_of(cups)
    checklists.tick(opened, meeting, key)
    assert checklists.ready(meeting, ChecklistPhase.BEFORE, opened.today()) == {key}
    retire_point(shelter, cups)
    assert checklists.lines_of(meeting, ChecklistPhase.BEFORE)[-1].key == key    # it was done here
    checklists.untick(opened, meeting, key)
    assert checklists.lines_of(meeting, ChecklistPhase.BEFORE) == checklists.BEFORE
    with pytest.raises(KeyError):
        checklists.tick(opened, meeting, f"{checklists.OWN}nobody")


def test_the_checklists_are_whole() -> None:
    assert [len(lines) for lines in checklists.LINES.values()] == [10, 7, 5]
    assert len(checklists.KEYS) == 22


def test_a_person_taken_off_the_map_leaves_a_nameless_line(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    member = add_private_person(opened, "Sara")
    participants.add_participant(opened, meeting, member)
    with opened.action("remove"):
        opened.case.remove(member)
    assert opened.case.all(Participant)[-1].member is None
    before_meeting.invite(opened, meeting)
    assert meeting.status is MeetingStatus.INVITED


def test_what_the_program_knows_is_ready_by_itself(opened: OpenCase) -> None:
    meeting = before_meeting.plan_meeting(opened)
    nadia = add_private_person(opened, "Nadia Bro")

    def known() -> set[str]:
        return checklists.ready(meeting, ChecklistPhase.BEFORE, opened.today())

    assert known() == set()
    with opened.action("written"):
        meeting.purpose, meeting.citizen_wants, meeting.place_text = "Vi laver planen", "min egen dør", "herberget"
    assert known() == {"why", "prepared"}                # the place is asked about each time
    with opened.action("asked"):
        meeting.place_asked = True
    participants.add_participant(opened, meeting, nadia)
    assert known() == {"why", "prepared", "place"}       # nobody has said why Nadia is there, and no consent covers her
    with opened.action("why"):
        meeting.participants[-1].why = "kender behandlingen"
    give_consent(opened, Asked("Planen", [nadia], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    how = opened.case.the(Cooperation)
    with opened.action("asked"):
        how.interpreter, how.lay_representative = Answer.YES, LayRepresentative.NO
    assert known() == {"why", "prepared", "place", "who", "consent", "lay_representative"}
    with opened.action("language"):
        how.interpreter_language = "grønlandsk"
    before_meeting.invite(opened, meeting)
    assert {"interpreter", "invitation"} <= known()
    with opened.action("rubbed out"):
        meeting.purpose = ""
    assert "why" not in known()
