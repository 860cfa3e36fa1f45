"""What a text may hold: every character a person means, and none that hides or breaks. And what a name is short for."""
from __future__ import annotations

import re
import unicodedata

# Control characters (not tab and line breaks), direction overrides and isolates, lone surrogates, non-characters.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Line breaks of other programs: Windows', Word's (Shift+Enter is a vertical tab), a terminal's, a web page's.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_EMPTY_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")    # fillers: they count as letters, and show nothing


def shows(text: str) -> bool:
    """Whether anything of the text can be seen: no name is made of blanks and joiners alone."""
    return any(unicodedata.category(each)[0] in "LNPS" and each not in _EMPTY_LETTERS for each in text)


def shortened(text: str, most: int) -> str:
    """On one line, cut between words to about `most` characters, with "…" where something was left out."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept, between, _left_out = line[:most].rpartition(" ")
    return f"{kept} …" if between else f"{line[:most - 1]}…"


def with_breaks(text: str) -> str:
    """The text with every kind of line break as \\n."""
    return _BREAKS.sub("\n", text) if _BREAKS.search(text) else text


def tidy(text: str) -> str:
    """The text without characters that nobody can see; line breaks as \\n. Most texts come back as they are."""
    if text.isprintable():                               # most texts: nothing in them breaks or hides
        return text
    text = with_breaks(text)
    return _HIDDEN.sub("", text) if _HIDDEN.search(text) else text


def tidy_line(text: str) -> str:
    """As `tidy`, on one line: a line break or a tab (of a list in Word) is a space between two words."""
    text = tidy(text).replace("\t", " ")
    return " ".join(part.strip() for part in text.split("\n") if part.strip()) if "\n" in text else text


def first_name(name: str) -> str:
    """What one calls somebody: the first name, and with a title before it both ("Dr. Holm")."""
    parts = name.split()
    called = next((at for at, part in enumerate(parts) if not part.endswith(".")), 0)
    return " ".join(parts[:called + 1])


def initials(name: str) -> str:
    """"Jonas Bækgaard" → "JB"; a title does not count."""
    parts = [part for part in name.split() if not part.endswith(".")] or name.split()
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper() if parts else ""
