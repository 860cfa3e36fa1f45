"""The first steps: twelve lines, one at a time; may be skipped, and stand again under Help."""
from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from borgerplan_desktop.gui.form import load_form
from borgerplan_desktop.gui.help_topics import FIRST_STEPS
from borgerplan_desktop.gui.room import fit_dialog
from borgerplan_desktop.i18n import _


class TourDialog(QDialog):
    count_label: QLabel
    title_label: QLabel
    text_label: QLabel
    skip_button: QPushButton
    back_button: QPushButton
    next_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        load_form(self, "tour")
        self.setWindowTitle("Borgerplan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 560, 320)
        # Signals
        self.skip_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        # Initial update
        self.next_button.setDefault(True)
        self.next_button.setFocus()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "next_button"):
            self._show()

    def _show(self) -> None:
        title, text = FIRST_STEPS[self._at]
        last = self._at == len(FIRST_STEPS) - 1
        self.count_label.setText(_("{n} of {count}").format(n=self._at + 1, count=len(FIRST_STEPS)))
        self.title_label.setText(_(title))
        self.text_label.setText(_(text))
        self.back_button.setEnabled(self._at > 0)
        self.skip_button.setVisible(not last)
        self.next_button.setText(_("Start") if last else _("Next"))

    def _on_back(self) -> None:
        self._at -= 1
        self._show()

    def _on_next(self) -> None:
        if self._at == len(FIRST_STEPS) - 1:
            self.accept()
            return
        self._at += 1
        self._show()
