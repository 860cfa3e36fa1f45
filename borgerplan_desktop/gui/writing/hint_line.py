"""One quiet line below the field, about the words one stands in."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPlainTextEdit, QScrollArea, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _

GAP = 2                                                  # design pixels


class HintLine(QFrame):
    """`put_wanted`: the plain words shall stand there; `off_wanted`: no more hints. It never takes the keyboard."""

    put_wanted = Signal()
    off_wanted = Signal()

    def __init__(self, edit: QPlainTextEdit) -> None:
        around = _around(edit)
        super().__init__(around)
        self._around, self._edit = around, edit
        self.setProperty("role", "floating")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.words = plain_label("", "small", self)
        self.put = button("", "", "quiet", self)
        self.off = button(_("No more hints"), "", "quiet", self)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(10, 1, 4, 1)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for each in (self.put, self.off):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(each)
        self.put.clicked.connect(self.put_wanted)
        self.off.clicked.connect(self.off_wanted)
        self.hide()

    def tell(self, words: str, put: str = "", off: bool = True) -> None:
        """`put`: what the button puts in, as the words say already; "" = there is nothing to put in."""
        self.words.setText(words)
        self.put.setText(_("Put it in"))
        self.put.setAccessibleName(_("Write »{plain}«").format(plain=put))
        self.put.setVisible(bool(put))
        self.off.setText(_("No more hints"))
        self.off.setVisible(off)
        self.setAccessibleName(words)
        around, ways = self._around, QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight)
        if self._row.sizeHint().width() > around.width():            # large text: below each other
            self._row.setDirection(ways.TopToBottom)
        self.resize(min(self._row.sizeHint().width(), around.width()), self._row.sizeHint().height())
        self.move(self._free_corner())
        self.show()
        self.raise_()


    def _free_corner(self) -> QPoint:
        """Below the field, else over words of it that nobody is writing in, else above it: where it covers nothing
        that one presses or writes in, or the least of it.
        """
        around, edit, tall, gap = self._around, self._edit, self.height(), px(GAP)
        field = QRect(edit.mapTo(around, QPoint(0, 0)), edit.size())
        caret = edit.cursorRect().translated(edit.viewport().mapTo(around, QPoint(0, 0)))
        x = max(0, min(field.x(), around.width() - self.width()))
        tops = [field.bottom() + 1 + gap, field.top() - tall - gap]
        if caret.bottom() < field.bottom() - tall:
            tops.insert(1, field.bottom() + 1 - tall)
        elif caret.top() > field.top() + tall:
            tops.insert(1, field.top())
        corners = [QPoint(x, top) for top in tops if 0 <= top <= around.height() - tall]
        used = [QRect(each.mapTo(around, QPoint(0, 0)), each.size()) for each in around.findChildren(QWidget)
                if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisibleTo(around)
                and not (each is edit or each.isAncestorOf(edit) or edit.isAncestorOf(each) or self.isAncestorOf(each))]

        def covered(corner: QPoint) -> int:
            spot = QRect(corner, self.size())
            return sum(both.width() * both.height() for each in used if not (both := each & spot).isEmpty())

        return min(corners, key=covered, default=QPoint(x, max(0, field.top() - tall - gap)))


def _around(edit: QPlainTextEdit) -> QWidget:
    """What scrolls with the field, else its window."""
    above: QWidget | None = edit
    while above is not None and not above.isWindow():
        above = above.parentWidget()
        if isinstance(above, QScrollArea) and (content := above.widget()) is not None:
            return content
    return edit.window()
