"""Which office is responsible: whom we asked, when, and what they answered, the newest first."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course import responsibility as casework
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import ResponsibilityAnswer, ResponsibilityRequest
from borgerplan_desktop.model.network import NetworkMember

ANSWERS = list(ResponsibilityAnswer)


class Responsibility(CaseDialog):
    form = "responsibility"

    office_field: QLineEdit
    ask_button: QPushButton
    office_trouble: QLabel
    asked_scroll: DialogScroll
    empty_label: QLabel
    asked_column: QVBoxLayout
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.say_refusal("office", self.office_trouble, self.office_field)
        self.asked: RowColumn[ResponsibilityRequest, AskedOffice] = RowColumn(
            partial(AskedOffice, desk, parent=self.asked_scroll), 10, self.asked_scroll)
        self.asked_column.addWidget(self.asked)
        # Signals
        self.office_field.returnPressed.connect(self._on_ask)
        self.office_field.textChanged.connect(self.office_trouble.hide)
        self.ask_button.clicked.connect(self._on_ask)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        self.save_unfinished(self.office_field)
        # Initial update
        self._refresh()
        self.office_field.setFocus()

    def show_row(self, row_id: str) -> None:
        """Come to the answer of an office that was asked."""
        card = self.asked.widget(self._desk.case.get(ResponsibilityRequest, row_id))
        if card is not None:
            card.outcome.setFocus()

    def done(self, result: int) -> None:
        """Half typed words are stored before the dialog goes."""
        self._desk.settle.emit()
        super().done(result)

    def _on_ask(self) -> None:
        made = self._desk.made(casework.ask_office, self.office_field.text())
        card = self.asked.widget(made)
        if card is not None:
            self.office_field.clear()
            card.who.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(ResponsibilityRequest):
            self._refresh()

    def _refresh(self) -> None:
        rows = casework.asked_offices(self._desk.case)
        self.asked.show_rows(rows)
        self.empty_label.setVisible(not rows)


class AskedOffice(Card):
    """One office: who there, asked when, and the answer with its day and words."""

    def __init__(self, desk: Desk, request: ResponsibilityRequest, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._desk, self._request = desk, request
        self.office, self.words = QLineEdit(self), QLineEdit(self)
        self.who = ChoosePerson(desk, _("Who there"), _("Nobody in particular"), self)
        self.outcome = ignore_wheel(QComboBox(self))
        self.outcome.addItems([_(each.label) for each in ANSWERS])
        self.asked_on, self.answered_on = DateEdit(parent=self), DateEdit(parent=self)
        self.gone = icon_button("close", _("Remove the question"), self)
        self.words.setPlaceholderText(_("e.g. They will look for another office themselves"))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.office, 1)
        top.addWidget(self.gone)
        self.office.setAccessibleName(_("Office"))
        grid = FieldGrid(230, 2, self)
        for name, field in ((_("Who there"), self.who), (_("Asked on"), self.asked_on),
                            (_("The answer"), self.outcome), (_("Answered on"), self.answered_on)):
            grid.add_named(name, field)
        self.words.setAccessibleName(_("What they said"))
        self.body.addLayout(top)
        self.body.addWidget(grid)
        label = plain_label(_("What they said"), "smallbold", self)
        label.setBuddy(self.words)
        self.body.addWidget(label)
        self.body.addWidget(self.words)
        row = ResponsibilityRequest
        for bound in (TextField(self.office, desk, row.office, casework.ASKED),
                      TextField(self.words, desk, row.answer, casework.ANSWERED),
                      DateField(self.asked_on, desk, row.asked_on, casework.ASKED, casework.asked_on),
                      DateField(self.answered_on, desk, row.answered_on, casework.ANSWERED, casework.answered_on)):
            bound.show_row(request)
        self.who.chosen.connect(self._on_who)
        self.outcome.activated.connect(self._on_outcome)
        self.gone.clicked.connect(self._on_gone)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_who(self, member: NetworkMember | None) -> None:
        if self._request.exists:
            self._desk.do(casework.ask_person, self._request, member)
            self._refresh()

    def _on_outcome(self, index: int) -> None:
        if self._request.exists:
            self._desk.do(casework.answer, self._request, ANSWERS[index])
            self._refresh()

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_request, self._request)

    def _on_changed(self, changes: Changes) -> None:
        if self._request.exists and changes.touches(self._request):
            self._refresh()

    def _refresh(self) -> None:
        request = self._request
        self.who.office = request.office
        self.who.show_person(request.member)
        self.outcome.setCurrentIndex(ANSWERS.index(request.outcome))
        self.answered_on.setEnabled(request.outcome is not ResponsibilityAnswer.WAITING)
        self.setAccessibleName(f"{request.office}, {_(request.outcome.label)}")
