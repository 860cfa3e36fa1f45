"""The network tab, shown in a window, with five people around the citizen."""
from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import NetworkMember
from tests.gui.network.hands import a_network, shown


@pytest.fixture
def network(desk: Desk) -> dict[str, NetworkMember]:
    return a_network(desk.opened)


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, network: dict[str, NetworkMember]) -> NetworkTab:
    return shown(qtbot, desk)
