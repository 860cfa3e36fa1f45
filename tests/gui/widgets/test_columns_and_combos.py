"""What stands beside each other follows the room there is, and a choice is never changed in passing."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import fill_people
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid


def turned() -> QWheelEvent:
    return QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)


def places(grid: QWidget, fields: list[QLineEdit]) -> list[QPoint]:
    return [field.mapTo(grid, QPoint()) for field in fields]


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    plain = QComboBox()
    calm = calm_combo(QComboBox())
    for combo in (plain, calm):
        qtbot.addWidget(combo)
        combo.addItems(["Hvem?", "Eva", "Sara"])
        combo.show()
        QApplication.sendEvent(combo, turned())
    assert plain.currentIndex() == 1
    assert calm.currentIndex() == 0


def test_a_long_choice_does_not_widen_a_calm_combo(qtbot: QtBot) -> None:
    combo = calm_combo(QComboBox())
    qtbot.addWidget(combo)
    before = combo.sizeHint().width()
    combo.addItem("Speciallægepraksis" * 8)
    assert combo.sizeHint().width() == before


def test_fields_stand_in_as_many_columns_as_there_is_room_for(qtbot: QtBot) -> None:
    grid = FieldGrid(200, 3)
    qtbot.addWidget(grid)
    names = ("hvem", "hvornår", "hvordan", "hvorfor")
    fields = [QLineEdit(grid) for _name in names]
    for name, field in zip(names, fields, strict=True):
        grid.add_named(name, field)
        assert field.accessibleName() == name
    grid.show()
    for width, columns in ((1000, 3), (450, 2), (220, 1), (600, 2), (1000, 3)):
        grid.resize(width, 300)
        qtbot.waitUntil(lambda wanted=columns: len({at.x() for at in places(grid, fields)}) == wanted)
        tops = [at.y() for at in places(grid, fields)]
        assert [top == tops[0] for top in tops] == [at < columns for at in range(4)]


def test_an_open_combo_is_as_wide_as_its_words(qtbot: QtBot, desk: Desk) -> None:
    """A closed one shows the name alone, an open one who it is."""
    who = "sagsbehandler for rusmidler i socialforvaltningen"
    add_private_person(desk.opened, "Morten Dahl", who)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 300)
    combo = calm_combo(QComboBox(window))
    fill_people(combo, desk, None)
    window.show()
    qtbot.keyClick(combo, Qt.Key.Key_F4)
    assert combo.view().viewport().width() >= combo.fontMetrics().horizontalAdvance(f"Morten Dahl, {who}")
    combo.hidePopup()
    combo.addItem("Speciallægepraksis" * 20)
    qtbot.keyClick(combo, Qt.Key.Key_F4)
    assert combo.view().width() <= window.width()
    combo.hidePopup()


def test_parts_stand_beside_each_other_as_long_as_their_words_fit(qtbot: QtBot) -> None:
    window = QWidget()                                   # a window would grow with its words
    qtbot.addWidget(window)
    row = SideBySide(0, parent=window)
    parts = [QLabel("Indkaldt", row), QLabel("Start mødet", row)]
    for part in parts:
        row.add(part)
    row.resize(300, 100)
    window.show()
    assert row.is_wide()
    parts[0].setText("Torsdag 29. oktober kl. 13.00–14.30 i mødelokale 2")
    qtbot.waitUntil(lambda: parts[0].y() < parts[1].y())
    row.resize(800, 100)
    qtbot.waitUntil(lambda: parts[0].y() == parts[1].y())
