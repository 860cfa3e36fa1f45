"""The shelter's own case on a desk: fields store in it as in a citizen's case."""
from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.drafts import REST, set_aside
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.widgets.message import Message
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import Row


class ShelterDesk(Desk):
    """`says(str)`: what went wrong, in one sentence or two, "" when something was stored. It holds no drafts: words for
    which there is no place are said, so that they can be copied; once nobody sees what it says (`speaks`), they are set
    aside, unless a person has let them go (`lets_go`).
    """

    says = Signal(str)

    def __init__(self, shelter: OpenCase, parent: QObject | None = None) -> None:
        super().__init__(shelter, parent)
        self.speaks, self.lets_go = True, False
        self._not_stored = ""
        self.trouble.connect(self._on_trouble)
        self.unsaid.connect(self.says)
        self.well.connect(self._on_well)

    def save_draft(self, row: Row, field: str, text: str) -> None:
        if not self.speaks:
            if not self.lets_go:
                set_aside(self.opened, row, field, text)
        elif field == REST:                              # the field took what it can
            self.says.emit(" ".join((_("The text is too long. This did not go in:"), f"»{text}«")))
        elif text.strip():
            self._not_stored = text
            self.says.emit(" ".join((
                _("The same has just been changed somewhere else."), _("What stands now is shown."),
                _("You wrote: »{words}«").format(words=text))))

    def _on_trouble(self, message: Message) -> None:
        if not self._not_stored:
            self.says.emit(" ".join(filter(None, (message.happened, message.safe, message.do_now))))

    def _on_well(self) -> None:
        if not self._not_stored:
            self.says.emit("")
        self._not_stored = ""


def show_undo(button: QAbstractButton, undo: UndoHere) -> None:
    """The button that takes the last step back says which; there is none without a step."""
    words = undo.words
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(words)
    button.setVisible(bool(words))
