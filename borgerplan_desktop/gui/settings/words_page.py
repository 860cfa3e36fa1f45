"""Settings: the shelter's own phrases, and the words it has put in the dictionary. Stored as they are left."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session import shelter_words
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.half_typed import PHRASE, HalfTyped, Words
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.unsaved_input import Follow
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.phrases import EXAMPLES, LONGEST_PHRASE
from borgerplan_desktop.model.shelter import OwnWord, Phrase

SHORT_WIDE = 150                                         # design pixels


class WordsPage(QWidget):
    """What another window changes meanwhile shows here too."""

    def __init__(self, archive: Archive, parent: QWidget | None = None, half_typed: HalfTyped | None = None) -> None:
        super().__init__(parent)
        self._archive, self._shelter = archive, archive.shelter
        self.hint, self.empty = plain_label("", "small", self, wrap=True), plain_label("", "muted", self, wrap=True)
        self.examples = button("", "plus", "ghost", self)
        self.phrases: RowColumn[Phrase, PhraseLine] = RowColumn(self._phrase_line, 6, self)
        self.short, self.text = QLineEdit(self), GrowingTextEdit("", 1, 6, self)
        self.add = button("", "plus", "", self)
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.undo = button("", "undo", "quiet", self)
        self._unused, self._words = plain_label("", "smallbold", self), plain_label("", "smallbold", self)
        self.unused: RowColumn[Phrase, UnusedLine] = RowColumn(self._unused_line, 2, self)
        self.none_yet = plain_label("", "muted", self, wrap=True)
        self.words: RowColumn[OwnWord, WordLine] = RowColumn(self._word_line, 2, self, few=30)
        self.short.setFixedWidth(px(SHORT_WIDE))
        self.short.setMaxLength(LONGEST_LINE)
        new = QHBoxLayout()
        for part, stretch in ((self.short, 0), (self.text, 1), (self.add, 0)):
            new.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.hint, self.empty, self.examples):
            column.addWidget(each)
        column.addLayout(new)
        for each in (self.trouble, self.undo, self.phrases, self._unused, self.unused, self._words,
                     self.none_yet, self.words):
            column.addWidget(each)
        column.addStretch(1)
        self.trouble.hide()
        # Signals
        self.short.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.examples.clicked.connect(self._on_examples)
        self.undo.clicked.connect(self._on_undo)
        self._shelter.listen(self._on_changes)
        # Initial update
        begun = half_typed.begun(PHRASE) if half_typed is not None else {}
        self.short.setText(begun.get(Phrase.short.key, ""))
        self.text.setPlainText(begun.get(Phrase.text.key, ""))
        self._follow = Follow(self, half_typed, PHRASE, "", self._half, [self.short, self.text])
        self._name()
        self._show()

    def _half(self) -> list[Words]:
        typed = ((Phrase.short.key, self.short.text()), (Phrase.text.key, self.text.toPlainText()))
        return [Words("", "", field, text) for field, text in typed if text.strip()]

    def stop(self) -> None:
        """The dialog goes: what is typed is stored; what is no phrase yet stands there again next time."""
        if self.short.text().strip() and self.text.toPlainText().strip():
            self._on_add()
        self._follow.now()
        self._follow.leave()
        for line in self.phrases.widgets():
            line.store()
        self._shelter.unlisten(self._on_changes)

    def act(self, act: Callable[..., Any], *args: Any) -> bool:
        """Do it; what stands in the way is said on the page. Whether it was done."""
        self.trouble.hide()
        try:
            act(self._shelter, *args)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))
        else:
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "words"):
            self._name()
            self._show()

    def _name(self) -> None:
        self.hint.setText(_("Type / and the first letters of the short name in any text, and Enter puts the phrase in. "
                            "{fornavn} becomes what the citizen is called. The same for everybody in the shelter."))
        self.empty.setText(_("No phrases yet. What do you write every day? E.g. “next” for “Next step: Jonas and I do "
                             "it together on Monday”."))
        _call(self.examples, _("Begin with ten ready ones"))
        _call(self.add, _("Add phrase"))
        for edit, name in ((self.short, _("Short name")), (self.text, _("The phrase"))):
            edit.setPlaceholderText(name)
            edit.setAccessibleName(name)
        self._unused.setText(_("Not used any more"))
        self._words.setText(_("Words in our own dictionary"))
        self.none_yet.setText(_("None yet. The menu of an underlined word puts it here."))

    def _show(self) -> None:
        there = shelter_words.phrases(self._shelter)
        used, unused = [each for each in there if not each.retired], [each for each in there if each.retired]
        words = shelter_words.own_words(self._shelter)
        for part, shown in ((self.empty, not there), (self.examples, not there), (self._unused, bool(unused)),
                            (self.none_yet, not words)):
            part.setVisible(shown)
        self.phrases.show_rows(used)
        for line in self.phrases.widgets():
            line.show_stored()
        self.unused.show_rows(unused)
        self.words.show_rows(words)
        done = self._shelter.done
        self.undo.setVisible(bool(done))
        if done:
            _call(self.undo, _("Undo: {action}").format(action=_(done[-1].name)))

    def _phrase_line(self, phrase: Phrase) -> PhraseLine:
        return PhraseLine(phrase, self)

    def _unused_line(self, phrase: Phrase) -> UnusedLine:
        return UnusedLine(phrase, self)

    def _word_line(self, word: OwnWord) -> WordLine:
        return WordLine(word, self)

    def _on_changes(self, _changes: Changes) -> None:
        self._show()

    def _on_add(self) -> None:
        if self.act(shelter_words.add_phrase, self.short.text(), self.text.toPlainText()):
            self.short.clear()
            self.text.clear()
            self.short.setFocus()

    def _on_examples(self) -> None:
        if self.act(shelter_words.add_phrases, [(_(short), _(text)) for short, text in EXAMPLES]):
            self.short.setFocus()

    def _on_undo(self) -> None:
        self.act(type(self._shelter).undo)
        self._show()                                     # a step that could not be undone is gone


class _Line(QWidget):
    """One row of the page: what it is about, and its button."""

    def __init__(self, page: WordsPage, row: Phrase | OwnWord, words: str, press: str, about: str) -> None:
        super().__init__(page)
        self.page, self.row = page, row
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.words: QLabel = plain_label(words, "", self, wrap=True)
        self.press: QPushButton = button(press, "", "quiet", self)
        self.press.setAccessibleName(about)
        self.setFocusProxy(self.press)
        line.addWidget(self.words, 1)
        line.addWidget(self.press)
        self.press.clicked.connect(self._on_press)

    def _on_press(self) -> None:
        raise NotImplementedError


class UnusedLine(_Line):
    """A phrase that is not offered any more."""

    def __init__(self, phrase: Phrase, page: WordsPage) -> None:
        super().__init__(page, phrase, f"/{phrase.short}   {phrase.text}", _("Use again"),
                         _("Use /{short} again").format(short=phrase.short))

    def _on_press(self) -> None:
        self.page.act(shelter_words.retire_phrase, self.row, False)


class WordLine(_Line):
    """A word of the shelter's own."""

    def __init__(self, word: OwnWord, page: WordsPage) -> None:
        super().__init__(page, word, word.word, _("Remove"),
                         _("Take »{word}« out of the dictionary").format(word=word.word))
        self._word = word.word

    def _on_press(self) -> None:
        self.page.act(shelter_words.remove_word, self._word)


