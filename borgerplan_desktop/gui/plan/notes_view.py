"""The latest notes on a goal, and the place to write one: stored while it is written, final when it is left."""
from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import notes
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PAUSE_MS
from borgerplan_desktop.gui.editing.people_to_choose import everybody
from borgerplan_desktop.gui.showing.who_and_when import who
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, set_tip
from borgerplan_desktop.i18n import N_, _, day, day_short
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.notes import Note, NoteLink, loose_notes
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import LONG, new_id
from borgerplan_desktop.model.shelter import StaffMember

FEW = 3
LITTLE, MUCH = 400, 5_000                              # characters of a note that are shown


class NotesView(QWidget):
    """The newest notes first; the rest on request."""

    add_wanted = Signal(object)                          # Note: write an addition to it

    def __init__(self, desk: Desk, goal: Goal | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._goal, self._all = desk, goal, False    # no goal = the notes on none
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more_button = button(_("Show all notes"), "chevron_down", "quiet", self)
        self.more_button.clicked.connect(self._on_more)
        self._column.addWidget(self.more_button)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_more(self) -> None:
        self._all = True
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Note) or changes.touches(NoteLink):
            self._refresh()

    def _refresh(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        found = self._found()[::-1]
        for note in found if self._all else found[:FEW]:
            self._column.insertWidget(self._column.count() - 1, self._shown(note))
        self.more_button.setVisible(len(found) > FEW and not self._all)
        self.setVisible(bool(found))

    def show_note(self, note: Note) -> QWidget | None:
        """Bring a note into sight; its part, or None when it is not here."""
        found = self._found()
        if note not in found:
            return None
        self._all = self._all or note not in found[::-1][:FEW]
        self._refresh()
        at = self._column.itemAt(found[::-1].index(note))
        return at.widget() if at is not None else None

    def _found(self) -> list[Note]:
        if self._goal is None:
            return loose_notes(self._desk.case)
        return self._goal.notes if self._goal.exists else []

    def _shown(self, note: Note) -> QWidget:
        shown = QWidget(self)
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, each in enumerate((note, *note.additions)):
            head = plain_label(f"{self._when(each)}, {self._by(each)}", "smallbold", shown, wrap=True)
            grid.addWidget(head, 2 * row, 0)
            grid.addWidget(plain_label(self._cut(each.text), "", shown, wrap=True), 2 * row + 1, 0, 1, 2)
        add = button("", "plus", "meta", shown)
        add.setAccessibleName(_("Add to the note of {date}").format(date=_day(note.day, self._desk.opened.today())))
        set_tip(add, add.accessibleName())
        add.clicked.connect(partial(self.add_wanted.emit, note))
        grid.addWidget(add, 0, 1, Qt.AlignmentFlag.AlignTop)
        shown.show()
        return shown

    def _cut(self, text: str) -> str:
        most = MUCH if self._all else LITTLE
        return text if len(text) <= most else text[:most].rstrip() + " …"

    def _when(self, note: Note) -> str:
        """The day it is about, and when it was written where that is another."""
        today, written = self._desk.opened.today(), note.written_at.date()
        if note.day == written:
            return _day(note.day, today)
        return _("{date} (written {written})").format(date=_day(note.day, today), written=_day(written, today))

    def _by(self, note: Note) -> str:
        if note.said_by:
            return note.said_by
        register = self._desk.case.register
        staff = register.get(StaffMember, note.author_id) if register else None
        return Contact(staff.name).first_name if staff is not None else ""


def _day(on: date, today: date) -> str:
    """"20. okt.", with its year where that is not this one."""
    return day_short(on) if on.year == today.year else day(on)


class NoteBox(QFrame):
    """A new note, or an addition to one. `closed` when it was left; what was typed is a note by then."""

    closed = Signal()

    def __init__(self, desk: Desk, goal: Goal | None, question: str = "", adds_to: Note | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._goal, self._adds_to = desk, goal, adds_to
        self._note: Note | None = None
        self._day: date | None = None                    # it is about; None = today
        self._stored = ""
        self.setProperty("role", "flat")
        self.edit = GrowingTextEdit("", 3, 10, self)
        self.edit.setAccessibleName(_("Note"))
        self.edit.setPlaceholderText(question or _("What happened, when, and who saw it?"))
        self.said_by = ignore_wheel(QComboBox(self))
        self.said_by.setAccessibleName(_("Told by"))
        self.said_by.addItem(_("Written by me"), "")
        for member in everybody(desk):
            if name := who(member):
                self.said_by.addItem(_("Told by {name}").format(name=name), name)
        self.about = DateEdit(desk.opened.today, self)
        self.about.set_name(_("When was it?"))
        self.about.setDate(desk.opened.today())
        self.about.dateEntered.connect(self._on_day)
        self.done_button = button(_("Finished"), "check", "ghost", self)
        self.done_button.clicked.connect(self.finish)
        when = QHBoxLayout()
        when.addWidget(plain_label(_("When was it?"), "smallbold", self), 0, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.about, 1)
        row = QHBoxLayout()
        row.addWidget(self.said_by, 1)
        row.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addLayout(when)
        column.addWidget(plain_label(_("A note can be added to later, but not changed."), "small", self, wrap=True))
        column.addLayout(row)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.store)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.installEventFilter(self)
        desk.settle.connect(self.store)
        desk.changed.connect(self._on_changed)
        desk.leave.connect(self._on_leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return ends the note, Ctrl+Z is the case's undo."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
            if (event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                    and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
                self.finish()
                return True
        return super().eventFilter(watched, event)

    def store(self) -> bool:
        """Store what is written so far; whether it is safe."""
        self._pause.stop()
        text, said_by = self.edit.toPlainText().strip()[:LONG], str(self.said_by.currentData())
        if not text or (text, said_by) == (self._stored, self._note.said_by if self._note else ""):
            return True
        goals = [self._goal] if self._goal is not None and self._goal.exists else []
        if self._note is None or not self._note.exists:
            if self._adds_to is not None and self._adds_to.exists:
                self._note = self._desk.made(notes.add_to_note, self._adds_to, text, said_by, self._day)
            else:
                self._note = self._desk.made(notes.write_note, goals, text, said_by, self._day)
            stored = self._note is not None
        else:
            stored = self._desk.do(write, self._note, Note.text, text, N_("Write note"), typing=True) == "stored"
            if stored and self._note.said_by != said_by:
                self._desk.do(write, self._note, Note.said_by, said_by, N_("Write note"))
        if stored:
            self._stored = text
        return stored

    def finish(self) -> None:
        """The note is left, and final."""
        if self.store():
            self._save_rest()
            self._desk.opened.end_typing()
            self.closed.emit()

    def _on_day(self, about: date | None) -> None:
        today = self._desk.opened.today()
        if about is not None and about > today:
            self.about.refuse(_("That day has not come yet. Write the day it happened."), self._day or today)
            return
        self._day = about
        if about is None:
            self.about.setDate(today)
        if self._note is not None and self._note.exists:
            self._desk.do(notes.note_day, self._note, about)

    def _on_typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _on_changed(self, changes: Changes) -> None:
        if self._goal is not None and changes.touches(self._goal) and not self._goal.exists:
            self.store()                                 # somebody deleted the goal: the note stays

    def _on_leave(self) -> None:
        if self.store():
            self._save_rest()
        else:
            drafts.save_draft(self._desk.opened, Note, new_id(), Note.text.key, self.edit.toPlainText())
            self._desk.drafts_changed.emit()

    def _save_rest(self) -> None:
        """What the note cannot take waits for a person to choose."""
        if self._note is not None:
            self._desk.save_draft(self._note, drafts.REST, self.edit.toPlainText().strip()[LONG:])
