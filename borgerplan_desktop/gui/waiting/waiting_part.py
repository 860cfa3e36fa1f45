"""Applications and waiting: everything that was asked and has no answer, the longest wait first, then the answers."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.casework.waiting.applications import applications, write_application
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.waiting.free_wait import FreeWait
from borgerplan_desktop.gui.waiting.wait_card import WaitCard
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.gui.widgets.show_more import AT_ONCE, ShowMore
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.application import Application, ApplicationKind, HousingOffer, Nudge
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course, Milestone, ResponsibilityRequest, current_course
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.wait import Awaited, open_waits


class WaitingPart(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kinds = QMenu(self)
        for kind in ApplicationKind:
            action = QAction(_(kind.label).replace("&", "&&"), self._kinds)
            action.setData(kind.value)
            self._kinds.addAction(action)
        self._kinds.addSeparator()
        self.free_action = QAction(_("Something else the course waits for"), self._kinds)
        self._kinds.addAction(self.free_action)
        self.add_button = button(_("Add an application"), "plus", "", self)
        self.add_button.setMenu(self._kinds)
        self.print_button = button(_("Print the list"), "print", "ghost", self)
        self.told = plain_label("", "muted", self, wrap=True)
        self.empty = EmptyState(icon="hourglass", parent=self)
        self.page = PageScroll(_("Applications and waiting"), self)
        self.waits: RowColumn[Row, WaitCard] = RowColumn(partial(WaitCard, desk, parent=self.page), 10, self.page)  # type: ignore[arg-type]
        self.answered: RowColumn[Row, WaitCard] = RowColumn(partial(WaitCard, desk, parent=self.page), 10, self.page)  # type: ignore[arg-type]
        self.answered_title = plain_label(_("With an answer"), "h2", self.page)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.told, 1)
        head.addStretch()                                # the buttons stay at the right also when nothing is said
        head.addWidget(self.print_button)
        head.addWidget(self.add_button)
        self.page.body.addLayout(head)
        self.free = FreeWait(desk, self.page)
        self.free.setVisible(bool(self.free.what.text()))             # begun, and not waited for yet
        self.more_button = ShowMore(parent=self.page)
        for each in (self.free, self.empty, self.waits, self.answered_title, self.answered, self.more_button):
            self.page.body.addWidget(each)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        # Signals
        self._kinds.triggered.connect(self._on_add)
        self.print_button.clicked.connect(self._on_print)
        self.more_button.wanted.connect(self._on_more)
        self.empty.wanted.connect(self._on_empty)
        self.free.begun.connect(self._on_free)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """Open the wait, or whatever belongs to it."""
        card = self._card(row_id)
        if card is not None:
            card.open()
            card.setFocus()
            QTimer.singleShot(0, card, partial(self.page.ensureWidgetVisible, card))

    def print_paper(self) -> bool:
        show_paper(self._desk, BY_KEY["applications"], self)
        return True

    def _card(self, row_id: str) -> WaitCard | None:
        case = self._desk.case
        nudge, offer = case.get(Nudge, row_id), case.get(HousingOffer, row_id)
        if nudge is not None:
            row_id = nudge.application_id or nudge.request_id or nudge.course_id or ""
        elif offer is not None:
            row_id = offer.application_id
        found = next((row for kind in (Application, ResponsibilityRequest, Course)
                      if (row := case.get(kind, row_id)) is not None), None)
        if found is not None and not (self.waits.widget(found) or self.answered.widget(found)):
            self.more_button.reach(len(self._rows) - 1)              # it stands further down
            self._refresh()
        return self.waits.widget(found) or self.answered.widget(found)

    def _on_more(self) -> None:
        before = self._rows[self.more_button.most - AT_ONCE]
        self._refresh()
        card = self.waits.widget(before) or self.answered.widget(before)
        if card is not None:
            card.setFocus()

    def _on_add(self, action: QAction) -> None:
        self._desk.settle.emit()
        if action is self.free_action:
            self.free.begin()
            return
        made = self._desk.made(write_application, ApplicationKind(str(action.data())))
        card = self.waits.widget(made)
        if card is not None:
            card.write()

    def _on_empty(self) -> None:
        self._kinds.popup(self.empty.mapToGlobal(self.empty.rect().center()))

    def _on_free(self) -> None:
        card = self.waits.widget(current_course(self._desk.case))
        if card is not None:
            card.write()

    def _on_print(self) -> None:
        self.print_paper()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Application, ResponsibilityRequest, Course, Milestone)):
            self._refresh()

    def _refresh(self) -> None:
        waits = open_waits(self._desk.case)
        left, done = applications(self._desk.opened)
        unsent: list[Awaited] = [each for each in left if each.sent_on is None]
        rows, most = unsent + [wait.row for wait in waits], self.more_button.most
        course = current_course(self._desk.case)
        self.free_action.setVisible(course.closed_on is None and not course.waiting_for)
        standing = self.waits.widgets()
        if any(card.is_open for card in standing) and {card.row.id for card in standing} == {
                row.id for row in rows[:most]}:
            rows = [*(card.row for card in standing), *rows[most:]]        # nothing jumps while one writes in it
        self._rows: list[Row] = [*rows, *done]
        shown = done[:max(0, most - len(rows))]
        self.waits.show_rows(rows[:most])
        self.answered.show_rows(shown)
        self.answered_title.setVisible(bool(shown))
        self.more_button.show_of(len(self._rows))
        without = sum(wait.without_meanwhile for wait in waits)
        self.empty.setVisible(not rows and not done)
        self.empty.say(_("Nothing is waited for"), _(
            "What has {name} applied for, and what happens while you wait?").format(
            name=self._desk.case.the(Citizen).first_name), _("Add an application"))
        self.add_button.setVisible(bool(rows or done))
        self.print_button.setVisible(bool(rows or done))
        say(self.told, ngettext("For {n} wait nobody has said what happens meanwhile.",
                                "For {n} waits nobody has said what happens meanwhile.", without).format(n=without)
            if without else "")
