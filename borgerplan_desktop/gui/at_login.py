"""What a person hears first when they have come in: something is missing, or something strange was found."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from borgerplan_desktop.casework.door import StoreError, told_at_door
from borgerplan_desktop.casework.keeping import Copy, go_on
from borgerplan_desktop.casework.notices import Notice, notices
from borgerplan_desktop.gui.gap_dialog import GapDialog
from borgerplan_desktop.gui.restore_dialog import RestoreDialog
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from borgerplan_desktop.gui.entrance import Entrance
    from borgerplan_desktop.gui.main_window import MainWindow
    from borgerplan_desktop.gui.sitting import Sitting


class AtLogin(QObject):
    """Lives as long as the sitting. `heard()` when everything has been said, unless the sitting has ended."""

    heard = Signal()

    def __init__(self, sitting: Sitting, window: MainWindow, entrance: Entrance) -> None:
        super().__init__(sitting)
        self._sitting, self._window, self._entrance = sitting, window, entrance
        self._left: list[Notice] = []
        self._restoring = False

    def begin(self) -> None:
        self._left = notices(self._sitting.house)
        self._say_next()

    def _say_next(self) -> None:
        if self._restoring or self._entrance.sitting is not self._sitting:
            return
        if not self._left:
            self.heard.emit()
            return
        notice = self._left.pop(0)
        if notice.calm:
            self._sitting.bar.show_trouble(Message(notice.happened))
            self._say_next()
            return
        if notice.missing is None:
            dialog = tell(self._window, Message(notice.happened))
        else:
            dialog = GapDialog(notice, self._window)
            dialog.restore_wanted.connect(self._on_restore)
            dialog.go_on_wanted.connect(self._on_go_on)
            dialog.rejected.connect(self._on_later)
            dialog.open()
        dialog.finished.connect(self._say_next)

    def _on_later(self) -> None:
        self._sitting.bar.show_trouble(Message(
            _("Something that was stored is not here."), _("No backup is thrown away until you choose."),
            _("You are asked again at the next login.")))

    def _on_go_on(self) -> None:
        try:
            go_on(self._sitting.house)
        except StoreError as error:
            tell(self._window, Message(*told_at_door(error, self._sitting.house.place)))

    def _on_restore(self, copy: Copy) -> None:
        self._restoring = True
        house = self._sitting.house
        dialog = RestoreDialog(house.place, house.clock, self._window, house, copy)
        dialog.ready.connect(self._entrance.bring_back)
        dialog.rejected.connect(self._on_not_restored)
        dialog.open()

    def _on_not_restored(self) -> None:
        self._restoring = False
        self._on_later()
        self._say_next()
