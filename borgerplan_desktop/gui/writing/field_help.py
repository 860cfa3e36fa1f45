"""Help in one field of prose: unknown words and official ones underlined while it has the keyboard, and the phrases."""
from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from borgerplan_desktop.gui.editing.asks_history import AsksHistory
from borgerplan_desktop.gui.widgets.label import show_tip
from borgerplan_desktop.gui.widgets.prose import is_citizens_own
from borgerplan_desktop.gui.widgets.text_menu import FillsMenu, text_menu
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.gui.writing.helps import Helps
from borgerplan_desktop.gui.writing.hint_line import HintLine
from borgerplan_desktop.gui.writing.phrase_list import PhraseList
from borgerplan_desktop.gui.writing.seen_text import SeenText
from borgerplan_desktop.gui.writing.underlines import Underline, Underlines
from borgerplan_desktop.gui.writing.word_menu import SaidLine
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.phrases import begun, filled
from borgerplan_desktop.model.plain_language import Hint, hints
from borgerplan_desktop.model.shelter import Phrase
from borgerplan_desktop.model.text import tidy_line
from borgerplan_desktop.model.words_to_check import Word, as_known, is_foreign, words_to_check

PAUSE_MS = 250                                           # after the last key
MOST_MARKS = 80                                          # in sight; more helps nobody
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
          Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _Mark(NamedTuple):
    cursor: QTextCursor
    hint: Hint | None                                    # None = a word the dictionary does not know


