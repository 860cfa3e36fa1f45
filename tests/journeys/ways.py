"""The same task twice: with the mouse, and with nothing but the keyboard."""
from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
from tests.journeys.hands import Hands, words_of
from tests.journeys.keys import CTRL, ENTER, SHIFT, SPACE, TAB, here

TABS = ("Overblik", "Plan", "Netværk", "Møder", "Papirer")
LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Clicks and drags; letters come from the keyboard."""

    signs = "Skriv under på skærmen"

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def go(self, tab: str) -> None:
        self.hands.go(tab)

    def press(self, words: str) -> None:
        self.hands.click(words)

    def stand_at(self, place: QWidget) -> None:
        """The keyboard is at one further down."""
        place.setFocus()

    def write_in(self, field: str, text: str) -> None:
        self.hands.type(field, text)

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


class Keys(Mouse):
    """Nothing is pressed but what the keyboard stands on; who signs does it on paper."""

    signs = "Skrevet under på papir"

    def go(self, tab: str) -> None:
        """Ctrl and the number of the tab."""
        self.hands.press(Qt.Key(Qt.Key.Key_1 + TABS.index(tab)), CTRL)

    def to(self, words: str) -> None:
        """Tab until it stands at what is called so: forward from the tabs, otherwise back, once all the way round."""
        how = Qt.KeyboardModifier.NoModifier if isinstance(here(), QTabBar) else SHIFT
        seen: list[str] = []
        begun = self._here()
        while not words_of(now := self._here()).startswith(words):
            assert not seen or now is not begun, f"Tab does not come to »{words}«: {seen}"
            seen.append(words_of(now))
            self.hands.press(TAB, how)

    def stand_at(self, place: QWidget) -> None:
        for _ in range(80):
            if self._here() is place:
                return
            self.hands.press(TAB)
        raise AssertionError(f"Tab does not come to {words_of(place)}")

    def press(self, words: str) -> None:
        self.to(words)
        self.hands.press(SPACE)
        QApplication.processEvents()

    def write_in(self, field: str, text: str) -> None:
        self.to(field)
        self.hands.write(text)

    def choose(self, words: str, option: str) -> None:
        self.to(words)
        self.hands.choose(words, option)

    def take(self, button: str, line: str) -> None:
        self.to(button)
        self.hands.press(ENTER)
        self.hands.walk_to(line)

    def sign(self) -> None:
        pass

    def _here(self) -> QWidget:
        self.hands.take_keyboard()
        self.hands.wait(lambda: here() is not None, "the keyboard to come back")
        found = here()
        assert found is not None
        assert found.isVisible(), f"the keyboard stands at what nobody sees: {words_of(found)}"
        return found
