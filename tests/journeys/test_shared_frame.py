"""The whole form in the real window: begun, every question answered, approved; half a year passes, and Min dag says so.
"""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.frame.frame import answered, questions_of
from borgerplan_desktop.casework.frame.versions import newest
from borgerplan_desktop.gui.citizens.day_rows import DoorRow
from borgerplan_desktop.gui.frame.frame_tab import FrameTab
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.framework import FrameAnswer, FrameQuestion, FrameSection
from tests.archive import Clock
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of, take_in

CTRL = Qt.KeyboardModifier.ControlModifier


def to_part(hands: Hands, at: int) -> None:
    """Press a part in the list at the left."""
    parts = next(each for each in hands.window.findChildren(QListWidget) if each.isVisible()
                 and each.accessibleName() == "Rammens dele")
    QTest.mouseClick(parts.viewport(), Qt.MouseButton.LeftButton, pos=parts.visualItemRect(parts.item(at)).center())
    QApplication.processEvents()


def test_the_form_is_filled_approved_and_reminded_of(program: Program, at_work: Hands, clock: Clock) -> None:
    hands, shelter = at_work, archive_of(program).shelter
    take_in(hands, "Marie Prøve")
    hands.press(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    hands.go("Rammen")
    hands.click("Begynd rammen")
    hands.type("Kommune", "Skovby Kommune")
    for at, section in enumerate(FrameSection):
        to_part(hands, at)
        for question in questions_of(section):
            hands.type(_(question.label), f"Sådan: {question.value}.")
    hands.type("Hvordan sikres det", "Med en mail.")
    desk_of(program).settle.emit()
    assert answered(shelter.case) == (28, 28)
    assert hands.sees("28 af 28 spørgsmål er besvaret")
    hands.press(Qt.Key.Key_Z, CTRL)                      # the last answer, and back again
    hands.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    to_part(hands, len(FrameSection))
    hands.click("Styregruppen har godkendt udgave 1")
    hands.click("Gem udgaven")
    version = newest(shelter.case)
    assert version is not None
    assert hands.sees("Udgave 1, godkendt 27. oktober 2026 af Styregruppen")
    hands.press(Qt.Key.Key_L, CTRL)
    clock.pass_(days=183)                                # half a year passes
    unlock(program, hands)
    session_of(program).show_day()
    QApplication.processEvents()
    row = next(each for each in hands.window.findChildren(DoorRow) if each.door.tab == "frame")
    assert row.isVisible()
    assert "Opdater den overordnede ramme" in row.accessibleName()
    row.click()
    QApplication.processEvents()
    tab = session_of(program).page("frame")
    assert isinstance(tab, FrameTab)
    assert tab.isVisible()
    assert tab.key == FrameSection.MADE_KNOWN.value


def test_what_is_typed_when_the_screen_locks_is_there_afterwards(program: Program, at_work: Hands) -> None:
    hands = at_work
    hands.press(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    hands.go("Rammen")
    hands.click("Begynd rammen")
    hands.type(_(FrameQuestion.TARGET_GROUP.label), "Voksne uden bolig")
    hands.press(Qt.Key.Key_L, CTRL)
    unlock(program, hands)
    shelter = archive_of(program).shelter
    assert [each.text for each in shelter.case.all(FrameAnswer)] == ["Voksne uden bolig"]
