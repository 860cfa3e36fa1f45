"""What a mistyped word may have been: the words everybody writes come before those that are only alike."""
from __future__ import annotations

from borgerplan_desktop.casework.spelling.apart import MOST_SUGGESTED, answer


class Alike:
    """Says what Debian's dictionary says for »gærne« and »møed«."""

    said = {"gærne": ("kærne", "gerne", "gæren", "gære", "gærde", "værne"),
            "Gærne": ("Kærne", "Gæren", "Gære", "Gærde", "Værne", "Gerne"),
            "møed": ("mød", "møer", "møde", "med", "møen"), "lejlihed": ("lejlighed", "dejlighed")}

    def spell(self, word: str) -> bool:
        return word not in self.said

    def suggest(self, word: str) -> tuple[str, ...]:
        return self.said[word]


def suggested(word: str) -> list[str]:
    return answer(Alike(), {"suggest": word})["words"]


def test_gerne_comes_before_kaerne_and_the_rest_keep_their_order() -> None:
    assert suggested("gærne") == ["gerne", "kærne", "gæren", "gære", "gærde"]
    assert suggested("møed") == ["møde", "med", "mød", "møer", "møen"]
    assert suggested("lejlihed") == ["lejlighed", "dejlighed"]


def test_one_that_was_too_far_down_is_offered_in_capitals_too() -> None:
    assert suggested("Gærne")[0] == "Gerne"
    assert len(suggested("Gærne")) == MOST_SUGGESTED
