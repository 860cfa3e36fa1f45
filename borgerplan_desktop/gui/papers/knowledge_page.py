"""Knowledge that exists elsewhere: what there is, who holds it, whether we may ask, and the request ready to go."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.knowledge import note_knowledge
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.papers.knowledge_card import KnowledgeCard
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Narrowing
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState, may_ask, open_requests
from borgerplan_desktop.model.network import NetworkMember

SIDE_BY_SIDE = 860                                       # design pixels


class KnowledgePage(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        scroll = PageScroll(_("Knowledge elsewhere"), self, (0, 0, 0, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        beside = SideBySide(SIDE_BY_SIDE, parent=scroll)
        card = Card(_("Knowledge that is there already"), "bulb", beside)
        self.what_field = QLineEdit(card)
        self.what_field.setAccessibleName(_("What is there?"))
        self.what_field.setPlaceholderText(_("e.g. a specialist's statement from 2024"))
        UnsavedLine(self.what_field, desk, "knowledge")
        self.add_button = button(_("Add"), "plus", "", card)
        self.trouble: QLabel = plain_label("", "smallbad", card, wrap=True)
        self.trouble.hide()
        self.empty_label = plain_label(_("Nothing noted yet. Is there an assessment, a statement or a test already?"),
                                       "muted", card, wrap=True)
        self.list = QListWidget(card)
        self.list.setAccessibleName(_("Knowledge elsewhere"))
        self.list.setItemDelegate(TwoLines(self.list))
        row = QHBoxLayout()
        row.addWidget(self.what_field, 1)
        row.addWidget(self.add_button)
        card.body.addWidget(plain_label(_("Nobody is to be examined twice, or to tell it all again."), "muted", card,
                                        wrap=True))
        card.body.addLayout(row)
        card.body.addWidget(self.trouble)
        card.body.addWidget(self.empty_label)
        card.body.addWidget(self.list, 1)
        card.body.addStretch(0)
        self.card = KnowledgeCard(desk, beside)
        beside.add(card, 4)
        beside.add(self.card, 5)
        scroll.body.addWidget(beside)
        # Signals
        self.add_button.clicked.connect(self._on_add)
        self.what_field.returnPressed.connect(self._on_add)
        self.what_field.textEdited.connect(self._on_typing)
        self.list.currentRowChanged.connect(self._on_row)
        desk.changed.connect(self._on_changed)
        desk.refused.connect(self._on_refused)
        # Initial update
        self.refresh()

    def choose(self, row_id: str) -> bool:
        """Show this one; False = it is none of these."""
        at = next((n for n in range(self.list.count()) if self.list.item(n).data(ID) == row_id), -1)
        if at >= 0:
            self.list.setCurrentRow(at)
        return at >= 0

    def start(self) -> None:
        """The keyboard goes where something new is noted."""
        self.what_field.setFocus()

    def refresh(self) -> None:
        """What calls for something first, then the rest, newest first."""
        case, today, shown = self._desk.case, self._desk.opened.today(), self.card.shown
        first = open_requests(case)
        rows = [*first, *(each for each in reversed(case.all(Knowledge)) if each not in first)]
        self.list.blockSignals(True)
        self.list.clear()
        for each in rows:
            add_two_lines(self.list, each.what or _("No name yet"), self._told(each), each.id)
        at = rows.index(shown) if shown in rows else 0
        self.list.setCurrentRow(at if rows else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(rows))
        self.empty_label.setVisible(not rows)
        self.card.setVisible(bool(rows))
        self.card.show_row(rows[at] if rows else None, today)

    def _told(self, each: Knowledge) -> str:
        today = self._desk.opened.today()
        state = _(each.state.label)
        if each.state is KnowledgeState.ASKED and each.asked_on is not None:
            state = _("Asked for {date}").format(date=day(each.asked_on, today))
        elif each.state is KnowledgeState.RECEIVED and each.received_on is not None:
            state = _("Came {date}").format(date=day(each.received_on, today))
        elif each.state is KnowledgeState.KNOWN and not may_ask(self._desk.case, each, today).allowed:
            state = _("Consent is missing")
        return " · ".join(part for part in (each.held_by, state) if part)

    def _on_row(self, _row: int) -> None:
        item = self.list.currentItem()
        found = self._desk.case.get(Knowledge, item.data(ID)) if item is not None else None
        self.card.show_row(found, self._desk.opened.today())

    def _on_add(self) -> None:
        made = self._desk.made(note_knowledge, self.what_field.text())
        if made is not None:
            self.what_field.clear()
            self.choose(made.id)
            self.card.who_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typing(self) -> None:
        self.trouble.hide()

    def _on_refused(self, sentence: str, field: str) -> None:
        if field == "what" and self.isVisible():
            say(self.trouble, sentence)
            self._desk.said()
            self.what_field.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Knowledge, NetworkMember, Consent, ConsentPerson, ConsentTopic,
                                                  Narrowing)):
            self.refresh()
