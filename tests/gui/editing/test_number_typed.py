"""A number that is typed and not left is stored a pause later: `kill -9` takes at most the last second."""
from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.editing.number_typed import NumberTyped


@pytest.fixture
def field(qtbot: QtBot) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, 90)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    return field


def test_it_counts_a_pause_after_it_was_typed_and_when_it_is_left(qtbot: QtBot, field: QSpinBox) -> None:
    entered: list[int] = []

    def note() -> None:
        entered.append(field.value())

    typed = NumberTyped(field)
    typed.entered.connect(note)
    QTest.keyClicks(field, "25")
    assert entered == []
    assert typed._pause.isActive()
    typed._pause.timeout.emit()
    assert entered == [25]
    assert field.hasFocus()
    QTest.keyClicks(field, "\t")
    field.clearFocus()
    assert entered[-1] == 25
    assert not typed._pause.isActive()


def test_what_the_case_puts_there_is_not_typed(field: QSpinBox) -> None:
    field.clearFocus()
    typed = NumberTyped(field)
    field.setValue(40)
    assert not typed._pause.isActive()
