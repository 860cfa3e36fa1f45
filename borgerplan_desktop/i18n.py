"""Words and dates: gettext catalogues for the screen and the paper, Danish by default.

Msgids are English. The screen's words live in the domain `borgerplan`, the paper's in `paper`, because a document may
be in another language than the screen (`words("paper", "pl")`).
"""
from __future__ import annotations

import gettext
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files

DEFAULT = "da"
SCREEN_LANGUAGES = ("da", "en")
PAPER_LANGUAGES = ("da", "en", "pl", "ro", "kl")         # what a document can be made in
NBSP = "\u00a0"

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


@cache
def words(domain: str, language: str) -> gettext.NullTranslations:
    """The catalogue of a domain in a language. What English has no words for are its msgids; what another language has
    none for is said in Danish.
    """
    found = _catalogue(domain, language)
    if language not in SCREEN_LANGUAGES:
        found.add_fallback(words(domain, DEFAULT))
    return found


def _catalogue(domain: str, language: str) -> gettext.NullTranslations:
    path = files("borgerplan_desktop.translations") / language / "LC_MESSAGES" / f"{domain}.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)  # type: ignore[arg-type]


class _Lacking(gettext.NullTranslations):
    """What stands behind a catalogue to tell what it lacks."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""


@cache
def _bare(domain: str, language: str) -> gettext.NullTranslations:
    found = _catalogue(domain, language)
    if type(found) is gettext.NullTranslations:
        return _Lacking()
    found.add_fallback(_Lacking())
    return found


@cache
def has_words(domain: str, language: str, message: str, many: str = "") -> bool:
    """Whether the language has words of its own for a message; of one that counts, `many` is its plural."""
    if language in SCREEN_LANGUAGES:
        return True
    bare = _bare(domain, language)
    return bool(bare.ngettext(message, many, 1) if many else bare.gettext(message))


def use_language(language: str = DEFAULT) -> None:
    """Speak this language on screen and in the terminal from now on."""
    global _current, _language
    _current, _language = words("borgerplan", language), language


def language() -> str:
    return _language


def _(message: str) -> str:
    """The message in the screen's language."""
    return _current.gettext(message) if message else ""


def ngettext(one: str, many: str, n: int) -> str:
    return _current.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    return _current.pgettext(context, message)


def N_(message: str) -> str:
    """Marks a msgid that is translated later (names of actions are stored untranslated)."""
    return message


# Babel's data would say the same (a test compares), but weighs 4.4 MB in memory where these weigh nothing.
MONTHS = (N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
          N_("September"), N_("October"), N_("November"), N_("December"))
_SHORT_MONTHS = (N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"),
                 N_("Oct"), N_("Nov"), N_("Dec"))
WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
COLON = frozenset({"en", "pl", "ro"})                     # between hours and minutes; elsewhere a full stop
FIGURES = frozenset({"kl"})                              # days in figures: how a month stands in a date is not settled
LISTED = N_("{items} and {last}")
_DAY, _DAY_OF_YEAR = N_("{day} {month}"), N_("{day} {month} {year}")


def listed(items: list[str], lang: str | None = None) -> str:
    """Items as a sentence part: "Sara, Ole og Eva"."""
    if len(items) < 2:
        return "".join(items)
    return _spoken(lang).gettext(LISTED).format(items=", ".join(items[:-1]), last=items[-1])


# ---------------------------------------------------------------------------------------------- dates, as one says them
def day(d: date, today: date | None = None, lang: str | None = None) -> str:
    """"3. marts 2026"; without the year when `today` is given and in the same year."""
    if lang in FIGURES:
        return f"{d:%d.%m.}{d.year}"
    said = _spoken(lang).gettext
    pattern = _DAY if today and today.year == d.year else _DAY_OF_YEAR
    return said(pattern).format(day=d.day, month=said(MONTHS[d.month - 1]), year=d.year)


def day_short(d: date, lang: str | None = None) -> str:
    """"3. mar." for tables."""
    if lang in FIGURES:
        return f"{d:%d.%m.}"
    said = _spoken(lang).gettext
    return said(_DAY).format(day=d.day, month=said(_SHORT_MONTHS[d.month - 1]))


def near_word(d: date, today: date) -> str:
    """"i går", "i dag", "i morgen"; "" for any other day."""
    return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}.get((d - today).days, "")


def near(d: date, today: date) -> str:
    """"i går", "i dag", "i morgen", "24. feb." or, in another year, "24. februar 2027"."""
    return near_word(d, today) or (day_short(d) if d.year == today.year else day(d))


def due(d: date, today: date) -> str:
    """A deadline or a follow-up, as `near`; a day that has passed always with its year: "1. juni 2026"."""
    return near_word(d, today) or (day(d) if d < today else near(d, today))


def weekday(d: date, lang: str | None = None) -> str:
    """"torsdag"."""
    return _spoken(lang).gettext(WEEKDAYS[d.weekday()])


def weekday_short(d: date) -> str:
    """"tors."."""
    return _(_SHORT_WEEKDAYS[d.weekday()])


def clock(t: time | datetime, lang: str | None = None) -> str:
    """"13.00" in Danish, "13:00" in English."""
    return f"{t.hour}:{t.minute:02}" if (lang or _language) in COLON else f"{t.hour}.{t.minute:02}"


def counted(n: int) -> str:
    """"100.000" in Danish, "100,000" in English."""
    return f"{n:,}".replace(",", "." if _language == "da" else ",")


def _spoken(lang: str | None) -> gettext.NullTranslations:
    """A document's catalogue, or the screen's when no language is asked for; both have the words above."""
    return words("paper", lang) if lang else _current
