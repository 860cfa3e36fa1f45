"""Who has which role in the shared frame, and who can be coordinator: named, and reached, in one place."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.activities import roles as casework
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.unsaved_input import HouseLine
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.frame_people import coordinators, facts_of, people_of, registered
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.shelter import Professional, StaffMember
from borgerplan_desktop.phone_number import phone_number

SHOWN = (FramePerson, StaffMember, Professional, Service)
ABOUT = {FrameRole.PROJECT_LEADER: N_("Sees to it that the plan is made and kept."),
         FrameRole.PROJECT_GROUP: N_("Key staff of those who work together."),
         FrameRole.STEERING_GROUP: N_("Leaders who back the work and approve the frame."),
         FrameRole.PARTNER: N_("Are told when the frame is brought up to date.")}


class RolesCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who does what in the frame"), "people", parent)
        self._desk = desk
        self.roles = {role: RolePart(desk, role, self) for role in FrameRole}
        for part in self.roles.values():
            self.body.addWidget(part)
        self.coordinators_label = plain_label(_("Can be coordinator for a citizen"), "bold", self)
        self.coordinators = plain_label("", "", self, wrap=True)
        self.hint = plain_label(_("Marked in the settings, at a colleague or a professional."), "small", self,
                                wrap=True)
        for each in (self.coordinators_label, self.coordinators, self.hint):
            self.body.addWidget(each)
        self.body.addStretch(1)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        for part in self.roles.values():
            part.refresh()
        found = coordinators(self._desk.case)
        self.coordinators.setText("\n".join(each.said for each in found) or _("Nobody is marked yet."))

    def show_row(self, row_id: str) -> bool:
        """Bring somebody into sight; whether they are here."""
        person = self._desk.case.get(FramePerson, row_id)
        row = self.roles[person.role].people.widget(person) if person is not None else None
        if row is not None:
            row.gone.setFocus()
        return row is not None

    def _on_changed(self, changes: Changes) -> None:
        if any(map(changes.touches, SHOWN)):
            self.refresh()


class RolePart(QWidget):
    """One role: who has it, and a line in which somebody is written or found."""

    def __init__(self, desk: Desk, role: FrameRole, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._role, self._adding = desk, role, False
        self.people: RowColumn[FramePerson, PersonRow] = RowColumn(self._make, 2, self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(_("A name, or somebody you know"))
        self.name.setAccessibleName(_("{role}: who?").format(role=_(role.label)))
        self.offered = OfferedWords(self.name, (), _("People and services you know"),
                                    _("Show the people and services you know"),
                                    _("The down key shows the people and services you know."))
        HouseLine(self.name, desk, f"role-{role.value}")
        self.add = icon_button("plus", _("{role}: add").format(role=_(role.label)), self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(3)
        column.addWidget(plain_label(_(role.label), "bold", self))
        column.addWidget(plain_label(_(ABOUT[role]), "small", self, wrap=True))
        column.addWidget(self.people)
        column.addLayout(line)
        column.addWidget(self.trouble)
        # Signals
        self.name.textEdited.connect(self._offer)
        self.name.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        desk.refused.connect(self._on_refused)

    def refresh(self) -> None:
        people = people_of(self._desk.case, self._role)
        self.people.show_rows(people)
        for row in self.people.widgets():
            row.refresh()
        self._offer(self.name.text())

    def _offer(self, words: str) -> None:
        """Those who may be meant; with many services not all of them at once."""
        self._found = {casework.in_full(row): row for row in casework.to_choose(self._desk.case, self._role, words)}
        self.offered.offer(self._found)

    def _make(self, person: FramePerson) -> PersonRow:
        row = PersonRow(self._desk, person, self)
        row.move_wanted.connect(partial(self._on_move, person))
        return row

    def _on_add(self) -> None:
        self.trouble.hide()
        typed = " ".join(self.name.text().split())
        self._offer(typed)
        self._adding = True
        known = self._found.get(typed)
        made = (self._desk.made(casework.choose_person, self._role, known) if known is not None else
                self._desk.made(casework.add_person, self._role, typed))
        self._adding = False
        if made is not None:
            self.name.clear()
            self._offer("")
            self.name.setFocus()

    def _on_move(self, person: FramePerson, by: int) -> None:
        self._desk.do(casework.move_person, person, by)
        if (row := self.people.widget(person)) is not None:
            row.gone.setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            self.name.setFocus()


class PersonRow(QWidget):
    """Somebody with a role: the name and the workplace, how they are reached, and fields where it is written here."""

    move_wanted = Signal(int)

    def __init__(self, desk: Desk, person: FramePerson, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._person = desk, person
        self.fields: FieldGrid | None = None
        self.said, self.reached = plain_label("", "", self, wrap=True), plain_label("", "small", self, wrap=True)
        self.fold, self.gone = icon_button("edit", "", self), icon_button("close", "", self)
        words, top = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.said)
        words.addWidget(self.reached)
        top.addLayout(words, 1)
        top.addWidget(self.fold)
        top.addWidget(self.gone)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.addLayout(top)
        self.fold.clicked.connect(self._on_fold)
        self.gone.clicked.connect(self._on_gone)
        self.refresh()

    def refresh(self) -> None:
        if not self._person.exists:
            return
        facts, row = facts_of(self._person), registered(self._person)
        self.said.setText(facts.said or _("Without a name"))
        say(self.reached, " · ".join(part for part in (phone_number(facts.phone) if facts.phone else "", facts.email)
                                     if part))
        self.fold.setVisible(row is None)
        for each, name in ((self.fold, _("Write about {who}")), (self.gone, _("Take the role back from {who}"))):
            each.setAccessibleName(name.format(who=facts.name))
            set_tip(each, name.format(who=facts.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := wanted_move(event):
            self.move_wanted.emit(by)
        else:
            super().keyPressEvent(event)

    def open(self) -> FieldGrid:
        """The fields of somebody who is written here."""
        if self.fields is None:
            self.fields = FieldGrid(150, 2, self)
            for name, column in ((_("Name"), FramePerson.name), (_("Workplace"), FramePerson.workplace),
                                 (_("Phone"), FramePerson.phone), (_("Mail"), FramePerson.email)):
                edit = QLineEdit(self.fields)
                self.fields.add_named(name, edit)
                TextField(edit, self._desk, column, casework.CHANGED).show_row(self._person)
            self._column.addWidget(self.fields)
        self.fields.show()
        set_button_icon(self.fold, "chevron_up")
        return self.fields

    def _on_fold(self) -> None:
        if self.fields is None or self.fields.isHidden():
            first = self.open().findChild(QLineEdit)
            if first is not None:
                first.setFocus()
            return
        self._desk.settle.emit()
        self.fields.hide()
        set_button_icon(self.fold, "edit")

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.leave_role, self._person)
