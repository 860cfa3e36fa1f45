"""The file an earlier plan was read from: saved again as it was."""
from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from borgerplan_desktop.casework.plan.earlier_plans import give_own_file
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.papers import EarlierPlan

NAME = "tidligere-plan"                                  # never the file's own: it may hold a name or a number


class OwnFile(QPushButton):
    """Is there only for a plan that came as a file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Save its own file …"), parent)
        self._desk = desk
        self._plan: EarlierPlan | None = None
        self.setProperty("kind", "quiet")
        set_button_icon(self, "disk")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.ask)

    def show_plan(self, plan: EarlierPlan | None) -> None:
        self._plan = plan
        self.setVisible(plan is not None and bool(plan.file_digest))
        set_tip(self, plan.file_name if plan is not None else "")
        self.setAccessibleName(self.text())

    def ask(self) -> None:
        """Where to; whoever gets the file can read it."""
        if self._plan is not None:
            ending = Path(self._plan.file_name).suffix.lower() or ".txt"
            dialog = ask_where(self.window(), _("Save the file. Anyone who gets it can read it."), _("Plans"),
                               NAME + ending)
            dialog.fileSelected.connect(self._on_where)
            dialog.open()

    def _on_where(self, path: str) -> None:
        plan = self._plan
        if plan is None or not plan.exists:
            return
        try:
            self._desk.do(give_own_file, plan, partial(write_whole, Path(path), lasting=False))
        except OSError:
            tell(self.window(), Message(_("The file could not be written."), _("What is here is as it was."),
                                        _("Choose another folder.")))
