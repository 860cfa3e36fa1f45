"""The typed journey up to the meeting: arriving, papers, the people around Jonas, consent, the meeting made ready."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from borgerplan_desktop.gui.network.map_view import MapView
from tests.journeys import seed_case as seed
from tests.journeys.hands import Hands

TAB, ENTER, DOWN, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


def receive(hands: Hands) -> None:
    """Ny borger: a name, a room, and the day he came."""
    hands.click("Ny borger")
    hands.type("Navn", seed.NAME)
    hands.type("Værelse", "12")
    hands.type("Første henvendelse", "i går")
    hands.press(TAB)
    hands.click("Modtag")
    assert hands.sees(seed.NAME)
    assert hands.sees("Uge 1")


def take_in_earlier_plans(hands: Hands) -> None:
    """The four plans of today and the compass, each with its source."""
    hands.go("Papirer")
    hands.click("Tidligere planer")
    for kind, title, source, day, text in seed.EARLIER:
        hands.click("Hent en plan ind")
        hands.choose("Hvilken plan", kind)
        hands.type("Dato", day)
        hands.type("Titel", title)
        hands.type("Fra hvem", source)
        hands.type("Teksten", text)
        hands.click("Hent den ind")
    listed = hands.rows()
    assert len(listed) == len(seed.EARLIER)
    for _kind, title, source, _day, _text in seed.EARLIER:
        assert any(line.startswith(f"{title}, ") and f", {source} · 0 %" in line for line in listed), (title, listed)


def agree_how_to_work_together(hands: Hands) -> None:
    """Interpreter: no. Lay representative: has one."""
    hands.click("Flere handlinger")
    hands.pick("Sådan arbejder vi sammen")
    hands.type("Vil helst mødes her", "Helst på herberget eller på gåtur.")
    hands.choose("Træffes bedst", "Telefon")
    hands.choose("Brug for tolk?", "Nej")
    hands.choose("Bisidder", "Har en")
    hands.type("Hvordan bisidderen er med", "Ole er med til møder.")
    hands.type("Går det i stå?", "Så ringer jeg til Eva. Hun kalder os sammen inden for en uge.")
    hands.click("Tilbage til overblikket")


def draw_the_network(hands: Hands) -> None:
    """Family, friend and old master from his own life; the professionals land in the register."""
    hands.go("Netværk")
    for near in seed.PRIVATE:
        hands.click("Tilføj person")
        hands.type("Navn", near.name)
        hands.type("Hvem er det for borgeren", near.relation)
        hands.choose("Del af livet", near.part_of_life)
        hands.click("Tilføj")
        hands.choose("Forhold", near.tie)
        hands.type("Hjælper med", near.helps_with)
    for known in seed.PROFESSIONALS:
        hands.click("Tilføj person")
        hands.click("Fagperson")
        hands.type("Søg i registret", known.name)
        assert hands.sees("Ingen fundet")
        hands.click("Ny fagperson")
        hands.type("Rolle", known.role)
        hands.type("Arbejdssted", known.workplace)
        hands.choose("Del af livet", known.part_of_life)
        hands.type("Telefon", known.phone)
        hands.click("Tilføj")
    _carry(hands, "Sara Bækgaard", 0.0, -0.3)         # into the innermost ring, with the mouse
    _carry(hands, "Birgit Holm", 0.35, 0.6)
    for name, ring in (("Eva Lind", "Tættest på"), ("Ole Kragh", "Tættest på"), ("Kurt Jepsen", "Tæt på"),
                       ("Anne-Mette Kjær", "Tæt på"), ("Samir Haddad", "Længere væk")):
        hands.find(QAbstractButton, name).setFocus()     # and with the keyboard: M, a line of the menu, Enter
        hands.press(Qt.Key.Key_M)
        hands.walk_to(ring)
    on_the_map = hands.find(MapView, "Netværkskort").map_scene.people
    assert len(on_the_map) == 7                          # nobody stands there unless somebody put them


def _carry(hands: Hands, name: str, x: float, y: float) -> None:
    """Drag somebody who waits into the rings; x and y relative to the radius of the outer one."""
    chip, view = hands.find(QAbstractButton, name), hands.find(MapView, "Netværkskort")
    layout = view.map_layout
    to = view.mapFromScene(QPointF(*layout.absolute(x, y)))
    hands.drag(chip, QPoint(30, 20), chip.mapFromGlobal(view.viewport().mapToGlobal(to)))


def name_helpers(hands: Hands) -> None:
    """Ole stands beside Jonas; Eva holds the threads together."""
    view = hands.find(MapView, "Netværkskort")
    for name, act in (("Ole", "Er bisidder"), ("Eva", "Gør til fast tovholder")):
        person = next(i for i in view.map_scene.people.values() if i.face.name.startswith(name))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.centre_of(person.id))
        hands.click(act)
    hands.click("Har sagt ja")
    hands.click("Giv videre")
    assert hands.sees("Bisidder: Ole Kragh")
    assert hands.sees("Tovholder: Eva Lind")


def ask_for_consent(hands: Hands) -> None:
    """Jonas decides who may know what; one answer for those who make the plan, one for Ole."""
    hands.go("Papirer")
    hands.click("Samtykker")
    _consent(hands, "At kommunen, behandlerne og herberget kan lave én plan sammen med mig.",
             ("Birgit Holm", "Morten Dahl", "Anne-Mette Kjær", "Samir Haddad", "Lene Friis"),
             ("Min plan og mine mål", "Bolig", "Rusmidler", "Uddannelse og job"))
    _consent(hands, "At Ole kan være med til møderne som bisidder.", ("Ole Kragh",), ("Min plan og mine mål", "Bolig"))


def _consent(hands: Hands, purpose: str, persons: tuple[str, ...], topics: tuple[str, ...]) -> None:
    hands.click("Spørg om samtykke")
    hands.type("Hvad skal oplysningerne bruges til?", purpose)
    for each in (*persons, *topics, "Jonas har fået at vide"):
        hands.click(each)
    hands.type("Gælder til", "6. april 2027")
    hands.choose("Sådan blev svaret givet", "Underskrevet")
    hands.click("Svaret var ja")


def settle_responsibility(hands: Hands) -> None:
    """An office is asked, and says yes: the milestone is reached that day."""
    hands.go("Overblik")
    assert hands.sees("Aftal med kommunen, hvem der har ansvaret.")
    hands.click("Gå dertil")
    hands.type("Hvilket kontor spørger I?", "Hjemløseenheden")
    hands.press(Qt.Key.Key_Return)
    hands.type("Spurgt den", "8. oktober")
    hands.press(TAB)
    hands.choose("Svaret", "Har ansvaret")
    hands.type("Svaret kom", "13. oktober")
    hands.press(TAB)
    hands.click("Luk")
    assert not hands.sees("Aftal med kommunen, hvem der har ansvaret.")


def make_the_meeting_ready(hands: Hands) -> None:
    """When, where and why; who comes and why each; the agenda; what is remembered; the invitation."""
    hands.go("Møder")
    hands.click("Forbered mødet")
    hands.write("29. oktober")                           # the keyboard stands in the date
    hands.press(TAB)
    hands.type("Begynder kl.", "13")
    hands.type("Slutter kl.", "14.30")
    hands.type("Hvorfor mødes vi?", "At lave én plan sammen med Jonas.")
    hands.type("Sted", "Herberget, mødelokale 2")
    hands.type("Det vil Jonas gerne have ud af det", "At alle hører det samme på én gang.")
    hands.type("Det vil Jonas helst ikke tale om", "Det om Saras mor.")
    hands.click("Jonas er spurgt")
    hands.click("Luk mødets oplysninger")
    assert hands.sees("Torsdag 29. oktober kl. 13.00–14.30")
    hands.click("Tilføj deltager")
    hands.click("Alle, samtykket gælder for")
    hands.click("Tilføj 4 personer")      # each with a reason; Ole, Eva and Birgit, who calls it, are there
    first = seed.PROFESSIONALS[0]
    hands.type(f"Derfor er {first.name.split()[0]} med", first.why)     # one may say it better
    hands.click("Tilføj punkt")
    hands.write(seed.POINT)
    hands.press(ESCAPE)                                  # it stands before "who does what, when"
    assert hands.sees(f"Punkt 6: {seed.POINT}")
    tabs = hands.window.findChild(QWidget, "tabs")       # the header has chips called so too
    for short in ("Deltagere", "Samtykke", "Indkaldelse", "Lokale og kaffe"):       # the rest the program knows
        if not hands.find(QCheckBox, f"{short}: ", tabs).isChecked():
            hands.click(f"{short}: ", tabs)
    hands.click("Send til alle")
    hands.click("Noter som givet")
    assert hands.sees("Indkaldt 19. oktober")
