"""Names as people write them in a hurry: "JONAS" in a heading, "jonas" in a step, with letters nobody sees between."""
from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")       # a soft hyphen, spaces of no width
# First names that are words or months too: in small letters they are taken for the word ("hans bolig", "i august").
_ALSO_WORDS = frozenset((
    "april", "ask", "august", "birk", "bo", "bror", "dag", "dan", "due", "ebbe", "fred", "frede", "fryd", "gry",
    "hans", "held", "ib", "iris", "jo", "juli", "juni", "kaj", "kim", "kit", "kristen", "lind", "line", "liv",
    "love", "lykke", "mai", "maj", "mark", "max", "may", "mille", "min", "per", "pil", "ravn", "rose", "rune",
    "saga", "sander", "signe", "silke", "sine", "sol", "sten", "stig", "storm", "svend", "tage", "tine", "tom",
    "ulv", "viola", "åse"))


def seen(text: str) -> str:
    """The text with each letter as one character, and none that cannot be seen."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def ways_of(name: str, is_first: bool = False) -> str:
    """A pattern for the name as it is, in capitals, and in small letters: a whole name, and a first name that is no
    word beside.
    """
    name = seen(name)
    ways = [name, name.upper()]
    if " " in name or (is_first and name.lower() not in _ALSO_WORDS):
        ways.append(name.lower())
    return "|".join(map(re.escape, dict.fromkeys(ways)))


def is_also_a_word(name: str) -> bool:
    """Whether the first name in small letters would be taken for a word or a month."""
    return name.lower() in _ALSO_WORDS
