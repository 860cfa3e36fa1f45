"""The part of the course called Udflytning: how the stay ends, the lists, the support at home, and closing."""
from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving.closing import CLOSING
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.leaving.before_leaving import MissedCard, WaitsCard
from borgerplan_desktop.gui.leaving.closing_card import ClosingCard
from borgerplan_desktop.gui.leaving.how_it_ends_card import HowItEndsCard
from borgerplan_desktop.gui.leaving.support_card import SupportCard
from borgerplan_desktop.gui.leaving.tick_cards import LawCard, OwnListCard
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Course, Stay, has_died
from borgerplan_desktop.model.leaving import HomeSupportWish, LeavingTick, stay_of_course
from borgerplan_desktop.model.told import Told


class LeavingPart(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stay: Stay | None = None
        self.page_scroll = PageScroll(_("Moving out"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_scroll)
        self.missed, self.waits = MissedCard(desk, self.page_scroll), WaitsCard(desk, self.page_scroll)
        self.no_stay = plain_label(_("There is no stay here, so there is no moving out."), "muted", self.page_scroll,
                                   wrap=True)
        self._of_stay = QVBoxLayout()
        self._of_stay.setSpacing(12)
        self.how: HowItEndsCard | None = None
        self.law: LawCard | None = None
        self.own: OwnListCard | None = None
        self.support = SupportCard(desk, self.page_scroll)
        self.closing = ClosingCard(desk, self.page_scroll)
        for first in (self.missed, self.waits):
            self.page_scroll.body.addWidget(first)
        self.page_scroll.body.addWidget(self.no_stay)
        self.page_scroll.body.addLayout(self._of_stay)
        self.page_scroll.body.addWidget(self.support)
        self.page_scroll.body.addWidget(self.closing)
        self.page_scroll.body.addStretch(1)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """Come to a line of the lists, the wish for support, or the closing of the course ("closing")."""
        target: QWidget | None = None
        if row_id == CLOSING or self._desk.case.get(Course, row_id) is not None:
            target = self.closing.outcome
        elif (told := self._desk.case.get(Told, row_id)) is not None:
            line = self.closing.told.widget(told.member)
            target = line.how if line is not None else self.closing.outcome
        elif self._desk.case.get(HomeSupportWish, row_id) is not None:
            target = self.support.wish
        elif self._desk.case.get(Stay, row_id) is not None:
            target = self.how.how if self.how is not None else None
        elif self._desk.case.get(LeavingTick, row_id) is not None:
            found = [card.row(row_id) for card in (self.law, self.own) if card is not None]
            target = next((row.note if row.note.text() else row.check for row in found if row is not None), None)
        if target is not None:
            target.setFocus()
            QTimer.singleShot(0, self, self._to_focus)         # once the page knows how tall it is

    def has_main_button(self) -> bool:
        return not self.closing.is_closed

    def _to_focus(self) -> None:
        field = keyboard_in(self.page_scroll)
        if field is not None:
            self.page_scroll.ensureWidgetVisible(field, 0, 120)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Stay) or changes.touches(Course):
            self._refresh()
            self.turned.emit()                           # the main button may have come or gone

    def _refresh(self) -> None:
        stay = stay_of_course(self._desk.case)
        if stay is not self._stay or (stay is not None and self.how is None):
            self._show_stay(stay)
        died = has_died(self._desk.case)
        self.no_stay.setVisible(stay is None)
        for card in (self.law, self.own):
            if card is not None:
                card.setVisible(not died)
        self.support.setVisible(not died)
        self.missed.refresh()
        self.waits.refresh()

    def _show_stay(self, stay: Stay | None) -> None:
        for old in (self.how, self.law, self.own):
            if old is not None:
                self._of_stay.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._stay, self.how, self.law, self.own = stay, None, None, None
        if stay is not None:
            self.how = HowItEndsCard(self._desk, stay, self.page_scroll)
            self.law = LawCard(self._desk, stay, self.page_scroll)
            self.own = OwnListCard(self._desk, stay, self.page_scroll)
            for each in (self.how, self.law, self.own):
                self._of_stay.addWidget(each)
