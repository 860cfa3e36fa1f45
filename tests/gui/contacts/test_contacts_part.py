"""The contacts in one line, the appointments, and the path to who did not come."""
from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.contacts.appointments import add_appointment
from borgerplan_desktop.casework.contacts.contacts import note_contact
from borgerplan_desktop.casework.contacts.missed import begin_path, take_step
from borgerplan_desktop.casework.contacts.standing import add_standing, end_on
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant, note_presence
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.contacts.contacts_part import ContactsPart
from borgerplan_desktop.gui.contacts.quick_contact import QuickContact
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.i18n import day
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote, MissedAppointment, ReachStep, unsettled
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Presence
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from tests.archive import NOW, Clock
from tests.documents import reading

TODAY = NOW.date()
PHONE, SMS = ContactChannel.PHONE, ContactChannel.SMS


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> ContactsPart:
    made = ContactsPart(desk)
    qtbot.addWidget(made)
    made.resize(1094, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def jonas(opened: OpenCase) -> NetworkMember:
    found = citizen_member(opened.case)
    assert found is not None
    return found


def heads(part: ContactsPart) -> list[str]:
    return [row.head.words() for row in part.timeline.list.widgets()]


def test_many_appointments_make_no_empty_card_beside_them(qtbot: QtBot, desk: Desk, part: ContactsPart) -> None:
    for days in range(6):
        desk.do(add_appointment, "Tandlæge", TODAY + timedelta(days=days + 1), None)
    qtbot.waitUntil(lambda: part.columns.height() > 900)
    assert part.timeline.height() < part.columns.height() / 2


def test_an_empty_page_says_what_to_do(part: ContactsPart) -> None:
    assert part.timeline.empty.words() == "Ingen kontakter endnu. Ctrl+Shift+N noterer en, hvor du end er."
    assert part.timeline.last.words() == "Ingen kontakt med Jonas er noteret endnu"
    assert "vores tur" in part.missed.hint.words()
    assert "Hvad skal Jonas huske?" in part.appointments.empty.words()


def test_everything_stands_in_one_line_newest_first(part: ContactsPart, opened: OpenCase, jonas: NetworkMember,
                                                    clock: Clock) -> None:
    meeting = plan_meeting(opened, starts_at=NOW)
    note_presence(opened, add_participant(opened, meeting, jonas), Presence.PRESENT)
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)
    clock.pass_(days=1)
    note_contact(opened, PHONE, jonas, "vil se lejligheden")
    clock.pass_(hours=1)
    note_contact(opened, SMS, add_private_person(opened, "Sara Prøve"), reached=False)
    clock.pass_(days=3)
    take_step(opened, begin_path(opened, "Tandlægen"), ReachStep.KNOCK, "ingen hjemme")
    part.refresh()
    assert [head.partition(" · ")[2] for head in heads(part)] == [
        "Bankede på · Jonas · Eva", "Sms · Sara Prøve · Eva", "Telefon · Jonas · Eva", "Netværksmøde · Jonas"]
    assert heads(part)[0].startswith("I dag")
    assert part.timeline.last.words() == "Sidst i kontakt med Jonas: 28. oktober (for 3 dage siden)"
    states = [not row.state.isHidden() for row in part.timeline.list.widgets()]
    assert states == [True, True, False, False]


def test_it_can_be_seen_by_person_and_by_channel(part: ContactsPart, opened: OpenCase, jonas: NetworkMember) -> None:
    sara = add_private_person(opened, "Sara Prøve")
    note_contact(opened, PHONE, jonas)
    note_contact(opened, SMS, sara)
    timeline = part.timeline
    timeline.whom.setCurrentIndex(timeline.whom.findData(sara.id))
    timeline.whom.activated.emit(timeline.whom.currentIndex())
    assert [head.partition(" · ")[2] for head in heads(part)] == ["Sms · Sara Prøve · Eva"]
    timeline.how.setCurrentIndex(timeline.how.findData(PHONE))
    timeline.how.activated.emit(timeline.how.currentIndex())
    assert heads(part) == []
    assert timeline.empty.words() == "Ingen kontakter af den slags."


