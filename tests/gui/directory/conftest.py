from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.directory.directory_tab import DirectoryTab
from borgerplan_desktop.gui.editing.desk import Desk


@pytest.fixture
def herberget(qtbot: QtBot, archive: Archive) -> Iterator[Desk]:
    """The shelter's own case on the desk."""
    desk = Desk(archive.shelter)
    yield desk
    desk.close()


@pytest.fixture
def tab(qtbot: QtBot, herberget: Desk) -> DirectoryTab:
    made = DirectoryTab(herberget)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made
