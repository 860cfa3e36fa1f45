"""The text of an earlier plan, to mark passages in: what is settled is tinted, what is marked can be drawn away."""
from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from borgerplan_desktop.gui.appearance.theme import colour
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.papers import EarlierPlan, Passage, PassageUse
from borgerplan_desktop.model.settled import Span, next_left, pieces, text_of, trimmed


class PassageText(QPlainTextEdit):
    """`pressed(letter)`, `menu_wanted(where)`: what the marked part shall become. `dragged`, `dropped` (global)."""

    pressed = Signal(str)
    menu_wanted = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    given_up = Signal()                                  # the drag
    stood = Signal()                                     # the cursor stands somewhere else

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: EarlierPlan | None = None
        self._text, self._wide = "", list[int]()         # where characters stand that are two of Qt's
        self._from: QPoint | None = None
        self._moving = False
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                     | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAcceptDrops(False)
        self.setProperty("role", "quote")
        self.setAccessibleName(_("The text of the earlier plan"))
        self.setAccessibleDescription(_(
            "Alt and the arrow down mark the next sentence that is left. A letter says what it becomes, Enter shows "
            "everything it can become."))
        self.cursorPositionChanged.connect(self.stood)

    # ------------------------------------------------------------------------------------------- what is shown
    def show_plan(self, plan: EarlierPlan | None) -> None:
        """Its text; the mark and what is in sight stay where they are when it is the same."""
        text = text_of(plan) if plan is not None else ""
        if plan is not self._plan or text != self._text:
            self._plan, self._text = plan, text
            self._wide = [at for at, each in enumerate(text) if ord(each) > 0xFFFF]
            self.setPlainText(text)
        self._tint()

    def _tint(self) -> None:
        shown = []
        for piece in pieces(self._plan) if self._plan is not None and self._plan.exists else []:
            if piece.by:
                each = QTextEdit.ExtraSelection()
                cursor, look = self._cursor((piece.start, piece.end)), QTextCharFormat()
                if all(passage.use is PassageUse.LEFT_OUT for passage in piece.by):
                    look.setForeground(colour("muted"))
                    look.setFontStrikeOut(True)
                else:
                    look.setBackground(colour("soft"))
                    look.setForeground(QColor(colour("soft_text")))
                each.cursor, each.format = cursor, look  # type: ignore[attr-defined]
                shown.append(each)
        self.setExtraSelections(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_wide"):
            self._tint()

    # ------------------------------------------------------------------------------------------- what is marked
    def marked(self) -> Span:
        """The marked part; without a mark, nothing."""
        cursor = self.textCursor()
        return trimmed(self._text, (self._ours(cursor.selectionStart()), self._ours(cursor.selectionEnd())))

    def words(self) -> str:
        """The words that are marked."""
        return self._text[slice(*self.marked())]

    def mark(self, span: Span) -> None:
        self.setTextCursor(self._cursor(span))
        self.ensureCursorVisible()

    def unmark(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def mark_next(self, way: int = 1) -> bool:
        """Mark the next sentence that is not settled; False = there is none."""
        if self._plan is None or not self._plan.exists:
            return False
        cursor = self.textCursor()
        at = self._ours(cursor.selectionEnd() if way > 0 else cursor.selectionStart())
        span = next_left(self._plan, at, way)
        if span is not None:
            self.mark(span)
        return span is not None

    def mark_more(self) -> None:
        """The mark goes on to the end of the next sentence that is left."""
        start, end = self.marked()
        if self._plan is not None and start < end and (span := next_left(self._plan, end)) and span[0] >= end:
            self.mark((start, span[1]))
        else:
            self.mark_next()

    def here(self) -> tuple[Passage, ...]:
        """The passages where the cursor stands."""
        if self._plan is None or not self._plan.exists:
            return ()
        start, end = self.marked()
        at = self._ours(self.textCursor().position())
        span = (start, end) if start < end else (at, at + 1)
        found = [passage for piece in pieces(self._plan) if piece.start < span[1] and span[0] < piece.end
                 for passage in piece.by]
        return tuple(dict.fromkeys(found))

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._theirs(span[0]))
        cursor.setPosition(self._theirs(span[1]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _theirs(self, at: int) -> int:
        """Our place in the text as Qt counts it."""
        return min(at + bisect_left(self._wide, at), max(0, self.document().characterCount() - 1))

    def _ours(self, at: int) -> int:
        return at - bisect_left([wide + before for before, wide in enumerate(self._wide)], at)

    # ------------------------------------------------------------------------------------------- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way, letter = wanted_move(event), event.text()
        further = event.modifiers() == Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if self._moving and event.key() == Qt.Key.Key_Escape:
            self._end_drag()
            self.given_up.emit()
        elif way:
            self.mark_next(way)
        elif further and event.key() == Qt.Key.Key_Down:
            self.mark_more()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        elif letter.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.pressed.emit(letter.upper())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # ------------------------------------------------------------------------------------------- dragging
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cursor = self.textCursor()
        at = self.cursorForPosition(event.position().toPoint()).position()
        inside = cursor.hasSelection() and cursor.selectionStart() <= at < cursor.selectionEnd()
        if event.button() == Qt.MouseButton.RightButton and inside:
            return                                       # the menu is about the mark
        if event.button() == Qt.MouseButton.LeftButton and inside and not event.modifiers():
            self._from = event.position().toPoint()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if self._moving or (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._moving = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseReleaseEvent(event)
            return
        moved = self._moving
        self._end_drag()
        if moved:
            self.dropped.emit(event.globalPosition().toPoint())
        else:                                            # only a click in the mark: the cursor goes there
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))

    def _end_drag(self) -> None:
        self._from, self._moving = None, False
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
