"""Nobody can answer from their calendar: whoever asks has no mail address that the answers could come to."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.meeting_calendar import organizer
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import StaffMember


class UnansweredNote(QFrame):
    """Gone where answers have somewhere to go. `wanted(StaffMember)` to write the address of the contact person."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("role", "warncard")
        self.told = plain_label("", "warn", self, wrap=True)
        self.write = button(_("Write the mail address"), "", "ghost", self)
        self.write.clicked.connect(self._on_write)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.addWidget(IconView("calendar", "warn", 18, parent=self))
        line.addWidget(self.told, 1)
        line.addWidget(self.write)

    def show_for(self, mails: int) -> None:
        """With so many mails that carry the meeting for a calendar."""
        who = self._who()
        self.setVisible(bool(mails) and organizer(self._desk.case) is None)
        self.write.setVisible(who is not None)
        own = who is not None and who.id == self._desk.opened.who
        self.told.setText(
            _("You have no mail address here. Nobody can answer yes or no from their calendar.") if own else
            _("{name} has no mail address here. Nobody can answer yes or no from their calendar.").format(name=who.name)
            if who is not None else
            _("There is no mail address of ours here. Nobody can answer yes or no from their calendar. It is written "
              "under Settings, Shelter."))

    def _who(self) -> StaffMember | None:
        """Whose calendar the answers would come to."""
        register = self._desk.case.register
        return register.get(StaffMember, self._desk.case.the(Citizen).contact_person_id) if register is not None else \
            None

    def _on_write(self) -> None:
        if (who := self._who()) is not None:
            self.wanted.emit(who)
