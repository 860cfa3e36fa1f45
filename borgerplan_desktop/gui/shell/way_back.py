"""Undo and redo of the open case: what the menu calls them, and the bar that says what was taken back, and where."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from borgerplan_desktop.casework.open_case import OpenCase, UndoStep
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.shell.case_pages import CasePages
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.undo_bar import Told, UndoBar
from borgerplan_desktop.gui.shell.where_changed import ends_meeting, is_easily_a_slip, where
from borgerplan_desktop.gui.shell.workspace import Workspace
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes


class WayBack(QObject):
    """Takes back and does again what was done to the case on the desk."""

    def __init__(self, bar: UndoBar, workspace: Workspace, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._workspace, self._window = bar, workspace, window
        self._desk: Desk | None = None
        self._pages: CasePages | None = None
        self._told: UndoStep | None = None               # which action the bar tells of
        self._told_how = Told.AGAIN                      # and what of it: undone, done again, removed
        self._going_back = False                         # undo itself is at work, and speaks
        bar.again_wanted.connect(self._on_again)
        window.undo_action.triggered.connect(self.undo)
        window.redo_action.triggered.connect(self.redo)

    def fall_deaf(self) -> None:
        """The menu is somebody else's from now on."""
        self._window.undo_action.triggered.disconnect(self.undo)
        self._window.redo_action.triggered.disconnect(self.redo)

    def show_desk(self, desk: Desk | None, pages: CasePages) -> None:
        """The case whose actions they are; None = none is open, and nothing is told any more."""
        self._desk, self._pages = desk, pages
        if desk is None:
            self._bar.fall_silent()
        self.name()

    def name(self) -> None:
        """The menu says what is taken back, and what is done again."""
        done = self._desk.opened.done if self._desk is not None else []
        undone = self._desk.opened.undone if self._desk is not None else []
        self._window.set_undo(_(done[-1].name) if done else "", _(undone[-1].name) if undone else "")

    def say_anew(self) -> None:
        """In another language."""
        self.name()
        if not self._bar.isHidden():                     # nothing was stored on the way
            self._tell()

    def see(self, changes: Changes) -> None:
        """Something was stored: what was told is over, unless undo itself stored it and speaks after this; what was
        just removed or ended here, and is easily a slip, can be taken back in sight.
        """
        self._bar.fall_silent()
        done = self._desk.opened.done if self._desk is not None else []
        if not self._going_back and done and done[-1].changes is changes and is_easily_a_slip(changes):
            self._told = done[-1]
            self._told_how = Told.ENDED if ends_meeting(changes) else Told.REMOVED
            self._tell()

    def undo(self) -> None:
        self._again(OpenCase.undo, undone=True)

    def redo(self) -> None:
        self._again(OpenCase.redo, undone=False)

    def _on_again(self) -> None:
        """The bar takes back what it tells."""
        (self.redo if self._told_how is Told.UNDONE else self.undo)()

    def _again(self, act: Callable[[OpenCase], None], undone: bool) -> None:
        if self._desk is None:
            return
        self._desk.settle.emit()
        opened = self._desk.opened
        there = len(opened.undone if undone else opened.done)
        self._going_back = True
        stored = self._desk.do(act) == "stored"
        self._going_back = False
        self.name()
        steps = opened.undone if undone else opened.done
        if stored and len(steps) > there:
            self._told, self._told_how = steps[-1], Told.UNDONE if undone else Told.AGAIN
            self._tell()
            if (row := self._bar.row_in_front) and (tab := self._workspace.front()) is not None:
                tab.bring_into_sight(row)

    def _tell(self) -> None:
        """What was taken back or done again, and where it lies, in the words of now."""
        if self._desk is not None and self._told is not None and self._pages is not None:
            pages, front = self._pages, self._workspace.current_tab()
            target = where(self._desk.case, self._told.changes, front, pages.lies_in, pages.part_of)
            target = target._replace(name="") if self._workspace.is_nameless() else target
            place = pages.parts[target.part] if target.part else pages.page(target.tab).name
            self._bar.tell(_(self._told.name), target, _(place), self._told_how,
                           here=target.lies_in(front, self._workspace.current_part()))
