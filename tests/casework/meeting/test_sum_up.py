"""What a meeting came to: read aloud by person, followed up until it is done; why no plan was adopted there."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.meeting.after_meeting import give_minutes
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant, note_presence
from borgerplan_desktop.casework.meeting.sum_up import (
    follow_up_list,
    from_before,
    sum_up,
    was_not_adopted,
    without_a_day,
)
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.agreements import add_agreement, drop_agreement, tick_agreement
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.attention import Call, attention
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, Presence
from borgerplan_desktop.model.meeting_edition import Has, has
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.papers import DocumentKind
from tests.archive import Clock
from tests.documents import reading


@pytest.fixture
def meeting(opened: OpenCase) -> Meeting:
    now = opened.now()
    return plan_meeting(opened, starts_at=now, ends_at=now + timedelta(hours=1))


@pytest.fixture
def nadia(opened: OpenCase, meeting: Meeting) -> NetworkMember:
    made = add_private_person(opened, "Nadia Bro")
    add_participant(opened, meeting, made)
    return made


def hold(opened: OpenCase, meeting: Meeting) -> None:
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)


def in_days(opened: OpenCase, days: int) -> date:
    return opened.today() + timedelta(days=days)


def test_we_begin_and_the_citizen_is_last_but_for_what_nobody_has_taken_on(
        opened: OpenCase, meeting: Meeting, nadia: NetworkMember) -> None:
    me = citizen_member(opened.case)
    partner = add_new_professional(opened, "Birgit Prøve")
    ours = next(each.member for each in meeting.participants if each.member is not None and each.member.staff_id)
    nobodys = add_agreement(opened, "Nøglen", meeting=meeting)
    late = add_agreement(opened, "Ringer", me, in_days(opened, 9), meeting=meeting)
    soon = add_agreement(opened, "Skriver", me, in_days(opened, 2), meeting=meeting)
    hers = add_agreement(opened, "Går med", nadia, when="hver onsdag", meeting=meeting)
    asked = add_agreement(opened, "Søger", partner, meeting=meeting)
    our = add_agreement(opened, "Sender", ours, meeting=meeting)
    tick_agreement(opened, add_agreement(opened, "Gjort", ours, meeting=meeting))
    drop_agreement(opened, add_agreement(opened, "Ikke mere", ours, meeting=meeting))
    add_agreement(opened, " ", ours, meeting=meeting)
    assert [(each.member, each.agreements) for each in sum_up(meeting)] == [
        (ours, (our,)), (partner, (asked,)), (nadia, (hers,)), (me, (soon, late)), (None, (nobodys,))]


def test_what_is_past_its_day_comes_first_and_what_is_done_last(
        opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    bare = add_agreement(opened, "Uden dag", meeting=meeting)
    soon = add_agreement(opened, "Snart", due_on=in_days(opened, 9), meeting=meeting)
    late = add_agreement(opened, "For sent", due_on=in_days(opened, 1), meeting=meeting)
    weekly = add_agreement(opened, "Hver uge", when="hver tirsdag", meeting=meeting)
    done = add_agreement(opened, "Gjort", due_on=in_days(opened, 1), meeting=meeting)
    tick_agreement(opened, done)
    add_agreement(opened, "Et andet møde")
    clock.pass_(days=4)
    assert follow_up_list(meeting, opened.today()) == [late, soon, bare, weekly, done]
    assert without_a_day(meeting) == [bare]


def test_min_dag_reminds_until_it_is_done(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    made = add_agreement(opened, "Ringer", due_on=in_days(opened, 2), meeting=meeting)
    clock.pass_(days=3)

    def reminded() -> list[str]:
        return [each.row_id for each in attention(opened.case, opened.today()) if each.call is Call.AGREEMENT]
    assert reminded() == [made.id]
    tick_agreement(opened, made)
    assert reminded() == []
    opened.undo()
    assert reminded() == [made.id]


def test_what_has_no_day_is_on_min_dag_from_the_day_after_until_it_is_done_or_has_one(
        opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    mine = next(each.member for each in meeting.participants if each.member is not None and each.member.is_citizen)
    bare = add_agreement(opened, "Finder nøglen", meeting=meeting)
    other = add_agreement(opened, "Spørger Ole", meeting=meeting)
    theirs = add_agreement(opened, "Går en tur", mine, meeting=meeting)
    add_agreement(opened, "Kommer til madklub", when="hver tirsdag", meeting=meeting)      # goes on as it is
    add_agreement(opened, "Ikke fra et møde")

    def waiting() -> list[tuple[str, int, str]]:
        return [(each.words, each.count, each.who.name) for each in attention(opened.case, opened.today())
                if each.call is Call.NO_DAY]
    assert waiting() == []                               # it was agreed today
    clock.pass_(days=1)
    assert sorted(waiting()) == [("Finder nøglen", 2, ""), ("Går en tur", 1, mine.contact.name)]
    tick_agreement(opened, bare)
    with opened.action("x"):
        theirs.due_on = in_days(opened, 9)
    assert waiting() == [("Spørger Ole", 1, "")]
    drop_agreement(opened, other)
    assert waiting() == []
    opened.undo()
    assert waiting() == [("Spørger Ole", 1, "")]


def test_what_earlier_meetings_agreed_is_known_at_the_next(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    old = add_agreement(opened, "Fra første gang", meeting=meeting)
    hold(opened, meeting)
    clock.pass_(days=14)
    now = opened.now()
    later = plan_meeting(opened, MeetingKind.FOLLOW_UP, now, now + timedelta(hours=1))
    add_agreement(opened, "I dag", meeting=later)
    add_agreement(opened, "Uden møde")
    assert from_before(later) == [old]
    assert from_before(meeting) == []
    tick_agreement(opened, old)
    assert from_before(later) == []


def test_why_a_plan_was_not_adopted_is_asked_of_a_network_meeting_without_one(
        opened: OpenCase, meeting: Meeting) -> None:
    assert not was_not_adopted(meeting)                  # not held yet
    hold(opened, meeting)
    assert was_not_adopted(meeting)
    talk = plan_meeting(opened, MeetingKind.FOLLOW_UP, opened.now(), opened.now() + timedelta(hours=1))
    hold(opened, talk)
    assert not was_not_adopted(talk)
    write(opened, meeting, Meeting.not_adopted_why, "Jonas vil tænke", "x")
    adopt_plan(opened)
    assert was_not_adopted(meeting)                      # what was said stays, when the plan comes later
    write(opened, meeting, Meeting.not_adopted_why, "", "x")
    assert not was_not_adopted(meeting)


def test_one_adopted_there_is_not_asked_about(opened: OpenCase, meeting: Meeting) -> None:
    hold(opened, meeting)
    adopt_plan(opened, meeting)
    assert not was_not_adopted(meeting)


def test_why_stands_in_the_minutes_and_makes_those_that_were_given_older(opened: OpenCase, meeting: Meeting) -> None:
    hold(opened, meeting)
    mine = meeting.participants[0]
    give_minutes(opened, mine)
    assert has(mine, opened.today()) is Has.MINUTES
    assert "ikke vedtaget" not in paper(opened, DocumentKind.MINUTES, meeting)
    write(opened, meeting, Meeting.not_adopted_why, "Jonas vil tænke over det", "x")
    assert has(mine, opened.today()) is Has.OLDER_MINUTES
    for kind in (DocumentKind.MINUTES, DocumentKind.MEETING_MEANING):
        words = paper(opened, kind, meeting)
        assert "Planen blev" in words                    # the label goes over two lines
        assert "Jonas vil tænke over det" in words
    adopt_plan(opened, meeting)
    assert "Jonas vil tænke over det" not in paper(opened, DocumentKind.MINUTES, meeting)


def test_the_record_keeps_the_name_of_who_has_left_the_map(
        opened: OpenCase, meeting: Meeting, nadia: NetworkMember) -> None:
    start_meeting(opened, meeting)
    note_presence(opened, meeting.participants[-1], Presence.PRESENT)
    add_agreement(opened, "Går med til lægen", nadia, meeting=meeting)
    end_meeting(opened, meeting)
    remove_person(opened, nadia)
    assert meeting.participants[-1].member is nadia
    words = paper(opened, DocumentKind.MINUTES, meeting)
    assert "Nadia Bro" in words
    assert "Går med til lægen" in words
    [tasks] = sum_up(meeting)
    assert tasks.member is nadia


def paper(opened: OpenCase, kind: DocumentKind, meeting: Meeting) -> str:
    return reading.text(BY_KIND[kind].draw(opened.case, meeting.id, language="da", large_print=False,
                                           today=opened.today()))


def test_of_whom_nothing_was_given_no_consent_is_asked(opened: OpenCase, meeting: Meeting, nadia: NetworkMember,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    """Among forty people it is the dearest question of the page, and it was asked twice of each."""
    def asked(*_: object) -> None:
        raise AssertionError("asked")

    hold(opened, meeting)
    monkeypatch.setattr("borgerplan_desktop.model.meeting_edition.covered_for", asked)
    assert {has(each, opened.today()) for each in meeting.participants} == {Has.NOTHING}
