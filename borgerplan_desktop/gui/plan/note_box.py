"""The place to write a note, or an addition to one: stored while it is written, final when it is left."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import notes
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PAUSE_MS
from borgerplan_desktop.gui.editing.people_to_choose import everybody
from borgerplan_desktop.gui.showing.who_and_when import who
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.notes import Note, NoteKind
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import LONG, new_id

# Alt with the letter after the "&" chooses it, and lets it go again.
KINDS = {NoteKind.OBSERVATION: N_("&Observation"), NoteKind.TALK: N_("Tal&k"), NoteKind.AGREEMENT: N_("A&greement")}
ICONS = {NoteKind.OBSERVATION: "eye", NoteKind.TALK: "speech", NoteKind.AGREEMENT: "check"}
CTRL = Qt.KeyboardModifier.ControlModifier
SOMEBODY = object()                                      # of those it may be told by: whoever is written


class NoteBox(QFrame):
    """A new note, or an addition to one. `closed` when it was left; what was typed is a note by then."""

    closed = Signal()

    def __init__(self, desk: Desk, goal: Goal | None, question: str = "", adds_to: Note | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._adds_to = desk, adds_to
        self._goals: list[Goal] = [goal] if goal is not None else []
        self._note: Note | None = None
        self._day = desk.opened.today()                  # it is about, also when it is written past midnight
        self._stored: tuple[object, ...] = ()
        self._busy = False                               # what changes now is our own doing
        self.setProperty("role", "flat")
        self.edit = GrowingTextEdit("", 3, 10, self)
        self.edit.setAccessibleName(_("Note"))
        self.edit.setPlaceholderText(question or _("What happened, when, and who saw it?"))
        self.kinds: dict[NoteKind, QPushButton] = {}
        self.said_by = calm_combo(QComboBox(self))
        self.said_by.setAccessibleName(_("Told by"))
        self.said_by.addItem(_("Written by me"), "")
        for member in everybody(desk):
            if name := who(member):
                self.said_by.addItem(_("Told by {name}").format(name=name), name)
        self.said_by.addItem(_("Told by somebody else"), SOMEBODY)
        self.somebody = QLineEdit(self)
        self.somebody.setAccessibleName(_("Who told it?"))
        self.somebody.setPlaceholderText(_("Who told it?"))
        self.somebody.hide()
        self.about = DateEdit(desk.opened.today, self)
        self.about.look(Toward.BACK)
        self.about.set_name(_("When was it?"))
        self.about.setDate(desk.opened.today())
        self.about.dateEntered.connect(self._on_day)
        self.done_button = button(_("Finished"), "check", "ghost", self)
        self.done_button.clicked.connect(self.finish)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.store)
        self._day_pause = QTimer(self, singleShot=True, interval=PAUSE_MS)       # half a date may be another day
        self._day_pause.timeout.connect(self._on_day_typed)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self.said_by.activated.connect(self._on_said_by)
        self.somebody.textEdited.connect(self._on_typed)
        self.somebody.editingFinished.connect(self.store)
        self.about.field.textEdited.connect(self._on_day_begun)
        desk.settle.connect(self._on_settle)
        desk.changed.connect(self._on_changed)
        desk.leave.connect(self.leave)

    def _lay_out(self) -> None:
        kinds = QWidget(self)
        kinds.setAccessibleName(_("What kind of note?"))
        flow = FlowLayout(kinds, 6)
        for kind, words in KINDS.items():
            made = button(_(words).replace("&", ""), ICONS[kind], "quiet", kinds)
            made.setText(_(words))
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)     # its letter leaves the keyboard in the words
            made.clicked.connect(partial(self._on_kind, kind))
            flow.addWidget(made)
            self.kinds[kind] = made
        when = QHBoxLayout()
        asked = plain_label(_("When was it?"), "smallbold", self)
        asked.setContentsMargins(0, px(9), 0, 0)         # level with the words in the field
        when.addWidget(asked, 0, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.about, 1)
        row = QHBoxLayout()
        row.addWidget(self.said_by, 1)
        row.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(kinds)
        column.addLayout(when)
        column.addWidget(plain_label(_("A note can be added to later, but not changed."), "small", self, wrap=True))
        column.addLayout(row)
        column.addWidget(self.somebody)
        seen = [self.edit, *self.kinds.values(), self.about.field, self.about.open_button, self.said_by,
                self.done_button, self.somebody]
        for before, after in pairwise(seen):
            QWidget.setTabOrder(before, after)           # as it is read

    @property
    def kind(self) -> NoteKind | None:
        return next((kind for kind, made in self.kinds.items() if made.isChecked()), None)

    @property
    def note(self) -> Note | None:
        """What is stored of it so far."""
        return self._note if self._note is not None and self._note.exists else None

    def about_goals(self, goals: Sequence[Goal]) -> None:
        """What it is about; none = the course as a whole."""
        self._goals = list(goals)
        if self.note is not None:
            self._desk.do(notes.note_goals, self.note, self._goals)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return ends the note, Ctrl+Z is the case's undo."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
            if (event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                    and event.modifiers() & CTRL):
                self.finish()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Also where its day, its kind or who told it has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & CTRL:
            self.finish()
        else:
            super().keyPressEvent(event)

    def store(self) -> bool:
        """Store what is written so far; whether it is safe."""
        self._busy = True
        try:
            return self._store()
        finally:
            self._busy = False

    def _store(self) -> bool:
        self._pause.stop()
        text, said_by, kind = self.edit.toPlainText().strip()[:LONG], self._told_by(), self.kind
        if not text or (text, said_by, kind) == self._stored:
            return True
        note = self.note
        if note is None:
            goals = [goal for goal in self._goals if goal.exists]
            if self._adds_to is not None and self._adds_to.exists:
                note = self._desk.made(notes.add_to_note, self._adds_to, text, said_by, self._about_on(), kind)
            else:
                note = self._desk.made(notes.write_note, goals, text, said_by, self._about_on(), kind)
            self._note = note
            stored = note is not None
        else:
            stored = self._desk.do(write, note, Note.text, text, N_("Write note"), typing=True) == "stored"
            for field, value in ((Note.said_by, said_by), (Note.kind, kind)):
                if stored and getattr(note, field.key) != value:
                    stored = self._desk.do(write, note, field, value, N_("Write note"), typing=True) == "stored"
        if stored:
            self._stored = text, said_by, kind
        return stored

    def finish(self) -> None:
        """The note is left, and final."""
        self._on_day_typed()
        if self.store():
            self._save_rest()
            self._desk.opened.end_typing()
            self.closed.emit()

    def leave(self) -> None:
        """Whoever shows it goes: what could not be stored waits as a draft."""
        self._on_day_typed()
        if self.store():
            self._save_rest()
        else:
            drafts.save_draft(self._desk.opened, Note, new_id(), Note.text.key, self.edit.toPlainText())
            self._desk.drafts_changed.emit()

    def _told_by(self) -> str:
        chosen = self.said_by.currentData()
        return self.somebody.text().strip() if chosen is SOMEBODY else str(chosen or "")

    def _on_said_by(self) -> None:
        self.somebody.setVisible(self.said_by.currentData() is SOMEBODY)
        if self.somebody.isVisible():
            self.somebody.setFocus()
        self.store()

    def _on_kind(self, chosen: NoteKind) -> None:
        for kind, made in self.kinds.items():
            made.setChecked(made.isChecked() and kind is chosen)
        self.store()

    def _about_on(self) -> date:
        """The day as it can be stored: the clock may have been set back meanwhile."""
        return min(self._day, self._desk.opened.today())

    def _on_day(self, about: date | None) -> None:
        today = self._desk.opened.today()
        if about is not None and about > today:
            self.about.refuse(_("That day has not come yet. Write the day it happened."), self._day)
            return
        if about is None:
            self.about.setDate(today)
        self._take_day(about or today)

    def _on_day_begun(self) -> None:
        self._day_pause.start()

    def _on_day_typed(self) -> None:
        """A day that is typed and not left yet counts; the words stay as they are being typed."""
        self._day_pause.stop()
        meant = self.about.meant() if self.about.half_typed() else None
        if meant is not None and meant <= self._desk.opened.today():
            self._take_day(meant)

    def _take_day(self, about: date) -> None:
        if about != self._day:
            self._day = about
            if self.note is not None:
                self._desk.do(notes.note_day, self.note, about)

    def _on_settle(self) -> None:
        self._on_day_typed()
        self.store()

    def _on_typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(goal) and not goal.exists for goal in self._goals):
            self.store()                                 # somebody deleted the goal: the note stays
        if self._note is not None and changes.touches(self._note) and not self._busy and not self._pause.isActive():
            self._show_what_stands(self._desk.case.get(Note, self._note.id))

    def _show_what_stands(self, note: Note | None) -> None:
        """It was undone, or done again: nothing is in sight that is not stored."""
        stands = (note.text, note.said_by, note.kind) if note is not None else ()
        if stands == self._stored:
            return
        self._note, self._stored = note or self._note, stands
        self.edit.setPlainText(note.text if note is not None else "")
        self._pause.stop()                               # nobody has typed
        if note is not None:
            for kind, made in self.kinds.items():
                made.setChecked(kind is note.kind)
            at = self.said_by.findData(note.said_by)
            self.said_by.setCurrentIndex(at if at >= 0 else self.said_by.count() - 1)
            self.somebody.setText("" if at >= 0 else note.said_by)
            self.somebody.setVisible(at < 0)

    def _save_rest(self) -> None:
        """What the note cannot take waits for a person to choose."""
        if self._note is not None:
            self._desk.save_draft(self._note, drafts.REST, self.edit.toPlainText().strip()[LONG:])
