"""Typing the beginning of a name goes to whoever is called so."""
from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication


class TypedName(QObject):
    """Letters typed without a pause belong together; the same one again goes on to the next of that letter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.begin_anew)

    def goes_on(self, letter: str, names: Mapping[str, str]) -> bool:
        """Whether a letter is the next one of a name that is being typed."""
        return bool(self._typed and _called(self._typed + letter.casefold(), names))

    def begin_anew(self) -> None:
        """The next letter is the first of a name."""
        self._typed = ""

    def find(self, letter: str, names: Mapping[str, str], here: str) -> str:
        """The id of the person one means by now; "" = nobody is called so."""
        self._typed += letter.casefold()
        self._pause.start(2 * QApplication.keyboardInputInterval())
        again = len(set(self._typed)) == 1
        begins = self._typed[0] if again and not _called(self._typed, names) else self._typed
        found = _called(begins, names)
        if not found:
            return ""
        stay = len(self._typed) > 1 and begins == self._typed and here in found
        return here if stay else found[(found.index(here) + 1) % len(found) if here in found else 0]


def _called(begins: str, names: Mapping[str, str]) -> list[str]:
    """Whose name begins so, by name; where nobody's does, any word of the name."""
    order = sorted(names, key=lambda id: names[id].casefold())
    return [id for id in order if names[id].casefold().startswith(begins)] or [
        id for id in order if any(word.startswith(begins) for word in names[id].casefold().split())]
