"""Fields that show one column of one row and store it as it is written; no word typed is ever let go of."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from borgerplan_desktop.casework.field_history import stand_again
from borgerplan_desktop.casework.session.drafts import REST
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.asks_history import AsksHistory
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.half_typed_date import HalfTypedDate
from borgerplan_desktop.gui.editing.people_to_choose import SOMEBODY_ELSE, fill_people
from borgerplan_desktop.gui.editing.somebody_else import SomebodyElse
from borgerplan_desktop.gui.showing.worth_a_look import worth_a_look
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import is_left
from borgerplan_desktop.model.row import LONG, Field, Row
from borgerplan_desktop.model.text import tidy, tidy_line

PAUSE_MS = 800                                           # at most a second of typing is not yet stored
AGAIN_MS = 4000                                          # the next try after trouble


class TextField(QObject):
    """Binds a line edit or a text edit to one text column.

    Stores after a pause, when the field is left, and on `desk.settle`. Text that cannot be stored stays on screen and
    is tried again; when the field must move on it is kept as a draft.
    """

    left = Signal()

    def __init__(self, edit: QLineEdit | QPlainTextEdit, desk: Desk, field: Field, name: str,
                 limit: int = LONG) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._field, self._name, self._limit = edit, desk, field, name, limit
        self._tidy = tidy_line if isinstance(edit, QLineEdit | WrappedLine) else tidy
        self._row: Row | None = None
        self._base = ""                                  # what stood in the row when typing began
        self._unsaved = False
        self._showing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.store)
        if isinstance(edit, QLineEdit):
            edit.textEdited.connect(self._on_typed)      # textEdited: by a person, never by setText
            edit.setMaxLength(10 * LONG)                 # never cut a paste silently
        else:
            edit.textChanged.connect(self._on_typed)
        edit.installEventFilter(self)
        AsksHistory(edit, desk, field, self)
        desk.changed.connect(self._on_changed)
        desk.settle.connect(self.store)
        desk.leave.connect(self._on_leave)

    @property
    def row(self) -> Row | None:
        return self._row

    @property
    def column(self) -> str:
        """The name of its field."""
        return self._field.key

    @property
    def is_unsaved(self) -> bool:
        """Whether words stand in it that are not stored yet."""
        return self._unsaved

    def said(self, value: Any) -> str:
        return str(value or "")

    def take_back(self, value: Any) -> bool:
        """An earlier text stands here again; whether it does."""
        return self._row is not None and self._desk.do(stand_again, self._row, self._field, value or "") == "stored"

    def text(self) -> str:
        """As it is stored: without the characters that nobody can see."""
        return self._tidy(self._shown())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z is the case's undo, not the field's own; leaving the field stores it."""
        if isinstance(event, QFocusEvent):
            if event.lostFocus():
                self._on_left()
        elif isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if _is_undo(event):
                event.ignore()
                return True
            if isinstance(self._edit, QLineEdit) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.store()
        return False

    def show_row(self, row: Row | None) -> None:
        """Show this row from now on; what was typed for the one before is stored or kept."""
        if row is not self._row:
            self.store()
            self._save_as_draft()
            self._row = row
        if not self._unsaved:
            self._refresh()

    def stand(self, text: str) -> None:
        """What was typed before the screen locked stands here again, as if it had just been typed."""
        self._set(text)
        self._on_typed()

    def store(self) -> None:
        """Store what was typed, now."""
        if not self._unsaved or self._row is None:
            return
        self._pause.stop()
        text = self.text()
        if len(text) > self._limit:
            self._cut(text)
            return
        if self._is_overtaken():
            self._save_as_draft()
            return
        outcome = self._desk.do(write, self._row, self._field, text, self._name, typing=True)
        if outcome == "trouble":
            self._pause.start(AGAIN_MS)                  # the text stays; try again
        elif outcome == "conflict":
            self._save_as_draft()
        elif outcome == "stored":                        # refused: said once; the words stay, and end as a draft
            self._unsaved, self._base = False, text
            if self._shown() != text:
                self._show_tidied()

    def _cut(self, text: str) -> None:
        """A text that is too long: the field takes what it can, the rest waits as a draft."""
        rest, row = text[self._limit:], self._row
        assert row is not None
        self._set(text[:self._limit])
        self.store()
        self._desk.save_draft(row, REST, rest)

    def _save_as_draft(self) -> None:
        if self._unsaved and self._row is not None:
            self._unsaved = False
            self._pause.stop()
            if self.text() != self._stored():            # somebody else may have written the very same
                self._desk.save_draft(self._row, self._field.key, self.text())
            self._refresh()

    def _on_typed(self) -> None:
        if self._showing or self._row is None:
            return
        if not self._unsaved:
            self._unsaved, self._base = True, self._stored()
        if not self._pause.isActive():                   # at the latest after the pause, also while typing on
            self._pause.start(PAUSE_MS)

    def _on_left(self) -> None:
        self.store()
        self._desk.opened.end_typing()
        self.left.emit()

    def _on_leave(self) -> None:
        self._save_as_draft()
        self._row = None

    def _on_changed(self, changes: Changes) -> None:
        if self._row is None or not changes.touches(self._row, self._field):
            return
        if not self._unsaved:
            self._refresh()
        elif self._is_overtaken():
            self._save_as_draft()                        # show theirs, keep ours

    def _is_overtaken(self) -> bool:
        """Whether the row is gone, or somebody else has written other words in it meanwhile."""
        assert self._row is not None
        name = self._field.key
        typed = Change(type(self._row), self._row.id, 0, {name: self._base}, {name: self.text()})
        return any(not each.is_settled for each in self._desk.case.conflicts(Changes([typed])))

    def _stored(self) -> str:
        return getattr(self._row, self._field.key) or "" if self._row is not None and self._row.exists else ""

    def _refresh(self) -> None:
        self._edit.setEnabled(self._row is not None and self._row.exists)
        if self._shown() != self._stored():              # keeps the cursor where it is while typing
            self._set(self._stored())

    def _shown(self) -> str:
        return self._edit.text() if isinstance(self._edit, QLineEdit) else self._edit.toPlainText()

    def _show_tidied(self) -> None:
        """The words as they are stored; who types on types on where they were."""
        edit, shown = self._edit, self._shown()
        if isinstance(edit, QLineEdit):
            at = len(self._tidy(shown[:edit.cursorPosition()]))
            self._set(self._tidy(shown))
            edit.setCursorPosition(at)
        else:
            cursor = edit.textCursor()
            at = len(self._tidy(shown[:cursor.position()]))
            self._set(self._tidy(shown))
            cursor.setPosition(at)
            edit.setTextCursor(cursor)

    def _set(self, text: str) -> None:
        self._showing = True
        if isinstance(self._edit, QLineEdit):
            self._edit.setText(text)
            self._edit.setCursorPosition(0)
        else:
            self._edit.setPlainText(text)
        self._showing = False


