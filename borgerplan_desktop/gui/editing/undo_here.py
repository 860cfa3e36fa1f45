"""Undo on one page of the shelter's settings: what was done on that page, and nothing that one cannot see from it."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase, UndoStep
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import Row


class UndoHere:
    """`kinds`: the rows the page shows. `from_now`: what was done before the page was opened stays done."""

    def __init__(self, opened: OpenCase, *kinds: type[Row], from_now: bool = False) -> None:
        self._opened, self._kinds = opened, kinds
        self._before = opened.done[-1] if from_now and opened.done else None

    @property
    def words(self) -> str:
        """What the button says, "" when there is nothing to take back here."""
        step = self._last(self._opened.done)
        return _("Undo: {action}").format(action=_(step.name)) if step is not None else ""

    def undo(self) -> None:
        """Raises Conflict, StoreTrouble."""
        if self._last(self._opened.done) is not None:
            self._opened.undo()

    def redo(self) -> None:
        """Raises Conflict, StoreTrouble."""
        if self._last(self._opened.undone) is not None:
            self._opened.redo()

    def _last(self, steps: list[UndoStep]) -> UndoStep | None:
        """The last of all, if it is about this page: one before it cannot be taken back first."""
        step = steps[-1] if steps else None
        ours = step is not None and step is not self._before and any(map(step.changes.touches, self._kinds))
        return step if ours else None
