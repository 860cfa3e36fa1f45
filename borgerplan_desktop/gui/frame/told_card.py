"""Partners are told of the newest version: a mail to each or to all of them, and who was told when."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.telling import (
    address_of,
    partners,
    take_back,
    tell,
    to_tell,
    told_of,
)
from borgerplan_desktop.casework.frame.versions import newest
from borgerplan_desktop.casework.papers.frame_mail import frame_mail
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.mail_draft import MailDraft, open_draft
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.frame_people import facts_of
from borgerplan_desktop.model.framework import FramePerson, FrameTold, FrameVersion
from borgerplan_desktop.model.shelter import Professional, StaffMember

FEW = 15


class ToldCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Tell the partners"), "send", parent)
        self._desk = desk
        self.draft: MailDraft | None = None
        self._written: tuple[FrameVersion, list[FramePerson]] | None = None      # whom the mail is to
        self.state = plain_label("", "muted", self, wrap=True)
        self.rows: RowColumn[FramePerson, ToldRow] = RowColumn(self._make, 4, self, few=FEW)
        self.all_button = button(_("Write to everybody who has not been told"), "send", "", self)
        self.roles_button = button(_("To the people of the frame"), "chevron_right", "ghost", self, icon_right=True)
        for part in (self.state, self.rows, self.all_button, self.roles_button):
            self.body.addWidget(part)
        self.all_button.clicked.connect(self._on_all)
        self.roles_button.clicked.connect(self._on_roles)
        desk.changed.connect(self._on_changed)
        self._show()

    def _make(self, person: FramePerson) -> ToldRow:
        made = ToldRow(person, self.rows)
        made.mail_wanted.connect(self._on_mail)
        made.told_wanted.connect(self._on_told)
        return made

    def write_to(self, people: Sequence[FramePerson]) -> MailDraft | None:
        """A mail to these; when it was copied or handed to the mail program, they were told."""
        version = newest(self._desk.case)
        if version is None or not people:
            return None
        self.draft = open_draft(self._desk, self.window(), frame_mail, version, list(people),
                                title=_("A mail to the partners"))
        if self.draft is not None:
            self._written = version, list(people)
            self.draft.used.connect(self._on_used)
        return self.draft

    def _on_used(self) -> None:
        if self._written is not None:
            self._desk.do(tell, *self._written)

    def _on_all(self) -> None:
        version = newest(self._desk.case)
        if version is not None:
            self.write_to([each for each in to_tell(version) if address_of(each)])

    def _on_roles(self) -> None:
        self._desk.go.emit("activities", "")

    def _on_mail(self) -> None:
        row = self.sender()
        if isinstance(row, ToldRow) and row.person.exists:
            self.write_to([row.person])

    def _on_told(self) -> None:
        row, version = self.sender(), newest(self._desk.case)
        if version is None or not isinstance(row, ToldRow) or not row.person.exists:
            return
        there = told_of(version, row.person)
        if there is not None:
            self._desk.do(take_back, there)
        else:
            self._desk.do(tell, version, [row.person])

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (FrameVersion, FrameTold, FramePerson, Professional, StaffMember)):
            self._show()

    def _show(self) -> None:
        version, found = newest(self._desk.case), partners(self._desk.case)
        self.setVisible(version is not None)
        if version is None:
            return
        left = to_tell(version)
        self.state.setText(
            _("Nobody has a role in the frame yet. Write the partners there, and tell them here.") if not found else
            _("Everybody has been told of version {number}.").format(number=version.number) if not left else
            _("Version {number} is new. Tell the partners, by mail or in another way.").format(number=version.number))
        self.rows.show_rows(found)
        for row in self.rows.widgets():
            row.show_told(version)
        self.all_button.setVisible(sum(bool(address_of(each)) for each in left) > 1)
        self.roles_button.setVisible(not found)


class ToldRow(QWidget):
    """A partner, when they were told, and how to tell them."""

    mail_wanted = Signal()
    told_wanted = Signal()

    def __init__(self, person: FramePerson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self.name, self.when = plain_label("", "", self, wrap=True), plain_label("", "small", self, wrap=True)
        self.mail_button = button(_("Write a mail"), "note", "ghost", self)
        self.told_button = button("", "", "quiet", self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.when)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.mail_button)
        row.addWidget(self.told_button)
        self.setFocusProxy(self.mail_button)
        self.mail_button.clicked.connect(self.mail_wanted)
        self.told_button.clicked.connect(self.told_wanted)

    def show_told(self, version: FrameVersion) -> None:
        if not self.person.exists:
            return
        facts = facts_of(self.person)
        there = told_of(version, self.person)
        self.name.setText(in_a_row(facts.said))
        say(self.when, _("Told {date}.").format(date=day(there.told_on)) if there is not None else
            "" if facts.email else _("No e-mail address is known"))
        self.mail_button.setVisible(bool(facts.email) and there is None)
        self.told_button.setText(_("Not told after all") if there is not None else _("Told in another way"))
        for each in (self.mail_button, self.told_button):
            each.setAccessibleName(f"{each.text()}: {facts.name}")
