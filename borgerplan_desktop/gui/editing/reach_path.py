"""The path to somebody who did not come: what we have done, the next step, and what stood in the way."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.missed import not_settled, remove_missed, settle, take_step
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.showing.contact_words import (
    done_words,
    missed_words,
    reached_words,
    staff_name,
    step_words,
    when,
)
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact_note import MissedAppointment, ReachStep, ReachTry


class ReachPath(Card):
    """One missed appointment. What is written about a step is stored with its button, or by Enter."""

    def __init__(self, desk: Desk, missed: MissedAppointment, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="flat")
        self._desk, self._missed = desk, missed
        self._taking = False
        self.body.setContentsMargins(14, 10, 14, 12)
        self.title = plain_label("", "bold", self, wrap=True)
        self.state = Pill(parent=self)
        self.gone = icon_button("close", _("Remove what was noted"), self)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.gone)
        self.body.addLayout(top)
        self.body.addWidget(self.state)
        self._done = QVBoxLayout()
        self._done.setSpacing(2)
        self.body.addLayout(self._done)
        self.writing = self._make_writing()
        self.body.addWidget(self.writing)
        self.why_label = plain_label("", "smallbold", self, wrap=True)
        self.why = QLineEdit(self)
        self.why.setPlaceholderText(_("e.g. Had no money for the bus") if missed.is_of_citizen else
                                    _("e.g. Call in by phone instead"))
        self.why_label.setBuddy(self.why)
        self.body.addWidget(self.why_label)
        self.body.addWidget(self.why)
        self._why = TextField(self.why, desk, MissedAppointment.why, N_("What stood in the way"))
        self._why.show_row(missed)
        self.settle_button = button("", "check", "ghost", self)
        self.body.addWidget(self.settle_button)
        # Signals
        self.gone.clicked.connect(self._on_gone)
        self.settle_button.clicked.connect(self._on_settle)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def _make_writing(self) -> QWidget:
        box = QWidget(self)
        self.step = calm_combo(QComboBox(box), 12)
        self.step.setAccessibleName(_("What we did"))
        self.note = QLineEdit(box)
        self.note.setPlaceholderText(_("How did it go? May stay empty."))
        self.note.setAccessibleName(_("How did it go?"))
        UnsavedLine(self.note, self._desk, "try", self._missed)
        self.on_field = DateEdit(self._desk.opened.today, box)
        self.on_field.look(Toward.BACK)
        self.on_field.setDate(self._desk.opened.today())
        self.reached = WrappedCheck(reached_words(self._missed), box)
        self.trouble = plain_label("", "smallbad", box, wrap=True)
        self.trouble.hide()
        self.write = button(_("Write it down"), "plus", "", box)
        grid = FieldGrid(190, 2, box)
        grid.add_named(_("What we did"), self.step)
        grid.add_named(_("Day"), self.on_field)
        row = QHBoxLayout()
        row.addWidget(self.reached, 1)
        row.addWidget(self.write)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(grid)
        column.addWidget(self.note)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self.write.clicked.connect(self._on_write)
        self.note.returnPressed.connect(self._on_write)
        return box

    # ------------------------------------------------------------------ showing
    def refresh(self) -> None:
        missed, today = self._missed, self._desk.opened.today()
        if not missed.exists:
            return
        settled, next_ = missed.settled_on, missed.next_step
        words = missed_words(missed, today)
        self.title.setText(words)
        self.setAccessibleName(words)
        if settled is not None:
            self.state.say(_("In touch again {date}").format(date=when(settled, today)), "good", "check")
        elif next_ is not None:
            self.state.say(_("Next: {step}").format(step=step_words(missed, next_)), "soft", "arrow_right")
        else:
            self.state.say(_("All steps taken. Try again, another way."), "soft", "arrow_right")
        self._show_tries()
        self.writing.setVisible(settled is None)
        self._fill_steps()
        self.why_label.setText(_("What stood in the way?") if missed.is_of_citizen else _("What do they need to come?"))
        self.why.setAccessibleName(self.why_label.words())
        self.settle_button.setText(_("In touch again") if settled is None else _("Not in touch after all"))
        self.settle_button.setAccessibleName(f"{self.settle_button.text()}, {words}")
        self.gone.setAccessibleName(_("Remove: {what}").format(what=words))

    def _show_tries(self) -> None:
        while (item := self._done.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in self._missed.tries:
            by = staff_name(self._desk.case, each.by_id)
            parts = (day(each.on, self._desk.opened.today()), done_words(self._missed, each.step), by)
            said = [": ".join(part for part in (" · ".join(p for p in parts if p), each.note) if part)]
            if each.reached:
                said.append(reached_words(self._missed))
            self._done.addWidget(plain_label(". ".join(part.rstrip(".") for part in said), "small", self, wrap=True))

    def _fill_steps(self) -> None:
        chosen = self._missed.next_step or self._missed.path[0]
        self.step.clear()
        for step in self._missed.path:
            self.step.addItem(step_words(self._missed, step), step)
        self.step.setCurrentIndex(self._missed.path.index(chosen))

    # ------------------------------------------------------------------ what a person does
    def _on_write(self) -> None:
        step = ReachStep(self.step.currentData())
        self.trouble.hide()
        self._taking = True
        stored = self._desk.do(take_step, self._missed, step, self.note.text(), reached=self.reached.isChecked(),
                               on=self.on_field.date())
        self._taking = False
        if stored == "stored":
            self.note.clear()
            self.reached.setChecked(False)
            (self.why if self._missed.settled_on is not None else self.note).setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._taking:
            say(self.trouble, sentence)
            self._desk.said()
            self.on_field.setFocus()

    def _on_settle(self) -> None:
        self._desk.do(settle if self._missed.settled_on is None else not_settled, self._missed)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(remove_missed, self._missed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(MissedAppointment) or changes.touches(ReachTry):
            self.refresh()
