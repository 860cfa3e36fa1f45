"""A responsible person who is not in the network yet is written where one is chosen."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PersonField
from borgerplan_desktop.gui.editing.people_to_choose import SOMEBODY_ELSE
from borgerplan_desktop.gui.editing.somebody_else import SomebodyElse
from borgerplan_desktop.model.plan import Goal


def asked(qtbot: QtBot, desk: Desk) -> tuple[Goal, QComboBox, SomebodyElse]:
    goal, combo = add_goal(desk.opened, "bolig"), QComboBox()
    qtbot.addWidget(combo)
    PersonField(combo, desk, Goal.responsible_id, "Choose who is responsible", others=True).show_row(goal)
    combo.show()
    last = combo.count() - 1
    assert (combo.itemText(last), combo.itemData(last)) == ("En anden …", SOMEBODY_ELSE)
    combo.setCurrentIndex(last)
    combo.activated.emit(last)
    dialog = combo.window().findChild(SomebodyElse)
    assert dialog is not None
    return goal, combo, dialog


def test_a_name_and_enter_is_enough(qtbot: QtBot, desk: Desk) -> None:
    goal, combo, dialog = asked(qtbot, desk)
    assert combo.currentIndex() == 0, "nobody yet, until somebody is written"
    QTest.keyClicks(dialog.name, "Birgit Prøve")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert goal.responsible is not None
    assert goal.responsible.contact.name == "Birgit Prøve"
    assert combo.currentText() == "Birgit Prøve"
    assert not dialog.isVisible()
    desk.opened.undo()
    assert goal.responsible is None
    assert combo.findText("Birgit Prøve") < 0


def test_without_a_name_it_asks_for_one_and_who_is_known_is_said(qtbot: QtBot, desk: Desk) -> None:
    add_private_person(desk.opened, "Ole Kragh", "ven")
    goal, _combo, dialog = asked(qtbot, desk)
    dialog.add.click()
    assert dialog.isVisible()
    assert "Skriv et navn" in dialog.trouble.text()
    dialog.name.setText("Ole Kragh")
    assert "Ole Kragh, ven" in dialog.known.text()
    dialog.reject()
    assert goal.responsible is None
    QApplication.sendPostedEvents(None, 0)
