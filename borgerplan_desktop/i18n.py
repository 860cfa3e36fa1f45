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
NBSP = "\u00a0"

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


@cache
def words(domain: str, language: str) -> gettext.NullTranslations:
    """The catalogue of a domain in a language; English where it has none, because msgids are English."""
    path = files("borgerplan_desktop.translations") / language / "LC_MESSAGES" / f"{domain}.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)  # type: ignore[arg-type]


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


def listed(items: list[str], lang: str | None = None) -> str:
    """Items as a sentence part: "Sara, Ole og Eva"."""
    from babel.lists import format_list

    return format_list(items, locale=lang or _language)


def phone_number(number: str) -> str:
    """"12 34 56 78", kept on one line; other numbers as they were written."""
    digits = "".join(number.split())
    if len(digits) == 8 and digits.isascii() and digits.isdigit():
        return NBSP.join(digits[i:i + 2] for i in range(0, 8, 2))
    return number.strip().replace(" ", NBSP)


# ---------------------------------------------------------------------------------------------- dates, as wording.md
def day(d: date, today: date | None = None, lang: str | None = None) -> str:
    """"3. marts 2026"; without the year when `today` is given and in the same year."""
    lang = lang or _language
    with_year = today is None or today.year != d.year
    return _formatted(d, {"da": "d. MMMM y" if with_year else "d. MMMM",
                          "en": "d MMMM y" if with_year else "d MMMM"}, lang)


def day_short(d: date, lang: str | None = None) -> str:
    """"3. mar." for tables."""
    return _formatted(d, {"da": "d. MMM", "en": "d MMM"}, lang or _language)


def weekday(d: date, lang: str | None = None) -> str:
    """"torsdag"."""
    return _formatted(d, {}, lang or _language, "EEEE")


def clock(t: time | datetime, lang: str | None = None) -> str:
    """"13.00" in Danish, "13:00" in English."""
    return f"{t.hour}.{t.minute:02}" if (lang or _language) == "da" else f"{t.hour}:{t.minute:02}"


def _formatted(d: date, patterns: dict[str, str], lang: str, otherwise: str = "d MMMM y") -> str:
    from babel.dates import format_date

    return format_date(d, patterns.get(lang, otherwise), locale=lang)
