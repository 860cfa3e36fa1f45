"""Herberget, Idéer: what citizens say of the house, what came of it, and the poster that tells it."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.house import ideas as casework
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.editing.unsaved_input import HouseLine
from borgerplan_desktop.gui.house.idea_row import IdeaRow
from borgerplan_desktop.gui.house.name_hint import NameHint
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.gui.widgets.show_more import ShowMore
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.house_ideas import HouseIdea

BESIDE = 700                                             # design pixels from which on the new one stands on one line


class IdeasTab(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._adding = desk, False
        everybodys(self)
        self.page = PageScroll(_("Ideas"), self)
        self.new = Card(_("What did somebody say of the house?"), "speech", self.page)
        self.words, self.where = QLineEdit(self.new), QLineEdit(self.new)
        self.words.setPlaceholderText(_("As it was said, without names"))
        self.words.setAccessibleName(_("What was said"))
        self.where.setPlaceholderText(_("e.g. at the house meeting"))
        self.where.setAccessibleName(_("Where it was said"))
        HouseLine(self.words, desk, "idea")
        HouseLine(self.where, desk, "idea-where")
        self.add = button(_("Write it down"), "plus", "primary", self.new)
        self.hint = NameHint(desk, self.words, self.new)
        self.trouble = plain_label("", "smallbad", self.new, wrap=True)
        self.trouble.hide()
        line = SideBySide(BESIDE, 8, self.new)
        for part, stretch in ((self.words, 5), (self.where, 2), (self.add, 0)):
            line.add(part, stretch)
        for each in (line, self.hint, self.trouble):
            self.new.body.addWidget(each)
        self.empty = EmptyState(_("No ideas yet"), _("What do the citizens say of the house? Everything may be said, "
                                                     "and everything gets an answer."), "", "speech", self.page)
        self.waiting_title = plain_label(_("Wait for an answer"), "h2", self.page)
        self.waiting: RowColumn[HouseIdea, IdeaRow] = RowColumn(partial(IdeaRow, desk), 10, self.page)
        self.answered_title = plain_label(_("Have an answer"), "h2", self.page)
        self.answered: RowColumn[HouseIdea, IdeaRow] = RowColumn(partial(IdeaRow, desk), 10, self.page)
        self.more = ShowMore(parent=self.page)
        for each in (self.new, self.empty, self.waiting_title, self.waiting, self.answered_title, self.answered,
                     self.more):
            self.page.body.addWidget(each)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        # Signals
        self.add.clicked.connect(self._on_add)
        self.words.returnPressed.connect(self._on_add)
        self.where.returnPressed.connect(self._on_add)
        self.more.wanted.connect(self._refresh)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """Come to an idea, where its answer is written."""
        idea = self._desk.case.get(HouseIdea, row_id)
        there = casework.answered(self._desk.case)
        if idea in there:
            self.more.reach(there.index(idea))
            self._refresh()
        row = self.waiting.widget(idea) or self.answered.widget(idea)
        if row is not None:
            row.answer.setFocus()
            QTimer.singleShot(0, row, partial(self.page.ensureWidgetVisible, row))

    def print_paper(self) -> bool:
        from borgerplan_desktop.gui.printing.house_paper import show_house_paper

        show_house_paper(self._desk, "ideas", self)
        return True

    def has_main_button(self) -> bool:
        return True

    def _refresh(self) -> None:
        """What waits for us stands first."""
        case = self._desk.case
        waits, done = casework.waiting(case), casework.answered(case)
        self.waiting.show_rows(waits)
        self.answered.show_rows(done[:self.more.most])
        self.more.show_of(len(done))
        self.waiting_title.setVisible(bool(waits))
        self.answered_title.setVisible(bool(done))
        self.empty.setVisible(not waits and not done)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(HouseIdea):
            self._refresh()

    def _on_add(self) -> None:
        self.trouble.hide()
        self._adding = True
        made = self._desk.made(casework.add_idea, self.words.text(), self.where.text())
        self._adding = False
        if made is not None:
            self.words.clear()
            self.where.clear()
            self.words.setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            self.words.setFocus()


