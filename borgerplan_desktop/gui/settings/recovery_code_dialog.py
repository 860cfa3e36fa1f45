"""A new recovery code: shown once, printed, put away."""
from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login import put_code_away, replace_code
from borgerplan_desktop.casework.session.login_messages import StoreError
from borgerplan_desktop.casework.session.recovery_code import recovery_code_pdf
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.printing.printing import print_paper
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.widgets.recovery_code_box import RecoveryCodeBox
from borgerplan_desktop.i18n import _


class RecoveryCodeDialog(Dialog):
    """Making it makes the code; the old one is void at once. Accepted when the person has put it away.

    `at_login`: nobody works before the code is put away, so leaving is logging out.
    Raises StoreError when no code could be made.
    """

    form = "recovery_code_dialog"
    drawn = (640, 480)

    why_label: QLabel
    code_box: RecoveryCodeBox
    print_button: QPushButton
    away_box: QCheckBox
    leave_button: QPushButton
    go_button: QPushButton

    def __init__(self, archive: Archive, parent: QWidget | None = None, at_login: bool = False) -> None:
        super().__init__(parent)
        self._archive = archive
        with busy():
            self._code = replace_code(archive)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.why_label.setText(
            _("Nobody has said that the recovery code is put away. Here is a new one; an older one is no longer valid.")
            if at_login else _("The old code is no longer valid. If you leave without putting the new one away, "
                               "another is shown at the next login."))
        self.leave_button.setText(_("Log out") if at_login else _("Cancel"))
        self.go_button.setText(_("Go on") if at_login else _("Close"))
        self.code_box.show_code(self._code)
        # Signals
        self.print_button.clicked.connect(self._on_print)
        self.away_box.toggled.connect(self.go_button.setEnabled)
        self.leave_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self.accept)
        # Initial update
        self.go_button.setDefault(True)
        self.go_button.setEnabled(False)
        self.print_button.setFocus()

    def accept(self) -> None:
        if not self.away_box.isChecked():
            return
        with suppress(StoreError):                       # then another is shown at the next login
            put_code_away(self._archive)
        super().accept()

    def _on_print(self) -> None:
        print_paper(self, recovery_code_pdf(self._archive, self._code), "Borgerplan")
