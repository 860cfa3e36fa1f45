"""How one works with the mouse; letters come from the keyboard."""
from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
from tests.journeys.hands import Hands

LEFT = Qt.MouseButton.LeftButton


class Mouse:
    signs = "Skriv under på skærmen"

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def press(self, words: str) -> None:
        self.hands.click(words)

    def choose(self, words: str, option: str) -> None:
        self.hands.choose(words, option)

    def take(self, button: str, line: str) -> None:
        """A line of the menu behind a button."""
        self.hands.click(button)
        self.hands.pick(line)

    def sign(self) -> None:
        """With the finger, or the mouse."""
        signing = self.hands.front()
        assert isinstance(signing, SignPlan)
        QTest.mousePress(signing.pad, LEFT, pos=QPoint(60, 60))
        for at in (QPoint(200, 120), QPoint(260, 40)):
            QTest.mouseMove(signing.pad, at)
        QTest.mouseRelease(signing.pad, LEFT, pos=QPoint(260, 40))
        self.hands.click("Skriv under")

