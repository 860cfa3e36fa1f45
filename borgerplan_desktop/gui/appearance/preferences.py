"""Colours, text size and language: chosen here, in force at once, remembered for this user of the computer."""
from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from borgerplan_desktop.gui.appearance.theme import LARGEST, SMALLEST, Theme
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, language

STEP = 0.1
SIZES = tuple(round(SMALLEST + STEP * n, 1) for n in range(round((LARGEST - SMALLEST) / STEP) + 1))
SCHEMES: dict[bool | None, str] = {None: "", False: "light", True: "dark"}       # as remembered


class Preferences(QObject):
    """`settings` None = nothing is remembered. `spoken` when another language was chosen; `resizing` before text of
    another size is laid out: who holds what nobody sees can let go of it."""

    spoken = Signal()
    resizing = Signal()

    def __init__(self, theme: Theme, translator: Translator | None = None, settings: QSettings | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._translator, self._settings = theme, translator, settings
        self._size = theme.size                          # the one that is asked for
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._resize)

    @property
    def dark(self) -> bool | None:
        """None = as the system."""
        return self._theme.dark

    @property
    def size(self) -> float:
        """1.0–2.0."""
        return round(self._size, 1)

    def choose_scheme(self, dark: bool | None) -> None:
        self._theme.choose(dark, self._theme.size)
        self._remember("theme", SCHEMES[dark])

    def choose_size(self, size: float) -> None:
        """It is laid out once for all presses that come while the one before is at work."""
        self._size = min(max(size, SMALLEST), LARGEST)
        self._remember("text_size", str(self.size))
        if not self._soon.isActive():
            self.resizing.emit()
            self._soon.start()

    def choose_language(self, spoken: str) -> None:
        if self._translator is None or spoken not in SCREEN_LANGUAGES or spoken == language():
            return
        self._translator.speak(spoken)
        self._remember("language", spoken)
        self.spoken.emit()

    def larger(self) -> None:
        self.choose_size(self.size + STEP)

    def smaller(self) -> None:
        self.choose_size(self.size - STEP)

    def _resize(self) -> None:
        if self._size != self._theme.size:
            self._theme.choose(self._theme.dark, self._size)

    def _remember(self, key: str, value: str) -> None:
        if self._settings is not None:
            self._settings.setValue(key, value)
