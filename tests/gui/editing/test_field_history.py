"""What stood in a field before: asked for by a key or the field's menu, read, copied, taken back."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework import field_history
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.field_history import FieldHistory
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, PersonField, TextField
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.two_lines import WORDS
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import Goal

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(field_history, "AT_ONE_GO", timedelta(0))


@pytest.fixture
def goal(desk: Desk) -> Goal:
    goal = add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    write(desk.opened, goal, Goal.title, "egen bolig", "Edit goal")
    write(desk.opened, goal, Goal.title, "", "Edit goal")
    write(desk.opened, goal, Goal.title, "min egen bolig", "Edit goal")
    return goal


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    page.show()
    return page


def put(page: QWidget, edit: QWidget) -> QWidget:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(edit)
    edit.show()
    return edit


def asked(edit: QWidget) -> FieldHistory:
    QTest.keyClick(edit, Qt.Key.Key_H, CTRL)
    found = QApplication.activeModalWidget()
    assert isinstance(found, FieldHistory)
    return found


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_ctrl_h_shows_it_and_takes_it_back(page: QWidget, desk: Desk, goal: Goal, make: type[QLineEdit]) -> None:
    edit = make()
    edit.setAccessibleName("Mål")
    put(page, edit)
    TextField(edit, desk, Goal.title, "Edit goal").show_row(goal)
    dialog = asked(edit)
    assert dialog.rows.count() == 4
    assert dialog.rows.item(1).data(WORDS) == _("Nothing stood here")
    assert "Eva Lind" in dialog.rows.item(0).text()
    assert not dialog.take_button.isEnabled()            # that is what stands there
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    assert (dialog.text.toPlainText(), dialog.before.toPlainText()) == ("egen bolig", "bolig")
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "egen bolig"
    dialog.take_button.click()
    assert not dialog.isVisible()
    assert goal.title == "egen bolig"
    desk.opened.undo()
    assert goal.title == "min egen bolig"


def test_what_is_half_typed_is_in_it(page: QWidget, desk: Desk, goal: Goal) -> None:
    edit = QLineEdit()
    put(page, edit)
    TextField(edit, desk, Goal.title, "Edit goal").show_row(goal)
    edit.end(False)
    QTest.keyClicks(edit, " i byen")
    assert asked(edit).text.toPlainText() == "min egen bolig i byen"


def test_the_fields_menu_offers_it(page: QWidget, desk: Desk, goal: Goal) -> None:
    edit = QPlainTextEdit()
    put(page, edit)
    TextField(edit, desk, Goal.title, "Edit goal").show_row(goal)
    at = QPoint(3, 3)
    QApplication.sendEvent(edit.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = menu.actions()[-1]
    assert action.text().startswith(_("What stood here before?"))
    menu.close()
    action.trigger()
    assert isinstance(QApplication.activeModalWidget(), FieldHistory)


def test_it_is_not_seen_longer_than_its_field(page: QWidget, desk: Desk, goal: Goal) -> None:
    edit = QLineEdit()
    put(page, edit)
    TextField(edit, desk, Goal.title, "Edit goal").show_row(goal)
    dialog = asked(edit)
    page.hide()
    assert not dialog.isVisible()


def test_dates_words_and_people_are_taken_back_too(page: QWidget, desk: Desk, goal: Goal) -> None:
    date_edit, combo, person_edit = DateEdit(), QComboBox(), QComboBox()
    for edit in (date_edit, combo, person_edit):
        put(page, edit)
    sara, ole = (add_private_person(desk.opened, name) for name in ("Sara Prøve", "Ole Prøve"))
    for day in (date(2026, 11, 2), date(2026, 11, 9)):
        write(desk.opened, goal, Goal.deadline, day, "Change deadline")
    write(desk.opened, goal, Goal.area, LifeArea.MONEY, "Choose")
    for who in (sara, ole, None):
        write(desk.opened, goal, Goal.responsible_id, who.id if who else None, "Choose")
    DateField(date_edit, desk, Goal.deadline, "Change deadline").show_row(goal)
    ChoiceField(combo, desk, Goal.area, "Choose", [(area, _(area.label)) for area in LifeArea]).show_row(goal)
    PersonField(person_edit, desk, Goal.responsible_id, "Choose").show_row(goal)
    dialog = asked(date_edit.field)
    dialog.rows.setCurrentRow(1)
    assert dialog.text.toPlainText() == "2. november 2026"
    dialog.take_button.click()
    assert goal.deadline == date(2026, 11, 2)
    dialog = asked(combo)
    dialog.rows.setCurrentRow(1)
    assert dialog.text.toPlainText() == _(LifeArea.HOUSING.label)
    dialog.take_button.click()
    assert goal.area is LifeArea.HOUSING
    remove_person(desk.opened, ole)
    dialog = asked(person_edit)
    assert [dialog.rows.item(row).data(WORDS) for row in range(3)] == [
        _("Nothing stood here"), _("Somebody who is not here any more"), "Sara Prøve"]
    dialog.rows.setCurrentRow(1)
    dialog.take_button.click()                           # who has left the map is not chosen anew
    assert goal.responsible_id is None
    assert dialog.trouble.text() == _("This cannot be taken back any more.")
    dialog.rows.setCurrentRow(2)
    dialog.take_button.click()
    assert goal.responsible_id == sara.id


def test_it_says_so_where_nothing_is_known(page: QWidget, desk: Desk, goal: Goal) -> None:
    edit = QLineEdit()
    put(page, edit)
    TextField(edit, desk, Goal.why, "Edit goal").show_row(goal)
    dialog = asked(edit)
    assert dialog.empty.isVisible()
    assert not dialog.copy_button.isEnabled()
    QApplication.sendEvent(edit, QEvent(QEvent.Type.Hide))
