"""How often something comes back, understood from the words it is said in: "4 x årligt", "hver anden måned"."""
from __future__ import annotations

import re

MOST = 52                                                # times a year: every week
_NUMBERS = {"en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "otte": 8,
            "ti": 10, "tolv": 12, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
            "twelve": 12, "once": 1, "twice": 2}
_ORDINALS = {"anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "sjette": 6, "second": 2, "other": 2, "third": 3,
             "fourth": 4, "sixth": 6}
_A_YEAR = {"år": 1, "halvår": 2, "kvartal": 4, "måned": 12, "uge": 52, "year": 1, "quarter": 4, "month": 12,
           "week": 52}
_SPAN = "|".join(_A_YEAR)
_ALONE = {"årligt": 1, "årlig": 1, "halvårligt": 2, "halvårlig": 2, "kvartalsvis": 4, "kvartalsvist": 4,
          "månedligt": 12, "månedlig": 12, "ugentligt": 52, "ugentlig": 52, "yearly": 1, "annually": 1,
          "quarterly": 4, "monthly": 12, "weekly": 52}
_COUNT = rf"(\d+|{'|'.join(_NUMBERS)})"
_PER = rf"(?:(?:om|i|pr\.?|per|a|an|each|hvert?)\s*)(?:({_SPAN})(?:et|en|n)?)|({'|'.join(_ALONE)})"
_TIMES = re.compile(rf"(?<!\d[,.])\b{_COUNT}\s*(?:x|×|gange?|times?)?\s*(?:{_PER})\b")
_EVERY = re.compile(rf"\b(?:hvert?|every)\s+(?:(\d+)\.?|({'|'.join(_ORDINALS)}))?\s*(?:e\s+)?({_SPAN})(?:er|s)?\b")
_HALF = re.compile(r"\b(?:hvert\s+halve\s+år|every\s+half\s+year|every\s+six\s+months)\b")
_FORTNIGHT = re.compile(r"\bhver(?:t)?\s+14\.?\s*dag\b|\bevery\s+(?:14\s+days|fortnight)\b")
_WORD = re.compile(rf"\b({'|'.join(sorted(_ALONE, key=len, reverse=True))})\b")


def times_a_year(words: str) -> int | None:
    """How many times a year the words mean; None = once, or they do not say it."""
    said = " ".join(words.casefold().replace("\u00a0", " ").split())
    if _HALF.search(said):
        return 2
    if _FORTNIGHT.search(said):
        return 26
    if found := _TIMES.search(said):
        count = _NUMBERS.get(found[1]) or int(found[1][:4] if found[1].isdecimal() else 0)
        return _sensible(count * (_A_YEAR[found[2]] if found[2] else _ALONE[found[3]]))
    if found := _EVERY.search(said):
        between = int(found[1][:4]) if found[1] else _ORDINALS.get(found[2] or "", 1)
        a_year = _A_YEAR[found[3]]
        return _sensible(a_year // between) if between and a_year % between == 0 else None
    found = _WORD.search(said)
    return _ALONE[found[1]] if found else None


def _sensible(times: int) -> int | None:
    return times if 1 <= times <= MOST else None
