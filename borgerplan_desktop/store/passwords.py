"""What a password must be: long, and not what is guessed first (NIST SP 800-63B-4: no composition rules)."""
from __future__ import annotations

import unicodedata

from borgerplan_desktop.store.errors import Weakness, WeakPassword

SHORTEST = 15                                            # characters
LONGEST = 1000
FREE_TRIES = 3                                           # wrong tries before one has to wait
_ENOUGH = 10**10                                         # guesses: "very unguessable"; three common English words are
_LOOKED_AT = 72                                          # characters: zxcvbn's own bound, as its work grows with them
_SIGNS = set("4@8({[<369&1!|70$5+%2")                    # which it tries as letters, in all their combinations
_MANY, _FIRST = 6, 16                                    # with so many kinds of them it looks at the first ones only

# A password that is little more than these is refused. The word lists of zxcvbn are English; these are what it lacks.
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
    if len(set(low)) < 5:
        raise WeakPassword(Weakness.COMMON)
    if _without(low, _COMMON) != low and len(_letters(_without(low, _COMMON))) < 5:
        raise WeakPassword(Weakness.COMMON)
    own = sorted({word for name in names for word in _words(name)}, key=len, reverse=True)
    if _without(low, own) != low and len(_letters(_without(low, [*own, *_COMMON]))) < 5:
        raise WeakPassword(Weakness.NAMED)
    if _guesses(text, _COMMON) < _ENOUGH:
        raise WeakPassword(Weakness.COMMON)
    if _guesses(text, (*own, *_COMMON)) < _ENOUGH:
        raise WeakPassword(Weakness.NAMED)


def _guesses(text: str, first: tuple[str, ...]) -> int:
    """How many guesses somebody needs who tries words, names, dates, rows of keys, repeats, and `first` first of all.

    Source: D. L. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
    """
    from zxcvbn import zxcvbn  # 14 MB of words: for a new password only

    looked_at = _FIRST if len(_SIGNS & set(text)) > _MANY else _LOOKED_AT
    return int(zxcvbn(text[:looked_at], list(first))["guesses"])


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
