"""What the citizen reads best: the language of their papers, the Danish beside it, and large letters."""
from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.reading_language import reads_best, spoken_first
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.asks_history import AsksHistory
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.paper_language import ALWAYS_BESIDE, DANISH, LANGUAGES, apart, with_beside


class ReadsBest(QWidget):
    """Stored as it is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        label = plain_label(_("Reads papers best in"), "smallbold", self)
        self.field = ignore_wheel(QComboBox(self))
        self.field.setAccessibleName(label.text())
        for code, name in LANGUAGES.items():
            self.field.addItem(_(name), code)
        self.beside_box = QCheckBox(_("With the Danish beside it"), self)
        self.large_box = QCheckBox(_("In large print"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (label, self.field, self.beside_box, self.large_box):
            column.addWidget(each)
        AsksHistory(self.field, desk, Citizen.paper_language, self)
        self.field.currentIndexChanged.connect(self._on_chosen)
        self.beside_box.toggled.connect(self._on_chosen)
        self.large_box.toggled.connect(self._on_chosen)
        desk.changed.connect(self.show_stored)
        # Initial update
        self.show_stored()

    def take_keyboard_between(self, before: QWidget, after: QWidget) -> None:
        """Where Tab comes to it."""
        chain = (before, self.field, self.beside_box, self.large_box, after)
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    # ------------------------------------------------------------------------------------------- what stood here before
    @property
    def row(self) -> Citizen:
        return self._desk.case.the(Citizen)

    def said(self, value: Any) -> str:
        return _(LANGUAGES[value]) if value in LANGUAGES else ""

    def take_back(self, value: Any) -> bool:
        """With the Danish beside it or not, as it is now."""
        language = value if value in LANGUAGES else DANISH
        beside = DANISH if self.row.paper_beside else ""
        return self._desk.do(reads_best, with_beside(language, beside), self.row.paper_large) == "stored"

    def show_stored(self, _changes: object = None) -> None:
        """As it stands in the case, also when another window has changed it."""
        citizen = self._desk.case.the(Citizen)
        language, beside = apart(spoken_first(self._desk.case))
        with QSignalBlocker(self.field), QSignalBlocker(self.beside_box), QSignalBlocker(self.large_box):
            self.field.setCurrentIndex(max(0, self.field.findData(language)))
            self.beside_box.setChecked(bool(beside) or language in ALWAYS_BESIDE)
            self.large_box.setChecked(citizen.paper_large)
        self.beside_box.setVisible(language != DANISH)
        self.beside_box.setEnabled(language not in ALWAYS_BESIDE)

    def _on_chosen(self) -> None:
        language = str(self.field.currentData())
        beside = DANISH if self.beside_box.isChecked() or language in ALWAYS_BESIDE else ""
        self._desk.do(reads_best, with_beside(language, beside), self.large_box.isChecked())
        self.show_stored()
