"""How we work together: where and how we meet, interpreter, who stands beside, involvement, and expectations."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.said_elsewhere import interpreter_languages, interpreters
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.coordination.beside_citizen import InsteadCard, LayCard, called
from borgerplan_desktop.gui.coordination.expectations_card import ExpectationsCard
from borgerplan_desktop.gui.coordination.question import question
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import breakable, plain_label, say
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.prose import no_prose
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Answer, Channel, Cooperation
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.framework import InterpreterOption
from borgerplan_desktop.model.meeting import Meeting, next_meeting


class TogetherPart(Tab):
    """`show_row` knows the fields by a word: place, channel, interpreter, lay, instead, involvement, may_know, stuck,
    expectations."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, desk.case.the(Cooperation)
        self.page_scroll = PageScroll(_("How we work together"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_scroll)
        page = self.page_scroll.widget()
        self.meet = MeetCard(desk, page)
        self.interpreter = InterpreterCard(desk, page)
        self.lay, self.instead = LayCard(desk, page), InsteadCard(desk, page)
        self.involved = InvolvedCard(desk, page)
        self.expectations = ExpectationsCard(desk, page)
        words = _("Each one is asked, and asked again when something changes. It stands in the plan.")
        self.page_scroll.body.addWidget(plain_label(words, "muted", page, wrap=True))
        for card in (self.meet, self.interpreter, self.lay, self.instead, self.involved, self.expectations):
            self.page_scroll.body.addWidget(card)
        self.page_scroll.body.addStretch(1)

    def show_row(self, row_id: str) -> None:
        """Come here to answer about one of them: the keyboard goes to what is still open of it."""
        places: dict[str, QWidget] = {
            "place": self.meet.place_field, "channel": self.meet.channel_field,
            "interpreter": self.interpreter.answer(), "lay": self.lay.answer(), "instead": self.instead.who_field,
            "involvement": self.involved.involvement_field, "may_know": self.involved.may_know_field,
            "stuck": self.involved.stuck_field, "expectations": self.expectations.first()}
        expectation = self._desk.case.get(Expectation, row_id)
        field = places.get(row_id) or (self.expectations.row_of(expectation) if expectation is not None else None)
        if field is not None:
            field.setFocus()
            self.page_scroll.ensureWidgetVisible(field)


class MeetCard(Card):
    """The place, asked each time, and how one gets hold of the citizen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Where and how we meet"), "pin", parent)
        self._desk = desk
        self.place_field, self.channel_field = no_prose(GrowingTextEdit(parent=self)), calm_combo(QComboBox(self))
        self.asked_label = plain_label("", "small", self, wrap=True)
        self.asked_box = WrappedCheck("", self)
        grid = FieldGrid(260, 2, self)
        words = _("Where would {name} like to meet? Ask each time.").format(name=breakable(called(desk)))
        grid.add(question(words, self.place_field, grid))
        self.place_field.setAccessibleName(_("Preferred meeting place"))
        grid.add(question(_("Reached best by"), self.channel_field, grid))
        self.body.addWidget(grid)
        self.body.addWidget(self.asked_label)
        self.body.addWidget(self.asked_box)
        row = desk.case.the(Cooperation)
        TextField(self.place_field, desk, Cooperation.meeting_place, N_("Edit the meeting place")).show_row(row)
        ChoiceField(self.channel_field, desk, Cooperation.channel, N_("Choose the channel"),
                    [(each, _(each.label)) for each in Channel]).show_row(row)
        self.asked_box.clicked.connect(self._on_asked)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_asked(self, yes: bool) -> None:
        meeting = next_meeting(self._desk.case, self._desk.opened.now())
        if meeting is not None:
            self._desk.do(write, meeting, Meeting.place_asked, yes, N_("Asked where to meet"))
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Meeting):
            self._refresh()

    def _refresh(self) -> None:
        case, today, ahead = self._desk.case, self._desk.opened.today(), next_meeting(self._desk.case,
                                                                                      self._desk.opened.now())
        asked = [m for m in case.all(Meeting) if m.place_asked and m is not ahead and m.starts_at is not None]
        last = asked[-1] if asked else None
        say(self.asked_label, _("Last asked for the meeting {date}: {place}").format(
            date=day(last.starts_at.date(), today), place=last.place_text or "–")
            if last is not None and last.starts_at is not None
            else "" if ahead is not None and ahead.place_asked else _("Not asked for any meeting yet."))
        self.asked_box.setVisible(ahead is not None)
        if ahead is not None:
            when = day(ahead.starts_at.date(), today) if ahead.starts_at is not None else _("the next meeting")
            words = _("{name} was asked about the place for {meeting}").format(name=called(self._desk), meeting=when)
            self.asked_box.setText(words.replace("&", "&&"))
            self.asked_box.setAccessibleName(words)
            self.asked_box.setChecked(ahead.place_asked)


class InterpreterCard(Card):
    """Whether one is needed, in which language, and how it is booked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Interpreter"), "interpreter", parent)
        self._desk = desk
        self._row = desk.case.the(Cooperation)
        self.interpreter_field = calm_combo(QComboBox(self))
        self.language_field, self.booking_field = QLineEdit(self), QLineEdit(self)
        self.booking_field.setPlaceholderText(_("e.g. by phone, through the municipality's agency"))
        grid = FieldGrid(220, 3, self)
        grid.add(question(_("Interpreter needed?"), self.interpreter_field, grid))
        self.interpreter_boxes = [question(_("Which language?"), self.language_field, grid),
                                  question(_("How the interpreter is booked"), self.booking_field, grid)]
        for box in self.interpreter_boxes:
            grid.add(box)
        self.body.addWidget(grid)
        ChoiceField(self.interpreter_field, desk, Cooperation.interpreter, N_("Answer about the interpreter"),
                    [(each, _(each.label)) for each in Answer]).show_row(self._row)
        for edit, column in ((self.language_field, Cooperation.interpreter_language),
                             (self.booking_field, Cooperation.interpreter_booking)):
            TextField(edit, desk, column, N_("Edit the interpreter")).show_row(self._row)
        told = _("The down key shows the frame's interpreters. You may write another.")
        self.languages = OfferedWords(self.language_field, (), _("Languages of the frame"), _("Choose from the frame"),
                                      told)
        self.offered = OfferedWords(self.booking_field, (), _("Interpreters of the frame"), _("Choose from the frame"),
                                    told)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def answer(self) -> QWidget:
        """Where the keyboard goes: at what is still open."""
        return self.language_field if self._row.interpreter is Answer.YES else self.interpreter_field

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Cooperation) or changes.touches(InterpreterOption):
            self._refresh()

    def _refresh(self) -> None:
        register = self._desk.case.register
        self.languages.offer(interpreter_languages(register))
        self.offered.offer(interpreters(register, self._row.interpreter_language))
        for box in self.interpreter_boxes:
            box.setVisible(self._row.interpreter is Answer.YES)


class InvolvedCard(Card):
    """How the citizen is involved, who may know what, and what happens when things stall."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("How {name} is involved").format(name=called(desk)), "people", parent)
        self.involvement_field, self.may_know_field = GrowingTextEdit(parent=self), GrowingTextEdit(parent=self)
        self.stuck_field = GrowingTextEdit(parent=self)
        self.involvement_field.setPlaceholderText(_("e.g. I read everything before it is sent"))
        self.stuck_field.setPlaceholderText(_("e.g. Then I call Eva, and we meet within a week"))
        row = desk.case.the(Cooperation)
        for words, edit, column, action in (
                (_("How we have agreed to do it"), self.involvement_field, Cooperation.involvement,
                 N_("Edit how the citizen is involved")),
                (_("Who may know what, in own words"), self.may_know_field, Cooperation.may_know,
                 N_("Edit who may know what")),
                (_("If things stall"), self.stuck_field, Cooperation.if_stuck,
                 N_("Edit what happens if things stall"))):
            self.body.addWidget(question(words, edit, self))
            TextField(edit, desk, column, action).show_row(row)
