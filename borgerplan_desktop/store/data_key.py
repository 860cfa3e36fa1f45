"""What an unlocked store is kept with: its key store and, until it is forgotten, its data key."""
from __future__ import annotations

from collections.abc import Callable

from borgerplan_desktop.store.clock import Clock
from borgerplan_desktop.store.errors import KeyTrouble
from borgerplan_desktop.store.keys import Keys


class DataKey:
    """The key in memory. Forgotten, nothing that was opened with it can be opened again, whoever still holds it."""

    def __init__(self, key: bytes) -> None:
        self._key = bytearray(key)

    def __call__(self) -> bytes:
        """Raises KeyTrouble once it is forgotten."""
        if self.is_forgotten:
            raise KeyTrouble("locked")
        return bytes(self._key)

    @property
    def is_forgotten(self) -> bool:
        return not self._key

    def forget(self) -> None:
        self._key[:] = bytes(len(self._key))             # as well as Python allows: it makes copies on its way
        self._key.clear()


class Vault:
    """`clock` gives UTC. `at_end` is called when the key is forgotten: a demo throws its folder away."""

    def __init__(self, keys: Keys, key: DataKey, clock: Clock,
                 at_end: Callable[[], object] | None = None) -> None:
        self.keys, self.clock = keys, clock
        self._key, self._at_end = key, at_end

    @property
    def key(self) -> bytes:
        """Raises KeyTrouble once it is forgotten."""
        return self._key()

    @property
    def is_forgotten(self) -> bool:
        return self._key.is_forgotten

    @property
    def is_lasting(self) -> bool:
        """Whether what is stored here is meant to stay (a demo's is not)."""
        return self._at_end is None

    def forget(self) -> None:
        self._key.forget()
        if self._at_end is not None:
            self._at_end()
