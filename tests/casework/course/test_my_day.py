"""Min dag: what comes first, what is said of meetings, whose promises stand first, and that one edit reads one case."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest

from borgerplan_desktop.casework.access import Gate, Wanted
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.day_case import KINDS, known
from borgerplan_desktop.casework.course.my_day import Day, DayReader
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation
from borgerplan_desktop.model.contact_note import MissedAppointment
from borgerplan_desktop.model.course import Appointment, CoordinatorAssignment, Course, Milestone, MilestoneKind, Stay
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementStatus
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Professional, StaffMember, StaffRole
from borgerplan_desktop.store.store import Store
from tests.archive import NOW, new_store, undecided

TODAY = NOW.date()


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of its own: the day shows everybody in it."""
    store = new_store(tmp_path_factory.mktemp("day"))
    yield store
    store.close()


@pytest.fixture
def jonas(archive: Archive) -> OpenCase:
    """Nothing calls but what the test adds."""
    opened = undecided(receive(archive, Arrival("Jonas Prøve", room="12")))
    with opened.action("x"):
        opened.case.the(CoordinatorAssignment).temporary = False
    return opened


def days(n: int) -> timedelta:
    return timedelta(days=n)


def put(opened: OpenCase, *rows: Row) -> None:
    with opened.action("x"):
        for row in rows:
            opened.case.add(row)


def eva(opened: OpenCase) -> NetworkMember:
    return next(m for m in opened.case.all(NetworkMember) if m.staff_id is not None)


def citizen(opened: OpenCase) -> NetworkMember:
    return next(m for m in opened.case.all(NetworkMember) if m.is_citizen)


def test_we_said_a_comes_first_and_the_citizens_own_last(jonas: OpenCase, archive: Archive) -> None:
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh", organisation="Hjemløseenheden")
    sister = NetworkMember(kind=MemberKind.PRIVATE, name="Sara Prøve")
    put(jonas, birgit, sister)
    for text, member, late in (("Finde sit kort", citizen(jonas), 30), ("Komme forbi", sister, 20),
                               ("Svar om myndighed", birgit, 9), ("Ring til boligforeningen", eva(jonas), 1),
                               ("Skriv til lægen", None, 2)):
        put(jonas, Agreement(text=text, due_on=TODAY - days(late), responsible_id=member.id if member else None))
    day = DayReader(archive).read()
    assert [(line.who, line.what, line.days) for line in day.overdue] == [
        ("Dig selv", "Ring til boligforeningen · Jonas", 1),
        ("Birgit Krogh, Hjemløseenheden", "Svar om myndighed · Jonas", 9), ("Sara Prøve", "Komme forbi · Jonas", 20),
        ("Jonas Prøve", "Finde sit kort · Jonas", 30)]
    assert day.first is not None
    assert day.first.title == "Skriv til lægen"
    assert day.first.due == "2 dage over tiden"


def test_kept_rate_is_told_of_a_partner_of_the_register_only(jonas: OpenCase, archive: Archive) -> None:
    with archive.shelter.action("x"):
        known_one = archive.shelter.case.add(Professional(name="Birgit Krogh", organisation="Hjemløseenheden"))
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, professional_id=known_one.id)
    put(jonas, birgit)
    for late in range(1, 5):
        put(jonas, Agreement(text=f"Svar {late}", due_on=TODAY - days(late), responsible_id=birgit.id,
                             done_on=TODAY - days(late) if late > 2 else None))
    put(jonas, Agreement(text="Mit eget", due_on=TODAY - days(9), responsible_id=citizen(jonas).id))
    assert {line.kept for line in DayReader(archive).read().overdue} == {""}      # four are too few to say anything
    put(jonas, Agreement(text="Svar 5", due_on=TODAY - days(5), responsible_id=birgit.id))
    said = {line.who: line.kept for line in DayReader(archive).read().overdue}
    assert said == {"Birgit Krogh, Hjemløseenheden": "holdt 2 af 5 til tiden", "Jonas Prøve": ""}


