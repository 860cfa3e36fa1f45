"""Which municipality acts: since when and why, where the citizen has lived, and whom we have asked."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.casework.course.responsibility import asked_offices
from borgerplan_desktop.casework.intake import municipality as casework
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.intake.change_municipality import ChangeMunicipality
from borgerplan_desktop.gui.intake.responsibility import AskedOffice
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.admission import ActingMunicipality, Residence, acts_now
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course, ResponsibilityRequest
from borgerplan_desktop.model.text import shortened

LONGEST = 24                                             # letters of a first name in a heading


class MunicipalityCard(Card):
    """Who acts now and before, the evidence, and the questions about it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Which municipality acts"), "flag", parent)
        self._desk = desk
        self.change_button = self.add_action(_("Change …"), "edit")
        self.now = plain_label("", "bold", self, wrap=True)
        self.state = Pill("", "line", parent=self)
        self.said_yes_button = button(_("They have said yes"), "check", "ghost", self)
        row = QHBoxLayout()
        row.addWidget(self.now, 1)
        row.addWidget(self.state)
        row.addWidget(self.said_yes_button)
        self.body.addLayout(row)
        self.why = plain_label("", "small", self, wrap=True)
        self.body.addWidget(self.why)
        self.before: RowColumn[ActingMunicipality, ActedBefore] = RowColumn(partial(ActedBefore, desk, parent=self),
                                                                            2, self)
        self.body.addWidget(self.before)
        name = shortened(desk.case.the(Citizen).first_name, LONGEST)
        lived = _("Where {name} has lived").format(name=name) if name else _("Where they have lived")
        self.lived_button = self._heading(lived, _("Add a place"))
        self.lived_empty = plain_label(_("Nothing written yet. Where have they lived, and how do we know?"), "muted",
                                       self, wrap=True)
        self.body.addWidget(self.lived_empty)
        self.lived: RowColumn[Residence, LivedThere] = RowColumn(partial(LivedThere, desk, parent=self), 10, self)
        self.body.addWidget(self.lived)
        self.ask_button = self._heading(_("Whom we have asked"), _("Ask an office"))
        self.asked_empty = plain_label(_("No office has been asked yet."), "muted", self, wrap=True)
        self.body.addWidget(self.asked_empty)
        self.asked: RowColumn[ResponsibilityRequest, AskedOffice] = RowColumn(
            partial(AskedOffice, desk, parent=self), 10, self)
        self.body.addWidget(self.asked)
        # Signals
        self.change_button.clicked.connect(self.ask_who_acts)
        self.said_yes_button.clicked.connect(self._on_said_yes)
        self.lived_button.clicked.connect(self._on_lived)
        self.ask_button.clicked.connect(self._on_ask)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._refresh()

    def _heading(self, name: str, action: str) -> QPushButton:
        self.body.addWidget(line(self))
        row = QHBoxLayout()
        made = button(action, "plus", "ghost", self)
        row.addWidget(plain_label(name, "bold", self))
        row.addStretch(1)
        row.addWidget(made)
        self.body.addLayout(row)
        return made

    def ask_who_acts(self) -> ChangeMunicipality:
        self._desk.settle.emit()
        dialog = ChangeMunicipality(self._desk, self.window())
        dialog.open()
        return dialog

    def _on_said_yes(self) -> None:
        row = acts_now(self._desk.case)
        if row is not None:
            self._desk.do(casework.has_said_yes, row, True)

    def _on_lived(self) -> None:
        made = self._desk.made(casework.lived_somewhere)
        card = self.lived.widget(made)
        if card is not None:
            card.municipality.setFocus()

    def _on_ask(self) -> None:
        self._desk.go.emit("responsibility", "")

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (ActingMunicipality, Residence, ResponsibilityRequest, Course)) \
                or changes.touches(Citizen, Citizen.acting_municipality):
            self._refresh()

    def _refresh(self) -> None:
        case = self._desk.case
        acting, name = acts_now(case), case.the(Citizen).acting_municipality
        known = acting is not None and acting.municipality == name       # else it was written among the facts
        self.now.setText(_("Not known yet") if not name else
                         f"{name}, {acting.unit}" if acting is not None and known and acting.unit else name)
        self.state.setVisible(bool(name))
        settled = acting is not None and known and acting.settled
        self.state.say(_("They have said yes") if settled else _("We think so"), "good" if settled else "line",
                       "check" if settled else "help")
        self.said_yes_button.setVisible(acting is not None and known and not settled)
        since = _("Since {date}").format(date=day(acting.since)) if acting is not None and known else ""
        say(self.why, ". ".join(part for part in (since, acting.reason if acting is not None and known else "")
                                if part))
        self.before.show_rows(casework.history(case)[1 if known else 0:])
        places = casework.residences(case)
        self.lived.show_rows(places)
        self.lived_empty.setVisible(not places)
        asked = asked_offices(case)
        self.asked.show_rows(asked)
        self.asked_empty.setVisible(not asked)


class ActedBefore(QWidget):
    """One that acted before, and why it was thought so."""

    def __init__(self, desk: Desk, row: ActingMunicipality, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, row
        words = _("Before: {municipality}, since {date}").format(municipality=row.municipality, date=day(row.since))
        self.gone = icon_button("close", _("Remove {municipality}").format(municipality=row.municipality), self)
        line_ = QHBoxLayout(self)
        line_.setContentsMargins(0, 0, 0, 0)
        line_.addWidget(plain_label(f"{words}. {row.reason}".strip(), "small", self, wrap=True), 1)
        line_.addWidget(self.gone)
        self.gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.do(casework.remove_acting, self._row)


class LivedThere(Card):
    """A place they have lived: which municipality, where, from and until, and how we know."""

    def __init__(self, desk: Desk, row: Residence, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._desk, self._row = desk, row
        self.municipality, self.lived, self.source = (QLineEdit(self) for _each in range(3))
        self.municipality.setAccessibleName(_("Municipality"))
        self.municipality.setPlaceholderText(_("Municipality"))
        self.lived.setPlaceholderText(_("e.g. With a friend"))
        self.source.setPlaceholderText(_("e.g. Told by the citizen, the lease, the civil register"))
        self.since, self.until = DateEdit(parent=self), DateEdit(parent=self)
        self.since.look(Toward.BACK)
        self.until.look(Toward.NEAREST)
        self.gone = icon_button("close", _("Remove the place"), self)
        top = QHBoxLayout()
        top.addWidget(self.municipality, 1)
        top.addWidget(self.gone)
        grid = FieldGrid(220, 2, self)
        for name, field in ((_("From"), self.since), (_("Until"), self.until), (_("Where"), self.lived),
                            (_("How we know"), self.source)):
            grid.add_named(name, field)
        self.body.addLayout(top)
        self.body.addWidget(grid)
        for bound in (TextField(self.municipality, desk, Residence.municipality, casework.LIVED),
                      TextField(self.lived, desk, Residence.lived, casework.LIVED),
                      TextField(self.source, desk, Residence.source, casework.LIVED),
                      DateField(self.since, desk, Residence.from_on, casework.LIVED, casework.lived_from),
                      DateField(self.until, desk, Residence.until_on, casework.LIVED, casework.lived_until)):
            bound.show_row(row)
        self.gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_residence, self._row)
