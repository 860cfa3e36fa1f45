"""The whole of somebody on their card: what flows, what is wished, what they are, whether they can be reached."""
from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.contacts.standing import add_standing, every_weeks, remove_standing, with_whom
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.network.people import add_professional, tie_together
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.move_and_remove import HasDied
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.person_fields import PersonFields, RecordKind
from borgerplan_desktop.gui.network.what_flows import WhatFlows
from borgerplan_desktop.model.flow import Way, what_flows
from borgerplan_desktop.model.network import (
    Being,
    ContactWish,
    NetworkMember,
    Reach,
    Support,
    SupportKind,
    TieQuality,
    citizen_member,
)
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.model.shelter import Professional, Sector, SectorName
from tests.gui.network.hands import LEFT, a_network, shown

Key = Qt.Key


def fields(tab: NetworkTab, record: RecordKind = RecordKind.OWN) -> PersonFields:
    return tab.person._fields[record]


def pick(combo: QWidget, index: int) -> None:
    combo.setCurrentIndex(index)  # type: ignore[attr-defined]
    combo.activated.emit(index)  # type: ignore[attr-defined]


def sentence(tab: NetworkTab, member: NetworkMember) -> str:
    return tab.map.map_scene.people[member.id].face.sentence


def test_what_flows_to_and_from_the_citizen_is_chosen_in_words(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    sara, citizen = network["Sara"], citizen_member(desk.case)
    assert citizen is not None
    tab.choose(sara.id)
    own = tab.person.bonds.own
    assert own is not None
    assert own.words.text() == "Hvad de giver hinanden, er ikke sagt endnu"
    qtbot.mouseClick(own.change, LEFT)
    dialog = tab.person.window().findChildren(QWidget)
    flows = next(each for each in dialog if isinstance(each, WhatFlows))
    combo = flows.ways[SupportKind.TALK]
    name = citizen.contact.first_name
    assert [combo.itemText(i) for i in range(4)] == ["Ingenting", f"{name} giver", f"{name} får", "Begge veje"]
    pick(combo, 2)
    pick(flows.ways[SupportKind.COMPANY], 3)
    assert what_flows(desk.case, citizen, sara) == {SupportKind.TALK: Way.GETS, SupportKind.COMPANY: Way.BOTH}
    said = f"{name} får: en at tale med. Begge veje: selskab"
    assert tab.person.bonds.own is not None
    assert tab.person.bonds.own.words.text() == said
    assert said in sentence(tab, sara)                   # as it is heard
    desk.opened.undo()
    assert combo.currentIndex() == 2
    assert flows.ways[SupportKind.COMPANY].currentIndex() == 0


def test_between_two_others_it_is_said_with_their_names(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    tie_together(desk.opened, network["Sara"], network["Peter"], TieQuality.STRONG)
    tab.choose(network["Sara"].id)
    dialog = tab.person.bonds.lines[0].flow.ask()
    assert "Hvad giver Sara og Peter hinanden?" in [each.text() for each in dialog.findChildren(QLabel)]
    pick(dialog.ways[SupportKind.HANDS], 1)
    (flow,) = desk.case.all(Support)
    assert (flow.giver_id, flow.receiver_id) == (network["Sara"].id, network["Peter"].id)
    assert tab.person.bonds.lines[0].flow.words.text() == "Sara giver: en hånd med"
    tab.choose(network["Peter"].id)
    assert tab.person.bonds.lines[0].flow.words.text() == "Peter får: en hånd med"


def test_whom_nobody_is_to_talk_with_is_said_calmly(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    peter = network["Peter"]
    tab.choose(peter.id)
    assert tab.person.wish.isHidden()
    pick(fields(tab).wish, 1 + list(ContactWish).index(ContactWish.DO_NOT_TALK))
    assert peter.wish is ContactWish.DO_NOT_TALK
    assert tab.person.wish.text().endswith("ønsker, at vi ikke taler med Peter.")
    assert "Ønske: tal ikke med dem" in sentence(tab, peter)
    desk.opened.undo()
    assert peter.wish is None
    assert tab.person.wish.isHidden()


def test_since_when_the_wish_in_words_and_a_note_are_stored(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    tab.choose(sara.id)
    form = fields(tab)
    qtbot.keyClicks(form.known_since, "altid")
    qtbot.keyClicks(form.wished_contact, "hver weekend")
    qtbot.keyClicks(form.note, "ring efter skole")
    tab.choose(network["Peter"].id)
    assert (sara.known_since, sara.wished_contact, sara.note) == ("altid", "hver weekend", "ring efter skole")


def test_several_marks_at_once_as_badges_and_words(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    birgit, kurt = network["Birgit"], network["Kurt"]
    tab.choose(kurt.id)
    for name in ("is_relative", "is_peer", "is_volunteer"):
        tab.person.marks.boxes[name].click()
    assert (kurt.is_relative, kurt.is_peer, kurt.is_volunteer) == (True, True, True)
    assert not tab.person.marks.boxes["own_doctor"].isVisible()      # a friend is nobody's doctor
    assert "Pårørende. Med egen erfaring. Frivillig." in sentence(tab, kurt)
    tab.choose(birgit.id)
    assert not tab.person.marks.boxes["is_relative"].isVisible()
    tab.person.marks.boxes["own_doctor"].click()
    assert birgit.own_doctor
    desk.opened.undo()
    assert not birgit.own_doctor
    assert not tab.person.marks.boxes["own_doctor"].isChecked()


def test_an_animal_has_only_the_fields_that_make_sense(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    tab.choose(kurt.id)
    form = fields(tab)
    assert form.wish.isVisible()
    pick(form.being, list(Being).index(Being.ANIMAL))
    assert kurt.being is Being.ANIMAL
    for gone in (form.wish, form.phone, form.email, form.involved_from, tab.person.marks, tab.person.coordinate,
                 tab.person.stand_beside, tab.person.consents):
        assert not gone.isVisible()
    assert form.helps_with.isVisible()
    assert "Dyr." in sentence(tab, kurt)
    pick(form.being, list(Being).index(Being.PLACE))
    assert form.phone.isVisible()                        # a drop-in centre has a number
    desk.opened.undo()
    desk.opened.undo()
    assert form.wish.isVisible()


def test_a_dogs_card_has_no_gap_where_a_persons_fields_were_and_calls_it_an_animal(
        tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    tab.choose(network["Birgit"].id)                     # a professional's fields are the tallest
    tab.choose(kurt.id)
    assert tab.person.remove_it.text() == "Fjern person"
    pick(fields(tab).being, list(Being).index(Being.ANIMAL))
    QApplication.processEvents()
    form = fields(tab)
    assert form.height() <= form.sizeHint().height()
    assert form.note.y() - form.helps_with.geometry().bottom() < 2 * form.helps_with.height()
    assert tab.person.remove_it.text() == "Fjern dyr"


def test_who_is_dead_is_not_asked_about_more_contact_but_what_was_written_stays(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    write(desk.opened, kurt, NetworkMember.phone, "12 34 56 03", "number")
    tab.choose(kurt.id)
    form = fields(tab)
    assert form.helps_with_label.text() == "Hjælper med"
    pick(form.reach, list(Reach).index(Reach.DEAD))
    assert kurt.reach is Reach.DEAD
    for gone in (form.wish, form.wished_contact, form.email, form.involved_from):
        assert not gone.isVisible()
    assert form.phone.isVisible()
    assert form.helps_with_label.text() == "Hjalp med"
    desk.opened.undo()
    assert form.wish.isVisible()


def test_a_dog_is_added_as_one(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    dialog = tab.ask_who()
    dialog.is_animal.click()
    assert not dialog.phone.isVisible()
    qtbot.keyClicks(dialog.name, "Bella")
    dialog.add.click()
    bella = desk.case.get(NetworkMember, tab.chosen)
    assert bella is not None
    assert (bella.name, bella.being) == ("Bella", Being.ANIMAL)


def test_nobody_is_asked_for_a_dog_where_somebody_is_to_do_something(tab: NetworkTab, desk: Desk) -> None:
    dialog = AddPerson(desk, tab)
    dialog.show()
    assert not dialog.is_animal.isVisible()
    assert not dialog.is_place.isVisible()


def test_who_dies_is_said_warmly_and_what_they_had_in_hand_is_asked_about(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    with desk.opened.action("promised"):
        agreed = desk.case.add(Agreement(text="hente cyklen", responsible_id=kurt.id))
    tab.choose(kurt.id)
    reach = fields(tab).reach
    pick(reach, list(Reach).index(Reach.DEAD))
    dialog = tab.window().findChild(HasDied)
    assert dialog is not None
    assert dialog.lines == ["Har aftalen »hente cyklen«"]
    dialog.keep_button.click()
    assert kurt.reach is Reach.IN_REACH
    assert reach.currentIndex() == 0                     # what was not done does not stand there
    pick(reach, list(Reach).index(Reach.DEAD))
    dialog = [each for each in tab.window().findChildren(HasDied) if each.isVisible()][0]
    assert dialog.others.findData(kurt.id) < 0
    dialog.others.setCurrentIndex(dialog.others.findData(network["Sara"].id))
    dialog.hand_over.click()
    assert kurt.reach is Reach.DEAD
    assert agreed.responsible_id == network["Sara"].id
    assert tab.person.reached.text().startswith("Kurt er død og har stadig sin plads på kortet.")
    assert not tab.person.coordinate.isVisible()
    desk.opened.undo()
    assert kurt.reach is Reach.IN_REACH
    assert agreed.responsible_id == kurt.id


def test_somebody_without_anything_in_hand_is_simply_written_as_dead_or_out_of_reach(
        tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    tab.choose(sara.id)
    pick(fields(tab).reach, list(Reach).index(Reach.OUT_OF_REACH))
    assert sara.reach is Reach.OUT_OF_REACH
    assert tab.person.reached.text() == "Sara kan ikke nås lige nu og har stadig sin plads på kortet."
    pick(fields(tab).reach, list(Reach).index(Reach.DEAD))
    assert sara.reach is Reach.DEAD


def test_consent_is_given_from_the_card_of_whoever_has_one_too(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)                       # of whom nobody has to ask
    with qtbot.waitSignal(desk.go) as asked:
        qtbot.mouseClick(tab.person.consents, LEFT)
    assert asked.args == ["papers", f"ask:{network['Sara'].id}"]


def test_the_shelters_own_words_for_the_parts_of_life_are_on_map_and_in_the_table(
        qtbot: QtBot, desk: Desk) -> None:
    network = a_network(desk.opened)
    shelter = desk.opened.shelter
    assert shelter is not None
    tab = shown(qtbot, desk)
    with shelter.action("own words"):
        shelter.case.add(SectorName(sector=Sector.AUTHORITY, place=-1.0, name="Kommunen"))
    assert [sector.key for sector in tab.map.map_layout.sectors][0] == "authority"
    assert tab.map.map_layout.sectors[0].lines == ("Kommunen",)
    assert "Kommunen, " in sentence(tab, network["Birgit"])


def test_a_professional_of_several_maps_says_so_and_their_unit_is_offered(
        tab: NetworkTab, desk: Desk, archive: Archive, network: dict[str, NetworkMember]) -> None:
    birgit = network["Birgit"]
    tab.choose(birgit.id)
    assert tab.person.used.isHidden()                    # of this map alone
    tab.choose("")
    who = archive.shelter.case.get(Professional, birgit.professional_id)
    assert who is not None
    add_professional(receive(archive, Arrival("Palle Prøve")), who)
    tab.choose(network["Sara"].id)
    tab.choose(birgit.id)
    assert tab.person.used.text().startswith("Bruges hos 2 borgere: ")
    assert "Palle Prøve" in tab.person.used.text()
    offered = fields(tab, RecordKind.PROFESSIONAL).organisation.completer()
    assert offered is not None
    assert offered.model().index(0, 0).data() == "Hjemløseenheden"


def test_the_standing_appointments_with_somebody_are_on_their_card_and_lead_to_where_they_are_changed(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    talk = add_standing(desk.opened, "Samtale om rusmidler", 1, time(13, 0), network["Birgit"])
    add_standing(desk.opened, "Gåtur", 3, None, network["Kurt"])
    tab.choose(network["Sara"].id)
    times = tab.person.times
    assert not times.isVisible()
    tab.choose(network["Birgit"].id)
    assert [line.words.text() for line in times.lines] == ["Samtale om rusmidler · Tirsdag kl. 13.00 · Hver uge"]
    every_weeks(desk.opened, talk, 2)
    (line,) = times.lines
    assert "Hver 2. uge" in line.words.text()
    went: list[tuple[str, str]] = []

    def note(page: str, row: str) -> None:
        went.append((page, row))

    desk.go.connect(note)
    line.change.setFocus()
    qtbot.keyClick(line.change, Key.Key_Space)
    assert went == [("overview", f"contacts:{talk.id}")]
    with_whom(desk.opened, talk, network["Kurt"])
    assert not times.isVisible()
    tab.choose(network["Kurt"].id)
    assert [line.words.text().partition(" · ")[0] for line in times.lines] == ["Samtale om rusmidler", "Gåtur"]
    remove_standing(desk.opened, talk)
    assert len(times.lines) == 1
    desk.opened.undo()
    assert len(times.lines) == 2
