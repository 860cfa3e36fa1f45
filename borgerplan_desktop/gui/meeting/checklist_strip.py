"""The checklist after the meeting as one line of ticks; pressing the words goes to the place."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from borgerplan_desktop.casework.meeting.checklist_facts import known
from borgerplan_desktop.casework.meeting.checklists import LINES, Line, lines_of, tick, untick
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.shelter import ChecklistPhase
from borgerplan_desktop.model.text import shortened

LONGEST = 40                                             # characters of a line that the shelter has written


class StripLine(QWidget):
    """One line: a box to tick and a word that leads to the place; the whole question is its tip."""

    ticked = Signal(str, bool)
    opened = Signal(object)

    def __init__(self, line: Line, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        short, words = line.name_for(name), line.whole_for(name)
        self._words, self._why = words or short, ""               # why the program knows that it is done
        self.box = QCheckBox(self)
        self.box.setAccessibleName(f"{short}: {words}" if words else short)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.clicked.connect(self._on_ticked)
        self.box.installEventFilter(self)
        self.word: QPushButton = button(shortened(short, LONGEST), "", "quiet", self)
        self.word.setFocusPolicy(Qt.FocusPolicy.NoFocus)     # Enter on the box does the same
        self.word.clicked.connect(self._on_opened)
        set_tip(self.word, words or short)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(0)
        row.addWidget(self.box)
        row.addWidget(self.word)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self._on_opened()
            return True
        return super().eventFilter(watched, event)

    def show_state(self, is_ticked: bool, why: str) -> None:
        """`why` = the line is known to be done, and for which reason."""
        self._why = why
        self.box.setChecked(is_ticked or bool(why))
        self.box.setAccessibleDescription(why)
        set_tip(self.word, f"{self._words}\n{why}" if why else self._words)

    def _on_ticked(self, on: bool) -> None:
        if self._why:
            self.box.setChecked(True)                    # it is so; where it is written it can be changed
            self.opened.emit(self.line.opens)
        else:
            self.ticked.emit(self.line.key, on)

    def _on_opened(self) -> None:
        self.opened.emit(self.line.opens)


class ChecklistStrip(QWidget):
    """`opened(Opens)` when a line's place is wanted."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.setAccessibleName(_("Remember after the meeting"))
        self._flow = FlowLayout(self, gap=4)
        self.lines: dict[str, StripLine] = {}
        self._fit(LINES[ChecklistPhase.AFTER])

    def _fit(self, lines: Sequence[Line]) -> None:
        """Just these: the shelter's own come and go."""
        wanted, name = {line.key: line for line in lines}, self._desk.case.the(Citizen).first_name
        for key in [key for key, made in self.lines.items() if wanted.get(key) != made.line]:
            gone = self.lines.pop(key)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for line in lines:
            if line.key not in self.lines:
                made = self.lines[line.key] = StripLine(line, name, self)
                made.ticked.connect(self._on_ticked)
                made.opened.connect(self.opened)
                self._flow.addWidget(made)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._fit(lines_of(meeting, ChecklistPhase.AFTER))
        ticks, sure = meeting.ticks, known(meeting, self._desk.opened.today())
        for key, line in self.lines.items():
            line.show_state(key in ticks, sure.get(key, ""))

    def _on_ticked(self, key: str, on: bool) -> None:
        if self._meeting is not None:
            self._desk.do(tick if on else untick, self._meeting, key)
