"""How each person appears, where it does not show on one screen alone."""
from __future__ import annotations

from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.insight import insight
from borgerplan_desktop.casework.network.people import add_private_person, make_lay_representative, set_tie
from borgerplan_desktop.casework.papers.consents import Asked, say_no
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.unplaced_people import UnplacedPeople
from borgerplan_desktop.gui.showing.people_shown import faces
from borgerplan_desktop.model.consent import ConsentState, GivenHow, Topic, needs_consent
from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.network import Being, NetworkMember, Reach, Ring, TieQuality, people
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import shown
from tests.journeys.hands import Hands


def test_before_the_citizen_has_said_anything_the_map_says_nothing(qtbot: QtBot, desk: Desk) -> None:
    sara = add_private_person(desk.opened, "Sara", "datter")
    shown = faces(desk.case, desk.opened.today())
    said = insight(desk.case, desk.opened.today())
    assert [each.words for each in said] == ["Spørg Jonas, hvem der står tættest."]
    assert not any("Forhold" in face.sentence for face in shown)
    bucket = UnplacedPeople()
    qtbot.addWidget(bucket)
    bucket.show_people(shown, "", "Jonas")
    bucket.show()
    assert Hands(bucket).sees("Spørg Jonas, hvem der står tættest, og træk ind i ringene.")
    set_tie(desk.opened, sara, TieQuality.STRONG)
    assert "Forhold: stærk" in faces(desk.case, desk.opened.today())[-1].sentence


def test_who_is_dead_stands_outside_the_rings_with_the_word_first(desk: Desk) -> None:
    with desk.opened.action("reach"):
        add_private_person(desk.opened, "Karl", "min far", Sector.FAMILY, ring=Ring.CLOSEST).reach = Reach.DEAD
        add_private_person(desk.opened, "Kurt", "", Sector.FRIENDS, ring=Ring.CLOSE).reach = Reach.OUT_OF_REACH
    karl, kurt = (face for face in faces(desk.case, desk.opened.today()) if face.ring)
    assert (karl.outside, karl.words) == (True, "død · min far")
    assert (kurt.outside, kurt.words) == (True, "uden for rækkevidde")
    assert "Død" in karl.sentence
    assert karl.for_layout().outside


def test_a_dog_and_a_bench_have_forms_of_their_own_and_a_word(qtbot: QtBot, desk: Desk) -> None:
    with desk.opened.action("beings"):
        add_private_person(desk.opened, "Bella", "min hund", Sector.FAMILY, ring=Ring.CLOSEST).being = Being.ANIMAL
        add_private_person(desk.opened, "Bænken", "", Sector.FRIENDS, ring=Ring.CLOSE).being = Being.PLACE
        add_private_person(desk.opened, "Kurt", "", Sector.FRIENDS, ring=Ring.CLOSE)
    tab = shown(qtbot, desk)
    bella, bench, kurt = (item.face for item in tab.map.map_scene.people.values())
    assert [face.shape for face in (bella, bench, kurt)] == [Shape.ANIMAL, Shape.PLACE, Shape.ROUND]
    assert "Dyr" in bella.sentence
    assert "Privat" not in bella.sentence
    assert "Dyr" in tab.legend.accessibleName()
    assert "Sted" in tab.legend.accessibleName()


def test_the_legend_explains_animals_where_there_are_any(tab: NetworkTab) -> None:
    assert "Dyr" not in tab.legend.accessibleName()
    assert "Privat" in tab.legend.accessibleName()


def consents(desk: Desk) -> dict[str, ConsentState | None]:
    return {face.name: face.consent for face in faces(desk.case, desk.opened.today())}


def test_our_own_staff_need_no_consent_whatever_else_they_are(desk: Desk, network: dict[str, NetworkMember]) -> None:
    eva = next(m for m in people(desk.case) if m.staff_id is not None)
    make_lay_representative(desk.opened, eva)
    say_no(desk.opened, Asked("Planen", [eva, network["Kurt"]], [Topic.HEALTH], GivenHow.ORALLY))
    assert consents(desk)[eva.contact.name] is None
    assert consents(desk)["Kurt"] is ConsentState.SAID_NO


def test_consent_is_shown_for_whom_it_is_asked_about(desk: Desk, network: dict[str, NetworkMember]) -> None:
    make_lay_representative(desk.opened, network["Sara"])
    shown = consents(desk)
    assert {m.contact.name for m in people(desk.case) if needs_consent(desk.case, m, desk.opened.today())} == {
        name for name, state in shown.items() if state is not None} == {"Sara", "Birgit Krogh"}
