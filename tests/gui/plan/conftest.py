"""The plan tab, shown in a window."""
from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from tests.gui.plan.hands import shown


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> PlanTab:
    return shown(qtbot, desk)
