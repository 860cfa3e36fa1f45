"""Herberget, Husets ord: templates, phrases, checklists, and what things are called here."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab


class WordsTab(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        QVBoxLayout(self)
