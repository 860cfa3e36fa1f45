"""The network a month later: two people are moved, the two days are compared, the map is shown large and anonymous."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.network.people import add_private_person, put_on_map
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import NetworkMember, Ring
from borgerplan_desktop.model.shelter import Sector
from tests.archive import Clock
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of, take_in

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def network(program: Program) -> NetworkTab:
    session_of(program).go("network")
    page = session_of(program).page("network")
    assert isinstance(page, NetworkTab)
    return page


def begin(program: Program, hands: Hands) -> NetworkTab:
    take_in(hands, "Jonas Prøve")
    opened = desk_of(program).opened
    add_private_person(opened, "Sara Prøve", "datter", ring=Ring.CLOSEST)
    add_private_person(opened, "Peter Prøve", "bror", ring=Ring.FURTHER)
    add_private_person(opened, "Kurt Prøve", "ven", Sector.FRIENDS, ring=Ring.CLOSE)
    return network(program)


def test_two_people_are_moved_a_month_later_and_the_days_compared(
        program: Program, at_work: Hands, clock: Clock) -> None:
    begin(program, at_work)
    clock.pass_(days=30)
    program.login_flow.watch.look()                      # nobody was here for a month
    unlock(program, at_work)
    network(program)
    opened = desk_of(program).opened
    people = {member.name.split(" ")[0]: member for member in opened.case.all(NetworkMember)}
    put_on_map(opened, people["Peter"], Sector.FAMILY, Ring.CLOSE)
    put_on_map(opened, people["Kurt"], Sector.FRIENDS, Ring.FURTHER)
    at_work.click("Sammenlign")
    QApplication.processEvents()
    assert at_work.sees("Peter Prøve er rykket tættere på: længere væk → tæt på")
    assert at_work.sees("Kurt Prøve er rykket længere væk: tæt på → længere væk")
    assert at_work.sees("27. oktober")


def test_the_anonymous_map_says_so_and_nobodys_name_is_in_sight(program: Program, at_work: Hands) -> None:
    tab = begin(program, at_work)
    tab.strip.switches["anonymous"].trigger()
    QApplication.processEvents()
    assert at_work.sees("Anonymt")
    for name in ("Jonas", "Sara", "Peter", "Kurt"):
        assert not at_work.sees(name), name
    session_of(program).go("plan")
    QApplication.processEvents()
    assert at_work.sees("Jonas Prøve")                   # the other pages are as they were
    session_of(program).go("network")
    QApplication.processEvents()
    assert not at_work.sees("Jonas")


def test_the_anonymous_map_is_anonymous_when_it_is_unlocked(program: Program, at_work: Hands) -> None:
    """Others may still look on; the name came back to the head of the page with the password."""
    tab = begin(program, at_work)
    tab.strip.switches["anonymous"].trigger()
    program.login_flow.lock()
    unlock(program, at_work)
    QApplication.processEvents()
    assert at_work.sees("Anonymt")
    for name in ("Jonas", "Sara", "Peter", "Kurt"):
        assert not at_work.sees(name), name
    strip = network(program).strip
    strip._menu.aboutToShow.emit()                       # as when the menu is opened
    strip.switches["anonymous"].trigger()
    QApplication.processEvents()
    assert at_work.sees("Jonas Prøve")


def test_the_lock_works_over_the_large_map(program: Program, at_work: Hands) -> None:
    tab = begin(program, at_work)
    program.window.full_screen_action.trigger()
    QApplication.processEvents()
    assert tab.large.is_shown
    page = tab.large.page
    assert page is not None
    QTest.keyClick(page.map, Key.Key_L, CTRL)
    QApplication.processEvents()
    assert not at_work.sees("Sara")
    assert not at_work.sees("Jonas")
    unlock(program, at_work)
    assert session_of(program) is not None

