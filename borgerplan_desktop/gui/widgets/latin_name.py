"""How a name is spelled in Latin letters: asked for only when a name is typed that the paper has no letters for."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.unprintable_letters import asks_for_latin
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _


class LatinName(QWidget):
    """A label and a field below a name's own; `follow` says which name. `edit` is bound or read by the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name: QLineEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self.label = plain_label("", "smallbold", self, wrap=True)
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(LONGEST_LINE)
        self.label.setBuddy(self.edit)
        column.addWidget(self.label)
        column.addWidget(self.edit)
        self._speak()
        self.hide()

    def follow(self, name: QLineEdit) -> None:
        """Show itself while the name there cannot stand on paper as it is."""
        self._name = name
        QWidget.setTabOrder(name, self.edit)             # it is made later than the fields below it
        name.textChanged.connect(self._look)
        self._look()

    def look_at(self, name: str) -> None:
        """Show itself for this name, which is typed elsewhere."""
        self.setVisible(asks_for_latin(name))

    def text(self) -> str:
        """What is written; "" where nobody asked."""
        return self.edit.text().strip() if not self.isHidden() else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "edit"):
            self._speak()

    def _speak(self) -> None:
        words = _("Write the name with letters as in Denmark, so that it can stand on paper")
        self.label.setText(words)
        self.edit.setAccessibleName(words)

    def _look(self) -> None:
        if self._name is not None:
            self.look_at(self._name.text())
