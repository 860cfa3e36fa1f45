"""The settings: one section at a time, everything in force at once."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.settings.backup_page import BackupPage
from borgerplan_desktop.gui.settings.deadlines_page import DeadlinesPage
from borgerplan_desktop.gui.settings.languages_page import LanguagesPage
from borgerplan_desktop.gui.settings.password_page import PasswordPage
from borgerplan_desktop.gui.settings.preferences_page import PreferencesPage
from borgerplan_desktop.gui.settings.professionals_page import ProfessionalsPage
from borgerplan_desktop.gui.settings.recovery_code_page import RecoveryCodePage
from borgerplan_desktop.gui.settings.shelter_page import ShelterPage
from borgerplan_desktop.gui.settings.staff_page import StaffPage
from borgerplan_desktop.gui.settings.welcome_page import WelcomePage
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.i18n import N_, _

SECTIONS = (("house", N_("The shelter")), ("clock", N_("Deadlines and reminders")),
            ("sun", N_("Welcome and house rules")), ("link", N_("Professionals and units")),
            ("interpreter", N_("Languages of the papers")),
            ("people", N_("Colleagues")), ("lock", N_("My password")), ("eye", N_("How it looks and helps")),
            ("disk", N_("Backup")), ("key", N_("Recovery code")))
SAID = QRegularExpression("trouble$|^outcome$")          # labels that tell what just happened


class SettingsDialog(Dialog):
    """`restore_wanted()` when a backup shall be brought back, `words_wanted()` when the words of the house are."""

    form = "settings_dialog"
    drawn = (900, 680)

    restore_wanted = Signal()
    words_wanted = Signal()

    sections_list: QListWidget
    pages_scroll: QScrollArea
    section_title: QLabel
    pages: QWidget
    pages_layout: QVBoxLayout
    words_button: QPushButton
    close_button: QPushButton

    def __init__(self, archive: Archive, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pages = self.pages
        everybodys(self)
        self._shelter = ShelterPage(archive, pages)
        self._deadlines = DeadlinesPage(archive, pages)
        self._backup = BackupPage(archive, pages)
        self._welcome = WelcomePage(archive, pages)
        self._professionals = ProfessionalsPage(archive, pages)
        self._languages = LanguagesPage(archive, pages)
        self._pages = (self._shelter, self._deadlines, self._welcome, self._professionals, self._languages,
                       StaffPage(archive, pages),
                       PasswordPage(archive, pages), PreferencesPage(preferences, pages), self._backup,
                       RecoveryCodePage(archive, pages))
        for page in self._pages:
            page.hide()                                  # the one in front alone decides how tall the column is
            self.pages_layout.addWidget(page)
        for symbol, name in SECTIONS:
            self.sections_list.addItem(QListWidgetItem(icon(symbol, "muted"), _(name)))
        # Signals
        self.sections_list.currentRowChanged.connect(self._on_section)
        self._backup.restore_wanted.connect(self.restore_wanted)
        self.words_button.clicked.connect(self._on_words)
        self.close_button.clicked.connect(self.accept)
        # Initial update
        self.sections_list.setCurrentRow(0)
        self.sections_list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is for the field; no button of another section is pressed by it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and not isinstance(keyboard_in(self), QPushButton)):
            super().keyPressEvent(event)

    def _on_words(self) -> None:
        self.accept()
        self.words_wanted.emit()

    def done(self, result: int) -> None:
        """What is typed is stored before the dialog goes."""
        self._shelter.stop()
        self._deadlines.store()
        self._welcome.store()
        self._professionals.stop()
        self._languages.stop()
        self._backup.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sections_list"):
            for at, (_symbol, name) in enumerate(SECTIONS):
                self.sections_list.item(at).setText(_(name))
            self.section_title.setText(_(SECTIONS[self.sections_list.currentRow()][1]))
            for said in self.findChildren(QLabel, SAID):     # in the other language
                said.clear()
                said.hide()
            self._welcome.store()
            self._shelter.store()                        # if something is the matter there, it says so again

    def _on_section(self, at: int) -> None:
        for page in self._pages:
            page.setVisible(page is self._pages[at])
        self.section_title.setText(_(SECTIONS[at][1]))
        self.pages_scroll.verticalScrollBar().setValue(0)