def test_an_addition_is_written_below_the_note(part: ContactsPart, opened: OpenCase, jonas: NetworkMember,
                                               clock: Clock) -> None:
    note_contact(opened, PHONE, jonas, "ringer igen")
    clock.pass_(days=1)
    [row] = part.timeline.list.widgets()
    QApplication.processEvents()                         # a row that has just come is shown now
    QTest.mouseClick(row.act, Qt.MouseButton.LeftButton)
    assert row.edit is not None
    assert row.edit.hasFocus()
    QTest.keyClicks(row.edit, "har ringet")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert row.added.words() == "i dag, Eva: har ringet"
    assert not row.edit.isVisible()
    assert len(part.timeline.list.widgets()) == 1


def test_many_contacts_come_some_at_a_time(part: ContactsPart, opened: OpenCase, jonas: NetworkMember) -> None:
    with opened.action("x"):
        for n in range(90):
            note_contact(opened, PHONE, jonas, f"{n}", at=NOW - timedelta(hours=n))
    assert len(heads(part)) == 25
    part.timeline.more.click()
    assert len(heads(part)) == 50
    last = opened.case.all(ContactNote)[0]
    part.show_row(last.id)                               # not all the way down to it
    assert [row.words.words() for row in part.timeline.list.widgets()] == [f"{n}" for n in range(75, 90)]
    assert part.timeline.isAncestorOf(part.focusWidget())
    assert not part.timeline.more.isVisible()
    part.timeline.newer.click()
    assert [row.words.words() for row in part.timeline.list.widgets()] == [f"{n}" for n in range(50, 90)]
    part.timeline.newer.click()
    part.timeline.newer.click()
    assert not part.timeline.newer.isVisible()
    assert len(heads(part)) == 90
    part.note_contact().reject()
    assert len(heads(part)) == 25


def test_an_appointment_is_added_with_the_keyboard_and_asked_about_when_it_has_been(
        part: ContactsPart, opened: OpenCase, clock: Clock, qtbot: QtBot) -> None:
    card = part.appointments
    card.text.setFocus()
    QTest.keyClicks(card.text, "Tandlæge")
    card.on_field.field.setText("i morgen")
    card.on_field.field.editingFinished.emit()
    card.at_field.setTime(time(10, 30))
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    [made] = opened.case.all(Appointment)
    assert (made.text, made.on, made.at) == ("Tandlæge", TODAY + timedelta(days=1), "10.30")
    [row] = card.ahead.widgets()
    assert row.place.hasFocus()
    clock.pass_(days=2)
    part.refresh()
    assert card.ahead.widgets() == []
    [past] = card.been.widgets()
    past.missed.click()
    assert (made.kept, len(unsettled(opened.case))) == (False, 1)
    assert past.state.text() == "Kom ikke"
    past.kept.click()
    assert (made.kept, unsettled(opened.case)) == (True, [])


def test_an_appointment_without_a_day_is_refused_beside_it(part: ContactsPart, opened: OpenCase) -> None:
    part.appointments.text.setText("Tandlæge")
    part.appointments.add.click()
    assert part.appointments.trouble.words() == "Skriv, hvilken dag det er."
    assert part.appointments.trouble.isVisible()
    assert opened.case.all(Appointment) == []


def test_a_standing_appointment_is_added_and_changed_with_the_keyboard(part: ContactsPart, opened: OpenCase) -> None:
    card = part.standing_card
    assert "Hvor kommer Jonas hver uge" in card.empty.words()
    card.text.setFocus()
    QTest.keyClicks(card.text, "Gåtur")
    card.weekday.setCurrentIndex(2)
    card.at_field.setTime(time(10, 30))
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    [made] = opened.case.all(StandingAppointment)
    assert (made.text, made.weekday, made.at) == ("Gåtur", 2, "10.30")
    [row] = card.going_on.widgets()
    fields = row.fields
    assert fields is not None
    assert fields.place.hasFocus()
    QTest.keyClicks(fields.place, "Ved porten")
    QTest.keyClick(fields.place, Qt.Key.Key_Return)
    for combo, index in ((fields.weekday, 0), (fields.weeks, 1)):
        combo.setFocus()
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
    fields.ends.field.setText("i går")
    fields.ends.field.editingFinished.emit()
    assert "Slutdatoen ligger før" in fields.ends.message.text()
    assert row.said.words() == "Mandag kl. 10.30 · Hver 2. uge · Ved porten"
    assert (made.place_text, made.weekday, made.weeks, made.ends_on) == ("Ved porten", 0, 2, None)
    assert fields.weeks.currentText() == "Hver 2. uge"
    row.fold.click()
    assert fields.isHidden()
    row.fold.click()
    assert fields.weekday.hasFocus()
    row.gone.click()
    assert opened.case.all(StandingAppointment) == []
    assert not card.empty.isHidden()


