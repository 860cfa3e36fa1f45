"""Bring a backup back: which one, who asks, and what is set aside. Two clicks."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from borgerplan_desktop.casework.door import StoreError, sentence
from borgerplan_desktop.casework.keeping import Copy, backups, people_in, restore_here
from borgerplan_desktop.casework.place import Person, Place, people
from borgerplan_desktop.gui.entrance import busy
from borgerplan_desktop.gui.form import load_form
from borgerplan_desktop.gui.room import fit_dialog
from borgerplan_desktop.gui.widgets.label import breakable
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.i18n import _, clock, day, weekday


class RestoreDialog(QDialog):
    """At the door: asks who it is, restores, and emits `restored(House)`.

    `inside`: somebody is logged in already; emits `chosen(Copy)`, and whoever has the house open restores it.
    """

    restored = Signal(object)
    chosen = Signal(object)

    text_label: QLabel
    copies_label: QLabel
    copies_list: QListWidget
    none_label: QLabel
    who_box: QWidget
    who_field: QComboBox
    password_field: PasswordField
    aside_label: QLabel
    trouble: QLabel
    cancel_button: QPushButton
    restore_button: QPushButton

    def __init__(self, place: Place, clock: Callable[[], datetime], parent: QWidget | None = None,
                 inside: bool = False) -> None:
        super().__init__(parent)
        self._place, self._clock, self._inside = place, clock, inside
        self._copies: list[Copy] = []
        load_form(self, "restore")
        self.setWindowTitle("Borgerplan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 600, 600)
        self.trouble.hide()
        self.who_box.setVisible(not inside)
        self.aside_label.setText(_("What is replaced is kept here: {folder}").format(
            folder=breakable(str(place.home.set_aside))))
        # Signals
        self.copies_list.currentRowChanged.connect(self._on_copy)
        self.password_field.changed.connect(self._update)
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._on_restore)
        # Initial update
        self.restore_button.setDefault(True)             # also Enter in the password
        self._list()
        self._update()

    def _list(self) -> None:
        try:
            self._copies = backups(self._place)
        except StoreError as error:
            self._say(sentence(error, self._place))
        for copy in self._copies:
            self.copies_list.addItem(QListWidgetItem(_when(copy.at, self._clock())))
        for widget in (self.copies_label, self.copies_list, self.aside_label):
            widget.setVisible(bool(self._copies))
        self.none_label.setVisible(not self._copies)
        self.who_box.setVisible(bool(self._copies) and not self._inside)
        self.copies_list.setCurrentRow(0 if self._copies else -1)

    def _on_copy(self, _at: int) -> None:
        """Who can bring it back: those who log in here, or those of the backup when our own keys are damaged."""
        copy = self._copy
        if copy is None or self._inside:
            self._update()
            return
        before = self.who_field.currentText()
        self.who_field.clear()
        for person in self._people(copy):
            self.who_field.addItem(person.name, person.id)
        self.who_field.setCurrentIndex(max(0, self.who_field.findText(before)))
        self._update()

    def _people(self, copy: Copy) -> list[Person]:
        try:
            return people(self._place)
        except StoreError:
            pass                                         # ours are damaged: the backup knows its own
        try:
            return people_in(copy)
        except StoreError as error:
            self._say(sentence(error, self._place))
            return []

    @property
    def _copy(self) -> Copy | None:
        at = self.copies_list.currentRow()
        return self._copies[at] if 0 <= at < len(self._copies) else None

    def _update(self) -> None:
        known = self._inside or (self.who_field.count() > 0 and bool(self.password_field.text()))
        self.restore_button.setEnabled(self._copy is not None and known)

    def _on_restore(self) -> None:
        copy = self._copy
        if copy is None or not self.restore_button.isEnabled():
            return
        ask(self, Question(
            _("Restore the backup from {time}?").format(time=_when(copy.at, self._clock())),
            _("Changes after that time are kept by themselves, not deleted."),
            _("Restore the backup"), _("Not now")), self._restore)

    def _restore(self) -> None:
        copy = self._copy
        if copy is None:
            return
        if self._inside:
            self.accept()
            self.chosen.emit(copy)
            return
        self.trouble.hide()
        try:
            with busy():
                house = restore_here(self._place, copy, str(self.who_field.currentData()), self.password_field.text(),
                                     self._clock)
        except StoreError as error:
            self._say(sentence(error, self._place))
            self.password_field.show_trouble(True)
        else:
            self.accept()
            self.restored.emit(house)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()


def _when(at: datetime, now: datetime) -> str:
    """"tirsdag 3. marts kl. 8.15"."""
    return _("{day} at {time}").format(day=f"{weekday(at.date())} {day(at.date(), now.date())}", time=clock(at))
