"""A field that asks from whom: the people of the map are offered, and anything else may be written."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import everybody
from borgerplan_desktop.i18n import _


class FromMap(QObject):
    """The arrow at the end of the field, or the down key, shows everybody; typing narrows them down."""

    def __init__(self, field: QLineEdit, desk: Desk) -> None:
        super().__init__(field)
        self._field = field
        names = [", ".join(part for part in (m.contact.name, m.contact.organisation) if part) for m in everybody(desk)]
        self.offered = list(dict.fromkeys(name for name in names if name))
        self.list = QCompleter(self.offered, field)
        self.list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := self.list.popup()) is not None:
            popup.setAccessibleName(_("People of the map"))
        field.setCompleter(self.list)
        self.list.activated.connect(field.setText)       # a field lets go of its list with the keyboard
        self.arrow = field.addAction(icon("chevron_down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self.arrow.setText(_("Choose from the map"))
        self.arrow.setVisible(bool(self.offered))
        self.arrow.triggered.connect(self.show_all)
        field.setAccessibleDescription(_("The down key shows the people of the map. You may write somebody else."))
        field.installEventFilter(self)

    def show_all(self) -> None:
        """Everybody, whatever stands in the field."""
        self._field.setFocus()
        self.list.setCompletionPrefix("")
        self.list.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
                and self.offered):
            self.show_all()
            return True
        return super().eventFilter(watched, event)
