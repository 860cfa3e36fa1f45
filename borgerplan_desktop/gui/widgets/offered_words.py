"""A field that offers words to choose among; anything else may be written."""
from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from borgerplan_desktop.gui.appearance.icons import icon


class OfferedWords(QObject):
    """The arrow at the end of the field, or the down key, shows them all; typing narrows them down."""

    def __init__(self, field: QLineEdit, words: Iterable[str], name: str, arrow: str, told: str) -> None:
        super().__init__(field)
        self._field = field
        self.offered: list[str] = []
        self._model = QStringListModel(self)
        self.list = QCompleter(self._model, field)
        self.list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := self.list.popup()) is not None:
            popup.setAccessibleName(name)
        field.setCompleter(self.list)
        self.list.activated.connect(self._on_chosen)
        self.arrow = field.addAction(icon("chevron_down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self.arrow.setText(arrow)
        self.arrow.triggered.connect(self.show_all)
        field.setAccessibleDescription(told)
        field.installEventFilter(self)
        self.offer(words)

    def offer(self, words: Iterable[str]) -> None:
        """Other words from now on."""
        self.offered = list(dict.fromkeys(each for each in words if each))
        self._model.setStringList(self.offered)
        self.arrow.setVisible(bool(self.offered))

    def show_all(self) -> None:
        """All of them, whatever stands in the field."""
        self._field.setFocus()
        self.list.setCompletionPrefix("")
        self.list.complete()

    def _on_chosen(self, words: str) -> None:
        """As if a person had typed them: whoever binds the field stores them."""
        self._field.setText(words)                       # a field lets go of its list with the keyboard
        self._field.textEdited.emit(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
                and self.offered):
            self.show_all()
            return True
        return super().eventFilter(watched, event)
