"""The paper's words in the languages the screen does not speak: whole, right in form, printable, no Danish left."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter

import catalogues
import pytest
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from borgerplan_desktop import i18n
from borgerplan_desktop.documents.paper.text import can_be_set

WHOLE = ("pl", "ro")
ALL = (*WHOLE, "kl")
# The same in English: a name, or a word both languages have.
SAME = {"Borgerplan", "Grib København", "E-mail", "CPR {number}", "{n} min.", "animal", "Animal",
        "Private"}
# What Danish offices, laws and services are called stands in brackets, so that it can be known again; this is a name.
DANISH_NAME = "Grib København"
DANISH = re.compile(r"[æøå]|\b(kommunen?|herberg|bisidder|tovholder|botilbud|handleplan)\b", re.IGNORECASE)
# Who speaks of § 110 must name the Danish law, which has no official name in these languages.
LAWS = ("lov om social service", "lov om retssikkerhed og administration på det sociale område")


def said(language: str) -> list[catalogues.Message]:
    return catalogues._messages(catalogues.catalogue("paper", language))


def texts(language: str) -> list[str]:
    return [text for message in said(language) for text in catalogues._translation(message)]


def filled(language: str, message: catalogues.Message, n: int) -> str:
    return i18n.words("paper", language).ngettext(message.id[0], message.id[1], n)


@pytest.mark.parametrize("language", ALL)
def test_every_letter_can_be_printed(language: str) -> None:
    assert [text for text in texts(language) if not can_be_set(text)] == []


@pytest.mark.parametrize("language", WHOLE)
def test_nothing_is_left_in_english(language: str) -> None:
    same = {str(m.id) for m in said(language) if m.string == m.id}
    assert {word for word in same if re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", word))} <= SAME


@pytest.mark.parametrize("language", WHOLE)
def test_danish_stands_only_in_brackets_or_quotation_marks(language: str) -> None:
    def bare(text: str) -> str:
        return re.sub(r"\([^)]*\)|„[^”]*”", "", text).replace(DANISH_NAME, "")
    assert [text for text in texts(language) if DANISH.search(bare(text))] == []


@pytest.mark.parametrize("language", WHOLE)
def test_no_whole_danish_text_was_left_standing(language: str) -> None:
    """A text that is the Danish one word by word is a name, a number or a word both languages have."""
    danish = {m.id: m.string for m in said("da")}
    both = {m.id for m in said(language) if isinstance(m.id, str) and m.string == danish[m.id]
            and len(re.sub(r"\{\w+\}", "", m.id).split()) > 1}
    assert both <= {DANISH_NAME}


@pytest.mark.parametrize("language", WHOLE)
def test_a_law_is_named_in_danish_too(language: str) -> None:
    laws = [m for m in said(language) if "Social Services Act" in str(m.id) or "Act on " in str(m.id)
            or "act on social service" in str(m.id)]
    assert len(laws) >= 5
    assert [m.id for m in laws if not any(law in str(m.string) for law in LAWS)] == []


@pytest.mark.parametrize(("language", "forms"), [("pl", (2, 0, 1, 2, 2, 1, 2)), ("ro", (1, 0, 1, 1, 1, 2, 2))])
def test_each_number_takes_the_form_the_language_has_for_it(language: str, forms: tuple[int, ...]) -> None:
    rule = Locale(language).plural_form
    names = {"one": 0, "few": 1, "many": 2, "other": 2}
    counted = [m for m in said(language) if m.pluralizable]
    assert counted
    for n, form in zip((0, 1, 2, 5, 12, 22, 100), forms, strict=True):
        assert names[rule(n)] == form                    # what is expected here is what the common locale data say
        assert [filled(language, m, n) for m in counted] == [catalogues._translation(m)[form] for m in counted]


@pytest.mark.parametrize("language", WHOLE)
def test_what_is_counted_is_filled_in_for_every_number(language: str) -> None:
    for message in said(language):
        if message.pluralizable:
            for n in (0, 2, 5, 12, 22, 100):
                assert str(n) in filled(language, message, n).format(n=n, **{
                    name: "…" for _t, name, _s, _c in Formatter().parse(message.id[1]) if name not in (None, "n")})


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", WHOLE)
def test_the_calendar_says_what_the_common_locale_data_say(language: str, month: int) -> None:
    day = date(2026, month, month)                       # also every weekday
    assert i18n.day(day, None, language) == format_date(day, "d MMMM y", locale=language)
    assert i18n.day(day, day, language) == format_date(day, "d MMMM", locale=language)
    assert i18n.weekday(day, language) == format_date(day, "EEEE", locale=language)
    # "May" is one msgid, long and short; Poles say "5 maja", where the locale data have the bare "5 maj".
    wanted = "5 maja" if (language, month) == ("pl", 5) else format_date(day, "d MMM", locale=language)
    assert i18n.day_short(day, language) == wanted


@pytest.mark.parametrize("language", WHOLE)
def test_a_weekday_and_its_day_stand_together_as_written_there(language: str) -> None:
    day = date(2026, 3, 3)
    words = i18n.words("paper", language).gettext
    assert words("{weekday} {date}").format(weekday=i18n.weekday(day, language), date=i18n.day(day, None, language)) \
        == format_date(day, "EEEE, d MMMM y", locale=language)


@pytest.mark.parametrize("language", WHOLE)
@pytest.mark.parametrize("items", [[], ["Sara"], ["Sara", "Ole"], ["Sara", "Ole", "{last}", "Eva"]])
def test_a_list_reads_as_it_is_written_there(language: str, items: list[str]) -> None:
    assert i18n.listed(items, language) == format_list(items, locale=language)


@pytest.mark.parametrize("day", range(7))
def test_the_weekdays_in_kalaallisut_are_those_of_the_common_locale_data(day: int) -> None:
    on = date(2026, 3, 2 + day)
    assert i18n.weekday(on, "kl") == format_date(on, "EEEE", locale="kl")


@pytest.mark.parametrize("language", WHOLE)
def test_romanian_and_polish_letters_are_the_right_ones(language: str) -> None:
    """The cedillas of old fonts (ş, ţ) are not Romanian; straight quotation marks are of neither."""
    assert [text for text in texts(language) if re.search('[şţŞŢ"]', text)] == []


@pytest.mark.parametrize("language", WHOLE)
def test_nobody_is_spoken_to_as_a_man_or_a_woman(language: str) -> None:
    """The paper does not know which: no "byłeś", no "liber(ă)", no "zaproszony/a"."""
    assert [text for text in texts(language) if re.search(r"ł(eś|aś|em|am)\b|\((ă|a)\)|\w/a\b", text)] == []


def test_what_need_not_be_whole_keeps_only_its_own_words() -> None:
    """Kalaallisut has no empty entries: what is not known is not in its catalogue, and is said in Danish."""
    assert said("kl")
    assert all(catalogues._filled(message) for message in said("kl"))
    assert len(said("kl")) < len(said("pl"))


def test_a_word_missing_in_a_language_that_must_be_whole_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalogues.COMPLETE, "paper", ("da", "pl", "ro", "kl"))
    assert any(problem.startswith("kl/paper.po: no words for") for problem in catalogues.check())
