"""Who may come in: the first start, login, the recovery code, lock and unlock. Connects the start pages to casework.

Imports nothing heavy when it is made; what opens the store is imported when somebody comes in.
"""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop.gui.shell.idle_lock import IdleLock
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.system.clipboard import ClipboardCleaner, forget_copies
from borgerplan_desktop.gui.system.privacy_cover import covered
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from borgerplan_desktop.casework.session.archive import Archive
    from borgerplan_desktop.casework.session.backup_and_restore import Ready
    from borgerplan_desktop.casework.session.location import Location
    from borgerplan_desktop.gui.shell.session import Session
    from borgerplan_desktop.gui.start.locked_screen import Locked
    from borgerplan_desktop.gui.start.login import Login
    from borgerplan_desktop.gui.system.fresh_process import Handover


class LoginFlow(QObject):
    """`begin()` shows the right page; `logged_in(Session)` when somebody is in; `demo_wanted` to try first.

    `went_out()`: the screen is locked, or somebody has logged out. What a fresh process needs then is in `handover()`,
    and `take_over()` goes on from it.
    """

    logged_in = Signal(object)
    went_out = Signal()
    demo_wanted = Signal()

    def __init__(self, window: MainWindow, location: Location, clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window, self._location, self._clock = window, location, clock
        self._pages: set[QWidget] = set()                # those whose signals are connected
        self._begun: Archive | None = None                 # begun, while the recovery code is not yet put away
        self._code = ""
        self._left: dict[str, tuple[str, str, bytes]] = {}  # by person: citizen, tab, sealed words
        self._letting_go = False                         # the person closes although words are not stored
        self._who = ""                                   # whom the locked screen asks for a password
        self._locked_as = ("", "", clock(), False)       # name, shelter, when, whether words wait
        self.session: Session | None = None
        self.watch = IdleLock(self._lock_action, clock, self)
        self.watch.wanted.connect(self.lock)
        window.closing.connect(self.leave)
        window.may_close = self.may_leave

    # ------------------------------------------------------------------ which page
    def begin(self) -> None:
        """Welcome on a new computer, else the names of those who may log in."""
        if self._location.is_begun:
            self.show_login()
            return
        page = self._window.show_welcome()
        if self._first_time(page):
            page.founded.connect(self._on_founded)
            page.code_print_wanted.connect(self._on_print_code)
            page.taken_in_use.connect(self._on_taken_in_use)
            page.demo_wanted.connect(self.demo_wanted)

    def show_login(self, chosen: str = "") -> None:
        from borgerplan_desktop.casework.session.location import people, shelter_name
        from borgerplan_desktop.casework.session.login_messages import DamagedKeys, StoreError, sentence

        page = self._window.show_login()
        if self._first_time(page):
            page.entered.connect(self._on_entered)
            page.code_entered.connect(self._on_code)
            page.password_chosen.connect(self._on_new_password)
        try:
            page.show_people(shelter_name(self._location), people(self._location), chosen)
        except StoreError as error:
            page.show_people("Borgerplan", [])
            page.show_trouble(sentence(error, self._location))
            if isinstance(error, DamagedKeys):
                self._offer_backup()

    def _lock_action(self) -> QAction:
        return self._window.lock_action                  # made behind the first page

    def _first_time(self, page: QWidget) -> bool:
        new = page not in self._pages
        self._pages.add(page)
        return new

    # ------------------------------------------------------------------ the first start
    def _on_founded(self, shelter: str, name: str, password: str) -> None:
        from borgerplan_desktop.casework.session.login import begin_archive
        from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence

        page = self._window.show_welcome()
        try:
            with busy():
                self._begun, self._code = begin_archive(self._location, shelter, name, password, self._clock)
        except (StoreError, Refused) as error:
            page.show_trouble(sentence(error, self._location))
        else:
            page.show_code(self._code)

    def _on_print_code(self, code: str) -> None:
        from borgerplan_desktop.casework.session.recovery_code import recovery_code_pdf
        from borgerplan_desktop.gui.printing.printing import print_paper

        if self._begun is not None:
            print_paper(self._window, recovery_code_pdf(self._begun, code), "Borgerplan")

    def _on_taken_in_use(self) -> None:
        from borgerplan_desktop.casework.session.login import put_code_away
        from borgerplan_desktop.casework.session.login_messages import StoreTrouble

        archive, self._begun, self._code = self._begun, None, ""
        if archive is not None:
            with suppress(StoreTrouble):                 # then it is shown again at the next login
                put_code_away(archive)
            self.sit_down(archive)

    # ------------------------------------------------------------------ coming in
    def _on_entered(self, person: str, password: str) -> None:
        from borgerplan_desktop.casework.session.login import unlock

        archive = self._try(lambda: unlock(self._location, person, password, self._clock, patient=False),
                            self._login_page())
        if archive is not None:
            self.sit_down(archive)

    def _on_code(self, code: str) -> None:
        from borgerplan_desktop.casework.session.login import check_code
        from borgerplan_desktop.casework.session.login_messages import StoreError, TooSoon, recovery_code_message

        page = self._login_page()
        try:
            with busy():
                check_code(self._location, code, self._clock)
        except TooSoon as error:
            page.wait(error.seconds)
            page.show_trouble(recovery_code_message(error))
        except StoreError as error:
            page.show_trouble(recovery_code_message(error))
        else:
            page.ask_new_password()

    def _on_new_password(self, person: str, code: str, password: str) -> None:
        from borgerplan_desktop.casework.session.login import recover

        page = self._login_page()
        archive = self._try(lambda: recover(self._location, code, person, password, self._clock, patient=False), page)
        if archive is not None:
            self.sit_down(archive)

    def _login_page(self) -> Login:
        from borgerplan_desktop.gui.start.login import Login

        return next(page for page in self._pages if isinstance(page, Login))

    def _try(self, act: Callable[[], Archive], page: Login | Locked) -> Archive | None:
        """Try to come in; why one cannot is shown on the page. What takes time comes in when it is done."""
        from borgerplan_desktop.casework.session.login import TakesTime
        from borgerplan_desktop.casework.session.login_messages import (
            DamagedKeys,
            DamagedStore,
            StoreError,
            TooSoon,
            sentence,
        )
        from borgerplan_desktop.gui.start.bringing_up_to_date import BringingUpToDate

        try:
            with busy():
                return act()
        except TakesTime as longer:
            BringingUpToDate(longer, self._location, page, self._window, self).entered.connect(self.sit_down)
        except TooSoon as error:
            page.wait(error.seconds)
        except (DamagedStore, DamagedKeys) as error:
            page.show_trouble(sentence(error, self._location))
            self._offer_backup()
        except StoreError as error:
            page.show_trouble(sentence(error, self._location))
        return None

    def _offer_backup(self) -> None:
        from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._location, self._clock, self._window)
        dialog.restored.connect(self.sit_down)
        dialog.open()

    def sit_down(self, archive: Archive, opens: str = "") -> Session:
        """Somebody is in: show their work, and what they left when the screen locked; `opens`: the case they go to."""
        from borgerplan_desktop.casework.session.login_messages import wrong_tries_message
        from borgerplan_desktop.gui.shell.session import Session
        from borgerplan_desktop.gui.widgets.message import Message

        self._window.complete()
        if self._first_time(self._window):
            self._window.lock_action.triggered.connect(self.lock)
            self._window.log_out_action.triggered.connect(self.log_out)
            ClipboardCleaner(self)
        self.session = Session(archive, self._window, bool(opens))
        if words := wrong_tries_message(archive):
            self.session.bar.show_trouble(Message(words))
        lasting = archive.is_lasting
        self._window.lock_action.setEnabled(lasting)     # a demo has no password to come back with
        self._window.log_out_action.setEnabled(lasting)
        if lasting:
            self.watch.begin(self.session)
        self.logged_in.emit(self.session)
        self._take_up_again(archive)
        if opens:
            self.session.open(opens)
            if self.session.desk is None:                # it went wrong, and was told
                self.session.lists.refresh()
        return self.session

    def _take_up_again(self, archive: Archive) -> None:
        from borgerplan_desktop.casework.refused import NotForYou
        from borgerplan_desktop.casework.session.login_messages import StoreTrouble

        case_id, tab, sealed = self._left.pop(archive.who, ("", "", b""))  # what somebody else left stays sealed
        if self.session is None:
            return
        if sealed:
            self.session.unseal(sealed)
        with suppress(StoreTrouble, NotForYou):          # then one opens the citizen oneself
            case_id = self.session.take_back() or case_id
            known = [archive.shelter.id, *(line.id for line in archive.citizens(closed=True))]
            if case_id in known:                         # not in a backup from before the citizen came
                key, _colon, how = tab.partition(":")
                self.session.open(case_id, key)
                if how:                                  # before anything is drawn
                    self.session.go(key, how)
        if words := archive.shelter.unsaved or self.session.half_typed.take_template():
            from borgerplan_desktop.gui.templates.stand_again import StandAgain

            archive.shelter.unsaved = []
            StandAgain(archive.shelter, words, self.session.half_typed, self._window)
        if self.session.half_typed.arrival():
            self.session.actions.receive()

    # ------------------------------------------------------------------ going out
    def lock(self) -> None:
        """At once: widgets emptied, the case let go, the key forgotten; what was typed is stored or sealed."""
        if self.session is None or not self.session.archive.is_lasting:
            return
        archive, at = self.session.archive, self._clock()
        name, shelter = (archive.me.name if archive.me else ""), archive.name
        with covered(self._window):                      # the store may let us wait
            self._end_session()
            self._show_locked(archive.who, name, shelter, at, bool(self._left[archive.who][2]))
        self.went_out.emit()

    def _show_locked(self, who: str, name: str, shelter: str, at: datetime, waits: bool) -> None:
        page = self._window.show_locked(name, shelter, at, waits)
        if self._first_time(page):
            page.unlocked.connect(self._on_unlock)
            page.switch_wanted.connect(self.show_login)
            page.forgotten.connect(self._on_forgotten)
        self._who, self._locked_as = who, (name, shelter, at, waits)

    def _on_unlock(self, password: str) -> None:
        from borgerplan_desktop.casework.session.login import unlock
        from borgerplan_desktop.gui.start.locked_screen import Locked

        page = next(page for page in self._pages if isinstance(page, Locked))
        archive = self._try(lambda: unlock(self._location, self._who, password, self._clock, patient=False), page)
        if archive is not None:
            self.sit_down(archive)

    def _on_forgotten(self) -> None:
        self.show_login(self._who)
        self._login_page().ask_code()

    def log_out(self) -> None:
        """Lock, and forget who it was."""
        if self.session is not None and self.session.archive.is_lasting:
            with covered(self._window):
                self._end_session()
                self.show_login()
            self._who = ""
            self.went_out.emit()

    def handover(self) -> Handover:
        """The page that is shown, whom it asks, and the way back for each: no secret is legible in it."""
        from borgerplan_desktop.gui.start.locked_screen import Locked
        from borgerplan_desktop.gui.system.fresh_process import Handover, to_text

        name, shelter, at, waits = self._locked_as
        page = "locked" if isinstance(self._window.pages.currentWidget(), Locked) else "login"
        return Handover(page, self._who, name, shelter, at.isoformat(), waits,
                        left={who: (case_id, tab, to_text(sealed))
                              for who, (case_id, tab, sealed) in self._left.items()})

    def take_over(self, handover: Handover) -> None:
        """Go on as the process before us: it has ended, and with it what it knew."""
        from borgerplan_desktop.gui.system.fresh_process import from_text

        self._left = {who: (case_id, tab, from_text(sealed)) for who, (case_id, tab, sealed) in handover.left.items()}
        if handover.page == "locked":
            self._show_locked(handover.who, handover.name, handover.shelter, datetime.fromisoformat(handover.saved_at),
                              handover.waits)
        else:
            self.show_login(handover.who)

    def bring_back(self, ready: Ready) -> None:
        """A backup takes the place of what is stored; whoever sits here sits down again, also when it failed."""
        from borgerplan_desktop.casework.session.login_messages import StoreError, login_message
        from borgerplan_desktop.gui.widgets.message import Message, tell

        if self.session is None:
            return
        archive = self._end_work()
        trouble: StoreError | None = None
        try:
            with busy():
                archive = ready.take_over(archive.close)
        except StoreError as error:
            trouble = error
        if archive.is_open:
            self.sit_down(archive)
        else:                                            # it went wrong after the old one was closed
            self.show_login()
        if trouble is not None:
            tell(self._window, Message(*login_message(trouble, self._location)))

    def may_leave(self) -> bool:
        """Whether the window may close: not before a person has decided about words that the store refuses."""
        sealed = any(words for _case, _tab, words in self._left.values())
        if self._letting_go or (not sealed and (self.session is None or self.session.all_stored())):
            return True
        from borgerplan_desktop.gui.widgets.message import Question, ask

        ask(self._window, Question(
            _("What you wrote last is not stored yet."),
            _("If you close now, it is lost. Stay, and we try again by ourselves."),
            _("Close all the same"), _("Stay here"), danger=True), self._let_go)
        return False

    def _let_go(self) -> None:
        self._letting_go = True
        self._window.close()

    def leave(self) -> None:
        """The window closes: store or keep everything."""
        self._end_session()
        if self._begun is not None:                      # the code is shown anew at the next start
            self._begun.close()

    def _end_session(self) -> None:
        if self.session is not None:
            self.session.archive.hurry()
            self._end_work().close()

    def _end_work(self) -> Archive:
        """Nothing is left on screen; the archive is still open."""
        from borgerplan_desktop.gui.editing.tab import NAMELESS

        assert self.session is not None
        session, self.session = self.session, None
        self.watch.end()
        case_id = session.desk.opened.id if session.desk is not None else ""
        tab, page = session.tab, session.page(session.tab)
        if page is not None and page.is_nameless():      # whoever looks on must not see the name when it is unlocked
            tab = f"{tab}:{NAMELESS}"
        session.close()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass                                         # a menu, the list of a choice, a calendar
        for dialog in reversed(QApplication.topLevelWidgets()):      # those of the case have kept their words and gone
            if dialog is not self._window and dialog.isVisible() and not dialog.close():
                dialog.hide()                            # a dialog may show a citizen's words
        session.half_typed.save_template(session.archive.shelter.unsaved)
        self._left[session.archive.who] = (case_id, tab, session.unstored.seal())      # the dialogs may have left words
        forget_copies()
        return session.archive
