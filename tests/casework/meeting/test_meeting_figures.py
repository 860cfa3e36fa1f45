"""A citizen's meetings in numbers."""
from __future__ import annotations

from datetime import datetime, timedelta

from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting
from borgerplan_desktop.casework.meeting.checklists import tick
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.meeting_figures import words_of_case
from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement, drop_agreement, tick_agreement
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, Presence
from borgerplan_desktop.model.meeting_figures import Figures, of_case
from tests.archive import Clock


def meet(opened: OpenCase, kind: MeetingKind = MeetingKind.NETWORK, there: Presence = Presence.PRESENT,
         at: datetime | None = None) -> Meeting:
    starts = at or opened.now()
    made = plan_meeting(opened, kind, starts, starts + timedelta(hours=1))
    start_meeting(opened, made)
    note_presence(opened, made.participants[0], there)
    end_meeting(opened, made)
    return made


def fill(opened: OpenCase, clock: Clock) -> None:
    """Three held, one called off, one talk, one ahead; agreements kept, not kept, and such as nobody can tell."""
    first, second = meet(opened), meet(opened, there=Presence.DID_NOT_COME)
    meet(opened, there=Presence.UNKNOWN)
    meet(opened, MeetingKind.TALK)
    write(opened, first, Meeting.citizen_wants, "Tale om bolig", "x")
    tick(opened, second, "prepared")
    off = plan_meeting(opened, MeetingKind.FOLLOW_UP, opened.now(), opened.now() + timedelta(hours=1))
    call_off(opened, off, "Birgit", "syg")
    plan_meeting(opened, MeetingKind.FOLLOW_UP, opened.now() + timedelta(days=30))
    yesterday, later = opened.today() - timedelta(days=1), opened.today() + timedelta(days=9)
    tick_agreement(opened, add_agreement(opened, "Holdt", due_on=yesterday, meeting=first))
    tick_agreement(opened, add_agreement(opened, "Holdt uden dag", meeting=second))
    add_agreement(opened, "Ikke holdt", due_on=yesterday, meeting=second)
    add_agreement(opened, "Kommer", due_on=later, meeting=first)
    add_agreement(opened, "Hver uge", when="hver onsdag", meeting=first)
    add_agreement(opened, " ", due_on=yesterday, meeting=first)
    add_agreement(opened, "Uden møde", due_on=yesterday)
    drop_agreement(opened, add_agreement(opened, "Ikke mere", due_on=yesterday, meeting=first))


def numbers(found: Figures) -> list[tuple[int, int]]:
    return [(each.n, each.of) for each in (found.held, found.called_off, found.there, found.prepared, found.kept)]


def test_what_is_counted_of_one_citizen(opened: OpenCase, clock: Clock) -> None:
    assert words_of_case(opened) == ""
    fill(opened, clock)
    expected = [(3, 4), (1, 4), (1, 2), (2, 3), (2, 3)]
    assert numbers(of_case(opened.case, opened.today())) == expected
    assert words_of_case(opened) == ("Holdt: 3 · Aflyst: 1 · Jonas var med: 1 af 2 · Forberedt med Jonas: 2 af 3 · "
                                     "Aftaler holdt: 2 af 3")
