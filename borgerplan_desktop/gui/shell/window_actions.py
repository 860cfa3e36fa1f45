"""What the menus offer whoever is logged in or not: settings, help, text size, and what follows a login."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.shell.login_flow import LoginFlow
from borgerplan_desktop.gui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from borgerplan_desktop.gui.editing.desk import Desk
    from borgerplan_desktop.gui.help.help_dialog import HelpDialog
    from borgerplan_desktop.gui.help.tour import Tour
    from borgerplan_desktop.gui.shell.session import Session
    from borgerplan_desktop.gui.writing.writing_help import WritingHelp


class WindowActions(QObject):
    """Made once by the program. `preferences` None = the window's dress is somebody else's affair (a test)."""

    def __init__(self, window: MainWindow, login_flow: LoginFlow, preferences: Preferences | None = None,
                 settings: QSettings | None = None) -> None:
        super().__init__(window)
        self._window, self._login_flow, self._preferences, self._settings = window, login_flow, preferences, settings
        self._help: HelpDialog | None = None
        self._tour: Tour | None = None
        self._writing: WritingHelp | None = None
        login_flow.logged_in.connect(self._on_logged_in)
        if preferences is not None:
            preferences.spoken.connect(self._on_spoken)
            preferences.resizing.connect(self._on_resizing)
        if window.is_complete():
            self._connect()
        else:
            window.completed.connect(self._connect)      # menus are made behind the first window

    def _connect(self) -> None:
        window = self._window
        window.larger_action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        if self._preferences is not None:
            window.larger_action.triggered.connect(self._preferences.larger)
            window.smaller_action.triggered.connect(self._preferences.smaller)
        window.settings_action.triggered.connect(self.show_settings)
        window.word_action.triggered.connect(self._on_next_word)
        window.help_action.triggered.connect(self.show_help)
        window.first_help_action.triggered.connect(self.show_tour)
        window.about_action.triggered.connect(self.show_about)

    # ------------------------------------------------------------------ after a login
    def _on_logged_in(self, session: Session) -> None:
        from borgerplan_desktop.gui.shell.start_backup import StartBackup

        self._begin_tour(session)
        self._begin_writing_help(session)
        if not session.archive.is_lasting:
            return
        StartBackup(session).begin()
        if session.archive.must_tell:
            from borgerplan_desktop.gui.shell.login_notices import LoginNotices

            first = LoginNotices(session, self._window, self._login_flow)
            first.heard.connect(self._show_first)
            first.begin()
        else:
            self._show_first()

    def _show_first(self) -> None:
        from borgerplan_desktop.casework.session.login import code_is_away

        session = self._login_flow.session
        if session is None:
            return
        if not code_is_away(session.archive):
            self._show_code(session)

    def _show_code(self, session: Session) -> None:
        """The newest recovery code was never put away: nobody works before one is."""
        from borgerplan_desktop.casework.session.login_messages import StoreError, login_message
        from borgerplan_desktop.gui.settings.recovery_code_dialog import RecoveryCodeDialog
        from borgerplan_desktop.gui.widgets.message import Message, tell

        try:
            dialog = RecoveryCodeDialog(session.archive, self._window, at_login=True)
        except StoreError as error:
            tell(self._window, Message(*login_message(error)))
            return
        dialog.rejected.connect(self._login_flow.log_out)
        dialog.open()

    def _begin_tour(self, session: Session) -> None:
        """Once for this person on this computer; a demo is begun by somebody new each time, so only when asked for."""
        from borgerplan_desktop.gui.help.tour import Tour

        workspace = self._window.workspace()
        if workspace is not None:
            self._tour = Tour(workspace, session.archive.who, self._settings if session.archive.is_lasting else None)
            self._tour.destroyed.connect(self._on_tour_gone)

    def _begin_writing_help(self, session: Session) -> None:
        """As long as the session, from when somebody first comes into a text."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        session.ending.connect(self._on_session_ending)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._writing is None and isinstance(new, QPlainTextEdit) and (writing := self.writing_help()) is not None:
            writing.come_into(new)

    def writing_help(self) -> WritingHelp | None:
        """Made when it is first wanted; what it has read and asked goes with the session."""
        session = self._login_flow.session
        if self._writing is None and session is not None:
            from borgerplan_desktop.gui.writing.writing_help import WritingHelp

            folders = None if self._preferences is not None else ()      # else no process is started behind a test
            self._writing = WritingHelp(self._window, session.archive.shelter, self._desk, self._preferences, folders)
        return self._writing

    def _on_session_ending(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        if self._writing is not None:
            self._writing.stop()
            self._writing = None

    def _desk(self) -> Desk | None:
        session = self._login_flow.session
        return session.desk if session is not None else None

    def _on_next_word(self) -> None:
        if (writing := self.writing_help()) is not None:
            writing.go_to_next()

    def _on_tour_gone(self) -> None:
        self._tour = None

    # ------------------------------------------------------------------ help
    def show_tour(self) -> None:
        """The three hints once more; where none can be shown now, the first steps in the help."""
        if self._tour is not None and self._tour.show_again():
            if self._help is not None:
                self._help.close()
        else:
            self.show_help()
            if self._help is not None:
                self._help.show_topic("first")

    def show_help(self) -> None:
        """Beside the work, open at the topic of the tab in front."""
        from borgerplan_desktop.gui.help.help_dialog import HelpDialog

        if self._help is None:
            self._help = HelpDialog(self._window)
            self._help.tour_wanted.connect(self.show_tour)
            self._help.finished.connect(self._on_help_closed)
        session = self._login_flow.session
        self._help.show_topic(session.topic if session is not None else "lock")
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def _on_help_closed(self) -> None:
        self._help = None

    def show_about(self) -> None:
        from borgerplan_desktop.gui.help.about import AboutDialog

        AboutDialog(self._window).open()

    # ------------------------------------------------------------------ settings
    def show_settings(self) -> None:
        from borgerplan_desktop.gui.settings.settings_dialog import SettingsDialog

        session = self._login_flow.session
        if session is None or self._preferences is None:
            return
        if session.desk is not None:
            session.desk.settle.emit()
        dialog = SettingsDialog(session.archive, self._preferences, self._window)
        dialog.words_wanted.connect(session.show_words_of_house)
        dialog.restore_wanted.connect(self._ask_restore)
        dialog.finished.connect(self._on_settings_closed)
        dialog.open()

    def _on_settings_closed(self) -> None:
        """Colleagues may have other names now."""
        if self._login_flow.session is not None:
            self._login_flow.session.lists.refresh()

    def _ask_restore(self) -> None:
        from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog

        session = self._login_flow.session
        if session is None:
            return
        archive = session.archive
        dialog = RestoreDialog(archive.location, archive.clock, self._window, archive)
        dialog.ready.connect(self._login_flow.bring_back)
        dialog.open()

    def _on_resizing(self) -> None:
        """All is about to be laid out anew: of what nobody sees, only what is half written stays."""
        workspace = self._window.workspace()
        if workspace is not None:
            workspace.let_go_of_hidden()

    def _on_spoken(self) -> None:
        """What code has written on the tabs is written anew in the other language."""
        if self._login_flow.session is not None:
            self._login_flow.session.say_anew()
