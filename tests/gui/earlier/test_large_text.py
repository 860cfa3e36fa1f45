"""Taking over at 200 %: the text itself has the room, and what becomes of the plan is one press away."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.earlier.become import Become
from borgerplan_desktop.gui.earlier.earlier_page import EarlierPage
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.papers import EarlierPlanKind, PassageUse

LEFT = Qt.MouseButton.LeftButton
TEXT = "Jeg vil have en bolig. " * 12


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[EarlierPage]:
    apply_theme(qapp, dark=False, size=2.0)
    desk.do(earlier_plans.take_in, EarlierPlanKind.JOB, "Jobplan", "Jobcenter Syd", date(2026, 9, 3), TEXT)
    page = EarlierPage(desk)
    qtbot.addWidget(page)
    page.resize(1250, 506)                               # the tab's room at 1366 × 768
    page.show()
    QApplication.processEvents()
    yield page
    apply_theme(qapp, dark=False, size=1.0)


def test_the_text_has_half_of_the_room_and_the_end_is_one_press_away(page: EarlierPage) -> None:
    strip = page.settled
    assert page.text.height() >= page.height() / 2
    assert not strip.replaced_button.isVisible()
    assert strip.ends_button.isVisible()
    assert strip.ends_button.accessibleName() == "Hvad der sker med selve planen"
    strip.ends_button.setFocus()
    QTest.keyClick(strip.ends_button, Qt.Key.Key_Space)
    assert strip.replaced_button.isVisible()
    assert strip.kept_button.isVisible()
    QTest.mouseClick(strip.kept_button, LEFT)
    assert strip.because is not None
    assert strip.because.isVisible()
    strip.ends_button.setChecked(False)
    assert strip.replaced_button.isVisible(), "a reason is being written"


def test_when_all_is_settled_the_end_is_asked_for_by_itself(page: EarlierPage) -> None:
    page.text.mark((0, len(TEXT)))
    page.become(Become(PassageUse.LEFT_OUT))
    assert page.settled.bar.value() == 100
    assert page.settled.replaced_button.isVisible()
    assert not page.settled.ends_button.isVisible()