def _is_undo(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))


class _ValueField(QObject):
    """What the fields of chosen values have in common: show the row's value, write the person's choice."""

    def __init__(self, parent: QObject, desk: Desk, field: Field, name: str) -> None:
        super().__init__(parent)
        self._desk, self._field, self._name = desk, field, name
        self._row: Row | None = None
        desk.changed.connect(self._on_changed)

    @property
    def row(self) -> Row | None:
        return self._row

    def show_row(self, row: Row | None) -> None:
        self._row = row
        self._refresh()

    def said(self, value: Any) -> str:
        """A value of the field in words."""
        return str(value or "")

    def take_back(self, value: Any) -> bool:
        """An earlier value stands here again, as if a person had chosen it; whether it does."""
        self._write(value)
        return self._value() == value

    def _value(self) -> Any:
        return getattr(self._row, self._field.key) if self._row is not None and self._row.exists else None

    def _write(self, value: Any) -> None:
        if self._row is not None and self._row.exists:
            if self._desk.do(write, self._row, self._field, value, self._name) != "stored":
                self._refresh()
        else:
            self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self._row is not None and changes.touches(self._row, self._field):
            self._refresh()

    def _refresh(self) -> None:
        """Show the row's value."""


class DateField(_ValueField):
    """Binds a DateEdit to a date column."""

    def __init__(self, edit: DateEdit, desk: Desk, field: Field, name: str,
                 act: Callable[..., Any] | None = None) -> None:
        super().__init__(edit, desk, field, name)
        self._edit, self._act = edit, act                # `act(opened, row, day)` instead of a plain write
        self._entering = False
        self._half_typed: HalfTypedDate | None = None
        AsksHistory(edit.field, desk, field, self)
        edit.set_clock(desk.opened.today)
        edit.dateEntered.connect(self._on_entered)
        desk.refused.connect(self._on_refused)

    def show_row(self, row: Row | None) -> None:
        if row is self._row:
            super().show_row(row)
            return
        if self._half_typed is not None:
            self._half_typed.leave()
        self._edit.setDate(None)                         # what stood there in red was of another row
        super().show_row(row)
        self._half_typed = HalfTypedDate(self._edit, self._desk, row, self._field.key) if row is not None else None

    def said(self, value: Any) -> str:
        return day(value) if isinstance(value, date) else ""

    def take_back(self, value: Any) -> bool:
        self._on_entered(value)
        return self._value() == value

    def _on_entered(self, day: date | None) -> None:
        if self._act is None or self._row is None or not self._row.exists:
            self._write(day)
        else:
            self._entering = True
            if self._desk.do(self._act, self._row, day) != "stored":
                self._refresh()
            self._entering = False

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._entering:
            self._edit.refuse(sentence, self._value())
            self._desk.said()

    def _on_changed(self, changes: Changes) -> None:
        if self._row is not None and changes.touches(self._row):
            self._refresh()                              # also when it is done: no day has passed in vain then

    def _refresh(self) -> None:
        row, day = self._row, self._value()
        self._edit.setEnabled(row is not None and row.exists)
        self._edit.show_date(day)
        ahead = row is not None and self._edit.toward is Toward.AHEAD and is_left(row)
        self._edit.tell(worth_a_look(day, self._desk.opened.today()) if ahead and day is not None else "")


