"""What a new meeting can be: the first one is called by the caseworker, and the plan is made there."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.meeting.agenda import closing_titles
from borgerplan_desktop.casework.meeting.agenda_templates import agenda_templates, keep_agenda
from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting
from borgerplan_desktop.casework.meeting.new_meeting import begin_new, new_meetings, usual_new
from borgerplan_desktop.casework.meeting.ways import hold_it_so, way_of
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.meeting_way import Way

KINDS = ["Netværksmøde", "Opfølgning", "Fordelingsmøde", "Samtale"]


def words(opened: OpenCase) -> list[str]:
    return [each.words for each in new_meetings(opened)]


def test_without_a_caseworker_we_call_the_first(opened: OpenCase) -> None:
    assert words(opened) == ["Første netværksmøde, vi indkalder", *KINDS]
    made = begin_new(opened, usual_new(opened))
    assert (made.kind, made.called_by) == (MeetingKind.NETWORK, None)
    assert made.purpose.startswith("At lave én plan sammen med ")
    titles = [each.title for each in made.agenda]
    assert titles[-3:] == ["Hvad kommer først, og hvordan følger vi op?", *closing_titles()]
    opened.undo()
    assert opened.case.all(Meeting) == []


def test_the_caseworker_of_the_network_calls_it_and_is_asked(opened: OpenCase) -> None:
    lene = add_new_professional(opened, "Lene Friis", "Koordinerende sagsbehandler", "Jobcentret")
    assert words(opened)[:2] == ["Første netværksmøde, Lene Friis indkalder", "Første netværksmøde, vi indkalder"]
    made = begin_new(opened, usual_new(opened))
    assert made.called_by is lene
    assert [each.member for each in made.participants][-1] is lene
    assert made.participants[-1].why == "Har indkaldt til mødet"
    call_off(opened, made, "Jonas")
    remove_person(opened, lene)
    assert words(opened)[:2] == ["Første netværksmøde, vi indkalder", "Netværksmøde"]


def test_when_it_has_been_called_there_is_no_other_first_and_then_one_follows_up(opened: OpenCase) -> None:
    made = begin_new(opened, usual_new(opened))
    assert words(opened) == KINDS
    assert usual_new(opened).kind is MeetingKind.NETWORK
    with opened.action("held"):
        made.status, made.starts_at = MeetingStatus.HELD, opened.now() - timedelta(days=1)
    assert usual_new(opened).kind is MeetingKind.FOLLOW_UP


def test_an_agenda_of_the_shelter_is_begun_with_its_kind_and_its_ways(opened: OpenCase) -> None:
    old = plan_meeting(opened, MeetingKind.TALK)
    hold_it_so(opened, old, Way.THINK_ALOUD)
    keep_agenda(opened, old, "Samtale med tænkepause")
    (template,) = agenda_templates(opened.case.register)
    assert template.kind is MeetingKind.TALK
    assert words(opened)[-1] == "Ud fra »Samtale med tænkepause«"
    made = begin_new(opened, new_meetings(opened)[-1])
    assert made.kind is MeetingKind.TALK
    assert [each.title for each in made.agenda] == [each.title for each in old.agenda]
    assert way_of(made) is Way.THINK_ALOUD
    opened.undo()
    assert opened.case.all(Meeting) == [old]