class PhraseLine(QWidget):
    """A phrase in use: its short name and words are stored when they are left."""

    def __init__(self, phrase: Phrase, page: WordsPage) -> None:
        super().__init__(page)
        self._page, self.phrase = page, phrase
        self.short, self.text = QLineEdit(self), GrowingTextEdit("", 1, 6, self)
        self.short.setFixedWidth(px(SHORT_WIDE))
        self.short.setMaxLength(LONGEST_LINE)
        self.gone = icon_button("close", "", self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.short, 0), (self.text, 1), (self.gone, 0)):
            line.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.short)
        self.show_stored()
        self.short.editingFinished.connect(self.store)
        self.text.installEventFilter(self)
        self.gone.clicked.connect(self._on_gone)

    def show_stored(self) -> None:
        """As it stands in the archive; what somebody types here just now stays."""
        if not self.phrase.exists:
            return
        short, text = self.phrase.short, self.phrase.text
        if not self.short.hasFocus():
            self.short.setText(short)
        if not self.text.hasFocus():
            self.text.setPlainText(text)
        self.short.setAccessibleName(_("Short name of /{short}").format(short=short))
        self.text.setAccessibleName(_("Words of /{short}").format(short=short))
        name = _("Do not use /{short} any more").format(short=short)
        self.gone.setAccessibleName(name)
        set_tip(self.gone, name)

    def store(self) -> None:
        """What stands in the fields; what cannot be stored is said, and stays in the field."""
        wanted = self.short.text(), self.text.toPlainText()[:LONGEST_PHRASE + 1]
        if self.phrase.exists and wanted != (self.phrase.short, self.phrase.text):
            self._page.act(shelter_words.change_phrase, self.phrase, *wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.store()
        return False

    def _on_gone(self) -> None:
        self.store()
        self._page.act(shelter_words.retire_phrase, self.phrase)


def _call(pressed: QPushButton, words: str) -> None:
    pressed.setText(words.replace("&", "&&"))
    pressed.setAccessibleName(words)