class ChoiceField(_ValueField):
    """Binds a combo box to a column with a few words. `choices` = (value, shown text) in their order."""

    def __init__(self, combo: QComboBox, desk: Desk, field: Field, name: str,
                 choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__(combo, desk, field, name)
        self._combo = combo
        self._words = dict(choices)
        self._values = list(self._words)
        AsksHistory(combo, desk, field, self)
        combo.clear()
        combo.addItems([text for _value, text in choices])
        combo.activated.connect(self._on_chosen)

    def said(self, value: Any) -> str:
        return self._words.get(value, "")

    def _on_chosen(self, index: int) -> None:
        self._write(self._values[index])

    def _refresh(self) -> None:
        self._combo.setEnabled(self._row is not None and self._row.exists)
        self._combo.setCurrentIndex(self._values.index(self._value()) if self._value() in self._values else -1)


class PersonField(_ValueField):
    """Binds a combo box to a column that points at a person: nobody, the citizen, or somebody of the network."""

    def __init__(self, combo: QComboBox, desk: Desk, field: Field, name: str,
                 act: Callable[..., Any] | None = None, nobody: Callable[[], str] | None = None, *,
                 others: bool = False) -> None:
        super().__init__(combo, desk, field, name)
        self._combo, self._act = combo, act              # `act(opened, row, member)` instead of a plain write
        self._others = others                            # who is not in the network yet may be written
        self._nobody = nobody                            # what it says where nobody is chosen
        AsksHistory(combo, desk, field, self)
        combo.activated.connect(self._on_chosen)

    def said(self, value: Any) -> str:
        member = self._desk.case.get(NetworkMember, value)
        if member is None:
            return _("Somebody who is not here any more") if value else ""
        return member.contact.said_name

    def take_back(self, value: Any) -> bool:
        member = self._desk.case.get(NetworkMember, value)
        if value and (member is None or member.removed_on is not None):
            return False                                 # nobody who has left is chosen anew
        self._choose(value)
        return self._value() == value

    def _on_chosen(self, index: int) -> None:
        if self._combo.itemData(index) == SOMEBODY_ELSE and self._row is not None and self._row.exists:
            self._refresh()
            SomebodyElse(self._desk, self._row, self._field, self._name, self._combo).open()
        else:
            self._choose(self._combo.itemData(index))

    def _choose(self, chosen: str | None) -> None:
        if self._act is not None and self._row is not None and self._row.exists:
            self._desk.do(self._act, self._row, self._desk.case.get(NetworkMember, chosen))
            self._refresh()
        else:
            self._write(chosen)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(NetworkMember) or (self._row is not None and changes.touches(self._row, self._field)):
            self._refresh()

    def _refresh(self) -> None:
        words = self._nobody() if self._nobody is not None else ""
        fill_people(self._combo, self._desk, self._value(), words, others=self._others)
        self._combo.setEnabled(self._row is not None and self._row.exists)
