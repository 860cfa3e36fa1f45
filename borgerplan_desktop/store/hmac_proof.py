"""Proof that whoever wrote something had the data key: HMAC-SHA256, under a key of its own for each purpose."""
from __future__ import annotations

import enum
import hmac

_SALT = b"Borgerplan"
_HASH = "sha256"


class Purpose(enum.Enum):
    """What is vouched for; one proof is never taken for another's."""

    AUDIT = b"audit"                                     # the chain of its lines
    ANCHOR = b"anchor"                                   # the head of the chain, kept outside the database
    RESTORE = b"restore"                                 # a file that takes the archive's place
    GAP = b"gap"                                         # what was noticed to be missing
    TRIES = b"tries"                                     # how often a wrong password was tried


class Proof:
    """Its key is derived from the data key (HKDF, RFC 5869) and opens nothing."""

    def __init__(self, key: bytes, purpose: Purpose) -> None:
        self._key = hmac.digest(hmac.digest(_SALT, key, _HASH), purpose.value + b"\x01", _HASH)

    def of(self, content: bytes) -> str:
        """64 hexadecimal digits."""
        return hmac.digest(self._key, content, _HASH).hex()

    def fits(self, content: bytes, proof: str) -> bool:
        """Whether the proof is of this content; takes as long when it is not."""
        return hmac.compare_digest(self.of(content).encode(), proof.encode("utf-8", "replace"))
