"""A name is asked for: of a view that is kept, or of a map."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen


class NameIt(CaseDialog):
    """`act(opened, name)` is done on `verb`; what it made is in `made`."""

    drawn = (460, 250)

    def __init__(self, desk: Desk, title: str, why: str, verb: str, act: Callable[..., Any], name: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, title)
        self._act = act
        self.made: Any = None
        self.name = QLineEdit(name, self)
        self.name.selectAll()
        grid = FieldGrid(300, 1, self)
        grid.add_named(_("What it is called"), self.name)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave, self.keep = button(_("Cancel"), parent=self), button(verb, "", "primary", self)
        self.keep.setDefault(True)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(plain_label(why, "muted", self, wrap=True))
        column.addWidget(grid)
        column.addWidget(self.trouble)
        column.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        column.addLayout(foot)
        self.say_refusal("", self.trouble, self.name)
        if desk.case.all(Citizen):                       # a view is the shelter's, and no words of a citizen's
            self.save_unfinished(self.name)
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        self.name.setFocus()

    def _on_keep(self) -> None:
        say(self.trouble, "")
        if self._desk.do(self._act, self.name.text()) == "stored":
            self.made = self._desk.result
            self.accept()