def test_a_meeting_says_what_it_still_needs(jonas: OpenCase, archive: Archive) -> None:
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh")
    meeting = Meeting(starts_at=datetime.combine(TODAY + days(1), time(13)))
    put(jonas, birgit, meeting)
    with jonas.action("x"):
        how = jonas.case.the(Cooperation)
        how.interpreter, how.interpreter_language = Answer.YES, "kalaallisut"
    line = DayReader(archive).read().meetings[0]
    assert [words for words, _kind, _icon in line.needs] == [
        "Tolk (kalaallisut) ikke bestilt", "Ingen er inviteret", "Lokale mangler"]
    put(jonas, Participant(meeting_id=meeting.id, member_id=birgit.id))
    write(jonas, meeting, Meeting.place_text, "Lokale 2", "x")
    line = DayReader(archive).read().meetings[0]
    assert [words for words, _kind, _icon in line.needs] == [
        "Tolk (kalaallisut) ikke bestilt", "Dagsorden skal sendes", "1 samtykke mangler", "Sted ikke spurgt"]
    assert line.what == "netværksmøde"
    put(jonas, Meeting(starts_at=datetime.combine(TODAY + days(2), time(10)), kind=MeetingKind.TALK,
                       place_text="Køkkenet", place_asked=True))
    write(jonas, how, Cooperation.interpreter, Answer.NO, "x")
    assert DayReader(archive).read().meetings[1].needs == ()


def test_the_agenda_that_must_go_today_is_the_first_thing(jonas: OpenCase, archive: Archive) -> None:
    put(jonas, Agreement(text="Ring", due_on=TODAY - days(1)),
        Meeting(starts_at=datetime.combine(TODAY + days(2), time(13))))
    first = DayReader(archive).read().first
    assert first is not None
    assert (first.title, first.due, first.verb, first.door.tab) == (
        "Send dagsordenen til mødet med Jonas", "Frist i dag", "Gør dagsordenen klar", "meetings")


def test_a_meeting_later_today_is_first_where_nothing_else_must_go(jonas: OpenCase, archive: Archive) -> None:
    put(jonas, Meeting(starts_at=datetime.combine(TODAY, time(13)), invited_on=TODAY - days(9)),
        Agreement(text="Ring", due_on=TODAY - days(1)))
    first = DayReader(archive).read().first
    assert first is not None
    assert first.title == "Møde med Jonas kl. 13.00"
    assert first.text == "Mangler: Ingen er inviteret, Lokale mangler."


def test_on_its_morning_a_meeting_comes_before_its_agenda(jonas: OpenCase, archive: Archive) -> None:
    today = Meeting(starts_at=datetime.combine(TODAY, time(13)))
    put(jonas, today)
    day = DayReader(archive).read()
    assert day.first is not None
    assert (day.first.title, day.first.door.row_id) == ("Møde med Jonas kl. 13.00", today.id)
    assert day.meetings == day.deadlines == day.watch == ()          # it is said once
    tomorrow = Meeting(starts_at=datetime.combine(TODAY + days(1), time(9)))
    put(jonas, tomorrow)
    day = DayReader(archive).read()
    assert day.first is not None
    assert (day.first.title, day.first.door.row_id) == ("Send dagsordenen til mødet med Jonas", tomorrow.id)


def test_a_meeting_that_nobody_ended_calls(jonas: OpenCase, archive: Archive) -> None:
    begun = Meeting(starts_at=datetime.combine(TODAY, time(8)), status=MeetingStatus.IN_PROGRESS)
    put(jonas, begun)
    first = DayReader(archive).read().first
    assert first is not None                             # it goes on, or is just over
    assert (first.title, first.text, first.verb) == ("Møde med Jonas kl. 8.00", "Mødet er i gang.", "Se mødet")
    write(jonas, begun, Meeting.starts_at, datetime.combine(TODAY - days(1), time(13)), "x")
    first = DayReader(archive).read().first
    assert first is not None
    assert (first.title, first.verb, first.door.tab, first.door.row_id) == (
        "Mødet med Jonas er ikke afsluttet", "Slut mødet", "meetings", begun.id)
    assert first.text == "Det var i går. Skriv, hvad I aftalte, og slut mødet."


