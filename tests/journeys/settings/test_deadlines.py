"""Deadlines and reminders: each number is typed or stepped, and stored."""
from __future__ import annotations

from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.reminders import Reminders, reminders
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import settings_at
from tests.window import archive_of


def test_the_numbers_are_stored(program: Program, at_work: Hands) -> None:
    page = settings_at(program, at_work, "Frister og påmindelser")._deadlines
    assert not page.refund_days.isEnabled()
    page.no_contact_days.setFocus()
    page.no_contact_days.selectAll()
    at_work.write("21")
    at_work.press(Qt.Key.Key_Tab)
    assert reminders(archive_of(program)) == Reminders(no_contact_days=21)
    page.counts_refund.click()
    assert page.refund_days.isEnabled()
    page.clip_card_visits.setFocus()
    page.clip_card_visits.selectAll()
    at_work.write("8")
    at_work.click("Luk")                                 # what is typed is stored before the dialog goes
    assert reminders(archive_of(program)) == Reminders(no_contact_days=21, counts_refund=True, clip_card_visits=8)


def test_every_number_has_a_name(program: Program, at_work: Hands) -> None:
    page = settings_at(program, at_work, "Frister og påmindelser")._deadlines
    assert page.no_contact_days.accessibleName() == "efter så mange dage uden kontakt med en borger"
    assert all(field.accessibleName() for field in page._numbers.values())
