"""A contact noted from wherever one is, and a missed appointment that is followed until they are in touch again."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.contacts.appointments import add_appointment
from borgerplan_desktop.gui.contacts.quick_contact import QuickContact
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote, MissedAppointment, unsettled
from tests.archive import NOW
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of, take_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier



def note_by_keys(hands: Hands) -> None:
    """Alt+T, a few words, Enter."""
    dialog = hands.front()
    assert isinstance(dialog, QuickContact)
    hands.take_keyboard()
    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    hands.wait(lambda: dialog.channel.channel is ContactChannel.PHONE and dialog.words.hasFocus())
    QTest.keyClicks(focused(), "vil se lejligheden")
    QTest.keyClick(focused(), Qt.Key.Key_Return)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_it_is_noted_over_any_tab_and_taken_back(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    case = desk_of(program).case
    for tab in ("Plan", "Netværk", "Møder", "Papirer", "Overblik"):
        at_work.go(tab)
        at_work.press(Qt.Key.Key_N, CTRL | SHIFT)
        note_by_keys(at_work)
    assert [note.channel for note in case.all(ContactNote)] == [ContactChannel.PHONE] * 5
    assert session_of(program).tab == "overview"
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert len(case.all(ContactNote)) == 4


def test_with_nobody_open_it_asks_for_whom_first(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.press(Qt.Key.Key_D, CTRL)
    at_work.press(Qt.Key.Key_N, CTRL | SHIFT)
    workspace = program.window.workspace()
    assert workspace is not None
    search = workspace.side.search_field
    assert search.hasFocus()
    assert at_work.sees("Hvem handler kontakten om? Find borgeren, og noter den. Esc fortryder.")
    QTest.keyClicks(search, "Jonas")
    QTest.keyClick(search, Qt.Key.Key_Return)
    QApplication.processEvents()
    note_by_keys(at_work)
    assert len(desk_of(program).case.all(ContactNote)) == 1


@pytest.mark.parametrize("other", [Qt.Key.Key_Escape, Qt.Key.Key_F, "elsewhere"])
def test_a_contact_that_waits_for_nobody_any_more_does_not_jump_up(
        program: Program, at_work: Hands, other: Qt.Key | str) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.press(Qt.Key.Key_D, CTRL)
    at_work.press(Qt.Key.Key_N, CTRL | SHIFT)
    workspace = program.window.workspace()
    assert workspace is not None
    if other is Qt.Key.Key_Escape:
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    elif other is Qt.Key.Key_F:
        at_work.press(Qt.Key.Key_F, CTRL)
    else:
        workspace.my_day.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        workspace.my_day.setFocus()
    assert not session_of(program).bar.isVisible()
    search = workspace.side.search_field
    search.setFocus()
    QTest.keyClicks(search, "Jonas")
    QTest.keyClick(search, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk_of(program).case.the(Citizen).name == "Jonas Bækgaard"
    assert not isinstance(at_work.front(), QuickContact)


def test_a_missed_appointment_is_followed(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    desk = desk_of(program)
    add_appointment(desk.opened, "Tandlæge", NOW.date() - timedelta(days=1))
    desk.go.emit("overview", "contacts")
    at_work.click("Kom ikke, i går · Tandlæge")
    [missed] = unsettled(desk.case)
    assert missed.what == "Tandlæge"
    assert isinstance(focused(), QLineEdit)              # the path stands ready for what we did
    QTest.keyClicks(focused(), "telefonen er slukket")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert at_work.sees("Næste: Bank på døren")
    at_work.press(Qt.Key.Key_N, CTRL | SHIFT)
    note_by_keys(at_work)
    assert unsettled(desk.case) == []
    assert at_work.sees("I kontakt igen i dag")
    assert len(desk.case.all(MissedAppointment)) == 1
