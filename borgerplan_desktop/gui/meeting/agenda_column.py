"""At the left of the meeting: the points of the agenda, and what is put aside for later."""
from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.during_meeting import park_topic, unpark_topic
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.projector_lines import ProjectorPoint, ProjectorTopic
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, ParkedTopic


class AgendaColumn(QWidget):
    """`chosen(AgendaItem)` when a person turns to a point."""

    chosen = Signal(object)

    agenda_scroll: QScrollArea
    agenda_rows: QVBoxLayout
    parked_rows: QVBoxLayout
    park_words: QLineEdit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "agenda_column")
        self._desk: Desk | None = None
        self._meeting: Meeting | None = None
        self._point: AgendaItem | None = None            # the one in hand
        self.points = RowList(self.agenda_rows, self._make_point, self._show_point)
        self._new: AgendaItem | None = None              # written just now, to be seen
        self.topics = RowList(self.parked_rows, self._make_topic, ProjectorTopic.refresh)
        self.park_words.returnPressed.connect(self.take_words)

    def set_desk(self, desk: Desk) -> None:
        self._desk = desk

    def show_meeting(self, meeting: Meeting, point: AgendaItem | None) -> None:
        self._meeting, self._point = meeting, point
        self.points.show(meeting.agenda)
        if (line := self.points.of(point)) is not None:
            self.agenda_scroll.ensureWidgetVisible(line, 0, px(60))
        self.topics.show(meeting.parked)

    def come_to(self, item: AgendaItem) -> None:
        """Whoever said it sees that it stands there."""
        self._new = item
        QTimer.singleShot(0, self, self._show_new)       # once the list knows how tall it is

    def _show_new(self) -> None:
        line, self._new = self.points.of(self._new), None
        if line is not None:
            self.agenda_scroll.ensureWidgetVisible(line)

    def take_words(self) -> None:
        """Put aside the topic that stands in the line, if one does."""
        text = self.park_words.text().strip()
        if not text or self._desk is None or self._meeting is None:
            return
        if self._desk.do(park_topic, self._meeting, text) == "stored":
            self.park_words.clear()

    def _make_point(self, item: AgendaItem) -> ProjectorPoint:
        made = ProjectorPoint(item, self)
        made.chosen.connect(self.chosen)
        return made

    def _show_point(self, line: ProjectorPoint) -> None:
        line.show_state(line.item is self._point)

    def _make_topic(self, topic: ParkedTopic) -> ProjectorTopic:
        made = ProjectorTopic(topic, self)
        made.taken_up.connect(self._on_taken_up)
        return made

    def _on_taken_up(self, topic: ParkedTopic) -> None:
        if self._desk is not None:
            self._desk.do(unpark_topic, topic)
