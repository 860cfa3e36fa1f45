"""The key store: a JSON file beside the database that holds its key, locked once per person and once by a printed code.

One random 256-bit data key encrypts the database. Each slot wraps that key: Argon2id(password) → AES-256-GCM. The
file is no secret by itself. It also counts wrong tries, so that waiting survives a restart. Names and titles lie open
in it: the login screen lists colleagues before anything is unlocked.

The count can only be judged once somebody is in. Each right password leaves a seal that nobody can make without the
data key, and each wrong one hashes it once more: a count that was set back does not fit its seal.
"""
from __future__ import annotations

import hashlib
import json
import math
import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from borgerplan_desktop.store.clock import Clock, Uptime, uptime, utc_now
from borgerplan_desktop.store.errors import AlreadyBegun, DamagedKeys, TooSoon, UnknownUser, WrongPassword, plain_errors
from borgerplan_desktop.store.files import WAIT, FileLock
from borgerplan_desktop.store.hmac_proof import Proof, Purpose
from borgerplan_desktop.store.key_file import (
    KEY_BYTES,
    MAX_PEOPLE,
    RECOVERY,
    VERSION,
    Cost,
    KeyFile,
    Slot,
    read,
    short,
    write,
)
from borgerplan_desktop.store.passwords import FREE_TRIES, LONGEST, normal, require_strong

LONGEST_WAIT = 900                                       # seconds
_MOST_TALLIED = 10_000                                   # beyond that a count is not hashed to its end
QUEUE = 15.0                                             # seconds for those who try before us, one after the other
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"           # Crockford: no I, L, O, U
_CODE_LENGTH = 32


@dataclass(frozen=True)
class Unlocked:
    """The data key, and how many wrong tries came before the right one.

    `altered`: whose counts were set back since the last right password; `unsealed`: nobody could tell for this person,
    because the file was never sealed, or no longer is.
    """

    key: bytes
    failed: int
    altered: tuple[str, ...] = ()
    unsealed: bool = False


