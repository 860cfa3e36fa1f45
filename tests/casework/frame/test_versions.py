"""What the steering group has approved stays as it was; what has changed since is said, and partners are told."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.frame.due import frame_due
from borgerplan_desktop.casework.frame.frame import add_line, begin_frame, lines_of, may_coordinate
from borgerplan_desktop.casework.frame.telling import partners, take_back, tell, to_tell, told_of
from borgerplan_desktop.casework.frame.versions import approve, approved_pdf, changed_since, differs_between, newest
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.house.frame_file import read_frame
from borgerplan_desktop.model.framework import FrameAnswer, FramePerson, FrameQuestion, FrameRole, Framework
from borgerplan_desktop.model.shelter import StaffMember, StaffRole
from tests.archive import Clock
from tests.casework.frame.made import a_frame, access, answer, person
from tests.documents import reading


def _approved(shelter: OpenCase) -> None:
    a_frame(shelter)
    approve(shelter, shelter.today(), "Styregruppen")


def test_a_version_is_frozen_as_file_and_paper(archive: Archive) -> None:
    shelter = archive.shelter
    a_frame(shelter)
    write(shelter, shelter.case.the(Framework), Framework.news, "Første udgave.", "x")
    version = approve(shelter, shelter.today(), " Styregruppen,  mødet i oktober ")
    assert (version.number, version.approved_by, version.changed) == (
        1, "Styregruppen, mødet i oktober", "Første udgave.")
    frame = shelter.case.the(Framework)
    assert (frame.updated_on, frame.updated_by, frame.news) == (shelter.today(), "Eva Lind", "")
    assert frame.next_on is not None
    assert (frame.next_on.month, frame.next_on.year) == (4, 2027)
    answer(shelter, FrameQuestion.TARGET_GROUP, "Noget helt andet.")
    said = reading.text(approved_pdf(shelter, version)).replace("\u00a0", " ")
    assert "Voksne uden bolig." in said
    assert "Noget helt andet." not in said
    assert "udgave 1" in said
    assert "udkast" not in said
    kept = shelter.kept(version.digest)
    assert kept is not None
    assert "Voksne uden bolig." in {each.text for each in read_frame(kept).case().all(FrameAnswer)}


def test_it_cannot_be_undone_and_what_came_before_can(archive: Archive) -> None:
    shelter = archive.shelter
    _approved(shelter)
    steps = [step.name for step in shelter.done]
    assert "Approve the frame" not in steps
    shelter.undo()
    assert newest(shelter.case) is not None


def test_what_stands_in_the_way_is_said(archive: Archive) -> None:
    shelter = archive.shelter
    with pytest.raises(Refused, match="ikke noget|siger"):
        approve(shelter, shelter.today(), "Styregruppen")
    a_frame(shelter)
    for day, by, field in ((shelter.today(), "  ", "approved_by"),
                           (shelter.today() + timedelta(1), "Styregruppen", "approved_on")):
        with pytest.raises(Refused) as refusal:
            approve(shelter, day, by)
        assert refusal.value.field == field
    assert newest(shelter.case) is None


def test_what_others_wrote_meanwhile_is_part_of_it(archive: Archive) -> None:
    shelter = archive.shelter
    a_frame(shelter)
    other = OpenCase(archive.store, shelter.id, archive.who, archive.clock)
    answer(other, FrameQuestion.OUTREACH, "Gadeteamet går tur.")
    version = approve(shelter, shelter.today(), "Styregruppen")
    assert "Gadeteamet går tur." in reading.text(approved_pdf(shelter, version)).replace("\u00a0", " ")


def test_what_has_changed_since_is_said_in_words(archive: Archive) -> None:
    shelter = archive.shelter
    _approved(shelter)
    first = newest(shelter.case)
    assert first is not None
    assert [each.words for each in changed_since(shelter, first)
            if "opdatering" not in each.words.lower()] == []
    answer(shelter, FrameQuestion.TARGET_GROUP, "Unge uden bolig.")
    answer(shelter, FrameQuestion.OUTREACH, "Gadeteamet.")
    add_line(shelter, FrameQuestion.INTERPRETER, language="polsk", name="Tolken")
    lines_of(shelter.case, FrameQuestion.COORDINATING)
    with shelter.action("x"):
        line, = lines_of(shelter.case, FrameQuestion.COORDINATING)
        line.contact = "87 65 43 21"
        sms, = lines_of(shelter.case, FrameQuestion.CHANNELS_CITIZEN)
        shelter.case.remove(sms)
        plan, = lines_of(shelter.case, FrameQuestion.PLANS)
        shelter.case.remove(plan.access[1])
    may_coordinate(shelter, shelter.case.all(StaffMember)[1], True)
    said = "\n".join(each.words for each in changed_since(shelter, first))
    for words in ("Voksne uden bolig.", "Unge uden bolig.", "Gadeteamet.", "polsk, Tolken", "12 34 56 78",
                  "87 65 43 21", "Sms", "§ 141-handleplan: Misbrugscenter", "Mads Ravn"):
        assert words in said, words
    assert "Sikker mail" not in said
    second = approve(shelter, shelter.today(), "Styregruppen")
    assert second.number == 2
    assert changed_since(shelter, second) == []
    assert {each.words for each in differs_between(shelter, first, second)} <= set(said.splitlines())


def test_who_was_told_when_stands_there(archive: Archive) -> None:
    shelter = archive.shelter
    _approved(shelter)
    group = person(shelter, "Ole Prøve", FrameRole.PROJECT_GROUP)
    person(shelter, "Lone Prøve", FrameRole.PROJECT_LEADER)
    version = newest(shelter.case)
    assert version is not None
    assert [each.name for each in partners(shelter.case)] == ["Birgit Prøve", "Ole Prøve"]
    tell(shelter, version, to_tell(version)[:1])
    told, = version.told
    assert (told.who, told.address, told.told_on) == (
        "Birgit Prøve, Jobcenter Skovby", "birgit@skovby.example", shelter.today())
    assert to_tell(version) == [group]
    tell(shelter, version, partners(shelter.case))
    assert len(version.told) == 2
    line = told_of(version, group)
    assert line is not None
    take_back(shelter, line)
    assert to_tell(version) == [group]
    with shelter.action("x"):                            # it stays written when they leave
        shelter.case.remove(shelter.case.all(FramePerson)[0])
    assert version.told[0].who == "Birgit Prøve, Jobcenter Skovby"


def test_somebody_with_two_roles_is_told_once(archive: Archive) -> None:
    shelter = archive.shelter
    _approved(shelter)
    person(shelter, "birgit  prøve", FrameRole.STEERING_GROUP, "birgit@skovby.example")
    person(shelter, "Birgit Prøve", FrameRole.PROJECT_GROUP, "en.anden@skovby.example")
    first, other = partners(shelter.case)
    version = newest(shelter.case)
    assert version is not None
    tell(shelter, version, [first])
    assert to_tell(version) == [other]
    with shelter.action("x"):
        first.retired = True                             # they stay in the steering group, and have been told
    assert to_tell(version) == [other]
    assert len(partners(shelter.case)) == 2


def test_a_new_version_is_told_anew(archive: Archive) -> None:
    shelter = archive.shelter
    _approved(shelter)
    first = newest(shelter.case)
    assert first is not None
    tell(shelter, first, partners(shelter.case))
    access(shelter, "Jobplan")
    second = approve(shelter, shelter.today(), "Styregruppen")
    assert to_tell(first) == []
    assert len(to_tell(second)) == 1


# ------------------------------------------------------------------------------------------------------------ Min dag
def test_the_next_update_is_said_some_days_before_and_until_it_is_made(archive: Archive, clock: Clock) -> None:
    shelter, me = archive.shelter, archive.who
    assert frame_due(shelter.case, shelter.today(), me) is None      # nobody has begun
    begin_frame(shelter)
    answer(shelter, FrameQuestion.OUTREACH, "Gadeteamet.")
    assert frame_due(shelter.case, shelter.today(), me) is None
    clock.pass_(days=182 - 14)
    due = frame_due(shelter.case, shelter.today(), me)
    assert due is not None
    assert not due.is_late(shelter.today())
    assert "styregruppen" in due.title.lower()
    clock.pass_(days=100)                                # and when it was never made
    due = frame_due(shelter.case, shelter.today(), me)
    assert due is not None
    assert due.is_late(shelter.today())
    approve(shelter, shelter.today(), "Styregruppen")
    assert frame_due(shelter.case, shelter.today(), me) is None
    clock.pass_(days=175)
    due = frame_due(shelter.case, shelter.today(), me)
    assert due is not None
    assert due.was_approved


def test_whoever_is_named_is_told_and_the_leaders(archive: Archive, clock: Clock) -> None:
    shelter = archive.shelter
    begin_frame(shelter)
    eva, mads = shelter.case.all(StaffMember)
    with shelter.action("x"):
        shelter.case.the(Framework).next_by = "mads ravn"
    clock.pass_(days=180)
    today = shelter.today()
    assert frame_due(shelter.case, today, mads.id) is not None
    assert frame_due(shelter.case, today, eva.id) is None
    with shelter.action("x"):
        eva.role = StaffRole.LEADER
    assert frame_due(shelter.case, today, eva.id) is not None
    with shelter.action("x"):
        eva.role, shelter.case.the(Framework).next_by = StaffRole.CONTACT_PERSON, "Kommunens projektleder"
    assert frame_due(shelter.case, today, eva.id) is not None       # of somebody elsewhere everybody is told


def test_where_somebody_is_named_who_works_here_no_more_everybody_is_told(archive: Archive, clock: Clock) -> None:
    """Else nobody would be, where nobody is a leader."""
    shelter = archive.shelter
    begin_frame(shelter)
    eva, mads = shelter.case.all(StaffMember)
    with shelter.action("x"):
        shelter.case.the(Framework).next_by, mads.retired = mads.name, True
    clock.pass_(days=180)
    assert frame_due(shelter.case, shelter.today(), eva.id) is not None
