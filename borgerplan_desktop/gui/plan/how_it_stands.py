"""What a status asks about: why a goal stalls, or how one that is closed went."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.wrapped_line import QuietText
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.plan import Goal


class HowItStands(QWidget):
    """One small field at a time, gone while the goal simply goes its way; it may stay empty."""

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal = goal
        self._desk = desk
        self._boxes: dict[QuietText, QWidget] = {}       # made when they are first asked for: most goals go their way
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _make(self) -> None:
        self.why = QuietText(_("Why it stalls"), _("What happened? What do we wait for?"), parent=self)
        self.how = QuietText(_("How did it go?"), _("In the citizen's own words. It may stay empty."), parent=self)
        for edit, field, name in ((self.why, Goal.stalls_because, N_("Change why it stalls")),
                                  (self.how, Goal.how_it_went, N_("Change how it went"))):
            box = QWidget(self)
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(2)
            label = plain_label(edit.accessibleName(), "smallbold", box)
            label.setBuddy(edit)
            inner.addWidget(label)
            inner.addWidget(edit)
            self._column.addWidget(box)
            self._boxes[edit] = box
            TextField(edit, self._desk, field, name).show_row(self.goal)

    def ask(self) -> None:
        """The keyboard goes to what is asked, if anything is."""
        for edit, box in self._boxes.items():
            if not box.isHidden():
                edit.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self.goal, Goal.status):
            self._refresh()

    def _refresh(self) -> None:
        if not self.goal.exists:
            return
        asks = self.goal.status.stalls or not self.goal.status.open
        if asks and not self._boxes:
            self._make()
        if self._boxes:
            self._boxes[self.why].setVisible(self.goal.status.stalls)
            self._boxes[self.how].setVisible(not self.goal.status.open)
        self.setVisible(asks)
