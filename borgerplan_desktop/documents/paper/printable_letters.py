"""What can be set: the one place that decides, by script, not by glyph.

FiraGO has glyphs of Arabic, Hebrew, Devanagari and Thai, but nothing here joins, turns or stacks them: they would come
out as wrong letters, and a wrong name is worse than none.
"""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from borgerplan_desktop.documents.paper import fonts
from borgerplan_desktop.i18n import N_

TEXT = N_("[text that cannot be printed]")
SIGN = N_("[sign]")
MARKS = (TEXT, SIGN)
LETTER_GAP, SIGN_GAP = "\ue000", "\ue001"                # stand for what cannot be set until the mark is put there
_SET = frozenset({"LATIN", "GREEK", "CYRILLIC", "GEORGIAN", "COPTIC"})   # one letter after another, left to right
_OTHERS = frozenset({"ARABIC", "ARABIC-INDIC", "EXTENDED", "HEBREW", "DEVANAGARI", "THAI"})   # signs the font has too
_RUN = re.compile("\ue000(?:[ \u00a0]+\ue000)+")
_EDGE = ".,;:!?()[]»«\"'’"


@lru_cache(maxsize=4096)
def sets(char: str) -> bool:
    """Whether the paper can show this one character as it should look."""
    if ord(char) not in fonts.glyphs():
        return False
    kind = unicodedata.category(char)
    if kind in ("Cn", "Co") or kind.startswith("M") or unicodedata.bidirectional(char) in ("R", "AL", "AN"):
        return False                                     # no letter at all, or a mark that would stand beside its own
    script = unicodedata.name(char, "").split(" ")[0]
    return script not in _OTHERS if not kind.startswith("L") or kind == "Lm" or ord(char) < 0x100 else script in _SET


def gap(char: str) -> str:
    """What stands for a character that cannot be set: part of a word, or a sign (an emoji, a rare symbol)."""
    kind = unicodedata.category(char)
    return LETTER_GAP if kind[0] in "LM" or kind == "Nd" else SIGN_GAP


def fill_gaps(text: str, word: str, sign: str) -> str:
    """The text with a visible mark for each word, or each run of words, that cannot be set: never half a word."""
    if LETTER_GAP in text:
        text = _RUN.sub(LETTER_GAP, "".join(_word_out(part) for part in re.split(r"(\s+)", text)))
        text = text.replace(LETTER_GAP, word)
    return re.sub(f"{SIGN_GAP}+", sign, text)


def _word_out(part: str) -> str:
    if LETTER_GAP not in part:
        return part
    inner = part.strip(_EDGE + SIGN_GAP)
    at = part.index(inner)
    return part[:at].replace(SIGN_GAP, "") + LETTER_GAP + part[at + len(inner):].replace(SIGN_GAP, "")
