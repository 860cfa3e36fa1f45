"""Every step the help has been on, newest first; the chosen one can be told more about and put right."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QSizePolicy, QWidget

from borgerplan_desktop.casework.course.ladder import correct_since, decided_that_day, remove_position
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.course.ladder_words import name_of, told
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.editing.person_field import FromMap
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.ladder import EXAMPLES, lacks_decision, needs_decision
from borgerplan_desktop.model.plan import LadderPosition
from borgerplan_desktop.model.row import Field

MOST = 5                                                 # lines of the list in sight


class LadderHistory(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Which help, and who decided"), "history", parent)
        self._desk = desk
        self._shown: LadderPosition | None = None
        self.empty_label = plain_label(_("Nobody has chosen a step yet. Choose one above."), "muted", self, wrap=True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("The steps so far"))
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.grid = FieldGrid(240, 3, self)
        self.help_field, self.by_field = QLineEdit(self.grid), QLineEdit(self.grid)
        self.since_field, self.decided_field = DateEdit(parent=self.grid), DateEdit(parent=self.grid)
        self.note_field = GrowingTextEdit("", 1, 6, self.grid)
        self.help_field.setPlaceholderText(_("e.g. support contact person"))
        self.by_field.setPlaceholderText(_("e.g. the municipality's visitation"))
        self.offered = OfferedWords(self.help_field, (), _("Help of that step"), _("Choose among examples"),
                                    _("The down key shows examples. You may write something else."))
        self.from_map = FromMap(self.by_field, desk)
        self.missing_pill = Pill(_("Who decided?"), "warn", "help", self)
        self.remove_button = button(_("Remove this step"), "", "quiet", self)
        for name, field in ((_("From"), self.since_field), (_("Which help"), self.help_field),
                            (_("Decided by (visitation)"), self.by_field), (_("Decided on"), self.decided_field),
                            (_("Note"), self.note_field)):
            self.grid.add_named(name, field)
        for each in (self.since_field, self.decided_field):
            each.look(Toward.BACK)
        self._texts = [TextField(field, desk, column, name) for field, column, name in (
            (self.help_field, LadderPosition.help, N_("Wrote which help it is")),
            (self.by_field, LadderPosition.decided_by, N_("Wrote who decided about the step")),
            (self.note_field, LadderPosition.note, N_("Wrote a note to the step")))]
        self._since = DateField(self.since_field, desk, LadderPosition.since, "", correct_since)
        self._decided = DateField(self.decided_field, desk, LadderPosition.decided_on, "", decided_that_day)
        foot = QHBoxLayout()
        foot.addWidget(self.missing_pill)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        for part in (self.empty_label, self.list, self.grid):
            self.body.addWidget(part)
        self.body.addLayout(foot)
        # Signals
        self.list.currentRowChanged.connect(self._on_row)
        self.offered.list.activated.connect(self._on_help)
        self.from_map.list.activated.connect(self._on_by)
        self.remove_button.clicked.connect(self._on_remove)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._refresh()

    def choose(self, row_id: str) -> None:
        """Show this position."""
        at = next((n for n, each in enumerate(self._positions()) if each.id == row_id), -1)
        if at >= 0:
            self.list.setCurrentRow(at)

    def _positions(self) -> list[LadderPosition]:
        """Newest first."""
        return list(reversed(self._desk.case.all(LadderPosition)))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(LadderPosition):
            self._refresh()

    def _refresh(self) -> None:
        positions, today = self._positions(), self._desk.opened.today()
        at = next((n for n, each in enumerate(positions) if each is self._shown), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for each, before in zip(positions, [*positions[1:], None], strict=False):
            add_two_lines(self.list, name_of(each), told(each, before, today), each.id)
        self.list.setCurrentRow(at if positions else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(positions))
        if positions:
            self.list.setMaximumHeight((self.list.sizeHintForRow(0) + 1) * MOST + 4)
        self.empty_label.setVisible(not positions)
        self.grid.setVisible(bool(positions))
        self.remove_button.setVisible(bool(positions))
        self._show(positions[at] if positions else None)

    def _on_row(self, _row: int) -> None:
        item = self.list.currentItem()
        self._show(self._desk.case.get(LadderPosition, item.data(ID)) if item is not None else None)

    def _show(self, position: LadderPosition | None) -> None:
        self._shown = position
        for field in (*self._texts, self._since, self._decided):
            field.show_row(position)
        self.missing_pill.setVisible(position is not None and lacks_decision(position))
        if position is not None:
            self.offered.offer(_(each) for each in EXAMPLES[position.step])
            asked = needs_decision(position.step)
            self.by_field.setEnabled(asked)
            self.decided_field.setEnabled(asked)

    def _on_help(self, words: str) -> None:
        self._write(LadderPosition.help, words, N_("Wrote which help it is"))

    def _on_by(self, words: str) -> None:
        self._write(LadderPosition.decided_by, words, N_("Wrote who decided about the step"))

    def _write(self, field: Field, words: str, name: str) -> None:
        """Chosen, not typed: the field does not know of it."""
        if self._shown is not None and self._shown.exists:
            self._desk.do(write, self._shown, field, words, name)

    def _on_remove(self) -> None:
        if self._shown is not None and self._shown.exists:
            self._desk.do(remove_position, self._shown)
            self.list.setFocus()
