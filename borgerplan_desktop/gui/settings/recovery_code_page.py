"""Settings: a new recovery code, when the paper is lost."""
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import StoreError, sentence
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.settings.recovery_code_dialog import RecoveryCodeDialog
from borgerplan_desktop.gui.widgets.label import say


class RecoveryCodePage(QWidget):
    demo_label: QLabel
    box: QWidget
    trouble: QLabel
    new_button: QPushButton

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        load_form(self, "recovery_code_page")
        self.demo_label.setVisible(not archive.is_lasting)
        self.box.setVisible(archive.is_lasting)
        self.trouble.hide()
        self.new_button.clicked.connect(self._on_new)

    def _on_new(self) -> None:
        self.trouble.hide()
        try:
            RecoveryCodeDialog(self._archive, self.window()).open()
        except StoreError as error:
            say(self.trouble, sentence(error))
