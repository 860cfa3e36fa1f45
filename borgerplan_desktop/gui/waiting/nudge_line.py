"""How often they were asked again: when, how, and what came of it."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.waiting.climb import remove_nudge
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.application import Nudge

DONE = {"mail": N_("Wrote"), "phone": N_("Phoned"), "meeting": N_("Put on a meeting"), "leader": N_("Asked the leader")}


class NudgeLine(QWidget):
    def __init__(self, desk: Desk, nudge: Nudge, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._nudge = desk, nudge
        what = f"{day(nudge.on, desk.opened.today())} · {_(DONE[nudge.step.value])}"
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(_("What came of it"))
        self.note.setAccessibleName(f"{what}: {_('What came of it')}")
        self.gone = icon_button("close", _("Remove: {what}").format(what=what), self)
        TextField(self.note, desk, Nudge.note, N_("What came of asking again")).show_row(nudge)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(plain_label(what, "small", self))
        row.addWidget(self.note, 1)
        row.addWidget(self.gone)
        self.setFocusProxy(self.note)
        self.gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(remove_nudge, self._nudge)
