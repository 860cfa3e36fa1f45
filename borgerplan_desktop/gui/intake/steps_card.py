"""The steps of the admission, in the order of the recommendations: done when, a note, and a door to its place."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake import admission
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.admission import AdmissionKind, AdmissionStep
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.papers import DocumentKind

HELP = {
    AdmissionKind.SCREENING: N_("Can we help here, or is there a better place? Is anything urgent?"),
    AdmissionKind.TALK: N_("What has happened, what do they wish, and what do they need first?"),
    AdmissionKind.BELONGING: N_("Where have they lived, and which municipality acts?"),
    AdmissionKind.CONSENT: N_("Whom may we talk with, and about what?"),
    AdmissionKind.SAFETY: N_("Is anybody in danger? A protected address, children, somebody they fear?"),
    AdmissionKind.MONEY: N_("What is there to live on, and what does the stay cost?"),
    AdmissionKind.EXPECTATIONS: N_("What do they expect of us, and we of them? Are the house rules known?"),
    AdmissionKind.HOUSING: N_("What do they wish, and which list can they join now?"),
}
# Where a step has its place in the program: what the door is called, the tab or dialog, and the place in it.
DOORS: dict[AdmissionKind, tuple[str, str, str]] = {
    AdmissionKind.TALK: (N_("Own words"), "plan", ""),
    AdmissionKind.CONSENT: (N_("Consent"), "papers", ""),
    AdmissionKind.SAFETY: (N_("Facts"), "citizen", ""),
    AdmissionKind.MONEY: (N_("Applications"), "overview", "waiting"),
    AdmissionKind.EXPECTATIONS: (N_("Expectations"), "overview", "together"),
    AdmissionKind.HOUSING: (N_("Applications"), "overview", "waiting"),
}


class StepsCard(Card):
    """`show_stay(stay)` first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("The admission, step by step"), "steps", parent)
        self._desk = desk
        self._stay: Stay | None = None
        self.count = plain_label("", "small", self)
        self.head.addWidget(self.count)
        self.welcome_button = self.add_action(_("Welcome sheet"), "print")
        self.welcome_button.clicked.connect(self.show_welcome)
        self.lines = [StepLine(desk, kind, self) for kind in AdmissionKind]
        for each in self.lines:
            self.body.addWidget(each)
        desk.changed.connect(self._on_changed)

    def show_stay(self, stay: Stay) -> None:
        self._stay = stay
        self._refresh()

    def show_welcome(self) -> None:
        """The sheet for somebody who is new here, to print."""
        show_paper(self._desk, BY_KIND[DocumentKind.WELCOME], self.window())

    def line(self, kind: AdmissionKind) -> StepLine:
        return self.lines[kind.number]

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(AdmissionStep):
            self._refresh()

    def _refresh(self) -> None:
        if self._stay is None or not self._stay.exists:
            return
        seen = admission.steps(self._desk.case, self._stay)
        for each, (_kind, row) in zip(self.lines, seen, strict=True):
            each.show_step(self._stay, row)
        done = sum(row is not None and row.done_on is not None for _kind, row in seen)
        self.count.setText(_("{n} of {total} done").format(n=done, total=len(seen)))


class StepLine(QWidget):
    """One step: a tick with its day, a note, and its door."""

    def __init__(self, desk: Desk, kind: AdmissionKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.kind = desk, kind
        self._stay: Stay | None = None
        self._row: AdmissionStep | None = None
        self.tick = WrappedCheck(_(kind.label), self)
        self.tick.setAccessibleDescription(_(HELP[kind]))
        self.day = DateEdit(desk.opened.today, self)
        self.day.look(Toward.BACK)
        self.day.set_name(_("Done on: {step}").format(step=_(kind.label)))
        self.note_button = icon_button("edit", _("Write about it: {step}").format(step=_(kind.label)), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(_(HELP[kind]))
        self.note.setAccessibleName(_("Note: {step}").format(step=_(kind.label)))
        self.help = plain_label(_(HELP[kind]), "small", self, wrap=True)
        self._fields = (TextField(self.note, desk, AdmissionStep.note, admission.ADMITTED),
                        DateField(self.day, desk, AdmissionStep.done_on, admission.ADMITTED, admission.step_done_on))
        self.written = QWidget(self)
        written = QHBoxLayout(self.written)
        written.setContentsMargins(0, 0, 0, 4)
        written.addWidget(self.note, 3, Qt.AlignmentFlag.AlignTop)
        written.addWidget(self.day, 1, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tick, 1)
        if kind in DOORS:
            self.door = button(_(DOORS[kind][0]), "chevron_right", "ghost", self, icon_right=True)
            self.door.clicked.connect(self._on_door)
            row.addWidget(self.door)
        row.addWidget(self.note_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.help)
        column.addWidget(self.written)
        # Signals
        self.tick.clicked.connect(self._on_tick)
        self.note_button.clicked.connect(self._on_note)

    def show_step(self, stay: Stay, row: AdmissionStep | None) -> None:
        self._stay, self._row = stay, row
        for field in self._fields:
            field.show_row(row)
        self.tick.setChecked(row is not None and row.done_on is not None)
        self.written.setVisible(row is not None)
        self.note_button.setVisible(row is None)
        self.help.setVisible(row is None)

    def _on_tick(self, on: bool) -> None:
        if self._stay is not None:
            today: date = self._desk.opened.today()
            self._desk.do(admission.step_done, self._stay, self.kind, today if on else None)
            self.show_step(self._stay, self._row)

    def _on_note(self) -> None:
        if self._stay is not None and self._desk.made(admission.begin_step, self._stay, self.kind) is not None:
            self.note.setFocus()

    def _on_door(self) -> None:
        _name, tab, place = DOORS[self.kind]
        self._desk.go.emit(tab, place)
