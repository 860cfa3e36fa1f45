"""The clip card: so many visits without a new referral, each with its day."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from borgerplan_desktop.casework.leaving import after_care as casework
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.editing.number_typed import NumberTyped
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.leaving import AfterCare, ClipUsed

MOST = 99                                                # visits on a card


class ClipCard(Card):
    def __init__(self, desk: Desk, care: AfterCare, parent: QWidget | None = None) -> None:
        super().__init__(_("Clip card"), "check_circle", parent)
        self._desk, self._care = desk, care
        self.paper_button = self.add_action(_("See the card"), "print")
        self.left_label = plain_label("", "bold", self, wrap=True)
        self.use_button = button(_("Use a clip"), "check", "", self)
        self.visits = ignore_wheel(QSpinBox(self))
        self.visits.setRange(0, MOST)
        self.visits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.visits.setAccessibleName(_("Visits on the card"))
        label = plain_label(_("Visits on the card"), "smallbold", self)
        label.setBuddy(self.visits)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.use_button)
        row.addStretch(1)
        row.addWidget(label)
        row.addWidget(self.visits)
        self.used: RowColumn[ClipUsed, ClipRow] = RowColumn(partial(ClipRow, desk, parent=self), 4, self)
        self.body.addWidget(plain_label(_("Come by without asking anybody first, and without a new referral."), "muted",
                                        self, wrap=True))
        self.body.addWidget(self.left_label)
        self.body.addLayout(row)
        self.body.addWidget(self.used)
        # Signals
        self.paper_button.clicked.connect(self.see_paper)
        self.use_button.clicked.connect(self._on_use)
        NumberTyped(self.visits).entered.connect(self._on_visits)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def see_paper(self) -> PaperWindow:
        """The card to carry."""
        return show_paper(self._desk, BY_KEY["clip-card"], self.window(), self._care.id)

    def _on_use(self) -> None:
        made = self._desk.made(casework.use_clip, self._care)
        if made is not None and (row := self.used.widget(made)) is not None:
            row.words.setFocus()

    def _on_visits(self) -> None:
        if self.visits.value() != self._care.visits:
            self._desk.do(casework.set_visits, self._care, self.visits.value())
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(ClipUsed) or changes.touches(AfterCare):
            self.refresh()

    def refresh(self) -> None:
        """As it stands now."""
        care = self._care
        if not care.exists:
            return
        used = care.used
        self.left_label.setText(ngettext("{left} of {n} visit left", "{left} of {n} visits left", care.visits).format(
            left=care.clips_left, n=care.visits))
        self.use_button.setEnabled(care.ended_on is None and care.clips_left > 0)
        self.visits.setEnabled(care.ended_on is None)
        if not self.visits.hasFocus():
            self.visits.setValue(care.visits)
        self.used.show_rows(used[::-1])


class ClipRow(QWidget):
    """One visit: its day, and a word about it."""

    def __init__(self, desk: Desk, clip: ClipUsed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clip = desk, clip
        self.on, self.words = DateEdit(parent=self), QLineEdit(self)
        self.on.look(Toward.BACK)
        self.words.setPlaceholderText(_("e.g. coffee, help with a letter"))
        self.gone = icon_button("close", _("Give the clip back"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.on)                           # as wide as a day is long
        row.addWidget(self.words, 1)
        row.addWidget(self.gone)
        name = _("Visit {day}").format(day=day(clip.on, desk.opened.today()))
        self.on.set_name(name)
        self.words.setAccessibleName(_("{visit}: in a few words").format(visit=name))
        DateField(self.on, desk, ClipUsed.on, casework.WROTE, casework.used_on).show_row(clip)
        TextField(self.words, desk, ClipUsed.words, casework.WROTE).show_row(clip)
        self.gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_clip, self._clip)
