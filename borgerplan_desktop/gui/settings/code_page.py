"""Settings: a new recovery code, when the paper is lost."""
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop.casework.door import StoreError, sentence
from borgerplan_desktop.casework.house import House
from borgerplan_desktop.gui.code_dialog import CodeDialog
from borgerplan_desktop.gui.form import load_form
from borgerplan_desktop.gui.widgets.label import say


class CodePage(QWidget):
    demo_label: QLabel
    box: QWidget
    trouble: QLabel
    new_button: QPushButton

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        load_form(self, "settings_code")
        self.demo_label.setVisible(not house.is_lasting)
        self.box.setVisible(house.is_lasting)
        self.trouble.hide()
        self.new_button.clicked.connect(self._on_new)

    def _on_new(self) -> None:
        self.trouble.hide()
        try:
            CodeDialog(self._house, self.window()).open()
        except StoreError as error:
            say(self.trouble, sentence(error))
