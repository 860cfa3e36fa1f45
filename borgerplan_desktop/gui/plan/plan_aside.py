"""The pages behind the plan: all notes, and how it is going in every area of life; each with a way back."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.notes_page import NotesPage
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.i18n import _

NOTES, RATINGS = "notes", "ratings"                      # the pages, as places of the plan tab
KEYS = {NOTES: "Ctrl+J", RATINGS: "Ctrl+R"}


class PlanAside(QStackedWidget):
    """Each page is made when it is first shown."""

    closed = Signal()
    goal_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = ""
        self.notes: NotesPage | None = None
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape,
                           context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.setAutoRepeat(False)
        self.hide()

    def key(self) -> str:
        """The page in front; "" = the plan itself."""
        return self._key

    def turn_to(self, key: str) -> None:
        """Bring a page to the front."""
        self._key = key
        if self.notes is None:
            self.notes = NotesPage(self._desk, self)
            self.notes.back_wanted.connect(self.close_page)
            self.notes.goal_wanted.connect(self.goal_wanted)
            self.addWidget(self.notes)
        self.setCurrentWidget(self.notes)
        self.show()
        self.notes.begin()

    def close_page(self) -> None:
        """Back to the plan."""
        if self._key:
            self._desk.settle.emit()
            self._key = ""
            self.hide()
            self.closed.emit()

    def _on_escape(self) -> None:
        """What is open in the page first, then the page."""
        if self.notes is None or not self.notes.leave_innermost():
            self.close_page()


class WaysAside(QWidget):
    """The two buttons that lead there, and their keys."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.notes_button = self._make(_("All notes"), "note", NOTES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.notes_button)
        self.notes_button.clicked.connect(self._on_notes)
        QShortcut(QKeySequence(KEYS[NOTES]), parent, self._on_notes,
                  context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _make(self, text: str, icon: str, key: str) -> QPushButton:
        made = button(text, icon, "quiet", self)
        set_tip(made, KEYS[key])
        return made

    def _on_notes(self) -> None:
        self.wanted.emit(NOTES)
