"""What an unlocked store is kept with: its folder, its key store and, until it is forgotten, its data key."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from borgerplan_desktop.store.errors import KeyTrouble
from borgerplan_desktop.store.home import Home
from borgerplan_desktop.store.keys import Keys


class Vault:
    """`clock` gives UTC. `at_end` is called when the key is forgotten: a demo throws its folder away."""

    def __init__(self, home: Home, keys: Keys, key: bytes, clock: Callable[[], datetime],
                 at_end: Callable[[], object] | None = None) -> None:
        self.home, self.keys, self.clock = home, keys, clock
        self._key: bytes | None = key
        self._at_end = at_end

    @property
    def key(self) -> bytes:
        """Raises KeyTrouble once it is forgotten."""
        if self._key is None:
            raise KeyTrouble("locked")
        return self._key

    @property
    def is_lasting(self) -> bool:
        """Whether what is stored here is meant to stay (a demo's is not)."""
        return self._at_end is None

    def forget(self) -> None:
        self._key = None
        if self._at_end is not None:
            self._at_end()
