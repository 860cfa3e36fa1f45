"""A page of the settings whose fields are stored as they are left."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.i18n import _


class StoredPage(QWidget):
    """What a page must say: its `form`, what stands in its fields and in the archive, and how it is written."""

    form: str
    trouble: QLabel

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        load_form(self, self.form)
        self.trouble.hide()

    def wanted(self) -> Any:
        """What stands in the fields."""
        raise NotImplementedError

    def stored(self) -> Any:
        """What stands in the archive."""
        raise NotImplementedError

    def write(self, wanted: Any) -> None:
        """Store it. Raises Refused, Conflict, StoreTrouble."""
        raise NotImplementedError

    def show_stored(self) -> None:
        """Show in the fields what stands in the archive."""
        raise NotImplementedError

    def store(self) -> None:
        """Store what stands in the fields; what cannot be is said, and stays in the field."""
        wanted = self.wanted()
        self.trouble.hide()
        if wanted == self.stored():
            return
        try:
            self.write(wanted)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            self.show_stored()
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))

    def store_when_left(self, *fields: QWidget) -> None:
        """Fields of several lines say nothing by themselves when they are left."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.store()
        return super().eventFilter(watched, event)
