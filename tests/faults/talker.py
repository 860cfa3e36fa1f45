"""The real program in a process of its own: somebody writes a marker in every field there is, locks, and fails.

Says on standard output how many markers were typed, and what is on the clipboard and in the titles; never a marker.
"""
from __future__ import annotations

import resource
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from borgerplan_desktop import app
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, add_step
from borgerplan_desktop.casework.session.location import no_core_dumps
from borgerplan_desktop.gui.appearance.fonts import load_fonts
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.gui.overview.parts import PARTS
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.shell.crash import CrashReporter
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.widgets.message import Message, _Window, tell
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.plan import Goal
from tests.archive import CHEAP, PASSWORD
from tests.journeys.hands import Hands
from tests.window import desk_of, log_in, open_first


class Talker:
    """Writes the next marker wherever it can be written."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self.used, self._done, self.titles = hands, 0, set[int](), set[str]()

    def fill(self, place: QWidget) -> None:
        """Every field in sight that is empty or free text."""
        QApplication.processEvents()
        self.titles |= {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle()}
        for edit in place.findChildren(QWidget):
            if not (isinstance(edit, QLineEdit | QPlainTextEdit) and edit.isVisible() and edit.isEnabled()):
                continue
            if edit.isReadOnly() or id(edit) in self._done or edit.accessibleName() in NOT_WORDS:
                continue
            self._done.add(id(edit))
            words = f"Kanariefugl{self.used:02}æøå"
            self.used += 1
            edit.setFocus()
            edit.selectAll()
            if isinstance(edit, QLineEdit):
                edit.insert(words)
                edit.textEdited.emit(words)
                edit.editingFinished.emit()
            else:
                edit.insertPlainText(words)
            edit.selectAll()
            edit.copy()
        QApplication.processEvents()


NOT_WORDS = frozenset({"CPR-nummer"})


def main() -> None:
    no_core_dumps()
    use_language("da")
    QClipboard.ownsClipboard = lambda _self: True  # type: ignore[method-assign]  the offscreen screen does not know
    QCoreApplication.setApplicationName(app.NAME)
    QCoreApplication.setOrganizationName(app.NAME)
    qt = QApplication(["borgerplan"])
    load_fonts()
    Translator(qt).speak("da")
    window = MainWindow(QSettings())
    CrashReporter(window)
    program = app.Program(window, app.Location(Path(sys.argv[1]), CHEAP), QSettings())
    assert program.take_folder()
    window.show()
    program.begin()
    QApplication.processEvents()
    hands = Hands(window)
    log_in(hands)
    talker = Talker(hands)
    talk(program, hands, talker)
    lock_and_back(program, hands)
    fail(hands)
    clipboard = QGuiApplication.clipboard()
    window.close()
    say("used", talker.used, "titles", sorted(talker.titles), "clipboard", list(filter(None, [clipboard.text()])),
        "core", resource.getrlimit(resource.RLIMIT_CORE))


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def talk(program: app.Program, hands: Hands, talker: Talker) -> None:
    for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]:
        dialog.reject()                                  # the first steps
    open_first(program)
    desk, session = desk_of(program), program.login_flow.session
    assert session is not None
    goal = desk.case.all(Goal)[0]
    add_step(desk.opened, goal, "et skridt")
    add_intervention(desk.opened, add_goal(desk.opened, "et mål til"), "støtte")
    meeting = plan_meeting(desk.opened)
    for key in CITIZEN_PAGES.keys:
        session.go(key, goal.id if key == "plan" else meeting.id if key == "meetings" else "")
        talker.fill(program.window)
    page = session.page("meetings")
    for step in range(3):
        page._on_step(step)  # type: ignore[union-attr]
        talker.fill(program.window)
    for part in PARTS:                                # every part of the whole course
        session.go("overview", part.key)
        talker.fill(program.window)
    for action in ("citizen",):
        session.actions.do(action)
        dialog = hands.front()
        assert isinstance(dialog, QDialog)
        talker.fill(dialog)
        dialog.reject()
    for part in ("leaving", "after_care"):
        session.go("overview", part)
        talker.fill(program.window)
    for key in ("papers", "network"):                    # a citizen with another name: all tabs were made anew
        session.go(key)
    for ask in (session.page("papers").consents.ask, session.page("papers").earlier.ask,  # type: ignore[union-attr]
                session.page("network").ask_who, session.actions.receive):  # type: ignore[union-attr]
        ask()
        dialog = hands.front()
        assert isinstance(dialog, QDialog)
        talker.fill(dialog)
        dialog.reject()
    desk.settle.emit()


def lock_and_back(program: app.Program, hands: Hands) -> None:
    program.login_flow.lock()
    QApplication.processEvents()
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert program.login_flow.session is not None


def fail(hands: Hands) -> None:
    """Something nobody foresaw, with a citizen's words in the frames and in the exception."""
    words = "Kanariefugl00æøå"
    try:
        raise ZeroDivisionError(words) from ValueError(words)
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    thread = threading.Thread(target=_fail_with, args=(words,))
    thread.start()
    thread.join()
    _Failing(words)                                      # fails when it is thrown away
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, _Window) and w.isVisible())
    details = shown.findChild(QPlainTextEdit)
    assert details is not None
    assert words not in details.toPlainText()
    say(details.toPlainText().splitlines()[0])
    shown.reject()
    tell(hands.window, Message("Det gik ikke.")).reject()


def _fail_with(words: str) -> None:
    raise ZeroDivisionError(words)


class _Failing:
    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words

    def __del__(self) -> None:
        _fail_with(self._words)


if __name__ == "__main__":
    try:
        main()
    except Exception:  # noqa: BLE001  ours, not the program's: the window would keep it to itself
        sys.__excepthook__(*sys.exc_info())  # type: ignore[arg-type]
        raise SystemExit(1) from None
