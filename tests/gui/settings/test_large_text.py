"""Large text: every section of the settings fits the width of its column, and no name is cut."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan.templates import add_examples, copy_template
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.shelter_words import add_phrases
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.appearance.theme import Theme
from borgerplan_desktop.gui.settings.settings_dialog import SECTIONS, SettingsDialog
from borgerplan_desktop.gui.templates.template_section import TemplateLine


@pytest.fixture
def preferences(qapp: QApplication) -> Iterator[Preferences]:
    theme = Theme(qapp)
    theme.choose(False, 2.0)
    yield Preferences(theme)
    theme.choose(False, 1.0)


def test_nothing_of_the_settings_goes_out_sideways(qtbot: QtBot, archive: Archive, preferences: Preferences) -> None:
    add_phrases(archive.shelter, [("næste", "Næste skridt: {fornavn} og jeg gør det sammen ")])
    copy_template(archive.shelter, add_examples(archive.shelter)[0])
    dialog = SettingsDialog(archive, preferences)
    qtbot.addWidget(dialog)
    dialog.setMinimumSize(0, 0)
    dialog.resize(1300, 740)
    dialog.show()
    wide = []
    for at, (_symbol, name) in enumerate(SECTIONS):
        dialog.sections_list.setCurrentRow(at)
        QApplication.processEvents()
        if dialog.pages_scroll.horizontalScrollBar().maximum():
            wide.append(name)
        for line in dialog.findChildren(TemplateLine):
            assert not line.isVisible() or line.name.height() >= line.name.heightForWidth(line.name.width())
    assert wide == []
    dialog.accept()
