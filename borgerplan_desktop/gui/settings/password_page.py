"""Settings: my own password."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import SHORTEST_PASSWORD
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.casework.session.staff import change_password
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.i18n import _


class PasswordPage(QWidget):
    demo_label: QLabel
    box: QWidget
    old_label: QLabel
    old_field: PasswordField
    new_label: QLabel
    new_field: PasswordField
    password_hint: QLabel
    trouble: QLabel
    done_label: QLabel
    change_button: QPushButton

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._done = archive, False
        load_form(self, "password_page")
        self.demo_label.setVisible(not archive.is_lasting)
        self.box.setVisible(archive.is_lasting)
        self.trouble.hide()
        self.new_field.choose_new()
        # Signals
        self.old_field.changed.connect(self._on_typed)
        self.new_field.changed.connect(self._on_typed)
        self.old_field.entered.connect(self.new_field.setFocus)
        self.new_field.entered.connect(self._on_change)
        self.change_button.clicked.connect(self._on_change)
        # Initial update
        self._update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "change_button"):
            self._update()

    def _update(self) -> None:
        self.old_field.set_name(self.old_label.text())
        self.new_field.set_name(self.new_label.text())
        self.password_hint.setText(
            _("At least {n} characters. Three or four random words are good.").format(n=SHORTEST_PASSWORD))
        self.done_label.setText(_("The new password holds from now on."))
        self.done_label.setVisible(self._done)
        self.change_button.setEnabled(bool(self.old_field.text()) and bool(self.new_field.text()))

    def _on_typed(self) -> None:
        if self.old_field.text() or self.new_field.text():
            self._done = False
        self._update()

    def _on_change(self) -> None:
        if not self.change_button.isEnabled():
            return
        self.trouble.hide()
        try:
            with busy():
                change_password(self._archive, self.old_field.text(), self.new_field.text())
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        else:
            self.old_field.clear()
            self.new_field.clear()
            self._done = True
            self._update()
