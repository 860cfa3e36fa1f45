"""What could be part of a goal, as chips: one press, and it is help that one can go on with."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from borgerplan_desktop.casework.plan.could_be import CouldBe, could_be, take_as_help
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.details_row import beside_line
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, set_tip
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.plan import Goal, Intervention


class CouldBeRow(QWidget):
    """A quiet row, gone where nothing is left to offer; nothing in it is ever on paper."""

    taken = Signal(object)                               # Intervention

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.goal = desk, goal
        self.chips: list[ChipButton] = []
        self._shown: list[CouldBe] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(beside_line(plain_label(_("Could be:"), "small", self)), 0, Qt.AlignmentFlag.AlignTop)
        host = QWidget(self)
        host.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(host, 1)
        self._flow = FlowLayout(host, 6)
        self.rest = ChipButton("", "line", "", host)
        self.rest.clicked.connect(self._on_rest)
        self._flow.fold_into(self.rest)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_rest(self) -> None:
        """All of them, on as many lines as it takes."""
        first = self._flow.folded()
        self._flow.fold_into(None)
        if first:
            first[0].setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Intervention) or changes.touches(self.goal, Goal.area, Goal.status):
            self._refresh()

    def _refresh(self) -> None:
        if not self.goal.exists:
            return
        offered = could_be(self.goal)
        if offered == self._shown:
            return
        self._shown = offered
        self._flow.clear()
        self.chips = []
        for choice in offered:
            chip = ChipButton(_(choice.name), "line", "plus", self)
            chip.setAccessibleDescription(_("Add it as help: {purpose}").format(purpose=_(choice.purpose)))
            set_tip(chip, _(choice.purpose))
            chip.clicked.connect(partial(self._take, choice))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        self.setVisible(bool(offered))

    def _take(self, choice: CouldBe) -> None:
        if self.goal.exists:
            made = self._desk.made(take_as_help, self.goal, choice)
            if made is not None:
                self.taken.emit(made)
