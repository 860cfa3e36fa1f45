"""What a person hears first when they have come in: something is missing, or something strange was found."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from borgerplan_desktop.casework.session.backup_and_restore import Copy, go_on
from borgerplan_desktop.casework.session.login_messages import StoreError, login_message
from borgerplan_desktop.casework.session.login_notices import Notice, notices
from borgerplan_desktop.gui.start.missing_lines_dialog import MissingLinesDialog
from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from borgerplan_desktop.gui.shell.login_flow import LoginFlow
    from borgerplan_desktop.gui.shell.main_window import MainWindow
    from borgerplan_desktop.gui.shell.session import Session


class LoginNotices(QObject):
    """Lives as long as the session. `heard()` when everything has been said, unless it has ended."""

    heard = Signal()

    def __init__(self, session: Session, window: MainWindow, login_flow: LoginFlow) -> None:
        super().__init__(session)
        self._session, self._window, self._login_flow = session, window, login_flow
        self._left: list[Notice] = []
        self._restoring = False

    def begin(self) -> None:
        self._left = notices(self._session.archive)
        self._say_next()

    def _say_next(self) -> None:
        if self._restoring or self._login_flow.session is not self._session:
            return
        if not self._left:
            self.heard.emit()
            return
        notice = self._left.pop(0)
        if notice.calm:
            self._session.bar.show_trouble(Message(notice.happened))
            self._say_next()
            return
        if notice.missing is None:
            dialog = tell(self._window, Message(notice.happened))
        else:
            dialog = MissingLinesDialog(notice, self._window)
            dialog.restore_wanted.connect(self._on_restore)
            dialog.go_on_wanted.connect(self._on_go_on)
            dialog.rejected.connect(self._on_later)
            dialog.open()
        dialog.finished.connect(self._say_next)

    def _on_later(self) -> None:
        self._session.bar.show_trouble(Message(
            _("Something that was stored is not here."), _("No backup is thrown away until you choose."),
            _("You are asked again at the next login.")))

    def _on_go_on(self) -> None:
        try:
            go_on(self._session.archive)
        except StoreError as error:
            tell(self._window, Message(*login_message(error, self._session.archive.location)))

    def _on_restore(self, copy: Copy) -> None:
        self._restoring = True
        archive = self._session.archive
        dialog = RestoreDialog(archive.location, archive.clock, self._window, archive, copy)
        dialog.ready.connect(self._login_flow.bring_back)
        dialog.rejected.connect(self._on_not_restored)
        dialog.open()

    def _on_not_restored(self) -> None:
        self._restoring = False
        self._on_later()
        self._say_next()
