"""One who is to have the meeting's paper: what they get, what is held back and why, and how they get it."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.sending import How, Law, Recipient
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.meeting.participant_names import is_square
from borgerplan_desktop.gui.widgets.avatar import Avatar, hue_of
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting


class RecipientRow(QFrame):
    """`see_wanted()` shows their paper, `anyway_wanted()` asks for the law to share by, `mail_wanted()` for their mail
    address.
    """

    see_wanted = Signal()
    anyway_wanted = Signal()
    mail_wanted = Signal()
    changed = Signal()

    def __init__(self, recipient: Recipient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipient = recipient
        self.law: Law | None = None
        member, name = recipient.member, recipient.member.contact.said_name
        self.setProperty("role", "ruled")
        self.setAccessibleName(name)
        self.avatar = Avatar(size=32, parent=self)
        self.avatar.show_person(member.contact.name, is_square(member), hue_of(member))
        self.name = plain_label(name, "bold", self, wrap=True)
        self.told = plain_label("", "small", self, wrap=True)
        self.how = ignore_wheel(QComboBox(self))
        self.how.setAccessibleName(_("How {name} gets it").format(name=name))
        self.see = icon_button("eye", _("Show the paper for {name}").format(name=name), self)
        self.anyway = button(_("Share anyway"), "", "quiet", self)
        self.anyway.setAccessibleName(_("Share with {name} anyway").format(name=name))
        self.write = button(_("Write a mail address"), "", "quiet", self)
        self.write.setAccessibleName(_("Write a mail address for {name}").format(name=name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.told)
        words.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        for each in (self.how, self.anyway, self.see):
            row.addWidget(each)
        # Signals
        self.how.currentIndexChanged.connect(self._on_how)
        self.see.clicked.connect(self.see_wanted)
        self.anyway.clicked.connect(self.anyway_wanted)
        self.write.clicked.connect(self.mail_wanted)
        # Initial update
        self.show_recipient(recipient)

    def show_recipient(self, recipient: Recipient) -> None:
        """Show anew what they may have; what was chosen stays where it still can be."""
        before = self.chosen() if self.how.count() else None
        self.recipient = recipient
        may = recipient.may or self.law is not None
        self.how.blockSignals(True)
        self.how.clear()
        for how in How:
            if how is not How.MAIL or recipient.address:
                self.how.addItem(_(how.label), how.value)
        usual = How.NOT_NOW if not recipient.due and self.law is None else How.MAIL if recipient.address else \
            How.PRINTED
        shown = before if before is not None and before is not How.NOT_NOW else usual
        self.how.setCurrentIndex(max(0, self.how.findData(shown.value)))
        self.how.blockSignals(False)
        for each in (self.how, self.see):
            each.setVisible(may)
        self.anyway.setVisible(not may)
        self.write.setVisible(may and not recipient.address)
        if recipient.may:
            parts = [recipient.gets, recipient.known, "" if recipient.address else
                     _("No mail address is known.")]
            say(self.told, " · ".join(part for part in parts if part))
        elif self.law is not None:
            say(self.told, _("Without consent, by {law}. Gets only what is about the meeting itself.").format(
                law=self.law.law))
        else:
            meeting = recipient.participant.case.get(Meeting, recipient.participant.meeting_id)
            told = _("Gets nothing in writing. {reason}").format(reason=recipient.why_not)
            if meeting is not None and meeting.status.ahead:         # no paper tells them: somebody must
                told += " " + _("Say yourself when and where we meet.")
            say(self.told, told)

    def _on_how(self) -> None:
        self.changed.emit()

    def chosen(self) -> How:
        """How they get it now."""
        if not (self.recipient.may or self.law is not None):
            return How.NOT_NOW
        return How(self.how.currentData() or How.NOT_NOW)

    def by_mail(self) -> None:
        """Somebody has just written where to: it goes there."""
        self.how.setCurrentIndex(max(0, self.how.findData(How.MAIL.value)))
        self.how.setFocus()

    def share_by(self, law: Law) -> None:
        """They get it by this law, though no consent covers them."""
        self.law = law
        self.show_recipient(self.recipient)
        self.changed.emit()
        self.how.setFocus()
