"""A frame from a file: what it would bring is seen before anything is taken in; what stands here stays."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.take_in import FrameFile, look, take_in
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes

MOST = 40                                                # lines of each that are shown


class TakeInFrame(CaseDialog):
    drawn = (620, 560)

    def __init__(self, desk: Desk, file: FrameFile, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._file, self._taking = file, False
        self.found_scroll = DialogScroll(self, 8)
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.take_button = button(_("Take it in"), "check", "primary", self)
        self.cancel_button = button(_("Cancel"), "", "", self)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(plain_label(_("Take in a frame from a file"), "title", self, wrap=True))
        column.addWidget(plain_label(_("What stands here is not written over. Ctrl+Z takes all of it back."), "muted",
                                     self, wrap=True))
        column.addWidget(self.found_scroll, 1)
        column.addWidget(self.trouble)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.take_button)
        column.addLayout(row)
        self.say_refusal("", self.trouble)
        self.take_button.clicked.connect(self._on_take)
        self.cancel_button.clicked.connect(self.reject)
        desk.changed.connect(self._on_changed)
        self._show()
        (self.take_button if self.take_button.isEnabled() else self.cancel_button).setFocus()

    def _show(self) -> None:
        body = self.found_scroll.body
        while (item := body.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        found = look(self._desk.case, self._file)
        self._list(_("Comes from the file"), [*found.new, *found.filled])
        self._list(_("Says something else here, and stays"), [each.words for each in found.differs])
        if found.same:
            self._add(ngettext("{n} thing is the same already.", "{n} things are the same already.", found.same).format(
                n=found.same), "muted")
        if found.is_nothing:
            self._add(_("There is nothing to take in: all of it is here, or says something else here."), "")
        body.addStretch(1)
        self.take_button.setEnabled(not found.is_nothing)

    def _list(self, heading: str, lines: Sequence[str]) -> None:
        if lines:
            self._add(heading, "smallbold")
            rest = len(lines) - MOST
            shown = [f"• {in_a_row(each)}" for each in lines[:MOST]]
            if rest > 0:
                shown.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
            self._add("\n".join(shown), "")

    def _add(self, words: str, role: str) -> None:
        self.found_scroll.body.addWidget(plain_label(words, role, self.found_scroll.widget(), wrap=True))

    def _on_changed(self, _changes: Changes) -> None:
        if not self._taking:
            self._show()

    def _on_take(self) -> None:
        self._taking = True                              # what comes is not counted anew meanwhile
        if self._desk.do(take_in, self._file) == "stored":
            self.accept()
            return
        self._taking = False
        self._show()
