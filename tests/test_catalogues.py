"""Every word the program says exists in Danish, fits its msgid, and is compiled as it stands."""

from __future__ import annotations

from pathlib import Path

import catalogues
import pytest


def test_the_catalogues_are_whole() -> None:
    problems = catalogues.check()
    assert not problems, f"{len(problems)} problems:\n" + "\n".join(problems)


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
def test_the_list_of_words_is_the_programs(domain: str) -> None:
    """The .pot names exactly what the program says: somebody ran packaging/translate after the last new word."""
    with (catalogues.TRANSLATIONS / f"{domain}.pot").open("rb") as file:
        listed = {(m.context, m.id) for m in catalogues.read_po(file) if m.id}
    assert listed == {(m.context, m.id) for m in catalogues.gathered(domain) if m.id}


def test_no_fragments_are_left_behind() -> None:
    assert not list(catalogues.TRANSLATIONS.glob("*/parts/*.po"))


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