class Keys:
    """The key store file. Each call reads it anew, because the terminal may change it beside the window."""

    def __init__(self, path: Path, store_id: str, clock: Clock, cost: Cost | None = None,
                 uptime: Callable[[], Uptime] = uptime) -> None:
        self._path, self._clock, self._cost, self._uptime = path, clock, cost or Cost(), uptime
        self.store_id = store_id

    # -------------------------------------------------------------------------------------------- making and reading
    @classmethod
    def create(cls, path: Path, clock: Clock, cost: Cost | None = None, shelter: str = "") -> tuple[Keys, bytes, str]:
        """A new key store with its data key and the recovery code to print; raises AlreadyBegun."""
        if path.exists():
            raise AlreadyBegun
        keys = cls(path, str(uuid.uuid4()), clock, cost)
        key = secrets.token_bytes(KEY_BYTES)
        code, slot = keys._new_code(key)
        with plain_errors():
            write(path, KeyFile(keys.store_id, short(shelter), False, {RECOVERY: slot}))
        return keys, key, code

    @classmethod
    def for_nobody(cls, path: Path, clock: Clock) -> tuple[Keys, bytes]:
        """A key store that nothing opens, with its data key: a demo's, whose key lives in memory only."""
        keys = cls(path, str(uuid.uuid4()), clock)
        slot = Slot(RECOVERY, "", "", Cost(), secrets.token_bytes(16), secrets.token_bytes(12),
                    secrets.token_bytes(KEY_BYTES + 16))
        with plain_errors():
            write(path, KeyFile(keys.store_id, "", True, {RECOVERY: slot}))
        return keys, secrets.token_bytes(KEY_BYTES)

    @classmethod
    def load(cls, path: Path, clock: Clock = utc_now, cost: Cost | None = None,
             uptime: Callable[[], Uptime] = uptime) -> Keys:
        """Read the file; raises DamagedKeys (also when it is missing), TooNew, StoreTrouble.

        `cost` is for new slots only: each slot says itself what it was made with.
        """
        return cls(path, read(path).store_id, clock, cost, uptime)

    @property
    def shelter(self) -> str:
        """The shelter's name, as the login screen shows it."""
        return self._content().shelter

    def name_shelter(self, name: str) -> None:
        with self._changing() as content:
            content.shelter = short(name)

    # ------------------------------------------------------------------------------------------------------ people
    @property
    def people(self) -> list[Slot]:
        """The slots of persons, by name."""
        persons = [slot for slot in self._content().slots.values() if slot.id != RECOVERY]
        return sorted(persons, key=lambda slot: (slot.name.casefold(), slot.id))

    def find(self, who: str) -> Slot:
        """The person of this id, or of this name if only one has it; raises UnknownUser."""
        same = [s for s in self.people if who == s.id] or [
            s for s in self.people if normal(s.name).casefold() == normal(who).strip().casefold()]
        if len(same) != 1:
            raise UnknownUser
        return same[0]

    def set_person(self, id: str, name: str, title: str, password: str, key: bytes, *avoid: str) -> None:
        """Give a person a slot, or a new password; raises WeakPassword. `avoid`: names a guesser would try."""
        require_strong(password, name, *avoid)
        others = [slot for slot in self.people if slot.id != id]
        if id == RECOVERY or len(others) >= MAX_PEOPLE:
            raise ValueError("no slot for this id")
        self._put(self._wrap(id, short(name), short(title), password, key))

    def rename(self, id: str, name: str, title: str) -> None:
        """Names are for the login screen only: they are not part of what the slot is sealed with."""
        with self._changing() as content:
            slot = self.find(id)
            content.slots[slot.id] = replace(slot, name=short(name), title=short(title))

    def remove(self, id: str) -> None:
        """Take a person's way in away. The data key stays the same: re-keying is another matter."""
        with self._changing() as content:
            del content.slots[self.find(id).id]

    # ----------------------------------------------------------------------------------------------------- unlocking
    def unlock(self, who: str, password: str) -> Unlocked:
        """The data key; raises UnknownUser, WrongPassword, TooSoon, DamagedKeys."""
        return self._open(self.find(who).id, password)

    def recover(self, code: str) -> Unlocked:
        """The data key by the printed code; blanks, dashes, letter case and O/0, I/L/1 do not matter."""
        return self._open(RECOVERY, plain_code(code))

    def check_code(self, code: str) -> None:
        """See that the printed code fits; the wrong tries before it stay counted. Raises what `recover` raises."""
        self._open(RECOVERY, plain_code(code), enters=False)

    def replace_code(self, key: bytes) -> str:
        """A new printed code; the old one opens nothing from now on."""
        code, slot = self._new_code(key)
        with self._changing() as content:
            content.slots[RECOVERY], content.code_put_away = slot, False
        return code

    @property
    def code_put_away(self) -> bool:
        """Whether somebody has said that the newest code lies in safety; else it must be made and shown again."""
        return self._content().code_put_away

    def put_code_away(self) -> None:
        with self._changing() as content:
            content.code_put_away = True

    def wait(self, slot: Slot) -> int:
        """Seconds until the next try: none for the first three, then doubling up to a quarter of an hour."""
        if slot.failed < FREE_TRIES or slot.last_failed is None:
            return 0
        seconds = min(2 ** min(slot.failed - FREE_TRIES, 20), LONGEST_WAIT)
        now = self._uptime()
        passed = (self._clock() - slot.last_failed).total_seconds()
        if slot.up is not None and slot.up.since != now.since:
            passed = max(passed, now.seconds)            # turned on anew: as long as that, whatever the clock says
        elif slot.up is not None and slot.up.seconds <= now.seconds:
            passed = now.seconds - slot.up.seconds       # a clock set forward does not shorten it, nor one set back
        return max(0, math.ceil(seconds - max(passed, 0.0)))

    def _open(self, id: str, secret: str, enters: bool = True) -> Unlocked:
        """One try. It is counted on the disk before it is judged, and whoever tries at the same time waits in line."""
        with self._locked(QUEUE) as content:
            if id not in content.slots:
                raise UnknownUser
            before = dict(content.slots)
            slot = before[id]
            if seconds := self.wait(slot):
                self._no_future(content, slot)
                raise TooSoon(seconds)
            content.slots[id] = replace(slot, failed=slot.failed + 1, last_failed=self._clock(), up=self._uptime(),
                                        tally=slot.tally and _hashed(slot.tally, 1))
            write(self._path, content)
            key = self._unwrapped(slot, secret)
            altered = tuple(each.id for each in before.values() if each.tally and each.tally != self._tally(each, key))
            before[id] = replace(slot, failed=0, last_failed=None, up=None) if enters else slot
            for each in before.values():                 # somebody else's that was taken away shows at their own login
                if each.tally or each.id in (id, RECOVERY):
                    content.slots[each.id] = replace(each, tally=self._tally(each, key))
            write(self._path, content)
        return Unlocked(key, slot.failed, altered, unsealed=not slot.tally and id != RECOVERY)

    def _unwrapped(self, slot: Slot, secret: str) -> bytes:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(_hardened(secret, slot.salt, slot.cost)).decrypt(slot.nonce, slot.wrapped, self._seal(slot))
        except InvalidTag:
            raise WrongPassword from None

    def _no_future(self, content: KeyFile, slot: Slot) -> None:
        """A clock set back must not make the wait endless."""
        if slot.last_failed is not None and slot.last_failed > self._clock():
            content.slots[slot.id] = replace(slot, last_failed=self._clock())
            write(self._path, content)

    def _tally(self, slot: Slot, key: bytes) -> str:
        """The seal that fits the slot's count; one of an earlier password fits no more."""
        of = json.dumps([self.store_id, slot.id, slot.salt.hex()]).encode()
        return _hashed(Proof(key, Purpose.TRIES).of(of), min(slot.failed, _MOST_TALLIED))

    # ------------------------------------------------------------------------------------------------------- wrapping
    def _wrap(self, id: str, name: str, title: str, secret: str, key: bytes) -> Slot:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        slot = Slot(id, name, title, self._cost, secrets.token_bytes(16), secrets.token_bytes(12), b"")
        sealed = AESGCM(_hardened(secret, slot.salt, slot.cost)).encrypt(slot.nonce, key, self._seal(slot))
        return replace(slot, wrapped=sealed, tally=self._tally(slot, key))

    def _seal(self, slot: Slot) -> bytes:
        """What the wrapped key is bound to: a slot cannot be moved to another person or another store."""
        return json.dumps([VERSION, self.store_id, slot.id]).encode()

    def _new_code(self, key: bytes) -> tuple[str, Slot]:
        code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
        return ("-".join(code[i:i + 4] for i in range(0, _CODE_LENGTH, 4)), self._wrap(RECOVERY, "", "", code, key))

    # ------------------------------------------------------------------------------------------------------- the file
    def _content(self) -> KeyFile:
        content = read(self._path)
        if content.store_id != self.store_id:
            raise DamagedKeys("another store's keys")    # replaced under our feet
        return content

    def _put(self, slot: Slot) -> None:
        with self._changing() as content:
            content.slots[slot.id] = slot

    @contextmanager
    def _changing(self) -> Iterator[KeyFile]:
        """What the file says now, to change; written at the end, and no other process comes between."""
        with self._locked(WAIT) as content:
            before = replace(content, slots=dict(content.slots))
            yield content
            if content != before:
                write(self._path, content)

    @contextmanager
    def _locked(self, wait: float) -> Iterator[KeyFile]:
        with plain_errors(), FileLock(self._path.with_name(f".{self._path.name}.lock")).held(wait):
            yield self._content()


def plain_code(code: str) -> str:
    """The code as it was made, however it was typed."""
    kept = "".join(c for c in normal(code[:LONGEST]).upper() if c.isalnum())
    return kept.replace("O", "0").replace("I", "1").replace("L", "1")


def _hardened(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    text = normal(secret[:LONGEST + 1])                  # a pasted book costs no more than a password
    return hash_secret_raw(text.encode("utf-8", "surrogatepass"), salt, cost.time, cost.memory, cost.lanes, KEY_BYTES,
                           Type.ID)


def _hashed(seal: str, times: int) -> str:
    for _ in range(times):
        seal = hashlib.sha256(seal.encode()).hexdigest()
    return seal
