"""A meeting of a series was changed: the next ones can be changed too, with one press."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.series_rest import AsItWas, change_rest, is_moved, must_be_told, rest_of
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.meeting import Meeting


class RestBar(QFrame):
    """Nothing until the meeting is another than when it was first shown. `list_wanted()` = all meetings."""

    list_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "soft")
        self.setAccessibleName(_("The rest of the meetings in a row"))
        self._desk = desk
        self._meeting: Meeting | None = None
        self._was: AsItWas | None = None
        self._row: frozenset[str] = frozenset()          # the ids of those that belong together
        self._done_at = 0                                # how much had been done when the rest was changed; 0 = not
        self.words = plain_label("", "", self, wrap=True)
        self.change = button("", "calendar", "ghost", self)
        self.only_this = button(_("Only this one"), "", "quiet", self)
        self.see = button(_("See all meetings"), "", "ghost", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 8)
        column.setSpacing(2)
        column.addWidget(self.words)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=6)
        for each in (self.change, self.see, self.only_this):
            flow.addWidget(each)
        column.addWidget(buttons)
        self.change.clicked.connect(self._on_change)
        self.only_this.clicked.connect(self._on_only_this)
        self.see.clicked.connect(self.list_wanted)
        self.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        row = frozenset(each.id for each in meeting.series)
        if meeting is not self._meeting or row != self._row:         # a row just planned is as this one is
            self._meeting, self._row, self._was, self._done_at = meeting, row, AsItWas.of(meeting), 0
        self._refresh()

    def _refresh(self) -> None:
        meeting, was = self._meeting, self._was
        if meeting is None or was is None:
            return
        if self._done_at > len(self._desk.opened.done):  # undone
            self._done_at = 0
        rest = rest_of(meeting, was) if meeting.status.ahead else []
        offers = bool(rest) and AsItWas.of(meeting) != was
        n = len(rest)
        if offers:
            self.words.setText(ngettext("{n} more meeting belongs to this one.",
                                        "{n} more meetings belong to this one.", n).format(n=n))
            words = (ngettext("Move the next one too", "Move the next {n} too", n) if is_moved(meeting, was) else
                     ngettext("Change the next one too", "Change the next {n} too", n)).format(n=n)
            self.change.setText(words)
            self.change.setAccessibleName(words)
        elif self._done_at:
            hear = must_be_told([meeting, *rest], self._desk.opened.today())
            self.words.setText(" ".join(part for part in (
                ngettext("The next one is changed too.", "The next {n} are changed too.", n).format(n=n),
                ngettext("{n} person is to be told.", "{n} people are to be told.", hear).format(n=hear)
                if hear else "") if part))
        self.change.setVisible(offers)
        self.only_this.setText(_("Only this one") if offers else _("Close"))
        self.only_this.setAccessibleName(self.only_this.text())
        self.see.setVisible(not offers)
        self.setVisible(offers or bool(self._done_at and rest))

    def _on_change(self) -> None:
        meeting, was = self._meeting, self._was
        if meeting is None or was is None:
            return
        self._desk.settle.emit()                         # half typed words belong in it
        now = AsItWas.of(meeting)
        if self._desk.do(change_rest, meeting, was) == "stored":
            self._was, self._done_at = now, len(self._desk.opened.done)
            self._refresh()
            self.see.setFocus()

    def _on_only_this(self) -> None:
        meeting = self._meeting
        if meeting is not None and meeting.exists:
            self._was, self._done_at = AsItWas.of(meeting), 0
            self.focusNextChild()
            self._refresh()
