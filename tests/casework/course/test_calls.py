"""From which day a citizen calls for somebody: what the list says by SQL is what the rule says of the case."""
from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from borgerplan_desktop.casework.access import Reading, Wanted
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import Order, list_words, page, seen, stands_at
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive, CitizenLine
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.application import Application, HousingOffer, Outcome
from borgerplan_desktop.model.attention import Call, watched
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Topic, TopicAnswer
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    LeftHow,
    Milestone,
    MilestoneKind,
    ResponsibilityRequest,
    Stay,
    current_course,
    current_stay,
)
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import MemberKind, NetworkMember, Representation, people
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, GoalStatus, PlanVersion, Step, current_plan
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.store import citizen_lines
from borgerplan_desktop.store.citizen_lines import is_out_of_step
from borgerplan_desktop.store.store import Store
from tests.archive import new_store, undecided

TODAY = date(2026, 10, 27)
NOW = datetime(2026, 10, 27, 9)
MANY = 240
LATER = {Call.AGENDA: Call.MEETING_PASSED, Call.CONSENT_RUNS_OUT: Call.CONSENT_MISSING}  # the same thing, days after


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own: the lists show everybody in it."""
    store = new_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def archive(archive: Archive) -> Archive:
    archive.clock.now = NOW  # type: ignore[attr-defined]
    return archive


def line_of(archive: Archive, case_id: str) -> CitizenLine:
    [line] = archive.gate.page(Wanted(closed=None, ids={case_id})).lines
    return line


def lived(opened: OpenCase, dice: random.Random) -> None:
    """A course in which anything may have happened, or nothing."""
    case = opened.case

    def maybe(share: float = 0.5) -> bool:
        return dice.random() < share

    def day(low: int = -40, high: int = 30) -> date:
        return TODAY + timedelta(days=dice.randrange(low, high))

    def at(on: date) -> datetime:
        return datetime(on.year, on.month, on.day, 13)

    def some(share: float = 0.5) -> date | None:
        return day() if maybe(share) else None

    course = current_course(case)
    course.first_contact_on = day(-70, 0)
    stay = current_stay(case)
    assert stay is not None
    stay.decided_on, stay.notified_on = some(0.3), some()
    maybe(0.1)
    if maybe(0.3):
        case.all(CoordinatorAssignment)[0].until = day()
    if maybe(0.2):
        case.add(CoordinatorAssignment(since=day(-40, 0), member_id=people(case)[0].id if maybe() else None))
    members = [case.add(NetworkMember(kind=dice.choice((MemberKind.PRIVATE, MemberKind.PROFESSIONAL)), name=f"P{n}",
                                      involved_from=some(0.2), removed_on=day(-9, 0) if maybe(0.1) else None))
               for n in range(dice.randrange(3))]
    for member in members:
        for _form in range(dice.randrange(3)):
            consent = case.add(Consent(given_on=day(-40, 0), expires_on=some(), said_no=maybe(0.1)))
            if maybe(0.2):
                consent.withdrawn_on = max(consent.given_on, day(-30, 0))
            case.add(ConsentPerson(consent_id=consent.id, member_id=member.id))
            case.add(ConsentTopic(consent_id=consent.id, topic=Topic.HOUSING))
        if maybe(0.2):
            case.add(Representation(member_id=member.id))
    if maybe(0.3):
        course.waiting_for, course.waiting_since = "svar", some()
        course.nudge_on, course.meanwhile = some(), dice.choice(("", "værksted"))
    if maybe(0.2):
        case.add(ResponsibilityRequest(course_id=course.id, office="Borgercenter", asked_on=some(), nudge_on=some(),
                                       meanwhile=dice.choice(("", "x"))))
    if maybe(0.2):
        case.add(Milestone(course_id=course.id, kind=MilestoneKind.RESPONSIBILITY, done_on=some()))
    if maybe(0.3):
        sent = case.add(Application(what="bolig", sent_on=some(0.8), nudge_on=some(), meanwhile=dice.choice(("", "x")),
                                    outcome=dice.choice((Outcome.WAITING, Outcome.NO))))
        if maybe():
            case.add(HousingOffer(application_id=sent.id, answer_by=some()))
    goal = case.add(Goal(plan_id=current_plan(case).id, title="m", status=dice.choice(tuple(GoalStatus)),
                         deadline=some(0.2), follow_up_on=some(0.2)))
    case.add(Step(goal_id=goal.id, text="s", due_on=some(0.2), done_on=some(0.2)))
    case.add(Agreement(text="a", due_on=some(0.2), status=dice.choice(tuple(AgreementStatus))))
    for _n in range(dice.randrange(3)):
        status = dice.choice(tuple(MeetingStatus))
        ahead = status.ahead
        held = case.add(Meeting(status=status, kind=dice.choice(tuple(MeetingKind)), starts_at=at(
            day(-3, 30) if ahead else day(-40, 0)), invited_on=some() if ahead else None))
        if members and maybe():
            case.add(Participant(meeting_id=held.id, member_id=dice.choice(members).id, minutes_given_on=some()))
        if maybe(0.2):
            case.add(Agreement(text=dice.choice(("a", "")), meeting_id=held.id, made_on=some(), due_on=some(0.1),
                               when=dice.choice(("", "", "hver tirsdag")), responsible_id=people(case)[0].id,
                               status=dice.choice(tuple(AgreementStatus))))
    if maybe(0.3):
        case.add(ContactNote(at=at(day(-40, 0)), reached=maybe(), with_whom=dice.choice(("", "søster"))))
    if maybe(0.3):
        case.add(Note(written_at=at(day(-40, 0)), text="n", about_on=day(-40, 0) if maybe() else None))
    if maybe(0.2):
        who = dice.choice((None, *people(case)))
        met = dice.choice((None, *case.all(Meeting)))
        case.add(MissedAppointment(on=day(-9, 0), what="læge", settled_on=some(0.3), meeting_id=met.id if met else None,
                                   member_id=who.id if who is not None else None))
        if met is not None and who is not None and maybe():
            case.add(Participant(meeting_id=met.id, member_id=who.id, presence=dice.choice(tuple(Presence))))
    if maybe(0.4):
        case.add(PlanVersion(number=1, adopted_on=day(-90, 0), plan_id=current_plan(case).id))
    current_plan(case).follow_up_on = some(0.3)
    if maybe(0.3):
        case.add(Knowledge(noted_on=day(-40, 0), what="erklæring", asked_on=some(0.8),
                           state=dice.choice(tuple(KnowledgeState))))
    if maybe(0.2):
        case.add(Appointment(on=day(), text="tandlæge"))
    how = case.the(Cooperation)
    how.other_coordinator = dice.choice((Answer.NOT_ASKED, Answer.NO, Answer.NOT_ASKED, Answer.YES))
    if maybe(0.2):
        how.complex_actors = how.complex_situation = how.complex_illness = Answer.NO
    if maybe(0.2):
        for each in case.all(CoordinatorAssignment):
            each.ends_coordination = each.until is not None and maybe()
    if maybe(0.2):
        course.closed_on = day(-9, 0)
    if maybe(0.2):
        care = case.add(AfterCare(began_on=day(-9, 0), ended_on=day(-9, 0) if maybe(0.2) else None))
        case.add(AfterCareCall(planned_on=day(), after_care_id=care.id, called_on=day(-9, 0) if maybe(0.3) else None))


def test_the_list_says_what_the_rule_says(archive: Archive) -> None:
    dice, calling, said = random.Random(11), 0, set()
    for number in range(MANY):
        opened = receive(archive, Arrival(f"Ib {number}"))
        with opened.action("Lived"):
            undecided(opened)
            lived(opened, dice)
            if number % 9 == 4:
                current = current_stay(opened.case) or opened.case.add(Stay())
                current.left_how = LeftHow.DIED
        line, case = line_of(archive, opened.id), archive.gate.read(opened.id, Reading.LIST)
        found = watched(case, TODAY, archive.shelter.case.the(Shelter))
        calls = [each for each in found if each.calls(TODAY)]
        assert (line.calls_from <= TODAY) is bool(calls), (number, line, found)
        said.add(line.calls_for)
        if calls:
            calling += 1
            first = calls[0]
            if line.calls_for in LATER:                  # the line keeps the day of what came before
                assert line.calls_from <= first.since
            else:
                assert line.calls_from == first.since, (number, line, found)
                assert line.calls_for == first.call or line.calls_from in [
                    each.since for each in calls if each.call == line.calls_for]
    assert MANY > calling > MANY / 3
    assert len(said) > 14, said


def test_the_newest_word_about_a_person_holds_in_the_list_too(archive: Archive) -> None:
    dice, calling = random.Random(3), 0
    opened = undecided(receive(archive, Arrival("Ib")))
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Holm")
    put(opened, birgit)
    for number in range(MANY // 2):
        with opened.action("Asked"):
            for old in opened.case.all(Consent):
                opened.case.remove(old)
            for ago in dice.sample(range(9), dice.randrange(1, 4)):
                form = opened.case.add(Consent(
                    given_on=TODAY - timedelta(ago), said_no=dice.random() < 0.1,
                    expires_on=TODAY + timedelta(dice.randrange(4)) if dice.random() < 0.8 else None,
                    withdrawn_on=TODAY - timedelta(dice.randrange(ago + 1)) if dice.random() < 0.3 else None))
                opened.case.add(ConsentPerson(consent_id=form.id, member_id=birgit.id))
                for topic in dice.sample((Topic.HOUSING, Topic.MONEY), dice.randrange(1, 3)):
                    answer = TopicAnswer.YES if dice.random() < 0.7 else TopicAnswer.NO
                    opened.case.add(ConsentTopic(consent_id=form.id, topic=topic, answer=answer))
        found = watched(archive.gate.read(opened.id, Reading.LIST), TODAY, archive.shelter.case.the(Shelter))
        called = [each.call for each in found if each.calls(TODAY)]
        line = line_of(archive, opened.id)
        assert (line.calls_from <= TODAY) is bool(called), (number, line, found, opened.case.all(Consent))
        calling += bool(called)
    assert MANY / 2 > calling > MANY / 8


def test_the_settings_of_the_shelter_count_at_once(archive: Archive) -> None:
    opened = undecided(receive(archive, Arrival("Ib")))
    assert line_of(archive, opened.id).calls_from == TODAY + timedelta(days=8)      # a temporary coordinator's week
    shelter = archive.shelter.case.the(Shelter)
    write(archive.shelter, shelter, Shelter.no_contact_days, 3, "x")
    line = line_of(archive, opened.id)
    assert (line.calls_from, line.calls_for) == (TODAY + timedelta(days=3), Call.NO_CONTACT)
    with archive.store.reading.connect() as conn:
        assert not is_out_of_step(conn, opened.id)
    archive.shelter.undo()
    assert line_of(archive, opened.id).calls_for == Call.TEMPORARY_COORDINATOR


def put(opened: OpenCase, *rows: Any, **facts: Any) -> None:
    with opened.action("x"):
        for row in rows:
            opened.case.add(row)
        for name, value in facts.items():
            setattr(current_course(opened.case), name, value)


def words(archive: Archive, opened: OpenCase) -> str:
    return list_words(line_of(archive, opened.id), archive.now())


def test_the_words_name_the_most_urgent(archive: Archive) -> None:
    opened = undecided(receive(archive, Arrival("Ib")))
    assert words(archive, opened) == "Kom i dag"
    put(opened, first_contact_on=TODAY - timedelta(days=1))
    assert words(archive, opened) == "Kom i går"
    put(opened, NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit", involved_from=TODAY - timedelta(days=1)))
    assert words(archive, opened) == "Samtykke mangler"
    put(opened, Meeting(starts_at=datetime(2026, 10, 27, 14, 30)))
    assert words(archive, opened) == "Møde i dag kl. 14.30"
    ole = undecided(receive(archive, Arrival("Ole")))
    cooperation = ole.case.the(Cooperation)
    write(ole, cooperation, Cooperation.interpreter, Answer.YES, "x")
    put(ole, Meeting(starts_at=datetime(2026, 11, 3, 13)))
    assert words(archive, ole) == "Tolk ikke bestilt"
    write(ole, cooperation, Cooperation.interpreter_booking, "Tolkebureauet", "x")
    assert words(archive, ole) == "Møde 3. november"
    put(ole, ContactNote(at=NOW), first_contact_on=TODAY - timedelta(days=51))
    assert words(archive, ole) == "Uge 8 · følg op"


def test_a_closed_course_calls_for_nothing_but_the_time_after(archive: Archive) -> None:
    opened = undecided(receive(archive, Arrival("Ib")))
    put(opened, Meeting(starts_at=datetime(2026, 10, 28, 13)), first_contact_on=TODAY - timedelta(days=80),
        closed_on=TODAY - timedelta(days=2))
    assert words(archive, opened).startswith("Afsluttet")
    assert seen(archive, "follow_up") == []
    assert not seen(archive, "closed")[0].follow_up
    care = AfterCare(began_on=TODAY)
    put(opened, care)
    put(opened, AfterCareCall(planned_on=TODAY, after_care_id=care.id))
    assert [each.line.id for each in seen(archive, "follow_up")] == [opened.id]
    assert [each.line.id for each in seen(archive, "follow_up", "ib")] == [opened.id]
    assert words(archive, opened) == "Ring: hvordan går det?"


def test_after_a_death_the_list_says_one_thing(archive: Archive) -> None:
    opened = undecided(receive(archive, Arrival("Ib")))
    stay = current_stay(opened.case)
    assert stay is not None
    put(opened, Meeting(starts_at=datetime(2026, 10, 27, 13)), MissedAppointment(on=TODAY, what="læge"))
    write(opened, stay, Stay.left_how, LeftHow.DIED, "Død")
    assert words(archive, opened) == "Er død, forløbet er åbent"
    put(opened, closed_on=TODAY)
    assert words(archive, opened).startswith("Afsluttet")


def test_who_was_merged_into_another_is_in_no_list(archive: Archive) -> None:
    first, second = (receive(archive, Arrival("Ib Juul", cpr="050570-4321")) for _n in range(2))
    write(first, first.case.the(Citizen), Citizen.merged_into, second.id, "x")
    for typed in ("", "ib", "0505704321"):
        assert [each.line.id for each in seen(archive, words=typed)] == [second.id]
    with archive.store.reading.connect() as conn:
        assert not citizen_lines.are_damaged(conn)
    with second.action("x", also=[first], frozen=True):
        first.case.the(Citizen).merged_into = ""
    assert len(seen(archive)) == len(seen(archive, words="juul")) == 2


def test_every_order_goes_on_from_page_to_page(archive: Archive) -> None:
    dice = random.Random(5)
    for number in range(60):
        room = dice.choice(("", "2", "12", "1 B", "b"))
        opened = receive(archive, Arrival(f"{dice.choice('ÅBØ')} {number}", room=room))
        with opened.action("Lived"):
            lived(opened, dice)
    for order in Order:
        for scope in ("all", "mine", "follow_up", "closed"):
            everybody = seen(archive, scope, order=order)
            keys = [key(each.line, order) for each in everybody]
            assert keys == sorted(keys)
            assert {each.line.id for each in everybody} == {each.line.id for each in seen(archive, scope)}
            found, after = [], None
            while (shown := page(archive, scope, "", after, 7, order).seen):
                found += shown
                after = shown[-1].line
            assert found == everybody
            assert [stands_at(archive, scope, "", each.line.id, 999, order) for each in everybody] == list(
                range(1, len(everybody) + 1))
    rooms = [each.line.room for each in seen(archive, order=Order.ROOM)]
    assert list(dict.fromkeys(rooms)) == ["1 B", "2", "12", "b", ""]


def key(line: CitizenLine, order: Order) -> tuple[Any, int]:
    return {Order.NAME: (), Order.ATTENTION: line.calls_from, Order.ROOM: line.room_as,
            Order.WEEK: line.began_on}[order], line.place


@pytest.mark.parametrize("typed", ["12345678", "12 34 56 78", "+45 12 34 56 78", "004512345678", "4512345678", "345 6",
                                   "678", "12-34-56-78", "ib 5678", "(12)345"])
def test_a_phone_number_is_found_in_any_grouping(archive: Archive, typed: str) -> None:
    opened = receive(archive, Arrival("Ib", room="12"))
    receive(archive, Arrival("Ib", room="3"))
    write(opened, opened.case.the(Citizen), Citizen.phone, "+45 12345678", "x")
    assert [each.line.id for each in seen(archive, words=typed)] == [opened.id]


def test_what_they_want_to_be_called_is_a_name_too(archive: Archive) -> None:
    opened = receive(archive, Arrival("Ib Juul"))
    write(opened, opened.case.the(Citizen), Citizen.called, "Ålen", "x")
    for typed in ("ålen", "aalen", "alen"):
        assert [each.line.id for each in seen(archive, words=typed)] == [opened.id]
    assert not seen(archive, words="99")
