"""What a text may hold: every character a person means, and none that hides or breaks."""
from __future__ import annotations

import re

# Control characters (not tab and line breaks), direction overrides and isolates, lone surrogates, non-characters.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def tidy(text: str) -> str:
    """The text without characters that nobody can see; line breaks as \\n. Most texts come back as they are."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HIDDEN.sub("", text) if _HIDDEN.search(text) else text
