"""A contact noted in two seconds, over whatever is in front: Alt+T, a few words, Enter."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.contacts import note_contact
from borgerplan_desktop.gui.contacts.channel_choice import ChannelChoice
from borgerplan_desktop.gui.contacts.with_whom import WithWhom
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.network import NetworkMember


class QuickContact(CaseDialog):
    """The keyboard begins at the words; a citizen's case is on the desk.

    Enter alone notes nothing: without words, something must have been chosen by hand.
    """

    drawn = (660, 430)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        now = desk.opened.now()
        self.channel = ChannelChoice(_("How were you in touch?"), self)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("e.g. Would like to see the flat on Monday. May stay empty."))
        self.whom = WithWhom(desk, self)
        self.not_reached = WrappedCheck(_("Did not get hold of them"), self)
        self.on_field = DateEdit(desk.opened.today, self)
        self.on_field.look(Toward.BACK)
        self.on_field.setDate(now.date())
        self.at_field = TimeEdit(self)
        self.at_field.setTime(now.time())
        self._stands = now                               # as it was when the dialog came: now, unless it is changed
        self._first = self.whom.currentText()
        self._picked = False                             # a channel, by hand
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.cancel_button.setAutoDefault(False)
        self.note_button = button(_("Note the contact"), "check", "primary", self)
        self.note_button.setDefault(True)
        self._lay_out()
        self.say_refusal("whom", self.trouble, self.whom)
        self.say_refusal("at", self.trouble, self.on_field)
        self.save_unfinished(self.words)
        # Signals
        self.cancel_button.clicked.connect(self.reject)
        self.note_button.clicked.connect(self._on_note)
        self.words.textChanged.connect(self.trouble.hide)
        self.channel.picked.connect(self._on_picked)
        self.channel.onward.connect(self._on_onward)
        self.words.setFocus()

    def _lay_out(self) -> None:
        body = DialogScroll(self)
        name = self._desk.case.the(Citizen).first_name
        title = _("A contact about {name}").format(name=name) if name else _("A contact")
        words = plain_label(_("What came of it?"), "smallbold", self)
        words.setBuddy(self.words)
        self.words.setAccessibleName(words.words())
        body.body.addWidget(self.channel)
        body.body.addWidget(words)
        body.body.addWidget(self.words)
        people = FieldGrid(230, 2, self)
        people.add_named(_("With whom"), self.whom)
        people.add_named(_("Reached?"), self.not_reached)
        self.not_reached.setAccessibleName(_("Did not get hold of them"))
        body.body.addWidget(people)
        when = FieldGrid(230, 2, self)
        when.add_named(_("Day"), self.on_field)
        when.add_named(_("Time"), self.at_field)
        self.at_field.set_name(_("Time"))
        body.body.addWidget(when)
        body.body.addWidget(self.trouble)
        body.body.addWidget(plain_label(_("It cannot be changed afterwards, only added to. Ctrl+Z takes it back."),
                                        "small", self, wrap=True))
        body.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.note_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 18)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(body, 1)
        column.addLayout(buttons)

    def show_row(self, row_id: str) -> None:
        """Choose the channel of this name, or the person of this id."""
        if row_id in list(ContactChannel):
            self.channel.choose(ContactChannel(row_id))
            self._picked = True                          # the button that led here said so
        elif self._desk.case.get(NetworkMember, row_id) is not None and self.whom.findData(row_id) >= 0:
            self.whom.setCurrentIndex(self.whom.findData(row_id))

    def when(self) -> datetime | None:
        """The moment that was chosen; None = now."""
        on, at = self.on_field.date(), self.at_field.time()
        if on is None:
            return None
        first = self._stands
        if on == first.date() and (at is None or (at.hour, at.minute) == (first.hour, first.minute)):
            return None
        return datetime.combine(on, at or first.time())

    def _on_picked(self) -> None:
        self._picked = True
        self.trouble.hide()

    def _on_onward(self, typed: str) -> None:
        self.words.setFocus()
        self.words.end(False)
        self.words.insert(typed)

    def _is_empty(self) -> bool:
        """Nothing has been written, and all else stands as it came."""
        chosen = self._picked or self.not_reached.isChecked() or self.when() is not None
        return not chosen and not self.words.text().strip() and self.whom.currentText() == self._first

    def _on_note(self) -> None:
        if self.on_field.is_in_trouble() or not self.at_field.message.isHidden():
            return                                       # it says itself what it did not understand
        if self._is_empty():
            say(self.trouble, _("Write a few words, or choose how you were in touch."))
            self.words.setFocus()
            return
        if self._desk.do(note_contact, self.channel.channel, self.whom.whom(), self.words.text(),
                         reached=not self.not_reached.isChecked(), at=self.when()) == "stored":
            self.accept()
