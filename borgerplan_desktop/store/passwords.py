"""What a password must be: long, and not what everybody guesses first (NIST SP 800-63B: no composition rules)."""
from __future__ import annotations

import unicodedata

from borgerplan_desktop.store.errors import Weakness, WeakPassword

SHORTEST = 15                                            # characters
LONGEST = 1000
FREE_TRIES = 3                                           # wrong tries before one has to wait

# What is left when digits, marks and blanks are gone; a password that is little more than these is refused.
_COMMON = (
    "password", "passw0rd", "adgangskode", "kodeord", "hemmelig", "hemmelighed", "velkommen", "welcome", "letmein",
    "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "qwertyuiopå", "abcdefghijklmnopqrstuvwxyz", "abcdefgh",
    "borgerplan", "borgerensplan", "herberg", "herberget", "forsorgshjem", "administrator", "admin", "login", "test",
    "danmark", "københavn", "sommer", "vinter", "efterår", "forår", "iloveyou", "jegelskerdig", "fodbold",
)


def normal(text: str) -> str:
    """The same characters however the keyboard composed them (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def require_strong(password: str, *names: str) -> None:
    """Raise WeakPassword unless the password is long and not easily guessed from `names` (person, shelter)."""
    text = normal(password)
    if len(text.strip()) < SHORTEST:
        raise WeakPassword(Weakness.SHORT)
    if len(text) > LONGEST:
        raise WeakPassword(Weakness.LONG)
    low = text.casefold()
    if len(set(low)) < 5 or _is_a_run(low):
        raise WeakPassword(Weakness.COMMON)
    if _without(low, _COMMON) != low and len(_letters(_without(low, _COMMON))) < 5:
        raise WeakPassword(Weakness.COMMON)
    own = sorted({word for name in names for word in _words(name)}, key=len, reverse=True)
    if _without(low, own) != low and len(_letters(_without(low, [*own, *_COMMON]))) < 5:
        raise WeakPassword(Weakness.NAMED)


def _without(text: str, words: tuple[str, ...] | list[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return text


def _words(name: str) -> list[str]:
    """The name's parts that are long enough to mean anything, and the whole."""
    parts = normal(name).casefold().split()
    return [part for part in [*parts, "".join(parts)] if len(part) >= 3]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())


def _is_a_run(text: str) -> bool:
    """Counting up or down: 123456789012345, abcdefghijklmno; or a short piece again and again."""
    steps = [ord(b) - ord(a) for a, b in zip(text, text[1:], strict=False)]
    counting = sum(step in (1, -1) for step in steps) >= 0.8 * len(steps)
    repeated = any(text.startswith((text[:n] * len(text))[:len(text)]) for n in range(1, 6))
    return counting or repeated
