"""Composition root of the window: application, language, theme, data folder, login.

Heavy modules (SQLAlchemy, reportlab) are imported behind the first window: while a person reads it, not before.
"""
from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from borgerplan_desktop.casework.session.location import Location, no_core_dumps, usual_folder
from borgerplan_desktop.gui.appearance.fonts import FontLoading, usual_cache
from borgerplan_desktop.i18n import use_language

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from borgerplan_desktop.gui.appearance.preferences import Preferences
    from borgerplan_desktop.gui.shell.login_flow import LoginFlow
    from borgerplan_desktop.gui.shell.main_window import MainWindow
    from borgerplan_desktop.gui.shell.process_handover import ComesLocked
    from borgerplan_desktop.gui.shell.window_actions import WindowActions
    from borgerplan_desktop.gui.system.garbage_collector import GarbageCollector
    from borgerplan_desktop.gui.system.single_instance import SingleInstance

NAME = "Borgerplan"
BEHIND = ("borgerplan_desktop.casework.session.login",
          "borgerplan_desktop.casework.session.backup_and_restore")    # no Qt: for the worker


def run_window(home: Path | None = None, language: str = "", demo: bool = False, locked: str = "") -> int:
    """Show the window until it is closed; the exit code. `home` None = this user's usual data folder.

    `locked`: where a process listens whose locked screen is to go on here (`gui.system.fresh_process`).
    """
    no_core_dumps()
    fonts = FontLoading(usual_cache())                   # unpacks while Qt starts, the first time
    from borgerplan_desktop.gui.system.plain_import import take_back_import

    take_back_import()                                   # before the many imports to come
    from PySide6.QtCore import QCoreApplication, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from borgerplan_desktop.gui.appearance.theme import set_palette
    from borgerplan_desktop.gui.shell.crash import CrashReporter
    from borgerplan_desktop.gui.shell.main_window import MainWindow
    from borgerplan_desktop.gui.system.garbage_collector import GarbageCollector

    QCoreApplication.setApplicationName(NAME)
    QCoreApplication.setOrganizationName(NAME)
    application = QApplication(sys.argv[:1])
    application.setDesktopFileName("borgerplan")
    settings = QSettings()
    set_palette(application, _dark(settings))
    window = MainWindow(settings)
    CrashReporter(window)
    program = Program(window, Location(home or usual_folder()), settings)
    program.collector = GarbageCollector(window)
    if locked:
        fonts.finish()
        _dress(application, program, settings, language)
        comes = program.go_on_locked(locked)
        return application.exec() if comes.make_ready() else 0
    if not program.take_folder(demo):
        return 0
    window.show()

    def go_on() -> None:
        """The first page comes when the window is on screen."""
        fonts.finish()
        _dress(application, program, settings, language)
        if not demo:
            program.be_followed()
        program.begin()

    QTimer.singleShot(0, window, go_on)
    return application.exec()


def _dress(application: QApplication, program: Program, settings: QSettings, language: str) -> None:
    from borgerplan_desktop.gui.appearance.preferences import Preferences
    from borgerplan_desktop.gui.appearance.theme import Theme
    from borgerplan_desktop.gui.appearance.translator import Translator

    spoken = language or str(settings.value("language", "da"))
    use_language(spoken)
    translator = Translator(application)
    translator.speak(spoken)
    translator.be_heard()
    theme = Theme(application, _dark(settings), float(str(settings.value("text_size", "1"))))
    program.preferences = Preferences(theme, translator, settings, program.window)


def _dark(settings: QSettings) -> bool | None:
    return {"dark": True, "light": False}.get(str(settings.value("theme", "")))


