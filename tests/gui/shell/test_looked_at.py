"""How closely one looked at a citizen's map is as it was, after another citizen was open."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.network.people import tie_together
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.model.network import Tie, TieQuality
from tests.archive import Clock
from tests.gui.network.hands import a_network, settle


def test_the_map_of_each_citizen_is_looked_at_as_before(
        qapp: QApplication, qtbot: QtBot, archive: Archive, opened: OpenCase, clock: Clock) -> None:
    other = receive(archive, Arrival("Amina Yusuf")).id
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    session = Session(archive, window)

    def map_of(case_id: str) -> NetworkTab:
        session.open(case_id)
        assert session.desk is not None
        if not session.desk.case.all(Tie):
            people = a_network(session.desk.opened)
            tie_together(session.desk.opened, people["Sara"], people["Kurt"], TieQuality.LOOSE)
        session.go("network")
        tab = session.page("network")
        assert isinstance(tab, NetworkTab)
        settle(qtbot, tab)
        return tab

    tab = map_of(opened.id)
    tab.map.zoom_to(2, tab.map.looked_at())
    sight = tab.sight()
    assert not map_of(other).map.zoomed
    assert map_of(opened.id).sight() == sight
    session.close()