class FieldHelp(FillsMenu):
    """Made when the field is first gone into, and a child of it. Marks are only drawn: the text is as it was typed."""

    def __init__(self, edit: QPlainTextEdit, helps: Helps) -> None:
        super().__init__(edit)
        self._edit, self._helps = edit, helps
        self._marks: list[_Mark] = []
        self._ignored: set[str] = set()
        self._typing = self._slash = False
        self._described = ""
        self._underlines: Underlines | None = None
        self._list: PhraseList | None = None
        self._line: HintLine | None = None
        self._waits: tuple[str, QMenu, QAction, QTextCursor] | None = None       # for suggestions
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)
        edit.textChanged.connect(self._on_typed)
        edit.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        helps.speller.told.connect(self._on_told)
        helps.speller.suggested.connect(self._on_suggested)

    # ------------------------------------------------------------------------------------------------ what is marked
    def look(self) -> None:
        """Mark what is in sight, now."""
        self._pause.stop()
        if not self._edit.hasFocus() or not self._edit.isEnabled() or self._edit.isReadOnly():
            self.clear()
            return
        seen = SeenText(self._edit)
        self._marks = [*self._hints(seen), *self._unknown(seen)]
        self._draw()
        self._describe()
        self._tell_hint()

    def look_soon(self) -> None:
        """When nobody has typed for a moment."""
        self._typing = False
        self._pause.start()

    def clear(self) -> None:
        """Nothing is marked any more."""
        self._pause.stop()
        if self._marks:
            self._marks = []
            self._draw()
            self._describe()
        for each in (self._list, self._line):
            if each is not None:
                each.hide()

    def marked(self) -> list[str]:
        """The words the dictionary does not know, as they are underlined."""
        return [mark.cursor.selectedText() for mark in self._marks if mark.hint is None]

    def hinted(self) -> list[str]:
        """The words that could be plainer, as they are underlined."""
        return [mark.cursor.selectedText() for mark in self._marks if mark.hint is not None]

    def next_unknown(self, after: int) -> QTextCursor | bool:
        """The first unknown word that begins there or later; False = none, True = the dictionary is being asked."""
        seen = SeenText(self._edit, whole=True)
        words = [word for word in words_to_check(seen.text) if not self._is_known(word)]
        if unasked := [word.text for word in words if self._helps.speller.knows(word.text) is None]:
            self._helps.speller.ask(unasked)
            return self._helps.speller.is_there
        wrong = [word for word in words if self._helps.speller.knows(word.text) is False]
        if is_foreign(list(words_to_check(seen.text)), wrong):
            return False
        return next((seen.cursor(*word_span(word)) for word in wrong if seen.at(word.start) >= after), False)

    def _is_known(self, word: Word) -> bool:
        return as_known(word.text) in self._ignored or self._helps.is_known(word.text)

    def _unknown(self, seen: SeenText) -> list[_Mark]:
        if not self._helps.checks_spelling or not self._helps.speller.is_there:
            return []
        words = list(words_to_check(seen.text))
        asked = [word for word in words if not self._is_known(word)]
        self._helps.speller.ask(word.text for word in asked)
        wrong = [word for word in asked if self._helps.speller.knows(word.text) is False]
        if is_foreign(words, wrong):
            return []
        here = self._edit.textCursor().position() if self._typing else -1
        return [_Mark(seen.cursor(*word_span(word)), None) for word in wrong
                if not seen.at(word.start) < here <= seen.at(word.end)]

    def _hints(self, seen: SeenText) -> list[_Mark]:
        if not self._helps.gives_hints or is_citizens_own(self._edit):
            return []
        return [_Mark(seen.cursor(hint.start, hint.end), hint) for hint in hints(seen.text)]

    def _draw(self) -> None:
        if self._underlines is None:
            self._underlines = Underlines(self._edit)
        self._underlines.draw([Underline(mark.cursor, mark.hint is None) for mark in self._marks[:MOST_MARKS]])

    def _describe(self) -> None:
        """What is underlined, for who does not see it; a description of the field's own stays."""
        if self._edit.accessibleDescription() == self._described:
            count = len(self.marked())
            self._described = ngettext(
                "{n} word the dictionary does not know", "{n} words the dictionary does not know", count,
            ).format(n=count) if count else ""
            self._edit.setAccessibleDescription(self._described)

    def _mark_at(self, position: int, unknown: bool) -> _Mark | None:
        """The mark there; of several the shortest: a word before its sentence."""
        there = [mark for mark in self._marks if (mark.hint is None) is unknown
                 and mark.cursor.selectionStart() <= position <= mark.cursor.selectionEnd()]
        return min(there, key=_length, default=None)

    # ------------------------------------------------------------------------------------------------ what happens
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and watched is self._edit:
            if not isinstance(event, QFocusEvent) or event.reason() != Qt.FocusReason.PopupFocusReason:
                self.clear()                             # a menu of its own is open: it is still here
        elif kind == QEvent.Type.MouseButtonRelease and watched is not self._edit:
            self.look_soon()                             # the word is left
        elif isinstance(event, QHelpEvent) and watched is not self._edit:
            return self._tell_tip(event)
        elif isinstance(event, QContextMenuEvent) and not self._has_history():
            text_menu(self._edit, event).popup(event.globalPos())
            return True
        elif isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        press = event.type() == QEvent.Type.KeyPress
        if self._list is not None and not self._list.isHidden():
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            taken = self._list.chosen if event.key() in _TAKES else None
            if step or taken is not None or event.key() == Qt.Key.Key_Escape:
                event.accept()
                if not press:
                    return True
                if step:
                    self._list.step(step)
                elif taken is not None:
                    self._take(taken)
                else:
                    self._slash = False
                    self._list.hide()
                return True
        if event.key() == Qt.Key.Key_Period and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            mark = self._mark_at(self._edit.textCursor().position(), unknown=False)
            if mark is not None and mark.hint is not None and mark.hint.plain:
                event.accept()
                if press:
                    self._put(mark.cursor, mark.hint.plain)
                return True
        if press and event.key() in _MOVES:
            self.look_soon()
        if press and event.text() == "/":
            self._slash = True                           # now the phrases are looked for, and at no other key
        return False

    def _on_typed(self) -> None:
        if not self._edit.hasFocus():
            return
        self._typing = True
        self._pause.start()
        if self._line is not None:
            self._line.hide()
        if self._slash:
            self._offer()

    def _on_scrolled(self) -> None:
        if self._edit.hasFocus():
            self._pause.start()

    def _on_told(self) -> None:
        if self._edit.hasFocus() and not self._pause.isActive():
            self.look()

    def _has_history(self) -> bool:
        return self._edit.findChild(AsksHistory, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None

    # ------------------------------------------------------------------------------------------------ the phrases
    def _offer(self) -> None:
        cursor = self._edit.textCursor()
        typed = begun(cursor.block().text()[:cursor.positionInBlock()])
        found, rest = self._helps.phrases().matching(typed) if typed is not None else ([], 0)
        self._slash = typed is not None
        if self._list is None and found:
            self._list = PhraseList(self._edit.window())
            self._list.taken.connect(self._take)
            self.destroyed.connect(self._list.deleteLater)
        if self._list is not None:
            box = self._edit.cursorRect()
            corner = self._edit.viewport().mapToGlobal(box.topLeft())
            box.moveTopLeft(corner)
            self._list.offer(found, box, self._helps.called(self._edit), rest)

    def _take(self, phrase: Phrase) -> None:
        cursor = self._edit.textCursor()
        typed = begun(cursor.block().text()[:cursor.positionInBlock()])
        self._slash = False
        if self._list is not None:
            self._list.hide()
        if typed is None:
            return
        cursor.setPosition(cursor.position() - len(typed) - 1, QTextCursor.MoveMode.KeepAnchor)
        self._put(cursor, filled(phrase.text, self._helps.called(self._edit)))

    def _put(self, cursor: QTextCursor, words: str) -> None:
        """Other words instead of these, as a step of its own for Ctrl+Z."""
        self._helps.step()
        there = QTextCursor(cursor)
        there.insertText(tidy_line(words) if isinstance(self._edit, WrappedLine) else words)
        self._edit.setTextCursor(there)
        self._helps.step()
        self._typing = False
        self.look()

    # ------------------------------------------------------------------------------------------------ the hints
    def _tell_hint(self) -> None:
        mark = None if self._typing else self._mark_at(self._edit.textCursor().position(), unknown=False)
        if mark is None or mark.hint is None:
            if self._line is not None:
                self._line.hide()
            return
        self._hint_line().tell(said(mark.hint), mark.hint.plain)

    def _hint_line(self) -> HintLine:
        if self._line is None:
            self._line = HintLine(self._edit)
            self._line.put_wanted.connect(self._on_put_wanted)
            self._line.off_wanted.connect(self._on_no_more)
            self.destroyed.connect(self._line.deleteLater)
        return self._line

    def _on_no_more(self) -> None:
        self._helps.no_more_hints()
        if not self._helps.gives_hints:
            self._hint_line().tell(_("No more hints. In the settings, under »{section}«, they come back.").format(
                section=_("How it looks and helps")), off=False)

    def _on_put_wanted(self) -> None:
        mark = self._mark_at(self._edit.textCursor().position(), unknown=False)
        if mark is not None and mark.hint is not None:
            self._put(mark.cursor, mark.hint.plain)

    def _tell_tip(self, event: QHelpEvent) -> bool:
        """What the underline below the mouse means."""
        position = self._edit.cursorForPosition(event.pos()).position()
        unknown, hint = self._mark_at(position, unknown=True), self._mark_at(position, unknown=False)
        if unknown is not None:
            words = _("The dictionary does not know »{word}«. The menu of the word suggests others.").format(
                word=unknown.cursor.selectedText())
        elif hint is not None and hint.hint is not None:
            words = said(hint.hint)
        else:
            return False
        show_tip(event.globalPos(), words, self._edit)
        return True

    def told_below(self) -> str:
        """What the line below the field says, "" when there is none."""
        return self._line.words.words() if self._line is not None and not self._line.isHidden() else ""

    # ------------------------------------------------------------------------------------------------ the menu
    def fill_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        if not self._edit.hasFocus():
            return
        self._typing = False
        self.look()
        first = menu.actions()[0] if menu.actions() else None
        position = cursor.position()
        before = len(menu.actions())
        unknown, hint = self._mark_at(position, unknown=True), self._mark_at(position, unknown=False)
        if unknown is not None:
            word = unknown.cursor.selectedText()
            looking = self._add(menu, first, _("Looking for suggestions …"))
            looking.setEnabled(False)
            self._waits = word, menu, looking, unknown.cursor
            self._helps.speller.suggest(word)
            menu.insertSeparator(first) if first is not None else menu.addSeparator()
            learn = self._add(menu, first, _("Put »{word}« in the dictionary").format(word=word))
            learn.triggered.connect(partial(self._learn, word))
            ignore = self._add(menu, first, _("Not in this text"))
            ignore.triggered.connect(partial(self._ignore, word))
        else:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            word = cursor.selectedText()
            if word and self._helps.is_own(word):
                taken = self._add(menu, first, _("Take »{word}« out of the dictionary").format(word=word))
                taken.triggered.connect(partial(self._helps.remove_word, word))
        if hint is not None and hint.hint is not None:
            told = self._add(menu, first, said(hint.hint))
            told.setEnabled(False)
            if hint.hint.plain:
                put = self._add(menu, first, _("Write »{plain}«").format(plain=hint.hint.plain) + "\tCtrl+.")
                put.triggered.connect(partial(self._put, hint.cursor, hint.hint.plain))
            self._add(menu, first, _("No more hints")).triggered.connect(self._on_no_more)
        if first is not None and len(menu.actions()) > before:
            menu.insertSeparator(first)

    def _add(self, menu: QMenu, before: QAction | None, words: str) -> QAction:
        made = QAction(words.replace("&", "&&"), menu)
        menu.insertAction(before, made) if before is not None else menu.addAction(made)
        return made

    def _on_suggested(self, word: str, words: list[str]) -> None:
        if self._waits is None or self._waits[0] != word:
            return
        _word, menu, looking, cursor = self._waits
        self._waits = None
        try:
            if not words:
                looking.setText(_("No suggestions"))
                return
            for each in words:
                self._add(menu, looking, each).triggered.connect(partial(self._put, cursor, each))
            menu.removeAction(looking)
            menu.setActiveAction(menu.actions()[0])
        except RuntimeError:                             # the menu was closed meanwhile
            return

    def _learn(self, word: str, _checked: bool = False) -> None:
        self._helps.add_word(word)
        if self._helps.is_own(word):
            SaidLine(self._edit, _("»{word}« is in the dictionary of the shelter now. The menu of the word takes it "
                                   "out again.").format(word=word))

    def _ignore(self, word: str, _checked: bool = False) -> None:
        self._ignored.add(as_known(word))
        self.look()


def said(hint: Hint) -> str:
    """The hint in words."""
    return _(hint.says).format(word=hint.word, plain=hint.plain or hint.better)


def word_span(word: Word) -> tuple[int, int]:
    return word.start, word.end


def _length(mark: _Mark) -> int:
    return mark.cursor.selectionEnd() - mark.cursor.selectionStart()
