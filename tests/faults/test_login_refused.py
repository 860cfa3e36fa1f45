"""The window at a login that does not let in: a plain message, nothing changed, and the window still works."""
from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog
from borgerplan_desktop.store import data_folder
from borgerplan_desktop.store.engine import connect
from tests.archive import CHEAP, PASSWORD, Clock
from tests.faults.test_disk import file_capabilities
from tests.journeys.hands import Hands
from tests.window import Start, archive_of, log_in


def files(folder: Path) -> dict[str, str]:
    """What lies in the folder, except the locks."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file() and not path.name.endswith((".lock", "-shm", "-wal"))}


def test_a_wrong_password_then_the_right_one(program: Program, hands: Hands, clock: Clock) -> None:
    log_in(hands, "ikke det rigtige kodeord")
    assert hands.sees("Forkert adgangskode.")
    assert hands.sees("Intet er ændret")
    assert program.login_flow.session is None
    clock.pass_(seconds=30)
    log_in(hands)
    assert program.login_flow.session is not None


def flip(at: Callable[[int], int]) -> Callable[[Path], None]:
    def damage(database: Path) -> None:
        content = bytearray(database.read_bytes())
        content[at(len(content))] ^= 0x10
        database.write_bytes(content)
    return damage


def truncated(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000])


def empty(database: Path) -> None:
    database.write_bytes(b"")


def missing(database: Path) -> None:
    database.unlink()


@pytest.mark.parametrize("damage", [flip(lambda _n: 3), flip(lambda _n: 100), flip(lambda _n: 1024), truncated, empty,
                                    missing], ids=["salt", "header", "first page", "truncated", "empty", "missing"])
def test_a_damaged_database(start: Start, location: Location, damage: Callable[[Path], None]) -> None:
    """It is said so, a backup is offered, and taking it opens the window with everything in place."""
    damage(location.home.database)
    before = files(location.folder)
    program = start(location)
    hands = Hands(program.window)
    log_in(hands)
    assert program.login_flow.session is None
    assert hands.sees("Arkivet er beskadiget", within=program.window)
    assert {name: files(location.folder).get(name) for name in before} == before
    dialog = hands.front()
    assert isinstance(dialog, RestoreDialog)
    assert dialog.copies_list.count() == 1
    hands.press(Qt.Key.Key_Escape)                       # not now: the window works
    log_in(hands)
    restore(hands)
    assert citizens(program) == ["Marie Holm"]


def citizens(program: Program) -> list[str]:
    return [line.name for line in archive_of(program).citizens()]


def restore(hands: Hands) -> None:
    dialog = hands.front()
    assert isinstance(dialog, RestoreDialog)
    dialog.password_field.field.setText(PASSWORD)
    dialog.restore_button.click()
    hands.click("Gendan kopien")
    hands.wait(lambda: hands.front() is hands.window, "the backup to be in place")


@pytest.mark.parametrize("damage", [lambda f: f.write_text("{"), lambda f: f.write_bytes(b""),
                                    lambda f: f.write_text(f.read_text().replace("wrapped", "wrappt", 1)),
                                    lambda f: f.write_bytes(b"\xff" * 4000), lambda f: f.write_text("[" * 100_000),
                                    lambda f: f.unlink()],
                         ids=["cut", "empty", "altered", "no text", "nested", "missing"])
def test_damaged_keys(start: Start, location: Location, damage: Callable[[Path], object]) -> None:
    """Nobody can be listed; the window says why, and a backup brings the keys back."""
    damage(location.home.keys)
    database = hashlib.sha256(location.home.database.read_bytes()).hexdigest()
    program = start(location)
    hands = Hands(program.window)
    assert hands.sees("Nøglerne er beskadiget", within=program.window)
    assert hashlib.sha256(location.home.database.read_bytes()).hexdigest() == database
    restore(hands)
    assert citizens(program) == ["Marie Holm"]


def test_a_newer_database(start: Start, location: Location) -> None:
    from borgerplan_desktop.casework.session import login
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    key = archive.vault.key
    archive.store.engine.dispose()
    raw = connect(location.home.database, key)
    raw.execute("UPDATE alembic_version SET version_num = 'z999'")
    raw.commit()
    raw.close()
    before = files(location.folder)
    program = start(location)
    hands = Hands(program.window)
    log_in(hands)
    assert hands.sees("nyere udgave")
    assert program.login_flow.session is None
    assert files(location.folder) == before
    hands.click("Glemt adgangskode?")                    # the window works
    assert hands.sees("Gendannelseskode")


def test_a_network_drive(start: Start, location: Location, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(data_folder, "is_on_network", lambda _folder: True)
    program = start(location)
    hands = Hands(program.window)
    assert hands.sees("netværksdrev")
    assert hands.sees("computerens egen disk")
    hands.click("Luk")
    log_in(hands)
    assert hands.sees("netværksdrev")
    assert program.login_flow.session is None
    monkeypatch.undo()
    log_in(hands)
    assert program.login_flow.session is not None


def test_a_first_start_on_a_network_drive(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "is_on_network", lambda _folder: True)
    new = Location(tmp_path / "new")
    program = start(new)
    hands = Hands(program.window)
    hands.click("Luk")
    hands.type("Hvad hedder stedet?", "Skovly")
    hands.type("Dit navn", "Eva Lind")
    hands.type("Adgangskode", PASSWORD)
    hands.click("Lav gendannelseskoden")
    assert hands.sees("netværksdrev")
    assert not new.folder.exists()
    assert program.window.findChild(QPushButton) is not None


@pytest.mark.skipif(sys.platform != "linux", reason="root passes over file modes; only Linux lets a thread step down")
def test_a_folder_one_may_not_write_in(start: Start, shelter: Path) -> None:
    """Said at the start and at the login; when it may be written in again, one comes in."""
    folder = Path(tempfile.mkdtemp()) / "data"
    shutil.copytree(shelter, folder)
    above_the_rules = file_capabilities()
    try:
        file_capabilities(take=above_the_rules)
        for path in folder.iterdir():
            path.chmod(0o400 if path.is_file() else 0o500)
        folder.chmod(0o500)
        program = start(Location(folder, CHEAP))
        hands = Hands(program.window)
        assert hands.sees("Der kan ikke skrives i mappen")
        hands.click("Luk")
        log_in(hands)
        assert program.login_flow.session is None
        assert hands.sees("Der kan ikke skrives i mappen")
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        log_in(hands)
        assert citizens(program) == ["Marie Holm"]
        program.window.close()
    finally:
        file_capabilities(give=above_the_rules)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        shutil.rmtree(folder.parent)
