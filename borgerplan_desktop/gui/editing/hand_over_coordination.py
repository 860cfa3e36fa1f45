"""Handing the coordination to somebody: to whom, from which day, how it was agreed, and whether they have said yes."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.coordinators import Candidate, hand_over, possible_coordinators
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import in_full
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.course import AgreedHow, coordinator
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import Shelter, StaffMember


class HandOverCoordination(CaseDialog):
    """Until the person has said yes they stand as asked. Without a `member` one chooses: the shelter's list first."""

    drawn = (520, 480)

    def __init__(self, desk: Desk, member: NetworkMember | None, parent: QWidget | None = None) -> None:
        title = _("Choose the coordinator") if member is None else \
            _("{name} becomes coordinator").format(name=member.contact.name)
        super().__init__(desk, parent, title)
        self._member = member
        self._candidates: list[Candidate] = []
        present = coordinator(desk.case)
        self.who = calm_combo(QComboBox(self))
        self.add = icon_button("user_plus", _("Add person …"), self)
        self.add.setAutoDefault(False)
        choice = QWidget(self)
        beside = QHBoxLayout(choice)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.who, 1)
        beside.addWidget(self.add)
        self.who_trouble = plain_label("", "smallbad", self, wrap=True)
        self.who_trouble.hide()
        self.since = DateEdit(desk.opened.today, self)
        self.since.look(Toward.BACK)
        self.since.set_name(_("From which day?"))
        self.since.setDate(desk.opened.today())
        self.how = calm_combo(QComboBox(self))
        self.how.addItems([_("Not noted"), *(_(each.label) for each in AgreedHow)])
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(_("e.g. They meet every day now"))
        self.temporary = WrappedCheck(_("Only for now, until a permanent one is agreed"), self)
        self.yes = WrappedCheck(_("Has said yes"), self)
        self.act = button(_("Hand over"), "", "primary", self)
        self.act.setDefault(True)
        self.leave = button(_("Cancel"), parent=self)
        column, row, body = QVBoxLayout(self), QHBoxLayout(), DialogScroll(self, 8)
        column.setContentsMargins(32, 24, 28, 22)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(body, 1)
        named: list[tuple[str, QWidget]] = [(_("Who"), self.who)] if member is None else []
        named += [(_("From which day?"), self.since), (_("How it was agreed"), self.how)]
        if present is not None and (member is None or present.member_id != member.id):
            named.append((_("Why it changes hands"), self.reason))
        for words, field in named:
            label = plain_label(words, "smallbold", self)
            label.setBuddy(field)
            field.setAccessibleName(words)
            body.body.addWidget(label)
            body.body.addWidget(choice if field is self.who else field)
            if field is self.who:
                body.body.addWidget(self.who_trouble)
        for box in (self.temporary, self.yes):
            body.body.addWidget(box)
        for each in (self.who, self.reason, self.temporary):
            each.setVisible(False)
        for each in (choice, self.who):
            each.setVisible(member is None)
        self.reason.setVisible(any(field is self.reason for _words, field in named))
        self.temporary.setVisible(member is None or present is None or present.member_id != member.id)
        body.body.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column.addLayout(row)
        # Signals
        self.act.clicked.connect(self._on_act)
        self.leave.clicked.connect(self.reject)
        self.who.activated.connect(self.who_trouble.hide)
        self.add.clicked.connect(self.ask_who)
        # Initial update
        self.save_unfinished(self.reason)
        if member is None:
            self._fill()
        (self.who if member is None else self.yes).setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        """Those of the shelter's list first, a line, then everybody else of the network."""
        first, others = possible_coordinators(self._desk.opened)
        self.who.addItem(_("Choose who it is"), None)
        for group in (first, others):
            if group and self.who.count() > 1:
                self.who.insertSeparator(self.who.count())
            for each in group:
                self._candidates.append(each)
                self.who.addItem(_named(each), len(self._candidates) - 1)

    def ask_who(self) -> AddPerson:
        """Add somebody who is not on the map yet, and choose them."""
        dialog = AddPerson(self._desk, self)
        dialog.added.connect(self._on_added)
        dialog.open()
        return dialog

    def _on_added(self, id: str) -> None:
        member = self._desk.case.get(NetworkMember, id)
        if member is None:
            return
        self._candidates.append(member)
        self.who.addItem(_named(member), len(self._candidates) - 1)
        self.who.setCurrentIndex(self.who.count() - 1)
        self.who_trouble.hide()
        self.who.setFocus()

    def _on_act(self) -> None:
        if not self.since.is_understood():
            self.since.setFocus()
            return
        at = self.who.currentData()
        who = self._member if self._member is not None else self._candidates[at] if at is not None else None
        if who is None:
            say(self.who_trouble, _("Choose who it is."))
            self.who.setFocus()
            return
        how = [None, *AgreedHow][self.how.currentIndex()]            # Qt gives back plain words
        yes_on = self._desk.opened.today() if self.yes.isChecked() else None
        if self._desk.do(hand_over, who, self.since.date(), yes_on, temporary=self.temporary.isChecked(),
                         reason=self.reason.text(), agreed_how=how) == "stored":
            self.accept()

    def _on_refused(self, sentence: str, field: str) -> None:
        if self.isVisible() and field == "since":
            self.since.refuse(sentence, self.since.date())
            self._desk.said()
            self.since.setFocus()


def _named(who: Candidate) -> str:
    if isinstance(who, NetworkMember):
        return in_full(who)
    if isinstance(who, StaffMember):
        parts = who.title, next((each.name for each in who.case.all(Shelter)), "")
    else:
        parts = who.role, who.organisation
    about = ", ".join(part for part in parts if part)
    return ", ".join(part for part in (who.name, about, _("not on the map yet")) if part)
