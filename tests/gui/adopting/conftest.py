"""A plan with something in it, and the window over which it is adopted."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.plan import Plan, current_plan


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[QWidget]:
    goals.add_goal(desk.opened, "Min egen bolig")
    write(desk.opened, current_plan(desk.opened.case), Plan.hopes, "Min egen dør", "x")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 720)
    window.show()
    yield window
    window.close()
