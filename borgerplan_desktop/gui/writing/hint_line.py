"""One quiet line below the field, about the words one stands in."""
from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
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
        corner = self._edit.mapTo(around, QPoint(0, self._edit.height() + px(GAP)))
        if corner.y() + self.height() > around.height():
            corner.setY(self._edit.mapTo(around, QPoint(0, 0)).y() - self.height() - px(GAP))
        corner.setX(max(0, min(corner.x(), around.width() - self.width())))
        self.move(corner)
        self.show()
        self.raise_()


def _around(edit: QPlainTextEdit) -> QWidget:
    """What scrolls with the field, else its window."""
    above: QWidget | None = edit
    while above is not None and not above.isWindow():
        above = above.parentWidget()
        if isinstance(above, QScrollArea) and (content := above.widget()) is not None:
            return content
    return edit.window()
