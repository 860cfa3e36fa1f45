"""The real program in a process of its own: somebody logs in, looks at every tab, types here and there, looks after the
archive, and locks.

Told on standard input what to type, a byte at a time, so that this file's own code never holds the words as one; the
first line is the password, the others are typed each in another place. Says its process id when the screen has locked,
and how long it took. A fresh process then follows, which is the program itself, and not us.
"""
from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from borgerplan_desktop import app
from borgerplan_desktop.casework.network.people_files import people_in_file
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.backup_and_restore import backup_now, check, make_ready
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.model.network import people

FOLLOW = os.environ.get("WITNESS_FOLLOW", "1") == "1"


def letters() -> Iterator[str]:
    """One line of standard input, a letter at a time."""
    while (byte := os.read(0, 1)) not in (b"\n", b""):
        yield chr(byte[0])


def type_into(field: QWidget) -> None:
    field.setFocus()
    for letter in letters():
        QTest.keyClicks(field, letter)


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def work(program: app.Program, home: Path) -> None:
    window, login_flow = program.window, program.login_flow
    page = window.show_login()
    type_into(page.password_field.field)
    page.enter_button.click()
    for dialog in _dialogs():
        dialog.reject()                                  # the first steps
    session = login_flow.session
    assert session is not None
    session.open(session.archive.citizens()[0].id, "plan")
    for tab in CITIZEN_PAGES.keys:
        session.go(tab)
        for _ in range(3):
            QApplication.processEvents()
        window.grab()
    session.go("plan")
    QApplication.processEvents()
    plan = session.page("plan")
    assert plan is not None
    for field in [f for f in plan.findChildren(QPlainTextEdit) if f.isVisible()][:2]:
        type_into(field)
    session.actions.do("close")
    page = session.page("overview")
    assert page is not None
    type_into(next(f for f in page.findChildren(QPlainTextEdit) if f.isVisible()))
    page.grab()
    session.actions.do("citizen")
    dialog = _dialogs()[-1]
    type_into(next(f for f in dialog.findChildren(QWidget) if isinstance(f, QLineEdit | QPlainTextEdit)
                   and f.isVisible() and not isinstance(f.parent(), QComboBox)))
    dialog.grab()
    if FOLLOW:                                           # who works longer leaves copies of the key that Python made
        look_at_the_map(session, home)
    look_after(session.archive)
    began = time.monotonic()
    login_flow.lock()
    QApplication.processEvents()
    say("locked", os.getpid(), round(time.monotonic() - began, 3))


def look_at_the_map(session: Session, home: Path) -> None:
    """Every way to see it, everybody's card, and the questions it asks, which stand open when the screen locks."""
    session.go("network")
    tab = session.page("network")
    assert isinstance(tab, NetworkTab)
    for member in people(tab._desk.case):
        tab.choose(member.id)
        tab.grab()
    for way in (tab.as_table, tab.as_two, tab.as_map):
        way.setChecked(True)
        QApplication.processEvents()
        tab.grab()
    tab.strip.look(replace(tab.strip.way, anonymous=True))
    tab.grab()
    tab.strip.look(replace(tab.strip.way, anonymous=False, supports=True))
    tab.strip.ask_when()
    tab.ask_who()
    tab.files._on_read(people_in_file((home.parent / "telefon.vcf").read_bytes()))
    for dialog in _dialogs():
        dialog.grab()


def look_after(archive: Archive) -> None:
    """A backup, a check, and a restore that is given up: each opens the archive on an engine of its own."""
    copy = backup_now(archive)
    check(archive)
    make_ready(archive, copy).give_up()


def _dialogs() -> list[QDialog]:
    QApplication.processEvents()
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def main() -> None:
    home = Path(sys.argv[1])
    sys.orig_argv[:] = [sys.executable, "-m", "borgerplan_desktop", "--home", str(home)]
    begin = app.Program.begin

    def begun(program: app.Program) -> None:
        begin(program)
        QTimer.singleShot(0, program.window, run)
        kept.append(program)

    def run() -> None:
        try:
            work(kept[0], home)
        except BaseException as problem:  # noqa: BLE001  ours, not the program's
            say("FAILED", type(problem).__name__, problem)
            os._exit(1)

    kept: list[app.Program] = []
    app.Program.begin = begun  # type: ignore[method-assign]
    if not FOLLOW:
        app.Program.be_followed = lambda *_: None  # type: ignore[method-assign]
    app.run_window(home)


if __name__ == "__main__":
    main()
