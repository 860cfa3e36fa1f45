"""The keys, and where they lead: nothing is pressed but what the keyboard stands on."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.hands import Hands, words_of

TAB, ENTER, SPACE, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
CTRL, ALT, SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
                    Qt.KeyboardModifier.ShiftModifier)


def here() -> QWidget | None:
    return QApplication.focusWidget()


def tab_to(hands: Hands, words: str, back: bool = False) -> None:
    """Tab (or Shift+Tab) until the keyboard stands at what is called so."""
    seen: list[str] = []
    for _ in range(80):
        hands.press(TAB, SHIFT if back else Qt.KeyboardModifier.NoModifier)
        focus = here()
        assert focus is not None, f"Tab leads nowhere after {seen}"
        assert focus.isVisible()
        seen.append(words_of(focus))
        if seen[-1].startswith(words):
            return
    raise AssertionError(f"Tab does not come to »{words}«: {seen}")
