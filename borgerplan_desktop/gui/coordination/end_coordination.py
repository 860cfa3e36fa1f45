"""Coordination ends: why, and the plan for what follows, made with the citizen."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.coordination import end_coordination
from borgerplan_desktop.gui.coordination.beside_citizen import called
from borgerplan_desktop.gui.coordination.question import question
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Answer, Cooperation


class EndCoordination(CaseDialog):
    """Everybody involved is told afterwards: the page shows who has not been."""

    drawn = (560, 440)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Coordination ends"))
        name = called(desk)
        self.reason_field, self.after_field = QLineEdit(self), GrowingTextEdit(least=3, parent=self)
        self.reason_field.setPlaceholderText(_("e.g. Lives in own home, and only the doctor helps now"))
        self.after_field.setPlaceholderText(_("e.g. Calls Eva on the first Monday of the month"))
        self.act = button(_("End the coordination"), "", "primary", self)
        self.act.setDefault(True)
        self.leave = button(_("Not yet"), parent=self)
        body, row, column = DialogScroll(self, 10), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(32, 24, 28, 22)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Coordination ends"), "title", self, wrap=True))
        column.addWidget(body, 1)
        if desk.case.the(Cooperation).offered_coordinator is Answer.YES:
            body.body.addWidget(plain_label(_("One of the grounds still fits. Is it rather time to hand over?"), "warn",
                                            self, wrap=True))
        body.body.addWidget(plain_label(_("Does none of the grounds fit any more? Make a plan for what follows with "
                                          "{name}, and tell everybody.").format(name=name), "muted", self, wrap=True))
        body.body.addWidget(question(_("Why it ends"), self.reason_field, self))
        body.body.addWidget(question(_("The plan for what follows, made with {name}").format(name=name),
                                     self.after_field, self))
        body.body.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column.addLayout(row)
        self.act.clicked.connect(self._on_act)
        self.leave.clicked.connect(self.reject)
        self.save_unfinished(self.reason_field, self.after_field)
        self.reason_field.setFocus()

    def _on_act(self) -> None:
        if self._desk.do(end_coordination, self.reason_field.text(), self.after_field.toPlainText(),
                         for_good=True) == "stored":
            self.accept()
