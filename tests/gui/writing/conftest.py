"""A field of prose in a window, and help in it with a dictionary of forty words."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.writing.writing_help import WritingHelp
from borgerplan_desktop.model.plan import Plan, current_plan

DICTIONARY = Path(__file__).parents[2] / "data" / "spelling"


class Page(QWidget):
    """Two fields of the plan; the help is as in the program."""

    def __init__(self, desk: Desk, archive: Archive, folder: Path | None) -> None:
        super().__init__()
        self.desk, self.archive = desk, archive
        self.help = WritingHelp(self, archive.shelter, self._desk, None, [folder] if folder else [])
        self.edit, self.second = GrowingTextEdit(parent=self), GrowingTextEdit(parent=self)
        column = QVBoxLayout(self)
        for edit, field in ((self.edit, Plan.situation), (self.second, Plan.hopes)):
            column.addWidget(edit)
            TextField(edit, desk, field, "Change own words").show_row(current_plan(desk.case))
        column.addStretch(1)
        self.resize(700, 500)

    def _desk(self) -> Desk:
        return self.desk

    def marked(self) -> list[str]:
        """The words underlined in the first field."""
        return self.help.help_in(self.edit).marked()


def shown(page: Page, qtbot: QtBot) -> None:
    """On screen and in front."""
    page.show()
    QApplication.processEvents()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, archive: Archive) -> Iterator[Page]:
    made = Page(desk, archive, DICTIONARY)
    qtbot.addWidget(made)
    shown(made, qtbot)
    yield made
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    made.help.stop()


@pytest.fixture
def typed(qtbot: QtBot, page: Page) -> Callable[[str], None]:
    """typed(text): somebody types it at the end of the first field."""
    def act(text: str) -> None:
        page.edit.setFocus()
        qtbot.keyClicks(page.edit, text)

    return act
