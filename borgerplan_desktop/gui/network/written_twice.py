"""On a person's card: that they stand on the map twice, and that the two can be made one."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.written_twice import make_one, same_name, same_person
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember


class WrittenTwice(QWidget):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.words = plain_label("", "warn", self, wrap=True)
        self.make_one = button(_("Make them one"), "people", "ghost", self)
        self.make_one.clicked.connect(self._on_make_one)
        column.addWidget(self.words)
        column.addWidget(self.make_one)

    def show_person(self, member: NetworkMember | None) -> None:
        """In sight only for whoever stands on the map twice, or perhaps does."""
        self._member = member
        self.setVisible(self._other() is not None)
        if member is not None and (other := self._other()) is not None:
            known = other is same_person(self._desk.case, member)
            self.words.setText((_("{name} stands on the map twice: two in the register are one person now.") if known
                                else _("Two on the map are called {name}. Are they the same person?")).format(
                name=member.contact.said_name))

    def _other(self) -> NetworkMember | None:
        if self._member is None:
            return None
        return same_person(self._desk.case, self._member) or same_name(self._desk.case, self._member)

    def _on_make_one(self) -> None:
        other = self._other()
        if self._member is not None and other is not None:
            self._desk.do(make_one, self._member, other)