def test_a_standing_appointment_that_ended_stands_apart_and_is_found(part: ContactsPart, opened: OpenCase,
                                                                    clock: Clock) -> None:
    made = add_standing(opened, "Gåtur", 1)
    end_on(opened, made, opened.today())
    clock.pass_(days=2)
    part.refresh()
    assert part.standing_card.going_on.widgets() == []
    part.show_row(made.id)
    [row] = part.standing_card.been.widgets()
    assert row.text.hasFocus()
    assert "Sluttede" in row.said.words()


def test_the_week_is_seen_on_paper_from_here(part: ContactsPart, opened: OpenCase) -> None:
    add_standing(opened, "Gåtur", 1)
    card, week = part.standing_card, TODAY.isocalendar().week
    assert [each.text() for each in (card.this_week, card.next_week)] == [f"Se uge {week}", f"Se uge {week + 1}"]
    for each, days in ((card.this_week, 0), (card.next_week, 7)):
        each.click()
        paper = part.window().findChildren(PaperWindow)[-1]
        monday = TODAY - timedelta(days=TODAY.weekday() - days)
        assert f"Uge {monday.isocalendar().week}: {day(monday, TODAY)}" in " ".join(
            reading.text(paper.paper.paper.draw()).split())
        paper.reject()


def test_the_path_is_begun_by_hand_walked_and_settled(part: ContactsPart, opened: OpenCase) -> None:
    card = part.missed
    card.what.setText("Samtalen med Eva")
    card.begin.click()
    [missed] = opened.case.all(MissedAppointment)
    [path] = card.paths.widgets()
    assert path.state.text() == "Næste: Ring"
    assert path.note.hasFocus()
    QTest.keyClicks(path.note, "telefonen er slukket")
    QTest.keyClick(path.note, Qt.Key.Key_Return)
    assert path.state.text() == "Næste: Bank på døren"
    assert path.step.currentText() == "Bank på døren"
    path.reached.setChecked(True)
    path.write.click()
    assert missed.settled_on == TODAY
    assert path.state.text() == "I kontakt igen i dag"
    assert path.why.hasFocus()
    QTest.keyClicks(path.why, "havde ikke penge til bussen")
    QTest.keyClick(path.why, Qt.Key.Key_Return)
    assert missed.why == "havde ikke penge til bussen"
    assert not path.writing.isVisible()
    path.settle_button.click()
    assert missed.settled_on is None


def test_a_step_before_the_appointment_is_refused_beside_it(part: ContactsPart, opened: OpenCase) -> None:
    begin_path(opened, "Samtalen")
    [path] = part.missed.paths.widgets()
    path.on_field.setDate(TODAY - timedelta(days=2))
    path.write.click()
    assert path.trouble.isVisible()
    assert "før tiden" in path.trouble.words()


def test_a_row_is_found_by_its_id(part: ContactsPart, opened: OpenCase, jonas: NetworkMember) -> None:
    note = note_contact(opened, PHONE, jonas)
    missed = begin_path(opened, "Samtalen")
    tried = take_step(opened, missed, ReachStep.CALL)
    dentist = add_appointment(opened, "Tandlæge", TODAY)
    part.show_row(dentist.id)
    assert part.appointments.ahead.widgets()[0].text.hasFocus()
    part.show_row(note.id)
    assert part.timeline.isAncestorOf(part.focusWidget())
    part.show_row("standing")
    assert part.standing_card.text.hasFocus()
    part.show_row(tried.id)
    assert part.missed.isAncestorOf(part.focusWidget())


def test_what_is_half_written_when_the_case_is_left_waits_for_a_note(part: ContactsPart, desk: Desk) -> None:
    part.missed.what.setText("noget vigtigt")
    desk.close()
    assert "noget vigtigt" in [draft.text for draft in (*desk.opened.unsaved, *desk.case.all(Draft))]


def test_a_contact_is_noted_from_here(part: ContactsPart) -> None:
    part.timeline.note_button.click()
    assert part.window().findChild(QuickContact) is not None
