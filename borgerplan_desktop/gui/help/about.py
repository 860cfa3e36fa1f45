"""What this is: name, version, licence."""
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop import __version__
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.i18n import _


class AboutDialog(Dialog):
    form = "about"
    drawn = (480, 290)

    version_label: QLabel
    close_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version_label.setText(_("Version {version}").format(version=__version__))
        self.close_button.clicked.connect(self.accept)
