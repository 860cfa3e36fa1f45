"""The large map for the citizen, and the anonymous one for supervision: what is in sight, and what is not."""
from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.kept_maps import keep_map
from borgerplan_desktop.casework.network.map_presets import WayOfLooking
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.people_table import Column
from borgerplan_desktop.model.network import NetworkMember
from tests.gui.network.hands import settle

Key = Qt.Key
People = dict[str, NetworkMember]


def in_window(qtbot: QtBot, desk: Desk) -> tuple[QMainWindow, NetworkTab]:
    window = QMainWindow()
    qtbot.addWidget(window)
    tab = NetworkTab(desk, window)
    window.setCentralWidget(tab)
    window.resize(1308, 614)
    with qtbot.waitExposed(window):
        window.show()
    settle(qtbot, tab)
    return window, tab


def everything_said(place: QWidget) -> str:
    """All words in sight, aloud or on a tip."""
    found: list[str] = []
    for widget in (place, *place.findChildren(QWidget)):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
            found += [widget.text()] if isinstance(widget, QLabel) else []
            found.append(str(getattr(widget, "text", str)()))
    return "\n".join(found)


def test_the_large_map_covers_the_window_and_escape_leaves_it(
        qtbot: QtBot, desk: Desk, network: People) -> None:
    window, tab = in_window(qtbot, desk)
    write(desk.opened, network["Sara"], NetworkMember.note, "ringer ikke om aftenen", "x")
    tab.strip.large.trigger()
    qtbot.waitUntil(lambda: tab.large.is_shown)
    page = tab.large.page
    assert page is not None
    assert window.isFullScreen()
    assert page.isVisible()
    faces = [item.face for item in page.map.map_scene.people.values()]
    assert {face.name for face in faces} == {"Sara", "Peter", "Kurt", "Birgit Krogh"}
    assert all(face.consent is None for face in faces)   # nothing of our own
    said = everything_said(page) + "".join(face.sentence for face in faces)
    assert "ringer ikke" not in said
    assert "Samtykke" not in said
    small, large = tab.map.map_layout.centre, page.map.transform().m11()
    assert large > 1.2                                   # large type
    assert small.half_w > 0
    page.map.setFocus()
    qtbot.keyClick(page.map, Key.Key_Escape)             # nobody is chosen: it goes on to the stage
    qtbot.waitUntil(lambda: not tab.large.is_shown)
    assert not window.isFullScreen()
    assert tab.map.isVisible()
    assert page.isHidden()


def test_it_goes_when_the_case_does(qtbot: QtBot, desk: Desk, network: People) -> None:
    window, tab = in_window(qtbot, desk)
    tab.large.toggle()
    qtbot.waitUntil(lambda: tab.large.is_shown)
    desk.leave.emit()
    assert not tab.large.is_shown


def test_without_names_nobody_can_be_known(qtbot: QtBot, tab: NetworkTab, desk: Desk, network: People) -> None:
    tab.choose(network["Birgit"].id)
    with qtbot.waitSignal(tab.turned):
        tab.strip.switches["anonymous"].trigger()
    assert tab.is_nameless()
    QApplication.processEvents()
    names = ("Sara", "Peter", "Kurt", "Birgit", "Krogh", "Gadeplan", "Eva Lind", "datter", "bror", "Hjemløse", "Jonas",
             desk.case.the(type(network["Sara"])).contact.name.split()[0])
    faces = [item.face for item in tab.map.map_scene.people.values()]
    said = everything_said(tab) + "".join(face.sentence + face.name + face.words for face in faces)
    assert not [name for name in names if name and name in said]
    assert {face.name for face in faces} == {"Privat 1", "Privat 2", "Privat 3", "Fagperson 2"}
    tab.as_table.click()
    model = tab.table.model()
    cells = {str(model.index(row, column).data()) for row in range(model.rowCount()) for column in Column}
    assert not [name for name in names if name and any(name in cell for cell in cells)]
    assert not model.index(0, Column.NAME).flags() & Qt.ItemFlag.ItemIsEditable


def test_without_names_no_card_and_no_menu_tells_who_it_is(qtbot: QtBot, tab: NetworkTab, network: People) -> None:
    tab.strip.look(WayOfLooking(anonymous=True))
    tab.map.setFocus()
    qtbot.keyClick(tab.map, Key.Key_PageDown)
    qtbot.keyClick(tab.map, Key.Key_M)
    assert QApplication.activePopupWidget() is None
    qtbot.keyClick(tab.map, Key.Key_Return)
    assert not tab.person.isVisible()
    assert not tab.strip.when_button.isVisible()
    tab.strip.look(WayOfLooking())
    assert tab.side.isVisible()
    assert tab.map.map_scene.people[network["Sara"].id].face.name == "Sara"


def test_a_menu_opened_before_the_names_went_is_gone(qtbot: QtBot, tab: NetworkTab, network: People) -> None:
    tab.map.setFocus()
    qtbot.keyClick(tab.map, Key.Key_PageDown)
    for nameless in (False, True, True, False):          # the second without names asked the one that was gone
        tab.strip.look(WayOfLooking(anonymous=nameless))
        qtbot.keyClick(tab.map, Key.Key_Menu)
        menu = QApplication.activePopupWidget()
        assert (menu is None) == nameless
        if menu is not None:
            qtbot.keyClick(menu, Key.Key_Escape)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_two_days_without_names(qtbot: QtBot, tab: NetworkTab, desk: Desk, network: People) -> None:
    keep_map(desk.opened, "Saras fødselsdag")
    tab.as_two.click()
    tab.strip.look(WayOfLooking(anonymous=True))
    two = tab._two
    assert two is not None
    assert "Sara" not in everything_said(two)
    assert not [stop.word for stop in two.time.stops if "Sara" in stop.word]
    assert not two.before.more.isEnabled()
