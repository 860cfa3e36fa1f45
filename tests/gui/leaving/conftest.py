from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands

HandsOn = Callable[[QWidget], Hands]


@pytest.fixture
def hands_on(qtbot: QtBot) -> HandsOn:
    """Shows a page, at the usual size of a tab, and gives somebody to work on it."""
    def show(page: QWidget) -> Hands:
        qtbot.addWidget(page)
        page.resize(1094, 640)
        page.show()
        return Hands(page)
    return show
