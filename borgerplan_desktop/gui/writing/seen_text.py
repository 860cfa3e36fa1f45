"""What of a field's text is in sight, and where its characters stand for Qt, which counts a smiley as two."""
from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

AROUND = 500                                             # characters before and after, so that a sentence is whole


class SeenText:
    """`text`, and `cursor(start, end)` over a part of it."""

    def __init__(self, edit: QPlainTextEdit, whole: bool = False) -> None:
        self._edit = edit
        first, last = (0, _length(edit)) if whole else _in_sight(edit)
        taken = QTextCursor(edit.document())
        taken.setPosition(first)
        taken.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self._first = first
        self.text = taken.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        self._wide = [] if self.text.isascii() else [at for at, each in enumerate(self.text) if ord(each) > 0xFFFF]

    def at(self, index: int) -> int:
        """Qt's position of a character."""
        return self._first + index + bisect_left(self._wide, index)

    def cursor(self, start: int, end: int) -> QTextCursor:
        made = QTextCursor(self._edit.document())
        made.setPosition(self.at(start))
        made.setPosition(self.at(end), QTextCursor.MoveMode.KeepAnchor)
        return made


def _length(edit: QPlainTextEdit) -> int:
    return edit.document().characterCount() - 1


def _in_sight(edit: QPlainTextEdit) -> tuple[int, int]:
    """From a word's beginning to a word's end; never more than what is near the lines in sight."""
    view = edit.viewport().rect()
    first = edit.cursorForPosition(QPoint(0, 0)).position()
    last = edit.cursorForPosition(view.bottomRight()).position()
    before = QTextCursor(edit.document().findBlock(first))
    if first - before.position() > AROUND:
        before.setPosition(first - AROUND)
        before.movePosition(QTextCursor.MoveOperation.NextWord)
    after = QTextCursor(edit.document().findBlock(last))
    after.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if after.position() - last > AROUND:
        after.setPosition(last + AROUND)
        after.movePosition(QTextCursor.MoveOperation.StartOfWord)
    return before.position(), max(before.position(), after.position())
