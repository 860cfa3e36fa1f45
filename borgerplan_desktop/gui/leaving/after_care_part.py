"""The part of the course called Efterværn: a course of its own, begun at leaving or later, for nine months."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving import after_care as casework
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.leaving.calls_card import CallsCard
from borgerplan_desktop.gui.leaving.clip_card import ClipCard
from borgerplan_desktop.gui.leaving.signs_card import SignsCard
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Stay, has_died
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall, after_care
from borgerplan_desktop.model.network import NetworkMember


class AfterCarePart(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._care: AfterCare | None = None
        self.page_scroll = PageScroll(_("After-care"), self)
        self.empty = EmptyState(parent=self, icon="phone", action_icon="plus")
        self.about: AboutCard | None = None
        self.calls: CallsCard | None = None
        self.clips: ClipCard | None = None
        self.signs: SignsCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_scroll)
        column.addWidget(self.empty)
        self.empty.wanted.connect(self.begin)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def begin(self) -> None:
        """It begins, with its calls proposed."""
        self._desk.do(casework.begin_after_care)
        if self.calls is not None:
            self.calls.words.setFocus()

    def show_row(self, row_id: str) -> None:
        """Come to a call, or to the next one."""
        if self.calls is not None and self._care is not None:
            call = self._desk.case.get(AfterCareCall, row_id) or self._care.next_call
            if call is not None:
                self.calls.show_call(call)
                if (field := keyboard_in(self.calls)) is not None:
                    self.page_scroll.ensureWidgetVisible(field)

    def has_main_button(self) -> bool:
        return self._care is None or self._care.ended_on is None

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(AfterCare) or changes.touches(Stay):
            self._refresh()
            self.turned.emit()

    def _refresh(self) -> None:
        care, name = after_care(self._desk.case), self._desk.case.the(Citizen).first_name
        if care is not self._care:
            self._show(care)
        self.page_scroll.setVisible(care is not None)
        self.empty.setVisible(care is None)
        if has_died(self._desk.case):
            self.empty.say(_("There is no after-care."))
        else:
            text = _("Shall we call {name} after the move? Often in the beginning, then less, for nine months.")
            self.empty.say(_("No after-care yet"), text.format(name=name), _("Begin after-care"))

    def _show(self, care: AfterCare | None) -> None:
        for old in (self.about, self.calls, self.clips, self.signs):
            if old is not None:
                self.page_scroll.body.removeWidget(old)
                old.hide()
                old.deleteLater()
        while self.page_scroll.body.count():
            self.page_scroll.body.takeAt(0)
        self._care, self.about, self.calls, self.clips, self.signs = care, None, None, None, None
        if care is not None:
            parts = (self._desk, care, self.page_scroll)
            self.about, self.calls, self.clips, self.signs = (AboutCard(*parts), CallsCard(*parts), ClipCard(*parts),
                                                              SignsCard(*parts))
            for each in (self.calls, self.signs, self.clips, self.about):
                self.page_scroll.body.addWidget(each)
            self.page_scroll.body.addStretch(1)


class AboutCard(Card):
    """What it is for, who comes along, and its end."""

    def __init__(self, desk: Desk, care: AfterCare, parent: QWidget | None = None) -> None:
        super().__init__(_("What it is for, and who comes along"), "people", parent)
        self._desk, self._care = desk, care
        self.paper_button = self.add_action(_("See the paper"), "print")
        self.phase = plain_label("", "muted", self, wrap=True)
        self.agreed, self.transition = GrowingTextEdit("", 2, 6, self), GrowingTextEdit("", 2, 6, self)
        self.why = GrowingTextEdit("", 1, 4, self)
        self.agreed.setPlaceholderText(_("e.g. Call me Thursday evening, not in the morning"))
        self.transition.setPlaceholderText(_("e.g. a peer comes along to the first evening in the café"))
        self.companion = ChoosePerson(desk, _("Companion (volunteer)"), _("Nobody yet"), self)
        grid = FieldGrid(250, 2, self)
        for name, field in ((_("What the citizen wants of it"), self.agreed),
                            (_("Peers and relatives in the transition"), self.transition),
                            (_("Companion (volunteer)"), self.companion), (_("Why it ends"), self.why)):
            grid.add_named(name, field)
        self.end_button = button(_("End after-care"), "", "", self)
        self.go_on_button = button(_("Go on with after-care"), "undo", "", self)
        row = QHBoxLayout()
        row.addWidget(self.end_button)
        row.addWidget(self.go_on_button)
        row.addStretch(1)
        self.body.addWidget(self.phase)
        self.body.addWidget(grid)
        self.body.addLayout(row)
        for bound in (TextField(self.agreed, desk, AfterCare.agreed, casework.WROTE),
                      TextField(self.transition, desk, AfterCare.transition, casework.WROTE),
                      TextField(self.why, desk, AfterCare.ended_why, casework.WROTE)):
            bound.show_row(care)
        # Signals
        self.companion.chosen.connect(self._on_companion)
        self.paper_button.clicked.connect(self.see_paper)
        self.end_button.clicked.connect(self._on_end)
        self.go_on_button.clicked.connect(self._on_go_on)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def see_paper(self) -> PaperWindow:
        """Calls, card and signs on one page, for the citizen."""
        return show_paper(self._desk, BY_KEY["after-care"], self.window(), self._care.id)

    def _on_companion(self, member: NetworkMember | None) -> None:
        self._desk.do(casework.choose_companion, self._care, member)

    def _on_end(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.end_after_care, self._care)

    def _on_go_on(self) -> None:
        self._desk.do(casework.go_on_with_after_care, self._care)

    def _on_changed(self, changes: Changes) -> None:
        if self._care.exists and changes.touches(self._care):
            self._refresh()

    def _refresh(self) -> None:
        care, today = self._care, self._desk.opened.today()
        how_often = {1: _("often"), 2: _("less often"), 3: _("seldom")}[care.phase(today)]
        self.phase.setText(
            _("Began {date}. Phase {n} of 3: we call {how_often}.").format(
                date=day(care.began_on, today), n=care.phase(today), how_often=how_often) if care.ended_on is None else
            _("Began {date}, ended {end}.").format(date=day(care.began_on, today), end=day(care.ended_on, today)))
        self.companion.show_person(care.companion)
        self.end_button.setVisible(care.ended_on is None)
        self.go_on_button.setVisible(care.ended_on is not None)
