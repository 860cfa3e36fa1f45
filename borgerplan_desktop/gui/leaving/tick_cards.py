"""What must be in place before the municipality can discharge, and the citizen's own list for the move."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from borgerplan_desktop.casework.leaving import checklist
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField
from borgerplan_desktop.gui.leaving.tick_row import TickRow
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import Application, HousingOffer
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import LeavesTo, Milestone, Stay
from borgerplan_desktop.model.leaving import LAW_LIST, OWN_LIST, LeavingTick, conditions


class LawCard(Card):
    """§ 110, stk. 5, i lov om social service; it never blocks."""

    def __init__(self, desk: Desk, stay: Stay, parent: QWidget | None = None) -> None:
        super().__init__(_("Before the municipality can discharge"), "check_circle", parent)
        self._desk, self._stay = desk, stay
        self.paper_button = self.add_action(_("See the paper"), "print")
        self.rule = plain_label("", "muted", self, wrap=True)
        self.way = calm_combo(QComboBox(self))
        self.missing = plain_label("", "bold", self, wrap=True)
        grid = FieldGrid(230, 2, self)
        grid.add_named(_("Where does the way lead?"), self.way)
        self.rows = [TickRow(desk, stay, item, self) for item in LAW_LIST]
        for each in (plain_label(_("§ 110, stk. 5, of the Social Services Act (lov om social service)"), "small", self,
                                 wrap=True), self.rule, grid, *self.rows, self.missing):
            self.body.addWidget(each)
        choices = [(None, _("Not settled yet")), *((way, _(way.label)) for way in LeavesTo)]
        ChoiceField(self.way, desk, Stay.leaves_to, N_("Choose where the way leads"), choices).show_row(stay)
        self.paper_button.clicked.connect(self.see_paper)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def see_paper(self) -> PaperWindow:
        """The checklist as a paper."""
        return show_paper(self._desk, BY_KEY["discharge"], self.window(), self._stay.id)

    def row(self, row_id: str) -> TickRow | None:
        """The line a tick belongs to."""
        return _row(self.rows, self._desk, row_id)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (LeavingTick, Stay, Milestone, Application, HousingOffer)):
            self._refresh()

    def _refresh(self) -> None:
        if not self._stay.exists:
            return
        wanted = conditions(self._stay)
        for row in self.rows:
            row.refresh()
            row.setVisible(row.item in wanted)
        self.rule.setText(checklist.rule_words(self._stay.left_how))
        say(self.missing, checklist.state_words(self._desk.case, self._stay))


class OwnListCard(Card):
    """What the citizen needs from the first day."""

    def __init__(self, desk: Desk, stay: Stay, parent: QWidget | None = None) -> None:
        super().__init__(_("My own list"), "key", parent)
        self._desk, self._stay = desk, stay
        self.paper_button = self.add_action(_("See the paper"), "print")
        self.rows = [TickRow(desk, stay, item, self) for item in OWN_LIST]
        for each in self.rows:
            self.body.addWidget(each)
        self.paper_button.clicked.connect(self.see_paper)
        desk.changed.connect(self._on_changed)

    def see_paper(self) -> PaperWindow:
        """The list for the citizen to carry."""
        return show_paper(self._desk, BY_KEY["moving-out"], self.window(), self._stay.id)

    def row(self, row_id: str) -> TickRow | None:
        """The line a tick belongs to."""
        return _row(self.rows, self._desk, row_id)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(LeavingTick):
            for row in self.rows:
                row.refresh()


def _row(rows: list[TickRow], desk: Desk, row_id: str) -> TickRow | None:
    tick = desk.case.get(LeavingTick, row_id)
    return next((each for each in rows if tick is not None and each.item == tick.item), None)
