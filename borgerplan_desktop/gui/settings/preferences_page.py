"""Settings: colours, text size, language, help with writing. In force at once."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from borgerplan_desktop.casework.spelling.dictionary import find_dictionary
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.preferences import SIZES, Preferences
from borgerplan_desktop.i18n import N_, NBSP, SCREEN_LANGUAGES, _, language

SCHEMES: tuple[tuple[str, bool | None], ...] = ((N_("As the computer"), None), (N_("Light"), False), (N_("Dark"), True))
NAMES = {"da": "Dansk", "en": "English"}                 # each in its own language


class PreferencesPage(QWidget):
    scheme_field: QComboBox
    size_field: QComboBox
    language_field: QComboBox
    spelling_box: QCheckBox
    spelling_hint: QLabel
    hints_box: QCheckBox

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        load_form(self, "preferences_page")
        for name, dark in SCHEMES:
            self.scheme_field.addItem(_(name), dark)
        for size in SIZES:
            self.size_field.addItem(f"{round(size * 100)}{NBSP}%", size)
        for spoken in SCREEN_LANGUAGES:
            self.language_field.addItem(NAMES[spoken], spoken)
        # Signals
        self.scheme_field.activated.connect(self._on_scheme)
        self.size_field.activated.connect(self._on_size)
        self.language_field.activated.connect(self._on_language)
        self.spelling_box.clicked.connect(preferences.choose_spelling)
        self.hints_box.clicked.connect(preferences.choose_hints)
        preferences.writing.connect(self._show)
        # Initial update
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "language_field"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            for at, (name, _dark) in enumerate(SCHEMES):
                self.scheme_field.setItemText(at, _(name))
            self._show()
        elif event.type() == QEvent.Type.FontChange:     # also Ctrl++ while this is open
            self._show()

    def _show(self) -> None:
        self.scheme_field.setCurrentIndex([dark for _name, dark in SCHEMES].index(self._preferences.dark))
        self.size_field.setCurrentIndex(self.size_field.findData(self._preferences.size))
        self.language_field.setCurrentIndex(self.language_field.findData(language()))
        there = find_dictionary() is not None
        self.spelling_box.setEnabled(there)
        self.spelling_box.setChecked(there and self._preferences.checks_spelling)
        self.spelling_hint.setText(
            _("F7 goes to the next one and suggests others. All of it stays on this computer.") if there
            else _("There is no Danish dictionary on this computer. On Debian, whoever looks after it installs the "
                   "package hunspell-da; on Windows it comes with LibreOffice. Then start Borgerplan again."))
        self.hints_box.setChecked(self._preferences.gives_hints)

    def _on_scheme(self, at: int) -> None:
        self._preferences.choose_scheme(self.scheme_field.itemData(at))

    def _on_size(self, at: int) -> None:
        self._preferences.choose_size(float(self.size_field.itemData(at)))

    def _on_language(self, at: int) -> None:
        self._preferences.choose_language(str(self.language_field.itemData(at)))
