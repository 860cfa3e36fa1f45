"""The way in: passwords, the printed code, waiting, and a key file that may be damaged or hostile."""
from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.store.clock import Uptime, uptime
from borgerplan_desktop.store.errors import (
    AlreadyBegun,
    DamagedKeys,
    StoreTrouble,
    TooNew,
    TooSoon,
    Trouble,
    UnknownUser,
    Weakness,
    WeakPassword,
    WrongPassword,
)
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.passwords import require_strong
from tests.archive import CHEAP, PASSWORD

from .conftest import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def made(path: Path, clock: Clock) -> tuple[Keys, bytes, str]:
    _, key, code = Keys.create(path, clock, CHEAP)
    keys = Keys.load(path, clock, CHEAP, clock.uptime)
    keys.set_person("karin-id", "Karin Møller", "Kontaktperson", PASSWORD, key)
    return keys, key, code


def test_the_password_opens_after_a_restart(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    again = Keys.load(path, clock)
    assert again.unlock("karin-id", PASSWORD).key == made[1]
    assert again.unlock(" karin møller ", PASSWORD).key == made[1]           # by name, as the terminal asks
    assert again.unlock("karin-id", "fire glade ko\u0308er pa\u030a tur".replace("o\u0308", "ø")).key == made[1]
    assert [(p.name, p.title) for p in again.people] == [("Karin Møller", "Kontaktperson")]


def test_what_fails_is_told_apart(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    keys = made[0]
    with pytest.raises(WrongPassword):
        keys.unlock("karin-id", "fire glade køer på turs")
    with pytest.raises(UnknownUser):
        keys.unlock("Jens", PASSWORD)
    with pytest.raises(UnknownUser):
        keys.unlock("recovery", PASSWORD)                # the printed code is nobody's name
    newer = json.loads(path.read_text("utf-8")) | {"borgerplan_keys": 2}
    path.write_text(json.dumps(newer), "utf-8")
    with pytest.raises(TooNew):
        Keys.load(path, clock)
    path.unlink()
    with pytest.raises(DamagedKeys):
        Keys.load(path, clock)


def test_two_of_the_same_name_must_be_named_by_id(made: tuple[Keys, bytes, str]) -> None:
    keys, key, _ = made
    keys.set_person("other-id", "Karin Møller", "Nattevagt", "en helt anden lang sætning", key)
    with pytest.raises(UnknownUser):
        keys.unlock("Karin Møller", PASSWORD)
    assert keys.unlock("other-id", "en helt anden lang sætning").key == key


def test_the_printed_code_opens_however_it_is_typed(made: tuple[Keys, bytes, str]) -> None:
    keys, key, code = made
    assert len(code) == 39
    assert code.count("-") == 7
    assert keys.recover(code).key == key
    assert keys.recover(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")).key == key
    with pytest.raises(WrongPassword):
        keys.recover(code[:-1] + ("0" if code[-1] != "0" else "1"))


def test_a_replaced_code_opens_nothing(made: tuple[Keys, bytes, str]) -> None:
    keys, key, code = made
    new = keys.replace_code(key)
    assert new != code
    assert keys.recover(new).key == key
    with pytest.raises(WrongPassword):
        keys.recover(code)


def test_a_code_that_nobody_put_away_is_known(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    keys, key, _ = made
    assert not keys.code_put_away
    keys.put_code_away()
    assert Keys.load(path, clock).code_put_away
    keys.replace_code(key)
    assert not keys.code_put_away


def test_the_login_screen_knows_the_shelter(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    made[0].name_shelter("Skovly Herberg")
    assert Keys.load(path, clock).shelter == "Skovly Herberg"


def test_a_forgotten_password_is_replaced(made: tuple[Keys, bytes, str]) -> None:
    keys, _, code = made
    key = keys.recover(code).key
    keys.set_person("karin-id", "Karin Møller", "Kontaktperson", "noget helt nyt at huske", key)
    assert keys.unlock("karin-id", "noget helt nyt at huske").key == key
    assert len(keys.people) == 1
    with pytest.raises(WrongPassword):
        keys.unlock("karin-id", PASSWORD)


def test_waiting_grows_survives_a_restart_and_ends(
        made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    waits = []
    for _ in range(14):
        keys = Keys.load(path, clock, CHEAP, clock.uptime)       # restarted each time
        with pytest.raises(WrongPassword):
            keys.unlock("karin-id", "forkert og forkert igen")
        wait = keys.wait(keys.find("karin-id"))
        if wait:
            with pytest.raises(TooSoon) as told:
                keys.unlock("karin-id", PASSWORD)        # even the right one
            assert told.value.seconds == wait
        waits.append(wait)
        clock.forward(seconds=wait)
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    opened = made[0].unlock("karin-id", PASSWORD)
    assert opened.failed == 14
    assert made[0].unlock("karin-id", PASSWORD).failed == 0


class Turned:
    """A computer whose clock somebody sets while it is on, and that can be turned off and on again."""

    def __init__(self) -> None:
        self.clock, self.boot, self.on = Clock(), "first", 1000.0

    def keys(self, path: Path) -> Keys:
        return Keys.load(path, self.clock, CHEAP, lambda: Uptime(self.boot, self.on))

    def guess(self, path: Path, times: int) -> None:
        for _ in range(times):
            with pytest.raises(WrongPassword):
                self.keys(path).unlock("karin-id", "forkert og forkert igen")
            self.on += 900
            self.clock.forward(seconds=900)


def test_a_clock_that_is_set_neither_shortens_the_wait_nor_locks_anybody_out(
        made: tuple[Keys, bytes, str], path: Path) -> None:
    computer = Turned()
    computer.guess(path, 5)
    with pytest.raises(WrongPassword):
        computer.keys(path).unlock("karin-id", "forkert og forkert igen")
    for days in (365, -800, 3650):
        computer.clock.forward(days=days)
        with pytest.raises(TooSoon) as told:
            computer.keys(path).unlock("karin-id", PASSWORD)
        assert told.value.seconds == 8
    computer.on += 8
    assert computer.keys(path).unlock("karin-id", PASSWORD).failed == 6


def test_turned_off_and_on_the_wait_goes_by_the_clock(made: tuple[Keys, bytes, str], path: Path) -> None:
    """Or by how long the computer has been on again, if that is more: a clock set back locks nobody out."""
    computer = Turned()
    computer.guess(path, 8)
    computer.clock.forward(seconds=-900)                 # at the moment of the last wrong try
    computer.boot, computer.on = "second", 10.0
    with pytest.raises(TooSoon) as told:
        computer.keys(path).unlock("karin-id", PASSWORD)
    assert told.value.seconds == 22
    computer.clock.forward(days=-365)
    with pytest.raises(TooSoon) as told:
        computer.keys(path).unlock("karin-id", PASSWORD)
    computer.on += told.value.seconds
    assert computer.keys(path).unlock("karin-id", PASSWORD).failed == 8


def test_a_wrong_try_counts_though_the_disk_is_full(
        made: tuple[Keys, bytes, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is counted before it is judged: what cannot be counted is not told either."""
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("borgerplan_desktop.store.key_file.write_whole", full)
    for password in ("forkert og forkert igen", PASSWORD):
        with pytest.raises(StoreTrouble) as told:
            made[0].unlock("karin-id", password)
        assert told.value.kind is Trouble.DISK_FULL


def test_a_count_that_was_set_back_is_told(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    keys, key, _ = made
    keys.set_person("jens-id", "Jens Holm", "Leder", "solen skinner på havnen", key)
    for _ in range(3):
        with pytest.raises(WrongPassword):
            keys.unlock("karin-id", "forkert og forkert igen")
    before = path.read_bytes()
    for less in ({"failed": 0, "last_failed": None, "up": None}, {"failed": 1}, {"tally": "0" * 64}):
        content = json.loads(before)
        content["slots"][1] |= less
        _sign(content)
        path.write_text(json.dumps(content), "utf-8")
        opened = keys.unlock("jens-id", "solen skinner på havnen")       # whoever comes next hears of it
        assert (opened.altered, opened.unsealed) == (("karin-id",), False)
        assert keys.unlock("jens-id", "solen skinner på havnen").altered == ()       # once
    content = json.loads(before)
    del content["slots"][1]["tally"]
    _sign(content)
    path.write_text(json.dumps(content), "utf-8")
    assert keys.unlock("jens-id", "solen skinner på havnen").altered == ()
    clock.forward(seconds=1)
    opened = keys.unlock("karin-id", PASSWORD)
    assert (opened.failed, opened.unsealed) == (3, True)
    assert not keys.unlock("karin-id", PASSWORD).unsealed


def test_a_count_that_nobody_touched_is_not_told(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    keys, key, code = made
    for wrong in (0, 1, 2, 5):
        for _ in range(wrong):
            with pytest.raises(WrongPassword):
                keys.unlock("karin-id", "forkert og forkert igen")
            clock.forward(seconds=900)
        keys.check_code(code)
        assert keys.recover(code).altered == ()
        opened = keys.unlock("karin-id", PASSWORD)
        assert (opened.failed, opened.altered, opened.unsealed) == (wrong, (), False)
        keys.set_person("karin-id", "Karin Møller", "Leder", PASSWORD, key)
        keys.rename("karin-id", "Karin M. Møller", "Leder")
        keys.replace_code(key)
        code = keys.replace_code(key)


def test_checking_the_code_leaves_the_count(made: tuple[Keys, bytes, str]) -> None:
    keys, _, code = made
    for _ in range(2):
        with pytest.raises(WrongPassword):
            keys.recover("0" * 32)
        keys.check_code(code)
    assert keys.recover(code).failed == 2


def test_how_long_the_computer_has_been_on() -> None:
    first, second = uptime(), uptime()
    assert first.since == second.since
    assert 0 < first.seconds <= second.seconds


def test_the_terminal_and_the_window_change_keys_beside_each_other(
        made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    window, key, _ = made
    terminal = Keys.load(path, clock, CHEAP)
    terminal.set_person("jens-id", "Jens Holm", "Leder", "solen skinner på havnen", key)
    with pytest.raises(WrongPassword):
        window.unlock("karin-id", "forkert og forkert igen")
    assert {p.name for p in terminal.people} == {"Karin Møller", "Jens Holm"}
    terminal.rename("jens-id", "Jens H. Holm", "Leder")
    assert window.unlock("jens-id", "solen skinner på havnen").key == key
    window.remove("jens-id")
    with pytest.raises(UnknownUser):
        terminal.unlock("jens-id", "solen skinner på havnen")


def test_a_slot_cannot_be_moved_to_another_person(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    made[0].set_person("jens-id", "Jens Holm", "Leder", "solen skinner på havnen", made[1])
    content = json.loads(path.read_text("utf-8"))
    karin, jens = content["slots"][1:]
    for part in ("salt", "nonce", "wrapped", "argon2id"):
        karin[part] = jens[part]
    _sign(content)
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(WrongPassword):
        Keys.load(path, clock).unlock("karin-id", "solen skinner på havnen")


def test_every_flipped_bit_is_seen(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    sound = path.read_bytes()
    chosen = random.Random(7).sample(range(len(sound) * 8), 400)
    for bit in chosen:
        flipped = bytearray(sound)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        with pytest.raises((DamagedKeys, TooNew)):
            Keys.load(path, clock)


@pytest.mark.parametrize("cost", [
    {"time": 3, "memory": 2**30, "lanes": 4}, {"time": 10**9, "memory": 64, "lanes": 1},
    {"time": 1, "memory": 64, "lanes": 2**20}, {"time": 0, "memory": 0, "lanes": 0},
    {"time": True, "memory": 64, "lanes": 1}, {"time": 1.0, "memory": 64, "lanes": 1}, {"memory": 64}, [], None])
def test_a_hostile_file_cannot_make_us_work(
        made: tuple[Keys, bytes, str], path: Path, clock: Clock, cost: object) -> None:
    content = json.loads(path.read_text("utf-8"))
    content["slots"][1]["argon2id"] = cost
    if isinstance(cost, dict) and len(cost) == 1:
        content["slots"][1]["argon2id"]["more"] = 1
    _sign(content)
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(DamagedKeys):
        Keys.load(path, clock)


@given(st.one_of(st.binary(max_size=300), st.just(b"[" * 100_000), st.just(b'{"borgerplan_keys": 1' + b" " * 10**6)))
def test_rubbish_is_damage(tmp_path_factory: pytest.TempPathFactory, rubbish: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "rubbish.json"
    path.write_bytes(rubbish)
    with pytest.raises(DamagedKeys):
        Keys.load(path, Clock())


def test_a_key_store_is_never_replaced_by_an_empty_one(made: tuple[Keys, bytes, str], path: Path, clock: Clock) -> None:
    before = path.read_bytes()
    with pytest.raises(AlreadyBegun):
        Keys.create(path, clock, CHEAP)
    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("password", "why"), [
    ("kort", Weakness.SHORT), ("   fjorten blanke   ", Weakness.SHORT), ("æ" * 1001, Weakness.LONG),
    ("aaaaaaaaaaaaaaaaaaaa", Weakness.COMMON), ("123456789012345", Weakness.COMMON),
    ("abcabcabcabcabcabc", Weakness.COMMON), ("solensolensolensolen", Weakness.COMMON),
    ("abcdefghijklmnopq", Weakness.COMMON),
    ("Adgangskode12345", Weakness.COMMON), ("passwordpassword", Weakness.COMMON),
    ("PassWord PassWord 1!", Weakness.COMMON), ("karin møller 123456", Weakness.NAMED),
    ("Havnegården2026!!", Weakness.NAMED), ("KarinHavnegården", Weakness.NAMED),
    ("qazwsxedcrfvtgb", Weakness.COMMON), ("1qaz2wsx3edc4rfv", Weakness.COMMON),               # rows of keys
    ("P@ssw0rdP@ssw0rd", Weakness.COMMON), ("drowssapdrowssap", Weakness.COMMON),              # in disguise
    ("Adg4ngsk0d3 2026", Weakness.COMMON), ("edoksgnagda12345", Weakness.COMMON),
    ("liverpoolfootball", Weakness.COMMON), ("christian1234567", Weakness.COMMON),             # what others choose
    ("jegelskerdigmeget", Weakness.COMMON), ("abc123abc123abc123", Weakness.COMMON),
    ("nedrågenvah nedrågenvah", Weakness.NAMED), ("H4vn3gården H4vn3gården", Weakness.NAMED)])
def test_weak_passwords_are_refused(password: str, why: Weakness) -> None:
    with pytest.raises(WeakPassword) as told:
        require_strong(password, "Karin Møller", "Havnegården")
    assert told.value.weakness is why


@pytest.mark.parametrize("password", [
    PASSWORD, "Karin går tit til havnen om natten", "correct horse battery staple", "кто ходит в гости по утрам",
    "herberget har blå vinduer", "x9$kQ2!vLm4#pR7z", "fire katte på taget", "løvetand-cykel-tagsten",
    "people water house", "en blå hund i haven " * 40])
def test_good_passwords_are_taken(password: str) -> None:
    require_strong(password, "Karin Møller", "Havnegården")


def _sign(content: dict[str, object]) -> None:
    from borgerplan_desktop.store.key_file import digest

    content.pop("digest", None)
    content["digest"] = digest(content)
