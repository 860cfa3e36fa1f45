"""Dates and numbers that cannot be: said beside the field, nothing changed; and a clock that is set back."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.person_fields import PersonFields
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent
from borgerplan_desktop.model.meeting import MeetingKind
from borgerplan_desktop.model.network import Ring
from borgerplan_desktop.model.plan import Goal
from tests.archive import NOW, Clock
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of


def enter(edit: DateEdit, text: str) -> None:
    edit.field.setText(text)
    edit.field.editingFinished.emit()


@pytest.mark.parametrize(("cpr", "trouble", "notice", "taken"), [
    ("310270-1234", "findes ikke", "", False), ("12345", "ti cifre", "", False),
    ("999999-9999", "findes ikke", "", False),
    ("010170-1234", "", "kontroltallet", True), ("", "", "", True)])
def test_the_cpr_number_of_somebody_new(program: Program, at_work: Hands, cpr: str, trouble: str, notice: str,
                                        taken: bool) -> None:
    before = len(archive_of(program).citizens())
    at_work.click("Ny borger")
    dialog = at_work.front()
    assert isinstance(dialog, NewCitizen)
    at_work.type("Navn", "Ole")
    dialog.cpr_field.setText(cpr)
    dialog.cpr_field.editingFinished.emit()
    assert trouble in dialog.cpr_trouble.text()
    assert dialog.cpr_trouble.isVisible() == bool(trouble)
    assert notice in dialog.cpr_notice.text()
    assert dialog.cpr_notice.isVisible() == bool(notice)
    at_work.click("Modtag")
    assert len(archive_of(program).citizens()) == before + taken
    assert (at_work.front() is program.window) == taken
    assert not taken or desk_of(program).case.the(Citizen).cpr == cpr.replace("-", "")
    if not taken:
        assert dialog.name_field.text() == "Ole"
        dialog.cpr_field.clear()
        at_work.click("Modtag")
        assert desk_of(program).case.the(Citizen).name == "Ole"


def test_the_cpr_number_of_somebody_known(program: Program, at_work: Hands) -> None:
    session_of(program).actions.do("citizen")
    facts = at_work.front()
    assert isinstance(facts, CitizenFacts)
    facts.cpr_field.setText("310270-1234")
    facts.cpr_field.editingFinished.emit()
    assert facts.cpr_trouble.isVisible()
    assert facts.cpr_field.text() == "310270-1234"
    assert desk_of(program).case.the(Citizen).cpr == ""


def test_a_person_who_goes_before_coming(program: Program, at_work: Hands, desk: Desk) -> None:
    anna = add_private_person(desk.opened, "Anna", ring=Ring.CLOSE)
    session_of(program).go("network", anna.id)
    fields = next(f for f in program.window.findChildren(PersonFields) if f._own[0].row is anna)
    enter(fields.involved_from, "1.11.2026")
    assert anna.involved_from == date(2026, 11, 1)
    enter(fields.involved_until, "1.10.2026")
    assert anna.involved_until is None
    assert fields.involved_until.date() is None
    assert said(program, "før start") or said(program, "før den")


def test_a_consent_that_ends_before_it_begins(program: Program, at_work: Hands, desk: Desk) -> None:
    add_private_person(desk.opened, "Anna", ring=Ring.CLOSE)
    session_of(program).go("papers")
    session_of(program).page("papers").consents.ask()  # type: ignore[union-attr]
    dialog = at_work.front()
    assert isinstance(dialog, AskConsent)
    dialog.purpose_field.setPlainText("Så Anna kan komme med til mødet")
    next(iter(dialog._persons.values())).setChecked(True)
    next(iter(dialog._topics.values())).setChecked(True)
    dialog.told_box.setChecked(True)
    dialog.until_field.setDate(date(2026, 1, 1))
    dialog.yes_button.click()
    assert dialog.expires_on_trouble.isVisible()
    assert desk.case.all(Consent) == []
    assert dialog.purpose_field.toPlainText() == "Så Anna kan komme med til mødet"
    dialog.reject()


def test_a_meeting_that_ends_before_it_begins(program: Program, at_work: Hands, desk: Desk) -> None:
    meeting = plan_meeting(desk.opened, MeetingKind.NETWORK, datetime(2026, 10, 29, 13), datetime(2026, 10, 29, 14))
    session_of(program).go("meetings", meeting.id)
    page = session_of(program).page("meetings")
    assert page is not None
    until = page.before.facts.ends  # type: ignore[attr-defined]
    assert isinstance(until, TimeEdit)
    until.field.setText("12.00")
    until.field.editingFinished.emit()
    assert (meeting.starts_at, meeting.ends_at) == (datetime(2026, 10, 29, 13), datetime(2026, 10, 29, 14))
    assert said(program, "før, mødet begynder")


@pytest.mark.parametrize(("back", "minutes"), [(timedelta(hours=3), 60), (timedelta(days=400), 5)])
def test_the_clock_is_set_back(program: Program, at_work: Hands, desk: Desk, clock: Clock, back: timedelta,
                               minutes: int) -> None:
    """The week of the course is never below 1, no timer shows less than nothing, and what is typed is stored."""
    meeting = plan_meeting(desk.opened, MeetingKind.NETWORK, NOW, NOW + timedelta(hours=1))
    add_item(desk.opened, meeting, "Status", 10)
    start_meeting(desk.opened, meeting)
    session = session_of(program)
    session.go("meetings", meeting.id)
    page = session.page("meetings")
    page._on_step(1)  # type: ignore[union-attr]
    clock.now = NOW - back
    program.login_flow.watch.look()
    assert program.login_flow.session is not None          # it is no reason to lock
    page.during.tick()  # type: ignore[union-attr]
    for key in ("overview", "meetings", "plan"):
        session.go(key)
        with desk.opened.action("Edit"):
            desk.case.all(Goal)[0].title += "!"
        assert not [label.text() for label in program.window.findChildren(QLabel)
                    if label.isVisible() and ("-" in label.text()[:2] or "Uge 0" in label.text())]
    session.go("overview")
    assert at_work.sees("Uge 1")
    assert desk.opened._store.load(desk.opened.id).all(Goal)[0].title == "bolig!!!"
    for _ in range(minutes * 3 - 1):                     # the meeting is held the same day, so it has its own minutes
        clock.pass_(seconds=20)
        program.login_flow.watch.look()
    assert program.login_flow.session is not None
    clock.pass_(seconds=40)
    program.login_flow.watch.look()
    assert program.login_flow.session is None              # and the lock comes all the same


def said(program: Program, words: str) -> bool:
    return any(words in label.text() for label in program.window.findChildren(QLabel) if label.isVisible())
