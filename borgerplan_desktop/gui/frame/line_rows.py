"""The lines of a list of the frame, each in fields of its own: functions, channels, interpreters, kinds of plans."""
from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.compared import FIELDS
from borgerplan_desktop.casework.frame.frame import (
    ADDED,
    WRITE_LINE,
    FrameLine,
    add_line,
    lines_of,
    move_line,
    remove_line,
    says_something,
)
from borgerplan_desktop.casework.frame.questions import LISTS
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.framework import (
    CoordinatingFunction,
    FrameChannel,
    FramePlan,
    FrameQuestion,
    InterpreterOption,
)
from borgerplan_desktop.model.row import Row

FEW = 20                                                 # lines at once

EXAMPLES: dict[tuple[type[Row], str], str] = {
    (CoordinatingFunction, "administration"): N_("e.g. Job centre"),
    (CoordinatingFunction, "function"): N_("e.g. coordinating caseworker"),
    (CoordinatingFunction, "contact"): N_("Name, phone or e-mail"),
    (FrameChannel, "name"): N_("e.g. secure mail"),
    (FrameChannel, "used_for"): N_("e.g. everything with a name in it"),
    (InterpreterOption, "language"): N_("e.g. Greenlandic"),
    (InterpreterOption, "how"): N_("e.g. on the phone, in person"),
    (InterpreterOption, "notice"): N_("e.g. 2 days before"),
    (FramePlan, "name"): N_("e.g. § 141 action plan"),
    (FramePlan, "kept_where"): N_("e.g. the municipality's own system")}


class LinesBox(QWidget):
    """The list of a question. Alt with the arrows moves the line one is in. `added(row)`: somebody writes in it now."""

    added = Signal(QWidget)

    def __init__(self, desk: Desk, question: FrameQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._question = desk, question
        self._kind = LISTS[question]
        self.rows: RowColumn[Row, LineRow] = RowColumn(self._make, 8, self, few=FEW)
        words = _(ADDED[self._kind])  # type: ignore[index]
        self.add_button = button(words, "plus", "ghost", self)
        self.add_button.setAccessibleName(f"{words}: {_(question.label)}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.rows)
        column.addWidget(self.add_button)
        self.add_button.clicked.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self._show()

    def row_of(self, line: Row | None) -> LineRow | None:
        return self.rows.reach(line)

    def _make(self, line: Row) -> LineRow:
        made = LineRow(self._desk, line, self.rows)
        made.gone_wanted.connect(self._on_gone)
        made.move_wanted.connect(self._on_move)
        return made

    def _on_add(self) -> None:
        """A line that stands empty is used first."""
        self._desk.settle.emit()
        empty = next((each for each in lines_of(self._desk.case, self._question) if not says_something(each)), None)
        made = empty or self._desk.made(add_line, self._question)
        if (row := self.row_of(made)) is not None:
            row.setFocus()
            self.added.emit(row)

    def _on_gone(self) -> None:
        row = self.sender()
        if isinstance(row, LineRow) and row.line.exists:
            self._desk.settle.emit()
            self._desk.do(remove_line, row.line)
            if not self.rows.widgets():
                self.add_button.setFocus()

    def _on_move(self, way: int) -> None:
        row = self.sender()
        if isinstance(row, LineRow) and row.line.exists:
            held, at = keyboard_in(self), lines_of(self._desk.case, self._question).index(row.line)
            if at + way >= 0:
                self._desk.do(move_line, self._question, row.line, at + way)
            if held is not None:
                held.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self._kind):
            self._show()

    def _show(self) -> None:
        self.rows.show_rows(lines_of(self._desk.case, self._question))


@dataclass
class _Field:
    key: str                                             # of a column


class LineRow(Card):
    """One line: its fields beside each other, and a way to take it away."""

    gone_wanted = Signal()
    move_wanted = Signal(int)                            # -1 up, 1 down

    def __init__(self, desk: Desk, line: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="flat")
        self.line: FrameLine = line  # type: ignore[assignment]
        self.body.setContentsMargins(12, 8, 8, 10)
        self.edits: dict[str, QLineEdit] = {}
        grid = FieldGrid(180, 3, self)
        for name, words in FIELDS[type(line)]:
            edit = self.edits[name] = QLineEdit(grid)
            edit.setPlaceholderText(_(EXAMPLES.get((type(line), name), "")) if (type(line), name) in EXAMPLES else "")
            grid.add_named(_(words), edit)
            TextField(edit, desk, _Field(name), WRITE_LINE).show_row(line)
        if isinstance(line, FramePlan):
            self.topic = calm_combo(QComboBox(grid))
            grid.add_named(_("What a consent must cover"), self.topic)
            choices = [(None, _("Not said")), *((each, _(each.label)) for each in Topic)]
            ChoiceField(self.topic, desk, FramePlan.topic, WRITE_LINE, choices).show_row(line)
        self.gone = icon_button("close", _("Remove this line"), self)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(grid, 1)
        row.addWidget(self.gone, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.setFocusProxy(next(iter(self.edits.values())))
        self.gone.clicked.connect(self.gone_wanted)
        next(iter(self.edits.values())).textChanged.connect(self._name_parts)
        self._name_parts()

    def _name_parts(self) -> None:
        """To the ear there is one such button a line, each called after its own."""
        words, said = _("Remove this line"), next(iter(self.edits.values())).text().strip()
        self.gone.setAccessibleName(f"{words}: {said}" if said else words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := wanted_move(event):
            self.move_wanted.emit(way)
        else:
            super().keyPressEvent(event)
