"""Which office is responsible: asked, answered, taken back."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from borgerplan_desktop.casework.course import overview
from borgerplan_desktop.casework.course.course import set_milestone, wait_for
from borgerplan_desktop.casework.course.responsibility import (
    answer,
    answered_on,
    ask_office,
    ask_person,
    asked_offices,
    asked_on,
    remove_request,
)
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.course import MilestoneKind, ResponsibilityAnswer, current_course

YES, NO, WAITING = ResponsibilityAnswer.YES, ResponsibilityAnswer.NO, ResponsibilityAnswer.WAITING


def reached(opened: OpenCase) -> date | None:
    return current_course(opened.case).reached(MilestoneKind.RESPONSIBILITY)


def listed_as_waiting(archive: Archive, opened: OpenCase) -> str:
    return next(line.waiting_for for line in archive.citizens() if line.id == opened.id)


def test_typing_an_office_is_enough(opened: OpenCase) -> None:
    asked = ask_office(opened, "  Hjemløse\nenheden ")
    assert (asked.office, asked.asked_on, asked.outcome) == ("Hjemløse enheden", opened.today(), WAITING)
    birgit = add_new_professional(opened, "Birgit Krogh", "sagsbehandler", "Jobcenteret")
    assert ask_office(opened, "", birgit).office == "Jobcenteret"
    ask_person(opened, asked, birgit)
    assert asked.member is birgit
    with pytest.raises(Refused) as refused:
        ask_office(opened, "  ")
    assert refused.value.field == "office"


def test_the_newest_stands_first(opened: OpenCase) -> None:
    first = ask_office(opened, "Jobcenteret", on=opened.today() - timedelta(days=9))
    second = ask_office(opened, "Hjemløseenheden")
    assert asked_offices(opened.case) == [second, first]
    asked_on(opened, second, opened.today() - timedelta(days=10))
    assert asked_offices(opened.case) == [first, second]


def test_a_yes_reaches_the_milestone_that_day_and_it_goes_with_the_answer(opened: OpenCase) -> None:
    course = current_course(opened.case)
    with opened.action("earlier"):
        course.first_contact_on = opened.today() - timedelta(days=20)
    yesterday, before = opened.today() - timedelta(days=1), opened.today() - timedelta(days=3)
    asked = ask_office(opened, "Hjemløseenheden", on=before)
    answer(opened, asked, YES, yesterday)
    assert (reached(opened), asked.answered_on) == (yesterday, yesterday)
    answered_on(opened, asked, opened.today())
    assert reached(opened) == opened.today()
    answer(opened, asked, WAITING)
    assert (reached(opened), asked.answered_on) == (None, None)
    answer(opened, asked, NO)
    assert reached(opened) is None
    answer(opened, asked, YES)
    assert reached(opened) == opened.today()
    remove_request(opened, asked)
    assert reached(opened) is None
    opened.undo()
    assert reached(opened) == opened.today()
    opened.undo()
    assert (reached(opened), asked_offices(opened.case)[0].outcome) == (None, NO)
    opened.redo()
    assert reached(opened) == opened.today()


def test_a_day_set_by_hand_stands(opened: OpenCase) -> None:
    asked = ask_office(opened, "Hjemløseenheden", on=opened.today() - timedelta(days=5))
    by_hand = opened.today() - timedelta(days=4)
    set_milestone(opened, MilestoneKind.RESPONSIBILITY, by_hand)
    answer(opened, asked, YES)
    answer(opened, asked, NO)
    assert reached(opened) == by_hand


def test_the_first_yes_of_two_counts(opened: OpenCase) -> None:
    day = opened.today()
    one, other = (ask_office(opened, name, on=day - timedelta(days=9)) for name in ("Kommunen", "Regionen"))
    answer(opened, one, YES, day - timedelta(days=1))
    answer(opened, other, YES, day - timedelta(days=2))
    assert reached(opened) == day - timedelta(days=2)
    answer(opened, other, NO)
    assert reached(opened) == day - timedelta(days=1)


def test_days_that_cannot_be_are_refused(opened: OpenCase) -> None:
    asked = ask_office(opened, "Hjemløseenheden")
    tomorrow, yesterday = opened.today() + timedelta(days=1), opened.today() - timedelta(days=1)
    for act in (lambda: ask_office(opened, "Regionen", on=tomorrow), lambda: asked_on(opened, asked, tomorrow),
                lambda: answer(opened, asked, YES, tomorrow), lambda: answer(opened, asked, YES, yesterday)):
        with pytest.raises(Refused):
            act()
    assert (asked.outcome, reached(opened)) == (WAITING, None)


def test_what_the_course_waits_for(opened: OpenCase, archive: Archive) -> None:
    now = datetime(2026, 10, 27, 9)
    asked = ask_office(opened, "Hjemløseenheden")
    waiting = overview.waiting(opened.case, now)
    assert waiting is not None
    assert waiting.what == "Venter på svar fra Hjemløseenheden."
    assert (waiting.since, waiting.tab, waiting.row_id) == (opened.today(), "responsibility", asked.id)
    assert listed_as_waiting(archive, opened) == "Hjemløseenheden"
    birgit = add_new_professional(opened, "Birgit Krogh", "", "Hjemløseenheden", phone="12 34 56 11")
    ask_person(opened, asked, birgit)
    waiting = overview.waiting(opened.case, now)
    assert waiting is not None
    assert waiting.what == "Venter på svar fra Hjemløseenheden (Birgit Krogh)."
    assert waiting.phone == "12 34 56 11"
    wait_for(opened, None, "svar fra banken")            # what somebody wrote comes first
    waiting = overview.waiting(opened.case, now)
    assert waiting is not None
    assert waiting.what == "svar fra banken"
    wait_for(opened, None, "")
    answer(opened, asked, YES)
    waiting = overview.waiting(opened.case, now)
    assert waiting is not None
    assert waiting.tab == "meetings"
    assert listed_as_waiting(archive, opened) == ""
