"""What can go wrong with the store, as few plain kinds that the floors above can put into words.

Importing this costs nothing: no SQLAlchemy, no driver. No exception here carries what a person has written.
"""
from __future__ import annotations

import enum
import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class StoreError(Exception):
    """Anything the store says no to."""


class Trouble(enum.Enum):
    """Why nothing could be stored just now; the next try may work."""

    DISK_FULL = "disk full"
    LOCKED = "locked"                                    # another program or PC is writing
    READ_ONLY = "read-only"
    GONE = "gone"                                        # the folder, the USB stick or the server is not there
    FAULT = "fault"                                      # the disk says it cannot read or write
    DAMAGED = "damaged"                                  # what is read is not what was written


class StoreTrouble(StoreError):
    """The disk is full, the file is locked, the server is gone: nothing was stored."""

    def __init__(self, kind: Trouble = Trouble.FAULT, detail: str = "") -> None:
        super().__init__(detail or kind.value)
        self.kind = kind


class Stale(StoreError):
    """Somebody else changed this case first: nothing was stored."""


class DamagedStore(StoreTrouble):
    """The database is not as it was written (a flipped bit, a torn file, a missing file).

    Most of it may still be readable, so it can show at any time: whoever is ready for trouble is ready for this.
    """

    def __init__(self, detail: str = "") -> None:
        super().__init__(Trouble.DAMAGED, detail)


class BackupsAway(StoreTrouble):
    """The folder with the backups cannot be reached; the archive itself can."""

    def __init__(self) -> None:
        super().__init__(Trouble.GONE)


class WrongKey(DamagedStore):
    """The key store is sound, but its key does not open this database: the two do not belong together."""


class OlderShape(StoreError):
    """The database is in the shape of an earlier program; to bring it up to date may take minutes. Nothing was touched.
    """


class NewerSchema(StoreError):
    """The database was made by a newer version of the program; nothing was touched."""


class NetworkDrive(StoreError):
    """The folder is on a network drive, where SQLite's locks cannot be trusted."""


class AlreadyBegun(StoreError):
    """There is a store in this folder; a first start must not touch it."""


class AlreadyOpen(StoreError):
    """Another window on this PC has the store open."""


class DamagedInside(DamagedStore):
    """The database opens, but something further on in it is not as it was written: no backup can be made of it."""


class DamagedBackup(StoreError):
    """The backup does not pass its test and does not count."""


class Cancelled(StoreError):
    """The person stopped long work; nothing was changed."""


# ------------------------------------------------------------------------------------------------------- the keys
class KeyTrouble(StoreError):
    """The way in is closed; what follows says why."""


class UnknownUser(KeyTrouble):
    """Nobody of that id or name has a slot in the key store."""


class WrongPassword(KeyTrouble):
    """The password (or the recovery code) does not open the slot."""


class TooSoon(KeyTrouble):
    """After wrong tries one waits; `seconds` are left."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s left")
        self.seconds = seconds


class DamagedKeys(KeyTrouble):
    """The key store is missing, unreadable or altered."""


class TooNew(KeyTrouble):
    """The key store was made by a newer version of the program."""


class Weakness(enum.Enum):
    SHORT = "short"                                      # fewer characters than required
    COMMON = "common"                                    # on everybody's list of guesses
    NAMED = "named"                                      # little more than the shelter's or the person's own name
    LONG = "long"                                        # longer than anybody types


class WeakPassword(KeyTrouble):
    """The new password is refused; `weakness` says why."""

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(weakness.value)
        self.weakness = weakness


# -------------------------------------------------------------------------------------- what the drivers say, told once
_SQLITE = {5: Trouble.LOCKED, 6: Trouble.LOCKED, 15: Trouble.LOCKED, 8: Trouble.READ_ONLY, 3: Trouble.READ_ONLY,
           23: Trouble.READ_ONLY, 13: Trouble.DISK_FULL, 14: Trouble.GONE, 10: Trouble.FAULT, 7: Trouble.FAULT}
_SQLITE_DAMAGED = (11, 26)                               # CORRUPT, NOTADB
_SQLITE_SAYS = {                                         # where the driver gives no number: its backup of a database
    "disk I/O error": Trouble.FAULT, "database or disk is full": Trouble.DISK_FULL, "locked": Trouble.LOCKED,
    "readonly": Trouble.READ_ONLY, "unable to open": Trouble.GONE, "no transaction is active": Trouble.FAULT,
    "malformed": Trouble.DAMAGED, "not a database": Trouble.DAMAGED}
_POSTGRESQL = {"53100": Trouble.DISK_FULL, "55P03": Trouble.LOCKED, "40001": Trouble.LOCKED, "40P01": Trouble.LOCKED,
               "57014": Trouble.LOCKED, "25006": Trouble.READ_ONLY}
_SYSTEM = {errno.ENOSPC: Trouble.DISK_FULL, errno.EDQUOT: Trouble.DISK_FULL, errno.EACCES: Trouble.READ_ONLY,
           errno.EPERM: Trouble.READ_ONLY, errno.EROFS: Trouble.READ_ONLY, errno.ENOENT: Trouble.GONE,
           errno.ENOTDIR: Trouble.GONE, errno.EFBIG: Trouble.DISK_FULL, errno.EBUSY: Trouble.LOCKED}
_WINDOWS_SHARING = (32, 33)                              # winerror.h; errno says EACCES for them too


def plain(error: BaseException) -> StoreError | None:
    """The store's own exception for a driver's or the operating system's; None if it is our mistake, not trouble."""
    if isinstance(error, StoreError):
        return error
    cause: Any = getattr(error, "orig", None) or error   # SQLAlchemy wraps the driver's error
    if (code := getattr(cause, "sqlite_errorcode", None)) is not None:
        code &= 0xFF                                     # extended codes refine the low byte
        if code in _SQLITE_DAMAGED:
            return DamagedStore(str(cause))
        if code in _SQLITE:
            return StoreTrouble(_SQLITE[code], str(cause))
    if type(cause).__module__.startswith("sqlcipher3"):
        for words, kind in _SQLITE_SAYS.items():
            if words in str(cause):
                return DamagedStore(str(cause)) if kind is Trouble.DAMAGED else StoreTrouble(kind, str(cause))
        return None
    if (state := getattr(cause, "sqlstate", None)) is not None:
        if state.startswith(("08", "57P")):
            return StoreTrouble(Trouble.GONE, state)
        return StoreTrouble(_POSTGRESQL[state], state) if state in _POSTGRESQL else None
    if isinstance(cause, OSError):
        if getattr(cause, "winerror", None) in _WINDOWS_SHARING:     # e.g. a virus scanner looks at the file just now
            return StoreTrouble(Trouble.LOCKED, _without_path(cause))
        return StoreTrouble(_SYSTEM.get(cause.errno or 0, Trouble.FAULT), _without_path(cause))
    if (exc := sys.modules.get("sqlalchemy.exc")) is not None:
        if isinstance(error, exc.TimeoutError):          # every connection of the pool is in use
            return StoreTrouble(Trouble.LOCKED, "no free connection")
        if isinstance(error, exc.OperationalError):      # a server that cannot be reached gives no state
            return StoreTrouble(Trouble.GONE, type(cause).__name__)
    return None


@contextmanager
def plain_errors() -> Iterator[None]:
    """Inside, what the driver or the disk complains about is raised as a StoreError; our own mistakes pass through."""
    try:
        yield
    except Exception as error:
        told = plain(error)
        if told is None or told is error:
            raise
        raise told from error


def _without_path(error: OSError) -> str:
    return error.strerror or type(error).__name__
