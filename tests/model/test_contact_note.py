"""Who was reached when, and what is still ours to do after somebody did not come."""
from __future__ import annotations

from datetime import date, datetime

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.contact_note import (
    ContactNote,
    MissedAppointment,
    ReachStep,
    ReachTry,
    last_in_touch,
    missed_at,
    stayed_away,
    unsettled,
)
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.row import Row

JONAS = {"id": "jonas", "kind": MemberKind.CITIZEN}


def case(*rows: Row) -> Case:
    return Case("case", [NetworkMember(**JONAS), NetworkMember(id="nadia", name="Nadia Bro"), *rows])


def test_only_what_the_citizen_missed_and_nobody_has_talked_about_stands_before_a_discharge() -> None:
    made = case(MissedAppointment(id="new", on=date(2026, 3, 5), member_id="jonas"),
                MissedAppointment(id="old", on=date(2026, 3, 2)),
                MissedAppointment(id="settled", on=date(2026, 3, 1), settled_on=date(2026, 3, 3)),
                MissedAppointment(id="party", on=date(2026, 3, 1), member_id="nadia"))
    assert [each.id for each in unsettled(made)] == ["old", "new"]


def test_the_path_goes_on_with_the_first_step_not_taken() -> None:
    made = case(MissedAppointment(id="m", on=date(2026, 3, 5)),
                ReachTry(on=date(2026, 3, 6), missed_id="m", step=ReachStep.CALL))
    missed = made.the(MissedAppointment)
    assert missed.next_step is ReachStep.KNOCK
    made.begin()
    for step in list(ReachStep)[1:]:
        made.add(ReachTry(on=date(2026, 3, 7), missed_id="m", step=step))
    assert missed.next_step is None


def test_a_party_is_called_and_asked_never_visited() -> None:
    made = case(MissedAppointment(on=date(2026, 3, 5), member_id="nadia"))
    assert made.the(MissedAppointment).path == (ReachStep.CALL, ReachStep.ASK_WHY)


def test_the_last_day_in_touch_is_of_contacts_tries_and_meetings_that_reached_the_citizen() -> None:
    at = datetime(2026, 3, 1, 12)
    assert last_in_touch(case()) is None
    rows: list[Row] = [
        ContactNote(at=at, member_id="jonas"), ContactNote(at=at.replace(day=9), member_id="jonas", reached=False),
        ContactNote(at=at.replace(day=9), member_id="nadia"), ContactNote(at=at.replace(day=9), with_whom="Kommunen")]
    assert last_in_touch(case(*rows)) == date(2026, 3, 1)
    rows += [MissedAppointment(id="m", on=date(2026, 3, 2)), ReachTry(missed_id="m", on=date(2026, 3, 3), reached=True)]
    assert last_in_touch(case(*rows)) == date(2026, 3, 3)
    held = Meeting(id="held", status=MeetingStatus.HELD, starts_at=at.replace(day=5))
    assert last_in_touch(case(*rows, held)) == date(2026, 3, 3)      # the citizen was not there
    came = Participant(meeting_id="held", member_id="jonas", presence=Presence.PRESENT)
    assert last_in_touch(case(*rows, held, came)) == date(2026, 3, 5)
    talk = Meeting(kind=MeetingKind.TALK, status=MeetingStatus.HELD, starts_at=at.replace(day=6))
    assert last_in_touch(case(*rows, talk)) == date(2026, 3, 6)


def test_who_stayed_away_is_known_from_the_meeting() -> None:
    made = case(Meeting(id="held", status=MeetingStatus.HELD),
                Participant(id="away", meeting_id="held", member_id="nadia", presence=Presence.DID_NOT_COME),
                Participant(meeting_id="held", member_id="jonas", presence=Presence.PRESENT))
    meeting, nadia = made.the(Meeting), made.get(NetworkMember, "nadia")
    assert [each.id for each in stayed_away(meeting)] == ["away"]
    assert missed_at(made, meeting, nadia) is None
    made.begin()
    noted = made.add(MissedAppointment(on=date(2026, 3, 5), member_id="nadia", meeting_id="held"))
    assert missed_at(made, meeting, nadia) is noted


def test_a_citizen_who_was_at_the_meeting_after_all_has_missed_nothing() -> None:
    was = Participant(meeting_id="held", member_id="jonas", presence=Presence.DID_NOT_COME)
    made = case(Meeting(id="held", status=MeetingStatus.HELD), was,
                MissedAppointment(on=date(2026, 3, 5), member_id="jonas", meeting_id="held"))
    assert len(unsettled(made)) == 1
    made.begin()
    was.presence = Presence.PRESENT
    assert unsettled(made) == []
