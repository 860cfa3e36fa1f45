"""What is said at the login is plain, and one thing differs from another."""
from __future__ import annotations

from pathlib import Path

from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login_messages import login_message, recovery_code_message, sentence
from borgerplan_desktop.store import errors
from borgerplan_desktop.store.errors import StoreError, StoreTrouble, TooSoon, Trouble, Weakness, WeakPassword

EVERY = [
    *(WeakPassword(weakness) for weakness in Weakness), errors.WrongPassword(), TooSoon(8), errors.UnknownUser(),
    errors.DamagedKeys(), errors.DamagedStore(), errors.DamagedBackup(), errors.NewerSchema(), errors.NetworkDrive(),
    errors.AlreadyOpen(), errors.AlreadyBegun(),
    *(StoreTrouble(kind) for kind in Trouble if kind is not Trouble.DAMAGED), StoreError()]


def test_every_trouble_has_its_own_words(tmp_path: Path) -> None:
    said = [sentence(error, Location(tmp_path)) for error in EVERY]
    assert all(said)
    assert len(set(said)) == len(said)
    assert sentence(errors.TooNew()) == sentence(errors.NewerSchema())
    assert "8" in sentence(TooSoon(8))
    assert str(tmp_path) in sentence(StoreTrouble(Trouble.READ_ONLY), Location(tmp_path))


def test_damage_names_the_newest_backup(tmp_path: Path) -> None:
    location = Location(tmp_path)
    bare = login_message(errors.DamagedStore(), location)
    (location.home.backups / "2026-03-03T09-00-00Z").mkdir(parents=True)
    backed = login_message(errors.DamagedStore(), location)
    assert bare[0] == backed[0]
    assert bare[1:] != backed[1:]
    assert "2026" in backed[1]


def test_a_refusal_is_said_as_it_is() -> None:
    assert sentence(Refused("Skriv dit navn.", "name")) == "Skriv dit navn."


def test_the_code_has_words_of_its_own() -> None:
    assert recovery_code_message(errors.WrongPassword()) != sentence(errors.WrongPassword())
    assert recovery_code_message(errors.DamagedKeys()) == sentence(errors.DamagedKeys())
