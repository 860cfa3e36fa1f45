"""Every word the program says exists in Danish, fits its msgid, and is compiled as it stands."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import catalogues
import pytest
from babel.dates import format_date
from babel.lists import format_list

from borgerplan_desktop import i18n

SAYING = ("_", "N_", "say", "ngettext")


def test_the_catalogues_are_whole() -> None:
    problems = catalogues.check()
    assert not problems, f"{len(problems)} problems:\n" + "\n".join(problems)


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
def test_the_list_of_words_is_the_programs(domain: str) -> None:
    """The .pot names exactly what the program says: somebody ran packaging/translate after the last new word."""
    with (catalogues.TRANSLATIONS / f"{domain}.pot").open("rb") as file:
        listed = {(m.context, m.id) for m in catalogues.read_po(file) if m.id}
    assert listed == {(m.context, m.id) for m in catalogues.gathered(domain) if m.id}


def test_every_sentence_handed_over_to_be_said_is_in_the_list() -> None:
    """Gathering reads calls one by one and passes over one within an f-string, which would then be said in English."""
    listed: set[object] = set()
    for domain in catalogues.DOMAINS:
        with (catalogues.TRANSLATIONS / f"{domain}.pot").open("rb") as file:
            listed |= {m.id if isinstance(m.id, str) else m.id[0] for m in catalogues.read_po(file)}
    missing = [(path.name, call.args[0].value) for path in Path(i18n.__file__).parent.rglob("*.py")
               for call in ast.walk(ast.parse(path.read_text("utf-8")))
               if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in SAYING
               and call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
               and call.args[0].value not in listed]
    assert missing == []


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", i18n.SCREEN_LANGUAGES)
def test_the_calendar_says_what_the_common_locale_data_say(language: str, month: int) -> None:
    day = date(2026, month, month)                       # also every weekday
    i18n.use_language(language)
    dot = "." if language == "da" else ""
    for lang in (None, language):                        # as the screen says it, and as the paper does
        assert i18n.day(day, None, lang) == format_date(day, f"d{dot} MMMM y", locale=language)
        assert i18n.day(day, day, lang) == format_date(day, f"d{dot} MMMM", locale=language)
        assert i18n.day_short(day, lang) == format_date(day, f"d{dot} MMM", locale=language)
        assert i18n.weekday(day, lang) == format_date(day, "EEEE", locale=language)
    assert i18n.weekday_short(day) == format_date(day, "EEE", locale=language)


@pytest.mark.parametrize(("on", "said"), [
    (date(2026, 2, 28), "28. feb."), (date(2026, 3, 9), "i går"), (date(2026, 3, 10), "i dag"),
    (date(2026, 3, 11), "i morgen"), (date(2026, 3, 12), "12. mar."), (date(2027, 3, 10), "10. marts 2027"),
])
def test_a_near_day_is_said_as_people_say_it(on: date, said: str) -> None:
    assert i18n.near(on, date(2026, 3, 10)) == said


@pytest.mark.parametrize("items", [[], ["Sara"], ["Sara", "Ole"], ["Sara", "Ole", "{last}", "Eva"]])
def test_a_list_reads_as_danish_writes_it(items: list[str]) -> None:
    assert i18n.listed(items) == format_list(items, locale="da")


@pytest.mark.parametrize(
    ("msgid", "danish", "flaw"),
    [
        ("Plan for {name}", "Plan for {navn}", "to fill in"),
        ("Plan for {name}", "Plan", "to fill in"),
        ("Plan for {name}", "Plan for {name", "to fill in"),
        ("Name:", "Navn: ", "other blanks"),
        ("Plan for {name}", "Plan for {name}", None),
        (("{n} goal", "{n} goals"), ("Et mål", "{n} mål"), None),
        (("{n} goal", "{n} goals"), ("{n} mål", "Mål"), "to fill in"),
    ],
)
def test_a_translation_that_does_not_fit_is_told(
    msgid: str | tuple[str, str], danish: str | tuple[str, str], flaw: str | None
) -> None:
    problems = list(catalogues._misfits(catalogues.Message(msgid, danish)))
    assert bool(problems) == bool(flaw)
    assert all(flaw in problem for problem in problems if flaw)


def test_a_form_gives_its_words_and_no_others(tmp_path: Path) -> None:
    form = tmp_path / "form.ui"
    form.write_text(
        """<ui><widget class="QWidget" name="Form">
        <property name="windowTitle"><string extracomment="In the title bar">Goals</string></property>
        <property name="kind" stdset="0"><string>primary</string></property>
        <property name="text"><string notr="true">Borgerplan</string></property>
        <property name="text"><string comment="a person">Contact</string></property>
        <property name="text"><string>–</string></property>
        <property name="shortcut"><string>Ctrl+L</string></property>
        </widget></ui>""",
        encoding="utf-8",
    )
    assert list(catalogues.form_words(form)) == [("Goals", ["In the title bar"], None), ("Contact", [], "a person")]
