"""What was typed in a template when the screen locked, and could not be stored, stands in it again."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.half_typed import HalfTyped
from borgerplan_desktop.gui.templates.agenda_dialog import AgendaDialog
from borgerplan_desktop.gui.templates.shelter_dialog import ShelterDialog
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate, TemplateGoal, TemplatePoint


class StandAgain(QObject):
    """Opens the template the words were typed in; they lie sealed in the data folder until it is closed.

    Where the template is gone, the words are said, so that they can be copied.
    """

    def __init__(self, shelter: OpenCase, words: Sequence[Draft], half_typed: HalfTyped, window: QWidget) -> None:
        super().__init__(window)
        self._half_typed = half_typed
        dialog = _template_of(shelter, words, window)
        if dialog is None:
            tell(window, Message(_("The place where this was written is gone."),
                                 do_now=_("You wrote: »{words}«").format(words="\n".join(each.text for each in words))))
            self._on_done()
            return
        dialog.finished.connect(self._on_done)
        dialog.open()
        dialog.stand_again(words)

    def _on_done(self) -> None:
        self._half_typed.save_template([])
        self.deleteLater()


def _template_of(shelter: OpenCase, words: Sequence[Draft], window: QWidget) -> ShelterDialog | None:
    case = shelter.case
    for each in words:
        goal, point = case.get(TemplateGoal, each.row_id), case.get(TemplatePoint, each.row_id)
        course = case.get(PlanTemplate, goal.template_id if goal is not None else each.row_id)
        if course is not None:
            return TemplateDialog(shelter, course, window)
        agenda = case.get(AgendaTemplate, point.template_id if point is not None else each.row_id)
        if agenda is not None:
            return AgendaDialog(shelter, agenda, window)
    return None
