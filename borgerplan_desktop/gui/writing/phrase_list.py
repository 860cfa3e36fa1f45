"""The phrases that begin as one has typed, in a small list below the cursor; the keyboard stays in the text."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.phrases import filled
from borgerplan_desktop.model.shelter import Phrase
from borgerplan_desktop.model.text import shortened

WIDTH, LINE, GAP = 420, 28, 2                            # design pixels
SHOWN = 48                                               # characters of the phrase itself


class PhraseList(QFrame):
    """`taken(Phrase)` when one is chosen with the mouse; the field sends the keys."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("role", "floating")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._phrases: list[Phrase] = []
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(_("Phrases"))
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._keys: QLabel = plain_label("", "small", self)
        self._keys.setContentsMargins(8, 0, 8, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(2)
        column.addWidget(self._list)
        column.addWidget(self._keys)
        self._list.itemClicked.connect(self._on_clicked)
        self.hide()

    def offer(self, phrases: Sequence[Phrase], cursor: QRect, called: str = "", rest: int = 0) -> None:
        """Show these below the cursor (global), the first chosen; none = the list goes. `called`: the citizen; `rest`:
        how many more would be found."""
        if not phrases:
            self.hide()
            return
        if [each.id for each in phrases] != [each.id for each in self._phrases] or self.isHidden():
            self._phrases, tall = list(phrases), max(px(LINE), self.fontMetrics().height() + px(GAP))
            self._list.clear()
            for each in phrases:
                line = QListWidgetItem(f"/{each.short}   {shortened(filled(each.text, called), SHOWN)}")
                line.setSizeHint(QSize(0, tall))
                self._list.addItem(line)
            self._list.setCurrentRow(0)
        more = ngettext("{n} more: type on", "{n} more: type on", rest).format(n=rest) if rest else ""
        self._keys.setText(" · ".join(filter(None, (more, _("Enter puts it in"), _("Esc leaves it")))))
        self._list.setFixedHeight(self._list.sizeHintForRow(0) * len(phrases) + 2 * self._list.frameWidth() + px(GAP))
        self.resize(min(px(WIDTH), self._around.width()), 0)
        self.adjustSize()
        self.resize(min(px(WIDTH), self._around.width()), self.height())
        self._place(cursor)
        self.show()
        self.raise_()

    @property
    def chosen(self) -> Phrase | None:
        at = self._list.currentRow()
        return self._phrases[at] if not self.isHidden() and 0 <= at < len(self._phrases) else None

    def says(self) -> str:
        """The line below them."""
        return self._keys.text()

    def shown(self) -> list[str]:
        """The short names that are offered."""
        return [] if self.isHidden() else [each.short for each in self._phrases]

    def step(self, by: int) -> None:
        """Choose the next or the one before; round at the ends."""
        self._list.setCurrentRow((self._list.currentRow() + by) % max(1, self._list.count()))

    def _place(self, cursor: QRect) -> None:
        around = self._around
        corner = around.mapFromGlobal(cursor.bottomLeft()) + QPoint(0, px(GAP))
        if corner.y() + self.height() > around.height():
            corner.setY(around.mapFromGlobal(cursor.topLeft()).y() - self.height() - px(GAP))
        corner.setX(max(0, min(corner.x(), around.width() - self.width())))
        self.move(corner)

    def _on_clicked(self) -> None:
        if self.chosen is not None:
            self.taken.emit(self.chosen)
