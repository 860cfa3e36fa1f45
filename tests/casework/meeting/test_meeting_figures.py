"""Meetings in numbers: counted alike from one case and from all, and few are not told of a shelter."""
from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting
from borgerplan_desktop.casework.meeting.checklists import tick
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.meeting_figures import Period, counting, told, words_of_case
from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement, drop_agreement, tick_agreement
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, Presence
from borgerplan_desktop.model.meeting_figures import Agreed, Figures, Met, Share, figures, of_case
from borgerplan_desktop.store.progress import unheard
from tests.archive import Clock, new_archive, new_store

TODAY = date(2026, 11, 3)


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    """A shelter of its own: all that is there is counted."""
    store = new_store(tmp_path)
    yield new_archive(store, clock)
    store.close()


def of_shelter(archive: Archive, period: Period) -> Figures:
    """As another thread counts them."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(counting(archive, period), unheard).result()


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


def test_one_case_and_the_whole_shelter_count_alike(archive: Archive, opened: OpenCase, clock: Clock) -> None:
    assert words_of_case(opened) == ""
    fill(opened, clock)
    expected = [(3, 4), (1, 4), (1, 2), (2, 3), (2, 3)]
    assert numbers(of_case(opened.case, opened.today())) == expected
    assert numbers(of_shelter(archive, Period.THIS_YEAR)) == expected
    assert words_of_case(opened) == ("Holdt: 3 · Aflyst: 1 · Jonas var med: 1 af 2 · Forberedt med Jonas: 2 af 3 · "
                                     "Aftaler holdt: 2 af 3")


def test_a_time_is_chosen(archive: Archive, opened: OpenCase, clock: Clock) -> None:
    now = opened.now()
    for days in (0, 60, 200, 400):
        meet(opened, at=now - timedelta(days=days))
    held = {period: of_shelter(archive, period).held.n for period in Period}
    assert held == {Period.QUARTER: 2, Period.THIS_YEAR: 3, Period.LAST_YEAR: 1, Period.ALL: 4}


def test_the_citizens_behind_a_number_are_counted(archive: Archive) -> None:
    for number in range(4):
        opened = receive(archive, Arrival(f"Borger {number}"))
        meet(opened, there=Presence.PRESENT if number else Presence.DID_NOT_COME)
        meet(opened)
    found = of_shelter(archive, Period.ALL)
    assert found.held == Share(8, 8, 4, 0)
    assert found.there == Share(7, 8, 4, 1)
    assert told(found.held, alone=True) == "8"
    assert told(found.there) == "for få til at vise"     # it would tell of the one who was not there
    assert told(found.called_off, alone=True) == "0"
    assert told(found.kept) == "ingen endnu"


@pytest.mark.parametrize(("share", "says"), [
    (Share(9, 12, 5, 3), "9 af 12"), (Share(12, 12, 3, 0), "12 af 12"), (Share(0, 6, 0, 4), "0 af 6"),
    (Share(9, 12, 2, 3), "for få til at vise"), (Share(9, 12, 5, 2), "for få til at vise"),
    (Share(0, 2, 0, 1), "for få til at vise")])
def test_few_are_not_told(share: Share, says: str) -> None:
    assert told(share) == says


def test_what_came_of_an_agreement_is_known_when_it_is_done_or_its_day_is_over() -> None:
    agreed = [Agreed("a", TODAY, False), Agreed("a", TODAY - timedelta(days=1), False), Agreed("b", None, True),
              Agreed("b", None, False), Agreed("b", TODAY + timedelta(days=4), True)]
    assert figures([], agreed, TODAY).kept == Share(2, 3, 1, 1)
    assert figures([], [], TODAY).is_empty
    assert not figures([Met("a", True, None, False)], [], TODAY).is_empty
