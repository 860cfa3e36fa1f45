"""How a partner is reached: the channels of the shared frame are offered; anything else may be written."""
from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from borgerplan_desktop.casework.frame.said_elsewhere import addresses
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case


def offer_channels(phone: QLineEdit, email: QLineEdit, register: Case | None) -> None:
    """The numbers and addresses of the frame, where it has any."""
    mails, phones = addresses(register)
    for field, words in ((phone, phones), (email, mails)):
        if words:
            OfferedWords(field, words, _("Channels of the frame"), _("Choose from the frame"),
                         _("The down key shows the frame's channels. You may write another."))
