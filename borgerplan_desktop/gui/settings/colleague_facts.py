"""What a colleague is called, and as what: on the login screen, on the map and on paper."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.casework.session.staff import Colleague, rename_colleague
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.latin_name import LatinName
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _


class ColleagueFacts(Dialog):
    """`renamed()` when it is stored."""

    form = "colleague_facts"

    renamed = Signal()

    name_field: QLineEdit
    latin_field: LatinName
    title_field: QLineEdit
    coordinates_box: WrappedCheck
    trouble: QLabel
    cancel_button: QPushButton
    save_button: QPushButton

    def __init__(self, archive: Archive, who: Colleague, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._who = archive, who
        for field, words in ((self.name_field, who.name), (self.title_field, who.title)):
            field.setMaxLength(LONGEST_LINE)
            field.setText(words)
        self.latin_field.edit.setText(who.latin_name)
        self.latin_field.follow(self.name_field)
        self.coordinates_box.setChecked(who.may_coordinate)
        self.trouble.hide()
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.save_button.setDefault(True)
        self.title_field.setFocus()

    def _on_save(self) -> None:
        try:
            rename_colleague(self._archive, self._who.id, self.name_field.text(), self.title_field.text(),
                             self.latin_field.text(), self.coordinates_box.isChecked())
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble, _("The same has just been changed somewhere else."))
        else:
            self.renamed.emit()
            self.accept()
