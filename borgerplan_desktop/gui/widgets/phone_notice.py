"""A gentle word below a telephone number that seems to lack a digit; it hinders nothing."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.phone_number import lacks_a_digit


class PhoneNotice(QWidget):
    """Takes the field's place in its layout, with the word below: said when the field is left, gone while one types."""

    def __init__(self, field: QLineEdit) -> None:
        beside = field.parentWidget()
        super().__init__(beside)
        self._field, self._is_typed = field, False
        self.setVisible(not field.isHidden())
        layout = beside.layout() if beside is not None else None
        if layout is not None:
            layout.replaceWidget(field, self)
        self.words = plain_label("", "small", self, wrap=True)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self.words)
        field.textEdited.connect(self._on_typing)
        field.textChanged.connect(self._on_changed)
        field.editingFinished.connect(self._look)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "words"):
            self._look()

    def _on_typing(self) -> None:
        self._is_typed = True                            # said before the change itself
        self._say("")

    def _on_changed(self) -> None:
        if not self._is_typed:                           # another person is shown
            self._look()
        self._is_typed = False

    def _look(self) -> None:
        self._say(_("Is a digit missing?") if lacks_a_digit(self._field.text()) else "")

    def _say(self, words: str) -> None:
        say(self.words, words)
        self._field.setAccessibleDescription(words)
