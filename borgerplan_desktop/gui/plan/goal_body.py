"""What an open goal shows: why, steps, help, who and when at the left; how it is going and the notes at the right."""
from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, PersonField, TextField
from borgerplan_desktop.gui.plan.could_be_row import CouldBeRow
from borgerplan_desktop.gui.plan.everyday_health import EverydayHealth
from borgerplan_desktop.gui.plan.help_card import HelpCard
from borgerplan_desktop.gui.plan.how_it_stands import HowItStands
from borgerplan_desktop.gui.plan.note_box import NoteBox
from borgerplan_desktop.gui.plan.notes_view import NotesView
from borgerplan_desktop.gui.plan.rating_box import RatingBox
from borgerplan_desktop.gui.plan.rating_chart import RatingChart
from borgerplan_desktop.gui.plan.step_row import StepRow
from borgerplan_desktop.gui.showing.source_line import SourceLine
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.wrapped_line import QuietText
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note, NoteLink, Rating
from borgerplan_desktop.model.plan import Goal, Intervention, Step

BESIDE = 820                                             # design pixels from which its two sides stand beside
FEW, AT_ONCE = 12, 6                                     # so many steps are in sight at first, and as the page opens


class GoalBody(QWidget):
    left: QWidget
    right: QWidget
    divider: QFrame
    sides: QBoxLayout
    why_label: QLabel
    why_layout: QVBoxLayout
    steps_layout: QVBoxLayout
    help_layout: QVBoxLayout
    who_layout: QVBoxLayout
    rating_layout: QVBoxLayout
    notes_layout: QVBoxLayout
    notes_label: QLabel
    chart: RatingChart
    add_step_button: QPushButton
    add_help_button: QPushButton
    note_button: QPushButton
    rate_button: QPushButton

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "goal_body")
        self._desk, self.goal = desk, goal
        self.note_box: NoteBox | None = None
        self.rating_box: RatingBox | None = None
        self.standing = HowItStands(desk, goal, self.left)
        column = self.left.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.standing)            # above the heading of why it matters
        question = _("Why is it important for {name}?").format(name=desk.case.the(Citizen).first_name)
        self.why = QuietText(_("Why it matters"), question, parent=self.left)
        self.why_layout.addWidget(self.why)
        SourceLine.below(self.why_layout, desk, goal, self.left)
        self.steps: RowColumn[Step, StepRow] = RowColumn(self._make_step, 0, self.left, FEW, AT_ONCE)
        self.steps_layout.addWidget(self.steps)
        self.help: RowColumn[Intervention, HelpCard] = RowColumn(self._make_help, 6, self.left)
        self.help_layout.addWidget(self.help)
        self.could_be = CouldBeRow(desk, goal, self.left)
        self.help_layout.addWidget(self.could_be)
        self.health = EverydayHealth(desk, goal, self.left)
        self.help_layout.addWidget(self.health)
        self.who_layout.addWidget(self._fields())
        self.notes = NotesView(desk, goal, self.right)
        self.notes_layout.addWidget(self.notes)
        why = TextField(self.why, desk, Goal.why, N_("Change why it matters"))
        why.show_row(goal)
        self._put_in_order()
        self.chart.show_goal(goal)
        self._tell_notes()
        # Signals
        self.add_step_button.clicked.connect(self._on_add_step)
        self.add_help_button.clicked.connect(self._on_add_help)
        self.note_button.clicked.connect(self._on_write_note)
        self.could_be.taken.connect(self._on_taken)
        self.notes.add_wanted.connect(self.add_to_note)
        self.rate_button.clicked.connect(self.rate)
        desk.changed.connect(self._on_changed)

    def _fields(self) -> QWidget:
        fields = FieldGrid(168, 3, self.left)
        self.responsible, self.deadline, self.follow_up = calm_combo(QComboBox(fields)), DateEdit(), DateEdit()
        for name, field in ((_("Responsible"), self.responsible), (_("By when"), self.deadline),
                            (_("Follow-up"), self.follow_up)):
            fields.add_named(name, field)
        person = PersonField(self.responsible, self._desk, Goal.responsible_id, N_("Choose who is responsible"),
                             others=True)
        for edit in (self.deadline, self.follow_up):
            edit.look(Toward.AHEAD)
        deadline = DateField(self.deadline, self._desk, Goal.deadline, N_("Change deadline"))
        follow_up = DateField(self.follow_up, self._desk, Goal.follow_up_on, N_("Change follow-up"))
        for bound in (person, deadline, follow_up):
            bound.show_row(self.goal)
        return fields

    def ask_about_status(self) -> None:
        """What a status asks about, ready to be written: why it stalls, or how it went."""
        self.standing.ask()

    # ------------------------------------------------------------------------------------------- steps and help
    def _make_step(self, step: Step) -> StepRow:
        row = StepRow(self._desk, step, self.steps)
        row.next_wanted.connect(self._on_next_step)
        row.gone_wanted.connect(self._on_gone)
        row.move_wanted.connect(self._on_move)
        return row

    def _make_help(self, help_: Intervention) -> HelpCard:
        card = HelpCard(self._desk, help_, self.help)
        card.gone_wanted.connect(self._on_gone)
        card.move_wanted.connect(self._on_move)
        return card

    def _on_add_step(self) -> None:
        self._add_step(None)

    def _on_next_step(self) -> None:
        row = self.sender()
        if isinstance(row, StepRow) and row.step in self.goal.steps:
            steps = self.goal.steps
            at = steps.index(row.step) + 1
            if at < len(steps) and not steps[at].text:   # an empty one waits there already
                self._focus_step(steps[at])
            else:
                self._add_step(at)

    def _add_step(self, index: int | None) -> None:
        if self.goal.exists:
            self._focus_step(self._desk.made(goals.add_step, self.goal, index=index))

    def _focus_step(self, step: Step | None) -> None:
        if (row := self.steps.reach(step)) is not None:
            row.text.setFocus()

    def _on_add_help(self) -> None:
        if self.goal.exists:
            made = self._desk.made(goals.add_intervention, self.goal)
            if (card := self.help.widget(made)) is not None:
                card.name.setFocus()

    def _on_taken(self, help_: Intervention) -> None:
        """The help is there with its words; what it is for can be put right at once."""
        if (card := self.help.widget(help_)) is not None:
            card.purpose.setFocus()

    def _on_gone(self) -> None:
        row = self.sender()
        if isinstance(row, StepRow) and row.step.exists:
            self._desk.do(goals.delete_step, row.step)
        elif isinstance(row, HelpCard) and row.help.exists:
            self._desk.do(goals.delete_intervention, row.help)

    def _on_move(self, way: int) -> None:
        row, had_focus = self.sender(), keyboard_in(self)
        if isinstance(row, StepRow) and row.step.exists:
            self._desk.do(goals.move_step, row.step, max(0, self.goal.steps.index(row.step) + way))
        elif isinstance(row, HelpCard) and row.help.exists:
            self._desk.do(goals.move_intervention, row.help, max(0, self.goal.interventions.index(row.help) + way))
        if had_focus is not None:
            had_focus.setFocus()

    # ------------------------------------------------------------------------------------------- notes and ratings
    def add_to_note(self, note: Note) -> None:
        """Open the place for an addition to a note."""
        self.write_note(_("What is there to add?"), note)

    def write_note(self, question: str = "", adds_to: Note | None = None) -> None:
        """Open the place for a note; `question` is what it asks."""
        if self.note_box is None:
            self.note_box = NoteBox(self._desk, self.goal, question, adds_to, self.right)
            self.note_box.closed.connect(self._on_note_left)
            self.notes_layout.insertWidget(0, self.note_box)
            self.note_box.show()
        self._tell_notes()
        self.note_box.edit.setFocus()

    def _on_write_note(self) -> None:
        self.write_note()

    def _on_note_left(self) -> None:
        if self.note_box is not None:
            self.note_box.hide()
            self.note_box.deleteLater()
            self.note_box = None
            self.note_button.setFocus()
        self._tell_notes()

    def rate(self) -> None:
        """Ask how it is going."""
        if self.rating_box is None:
            self.rating_box = RatingBox(self._desk, self.goal, self.right)
            self.rating_box.closed.connect(self._on_rated)
            self.rating_layout.addWidget(self.rating_box)
            self.rating_box.show()
        self.rating_box.ask()

    def _on_rated(self) -> None:
        if self.rating_box is not None:
            self.rating_box.hide()
            self.rating_box.deleteLater()
            self.rating_box = None
            self.rate_button.setFocus()

    def leave_innermost(self) -> bool:
        """Leave the note or the rating that is open; whether there was one."""
        if self.note_box is not None:
            self.note_box.finish()
        elif self.rating_box is not None:
            self._on_rated()
        else:
            return False
        return True

    # ------------------------------------------------------------------------------------------- refresh
    def _on_changed(self, changes: Changes) -> None:
        if not self.goal.exists:
            return
        if changes.touches(Step, Step.place, Step.goal_id) or changes.touches(Intervention, Intervention.place):
            self._put_in_order()
        if changes.touches(Rating) or changes.touches(NetworkMember):
            self.chart.show_goal(self.goal)
        if changes.touches(Note) or changes.touches(NoteLink):
            self._tell_notes()

    def _put_in_order(self) -> None:
        self.steps.show_rows(self.goal.steps)
        self.help.show_rows(self.goal.interventions)

    def _tell_notes(self) -> None:
        self.notes_label.setText(_("Latest notes") if self.goal.exists and self.goal.notes else _("Notes"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= px(BESIDE)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self.sides.direction() != wanted:
            self.sides.setDirection(wanted)
            self.divider.setVisible(beside)
