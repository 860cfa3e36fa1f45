"""When, where and why the meeting is: one line that unfolds into its fields."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.said_elsewhere import interpreter_languages, interpreters
from borgerplan_desktop.casework.meeting.before_meeting import USUAL, ending, set_times
from borgerplan_desktop.casework.meeting.from_last import last_meeting, usual_time
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, PersonField, TextField
from borgerplan_desktop.gui.meeting.time_words import when_words
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label, say
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation, LayRepresentative
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingKind

FIRST_TIME = time(10)                                    # what a date alone begins with, until a time is chosen


class MeetingFacts(QFrame):
    """The facts of one meeting; closed it says when and why, open it asks for everything."""

    summary: PlainLabel
    purpose_shown: PlainLabel
    unfold: QPushButton
    details: QWidget
    kind: QComboBox
    date: DateEdit
    starts: TimeEdit
    ends: TimeEdit
    purpose: GrowingTextEdit
    how: GrowingTextEdit
    where_field: QLineEdit
    held_as: QComboBox
    link: QLineEdit
    link_label: QLabel
    called_by: QComboBox
    place_asked: QCheckBox
    preferred: PlainLabel
    talk: SideBySide
    wants: GrowingTextEdit
    wants_label: PlainLabel
    avoids: GrowingTextEdit
    avoids_label: PlainLabel
    interpreter: QComboBox
    language: QLineEdit
    lay: QComboBox
    lay_how: QLineEdit

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "meeting_facts")
        self._desk = desk
        for theirs in (self.wants, self.avoids):
            citizens_own(theirs)
        self._meeting: Meeting | None = None
        self.purpose_shown.setWordWrap(True)
        self.date.set_clock(desk.opened.today)
        self.date.set_name(_("Date"))
        self.date.look(Toward.AHEAD)
        self.starts.set_name(_("Begins"))
        self.ends.set_name(_("Ends at"))
        self._kind = ChoiceField(self.kind, desk, Meeting.kind, N_("Kind of meeting"),
                                 [(kind, _(kind.label)) for kind in MeetingKind])
        self._held_as = ChoiceField(self.held_as, desk, Meeting.held_as, N_("How we meet"),
                                    [(each, _(each.label)) for each in HeldAs])
        self._called_by = PersonField(self.called_by, desk, Meeting.called_by_id, N_("Who calls the meeting"),
                                      nobody=_us)
        self._texts = [
            TextField(self.link, desk, Meeting.link, N_("Link or number of the meeting")),
            TextField(self.purpose, desk, Meeting.purpose, N_("Why we meet")),
            TextField(self.how, desk, Meeting.form, N_("How we do it")),
            TextField(self.where_field, desk, Meeting.place_text, N_("Place of the meeting")),
            TextField(self.wants, desk, Meeting.citizen_wants, N_("What the citizen wants of the meeting")),
            TextField(self.avoids, desk, Meeting.citizen_avoids, N_("What the citizen would rather not talk about"))]
        self.booking = QLineEdit(self)
        self.booking.setPlaceholderText(_("How the interpreter is booked"))
        self.booking.setAccessibleName(_("How the interpreter is booked"))
        asked = self.interpreter.parentWidget()
        below = asked.layout() if asked is not None else None
        assert isinstance(below, QVBoxLayout)
        below.addWidget(self.booking)
        told = _("The down key shows the frame's interpreters. You may write another.")
        self.languages = OfferedWords(self.language, (), _("Languages of the frame"), _("Choose from the frame"), told)
        self.bookings = OfferedWords(self.booking, (), _("Interpreters of the frame"), _("Choose from the frame"), told)
        self._together = [
            TextField(self.booking, desk, Cooperation.interpreter_booking, N_("Edit the interpreter")),
            ChoiceField(self.interpreter, desk, Cooperation.interpreter, N_("Interpreter"),
                        [(each, _(each.label)) for each in Answer]),
            TextField(self.language, desk, Cooperation.interpreter_language, N_("Language of the interpreter")),
            ChoiceField(self.lay, desk, Cooperation.lay_representative, N_("Lay representative"),
                        [(each, _(each.label)) for each in LayRepresentative]),
            TextField(self.lay_how, desk, Cooperation.lay_representative_how,
                      N_("How the lay representative takes part"))]
        column = self.details.layout()
        assert isinstance(column, QVBoxLayout)
        self.passed = plain_label("", "smallwarn", self.details, wrap=True)
        column.insertWidget(1, self.passed)
        for field in (self.ends, self.starts, self.date):
            column.insertWidget(1, field.message)        # a sentence needs the whole width
        for edit in (self.wants, self.avoids):
            box = edit.parentWidget()
            part = box.layout() if box is not None else None
            assert isinstance(part, QVBoxLayout)
            part.addStretch(1)                           # a short text stays at its label beside a long one
        self.unfold.toggled.connect(self._on_unfold)
        self.date.dateEntered.connect(self._on_date)
        self.starts.timeEntered.connect(self._on_starts)
        self.ends.timeEntered.connect(self._on_ends)
        self.place_asked.clicked.connect(self._on_asked)
        desk.refused.connect(self._on_refused)
        self.details.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show this meeting's facts; one without a time yet is open from the start."""
        other = meeting is not self._meeting
        self._meeting = meeting
        name = self._desk.case.the(Citizen).first_name
        self.wants_label.setText(_("What {name} would like to get out of it").format(name=name))
        self.avoids_label.setText(_("What {name} would rather not talk about").format(name=name))
        self.wants.setAccessibleName(self.wants_label.words())
        self.avoids.setAccessibleName(self.avoids_label.words())
        self.place_asked.setText(_("{name} was asked where to meet").format(name=name.replace("&", "&&")))
        self.place_asked.setAccessibleName(_("{name} was asked where to meet").format(name=name))
        for field in (self._kind, self._held_as, self._called_by, *self._texts):
            field.show_row(meeting)
        for each in (self.link, self.link_label):
            each.setVisible(meeting.held_as is not HeldAs.IN_PERSON)
        together = next(iter(self._desk.case.all(Cooperation)), None)
        for field in self._together:
            field.show_row(together)
        self._offer_interpreters(together)
        wish = together.meeting_place.strip() if together is not None else ""
        say(self.preferred, _("Likes to meet: {place}").format(place=wish) if wish else "")
        self.preferred.setWordWrap(True)
        if other:
            self.date.setDate(None)                      # what stood there in red was of another meeting
            self.starts.setTime(None)
            self.ends.setTime(None)
        self._show_times()
        if other:
            self.unfold.setChecked(meeting.starts_at is None)

    def refresh(self) -> None:
        if self._meeting is not None and self._meeting.exists:
            self.show_meeting(self._meeting)

    def open_at(self, field: QWidget) -> None:
        """Unfold, and write here."""
        self.unfold.setChecked(True)
        field.setFocus()

    # ------------------------------------------------------------------ inside
    def _offer_interpreters(self, together: Cooperation | None) -> None:
        """Those of the shared frame, with their number and how long before they are ordered."""
        register = self._desk.case.register
        self.booking.setVisible(together is not None and together.interpreter is Answer.YES)
        self.languages.offer(interpreter_languages(register))
        self.bookings.offer(interpreters(register, together.interpreter_language if together is not None else ""))

    def _show_times(self) -> None:
        meeting = self._meeting
        assert meeting is not None
        self.date.show_date(meeting.starts_at.date() if meeting.starts_at else None)
        self.starts.show_time(meeting.starts_at.time() if meeting.starts_at else None)
        self.ends.show_time(meeting.ends_at.time() if meeting.ends_at else None)
        begun = meeting.status.ahead and meeting.starts_at is not None and meeting.starts_at < self._desk.opened.now()
        say(self.passed, _("That time has passed. Is it right?") if begun else "")
        self.place_asked.setChecked(meeting.place_asked)
        how = _(meeting.held_as.label) if meeting.held_as is not HeldAs.IN_PERSON else ""
        parts = [when_words(meeting, self._desk.opened.today()), how, meeting.place_text.strip()]
        self.summary.setText(" · ".join(part for part in parts if part))
        self.purpose_shown.setText(meeting.purpose.strip() or _("Why do we meet?"))

    def _on_unfold(self, open_: bool) -> None:
        if not open_:
            self._desk.settle.emit()
        self.details.setVisible(open_)
        self.purpose_shown.setVisible(not open_)
        self.unfold.setText(_("Close") if open_ else _("Edit"))
        self.unfold.setAccessibleName(
            _("Close the facts of the meeting") if open_ else _("Edit when and where we meet"))

    def _on_date(self, chosen: date | None) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if chosen is None:
            self._set(None, None)
            return
        usual = usual_time(last_meeting(meeting))[0]     # the same time of day as last time
        start = datetime.combine(chosen, meeting.starts_at.time() if meeting.starts_at else usual or FIRST_TIME)
        self._set(start, start + self._length())

    def _on_starts(self, chosen: time | None) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if chosen is None:
            self._set(None, None)
            return
        on = meeting.starts_at.date() if meeting.starts_at else self.date.date() or self._desk.opened.today()
        start = datetime.combine(on, chosen)
        self._set(start, start + self._length())

    def _on_ends(self, chosen: time | None) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if meeting.starts_at is None:
            self.ends.refuse(_("Choose when it begins first."), None)
            return
        self._set(meeting.starts_at, ending(meeting.starts_at, chosen) if chosen else None)

    def _length(self) -> timedelta:
        meeting = self._meeting
        if meeting is None:
            return USUAL
        if meeting.starts_at is None or meeting.ends_at is None:
            return usual_time(last_meeting(meeting))[1]
        return meeting.ends_at - meeting.starts_at

    def _set(self, start: datetime | None, end: datetime | None) -> None:
        if self._meeting is None:
            return
        if self._desk.do(set_times, self._meeting, start, end) != "refused":
            self._show_times()

    def _on_refused(self, sentence: str, field: str) -> None:
        if field == Meeting.ends_at.key and self.ends.isVisible() and self._meeting is not None:
            ends_at = self._meeting.ends_at
            self.ends.refuse(sentence, ends_at.time() if ends_at else None)
            self._desk.said()

    def _on_asked(self, asked: bool) -> None:
        if self._meeting is not None:
            self._desk.do(write, self._meeting, Meeting.place_asked, asked, N_("Asked where to meet"))


def _us() -> str:
    return _("We do")
