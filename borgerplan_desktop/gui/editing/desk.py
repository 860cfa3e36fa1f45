"""The open case for Qt: carries changes to the views and says in plain words what went wrong."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from borgerplan_desktop.casework.open_case import Conflict, OpenCase, PartOfAnother, StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou, Refused
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.half_typed import HalfTyped
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.widgets.message import Message
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.row import Removed, Row

P = ParamSpec("P")
T = TypeVar("T")
Outcome = Literal["stored", "conflict", "trouble", "refused"]
OTHERS_MS = 3000


class Desk(QObject):
    """One open case on screen. Tabs run casework functions through `do` and listen to `changed`."""

    changed = Signal(object)                             # Changes
    trouble = Signal(object)                             # Message: what happened, what is safe, what to do now
    well = Signal()                                      # something was stored: nothing is in the way any more
    refused = Signal(str, str)                           # sentence, field: who says it beside the field calls `said`
    told = Signal(str)                                   # what was done, where nothing on the page shows it
    unsaid = Signal(str)                                 # the sentence, when nobody did
    closed_to_us = Signal(str)                           # the case may not be read any more: the sentence that says why
    part_of_another = Signal()                           # the case has become part of another: `opened.part_of`
    drafts_changed = Signal()                            # words wait for a choice: `drafts.waiting`
    settle = Signal()                                    # store what is half typed, now
    leave = Signal()                                     # the case is closed: keep what cannot be stored
    go = Signal(str, str)                                # tab, row id
    written = Signal(str, str)                           # row id, field: come to where that is written

    def __init__(self, opened: OpenCase, parent: QObject | None = None, half_typed: HalfTyped | None = None) -> None:
        super().__init__(parent)
        self.opened, self.half_typed = opened, half_typed
        self.result: Any = None                          # what the last function returned
        self._said = False
        self.troubles = 0                                # how often the store has refused something
        opened.listen(self._on_changes)
        if opened.shelter is not None:
            opened.shelter.listen(self._on_register)
        self._others = QTimer(self, interval=OTHERS_MS)
        self._others.timeout.connect(self.look_for_others)
        self._others.start()
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(self.part_of_another)

    @property
    def case(self) -> Case:
        return self.opened.case

    def do(self, act: Callable[Concatenate[OpenCase, P], Any], *args: P.args, **kwargs: P.kwargs) -> Outcome:
        """Run a casework function; what it changed arrives by `changed`, what went wrong by `trouble`."""
        self.result = None
        try:
            self.result = act(self.opened, *args, **kwargs)
        except PartOfAnother:
            self._moved.start()                          # whoever asked puts the words aside first
            return "conflict"
        except (Conflict, Removed) as conflict:                      # the row may have gone meanwhile
            who = conflict.by if isinstance(conflict, Conflict) else ""
            self.trouble.emit(Message(
                _("{who} has just changed the same.").format(who=who) if who else
                _("The same has just been changed somewhere else."), _("What stands now is shown."),
                _("Look at it, and do it again if it is still right.")))
            return "conflict"
        except StoreTrouble as trouble:
            self.troubles += 1
            self.trouble.emit(Message(*told(trouble)))
            return "trouble"
        except Refused as refusal:
            self._said = False
            self.refused.emit(refusal.message, refusal.field)
            if not self._said:
                self.unsaid.emit(refusal.message)
            return "refused"
        self.well.emit()
        return "stored"

    def made(self, act: Callable[Concatenate[OpenCase, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """As `do`, for functions that return what they made; None when it was not stored."""
        return self.result if self.do(act, *args, **kwargs) == "stored" else None

    def said(self) -> None:
        """What was refused stands where the person looks: it needs not be said once more."""
        self._said = True

    def save_draft(self, row: Row, field: str, text: str) -> None:
        """What was typed has no place now: it becomes a draft, and the person is told that it is safe."""
        if drafts.save_draft(self.opened, type(row), row.id, field, text) is not None:
            self.drafts_changed.emit()

    def look_for_others(self) -> None:
        with suppress(StoreTrouble):                     # the next edit will say so
            if self.opened.unsaved and drafts.retry(self.opened):
                self.drafts_changed.emit()
            try:
                self.opened.catch_up()
            except NotForYou as refusal:
                self.closed_to_us.emit(refusal.message)
            else:
                if self.opened.part_of:
                    self._moved.start()

    def close(self) -> None:
        """Store or keep what is half typed, and let go of the case; once."""
        if not self._others.isActive():
            return
        self._others.stop()
        self._moved.stop()
        self.settle.emit()
        self.leave.emit()
        self.opened.unlisten(self._on_changes)
        if self.opened.shelter is not None:
            self.opened.shelter.unlisten(self._on_register)

    def _on_changes(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def _on_register(self, changes: Changes) -> None:
        """The shelter's own case changed, here or elsewhere: whoever shows what is named there looks again."""
        self.changed.emit(Changes((*changes, *self.case.named_by(changes))))
