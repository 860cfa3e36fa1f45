"""A contact noted over whatever is in front: Alt with a letter, a few words, Enter."""
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
    for each in text:                                    # the keyboard may go on meanwhile
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, each)


def noted(opened: OpenCase) -> ContactNote:
    [note] = opened.case.all(ContactNote)
    return note


def by_alt(qtbot: QtBot, dialog: QuickContact, letter: str) -> None:
    """Alt with a letter; the keyboard is then at the words."""
    qtbot.keyClick(dialog, letter, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.words.hasFocus)


def test_alt_with_a_letter_words_and_enter_are_enough(qtbot: QtBot, dialog: QuickContact, opened: OpenCase) -> None:
    dialog.channel.setFocus()
    qtbot.keyClick(dialog, "t", Qt.KeyboardModifier.AltModifier)
    keys("vil ")                                         # faster than the button is up again
    qtbot.waitUntil(dialog.words.hasFocus)
    qtbot.waitUntil(lambda: dialog.channel.channel is ContactChannel.PHONE)
    keys("se lejligheden")
    press(Qt.Key.Key_Return)
    note = noted(opened)
    assert (note.channel, note.words, note.at, note.reached, note.member) == (
        ContactChannel.PHONE, "vil se lejligheden", NOW, True, citizen_member(opened.case))
    assert not dialog.isVisible()


def test_words_typed_at_once_are_the_words(dialog: QuickContact, opened: OpenCase) -> None:
    keys("Vi talte om hans bror, 2 gange")
    press(Qt.Key.Key_Return)
    assert (noted(opened).channel, noted(opened).words) == (ContactChannel.TALK, "Vi talte om hans bror, 2 gange")


def test_words_typed_over_the_channels_are_the_words(dialog: QuickContact) -> None:
    dialog.channel.setFocus()
    keys("Brev 2 kom")
    assert (dialog.words.text(), dialog.channel.channel) == ("Brev 2 kom", ContactChannel.TALK)


def test_enter_alone_notes_nothing_and_says_why(dialog: QuickContact, opened: OpenCase) -> None:
    press(Qt.Key.Key_Return)
    assert opened.case.all(ContactNote) == []
    assert dialog.isVisible()
    assert dialog.trouble.words() == "Skriv et par ord, eller vælg, hvordan I var i kontakt."
    assert dialog.words.hasFocus()


def test_a_channel_chosen_by_hand_is_enough(qtbot: QtBot, dialog: QuickContact, opened: OpenCase) -> None:
    by_alt(qtbot, dialog, "s")                           # the one that stands there
    press(Qt.Key.Key_Return)
    assert (noted(opened).channel, noted(opened).words) == (ContactChannel.TALK, "")


def test_arrows_go_through_the_channels(dialog: QuickContact) -> None:
    dialog.channel.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert dialog.channel.channel is ContactChannel.SMS


@pytest.mark.parametrize(("typed", "meant"), [
    ("t", ContactChannel.PHONE), ("m", ContactChannel.SMS), ("e", ContactChannel.EMAIL), ("b", ContactChannel.VISIT),
    ("r", ContactChannel.LETTER)])
def test_every_channel_has_its_letter(qtbot: QtBot, dialog: QuickContact, typed: str, meant: ContactChannel) -> None:
    dialog.channel.setFocus()
    by_alt(qtbot, dialog, typed)
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
