"""Min dag says what calls in the shelter's own case, to whoever it is for."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from borgerplan_desktop.casework.activities import activities, roles
from borgerplan_desktop.casework.course.my_day import Day, DayReader
from borgerplan_desktop.casework.directory import services
from borgerplan_desktop.casework.house import ideas
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.directory import REVIEW_DAYS, STALE
from borgerplan_desktop.model.framework import FrameRole
from borgerplan_desktop.model.shelter import StaffMember, StaffRole
from borgerplan_desktop.store.store import Store
from tests.archive import NOW, Clock, new_archive, new_store

TODAY = NOW.date()


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("house_day"))
    yield store
    store.close()


def day(archive: Archive, whole: bool = False) -> Day:
    return DayReader(archive, whole).read()


def test_an_activity_is_a_deadline_and_then_something_to_keep_an_eye_on(store: Store) -> None:
    clock = Clock()
    archive = new_archive(store, clock)
    shelter = archive.shelter
    meeting = activities.add_example(shelter)
    activities.first_on(shelter, meeting, TODAY + timedelta(days=5))
    shown = day(archive)
    assert [(line.what, line.note, line.door.tab) for line in shown.deadlines] == [
        ("Møder med projektgruppen", "Handleplan", "activities")]
    assert shown.deadlines[0].door.case_id == shelter.id
    assert shown.deadlines[0].door.row_id == meeting.id
    clock.pass_(days=6)
    shown = day(archive)
    assert not shown.deadlines
    assert [(line.title, line.text) for line in shown.watch] == [
        ("Møder med projektgruppen: blev det til noget?", "Skulle have været 1. november")]
    activities.settle(shelter, meeting, TODAY + timedelta(days=5), True)
    assert not day(archive).watch
    clock.pass_(days=93)                                 # a quarter later it calls again
    assert len(day(archive).watch) == 1


def test_what_a_colleague_does_calls_for_them_and_for_who_leads(store: Store) -> None:
    archive = new_archive(store)
    shelter = archive.shelter
    eva, mads = shelter.case.all(StaffMember)
    meeting = activities.add_activity(shelter, "Temadag")
    activities.first_on(shelter, meeting, TODAY)
    activities.done_by(shelter, meeting, roles.choose_person(shelter, FrameRole.PROJECT_GROUP, mads))
    assert archive.who == eva.id
    assert not day(archive).deadlines
    assert len(day(archive, whole=True).deadlines) == 1
    leader = roles.choose_person(shelter, FrameRole.PROJECT_LEADER, eva)
    assert len(day(archive).deadlines) == 1
    roles.leave_role(shelter, leader)
    assert not day(archive).deadlines
    with shelter.action("x"):
        mads.retired = True                              # who works here no more sees it no more
    assert len(day(archive).deadlines) == 1


def test_an_idea_calls_after_thirty_days_until_it_is_answered(store: Store) -> None:
    clock = Clock()
    archive = new_archive(store, clock)
    idea = ideas.add_idea(archive.shelter, "Kaffe tidligere, siger 010180-1234")
    clock.pass_(days=29)
    assert not day(archive).watch
    clock.pass_(days=1)
    line, = day(archive).watch
    assert (line.title, line.text) == ("En idé venter på svar", "»Kaffe tidligere, siger 010180-••••«")
    assert (line.door.tab, line.door.row_id) == ("ideas", idea.id)


def test_services_that_nobody_has_looked_at_are_one_line_for_whoever_leads(store: Store) -> None:
    clock = Clock()
    archive = new_archive(store, clock)
    shelter = archive.shelter
    cafe, shop = services.add_service(shelter, "Natcafé"), services.add_service(shelter, "Værkstedet")
    clock.pass_(days=REVIEW_DAYS)
    assert not day(archive, whole=True).watch
    clock.pass_(days=1)
    line, = day(archive, whole=True).watch
    assert line.title == "2 tilbud skal ses efter"
    assert line.text == "Er det, der står i tilbudsoversigten, stadig rigtigt?"
    assert (line.door.case_id, line.door.tab, line.door.row_id) == (shelter.id, "directory", STALE)
    eva, mads = shelter.case.all(StaffMember)
    assert archive.who == eva.id
    for leader, told in ((None, 1), (mads, 0), (eva, 1)):
        with shelter.action("written"):
            for each in (eva, mads):
                each.role = StaffRole.LEADER if each is leader else StaffRole.CONTACT_PERSON
        assert len(day(archive).watch) == told           # where nobody leads, everybody is told
    services.still_right(shelter, cafe)
    assert [each.title for each in day(archive).watch] == ["1 tilbud skal ses efter"]
    services.still_right(shelter, shop)
    assert not day(archive).watch
