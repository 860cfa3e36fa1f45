"""Choosing somebody from the map where a person is asked for, or adding the one who is not there yet."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import fill_people
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.shelter import Sector


class ChoosePerson(QWidget):
    """`chosen(member | None)` when a person picks or adds somebody; what is chosen is shown with `show_person`."""

    chosen = Signal(object)                              # NetworkMember | None

    def __init__(self, desk: Desk, name: str, nobody: str, parent: QWidget | None = None,
                 among: Callable[[Case], list[NetworkMember]] | None = None, sector: Sector | None = None) -> None:
        """`among`: whom one can choose, else everybody but the citizen. `sector`: of the professional who is asked for.
        """
        super().__init__(parent)
        self._desk, self._nobody, self._among, self._sector = desk, nobody, among, sector
        self._now: str | None = None
        self.office = ""                                 # where whoever is added works, if it is known
        self.combo = calm_combo(QComboBox(self))
        self.add = icon_button("user_plus", _("Add person …"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.combo, 1)
        row.addWidget(self.add)
        self.setFocusProxy(self.combo)
        self.setAccessibleName(name)
        self.combo.setAccessibleName(name)
        self.add.setAutoDefault(False)
        self.combo.activated.connect(self._on_chosen)
        self.add.clicked.connect(self.ask_who)
        desk.changed.connect(self._on_changed)
        self.show_person(None)

    def show_person(self, member: NetworkMember | None) -> None:
        self._now = member.id if member is not None else None
        if self._among is not None:
            fill_people(self.combo, self._desk, self._now, self._nobody, among=self._among(self._desk.case))
            return
        fill_people(self.combo, self._desk, self._now, self._nobody)
        if (citizen := citizen_member(self._desk.case)) is not None:
            self.combo.removeItem(self.combo.findData(citizen.id))       # others are asked for
        self.combo.setCurrentIndex(max(0, self.combo.findData(self._now)) if self._now else 0)

    def ask_who(self) -> AddPerson:
        """Open the dialog that adds somebody."""
        dialog = AddPerson(self._desk, self.window(), self.office)
        dialog.added.connect(self._on_added)
        if self._sector is not None:
            dialog.ask_professional(self._sector)
        dialog.open()
        return dialog

    def _on_added(self, id: str) -> None:
        self.chosen.emit(self._desk.case.get(NetworkMember, id))

    def _on_chosen(self, index: int) -> None:
        self.chosen.emit(self._desk.case.get(NetworkMember, self.combo.itemData(index)))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(NetworkMember) and not self.combo.view().isVisible():
            self.show_person(self._desk.case.get(NetworkMember, self._now))