def test_each_fact_stands_once(jonas: OpenCase, archive: Archive) -> None:
    from borgerplan_desktop.model.course import Stay

    stay = jonas.case.the(Stay)
    with jonas.action("x"):
        stay.decided_on, stay.notified_on = TODAY, None
        jonas.case.the(CoordinatorAssignment).until = TODAY - days(1)
    birgit = NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh")
    held = Meeting(starts_at=datetime.combine(TODAY - days(1), time(13)), status=MeetingStatus.HELD)
    soon = Meeting(starts_at=datetime.combine(TODAY + days(5), time(13)))
    put(jonas, birgit, held, soon)
    put(jonas, Participant(meeting_id=soon.id, member_id=birgit.id))
    day = DayReader(archive).read()
    assert day.first is not None
    assert day.first.title == "Jonas: giv kommunen besked"
    assert [line.what for line in day.deadlines] == ["Referat af mødet med Jonas", "Fast tovholder til Jonas"]
    assert [[words for words, _kind, _icon in line.needs] for line in day.meetings] == [
        ["Dagsorden skal sendes", "1 samtykke mangler", "Lokale mangler"]]
    assert day.watch == ()                               # the meeting's line asks for the consent


def test_what_the_course_waits_for_is_said_by_its_wait_alone(jonas: OpenCase, archive: Archive) -> None:
    put(jonas, Agreement(text="Ring", due_on=TODAY - days(1)))
    with jonas.action("x"):
        course = jonas.case.the(Course)
        course.first_contact_on = TODAY - days(52)
        course.waiting_for, course.meanwhile, course.waiting_since = "svar fra kommunen", "værksted", TODAY - days(9)
        course.nudge_on = TODAY
    said = [(line.title, line.text) for line in DayReader(archive).read().watch if "svar" in line.text
            or "uge 8" in line.title]
    assert said == [("Jonas Prøve er i uge 8", "Ingen plan er vedtaget endnu. Målet var uge 6–7."),
                    ("Jonas Prøve venter: spørg igen", "svar fra kommunen · spørg igen i dag")]


def test_mine_and_what_i_have_promised_in_others_courses(jonas: OpenCase, archive: Archive) -> None:
    with archive.shelter.action("x"):
        colleague = archive.shelter.case.add(StaffMember(name="Ole Hansen"))
    theirs = undecided(receive(archive, Arrival("Amina Prøve")))
    write(theirs, theirs.case.the(Citizen), Citizen.contact_person_id, colleague.id, "x")
    put(theirs, Agreement(text="Kør til tandlægen", due_on=TODAY - days(1), responsible_id=eva(theirs).id),
        Agreement(text="Oles opgave", due_on=TODAY - days(1)))
    day = DayReader(archive).read()
    assert not day.is_whole
    assert (day.citizens, day.others) == (1, 1)
    assert (day.first and day.first.title, day.overdue) == ("Kør til tandlægen", ())
    whole = DayReader(archive, whole=True).read()
    assert whole.first == day.first
    assert [(line.who, line.what) for line in whole.overdue] == [("Ole Hansen", "Oles opgave · Amina")]


def test_what_a_meeting_agreed_without_a_day_is_kept_an_eye_on_by_who_has_it_too(
        jonas: OpenCase, archive: Archive) -> None:
    with archive.shelter.action("x"):
        colleague = archive.shelter.case.add(StaffMember(name="Ole Hansen"))
    theirs = undecided(receive(archive, Arrival("Amina Prøve")))
    write(theirs, theirs.case.the(Citizen), Citizen.contact_person_id, colleague.id, "x")
    held = Meeting(starts_at=datetime.combine(TODAY - days(2), time(13)), status=MeetingStatus.MINUTES_SENT)
    put(theirs, held)
    mine = [Agreement(text=words, place=n, made_on=TODAY - days(2), meeting_id=held.id, responsible_id=eva(theirs).id)
            for n, words in enumerate(("Gæld", "Nøgle", "Seng"))]
    put(theirs, *mine, Agreement(text="Oles", made_on=TODAY - days(2), meeting_id=held.id))
    put(jonas, MissedAppointment(on=TODAY, what="Tid hos lægen"))        # so that the first thing is another
    lines = [line for line in DayReader(archive, whole=False).read().watch if "Amina" in line.title]
    assert [(line.title, line.text, line.door.tab, line.door.row_id) for line in lines] == [
        ("Aftalt med Amina Prøve, endnu uden dag", "Eva Lind · Gæld · og 2 mere", "plan", mine[0].id)]
    [on_paper] = [line for line in DayReader(archive, whole=False).read(for_paper=True).watch if "Amina" in line.title]
    assert on_paper.text == "Eva Lind · 3 aftaler"        # no words of anybody's lie in a corridor
    [in_list] = [each for each in seen(archive, "follow_up") if each.line.id == theirs.id]
    assert in_list.next == "En aftale har ingen dag endnu"
    with theirs.action("x"):
        for each in mine:
            each.status = AgreementStatus.DONE
    assert not [line for line in DayReader(archive, whole=False).read().watch if "Amina" in line.title]


