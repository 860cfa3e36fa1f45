"""The standing appointments with somebody, on their card: each leads to where it is changed."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.standing import going_on
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.showing.standing_words import in_a_line
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.standing_appointment import StandingAppointment


class PersonTimes(QWidget):
    """Hidden for whoever the citizen has no standing appointment with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        self._shown: list[tuple[str, str]] = []          # of each: its id, and what is said of it
        self.lines: list[TimeLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(plain_label(_("Standing appointments"), "smallbold", self))
        desk.changed.connect(self._on_changed)

    def show_person(self, member: NetworkMember | None) -> None:
        self._member = member
        self._show()

    def _show(self) -> None:
        member, today = self._member, self._desk.opened.today()
        rows = [] if member is None or not member.exists else [
            each for each in going_on(self._desk.case, today) if each.member_id == member.id]
        wanted = [(each.id, " · ".join(filter(None, (each.text.strip(), in_a_line(each, today, with_whom=False)))))
                  for each in rows]
        if wanted != self._shown:                        # else the keyboard may stand on one of them
            self._shown = wanted
            for line in self.lines:
                line.hide()
                line.deleteLater()
            self.lines = [TimeLine(self._desk, row, said[1], self) for row, said in zip(rows, wanted, strict=True)]
            for line in self.lines:
                self._column.addWidget(line)
        self.setVisible(bool(rows))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(StandingAppointment):
            self._show()


class TimeLine(QWidget):
    def __init__(self, desk: Desk, standing: StandingAppointment, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: PlainLabel = plain_label(words, "small", self, wrap=True)
        self.change: QPushButton = icon_button("edit", _("Change the standing appointment: {what}").format(
            what=standing.text.strip()), self)
        self._desk, self._leads_to = desk, f"contacts:{standing.id}"
        self.change.clicked.connect(self._on_change)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)

    def _on_change(self) -> None:
        self._desk.go.emit("overview", self._leads_to)
