"""Somebody who is not in the network yet: written where a person is chosen, and chosen at once."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout

from borgerplan_desktop.casework.network.people import search_register
from borgerplan_desktop.casework.network.somebody_else import choose_somebody_else, known_as
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Field, Row
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Professional, Sector


class SomebodyElse(CaseDialog):
    """A name is enough; the rest can be told on the network page later. `combo`: the field that asks for a person."""

    def __init__(self, desk: Desk, row: Row, field: Field, action: str, combo: QComboBox) -> None:
        words = _("Somebody who is not in the network yet")
        super().__init__(desk, combo.window(), words)
        self._row, self._field, self._action, self._combo = row, field, action, combo
        self.name, self.role, self.sector = QLineEdit(self), QLineEdit(self), calm_combo(QComboBox(self))
        self.role.setPlaceholderText(_("e.g. housing support, or my sister"))
        named = sector_names(desk.case.register)
        self._sectors = list(named)
        self.sector.addItems(list(named.values()))
        self.sector.setCurrentIndex(self._sectors.index(Sector.AUTHORITY))
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.known = plain_label("", "small", self, wrap=True)
        grid = FieldGrid(300, 1, self)
        for name, edit in ((_("Name"), self.name), (_("Who it is"), self.role), (_("Part of life"), self.sector)):
            grid.add_named(name, edit)
        OfferedWords(self.name, [each.name for each in search_register(desk.opened, "")],
                     _("Professionals in the register"), _("Choose from the register"),
                     _("The down key shows who is in the register. You may write somebody else."))
        self.leave, self.add = button(_("Cancel"), parent=self), button(_("Add and choose"), "", "primary", self)
        self.add.setDefault(True)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        for widget in (plain_label(words, "title", self, wrap=True), grid, self.trouble, self.known):
            column.addWidget(widget)
        column.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.add)
        column.addLayout(foot)
        # Signals
        self.say_refusal("name", self.trouble, self.name)
        self.save_unfinished(self.name, self.role)
        for edit in (self.name, self.role):
            edit.textChanged.connect(self._tell_known)
        self.sector.activated.connect(self._tell_known)
        self.leave.clicked.connect(self.reject)
        self.add.clicked.connect(self._on_add)
        self._tell_known()
        self.name.setFocus()

    def _tell_known(self) -> None:
        """Whoever is known is not written twice: that is said before."""
        known = known_as(self._desk.opened, self.name.text(), self.role.text(),
                         self._sectors[self.sector.currentIndex()])
        say(self.trouble, "")
        say(self.known, _("{name} is known here already, and is chosen.").format(name=_called(known))
            if known is not None else "")

    def _on_add(self) -> None:
        if self._desk.do(choose_somebody_else, partial(_choose, self._row, self._field, self._action), self._action,
                         self.name.text(), self.role.text(), self._sectors[self.sector.currentIndex()]) == "stored":
            self.accept()
            self._combo.setFocus()


def _choose(row: Row, field: Field, action: str, opened: OpenCase, member: NetworkMember) -> None:
    write(opened, row, field, member.id, action)


def _called(known: object) -> str:
    if isinstance(known, NetworkMember):
        said = (known.contact.name, known.described)
    elif isinstance(known, Professional):
        said = (known.name, ", ".join(part for part in (known.role, known.organisation) if part))
    else:
        said = (getattr(known, "name", ""), getattr(known, "title", ""))
    return ", ".join(part for part in said if part)