def test_a_leader_and_who_has_nobody_see_the_whole_shelter(jonas: OpenCase, archive: Archive) -> None:
    write(jonas, jonas.case.the(Citizen), Citizen.contact_person_id, "somebody", "x")
    assert DayReader(archive).read().is_whole
    write(jonas, jonas.case.the(Citizen), Citizen.contact_person_id, archive.who, "x")
    assert not DayReader(archive).read().is_whole
    me = archive.me
    assert me is not None
    with archive.shelter.action("x"):
        me.role = StaffRole.LEADER
    assert DayReader(archive).read().is_whole
    assert not DayReader(archive, whole=False).read().is_whole


def test_one_edit_reads_one_case_again(jonas: OpenCase, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = undecided(receive(archive, Arrival("Amina Prøve")))
    read: list[list[str]] = []
    really = Gate.rows
    monkeypatch.setattr(Gate, "rows", lambda gate, ids, kinds: read.append(list(ids)) or really(gate, ids, kinds))
    reader = DayReader(archive)
    reader.read()
    assert [set(ids) for ids in read] == [{jonas.id, amina.id}]
    reader.read()
    assert read[1:] == [[]]
    put(amina, Agreement(text="Ring", due_on=TODAY))
    assert (first := reader.read().first) is not None
    assert first.title == "Ring"
    assert read[2:] == [[amina.id]]
    archive.clock.pass_(days=1)  # type: ignore[attr-defined]
    first = reader.read().first
    assert first is not None
    assert first.title == "Ring"
    assert set(read[3]) == {jonas.id, amina.id}


def test_some_rows_say_what_the_whole_case_says(jonas: OpenCase, archive: Archive) -> None:
    """Nothing that is not read is missed by the rules."""
    from borgerplan_desktop.casework.papers.demo import CITIZENS, demo_case

    for name in CITIZENS:
        file = demo_case(TODAY, name)
        whole = Case("c", file.rows, 0, archive.shelter.case)
        part = Case("c", [_lean(row) for row in file.rows if type(row) in KINDS], 0, archive.shelter.case)
        assert known(part, TODAY) == known(whole, TODAY), name


def _lean(row: Row) -> Row:
    wanted = KINDS[type(row)]
    values = {name: value for name, value in row.values().items() if not wanted or name in wanted}
    return type(row)(id=row.id, **values)


def test_the_time_after_calls_also_when_the_course_is_closed(jonas: OpenCase, archive: Archive) -> None:
    care = AfterCare(began_on=TODAY)
    put(jonas, care, AfterCareCall(planned_on=TODAY, after_care_id=care.id))
    write(jonas, jonas.case.the(Course), Course.closed_on, TODAY - days(1), "x")
    day = DayReader(archive).read()
    assert day.first is not None
    assert day.first.title == "Ring til Jonas: Hvordan går det?"
    assert (day.first.door.row_id.split(":")[0], day.watch) == ("after_care", ())


def test_days_from_first_talk_to_plan(archive: Archive) -> None:
    for took in (40, 44, 60):
        opened = receive(archive, Arrival("En Prøve", first_contact_on=TODAY - days(80)))
        course = opened.case.the(Course)
        put(opened, Milestone(course_id=course.id, kind=MilestoneKind.PLAN_ADOPTED,
                              done_on=course.first_contact_on + days(took)))
        day = DayReader(archive).read()
    assert sorted(day.plans) == [40, 44, 60]
    assert day.days_to_plan == 44
    assert Day(NOW, plans=(40, 44)).days_to_plan is None


def test_a_wait_is_one_line(jonas: OpenCase, archive: Archive) -> None:
    from borgerplan_desktop.model.application import Application

    put(jonas, Application(what="Boliglisten", sent_on=TODAY - days(9)), Agreement(text="Ring", due_on=TODAY - days(1)))
    waits = [line for line in DayReader(archive).read().watch if line.door.row_id.startswith("waiting")]
    assert [(line.title, line.text) for line in waits] == [
        ("Jonas Prøve venter: Hvornår spørger vi igen?", "Boliglisten · og hvad sker der imens?")]


def test_where_there_are_very_many_those_with_the_nearest_days_are_looked_at(
        archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.benchmarks.many_citizens import NOW as THEN
    from tests.benchmarks.many_citizens import fill

    archive.clock.now = THEN  # type: ignore[attr-defined]
    fill(archive, 300)
    monkeypatch.setattr("borgerplan_desktop.casework.course.my_day.MOST", 60)
    day = DayReader(archive, whole=True).read()
    assert 20 < day.looked_at < 61 < day.there_are
    everybody = archive.gate.page(Wanted()).lines
    soonest = min(line.meeting_at for line in everybody if line.meeting_at and line.meeting_at.date() >= THEN.date())
    assert day.meetings[0].at == soonest


def test_impossible_days_are_no_trouble(jonas: OpenCase, archive: Archive) -> None:
    put(jonas, Agreement(text="Aldrig", due_on=date.max), Agreement(text="Altid", due_on=date.min))
    write(jonas, jonas.case.the(Course), Course.first_contact_on, date.min, "x")
    first = DayReader(archive).read().first
    assert first is not None
    assert first.title == "Altid"


def test_every_kind_is_seen_before_one_of_them_fills_the_card(archive: Archive) -> None:
    for name in ("Ane", "Bo", "Kim", "Liv", "Mia"):
        put_off = undecided(receive(archive, Arrival(f"{name} Prøve", first_contact_on=TODAY - days(30))))
        with put_off.action("x"):
            put_off.case.the(CoordinatorAssignment).until = TODAY - days(9)
    put(put_off, Knowledge(noted_on=TODAY, holder="Jobcenteret", state=KnowledgeState.ASKED, asked_on=TODAY - days(20)))
    day = DayReader(archive).read()
    titles = [line.title for line in day.watch]
    assert day.first is not None
    assert day.first.title == "Ane mangler tovholder"
    assert titles[:3] == ["Bo Prøve mangler tovholder", "Ingen kontakt med Ane Prøve i et stykke tid",
                          "Mia Prøve: spørg igen om viden"]
    assert titles[3] == "Kim Prøve mangler tovholder"


def test_no_legal_deadline_hides_behind_what_the_law_does_not_count(jonas: OpenCase, archive: Archive) -> None:
    write(jonas, jonas.case.the(Course), Course.first_contact_on, TODAY - days(60), "x")
    put(jonas, Knowledge(noted_on=TODAY, holder="Jobcenteret", state=KnowledgeState.ASKED, asked_on=TODAY - days(20)))
    for name in ("Ane", "Bo", "Kim"):
        late = receive(archive, Arrival(f"{name} Prøve", first_contact_on=TODAY - days(10)))
        write(late, late.case.the(Stay), Stay.decided_on, TODAY - days(10), "x")
    day = DayReader(archive).read()
    assert day.first is not None
    assert day.first.title == "Ane: giv kommunen besked"
    assert [line.title for line in day.watch][:2] == ["Bo Prøve: giv kommunen besked", "Kim Prøve: giv kommunen besked"]
    assert len(day.watch) > 4


def test_the_citizens_own_appointments_are_among_the_days_without_what_they_are_about(
        jonas: OpenCase, archive: Archive) -> None:
    made = Appointment(on=TODAY, at="13.00", text="Rusmiddelcentret")
    put(jonas, made)
    [line] = DayReader(archive).read().deadlines
    assert (line.what, line.note, line.door.row_id) == ("Jonas har en tid", "kl. 13.00", f"contacts:{made.id}")
    write(jonas, made, Appointment.kept, True, "x")
    assert DayReader(archive).read().deadlines == ()
