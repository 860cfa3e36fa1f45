"""The shelter's agendas: kept from a meeting without anybody's words, and begun from."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from borgerplan_desktop.casework.meeting import agenda, agenda_templates, before_meeting
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import citizen_member
from borgerplan_desktop.model.plan import Goal, current_plan
from borgerplan_desktop.model.shelter import AgendaTemplate, PointLead

START = datetime(2026, 3, 12, 13)


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.agenda]


@pytest.fixture
def shelter(opened: OpenCase) -> OpenCase:
    assert opened.shelter is not None
    return opened.shelter


@pytest.fixture
def meeting(opened: OpenCase) -> Meeting:
    """An hour with two goals on its agenda."""
    plan = current_plan(opened.case)
    with opened.action("goals"):
        for n, title in enumerate(("min egen dør", "drikke mindre")):
            opened.case.add(Goal(plan_id=plan.id, title=title, place=float(n)))
    return before_meeting.plan_meeting(opened, starts_at=START, ends_at=START + timedelta(hours=1))


def test_an_agenda_is_kept_without_goals_and_names(opened: OpenCase, shelter: OpenCase, meeting: Meeting) -> None:
    kept = agenda_templates.keep_agenda(opened, meeting, " Det første møde ")
    assert kept.title == "Det første møde"
    assert kept.minutes == meeting.minutes
    assert [point.title for point in kept.points] == [
        _("Welcome, and why we are here"), _("{name} tells"), _("Round: what do we see?"), _("The goals"),
        *agenda.closing_titles()]
    assert [point.lead for point in kept.points][:2] == [PointLead.COORDINATOR, PointLead.CITIZEN]
    assert [point.goals for point in kept.points].count(True) == 1
    assert [point.round for point in kept.points].count(True) == 1
    assert not any("dør" in point.title or "Jonas" in point.title for point in kept.points)
    shelter.undo()
    assert agenda_templates.agenda_templates(shelter.case) == []


def test_a_name_of_somebody_is_refused_in_words(opened: OpenCase, shelter: OpenCase, meeting: Meeting) -> None:
    add_private_person(opened, "Sara Kragh", "min datter")
    agenda.add_item(opened, meeting, "Saras skole")
    with pytest.raises(Refused, match="Saras"):
        agenda_templates.keep_agenda(opened, meeting, "Møde")
    with pytest.raises(Refused) as refusal:
        agenda_templates.keep_agenda(opened, meeting, "  ")
    assert refusal.value.field == "title"
    for item in meeting.agenda:
        agenda.remove_item(opened, item)
    with pytest.raises(Refused):
        agenda_templates.keep_agenda(opened, meeting, "Møde")
    assert shelter.case.all(AgendaTemplate) == []


def test_a_meeting_begins_from_one_with_its_own_goals_and_own_points_stay(
        opened: OpenCase, shelter: OpenCase, meeting: Meeting) -> None:
    first = meeting.agenda[0]
    with opened.action("words"):
        first.title = "Velkommen med kaffe"
    agenda.set_minutes(opened, first, 15)
    kept = agenda_templates.keep_agenda(opened, meeting, "Med kaffe")
    with opened.action("other name, other goals"):
        opened.case.the(Citizen).name = "Amina Prøve"
        current_plan(opened.case).goals[0].title = "lære dansk"
    other = before_meeting.plan_meeting(opened, starts_at=START + timedelta(days=7))
    agenda.add_item(opened, other, "Hunden")
    before, steps = titles(other), len(opened.done)
    agenda_templates.begin_agenda_from(opened, other, kept)
    assert len(opened.done) == steps + 1
    assert titles(other)[:2] == ["Velkommen med kaffe", _("{name} tells").format(name="Amina")]
    assert other.agenda[1].lead is citizen_member(opened.case)
    assert _("Goal: {title}").format(title="lære dansk") in titles(other)
    assert titles(other)[-3:] == ["Hunden", *agenda.closing_titles()]
    assert other.minutes <= 60                           # it fits into the hour
    assert [item.goal_id for item in other.agenda if item.goal_id] == [g.id for g in current_plan(opened.case).goals]
    opened.undo()
    assert titles(other) == before
    second = agenda_templates.keep_agenda(opened, other, "En anden")
    agenda_templates.begin_agenda_from(opened, other, kept)
    agenda_templates.begin_agenda_from(opened, other, second)        # one after the other: no point twice
    assert "Velkommen med kaffe" not in titles(other)
    assert len(titles(other)) == len(set(titles(other)))


def test_no_agenda_begins_from_one_that_another_window_has_just_taken_out_of_use(
        opened: OpenCase, shelter: OpenCase, meeting: Meeting) -> None:
    kept = agenda_templates.keep_agenda(opened, meeting, "Opfølgning")
    agenda_templates.retire_agenda(shelter, kept)
    before = titles(meeting)
    with pytest.raises(Refused, match="er lige blevet ændret"):
        agenda_templates.begin_agenda_from(opened, meeting, kept)
    assert titles(meeting) == before


def test_the_same_name_becomes_the_new_agenda(opened: OpenCase, shelter: OpenCase, meeting: Meeting) -> None:
    kept = agenda_templates.keep_agenda(opened, meeting, "Opfølgning")
    agenda_templates.retire_agenda(shelter, kept)
    assert agenda_templates.agenda_templates(shelter.case) == []
    assert agenda_templates.agenda_templates(shelter.case, retired=True) == [kept]
    agenda.remove_item(opened, meeting.agenda[2])
    again = agenda_templates.keep_agenda(opened, meeting, " opfølgning")
    assert again is kept
    assert _("Round: what do we see?") not in [point.title for point in kept.points]
    assert agenda_templates.agenda_templates(shelter.case) == [kept]
    shelter.undo()
    assert _("Round: what do we see?") in [point.title for point in kept.points]


def test_without_goals_the_point_about_them_stands_by_itself(opened: OpenCase, meeting: Meeting) -> None:
    kept = agenda_templates.keep_agenda(opened, meeting, "Opfølgning")
    with opened.action("no goals"):
        for goal in current_plan(opened.case).goals:
            opened.case.remove(goal)
    other = before_meeting.plan_meeting(opened, starts_at=START)
    agenda_templates.begin_agenda_from(opened, other, kept)
    assert titles(other)[3] == _("The goals")
