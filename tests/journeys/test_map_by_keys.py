"""The network map drawn from nothing without touching the mouse: who, where, who knows whom, and put right again."""
from __future__ import annotations

from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.network import NetworkMember, Ring, Tie, TieQuality
from borgerplan_desktop.model.shelter import Sector
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.journeys.keys import CTRL, DOWN, ENTER, ESCAPE, SHIFT, SPACE, here, tab_to
from tests.window import session_of, take_in

PEOPLE = (("Sara Bækgaard", "min datter", "Tættest på"), ("Lone Bækgaard", "Saras mor", "Længere væk"),
          ("Kurt Jepsen", "min gamle mester", "Tæt på"))


def draw(program: Program, hands: Hands) -> Desk:
    """Three people, each put where they stand."""
    take_in(hands, "Jonas Bækgaard")
    desk = session_of(program).desk
    assert desk is not None
    hands.press(Qt.Key.Key_3, CTRL)
    for name, words, ring in PEOPLE:
        tab_to(hands, "Tilføj person")
        hands.press(SPACE)
        tab_to(hands, "Navn")
        hands.write(name)
        tab_to(hands, "Hvem er det")
        hands.write(words)
        hands.press(ENTER)
        hands.wait(lambda name=name: any(m.name == name for m in desk.case.all(NetworkMember)), name)
        tab_to(hands, name, back=True)                   # who waits to be placed
        hands.press(Qt.Key.Key_M)
        hands.walk_to(ring)
        hands.wait(lambda: isinstance(here(), MapView), "the keyboard goes along onto the map")
    return desk


def test_a_map_is_drawn_by_keys_alone(program: Program, at_work: Hands) -> None:
    hands = at_work
    desk = draw(program, hands)
    by_name = {m.name: m for m in desk.case.all(NetworkMember)}
    sara, lone, kurt = (by_name[name] for name, _words, _ring in PEOPLE)
    assert [m.ring for m in (sara, lone, kurt)] == [Ring.CLOSEST, Ring.FURTHER, Ring.CLOSE]

    hands.write("s")                                     # to Sara by her letter; tied to Lone by hers
    hands.write("t")
    hands.write("l")
    assert hands.sees("Bind Sara Bækgaard og Lone Bækgaard sammen")
    hands.press(ENTER)
    assert {(tie.one_id, tie.other_id) for tie in desk.case.all(Tie)} == {(sara.id, lone.id)}
    hands.press(DOWN)                                    # how it is: the next one in the box
    assert desk.case.all(Tie)[0].quality is TieQuality.LOOSE

    tab_to(hands, "Netværkskort", back=True)
    hands.press(Qt.Key.Key_K)
    hands.press(Qt.Key.Key_F10, SHIFT)
    hands.walk_to("Fjern person\tDelete")
    hands.wait(lambda: not kurt.exists, "Kurt is gone")
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.wait(lambda: kurt.exists, "Kurt is back")
    view = here()
    assert isinstance(view, MapView)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_0):
        hands.press(key)
    assert not view.zoomed
    hands.press(ESCAPE)
    assert sara.sector is Sector.FAMILY


def test_two_are_moved_a_month_later_compared_and_printed_by_keys_alone(
        program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    draw(program, hands)
    clock.pass_(days=30)
    program.login_flow.watch.look()                      # nobody was here for a month
    hands.write(PASSWORD)                                # the keyboard stands in the password
    hands.press(ENTER)
    hands.press(Qt.Key.Key_3, CTRL)
    tab_to(hands, "Netværkskort")
    for letter, ring in (("l", "Tæt på"), ("k", "Længere væk")):
        hands.write(letter)
        hands.press(Qt.Key.Key_M)
        hands.walk_to(ring)
        hands.wait(lambda: isinstance(here(), MapView), "the keyboard is on the map again")
    tab_to(hands, "Sammenlign kortet", back=True)
    hands.press(SPACE)
    assert hands.sees("Lone Bækgaard er rykket tættere på: længere væk → tæt på")
    assert hands.sees("Kurt Jepsen er rykket længere væk: tæt på → længere væk")
    tab_to(hands, "Udskriv kortet", back=True)
    hands.press(SPACE)
    assert isinstance(hands.front(), PaperWindow)
    hands.press(ESCAPE)
    assert hands.sees("2 ting er anderledes")
