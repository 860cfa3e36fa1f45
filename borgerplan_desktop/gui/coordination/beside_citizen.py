"""Who stands beside the citizen, and who acts instead of them: two tasks, each with its own people."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network import representatives as casework
from borgerplan_desktop.casework.network.people import (
    end_lay_representative,
    lay_representation,
    make_lay_representative,
)
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.coordination.question import question
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen, Cooperation, LayRepresentative
from borgerplan_desktop.model.network import NetworkMember, Representation, RepresentationKind, lay_representatives

TASKS = {RepresentationKind.PARTY_REPRESENTATIVE: N_("Party representative"),
         RepresentationKind.GUARDIAN: N_("Guardian")}


class LayCard(Card):
    """The lay representative (bisidder), who comes *with* the citizen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Comes along with {name}").format(name=called(desk)), "lay_rep", parent)
        self._desk, self._row = desk, desk.case.the(Cooperation)
        self.lay_field, self.lay_how_field = calm_combo(QComboBox(self)), GrowingTextEdit(parent=self)
        self.lay_box = QWidget(self)
        inside = QVBoxLayout(self.lay_box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        self.lay_people: RowColumn[Representation, BesideLine] = RowColumn(
            partial(BesideLine, desk, parent=self.lay_box), 4, self.lay_box)
        self.lay_who = ChoosePerson(desk, _("Who is lay representative?"), _("Choose who it is"), self.lay_box)
        inside.addWidget(self.lay_people)
        inside.addWidget(self.lay_who)
        grid = FieldGrid(260, 2, self)
        grid.add(question(_("Lay representative"), self.lay_field, grid))
        grid.add(question(_("How the lay representative takes part"), self.lay_how_field, grid))
        self.body.addWidget(grid)
        self.body.addWidget(self.lay_box)
        for bound in (ChoiceField(self.lay_field, desk, Cooperation.lay_representative,
                                  N_("Answer about the lay representative"),
                                  [(each, _(each.label)) for each in LayRepresentative]),
                      TextField(self.lay_how_field, desk, Cooperation.lay_representative_how,
                                N_("Edit the lay representative"))):
            bound.show_row(self._row)
        self.lay_who.chosen.connect(self._on_chosen)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def answer(self) -> QWidget:
        """Where the keyboard goes: at what is still open."""
        return self.lay_field if self.lay_box.isHidden() else self.lay_who

    def _on_chosen(self, member: NetworkMember | None) -> None:
        if member is not None:
            self._desk.do(make_lay_representative, member)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Cooperation) or changes.touches(Representation) or changes.touches(NetworkMember):
            self._refresh()

    def _refresh(self) -> None:
        today = self._desk.opened.today()
        beside = [r for m in lay_representatives(self._desk.case, today)
                  if (r := lay_representation(self._desk.opened, m)) is not None]
        self.lay_people.show_rows(beside)
        for line in self.lay_people.widgets():
            line.refresh()
        self.lay_who.show_person(None)
        self.lay_box.setVisible(bool(beside) or self._row.lay_representative is LayRepresentative.HAS)


class InsteadCard(Card):
    """Party representative (with the day of the power of attorney) and guardian, who act *instead of* the citizen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Acts instead of {name}").format(name=called(desk)), "sign", parent)
        self._desk = desk
        self.body.addWidget(plain_label(_("A party representative has a power of attorney. A lay representative only "
                                          "comes along."), "muted", self, wrap=True))
        self.people: RowColumn[Representation, BesideLine] = RowColumn(partial(BesideLine, desk, parent=self), 4, self)
        self.kind_field = calm_combo(QComboBox(self))
        self.kind_field.addItems([_(name) for name in TASKS.values()])
        self.who_field = ChoosePerson(desk, _("Who acts instead of {name}?").format(name=called(desk)),
                                      _("Nobody, or choose who it is"), self)
        grid = FieldGrid(260, 2, self)
        grid.add(question(_("As what?"), self.kind_field, grid))
        grid.add(question(_("Who acts instead of {name}?").format(name=called(desk)), self.who_field, grid))
        self.body.addWidget(self.people)
        self.body.addWidget(grid)
        self.who_field.chosen.connect(self._on_chosen)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_chosen(self, member: NetworkMember | None) -> None:
        if member is not None:
            kind = list(TASKS)[self.kind_field.currentIndex()]       # Qt gives back plain words
            made = self._desk.made(casework.make_representative, member, kind)
            self._refresh()
            line = self.people.widget(made)
            if line is not None:
                line.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Representation) or changes.touches(NetworkMember):
            self._refresh()

    def _refresh(self) -> None:
        self.people.show_rows(casework.representatives(self._desk.case, self._desk.opened.today()))
        for line in self.people.widgets():
            line.refresh()
        self.who_field.show_person(None)


class BesideLine(QWidget):
    """One person with their task, the day of the power of attorney where it needs one, and that it is over."""

    def __init__(self, desk: Desk, representation: Representation, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._representation, kind = desk, representation, representation.kind
        lay = kind is RepresentationKind.LAY_REPRESENTATIVE
        self._name = ElidedLabel("", self)
        over = {RepresentationKind.LAY_REPRESENTATIVE: _("No longer lay representative"),
                RepresentationKind.PARTY_REPRESENTATIVE: _("No longer party representative"),
                RepresentationKind.GUARDIAN: _("No longer guardian")}[kind]
        self.gone = icon_button("close", over, self)
        self.gone.clicked.connect(self._on_gone)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(6)
        row.addWidget(IconView("lay_rep" if lay else "sign", "accent", 18, parent=self))
        row.addWidget(self._name, 1)
        row.addWidget(self.gone)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        self.given_on: DateEdit | None = None
        self._missing = plain_label("", "smallwarn", self, wrap=True)
        self._missing.hide()
        if kind is RepresentationKind.PARTY_REPRESENTATIVE:
            self.given_on = DateEdit(parent=self)
            self.given_on.look(Toward.BACK)
            column.addWidget(question(_("Date of the power of attorney"), self.given_on, self))
            column.addWidget(self._missing)
            DateField(self.given_on, desk, Representation.power_of_attorney_on, N_("Date of the power of attorney"),
                      casework.give_power_of_attorney).show_row(representation)
        self.setFocusProxy(self.given_on or self.gone)
        self.refresh()

    def refresh(self) -> None:
        representation = self._representation
        member = representation.member if representation.exists else None
        if member is None:
            return
        task = TASKS.get(representation.kind)
        self._name.setText(", ".join(part for part in (
            member.contact.name, member.described, _(task).lower() if task else "") if part))
        if self.given_on is not None:
            say(self._missing, "" if representation.power_of_attorney_on else
                _("The power of attorney is missing. Ask to see it, and write its date."))

    def _on_gone(self) -> None:
        if not self._representation.exists:
            return
        if self._representation.kind is not RepresentationKind.LAY_REPRESENTATIVE:
            self._desk.do(casework.end_representative, self._representation)
        elif (member := self._representation.member) is not None:
            self._desk.do(end_lay_representative, member)


def called(desk: Desk) -> str:
    """What the citizen is called on the cards."""
    return desk.case.the(Citizen).first_name or _("the citizen")
