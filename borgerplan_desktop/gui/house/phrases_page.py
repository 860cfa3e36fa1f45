"""Herberget, Husets ord: the shelter's phrases, and the words it has put in the dictionary. Stored as they are left."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session import shelter_words
from borgerplan_desktop.casework.session.half_typed import PHRASE, Words
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import Follow
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.phrases import EXAMPLES
from borgerplan_desktop.model.shelter import OwnWord, Phrase

SHORT_WIDE, NEED = 150, 450                              # design pixels; a new phrase that has less stands in lines
FEW = 30                                                 # rows at once


class PhrasesPage(QWidget):
    """What another window changes meanwhile shows here too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._shelter, half_typed = desk, desk.opened, desk.half_typed
        self.hint, self.empty = plain_label("", "small", self, wrap=True), plain_label("", "muted", self, wrap=True)
        self.examples = button("", "plus", "ghost", self)
        self.phrases: RowColumn[Phrase, PhraseLine] = RowColumn(self._phrase_line, 6, self, few=FEW)
        self.short, self.text = QLineEdit(self), GrowingTextEdit("", 1, 6, self)
        self.add = button("", "plus", "", self)
        self.trouble = plain_label("", "bad", self, wrap=True)
        self._unused, self._words = plain_label("", "smallbold", self), plain_label("", "smallbold", self)
        self.unused: RowColumn[Phrase, UnusedLine] = RowColumn(self._unused_line, 2, self, few=FEW)
        self.none_yet = plain_label("", "muted", self, wrap=True)
        self.words: RowColumn[OwnWord, WordLine] = RowColumn(self._word_line, 2, self, few=FEW)
        self.short.setFixedWidth(px(SHORT_WIDE))
        self.short.setMaxLength(LONGEST_LINE)
        new = SideBySide(NEED, 6, self)
        for part, stretch in ((self.short, 0), (self.text, 1), (self.add, 0)):
            new.add(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.hint, self.empty, self.examples):
            column.addWidget(each)
        column.addWidget(new)
        for each in (self.trouble, self.phrases, self._unused, self.unused, self._words,
                     self.none_yet, self.words):
            column.addWidget(each)
        column.addStretch(1)
        self.trouble.hide()
        # Signals
        self.short.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.examples.clicked.connect(self._on_examples)
        desk.settle.connect(self.store)
        desk.leave.connect(self.stop)
        desk.changed.connect(self._on_changes)
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
        """The shelter's case is left: what is typed is stored or kept; what is no phrase yet stands there again next
        time.
        """
        if self.short.text().strip() and self.text.toPlainText().strip():
            self._on_add()
        for line in self.phrases.widgets():
            if not line.store():
                line.keep(self._desk)
        self._follow.now()
        self._follow.leave()

    def store(self) -> bool:
        """What is typed in the phrases there are, now; whether all of it could be: else the first thing in the way is
        said, and it stays.
        """
        return all(line.store() for line in self.phrases.widgets())

    def act(self, act: Callable[..., Any], *args: Any, typed: str = "") -> bool:
        """Do it; what stands in the way is said on the page, and what was typed where it has no place. Whether it was
        done.
        """
        self.trouble.hide()
        try:
            act(self._shelter, *args)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            self.say_changed(typed)
        else:
            return True
        return False

    def say_changed(self, typed: str = "") -> None:
        """Somebody else was here first; `typed` found no place, and can be copied from what is said."""
        say(self.trouble, " ".join(filter(None, (
            _("The same has just been changed somewhere else."), _("What stands now is shown."),
            _("You wrote: »{words}«").format(words=typed) if typed else ""))))

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

    def _phrase_line(self, phrase: Phrase) -> PhraseLine:
        return PhraseLine(phrase, self)

    def _unused_line(self, phrase: Phrase) -> UnusedLine:
        return UnusedLine(phrase, self)

    def _word_line(self, word: OwnWord) -> WordLine:
        return WordLine(word, self)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(Phrase) or changes.touches(OwnWord):
            self._show()

    def _on_add(self) -> bool:
        before = {each.id for each in shelter_words.phrases(self._shelter)}
        if not self.act(shelter_words.add_phrase, self.short.text(), self.text.toPlainText()):
            return False
        for each in shelter_words.phrases(self._shelter):
            if each.id not in before:
                self.phrases.reach(each)
        self.short.clear()
        self.text.clear()
        self.short.setFocus()
        return True

    def _on_examples(self) -> None:
        if self.act(shelter_words.add_phrases, [(_(short), _(text)) for short, text in EXAMPLES]):
            self.short.setFocus()


