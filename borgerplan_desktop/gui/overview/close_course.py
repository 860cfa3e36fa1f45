"""The course ends: why, and the plan for what follows."""
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop.casework.course.course import close_course
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import breakable
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course, current_course


class CloseCourse(CaseDialog):
    form = "close_course"

    title_label: QLabel
    reason_field: GrowingTextEdit
    after_field: GrowingTextEdit
    cancel_button: QPushButton
    end_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        course = current_course(desk.case)
        self.title_label.setText(_("Close the course for {name}?").format(
            name=breakable(desk.case.the(Citizen).first_name)))
        self.reason_field.set_lines(2, 6)
        self.after_field.set_lines(3, 8)
        self.reason_field.setPlainText(course.closing_reason)
        self.after_field.setPlainText(course.plan_for_after)
        self.cancel_button.clicked.connect(self.reject)
        self.end_button.clicked.connect(self._on_end)
        self.save_unfinished(self.reason_field, self.after_field, row=course,
                             fields=(Course.closing_reason.key, Course.plan_for_after.key))

    def _on_end(self) -> None:
        if self._desk.do(close_course, self.reason_field.toPlainText(), self.after_field.toPlainText()) == "stored":
            self.accept()
