"""The paper's own words in a document's language; it need not be the language of the screen."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from borgerplan_desktop import i18n
from borgerplan_desktop.documents.likely_words import LIKELY
from borgerplan_desktop.documents.paper.two_languages import (
    TAGS,
    begun,
    beside_of,
    closed,
    lacks,
    main_of,
    piece,
)
from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.paper_language import ALWAYS_BESIDE, DANISH, LANGUAGES, apart, is_draft


@dataclass(frozen=True)
class Words:
    """Calls it like gettext: `say("Goal {number}", number=3)`. What is filled in is never read as a pattern.

    What it says in another language than Danish, or with a second one `beside`, are pieces of `paper.two_languages`.
    `draft`: nobody who grew up with the language has approved its words, and those that are only likely are not said.
    """

    language: str = DANISH
    beside: str = ""
    draft: bool = False

    def __post_init__(self) -> None:
        for each in (self.language, self.beside or DANISH):
            if each not in LANGUAGES:
                raise ValueError(f"no paper in the language {each!r}: {', '.join(LANGUAGES)}")

    @classmethod
    def of(cls, spoken: str, register: Case | None = None) -> Words:
        """The words of "pl", or of "pl+da" with the Danish beside. Raises ValueError for a language not spoken."""
        language, beside = apart(spoken)
        if language in ALWAYS_BESIDE:
            beside = beside or DANISH
        draft = any(is_draft(each, register) for each in (language, beside) if each)
        return cls(language, "" if beside == language else beside, draft)

    def say(self, message: str, **filled: object) -> str:
        if self.is_danish_alone:
            text = i18n.words("paper", DANISH).gettext(message)
            return text.format(**filled) if filled else text
        if any(isinstance(each, str) and lacks(each) for each in filled.values()):
            return piece("", TAGS[DANISH], self._text(message, DANISH, filled))
        return self._piece(lambda language: self._text(message, language, filled), message)

    def say_many(self, one: str, many: str, n: int) -> str:
        return self._piece(lambda language: i18n.words("paper", language).ngettext(one, many, n).format(n=n), one, many)

    def _text(self, message: str, language: str, filled: dict[str, object]) -> str:
        text = i18n.words("paper", language).gettext(message)
        if language == self.language and not self.draft:
            text = LIKELY.get(language, {}).get(message, text)
        side = beside_of if language != self.language else main_of
        return text.format(**{name: side(each) if isinstance(each, str) else each for name, each in filled.items()}) \
            if filled else text

    def _lacks(self, message: str, many: str = "") -> bool:
        """Whether the paper's language has no words for it: then it is said in Danish."""
        likely = not self.draft and message in LIKELY.get(self.language, {})
        return not likely and not i18n.has_words("paper", self.language, message, many)

    def _piece(self, say: Callable[[str], str], message: str = "", many: str = "") -> str:
        """What is said, with the same in the language beside it."""
        if self.is_danish_alone:
            return say(DANISH)
        if message and self._lacks(message, many):
            return piece("", TAGS[DANISH], say(DANISH))
        return piece(say(self.language), TAGS[self.beside], say(self.beside)) if self.beside else piece(
            say(self.language))

    @property
    def is_danish_alone(self) -> bool:
        return self.language == DANISH and not self.beside

    @property
    def tag(self) -> str:
        """The language as a PDF names it (BCP 47)."""
        return TAGS[self.language]

    def day(self, d: date, today: date | None = None) -> str:
        return self._piece(lambda language: _bound(i18n.day(d, today, language), language))

    def day_short(self, d: date) -> str:
        """For tables: "3. mar."."""
        return self._piece(lambda language: _bound(i18n.day_short(d, language), language))

    def weekday(self, d: date) -> str:
        return self._piece(lambda language: i18n.weekday(d, language), i18n.WEEKDAYS[d.weekday()])

    def clock(self, t: time | datetime) -> str:
        return self._piece(lambda language: i18n.clock(t, language))

    def typed_clock(self, at: str) -> str:
        """A time as it was typed; a language that puts a colon between hours and minutes gets one for the full stop."""
        hour, point, minute = at.partition(".")
        colon = f"{hour}:{minute}" if point and minute.isdigit() else at
        return self._piece(lambda language: colon if language in i18n.COLON else at) if at else ""

    def listed(self, items: Sequence[str]) -> str:
        if len(items) < 2 or self.is_danish_alone:
            return i18n.listed(list(items), self.language)
        return self._piece(lambda language: i18n.listed(
            [beside_of(each) if language != self.language else main_of(each) for each in items], language), i18n.LISTED)


def _bound(day: str, language: str) -> str:
    """A day stays with its month; of Danish and English the paper knows their months."""
    return day if language in i18n.SCREEN_LANGUAGES else day.replace(" ", NBSP, 1)


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return begun(text, lambda each: each[:1].upper() + each[1:])


def ended(text: str) -> str:
    """The text with a full stop where it has no end of its own."""
    return closed(text, lambda each: each if each[-1:] in ".?!" else f"{each}.")


def without_stop(text: str) -> str:
    """The text without a full stop at its end."""
    return closed(text, lambda each: each.rstrip("."))


def in_sentence(text: str) -> str:
    """The text with a small first letter, as it stands inside a sentence."""
    return begun(text, lambda each: each[:1].lower() + each[1:])