class Program:
    """Keeps a second window out, shows the first page, and lets a demo in. `clock` gives local time."""

    def __init__(self, window: MainWindow, location: Location, settings: QSettings | None = None,
                 clock: Callable[[], datetime] = datetime.now) -> None:
        from borgerplan_desktop.gui.shell.login_flow import LoginFlow

        self.window, self.location, self.clock = window, location, clock
        self.settings = settings
        self.preferences: Preferences | None = None     # set before `begin`; without it the dress stays as it is
        self.actions: WindowActions | None = None
        self.login_flow: LoginFlow = LoginFlow(window, location, clock)
        self.login_flow.demo_wanted.connect(self.start_demo)
        self._lock = location.window()
        self._listening: SingleInstance | None = None
        self.collector: GarbageCollector | None = None  # without it, Python's own goes on as it is
        self._demo = False
        self._followed_by: Sequence[str] = ()

    def be_followed(self, command: Sequence[str] = ()) -> None:
        """When the screen locks, a fresh process takes this one's place: `command` starts it; else what started us."""
        self._followed_by = command
        self.login_flow.logged_in.connect(self._on_logged_in)

    def _on_logged_in(self, _session: object) -> None:
        """From now on there is something to forget. What this needs (the network of Qt) is too heavy for the start."""
        from borgerplan_desktop.gui.shell.process_handover import LeavesLocked
        from borgerplan_desktop.gui.system.fresh_process import same_program

        self.login_flow.logged_in.disconnect(self._on_logged_in)
        LeavesLocked(self.window, self.login_flow, self._followed_by or same_program(), self._release_folder)
        self._keep_what_is_loaded()

    def take_folder(self, demo: bool = False) -> bool:
        """Make the data folder ours; False when another window has it open (it has been raised)."""
        self._demo = demo
        return demo or self._take_folder()

    def begin(self) -> None:
        """Show the first page, or the demo."""
        from PySide6.QtCore import QTimer

        from borgerplan_desktop.gui.shell.window_actions import WindowActions

        self.actions = WindowActions(self.window, self.login_flow, self.preferences, self.settings)
        if self._demo:
            self.start_demo()
            return
        self.login_flow.begin()
        QTimer.singleShot(0, self.window, _start_imports)  # when the page is painted, not in its way

    def start_demo(self) -> None:
        """A throw-away archive with an invented citizen on the desk."""
        from borgerplan_desktop.casework.papers.demo import fill_demo
        from borgerplan_desktop.casework.session.login import demo

        archive = demo(self.clock)
        shown = fill_demo(archive)
        self._keep_what_is_loaded()                      # and what filling leaves has room for the page
        self.login_flow.sit_down(archive, shown)

    def _keep_what_is_loaded(self) -> None:
        if self.collector is not None:
            self.collector.keep_what_is_there()
            self.login_flow.went_out.connect(self.collector.look_through_all_again)

    def _take_folder(self) -> bool:
        from PySide6.QtCore import QTimer

        from borgerplan_desktop.store.errors import AlreadyOpen, StoreError

        try:
            self.location.home.prepare()
            self._lock.take()
        except AlreadyOpen as error:
            from borgerplan_desktop.casework.session.login_messages import (
                login_message,  # it knows the backups, and so SQLAlchemy
            )
            from borgerplan_desktop.gui.system.single_instance import raise_the_other
            from borgerplan_desktop.gui.widgets.message import Message, tell

            if not raise_the_other(self.location.folder):
                tell(None, Message(*login_message(error, self.location))).exec()
            return False
        except StoreError as error:                      # e.g. a network drive: the window says so
            from borgerplan_desktop.casework.session.login_messages import login_message
            from borgerplan_desktop.gui.widgets.message import Message, tell

            tell(self.window, Message(*login_message(error, self.location)))
        else:
            QTimer.singleShot(0, self.window, self._listen)
        return True

    def _listen(self) -> None:
        """Let a second start raise this window; loaded when the window is painted."""
        from borgerplan_desktop.gui.system.single_instance import SingleInstance

        self._listening = SingleInstance(self.window, self.location.folder)

    def _release_folder(self) -> None:
        """Nobody is kept out any more by this window."""
        if self._listening is not None:
            self._listening.stop()
        self._lock.give_back()

    def go_on_locked(self, name: str) -> ComesLocked:
        """The window comes in front of the locked one of another process, which listens by this name, and ends."""
        from borgerplan_desktop.gui.shell.process_handover import ComesLocked
        from borgerplan_desktop.gui.shell.window_actions import WindowActions

        self.actions = WindowActions(self.window, self.login_flow, self.preferences, self.settings)
        return ComesLocked(self.window, self.login_flow, name, self._take_free_folder, self._begin_behind)

    def _take_free_folder(self) -> bool:
        """Whether the process before us has given the data folder free."""
        from borgerplan_desktop.store.errors import AlreadyOpen

        try:
            self._lock.take()
        except AlreadyOpen:
            return False
        self._listen()
        return True

    def _begin_behind(self) -> None:
        self.be_followed()
        _start_imports()


def _start_imports() -> None:
    threading.Thread(target=_import_behind, name="borgerplan-imports", daemon=True).start()


def _import_behind() -> None:
    for name in BEHIND:
        importlib.import_module(name)
    from borgerplan_desktop.casework.session.login import sweep_leftovers

    sweep_leftovers()
