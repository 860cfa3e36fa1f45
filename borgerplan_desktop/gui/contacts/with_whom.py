"""Whom we were in touch with: the citizen first, then the people of the map, or a name that is typed."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import fill_people
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember, citizen_member


class WithWhom(QComboBox):
    """An open list one may also write in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        calm_combo(self, 18)
        citizen = citizen_member(desk.case)
        fill_people(self, desk, citizen.id if citizen is not None else None)
        self.removeItem(0)                               # nobody: a contact is with somebody
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if (completer := self.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            if (popup := completer.popup()) is not None:
                popup.setAccessibleName(_("People of the map"))
        if (line := self.lineEdit()) is not None:
            line.setAccessibleName(_("With whom"))
        self.setAccessibleName(_("With whom"))
        self.setAccessibleDescription(_("The down key shows the people of the map. You may write somebody else."))
        self.setCurrentIndex(0 if self.count() else -1)

    def whom(self) -> NetworkMember | str:
        """The person that is chosen, or the name that is written."""
        text, at = self.currentText().strip(), self.currentIndex()
        if at < 0 or self.itemText(at) != text:
            at = self.findText(text, Qt.MatchFlag.MatchFixedString)
        member = self._desk.case.get(NetworkMember, self.itemData(at)) if at >= 0 else None
        return member or text
