from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.frame.frame_tab import FrameTab


@pytest.fixture
def shelter(archive: Archive) -> OpenCase:
    return archive.shelter


@pytest.fixture
def house(qtbot: QtBot, shelter: OpenCase) -> Iterator[Desk]:
    """The shelter's own case on the desk."""
    desk = Desk(shelter)
    yield desk
    desk.close()


@pytest.fixture
def tab(qtbot: QtBot, house: Desk) -> FrameTab:
    made = FrameTab(house)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    return made
