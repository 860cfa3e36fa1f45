"""Colours, text size, language, help with writing: in force at once, remembered for this user of the computer."""
from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from borgerplan_desktop.gui.appearance.theme import LARGEST, SMALLEST, Theme
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, language

STEP = 0.1
SIZES = tuple(round(SMALLEST + STEP * n, 1) for n in range(round((LARGEST - SMALLEST) / STEP) + 1))
SCHEMES: dict[bool | None, str] = {None: "", False: "light", True: "dark"}       # as remembered
SPELLING, HINTS, OFF = "spelling", "plain_language", "off"       # as remembered


class Preferences(QObject):
    """`settings` None = nothing is remembered. `spoken` when another language was chosen; `resizing` before text of
    another size is laid out: who holds what nobody sees can let go of it; `writing` when another help with writing is.
    """

    spoken = Signal()
    writing = Signal()
    resizing = Signal()

    def __init__(self, theme: Theme, translator: Translator | None = None, settings: QSettings | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._translator, self._settings = theme, translator, settings
        self._size = theme.size                          # the one that is asked for
        self._off: dict[str, bool] = {}                  # what helps with writing, as far as somebody has asked
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

    @property
    def checks_spelling(self) -> bool:
        return self._is_on(SPELLING)

    @property
    def gives_hints(self) -> bool:
        return self._is_on(HINTS)

    def choose_spelling(self, on: bool) -> None:
        self._turn(SPELLING, on)

    def choose_hints(self, on: bool) -> None:
        self._turn(HINTS, on)

    def _is_on(self, key: str) -> bool:
        if key not in self._off:
            self._off[key] = self._settings is not None and str(self._settings.value(key, "")) == OFF
        return not self._off[key]

    def _turn(self, key: str, on: bool) -> None:
        if on != self._is_on(key):
            self._off[key] = not on
            self._remember(key, "" if on else OFF)
            self.writing.emit()

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
