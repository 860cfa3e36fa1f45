"""A contact noted over whatever is in front: a letter, Tab, a few words, Enter."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.contacts.quick_contact import QuickContact
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote
from borgerplan_desktop.model.network import citizen_member
from tests.archive import NOW


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, window: QWidget, desk: Desk) -> QuickContact:
    add_private_person(desk.opened, "Sara Prøve")
    made = QuickContact(desk, window)
    made.open()
    qtbot.waitExposed(made)
    return made


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def keys(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def noted(opened: OpenCase) -> ContactNote:
    [note] = opened.case.all(ContactNote)
    return note


def test_a_letter_tab_words_and_enter_are_enough(dialog: QuickContact, opened: OpenCase) -> None:
    press(Qt.Key.Key_T)
    press(Qt.Key.Key_Tab)
    keys("vil se lejligheden")
    press(Qt.Key.Key_Return)
    note = noted(opened)
    assert (note.channel, note.words, note.at, note.reached, note.member) == (
        ContactChannel.PHONE, "vil se lejligheden", NOW, True, citizen_member(opened.case))
    assert not dialog.isVisible()


def test_enter_alone_notes_a_talk_with_the_citizen(dialog: QuickContact, opened: OpenCase) -> None:
    press(Qt.Key.Key_Return)
    assert (noted(opened).channel, noted(opened).words) == (ContactChannel.TALK, "")


@pytest.mark.parametrize(("typed", "meant"), [
    ("s", ContactChannel.TALK), ("M", ContactChannel.SMS), ("e", ContactChannel.EMAIL), ("b", ContactChannel.VISIT),
    ("r", ContactChannel.LETTER), ("2", ContactChannel.PHONE)])
def test_every_channel_has_its_letter_and_its_number(dialog: QuickContact, typed: str, meant: ContactChannel) -> None:
    keys(typed)
    assert dialog.channel.channel is meant
    letters = [dialog.channel.letter(channel) for channel in ContactChannel]
    assert len(set(letters)) == len(letters)


def test_the_time_is_when_it_is_noted_unless_it_is_changed(dialog: QuickContact, opened: OpenCase) -> None:
    assert dialog.when() is None
    dialog.at_field.setTime(NOW.time().replace(hour=8))
    dialog.on_field.setDate(NOW.date() - timedelta(days=1))
    dialog.note_button.click()
    assert noted(opened).at == NOW.replace(hour=8) - timedelta(days=1)


def test_a_time_to_come_is_refused_where_it_stands(dialog: QuickContact, opened: OpenCase) -> None:
    dialog.at_field.setTime(NOW.time().replace(hour=20))
    dialog.note_button.click()
    assert opened.case.all(ContactNote) == []
    assert dialog.trouble.isVisible()
    assert "ikke kommet endnu" in dialog.trouble.words()


def test_somebody_of_the_map_or_a_name_that_is_written(dialog: QuickContact, opened: OpenCase) -> None:
    dialog.whom.setCurrentText("sara prøve")
    dialog.not_reached.setChecked(True)
    dialog.note_button.click()
    assert (noted(opened).with_whom, noted(opened).reached, noted(opened).member is not None) == (
        "Sara Prøve", False, True)


def test_a_name_nobody_knows_stays_a_name(dialog: QuickContact, opened: OpenCase) -> None:
    dialog.whom.setCurrentText("Boligforeningen")
    dialog.note_button.click()
    assert (noted(opened).with_whom, noted(opened).member) == ("Boligforeningen", None)


def test_with_nobody_it_says_so(dialog: QuickContact, opened: OpenCase) -> None:
    dialog.whom.setCurrentText(" ")
    dialog.note_button.click()
    assert opened.case.all(ContactNote) == []
    assert "Skriv, hvem" in dialog.trouble.words()
