"""What is begun on a page and stored nowhere."""
from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.contacts.contacts_part import ContactsPart
from borgerplan_desktop.gui.course.course_part import CoursePart
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.half_written import is_half_written
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.intake.intake_part import IntakePart
from borgerplan_desktop.gui.widgets.date_field import DateEdit


@pytest.mark.parametrize("kind", [CoursePart, IntakePart, ContactsPart])
def test_what_is_stored_is_not_begun(qtbot: QtBot, desk: Desk, kind: type[Tab]) -> None:
    part = kind(desk)  # type: ignore[call-arg]
    qtbot.addWidget(part)
    assert not is_half_written(part)
    day = next(each for each in part.findChildren(DateEdit) if each.isEnabled())
    day.field.setText("engang")
    day.field.editingFinished.emit()
    assert is_half_written(part)


def test_a_line_that_waits_for_its_button(qtbot: QtBot, desk: Desk) -> None:
    part = ContactsPart(desk)
    qtbot.addWidget(part)
    part.appointments.text.setText("Advokat Bo")
    assert is_half_written(part)


def test_a_field_until_it_is_stored(qtbot: QtBot, desk: Desk) -> None:
    part = IntakePart(desk)
    qtbot.addWidget(part)
    edit = part.decision.to
    assert isinstance(edit, QLineEdit)
    edit.setText("Birgit")
    edit.textEdited.emit("Birgit")                       # as by a person
    assert is_half_written(part)
    desk.settle.emit()
    assert not is_half_written(part)
