"""The checklist of a phase: each line can be ticked; the one in hand shows its whole question and opens its place."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.checklist_facts import known
from borgerplan_desktop.casework.meeting.checklists import LINES, Line, Opens, lines_of, ready, tick, untick
from borgerplan_desktop.gui.appearance.theme import set_role
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.shelter import ChecklistPhase


class ChecklistLine(QFrame):
    """One line: Space ticks it, Enter or a press on its words opens the place where it is done."""

    ticked = Signal(str, bool)
    opened = Signal(str)                                 # the key of the line
    taken = Signal(str)                                  # the line is in hand now

    def __init__(self, line: Line, name: str, large: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        short = line.name_for(name)
        self._words = said_once(short, line.whole_for(name))
        self.box = QCheckBox(self)
        self.box.setAccessibleName(f"{short}: {self._words}" if self._words else short)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.clicked.connect(self._on_clicked)
        self.box.installEventFilter(self)
        self.short = plain_label(short, "stage" if large else "", self, wrap=True)
        self.more = plain_label(self._words, "stage_small" if large else "small", self, wrap=True)
        self._large = large
        self._why = ""                                   # why the program knows that it is done
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.short)
        words.addWidget(self.more)
        row.addLayout(words, 1)
        if line.opens is not Opens.NOWHERE:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_state(False, "", False)

    def show_state(self, is_ticked: bool, note: str, now: bool, why: str = "") -> None:
        """`note` is the small word under a line; the line in hand shows its whole question above it.

        `why` = the line is known to be done, and for which reason: it stands ticked until that changes.
        """
        self._why = why
        self.box.setChecked(is_ticked or bool(why))
        go = _("Press Enter to go there.") if self.line.opens is not Opens.NOWHERE else ""
        shown = said_once(self.short.words(), why or note)
        sentence = f"{shown.rstrip('.')}." if shown else ""
        self.box.setAccessibleDescription(" ".join(part for part in (sentence, go) if part))
        whole = "\n".join(part for part in (self._words, shown) if part)
        say(self.more, whole if now or self._large else shown)
        set_role(self, "soft" if now and not self._large else "plain")
        if not self._large:
            set_role(self.short, "bold" if now else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.taken.emit(self.line.key)
        elif (event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
              and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.opened.emit(self.line.key)
            return True
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.taken.emit(self.line.key)
            self.opened.emit(self.line.key)

    def _on_clicked(self, checked: bool) -> None:
        if self._why:
            self.box.setChecked(True)                    # it is so; where it is written it can be changed
            self.opened.emit(self.line.key)
        else:
            self.ticked.emit(self.line.key, checked)


def said_once(short: str, words: str) -> str:
    """The words without the name of the line they stand under: "Interpreter: not needed" is "Not needed" there."""
    rest = words.removeprefix(f"{short}: ")
    return rest if rest == words else rest[:1].upper() + rest[1:]


class Checklist(QWidget):
    """The lines of one phase of one meeting; `opened(Opens)` when a line's place is wanted."""

    opened = Signal(object)

    def __init__(self, desk: Desk, phase: ChecklistPhase, parent: QWidget | None = None, large: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._now, self._by_hand = "", False             # the line in hand, and whether a person went to it
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(1)
        self.lines: dict[str, ChecklistLine] = {}
        self._phase, self._large = phase, large
        self._fit(LINES[phase])

    def _fit(self, lines: Sequence[Line]) -> None:
        """Just these: the shelter's own come and go."""
        wanted, name = {line.key: line for line in lines}, self._desk.case.the(Citizen).first_name
        for key in [key for key, made in self.lines.items() if wanted.get(key) != made.line]:
            gone = self.lines.pop(key)
            self.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, line in enumerate(lines):
            if line.key not in self.lines:
                made = self.lines[line.key] = ChecklistLine(line, name, self._large, self)
                made.ticked.connect(self._on_ticked)
                made.opened.connect(self._on_opened)
                made.taken.connect(self._on_taken)
                self.column.insertWidget(at, made)
        self.lines = {line.key: self.lines[line.key] for line in lines}

    def show_meeting(self, meeting: Meeting, notes: dict[str, str]) -> None:
        """`notes` = the small word under a line, by its key."""
        if meeting is not self._meeting:
            self._meeting, self._by_hand = meeting, False
        self._fit(lines_of(meeting, self._phase))
        ticks, sure = meeting.ticks, known(meeting, self._desk.opened.today())
        if not self._by_hand:                            # the next one to do
            self._now = next((key for key in self.lines if key not in ticks and key not in sure), "")
        for key, line in self.lines.items():
            line.show_state(key in ticks, notes.get(key, ""), key == self._now, sure.get(key, ""))
        self._notes = notes

    def _on_ticked(self, key: str, on: bool) -> None:
        if self._meeting is not None:
            self._desk.do(tick if on else untick, self._meeting, key)

    def _on_opened(self, key: str) -> None:
        opens = self.lines[key].line.opens
        if opens is not Opens.NOWHERE:
            self.opened.emit(opens)

    def _on_taken(self, key: str) -> None:
        self._now, self._by_hand = key, True
        if self._meeting is not None and self._meeting.exists:
            self.show_meeting(self._meeting, self._notes)


class ChecklistCard(QFrame):
    """The checklist before the meeting, with how far we are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self.title = plain_label("", "h2", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.list = Checklist(desk, ChecklistPhase.BEFORE, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 10)
        column.setSpacing(6)
        for widget in (self.title, self.bar):
            line = QHBoxLayout()
            line.setContentsMargins(8, 0, 8, 0)
            line.addWidget(widget)
            column.addLayout(line)
        column.addWidget(self.list)
        column.addStretch(1)

    def show_meeting(self, meeting: Meeting, notes: dict[str, str]) -> None:
        before = ChecklistPhase.BEFORE
        done, total = len(ready(meeting, before, self._desk.opened.today())), len(lines_of(meeting, before))
        self.title.setText(_("{done} of {total} are ready").format(done=done, total=total))
        self.setAccessibleName(self.title.words())
        self.bar.setAccessibleName(self.title.words())
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.list.show_meeting(meeting, notes)
