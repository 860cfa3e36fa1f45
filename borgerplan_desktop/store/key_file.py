"""The key store's file: what it says, and reading one that may be damaged or made to harm us."""
from __future__ import annotations

import base64
import hashlib
import json
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from borgerplan_desktop.store.clock import Uptime
from borgerplan_desktop.store.errors import DamagedKeys, TooNew, plain_errors
from borgerplan_desktop.store.files import write_whole

VERSION = 1
RECOVERY = "recovery"                                    # the id of the slot that the printed code opens
KEY_BYTES = 32
MAX_FILE = 1_000_000                                     # bytes; a thousand slots are about 600 kB
MAX_PEOPLE = 1000


@dataclass(frozen=True)
class Cost:
    """What one guess costs: Argon2id passes, memory in KiB, lanes."""

    time: int = 3
    memory: int = 64 * 1024
    lanes: int = 4

    def within_reason(self) -> bool:
        """Whether a file that came from anywhere may make us do this much work (at most 256 MiB, 10 passes)."""
        return 1 <= self.time <= 10 and 1 <= self.lanes <= 16 and 8 * self.lanes <= self.memory <= 256 * 1024


@dataclass(frozen=True)
class Slot:
    """One way in: the data key, wrapped for one person (or for the printed code)."""

    id: str
    name: str
    title: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    failed: int = 0                                      # wrong tries since the last right one
    last_failed: datetime | None = None
    up: Uptime | None = None                             # how long the computer had been on then
    tally: str = ""                                      # a seal, hashed once for each wrong try; "" in early files


@dataclass
class KeyFile:
    """What the file says."""

    store_id: str
    shelter: str                                         # its name, for the login screen
    code_put_away: bool                                  # somebody has said that the printed code is in safety
    slots: dict[str, Slot]


def write(path: Path, content: KeyFile) -> None:
    """Whole or not at all; raises OSError."""
    plain: dict[str, Any] = {
        "borgerplan_keys": VERSION, "store": content.store_id, "shelter": content.shelter,
        "code_put_away": content.code_put_away, "slots": [_plain(slot) for slot in content.slots.values()]}
    plain["digest"] = digest(plain)
    write_whole(path, json.dumps(plain, ensure_ascii=False, indent=1).encode())


def read(path: Path) -> KeyFile:
    """Raises DamagedKeys (also when there is none), TooNew, StoreTrouble."""
    with plain_errors():
        if not path.is_file():                           # where one may not look it is not known to be missing
            raise DamagedKeys("no key store")
        with path.open("rb") as file:
            text = file.read(MAX_FILE + 1)
    try:
        if len(text) > MAX_FILE:
            raise ValueError("too large")
        content = json.loads(text.decode("utf-8"))
        version = content["borgerplan_keys"]
        if type(version) is int and version > VERSION:
            raise TooNew
        if version != VERSION or content.pop("digest") != digest(content):
            raise ValueError("altered")
        slots = {slot.id: slot for slot in map(_slot, content["slots"])}
        if len(slots) != len(content["slots"]) or len(slots) > MAX_PEOPLE + 1 or RECOVERY not in slots:
            raise ValueError("slots")
        if type(content["code_put_away"]) is not bool:
            raise ValueError("code_put_away")
        return KeyFile(str(uuid.UUID(content["store"])), short(content["shelter"]), content["code_put_away"], slots)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedKeys(type(error).__name__) from error


def digest(content: dict[str, Any]) -> str:
    """Tells damage from a wrong password; it is no proof against malice, which the seal of each slot is."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _slot(of: dict[str, Any]) -> Slot:
    cost = Cost(**{name: _number(value) for name, value in of["argon2id"].items()})
    at = of["last_failed"]
    slot = Slot(short(of["id"]), short(of["name"]), short(of["title"]), cost, _bytes(of["salt"]), _bytes(of["nonce"]),
                _bytes(of["wrapped"]), _number(of["failed"]), None if at is None else datetime.fromisoformat(at),
                _uptime(of.get("up")), short(of.get("tally", "")))
    if slot.last_failed is not None and slot.last_failed.tzinfo is None:
        raise ValueError("time without zone")
    if not cost.within_reason() or (len(slot.salt), len(slot.nonce), len(slot.wrapped)) != (16, 12, KEY_BYTES + 16):
        raise ValueError("slot")
    return slot


def _plain(slot: Slot) -> dict[str, Any]:
    return {"id": slot.id, "name": slot.name, "title": slot.title, "argon2id": asdict(slot.cost),
            **{part: base64.b64encode(getattr(slot, part)).decode() for part in ("salt", "nonce", "wrapped")},
            "failed": slot.failed, "last_failed": slot.last_failed and slot.last_failed.isoformat(),
            "up": slot.up, "tally": slot.tally}


def _uptime(value: object) -> Uptime | None:
    if value is None:
        return None
    since, seconds = value  # type: ignore[misc]  what is no pair raises TypeError or ValueError
    if type(seconds) not in (int, float) or not 0 <= seconds < 2**40:
        raise ValueError("uptime")
    return Uptime(short(since), seconds)


def short(value: object) -> str:
    if not isinstance(value, str) or len(value) > 500:
        raise ValueError("text")
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**31:
        raise ValueError("number")
    return value


def _bytes(value: object) -> bytes:
    return base64.b64decode(short(value), validate=True)
