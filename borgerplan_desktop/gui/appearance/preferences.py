"""Colours, text size and language: chosen here, in force at once, remembered for this user of the computer."""
from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

from borgerplan_desktop.gui.appearance.theme import LARGEST, SMALLEST, Theme
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, language

STEP = 0.1
SIZES = tuple(round(SMALLEST + STEP * n, 1) for n in range(round((LARGEST - SMALLEST) / STEP) + 1))
SCHEMES: dict[bool | None, str] = {None: "", False: "light", True: "dark"}       # as remembered


class Preferences(QObject):
    """`settings` None = nothing is remembered. `spoken` when another language was chosen."""

    spoken = Signal()

    def __init__(self, theme: Theme, translator: Translator | None = None, settings: QSettings | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._translator, self._settings = theme, translator, settings

    @property
    def dark(self) -> bool | None:
        """None = as the system."""
        return self._theme.dark

    @property
    def size(self) -> float:
        """1.0–2.0."""
        return round(self._theme.size, 1)

    def choose_scheme(self, dark: bool | None) -> None:
        self._theme.choose(dark, self._theme.size)
        self._remember("theme", SCHEMES[dark])

    def choose_size(self, size: float) -> None:
        self._theme.choose(self._theme.dark, size)
        self._remember("text_size", str(self.size))

    def choose_language(self, spoken: str) -> None:
        if self._translator is None or spoken not in SCREEN_LANGUAGES or spoken == language():
            return
        self._translator.speak(spoken)
        self._remember("language", spoken)
        self.spoken.emit()

    def larger(self) -> None:
        self.choose_size(min(self.size + STEP, LARGEST))

    def smaller(self) -> None:
        self.choose_size(max(self.size - STEP, SMALLEST))

    def _remember(self, key: str, value: str) -> None:
        if self._settings is not None:
            self._settings.setValue(key, value)
