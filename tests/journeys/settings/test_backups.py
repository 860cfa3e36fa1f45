"""Backups as one meets them: made at the start, made by hand, tried, and brought back."""
from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import backup_and_restore
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog
from borgerplan_desktop.store.errors import StoreTrouble
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import quiet, settings_at
from tests.window import archive_of, first_start, take_in


def test_a_backup_is_made_at_the_start(program: Program, at_work: Hands, location: Location) -> None:
    quiet(program, at_work)
    assert len(backup_and_restore.backups(location)) == 1


def test_a_backup_that_fails_is_said_in_plain_words(
        program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreTrouble

    monkeypatch.setattr("borgerplan_desktop.gui.shell.start_backup.backup_if_due", full)
    first_start(hands)
    hands.wait(lambda: hands.sees("Sikkerhedskopien blev ikke lavet."))


def test_locking_gives_the_backup_up(program: Program, at_work: Hands, location: Location) -> None:
    program.window.lock_action.trigger()
    at_work.wait(lambda: not list(location.home.backups.glob(".making")))
    at_work.type("Adgangskode for Eva Lind", PASSWORD)
    at_work.click("Lås op")
    quiet(program, at_work)


def test_backup_now_and_check(program: Program, at_work: Hands, location: Location, clock: Clock) -> None:
    quiet(program, at_work)
    clock.pass_(minutes=1)
    settings_at(program, at_work, "Sikkerhedskopi")
    at_work.click("Lav kopi nu")
    at_work.wait(lambda: at_work.sees("Sikkerhedskopi lavet og prøvet kl. 9.22."))
    assert len(backup_and_restore.backups(location)) == 2
    at_work.click("Tjek arkivet")
    at_work.wait(lambda: at_work.sees("Alt er, som det blev gemt."))


def test_a_check_is_cancelled(program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    going, go_on = threading.Event(), threading.Event()

    def slow(_archive: Archive, tell) -> None:  # type: ignore[no-untyped-def]
        going.set()
        assert go_on.wait(8)
        tell(0.5)
        raise AssertionError("it went on")

    monkeypatch.setattr("borgerplan_desktop.gui.settings.backup_page.check", slow)
    quiet(program, at_work)
    settings_at(program, at_work, "Sikkerhedskopi")
    at_work.click("Tjek arkivet")
    at_work.wait(going.is_set)
    at_work.click("Annuller")
    go_on.set()
    at_work.wait(lambda: at_work.sees("Stoppet. Intet er ændret."))


def test_a_backup_is_brought_back_from_the_settings(program: Program, at_work: Hands, location: Location,
                                                    clock: Clock) -> None:
    quiet(program, at_work)
    take_in(at_work, "Jonas Bækgaard")
    dialog = settings_at(program, at_work, "Sikkerhedskopi")
    at_work.click("Gendan …")
    assert isinstance(at_work.front(), RestoreDialog)
    assert dialog is not at_work.front()
    at_work.click("Gendan kopien")
    assert at_work.sees("Gendan kopien fra tirsdag 27. oktober kl. 9.21?")
    at_work.click("Gendan kopien", within=at_work.front())
    at_work.wait(lambda: at_work.front() is program.window)
    assert archive_of(program).citizens() == []            # Jonas came after the backup
    assert at_work.sees("Eva Lind · Herberget Havnegade")
    assert list(location.home.set_aside.iterdir())


def bring_back(program: Program, hands: Hands) -> RestoreDialog:
    """Up to where the work begins."""
    settings_at(program, hands, "Sikkerhedskopi")
    hands.click("Gendan …")
    dialog = hands.front()
    assert isinstance(dialog, RestoreDialog)
    hands.click("Gendan kopien")
    hands.click("Gendan kopien", within=hands.front())
    return dialog


def test_a_damaged_backup_leaves_everything_as_it_was(program: Program, at_work: Hands, location: Location) -> None:
    quiet(program, at_work)
    take_in(at_work, "Jonas Bækgaard")
    archive = archive_of(program)
    backup_and_restore.backups(location)[0].backup.database.write_bytes(b"rubbish")
    bring_back(program, at_work)
    at_work.wait(lambda: at_work.sees("Sikkerhedskopien er beskadiget"))
    at_work.click("Annuller")
    assert archive_of(program) is archive
    assert [line.name for line in archive.citizens()] == ["Jonas Bækgaard"]


class Slow:
    """A restore that waits when it has come so far, until somebody has decided."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, until: float) -> None:
        self.there, self._go_on, self._until = threading.Event(), threading.Event(), until
        monkeypatch.setattr("borgerplan_desktop.gui.start.restore_dialog.make_ready", self._make_ready)

    def _make_ready(self, archive: Archive, copy: backup_and_restore.Copy,
                    tell: Callable[[float], None]) -> backup_and_restore.Ready:
        def slowly(part: float) -> None:
            if part >= self._until:
                self.there.set()
                assert self._go_on.wait(8)
            tell(part)

        return backup_and_restore.make_ready(archive, copy, slowly)

    def go_on(self) -> None:
        self._go_on.set()


@pytest.mark.parametrize("until", [0, 0.9], ids=["while it is tested", "while it is copied"])
def test_a_restore_is_stopped(program: Program, at_work: Hands, location: Location, monkeypatch: pytest.MonkeyPatch,
                              until: float) -> None:
    """Nothing has been changed, nobody is logged out, and it can be done after all."""
    quiet(program, at_work)
    take_in(at_work, "Jonas Bækgaard")
    slow, archive = Slow(monkeypatch, until), archive_of(program)
    dialog = bring_back(program, at_work)
    at_work.wait(slow.there.is_set)
    assert dialog.progress_bar.isVisible()
    assert not dialog.restore_button.isEnabled()
    at_work.click("Annuller")
    slow.go_on()
    at_work.wait(lambda: at_work.sees("Stoppet. Intet er ændret."))
    assert not dialog.progress_bar.isVisible()
    assert archive_of(program) is archive
    assert [line.name for line in archive.citizens()] == ["Jonas Bækgaard"]
    assert list(location.folder.glob(".restore*")) == []
    at_work.click("Gendan kopien")
    at_work.click("Gendan kopien", within=at_work.front())
    at_work.wait(lambda: at_work.front() is program.window)
    assert archive_of(program).citizens() == []


def test_the_screen_locks_over_a_restore(program: Program, at_work: Hands, location: Location,
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is given up, however far it is."""
    quiet(program, at_work)
    take_in(at_work, "Jonas Bækgaard")
    slow = Slow(monkeypatch, 1)
    bring_back(program, at_work)
    at_work.wait(slow.there.is_set)
    program.login_flow.lock()
    slow.go_on()
    at_work.wait(lambda: not list(location.folder.glob(".restore*")), "the copy to go")
    at_work.type("Adgangskode for Eva Lind", PASSWORD)
    at_work.click("Lås op")
    assert [line.name for line in archive_of(program).citizens()] == ["Jonas Bækgaard"]
    assert not location.home.set_aside.exists()


def test_a_damaged_archive_is_brought_back_at_the_login(program: Program, at_work: Hands, location: Location) -> None:
    quiet(program, at_work)
    take_in(at_work, "Jonas Bækgaard")
    backup_and_restore.backup_now(archive_of(program))
    program.window.log_out_action.trigger()
    for part in ("borgerplan.db-wal", "borgerplan.db-shm"):
        (location.folder / part).unlink(missing_ok=True)
    location.home.database.write_bytes(b"rubbish" * 1000)
    at_work.type("Adgangskode", PASSWORD)
    at_work.click("Log ind")
    dialog = at_work.front()
    assert isinstance(dialog, RestoreDialog)
    assert at_work.sees("Det, der er skrevet efter kopien, bliver gemt for sig, ikke slettet.")
    at_work.type("Adgangskode", "forkert og forkert igen")
    at_work.click("Gendan kopien")
    at_work.click("Gendan kopien")
    at_work.wait(lambda: at_work.sees("Forkert adgangskode."))
    at_work.type("Adgangskode", PASSWORD)
    at_work.press(Qt.Key.Key_Return)
    at_work.click("Gendan kopien")
    at_work.wait(lambda: at_work.front() is program.window)
    assert [line.name for line in archive_of(program).citizens()] == ["Jonas Bækgaard"]
