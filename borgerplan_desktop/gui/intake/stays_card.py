"""The stays of a citizen, the newest first, and the way to begin a new one."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake import stays as casework
from borgerplan_desktop.casework.intake.merge import merged_cases
from borgerplan_desktop.casework.intake.taking_out import take_out, would_be_kept
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.intake.new_stay import NewStay
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.admission import MergedCase
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Course, Stay


class StaysCard(Card):
    """Five at once; the rest when asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Stays here"), "history", parent)
        self._desk, self._all = desk, False
        self.new_button = self.add_action(_("New stay …"), "plus")
        self.rows: RowColumn[Stay, StayLine] = RowColumn(partial(StayLine, desk, parent=self), 8, self)
        self.body.addWidget(self.rows)
        self.open_label = plain_label("", "small", self, wrap=True)
        self.body.addWidget(self.open_label)
        self.more_button = button("", "", "ghost", self)
        self.body.addWidget(self.more_button)
        self.merged: RowColumn[MergedCase, MergedLine] = RowColumn(partial(MergedLine, desk, parent=self), 4, self)
        self.body.addWidget(self.merged)
        self.same_button = button(_("The same person as another …"), "link", "ghost", self)
        self.body.addWidget(self.same_button)
        # Signals
        self.new_button.clicked.connect(self.ask_new_stay)
        self.more_button.clicked.connect(self._on_more)
        self.same_button.clicked.connect(self._on_same)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._refresh()

    def ask_new_stay(self) -> NewStay:
        self._desk.settle.emit()
        dialog = NewStay(self._desk, self.window())
        dialog.open()
        return dialog

    def _on_same(self) -> None:
        self._desk.go.emit("same_person", "")

    def _on_more(self) -> None:
        self._all = True
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Stay) or changes.touches(Course) or changes.touches(MergedCase):
            self._refresh()

    def _refresh(self) -> None:
        rows = casework.stays(self._desk.case)
        shown = rows if self._all else rows[:casework.STAYS]
        self.rows.show_rows(shown)
        for each in self.rows.widgets():
            each.refresh()
        left = len(rows) - len(shown)
        self.more_button.setText(ngettext("Show {n} more", "Show {n} more", left).format(n=left))
        self.more_button.setVisible(left > 0)
        free = casework.may_begin(self._desk.case)
        self.new_button.setEnabled(free)
        self.merged.show_rows(merged_cases(self._desk.case))
        say(self.open_label, "" if free else _("A new stay can begin when they have moved out."))


class StayLine(QWidget):
    """From and to, the room, and how it ended."""

    def __init__(self, desk: Desk, stay: Stay, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._stay = desk, stay
        self.when = plain_label("", "bold", self, wrap=True)
        self.what = plain_label("", "small", self, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.when)
        column.addWidget(self.what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        self.refresh()

    def refresh(self) -> None:
        stay = self._stay
        if not stay.exists:
            return
        start = day(stay.admitted_on) if stay.admitted_on is not None else _("Not dated")
        self.when.setText(_("{start} – {end}").format(start=start, end=day(stay.left_on)) if stay.left_on is not None
                          else _("{start} – now").format(start=start))
        parts = [_("Room {room}").format(room=stay.room) if stay.room else "",
                 _("Referred by {whom}").format(whom=stay.referred_by) if stay.referred_by else "",
                 _(stay.left_how.label) if stay.left_how is not None and stay.left_on is not None else "",
                 _("to {place}").format(place=stay.left_to) if stay.left_to else ""]
        say(self.what, " · ".join(part for part in parts if part))


class MergedLine(QWidget):
    """Another case of the same person that is in this one, and the way to take it out again."""

    def __init__(self, desk: Desk, merged: MergedCase, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._merged = desk, merged
        self.out_button = button(_("Take it out again …"), "undo", "ghost", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(_("Also {name}: two cases became one {date}").format(
            name=merged.called or _("Without a name"), date=day(merged.merged_on)), "small", self, wrap=True), 1)
        row.addWidget(self.out_button)
        self.out_button.clicked.connect(self._on_out)

    def _on_out(self) -> None:
        self._desk.settle.emit()
        kept = self._desk.made(would_be_kept, self._merged)
        if kept is None:
            return
        text = ngettext("{n} line was written on what came. It is kept as a note here.",
                        "{n} lines were written on what came. They are kept as a note here.", kept).format(n=kept)
        ask(self.window(), Question(
            _("Take {name} out again?").format(name=self._merged.called or _("Without a name")),
            text if kept else _("The other case becomes a case of its own again, as it was."),
            _("Take it out")), self._take_out)

    def _take_out(self) -> None:
        self._desk.do(take_out, self._merged)
