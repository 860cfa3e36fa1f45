"""The question before a plan is adopted: that it is for good, and what is not there yet."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from borgerplan_desktop.casework.papers.unprintable_letters import unprintable, unprintable_message
from borgerplan_desktop.casework.plan.adoption import too_little_to_adopt
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting


def ask_to_adopt(window: QWidget, case: Case, meeting: Meeting | None, adopt: Callable[[], object]) -> QDialog:
    """Ask; `adopt` runs on a yes. Where much is missing, Enter leaves the plan as it is. Returns the open question."""
    missing = too_little_to_adopt(case, meeting)
    parts = [" ".join(missing), _("This version cannot be changed afterwards. You can always make a new one."),
             unprintable_message(unprintable(case))]    # what is frozen stays as it was set
    return ask(window, Question(
        _("Adopt the plan?"), "\n\n".join(part for part in parts if part), _("Adopt the plan"), _("Not yet"),
        careful=bool(missing)), adopt)
