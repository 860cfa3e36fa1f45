"""Help while one writes, in every field of prose: one for each session, gone with all it knows when the screen locks.

Prose is what is written in a text edit. Names, numbers and addresses stand in line edits, or in what says that it is
none (`widgets.prose`).
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from borgerplan_desktop.casework.open_case import Conflict, OpenCase, StoreTrouble
from borgerplan_desktop.casework.session import shelter_words
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.appearance.reading_order import stops
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.prose import is_everybodys, is_prose
from borgerplan_desktop.gui.writing.field_help import FieldHelp
from borgerplan_desktop.gui.writing.speller import Speller
from borgerplan_desktop.gui.writing.word_menu import SaidLine, WordMenu
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.phrases import Offered
from borgerplan_desktop.model.shelter import OwnWord, Phrase
from borgerplan_desktop.model.words_to_check import as_known, is_named, names_in


class WritingHelp(QObject):
    """`desk()` gives the case on the desk. `preferences` None = everything is on."""

    def __init__(self, window: QWidget, shelter: OpenCase, desk: Callable[[], Desk | None],
                 preferences: Preferences | None = None, folders: Iterable[Path] | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent or window)
        self._window, self._shelter, self._desk, self._preferences = window, shelter, desk, preferences
        self.speller = Speller(folders, self)
        self._menu = WordMenu(self)
        self._menu.next_wanted.connect(self.go_to_next)
        self._names: frozenset[str] = frozenset()        # of the case
        self._register: frozenset[str] = frozenset()     # and of the shelter
        self._own: frozenset[str] = frozenset()
        self._offered: Offered | None = None
        self._seeks: tuple[list[QPlainTextEdit], int] | None = None      # F7: where it looks, and from where
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self.speller.told.connect(self._on_told)
        shelter.listen(self._on_shelter)
        if preferences is not None:
            preferences.writing.connect(self._on_choice)
        self._on_shelter(None)

    def stop(self) -> None:
        """The session ends: nothing that was read or asked is remembered."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        self._shelter.unlisten(self._on_shelter)
        if self._preferences is not None:
            self._preferences.writing.disconnect(self._on_choice)
        self.speller.forget()
        self._names = self._register = self._own = frozenset()
        self._offered = None
        self._seeks = None
        self.deleteLater()

    # ------------------------------------------------------------------------------------------- what fields ask
    @property
    def checks_spelling(self) -> bool:
        return self._preferences is None or self._preferences.checks_spelling

    @property
    def gives_hints(self) -> bool:
        return self._preferences is None or self._preferences.gives_hints

    def is_known(self, word: str) -> bool:
        """Whether it is a name of the case or the shelter, or a word of the shelter's own."""
        return as_known(word) in self._own or is_named(word, self._names) or is_named(word, self._register)

    def is_own(self, word: str) -> bool:
        return as_known(word) in self._own

    def phrases(self) -> Offered:
        """Read once, and again when they have changed."""
        if self._offered is None:
            self._offered = Offered(self._shelter.case.all(Phrase))
        return self._offered

    def called(self, edit: QPlainTextEdit) -> str:
        """What the citizen of the case is called; "" where it would be read by others' plans."""
        desk = self._desk() if not is_everybodys(edit) else None
        citizens = desk.case.all(Citizen) if desk is not None else []
        return citizens[0].first_name if citizens else ""

    def step(self) -> None:
        """What was typed until now, and what is written next, are two steps of undo."""
        desk = self._desk()
        if desk is not None:
            desk.settle.emit()
            desk.opened.end_typing()

    def add_word(self, word: str, _checked: bool = False) -> None:
        self._keep(shelter_words.add_word, word)

    def remove_word(self, word: str, _checked: bool = False) -> None:
        self._keep(shelter_words.remove_word, word)

    def no_more_hints(self) -> None:
        if self._preferences is not None:
            self._preferences.choose_hints(False)

    def _keep(self, act: Callable[[OpenCase, str], None], word: str) -> None:
        try:
            act(self._shelter, word)
        except (StoreTrouble, Conflict):                 # the word stays underlined: nothing of anybody's is lost
            return

    # ------------------------------------------------------------------------------------------- what happens
    def help_in(self, edit: QPlainTextEdit) -> FieldHelp:
        """The help of that field, made the first time."""
        there = edit.findChild(FieldHelp, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return there or FieldHelp(edit, self)

    def come_into(self, edit: QPlainTextEdit) -> None:
        """Somebody begins to write there, or goes on."""
        if is_prose(edit):
            self._names = self._read_names()
            self.help_in(edit).look_soon()
            if self.checks_spelling:
                self.speller.wake()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QPlainTextEdit):
            self.come_into(new)

    def _read_names(self) -> frozenset[str]:
        desk = self._desk()
        return names_in(desk.case) if desk is not None else frozenset()

    def _on_shelter(self, _changes: object) -> None:
        self._offered = None
        self._register = names_in(self._shelter.case)
        self._own = frozenset(as_known(each.word) for each in self._shelter.case.all(OwnWord))
        self._on_choice()

    def _on_choice(self) -> None:
        if not self.checks_spelling and self.speller.is_running:
            self.speller.forget()
        here = QApplication.focusWidget()
        if isinstance(here, QPlainTextEdit):
            there = here.findChild(FieldHelp, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if there is not None:
                there.look()

    # ------------------------------------------------------------------------------------------- F7
    def go_to_next(self) -> None:
        """The next word on this page that the dictionary does not know, with its menu."""
        self._menu.close()
        if not self.speller.is_there:
            self._say(_("There is no Danish dictionary on this computer."))
            return
        if not self.checks_spelling:
            self._say(_("Underlining is turned off. It is turned on in the settings, under »How it looks«."))
            return
        fields = [each for each in stops(self._window) if isinstance(each, QPlainTextEdit) and is_prose(each)]
        here = QApplication.focusWidget()
        start = 0
        if isinstance(here, QPlainTextEdit) and here in fields:
            at = fields.index(here)
            fields, start = [*fields[at:], *fields[:at + 1]], here.textCursor().selectionEnd()
        self._names = self._read_names()
        self._seeks = (fields, start)
        self._seek()

    def _on_told(self) -> None:
        if self._seeks is not None:
            self._seek()

    def _seek(self) -> None:
        while self._seeks is not None:
            fields, start = self._seeks
            if not fields:
                self._seeks = None
                self._say(_("The dictionary knows every word here."))
                return
            found = self.help_in(fields[0]).next_unknown(start)
            if found is True:
                return                                   # the dictionary is being asked: on we go when it has answered
            if found is False:
                self._seeks = (fields[1:], 0)
                continue
            self._seeks = None
            fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            fields[0].setTextCursor(found)
            fields[0].ensureCursorVisible()
            self.help_in(fields[0]).look_soon()
            if fields[0].hasFocus():
                self._menu.open(fields[0])

    def _say(self, words: str) -> None:
        here = QApplication.focusWidget()
        if isinstance(here, QPlainTextEdit):
            SaidLine(here, words)