class _Line(QWidget):
    """One row of the page: what it is about, and its button."""

    def __init__(self, page: PhrasesPage, row: Phrase | OwnWord, words: str, press: str, about: str) -> None:
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

    def __init__(self, phrase: Phrase, page: PhrasesPage) -> None:
        super().__init__(page, phrase, f"/{phrase.short}   {phrase.text}", _("Use again"),
                         _("Use /{short} again").format(short=phrase.short))

    def _on_press(self) -> None:
        self.page.act(shelter_words.retire_phrase, self.row, False)


class WordLine(_Line):
    """A word of the shelter's own."""

    def __init__(self, word: OwnWord, page: PhrasesPage) -> None:
        super().__init__(page, word, word.word, _("Remove"),
                         _("Take »{word}« out of the dictionary").format(word=word.word))
        self._word = word.word

    def _on_press(self) -> None:
        self.page.act(shelter_words.remove_word, self._word)


class PhraseLine(QWidget):
    """A phrase in use: its short name and words are stored when they are left."""

    def __init__(self, phrase: Phrase, page: PhrasesPage) -> None:
        super().__init__(page)
        self._page, self.phrase = page, phrase
        self._known = ("", "")                           # as it stood here before somebody typed
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
        short, text = stored = self.phrase.short, self.phrase.text
        if self._typed() == self._known:
            self._show(*stored)
        self.short.setAccessibleName(_("Short name of /{short}").format(short=short))
        self.text.setAccessibleName(_("Words of /{short}").format(short=short))
        name = _("Do not use /{short} any more").format(short=short)
        self.gone.setAccessibleName(name)
        set_tip(self.gone, name)

    def store(self) -> bool:
        """What stands in the fields; what cannot be stored is said, and stays there. Whether all of it is stored.

        Where somebody else has changed the same meanwhile, theirs stays, and what was typed is said.
        """
        typed, known = self._typed(), self._known
        if typed == known or not self.phrase.exists:
            return True
        stored = self.phrase.short, self.phrase.text
        mine = [new for new, old in zip(typed, known, strict=True) if new != old]
        if any(new not in (old, now) and now != old for new, old, now in zip(typed, known, stored, strict=True)):
            self._show(*stored)
            self._page.say_changed(" ".join(mine))
            return False
        wanted = [new if new != old else now for new, old, now in zip(typed, known, stored, strict=True)]
        done = self._page.act(shelter_words.change_phrase, self.phrase, *wanted, typed=" ".join(mine))
        if done or (self.phrase.short, self.phrase.text) != stored:
            self._show(self.phrase.short, self.phrase.text)
        return done

    def keep(self, desk: Desk) -> None:
        """What cannot be stored becomes a draft."""
        for column, typed, known in zip((Phrase.short, Phrase.text), self._typed(), self._known, strict=True):
            if typed != known and self.phrase.exists:
                desk.save_draft(self.phrase, column.key, typed)

    def _typed(self) -> tuple[str, str]:
        return self.short.text(), self.text.toPlainText()

    def _show(self, short: str, text: str) -> None:
        for edit, now, words in ((self.short, self.short.text(), short), (self.text, self.text.toPlainText(), text)):
            if now != words:                             # the cursor stays where it is
                edit.setText(words) if isinstance(edit, QLineEdit) else edit.setPlainText(words)
        self._known = self._typed()

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
