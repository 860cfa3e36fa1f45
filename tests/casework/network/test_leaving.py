"""Somebody leaves: the record keeps their name, what is open is handed over or stays, and they can come back."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.contacts.standing import add_standing
from borgerplan_desktop.casework.course.coordination import make_coordinator
from borgerplan_desktop.casework.course.course import wait_for
from borgerplan_desktop.casework.meeting.after_meeting import waiting_for_minutes
from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.from_last import plan_next
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.leaving import (
    Carries,
    InHand,
    bring_back,
    in_hand,
    left_called,
    remove_person,
    who_left,
)
from borgerplan_desktop.casework.network.people import (
    add_colleague,
    add_new_professional,
    add_private_person,
    add_professional,
    make_lay_representative,
    search_register,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.plan.agreements import add_agreement, tick_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, add_step, tick_step
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.waiting.applications import chase, write_application
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.gui.network.move_and_remove import in_words
from borgerplan_desktop.model.application import ApplicationKind
from borgerplan_desktop.model.consent import GivenHow, Topic, missing
from borgerplan_desktop.model.course import (
    Appointment,
    ResponsibilityAnswer,
    ResponsibilityRequest,
    coordinator,
    current_course,
)
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare, HomeSupportWish, RelapseSign
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember, Ring, lay_representatives, people
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Step
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember
from tests.archive import picture


def held(opened: OpenCase, *members: NetworkMember) -> Meeting:
    meeting = plan_meeting(opened, starts_at=opened.now())
    for member in members:
        add_participant(opened, meeting, member)
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)
    return meeting


def test_who_was_at_a_held_meeting_is_still_named_there(opened: OpenCase) -> None:
    lone = add_private_person(opened, "Lone Holm", ring=Ring.CLOSE)
    meeting = held(opened, lone)
    before = picture(opened.case)
    remove_person(opened, lone)
    assert lone in [p.member for p in meeting.participants]
    assert lone.contact.name == "Lone Holm"
    assert lone not in people(opened.case)
    assert lone not in missing(opened.case, opened.today())
    assert lone not in [p.member for p in waiting_for_minutes(opened, meeting)]
    assert lone not in [p.member for p in plan_next(opened, meeting).participants]
    opened.undo()
    opened.undo()
    assert picture(opened.case) == before


def test_whom_nothing_names_is_deleted(opened: OpenCase) -> None:
    lone = add_private_person(opened, "Lone Holm")
    meeting = plan_meeting(opened)
    add_participant(opened, meeting, lone)
    remove_person(opened, lone)                          # was only to come: there is nothing to remember
    assert not lone.exists
    assert who_left(opened.case) == []


def responsible(opened: OpenCase, member: NetworkMember) -> tuple[Goal, Step, Step, Intervention, Agreement, Agreement]:
    goal = add_goal(opened, "min egen bolig")
    late, done, help_ = add_step(opened, goal, "ring"), add_step(opened, goal, "skriv"), add_intervention(opened, goal)
    tick_step(opened, done)
    for row, column in ((goal, Goal.responsible_id), (late, Step.responsible_id), (done, Step.responsible_id),
                        (help_, Intervention.responsible_id)):
        write(opened, row, column, member.id, "Responsible")
    agreed, kept = add_agreement(opened, "ringer", member), add_agreement(opened, "skriver", member)
    tick_agreement(opened, kept)
    return goal, late, done, help_, agreed, kept


def test_everything_open_is_handed_over_and_what_was_done_keeps_its_name(opened: OpenCase) -> None:
    ole, sara = add_private_person(opened, "Ole"), add_private_person(opened, "Sara")
    goal, late, done, help_, agreed, kept = responsible(opened, ole)
    meeting = plan_meeting(opened, starts_at=opened.now())
    add_participant(opened, meeting, ole, "kender boligen")
    point = add_item(opened, meeting, "Bolig", lead=ole)
    wait_for(opened, ole, "svar om boligen")
    make_coordinator(opened, ole)
    make_lay_representative(opened, ole)
    assert [each.what for each in in_hand(opened.case, ole, opened.today())] == [
        Carries.GOAL, Carries.STEP, Carries.HELP, Carries.AGREEMENT, Carries.MEETING, Carries.POINT, Carries.WAITING,
        Carries.COORDINATION, Carries.STANDS_BESIDE]
    remove_person(opened, ole, sara)
    assert [row.responsible for row in (goal, late, help_, agreed)] == [sara] * 4
    assert [row.responsible for row in (done, kept)] == [ole, ole]
    comes = {p.member_id: p.why for p in meeting.participants}
    assert comes[sara.id] == "kender boligen"
    assert ole.id not in comes
    assert point.lead is sara
    assert current_course(opened.case).waiting_for_member is sara
    holds = coordinator(opened.case)
    assert holds is not None
    assert holds.member is sara
    assert lay_representatives(opened.case, opened.today()) == []


def test_waits_appointments_and_the_time_after_are_handed_over_too_and_undo_brings_all_back(opened: OpenCase) -> None:
    ole, sara = add_new_professional(opened, "Ole Toft"), add_new_professional(opened, "Sara Holm")
    case, today, course = opened.case, opened.today(), current_course(opened.case)
    with opened.action("Filled"):
        asked = case.add(ResponsibilityRequest(course_id=course.id, office="Socialcentret", member_id=ole.id))
        answered = case.add(ResponsibilityRequest(course_id=course.id, office="Jobcentret", member_id=ole.id,
                                                  outcome=ResponsibilityAnswer.YES))
        known = case.add(Knowledge(noted_on=today, what="speciallægeerklæring", member_id=ole.id,
                                   state=KnowledgeState.ASKED))
        ahead = case.add(Appointment(on=today, text="Tandlæge", member_id=ole.id))
        over = case.add(Appointment(on=today - timedelta(days=3), text="Læge", member_id=ole.id))
        wish = case.add(HomeSupportWish(to_id=ole.id, wish="Helst Mette"))
        care = case.add(AfterCare(began_on=today, companion_id=ole.id))
        sign = case.add(RelapseSign(after_care_id=care.id, sign="jeg låser døren", what_then="ringer på",
                                    member_id=ole.id))
    found = in_hand(case, ole, today)
    assert [(each.what, each.words) for each in found] == [
        (Carries.WAITING, "Socialcentret"), (Carries.WAITING, "speciallægeerklæring"),
        (Carries.APPOINTMENT, "Tandlæge"), (Carries.WISH, "Helst Mette"), (Carries.COMPANION, ""),
        (Carries.SIGN, "ringer på")]
    before = picture(case)
    remove_person(opened, ole, sara)
    assert {asked.member_id, known.member_id, ahead.member_id, wish.to_id, care.companion_id, sign.member_id} == {
        sara.id}
    assert {answered.member_id, over.member_id} == {ole.id}          # what happened keeps its name
    assert in_hand(case, ole, today) == []
    opened.undo()
    assert picture(case) == before


def test_what_comes_back_every_week_is_handed_over_or_ends(opened: OpenCase) -> None:
    ole, sara, today = add_private_person(opened, "Ole"), add_private_person(opened, "Sara"), opened.today()
    weekly, over = add_standing(opened, "Samtale", 0, member=ole), add_standing(opened, "Træning", 1, member=ole)
    with opened.action("Filled"):
        over.begins_on, over.ends_on = None, today - timedelta(days=1)
    assert [(each.what, each.words) for each in in_hand(opened.case, ole, today)] == [(Carries.STANDING, "Samtale")]
    before = picture(opened.case)
    remove_person(opened, ole, sara)
    assert (weekly.member_id, weekly.ends_on, over.member_id) == (sara.id, None, ole.id)
    opened.undo()
    assert picture(opened.case) == before
    remove_person(opened, ole)                           # nobody sits there next week
    assert (weekly.member_id, weekly.ends_on) == (ole.id, today)
    assert who_left(opened.case) == [ole]
    opened.undo()
    assert picture(opened.case) == before


def test_every_kind_of_thing_in_hand_has_words(qtbot: QtBot) -> None:
    for what in Carries:
        said = in_words(InHand(what, "ordene", date(2026, 11, 28)), date(2026, 11, 28))
        assert said
        assert "{" not in said


def test_what_nobody_takes_over_stays_with_the_name(opened: OpenCase) -> None:
    ole = add_private_person(opened, "Ole")
    goal, late, done, help_, agreed, kept = responsible(opened, ole)
    make_coordinator(opened, ole)
    remove_person(opened, ole)
    assert [row.responsible for row in (goal, late, done, help_, agreed, kept)] == [ole] * 6
    assert coordinator(opened.case) is None


@pytest.mark.parametrize("name", ["Lone Holm", " lone  holm ", "LONE HOLM"])
def test_who_left_is_offered_by_name_and_comes_back_where_they_stood(opened: OpenCase, name: str) -> None:
    lone = add_private_person(opened, "Lone Holm", sector=Sector.FRIENDS, ring=Ring.CLOSE)
    held(opened, lone)
    remove_person(opened, lone)
    assert left_called(opened.case, name) is lone
    assert left_called(opened.case, "") is None
    bring_back(opened, lone)
    assert (lone in people(opened.case), lone.ring, lone.sector) == (True, Ring.CLOSE, Sector.FRIENDS)
    opened.undo()
    assert lone not in people(opened.case)


def test_a_professional_or_colleague_who_left_is_not_written_twice(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Ny", "sagsbehandler")
    mads = add_colleague(opened, next(s for s in search_register(opened, "mads") if isinstance(s, StaffMember)))
    held(opened, birgit, mads)
    remove_person(opened, birgit)
    remove_person(opened, mads)
    found = next(p for p in search_register(opened, "birgit ny") if isinstance(p, Professional))
    assert add_professional(opened, found, Ring.CLOSEST) is birgit
    assert birgit.ring is Ring.CLOSEST
    assert birgit in people(opened.case)
    colleague = next(s for s in search_register(opened, "mads") if isinstance(s, StaffMember))
    assert add_colleague(opened, colleague) is mads
    assert mads in people(opened.case)


def test_a_consent_or_a_paper_keeps_the_name_too(opened: OpenCase) -> None:
    lone = add_private_person(opened, "Lone Holm")
    consent = give_consent(opened, Asked("Bolig", [lone], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    remove_person(opened, lone)
    assert consent.persons == [lone]
    assert who_left(opened.case) == [lone]


def test_a_case_file_keeps_who_has_left(opened: OpenCase) -> None:
    lone = add_private_person(opened, "Lone Holm")
    held(opened, lone)
    remove_person(opened, lone)
    again = read_case(write_case(opened.case)).case()
    assert [m.name for m in who_left(again)] == ["Lone Holm"]
    assert "Lone Holm" not in [m.contact.name for m in people(again)]


def test_two_windows_at_once(archive: Archive, opened: OpenCase) -> None:
    lone = add_private_person(opened, "Lone Holm")
    held(opened, lone)
    other = archive.open_case(opened.id)
    theirs = other.case.get(NetworkMember, lone.id)
    assert theirs is not None
    remove_person(opened, lone)
    goal = add_goal(other, "min egen bolig")             # built on what the other window did not know yet
    write(other, goal, Goal.responsible_id, theirs.id, "Responsible")
    opened.catch_up()
    assert theirs.removed_on == opened.today()
    there = opened.case.get(Goal, goal.id)
    assert there is not None
    assert there.responsible is lone                     # said with "no longer on the map"
    assert who_left(opened.case) == [lone]


def test_an_application_is_asked_of_and_chased_by_whoever_comes_instead(opened: OpenCase) -> None:
    birgit, per = add_new_professional(opened, "Birgit Krogh"), add_new_professional(opened, "Per Toft")
    home = write_application(opened, ApplicationKind.HOUSING_LIST, "en lejlighed", "", birgit, opened.today())
    chase(opened, home, birgit)
    assert [(each.what, each.words) for each in in_hand(opened.case, birgit, opened.today())] == [
        (Carries.WAITING, "en lejlighed")]
    remove_person(opened, birgit, per)
    assert (home.member_id, home.chaser_id) == (per.id, per.id)
    opened.undo()
    assert (home.member_id, home.chaser_id) == (birgit.id, birgit.id)
