"""A home that was offered: where, until when one may answer, what the citizen said, and what a no costs."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.waiting import applications
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import HousingOffer, OfferAnswer
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen

ANSWERS = list(OfferAnswer)


class OfferCard(QFrame):
    def __init__(self, desk: Desk, offer: HousingOffer, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._offer = desk, offer
        self.setProperty("role", "flat")
        name = desk.case.the(Citizen).first_name or _("the citizen")
        self.dwelling, self.why, self.cost = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.dwelling.setPlaceholderText(_("e.g. Two rooms, Skovvej 3, 4,200 a month"))
        self.dwelling.setAccessibleName(_("The home that is offered"))
        self.cost.setPlaceholderText(_("e.g. One no is allowed; after that the place on the list is lost"))
        self.offered_on, self.answer_by = DateEdit(parent=self), DateEdit(parent=self)
        self.offered_on.look(Toward.BACK)
        self.answer_by.look(Toward.NEAREST)              # in an answered offer it is no deadline any more
        self.answer = ignore_wheel(QComboBox(self))
        self.answer.addItems([_(each.label) for each in ANSWERS])
        self.gone = icon_button("close", _("Remove the offer of a home"), self)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.dwelling, 1)
        top.addWidget(self.gone)
        dates, words = FieldGrid(200, 3, self), FieldGrid(300, 2, self)
        dates.add_named(_("Offered on"), self.offered_on)
        dates.add_named(_("Answer by"), self.answer_by)
        dates.add_named(_("The answer to the home"), self.answer)
        words.add_named(_("In the words of {name}").format(name=name), self.why)
        words.add_named(_("What a no costs"), self.cost)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(dates)
        column.addWidget(words)
        self.setFocusProxy(self.dwelling)
        row = HousingOffer
        for bound in (TextField(self.dwelling, desk, row.dwelling, applications.OFFERED),
                      TextField(self.why, desk, row.why, N_("Answer the offer of a home")),
                      TextField(self.cost, desk, row.cost_of_no, applications.OFFERED),
                      DateField(self.offered_on, desk, row.offered_on, applications.OFFERED, applications.offered_on),
                      DateField(self.answer_by, desk, row.answer_by, applications.OFFERED)):
            bound.show_row(offer)
        self.answer.activated.connect(self._on_answer)
        self.gone.clicked.connect(self._on_gone)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_answer(self, index: int) -> None:
        if self._offer.exists:
            self._desk.do(applications.answer_offer, self._offer, ANSWERS[index])
            self._refresh()

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(applications.remove_offer, self._offer)

    def _on_changed(self, changes: Changes) -> None:
        if self._offer.exists and changes.touches(self._offer):
            self._refresh()

    def _refresh(self) -> None:
        self.answer.setCurrentIndex(ANSWERS.index(self._offer.answer))
