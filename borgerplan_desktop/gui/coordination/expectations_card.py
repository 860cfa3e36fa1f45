"""What we expect of each other, in three columns: you of us, we of you, I of you all."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.coordination import expectations as casework
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.expectation import (
    Expectation,
    ExpectationOf,
    expectations,
    follow_up_since,
    not_agreed,
)
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.papers import DocumentKind

EXAMPLES = {ExpectationOf.YOU_OF_US: N_("e.g. Tell me before you talk to others about me"),
            ExpectationOf.WE_OF_YOU: N_("e.g. Tell us if you cannot come"),
            ExpectationOf.I_OF_ALL: N_("e.g. Ask me first. When you say A, also say B")}


class ExpectationsCard(Card):
    """The three columns; agreed with the plan or here, and looked at again after each follow-up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("What we expect of each other"), "speech", parent)
        self._desk = desk
        self.columns = [ExpectationColumn(desk, of, self) for of in ExpectationOf]
        self.notice = plain_label("", "warn", self, wrap=True)
        self.state_label = plain_label("", "small", self, wrap=True)
        self.agree_button = button(_("We agree on this"), "check", "", self)
        self.look_button = button(_("Looked at together today"), "calendar_check", "", self)
        self.paper_button = self.add_action(_("Show the paper"), "print")
        self.paper_button.setAccessibleName(_("Show the paper with what we expect of each other"))
        grid = FieldGrid(230, 3, self)
        for each in self.columns:
            grid.add(each)
        row = QHBoxLayout()
        row.addWidget(self.agree_button)
        row.addWidget(self.look_button)
        row.addStretch(1)
        for part in (self.notice, grid, self.state_label):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.agree_button.clicked.connect(self._on_agree)
        self.look_button.clicked.connect(self._on_look)
        self.paper_button.clicked.connect(self._on_paper)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        rows = self.columns[0].rows.widgets()
        return rows[0] if rows else self.columns[0].add_button

    def row_of(self, expectation: Expectation) -> QWidget | None:
        return next((found for each in self.columns if (found := each.rows.widget(expectation)) is not None), None)

    def _on_agree(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.agree_expectations)

    def _on_look(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.look_at_expectations)

    def _on_paper(self) -> None:
        show_paper(self._desk, BY_KIND[DocumentKind.EXPECTATIONS], self.window())

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Expectation) or changes.touches(Meeting) or changes.touches(
                Cooperation, Cooperation.expectations_looked_at_on):
            self._refresh()

    def _refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        every, new, held = case.all(Expectation), not_agreed(case), follow_up_since(case)
        agreed = [each.agreed_on for each in every if each.agreed_on is not None]
        looked = case.the(Cooperation).expectations_looked_at_on
        at = held.ended_at or held.starts_at if held is not None else None
        say(self.notice, _("We met {date}. Look at these together again: how has it gone?").format(
            date=day(at.date(), today)) if at is not None else "")
        parts = [_("Agreed {date}.").format(date=day(max(agreed), today)) if agreed else "",
                 _("Looked at together {date}.").format(date=day(looked, today)) if looked and agreed else "",
                 _("Something is not agreed yet. It is agreed with the plan, or here.") if new else ""]
        if not every:
            parts = [_("Nothing yet. You may also ask something of us.")]
        say(self.state_label, " ".join(part for part in parts if part))
        self.agree_button.setVisible(bool(new))
        self.look_button.setVisible(bool(agreed) and looked != today)


class ExpectationColumn(QWidget):
    """One direction: lines to write, move with Alt and the arrows, and take away."""

    def __init__(self, desk: Desk, of: ExpectationOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._of = desk, of
        name = _(of.label)
        self.rows: RowColumn[Expectation, ExpectationRow] = RowColumn(self._make, 6, self)
        self.example = plain_label(_(EXAMPLES[of]), "muted", self, wrap=True)
        self.add_button = button(_("Add"), "plus", "ghost", self)
        self.add_button.setAccessibleName(_("Add: {column}").format(column=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(name, "bold", self, wrap=True))
        column.addWidget(self.rows)
        column.addWidget(self.example)
        column.addWidget(self.add_button)
        column.addStretch(1)
        self.add_button.clicked.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _make(self, expectation: Expectation) -> ExpectationRow:
        row = ExpectationRow(self._desk, expectation, self.rows)
        row.next_wanted.connect(self._on_add)
        row.gone_wanted.connect(self._on_gone)
        row.move_wanted.connect(self._on_move)
        return row

    def _on_add(self) -> None:
        """A line to write the next one; one that stands empty is used first."""
        empty = next((each for each in expectations(self._desk.case, self._of) if not each.text), None)
        made = empty or self._desk.made(casework.add_expectation, self._of)
        if (row := self.rows.widget(made)) is not None:
            row.text.setFocus()

    def _on_gone(self) -> None:
        row = self.sender()
        if isinstance(row, ExpectationRow) and row.expectation.exists:
            self._desk.settle.emit()
            self._desk.do(casework.remove_expectation, row.expectation)

    def _on_move(self, way: int) -> None:
        row = self.sender()
        if isinstance(row, ExpectationRow) and row.expectation.exists:
            focus, at = keyboard_in(self), expectations(self._desk.case, self._of).index(row.expectation)
            if at + way >= 0:
                self._desk.do(casework.move_expectation, row.expectation, at + way)
            if focus is not None:
                focus.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Expectation):
            self._refresh()

    def _refresh(self) -> None:
        shown = expectations(self._desk.case, self._of)
        self.rows.show_rows(shown)
        for row in self.rows.widgets():
            row.refresh()
        self.example.setVisible(not shown)


class ExpectationRow(QWidget):
    """The words, and once it is agreed how it has gone. Enter: one more; Backspace in an empty one: away with it."""

    next_wanted = Signal()
    gone_wanted = Signal()
    move_wanted = Signal(int)                            # -1 up, 1 down

    def __init__(self, desk: Desk, expectation: Expectation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.expectation = desk, expectation
        name = _(expectation.of.label)
        self.text = WrappedLine(name, _("What is expected?"), most=5, parent=self)
        self.how = GrowingTextEdit(least=1, most=5, parent=self)
        self.how.setAccessibleName(_("How it has gone"))
        self.how.setPlaceholderText(_("How has it gone?"))
        self.gone = icon_button("close", _("Remove: {column}").format(column=name), self)
        self._text = TextField(self.text, desk, Expectation.text, casework.WRITE)
        for bound in (self._text, TextField(self.how, desk, Expectation.how_it_went, casework.HOW)):
            bound.show_row(expectation)
        line, column = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(2)
        line.addWidget(self.text, 1)
        line.addWidget(self.gone, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.how)
        self.setFocusProxy(self.text)
        self.text.entered.connect(self._on_enter)
        self.text.erased.connect(self.gone_wanted)
        self.gone.clicked.connect(self.gone_wanted)
        self.refresh()

    def refresh(self) -> None:
        if self.expectation.exists:
            self.how.setVisible(self.expectation.agreed_on is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := wanted_move(event):
            self.move_wanted.emit(way)
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        self._text.store()
        if self.text.toPlainText().strip():
            self.next_wanted.emit()
