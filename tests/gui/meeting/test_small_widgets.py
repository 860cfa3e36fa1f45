"""The meeting's own small widgets: times as one says them, five circles, columns that stack."""
from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.theme import apply_theme, font
from borgerplan_desktop.gui.meeting.meeting_clock import MeetingClock
from borgerplan_desktop.gui.meeting.projector_size import stage_font, stage_px
from borgerplan_desktop.gui.showing.feedback_scale import Circles
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit, parse_time
from borgerplan_desktop.i18n import _


@pytest.mark.parametrize(("text", "meant"), [
    ("13", time(13)), ("13.30", time(13, 30)), ("13:30", time(13, 30)), ("1330", time(13, 30)), ("930", time(9, 30)),
    ("kl. 9", time(9)), ("Kl 9.05", time(9, 5)), ("0.00", time(0)), ("23 59", time(23, 59)), ("24", None),
    ("13.60", None), ("", None), ("hest", None), ("13.3", None), ("-1", None), ("12345", None)])
def test_times_as_one_says_them(text: str, meant: time | None) -> None:
    assert parse_time(text) == meant


def test_a_time_is_typed_cleared_and_told_when_it_is_none(qtbot: QtBot) -> None:
    edit = TimeEdit()
    qtbot.addWidget(edit)
    seen: list[time | None] = []
    edit.timeEntered.connect(seen.append)
    for text in ("9", "9.00", "9", "25", "", "kl. 14"):
        edit.field.setText(text)
        edit.field.editingFinished.emit()
    assert seen == [time(9), None, time(14)]
    assert edit.field.text() == "14.00"
    edit.field.setText("<b>25</b>")
    edit.field.editingFinished.emit()
    assert "<b>25</b>" in edit.message.words()
    assert edit.time() == time(14)                       # what was entered last still holds


def test_five_circles_by_keyboard_and_mouse(qtbot: QtBot) -> None:
    scale = Circles()
    qtbot.addWidget(scale)
    scale.set_question("Fik du sagt det?")
    scale.resize(300, 46)
    scale.show()
    seen: list[int | None] = []
    scale.answered.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_3,
                Qt.Key.Key_Home, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_9):
        QTest.keyClick(scale, key)
    assert seen == [1, 2, 5, 4, 3, 1, None, 5]
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(4, 14))
    assert scale.value == 1
    assert _("No") in scale.accessibleName()
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(4, 14))   # the same again: skipped
    assert scale.value is None
    assert not scale.grab().isNull()


def test_columns_stand_side_by_side_or_below_each_other(qtbot: QtBot) -> None:
    columns = SideBySide(400)
    qtbot.addWidget(columns)
    one, other = QLabel("en"), QLabel("to")
    columns.add(one)
    columns.add(other)
    columns.resize(500, 200)
    columns.show()
    assert one.y() == other.y()
    columns.resize(300, 200)
    qtbot.waitUntil(lambda: other.y() > one.y())
    assert columns.minimumSizeHint().width() <= 300


@pytest.mark.parametrize("minutes", [0, 1, 59, 600])
def test_the_ring_is_drawn_for_any_time(qtbot: QtBot, minutes: int) -> None:
    ring = MeetingClock()
    qtbot.addWidget(ring)
    for share in (0.0, 0.5, 1.0):
        ring.show_left(minutes, share)
        assert not ring.grab().isNull()
    assert str(minutes) in ring.accessibleName()


def test_the_projector_is_never_smaller_than_the_text_around_it(qtbot: QtBot, qapp: QWidget) -> None:
    try:
        for size in (1.0, 1.5, 2.0):
            apply_theme(qapp, dark=False, size=size)  # type: ignore[arg-type]
            assert stage_font(21).pixelSize() >= font().pointSizeF() / 0.75
            assert stage_px(100) <= 145
    finally:
        apply_theme(qapp, dark=False, size=1.0)  # type: ignore[arg-type]
