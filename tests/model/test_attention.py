"""What calls for attention, from which day, whose it is, and where it is put right."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from borgerplan_desktop.model.application import Application, Meanwhile, Outcome
from borgerplan_desktop.model.attention import Attention, Call, Side, attention, calls_from, watched
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Topic
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Course,
    LeftHow,
    ResponsibilityRequest,
    Stay,
)
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, GoalStatus, Plan, PlanVersion, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter
from tests.model.cases import FIRST_CONTACT, case_with

TODAY = date(2026, 11, 28)
STAFF = "eva"


def days(n: int) -> timedelta:
    return timedelta(days=n)


def calm(*rows: Row) -> Case:
    """A case in which nothing calls, but for what `rows` say: a coordinator, a plan, a talk today."""
    case = case_with()
    eva = case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, staff_id=STAFF, name="Eva Lind"))
    case.add(CoordinatorAssignment(since=FIRST_CONTACT, member_id=eva.id))
    case.add(PlanVersion(number=1, adopted_on=TODAY, plan_id=case.the(Plan).id))
    case.add(Note(written_at=datetime.combine(TODAY, time(9))))
    for row in rows:
        case.add(row)
    return case


def only(case: Case, today: date = TODAY) -> Attention:
    found = attention(case, today)
    assert len(found) == 1, [each.call for each in found]
    return found[0]


def test_nothing_calls_where_all_is_done() -> None:
    assert attention(calm(), TODAY) == []
    assert calls_from(calm(), TODAY) == TODAY + days(14)              # when nobody has been in touch for so long
    assert watched(Case("shelter"), TODAY) == []


def test_the_plan_calls_from_day_50_and_says_what_it_waits_for() -> None:
    case = calm()
    case.remove(case.the(PlanVersion))
    case.the(Course).waiting_for = "svar fra kommunen"
    case.the(Course).nudge_on, case.the(Course).meanwhile = TODAY + days(9), "Madklub"
    late = only(case)
    assert (late.call, late.since, late.due) == (Call.PLAN, FIRST_CONTACT + days(50), FIRST_CONTACT + days(49))
    assert late.words == "svar fra kommunen"
    assert attention(case, FIRST_CONTACT + days(49)) == []


def test_a_coordinator_is_missing_or_temporary_past_the_week() -> None:
    case = calm()
    held = case.the(CoordinatorAssignment)
    held.temporary = True
    late = only(case)
    assert (late.call, late.since, late.who.staff_id) == (
        Call.TEMPORARY_COORDINATOR, FIRST_CONTACT + days(8), STAFF)
    held.until = TODAY - days(2)
    assert (only(case).call, only(case).since, only(case).due) == (
        Call.NO_COORDINATOR, TODAY - days(2), TODAY + days(5))


def test_consent_is_missing_or_runs_out() -> None:
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh", organisation="Hjemløseenheden")
    case = calm(birgit)
    asked = only(case)
    assert (asked.call, asked.words, asked.count, asked.tab, asked.row_id) == (
        Call.CONSENT_MISSING, "Birgit Krogh", 1, "papers", f"ask:{birgit.id}")
    form = case.add(Consent(given_on=FIRST_CONTACT, expires_on=TODAY + days(6)))
    case.add(ConsentPerson(consent_id=form.id, member_id=birgit.id))
    case.add(ConsentTopic(consent_id=form.id, topic=Topic.PLAN))
    ending = only(case)
    assert (ending.call, ending.since, ending.due) == (Call.CONSENT_RUNS_OUT, TODAY - days(8), TODAY + days(6))
    assert attention(case, TODAY, Shelter(consent_warning_days=5)) == []
    case.add(Note(written_at=datetime.combine(TODAY + days(7), time(9))))
    gone = only(case, TODAY + days(7))
    assert (gone.call, gone.since) == (Call.CONSENT_MISSING, TODAY + days(7))


def test_after_a_death_one_line_is_said_until_the_course_is_closed_and_nothing_else() -> None:
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh", organisation="Hjemløseenheden")
    case = calm(birgit, Agreement(text="Følges til lægen", due_on=TODAY - days(3)),
                MissedAppointment(on=TODAY, what="Jobcenteret"))
    case.the(CoordinatorAssignment).temporary = True
    stay = case.add(Stay(admitted_on=FIRST_CONTACT, decided_on=FIRST_CONTACT))
    care = case.add(AfterCare(began_on=TODAY - days(9)))
    case.add(AfterCareCall(planned_on=TODAY - days(2), after_care_id=care.id))
    assert len(attention(case, TODAY)) > 3
    stay.left_how = LeftHow.DIED
    assert (only(case).call, only(case).row_id) == (Call.DIED, "leaving")
    case.the(Course).closed_on = TODAY
    assert watched(case, TODAY) == []


def test_nobody_has_been_in_touch_for_so_many_days() -> None:
    case = calm()
    case.the(Note).about_on = TODAY - days(14)
    assert (only(case).call, only(case).since) == (Call.NO_CONTACT, TODAY)
    assert attention(case, TODAY, Shelter(no_contact_days=15)) == []
    tried = case.add(ContactNote(at=datetime.combine(TODAY, time(8)), reached=False))
    assert only(case).call is Call.NO_CONTACT                         # it did not reach them
    tried.reached = True
    assert attention(case, TODAY) == []


@pytest.mark.parametrize(("nudge", "meanwhile", "calls"), [
    (None, False, [Call.NO_NUDGE, Call.NO_MEANWHILE]), (TODAY, True, [Call.NUDGE]), (TODAY + days(1), True, []),
    (TODAY + days(1), False, [Call.NO_MEANWHILE])])
def test_a_wait_has_a_next_nudge_and_a_meanwhile(nudge: date | None, meanwhile: bool, calls: list[Call]) -> None:
    sent = Application(what="Boliglisten", office="Boligforeningen", sent_on=TODAY - days(20), nudge_on=nudge,
                       meanwhile_kind=Meanwhile.SKILLS if meanwhile else None)
    asked = ResponsibilityRequest(course_id="", office="Hjemløseenheden", asked_on=TODAY - days(20), nudge_on=nudge,
                                  meanwhile="Madklub" if meanwhile else "")
    for row in (sent, asked):
        case = calm()
        if isinstance(row, ResponsibilityRequest):
            row.course_id = case.the(Course).id
        case.add(row)
        found = attention(case, TODAY)
        assert [each.call for each in found] == calls
        assert all(each.row_id == f"waiting:{row.id}" for each in found)
    sent.outcome = Outcome.YES
    assert Call.NUDGE not in {each.call for each in watched(calm(), TODAY)}


def test_what_was_promised_is_told_in_its_own_words_with_who_said_it() -> None:
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh", staff_id=None, organisation="Kommunen")
    case = calm(Goal(plan_id="", title="Et sted at bo"))
    goal = case.the(Goal)
    goal.plan_id = case.the(Plan).id
    eva = next(m for m in case.all(NetworkMember) if m.staff_id == STAFF)
    citizen = next(m for m in case.all(NetworkMember) if m.is_citizen)
    ours = case.add(Agreement(text="Ring til boligforeningen", due_on=TODAY - days(1), responsible_id=eva.id))
    step = case.add(Step(goal_id=goal.id, text="Skriv jer op", due_on=TODAY - days(3), responsible_id=citizen.id))
    found = {each.row_id: each for each in attention(case, TODAY)}
    assert (found[ours.id].words, found[ours.id].who.side, found[ours.id].since) == (
        "Ring til boligforeningen", Side.US, TODAY)
    assert (found[step.id].who.side, found[step.id].who.name) == (Side.CITIZEN, "Jonas Prøve")
    assert found[ours.id].call.promised
    assert found[ours.id].is_late(TODAY)
    ours.due_on = TODAY
    assert ours.id not in {each.row_id for each in attention(case, TODAY)}        # there is the day left
    ours.due_on, ours.status = TODAY - days(1), AgreementStatus.DONE
    goal.status = GoalStatus.REACHED
    assert attention(case, TODAY) == []
    case.add(birgit)
    ours.status, ours.responsible_id = AgreementStatus.OPEN, birgit.id
    said = next(each for each in attention(case, TODAY) if each.row_id == ours.id)
    assert (said.who.side, said.who.organisation) == (Side.PARTNER, "Kommunen")


def test_a_missed_appointment_minutes_and_an_agenda_call() -> None:
    missed = MissedAppointment(on=TODAY - days(1), what="Tid hos lægen")
    assert (only(calm(missed)).call, only(calm(missed)).words) == (Call.MISSED, "Tid hos lægen")
    missed = MissedAppointment(on=TODAY - days(1), settled_on=TODAY)
    assert attention(calm(missed), TODAY) == []
    held = Meeting(status=MeetingStatus.HELD, starts_at=datetime.combine(TODAY - days(1), time(13)))
    minutes = only(calm(held))
    assert (minutes.call, minutes.since, minutes.due) == (Call.MINUTES, TODAY, TODAY + days(6))
    soon = Meeting(starts_at=datetime.combine(TODAY + days(2), time(13)))
    assert (only(calm(soon)).call, only(calm(soon)).due) == (Call.AGENDA, TODAY - days(1))      # before the weekend
    soon = Meeting(starts_at=datetime.combine(TODAY + days(2), time(13)), kind=MeetingKind.TALK)
    assert attention(calm(soon), TODAY) == []
    past = Meeting(starts_at=datetime.combine(TODAY - days(1), time(13)), invited_on=TODAY - days(9))
    assert only(calm(past)).call is Call.MEETING_PASSED
    begun = Meeting(starts_at=datetime.combine(TODAY - days(1), time(13)), status=MeetingStatus.IN_PROGRESS)
    assert (only(calm(begun)).call, only(calm(begun)).since) == (Call.MEETING_NOT_ENDED, TODAY)
    begun = Meeting(starts_at=datetime.combine(TODAY, time(13)), status=MeetingStatus.IN_PROGRESS)
    assert attention(calm(begun), TODAY) == []


def test_the_municipality_is_to_be_told() -> None:
    case = calm(Stay(decided_on=TODAY))
    assert (only(case).call, only(case).since, only(case).row_id) == (Call.NOTICE, TODAY, "intake")
    assert only(case).due == TODAY + days(4)             # a Saturday: Monday, Tuesday, Wednesday
    case.the(Stay).notified_on = TODAY
    assert attention(case, TODAY) == []


def test_a_closed_course_calls_for_nothing_but_its_after_care() -> None:
    case = case_with(AfterCare(began_on=TODAY))
    case.the(Course).closed_on = TODAY - days(30)
    assert watched(case, TODAY) == []
    call = case.add(AfterCareCall(planned_on=TODAY + days(2), after_care_id=case.the(AfterCare).id))
    coming = watched(case, TODAY)
    assert [(each.call, each.since, each.row_id) for each in coming] == [
        (Call.AFTER_CARE_CALL, TODAY + days(2), f"after_care:{call.id}")]
    case.the(AfterCare).ended_on = TODAY
    assert watched(case, TODAY) == []


def test_what_is_waited_for_beyond_the_closing_calls_on_its_day() -> None:
    case = calm()
    sent = case.add(Application(what="en lejlighed", sent_on=TODAY, nudge_on=TODAY + days(3)))
    case.add(Application(what="uden en dag", sent_on=TODAY))
    course = case.the(Course)
    course.closed_on, course.waiting_for, course.nudge_on = TODAY, "svar fra Ole", TODAY + days(5)
    assert [(each.call, each.since, each.row_id) for each in watched(case, TODAY)] == [
        (Call.NUDGE, TODAY + days(3), f"waiting:{sent.id}"), (Call.NUDGE, TODAY + days(5), f"waiting:{course.id}")]
    sent.outcome = Outcome.DROPPED
    assert [each.words for each in watched(case, TODAY)] == ["svar fra Ole"]


def test_a_case_that_was_taken_into_another_calls_for_nothing() -> None:
    case = case_with()
    assert attention(case, TODAY)
    case.the(Citizen).merged_into = "another"
    assert attention(case, TODAY) == []


def test_days_at_the_end_of_time_are_no_trouble() -> None:
    case = calm(Agreement(text="Aldrig", due_on=date.max), Stay(decided_on=date.max),
                Meeting(starts_at=datetime.min), Meeting(starts_at=datetime.max))
    case.the(Course).first_contact_on = date.max
    case.the(CoordinatorAssignment).since, case.the(CoordinatorAssignment).temporary = date.max, True
    assert watched(case, TODAY)
    assert watched(case, date.max)


def test_a_plan_of_the_course_before_is_no_plan_of_this_one() -> None:
    case = calm()
    again = case.add(Course(first_contact_on=TODAY - days(50)))
    case.all(Course)[0].closed_on = TODAY - days(60)
    case.the(PlanVersion).adopted_on = TODAY - days(70)
    late = only(case)
    assert (late.call, late.since) == (Call.PLAN, TODAY)
    case.the(PlanVersion).adopted_on = again.first_contact_on
    assert attention(case, TODAY) == []


def test_a_first_contact_is_a_contact() -> None:
    case = calm()
    case.remove(case.the(Note))
    case.add(ContactNote(at=datetime.combine(TODAY - days(90), time(9))))
    case.the(Course).first_contact_on = TODAY
    case.the(CoordinatorAssignment).since = TODAY
    assert calls_from(case, TODAY) == TODAY + days(14)


def test_nobody_lacks_a_coordinator_where_none_is_needed() -> None:
    case = calm()
    case.the(CoordinatorAssignment).until = TODAY
    assert only(case).call is Call.NO_COORDINATOR
    case.the(CoordinatorAssignment).ends_coordination = True
    assert attention(case, TODAY) == []
    case.the(CoordinatorAssignment).ends_coordination = False
    case.add(Cooperation(other_coordinator=Answer.YES))
    assert attention(case, TODAY) == []


def test_a_party_that_stayed_away_is_asked_what_it_takes() -> None:
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh", involved_from=TODAY + days(1))
    missed = MissedAppointment(on=TODAY - days(1), member_id=birgit.id, what="Netværksmøde")
    case = calm(birgit, missed)
    away = only(case)
    assert (away.call, away.who.name, away.who.side, away.row_id) == (
        Call.AWAY, "Birgit Krogh", Side.PARTNER, f"contacts:{missed.id}")
    missed.settled_on = TODAY
    assert attention(case, TODAY) == []


def test_the_follow_up_of_the_plan_calls_until_somebody_has_met() -> None:
    case = calm()
    case.the(Plan).follow_up_on = TODAY - days(1)
    assert (only(case).call, only(case).due, only(case).tab) == (Call.PLAN_FOLLOW_UP, TODAY - days(1), "plan")
    case.add(Meeting(kind=MeetingKind.FOLLOW_UP, status=MeetingStatus.MINUTES_SENT,
                     starts_at=datetime.combine(TODAY, time(9))))
    assert attention(case, TODAY) == []


def test_what_others_know_is_asked_for_again_after_two_weeks() -> None:
    asked = Knowledge(noted_on=TODAY - days(20), what="Erklæring", holder="Jobcenteret", state=KnowledgeState.ASKED,
                      asked_on=TODAY - days(14))
    case = calm(asked)
    assert (only(case).call, only(case).who.name, only(case).row_id) == (Call.KNOWLEDGE, "Jobcenteret", asked.id)
    asked.state = KnowledgeState.RECEIVED
    assert attention(case, TODAY) == []


def test_an_appointment_of_the_citizen_is_remembered_and_never_late() -> None:
    case = calm(Appointment(on=TODAY, at="13.00", text="Tandlæge"))
    assert attention(case, TODAY) == attention(case, TODAY + days(2)) == []
    [ahead] = [each for each in watched(case, TODAY) if each.call is Call.APPOINTMENT]
    assert (ahead.due, ahead.words) == (TODAY, "13.00")              # not what it is about
