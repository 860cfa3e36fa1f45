"""The paper's own words in a document's language; it need not be the language of the screen."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop import i18n

LANGUAGES = ("da", "en")                                 # what a document can be made in
_TAGS = {"da": "da-DK", "en": "en-GB"}


@dataclass(frozen=True)
class Words:
    """Calls it like gettext: `say("Goal {number}", number=3)`. What is filled in is never read as a pattern."""

    language: str = "da"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"no paper in the language {self.language!r}: {', '.join(LANGUAGES)}")

    def say(self, message: str, **filled: object) -> str:
        text = i18n.words("paper", self.language).gettext(message)
        return text.format(**filled) if filled else text

    def say_many(self, one: str, many: str, n: int) -> str:
        return i18n.words("paper", self.language).ngettext(one, many, n).format(n=n)

    @property
    def tag(self) -> str:
        """The language as a PDF names it (BCP 47)."""
        return _TAGS[self.language]

    def day(self, d: date, today: date | None = None) -> str:
        return i18n.day(d, today, self.language)

    def day_short(self, d: date) -> str:
        """For tables: "3. mar."."""
        return i18n.day_short(d, self.language)

    def weekday(self, d: date) -> str:
        return i18n.weekday(d, self.language)

    def listed(self, items: Sequence[str]) -> str:
        return i18n.listed(list(items), self.language)


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def in_sentence(text: str) -> str:
    """The text with a small first letter, as it stands inside a sentence."""
    return text[:1].lower() + text[1:]
