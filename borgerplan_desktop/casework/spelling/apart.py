"""The process that knows the dictionary: it hears words, says which are right, and forgets them when it ends.

A process of its own, because the dictionary takes up to a second for a suggestion and lets nothing else go on
meanwhile; and because what it has heard is then nowhere any more. One line of JSON each way, by pipes alone:

    {"check": ["lejlihed", "bo"]}   →  {"checked": {"lejlihed": false, "bo": true}}
    {"suggest": "lejlihed"}         →  {"suggest": "lejlihed", "words": ["lejlighed", "dejlighed"]}

Called with the dictionary's folder. It writes no file and opens no connection.
"""
from __future__ import annotations

import json
import sys
from typing import Any, Protocol

from borgerplan_desktop.casework.spelling.common import common_first
from borgerplan_desktop.casework.spelling.dictionary import NAME
from borgerplan_desktop.documents.reading_in.apart import lock_down

MOST_SUGGESTED = 5
# What shelters write every day and Debian's dictionary lacks; with their endings, for it knows no compounds of them.
OF_THE_FIELD = frozenset(
    (stem + ending) for stem, endings in (
        ("dagbehandling", ("", "en", "er", "s")), ("uvisiteret", ("",)), ("uvisiterede", ("",)),
        ("natcafé", ("", "en", "er")), ("natcafe", ("", "en", "er")), ("nødovernatning", ("", "en")),
        ("skadesreduktion", ("", "en")), ("skadesreducerende", ("",)), ("subutex", ("",)), ("suboxone", ("",)),
        ("benzo", ("", "er")), ("recoveryorienteret", ("",)), ("empowerment", ("",)), ("wifi", ("", "en", "et")),
        ("maks", ("",)), ("iflg", ("",)), ("incl", ("",)), ("max", ("",))) for ending in endings)


class Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


def answer(dictionary: Dictionary, asked: dict[str, Any]) -> dict[str, Any]:
    """What is said to one line."""
    if "suggest" in asked:
        word = str(asked["suggest"])
        return {"suggest": word, "words": common_first(dictionary.suggest(_plain(word)))[:MOST_SUGGESTED]}
    return {"checked": {word: _is_right(dictionary, _plain(word)) for word in asked["check"]}}


def _is_right(dictionary: Dictionary, word: str) -> bool:
    """The dictionary has "kl." and "tlf." with their dots, which a word is asked about without."""
    return word.lower() in OF_THE_FIELD or bool(dictionary.spell(word) or dictionary.spell(f"{word}."))


def _plain(word: str) -> str:
    return word.replace("’", "'")


def main(folder: str) -> None:
    """Answers until nobody asks any more."""
    from hunspell import Hunspell

    with open(0, "rb", closefd=False) as asked, open(1, "wb", closefd=False) as told:    # a window has no sys.stdin
        sys.dont_write_bytecode = True
        lock_down(None)
        dictionary = Hunspell(NAME, folder, "utf-8")
        for line in asked:
            told.write(json.dumps(answer(dictionary, json.loads(line)), ensure_ascii=True).encode() + b"\n")
            told.flush()


if __name__ == "__main__":
    main(sys.argv[1])
