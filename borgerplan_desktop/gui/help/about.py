"""What this is: name, version, licence."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from borgerplan_desktop import __version__
from borgerplan_desktop.gui.appearance.dialog_size import fit_dialog
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.i18n import _


class AboutDialog(QDialog):
    version_label: QLabel
    close_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "about")
        self.setWindowTitle("Borgerplan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 480, 290)
        self.version_label.setText(_("Version {version}").format(version=__version__))
        self.close_button.clicked.connect(self.accept)
