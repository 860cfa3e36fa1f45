"""The pages behind the plan: all notes, and how it is going in every area of life; each with a way back."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.notes_page import NotesPage
from borgerplan_desktop.gui.plan.ratings_page import RatingsPage
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
        self.ratings: RatingsPage | None = None
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
        page = self._notes_page() if key == NOTES else self._ratings_page()
        self.setCurrentWidget(page)
        self.show()
        page.begin()

    def _notes_page(self) -> NotesPage:
        if self.notes is None:
            self.notes = NotesPage(self._desk, self)
            self.notes.back_wanted.connect(self.close_page)
            self.notes.goal_wanted.connect(self.goal_wanted)
            self.addWidget(self.notes)
        return self.notes

    def _ratings_page(self) -> RatingsPage:
        if self.ratings is None:
            self.ratings = RatingsPage(self._desk, self)
            self.ratings.back_wanted.connect(self.close_page)
            self.addWidget(self.ratings)
        return self.ratings

    def close_page(self) -> None:
        """Back to the plan."""
        if self._key:
            self._desk.settle.emit()
            self._key = ""
            self.hide()
            self.closed.emit()

    def _on_escape(self) -> None:
        """What is open in the page first, then the page."""
        if self._key != NOTES or self.notes is None or not self.notes.leave_innermost():
            self.close_page()


class WaysAside(QWidget):
    """The two buttons that lead there, and their keys."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.notes_button = self._make(_("All notes"), "note", NOTES)
        self.ratings_button = self._make(_("How it is going"), "trend", RATINGS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for made, act, key in ((self.ratings_button, self._on_ratings, RATINGS), (self.notes_button, self._on_notes,
                                                                                 NOTES)):
            row.addWidget(made)
            made.clicked.connect(act)
            QShortcut(QKeySequence(KEYS[key]), parent, act)        # wherever the keyboard is, while the plan is seen

    def _make(self, text: str, icon: str, key: str) -> QPushButton:
        made = button(text, icon, "quiet", self)
        set_tip(made, KEYS[key])
        return made

    def _on_notes(self) -> None:
        self.setFocusProxy(self.notes_button)            # the keyboard comes back to where it left
        self.wanted.emit(NOTES)

    def _on_ratings(self) -> None:
        self.setFocusProxy(self.ratings_button)
        self.wanted.emit(RATINGS)
