"""The one window: welcome, login, locked or workspace; menus, shortcuts, remembered geometry.

Imports nothing heavy, so that it is on screen before the rest of the program is loaded. Each page is imported when it
is first shown. The composition root connects the pages' signals and the actions below.
"""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QPushButton, QStackedWidget, QToolButton, QWidget

from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from borgerplan_desktop.gui.shell.workspace import Workspace
    from borgerplan_desktop.gui.start.locked_screen import Locked
    from borgerplan_desktop.gui.start.login import Login
    from borgerplan_desktop.gui.start.welcome import Welcome

GEOMETRY = "window/geometry"
ORDER = "list_order"
USUAL_SIZE = (1366, 768)
TITLE_BAR = 40                                           # about as tall as the system's frame, in pixels
EDGES = 16                                               # and of its left and right together
SMALLEST = (640, 480)


class MainWindow(QMainWindow):
    """Its title is always Borgerplan: no citizen's name reaches the task bar.

    The menus and actions are made by `complete`, behind the first window: just after it shows, or before the workspace
    does. Actions that belong to the workspace are off on the other pages. `closing()` comes before the window goes, so
    that whatever is typed can be stored.
    """

    closing = Signal()
    completed = Signal()                                 # menus and actions are made

    menu_bar: QMenuBar
    new_action: QAction
    print_action: QAction
    import_action: QAction
    export_action: QAction
    lock_action: QAction
    log_out_action: QAction
    quit_action: QAction
    undo_action: QAction
    redo_action: QAction
    search_action: QAction
    word_action: QAction
    contact_action: QAction
    note_action: QAction
    day_action: QAction
    house_action: QAction
    rail_action: QAction
    paper_action: QAction
    larger_action: QAction
    smaller_action: QAction
    full_screen_action: QAction
    help_action: QAction
    first_help_action: QAction
    settings_action: QAction
    about_action: QAction

    def __init__(self, settings: QSettings | None = None, now: Callable[[], datetime] = datetime.now,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._now = settings, now
        self.may_close: Callable[[], bool] | None = None     # asked before the window closes
        self._welcome: Welcome | None = None
        self._login: Login | None = None
        self._locked: Locked | None = None
        self._workspace: Workspace | None = None
        self._undo, self._redo = "", ""
        self._placed = False
        self._citizen = False                            # one is on the desk: Ctrl+N is a note, not a new citizen
        self._work_actions: tuple[QAction, ...] = ()
        self.pages = QStackedWidget(self)
        self.setCentralWidget(self.pages)
        self.setWindowTitle("Borgerplan")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL_SIZE)
        self._completing = QTimer(self)
        self._completing.setSingleShot(True)
        self._completing.setInterval(0)
        self._completing.timeout.connect(self.complete)

    def complete(self) -> None:
        """Make menus, actions and shortcuts; once."""
        if self._work_actions:
            return
        from borgerplan_desktop.gui.appearance.form import load_form
        from borgerplan_desktop.gui.appearance.icons import icon
        from borgerplan_desktop.gui.widgets.still_while_pressed import StillWhilePressed

        load_form(self, "main_window")
        app = QApplication.instance()
        if isinstance(app, QApplication):
            StillWhilePressed(app, self)
        self.setWindowIcon(icon("app", "accent"))
        self._work_actions = (
            self.new_action, self.print_action, self.import_action, self.export_action, self.lock_action,
            self.log_out_action, self.contact_action, self.note_action, self.search_action, self.word_action,
            self.day_action, self.house_action,
            self.rail_action, self.paper_action, self.settings_action,
        )
        self.quit_action.triggered.connect(self.close)
        self.full_screen_action.setChecked(self.isFullScreen())      # as it was remembered
        self.full_screen_action.toggled.connect(self._on_full_screen)
        self.day_action.triggered.connect(self._on_day)
        self.house_action.triggered.connect(self._on_house)
        self.rail_action.triggered.connect(self._on_rail)
        self.search_action.triggered.connect(self._on_search)
        self.search_action.setShortcuts([QKeySequence("Ctrl+F"), QKeySequence("Ctrl+K")])
        self._hold_menu()
        self._on_page()
        self.completed.emit()

    def is_complete(self) -> bool:
        """Whether the actions are made."""
        return bool(self._work_actions)

    # ---------------------------------------------------------------- the pages
    def show_welcome(self) -> Welcome:
        """The first start."""
        if self._welcome is None:
            from borgerplan_desktop.gui.start.welcome import Welcome

            self._welcome = Welcome(self.pages)
            self.pages.addWidget(self._welcome)
        self._bring(self._welcome)
        return self._welcome

    def show_login(self) -> Login:
        """Pick your name."""
        if self._login is None:
            from borgerplan_desktop.gui.start.login import Login

            self._login = Login(self.pages)
            self.pages.addWidget(self._login)
        self._bring(self._login)
        self._login.start_over()
        return self._login

    def show_locked(self, name: str, shelter: str, saved_at: datetime | None = None, waits: bool = False) -> Locked:
        """Cover everything; nothing of a citizen is in sight."""
        if self._locked is None:
            from borgerplan_desktop.gui.start.locked_screen import Locked

            self._locked = Locked(self._now, self.pages)
            self.pages.addWidget(self._locked)
        self._bring(self._locked)
        self._locked.lock(name, shelter, saved_at, waits)
        return self._locked

    def show_workspace(self) -> Workspace:
        """The place of work; made the first time, after the heavy imports."""
        self.complete()
        if self._workspace is None:
            from borgerplan_desktop.gui.shell.workspace import Workspace

            self._workspace = Workspace(self.pages)
            self.pages.addWidget(self._workspace)
            self._workspace.side.lock_wanted.connect(self.lock_action.trigger)
            self._workspace.side.help_wanted.connect(self.help_action.trigger)
            self._workspace.side.settings_wanted.connect(self.settings_action.trigger)
            self._workspace.side.new_wanted.connect(self.new_action.trigger)
            self._workspace.my_day.new_wanted.connect(self.new_action.trigger)
            if self._settings is not None:
                self._workspace.side.show_order(str(self._settings.value(ORDER)))
                self._workspace.side.order_chosen.connect(self._remember_order)
        self._bring(self._workspace)
        return self._workspace

    def _remember_order(self, order: str) -> None:
        if self._settings is not None:
            self._settings.setValue(ORDER, order)

    def drop_workspace(self) -> None:
        """After logging out: another person starts with an empty workspace."""
        if self._workspace is not None:
            self.pages.removeWidget(self._workspace)
            self._workspace.deleteLater()
            self._workspace = None
            self.set_undo("", "")

    def workspace(self) -> Workspace | None:
        return self._workspace

    def _bring(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._on_page()
        page.setFocus()

    def _on_page(self) -> None:
        working = self._workspace is not None and self.pages.currentWidget() is self._workspace
        for action in self._work_actions:
            action.setEnabled(working)
        if self._work_actions:
            self.note_action.setEnabled(working and self._citizen)
            keys = ["Ctrl+B"] if self._citizen else ["Ctrl+N", "Ctrl+B"]
            self.new_action.setShortcuts([QKeySequence(key) for key in keys])
        self._tell_undo()

    def show_citizen(self, there: bool) -> None:
        """Whether a citizen's case is on the desk: what is new is then a note."""
        self._citizen = there
        self._on_page()

    # ---------------------------------------------------------------- undo and redo
    def set_undo(self, undo: str, redo: str) -> None:
        """What Ctrl+Z and Ctrl+Y would do, in the screen's words; "" = nothing."""
        self._undo, self._redo = undo, redo
        self._tell_undo()

    def _tell_undo(self) -> None:
        if not self._work_actions:
            return
        working = self._workspace is not None and self.pages.currentWidget() is self._workspace
        both = ((self.undo_action, _("Undo"), self._undo), (self.redo_action, _("Redo"), self._redo))
        for action, word, what in both:
            action.setText(f"{word}: {what}".replace("&", "&&") if what else word)
            action.setEnabled(bool(what) and working)

    # ---------------------------------------------------------------- menus
    def _hold_menu(self) -> None:
        """The menu bar shows when Alt is pressed; the shortcuts work all the time."""
        from borgerplan_desktop.gui.system.alt_menu import AltMenu

        for action in self.findChildren(QAction):
            if not action.shortcut().isEmpty():
                self.addAction(action)
        self.menu_bar.setNativeMenuBar(False)
        self.menu_bar.setAccessibleName(_("Menu"))
        self._alt_menu = AltMenu(self.menu_bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt:
            self.complete()
            self._alt_menu.press()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            focused = keyboard_in(self)                 # it has let the key pass: Qt presses only those of dialogs
            if isinstance(focused, QPushButton | QToolButton):
                focused.click()
                return
        super().keyPressEvent(event)

    # ---------------------------------------------------------------- the rest
    def recall_geometry(self) -> None:
        """Stand where the window stood last; the first time in the usual size, or all of a smaller screen.

        What was kept may be of a larger screen, or of one that is gone.
        """
        if self._settings is None:
            return
        remembered = self._settings.value(GEOMETRY)
        if not isinstance(remembered, QByteArray | bytes) or not self.restoreGeometry(remembered):
            self.resize(*USUAL_SIZE)
        states = Qt.WindowState
        if not self.windowState() & (states.WindowMaximized | states.WindowFullScreen):
            self._fit_screen()

    def _fit_screen(self) -> None:
        """Inside the screen it stands on, with its title bar; all of a screen that is no larger."""
        room = self.screen().availableGeometry()
        wanted = self.frameGeometry().united(self.geometry())
        if self.height() + TITLE_BAR >= room.height() or self.width() > room.width():
            self.resize(min(self.width(), room.width() - EDGES), min(self.height(), room.height() - TITLE_BAR - EDGES))
            self.move(room.topLeft())
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        elif not room.contains(wanted):
            self.move(max(room.left(), min(self.x(), room.right() - self.width())),
                      max(room.top(), min(self.y(), room.bottom() - self.height() - TITLE_BAR)))

    def remember_geometry(self) -> None:
        """Where the window stands, for the next start."""
        if self._settings is not None:
            self._settings.setValue(GEOMETRY, self.saveGeometry())
            self._settings.sync()

    def showEvent(self, event: QShowEvent) -> None:
        if not self._placed:
            self._placed = True
            self.recall_geometry()
            self._completing.start()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        self.remember_geometry()
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and getattr(self, "_work_actions", ()):
            self._tell_undo()
        elif event.type() == QEvent.Type.WindowStateChange and getattr(self, "_work_actions", ()):
            self.full_screen_action.setChecked(self.isFullScreen())    # also when it began so, or others changed it

    def _on_full_screen(self, on: bool) -> None:
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if on else self.windowState() & ~full)   # maximised stays so

    def _on_day(self) -> None:
        if self._workspace is not None:
            self._workspace.side.my_day_wanted.emit()

    def _on_house(self) -> None:
        if self._workspace is not None:
            self._workspace.side.house_wanted.emit()

    def _on_rail(self) -> None:
        if self._workspace is not None:
            self._workspace.toggle_rail()

    def _on_search(self) -> None:
        if self._workspace is not None:
            self._workspace.side.go_to_search()
