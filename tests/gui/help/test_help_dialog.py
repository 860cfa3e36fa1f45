"""The guide, the first steps, and what the program says about itself."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.help.about import AboutDialog
from borgerplan_desktop.gui.help.help_dialog import HelpDialog
from borgerplan_desktop.gui.help.help_topics import HEAD, POINT, TOPICS
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.shell.shelter_pages import SHELTER_PAGES
from borgerplan_desktop.i18n import _


@pytest.fixture
def guide(qtbot: QtBot) -> HelpDialog:
    made = HelpDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def seen(widget: HelpDialog) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in widget.findChildren(QLabel) if label.isVisible())


def titles(guide: HelpDialog) -> list[str]:
    return [guide.topics_list.item(n).text() for n in range(guide.topics_list.count())]


def test_every_tab_has_its_topic(guide: HelpDialog) -> None:
    keys = {topic.key: _(topic.title) for topic in TOPICS}
    for key in ("day", *(page.topic for page in (*CITIZEN_PAGES.pages, *SHELTER_PAGES.pages))):
        guide.show_topic(key)
        assert guide.topics_list.currentItem().text() == keys[key]
        assert keys[key] in seen(guide)


def test_every_line_is_said_in_danish() -> None:
    for topic in TOPICS:
        for line in (topic.title, *topic.lines):
            words = line.removeprefix(HEAD).removeprefix(POINT)
            assert _(words) != words or words in ("Plan",), words


def test_a_word_is_searched_for(qtbot: QtBot, guide: HelpDialog) -> None:
    qtbot.keyClicks(guide.search_field, "gendannelseskode skab")
    assert titles(guide) == ["Lås, adgangskode og gendannelseskode"]
    assert "låst skab" in seen(guide)
    guide.search_field.clear()
    assert len(titles(guide)) == len(TOPICS)
    qtbot.keyClicks(guide.search_field, "flodhest")
    assert titles(guide) == []
    assert "Intet fundet med »flodhest«" in seen(guide)


def test_the_arrow_keys_turn_the_topics(qtbot: QtBot, guide: HelpDialog) -> None:
    guide.show_topic("first")
    guide.topics_list.setFocus()
    qtbot.keyClick(guide.topics_list, Qt.Key.Key_Down)
    assert "Min dag viser" in seen(guide)
    assert "Her laver I én plan sammen" not in seen(guide)


def test_what_the_program_is(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    about.show()
    text = " ".join(label.text() for label in about.findChildren(QLabel))
    assert "0.1.0" in text
    assert "EUPL-1.2" in text


def test_the_plan_says_how_one_is_helped_with_the_words(guide: HelpDialog) -> None:
    guide.show_topic("plan")
    text = seen(guide)
    for words in ("F7 går til det næste", "Skriv / og de første bogstaver", "Ctrl+. sætter det ind", "fra en skabelon"):
        assert words in text
