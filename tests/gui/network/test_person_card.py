"""The card of the chosen person, and how somebody leaves the network."""
from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.coordination import make_coordinator
from borgerplan_desktop.casework.course.kept_maps import kept_maps
from borgerplan_desktop.casework.course.overview import coordinator_words
from borgerplan_desktop.casework.network.coordinators import may_coordinate, possible_coordinators
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import (
    add_new_professional,
    add_private_person,
    make_lay_representative,
    set_tie,
)
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import tokens
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
from borgerplan_desktop.gui.network.move_and_remove import Leaving
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.person_fields import RecordKind, record_kind
from borgerplan_desktop.gui.widgets.avatar import hue_of
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentState, ConsentTopic, GivenHow, Topic
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.network import (
    MemberKind,
    NetworkMember,
    Tie,
    TieQuality,
    citizen_member,
    lay_representatives,
    people,
)
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.shelter import Professional
from tests.archive import Clock
from tests.gui.network.hands import LEFT, settle

Key = Qt.Key


def fields(tab: NetworkTab, kept: RecordKind = RecordKind.OWN):  # type: ignore[no-untyped-def]
    return tab.person._fields_of(kept)


def responsible(desk: Desk, member: NetworkMember, title: str = "Egen bolig") -> Goal:
    with desk.opened.action("goal"):
        return desk.case.add(Goal(plan_id=desk.case.the(Plan).id, title=title, responsible_id=member.id))


def consent(desk: Desk, member: NetworkMember, topics: list[Topic]) -> None:
    with desk.opened.action("consent"):
        form = desk.case.add(Consent(given_on=desk.opened.today()))
        desk.case.add(ConsentPerson(consent_id=form.id, member_id=member.id))
        for topic in topics:
            desk.case.add(ConsentTopic(consent_id=form.id, topic=topic))


def test_who_takes_over_may_be_called_something_long(qtbot: QtBot, desk: Desk, tab: NetworkTab) -> None:
    for name in ("Ida", "Konstantina"):
        add_private_person(desk.opened, name + " Fernanda Maria Rosenkilde" * 5)
    first = next(each for each in desk.case.all(NetworkMember) if each.contact.name.startswith("Konstantina"))
    asking = Leaving(desk, first, tab)
    asking.open()
    QApplication.processEvents()
    scroll = asking.findChild(DialogScroll)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0


def test_who_takes_over_may_be_somebody_new(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    goal = responsible(desk, network["Birgit"])
    asking = Leaving(desk, network["Birgit"], tab)
    asking.open()
    asking.who.add.click()
    adding = next(each for each in asking.findChildren(AddPerson) if each.isVisible())
    assert adding.is_professional.isChecked()            # the next caseworker, as a rule
    new = add_new_professional(desk.opened, "Mette Friis", "sagsbehandler")
    adding.added.emit(new.id)
    adding.reject()
    assert asking.others.currentText() == "Mette Friis"
    asking.hand_over.click()
    assert goal.responsible is new
    assert network["Birgit"] not in people(desk.case)


def test_nobody_takes_over_from_themselves(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    responsible(desk, network["Birgit"])
    asking = Leaving(desk, network["Birgit"], tab)
    asking.open()
    asking.who.chosen.emit(network["Birgit"])            # found at her office, where somebody new was looked for
    assert asking.others.currentText() == "Vælg en anden"
    assert not asking.hand_over.isEnabled()


def test_what_is_typed_in_the_card_is_stored_and_seen_on_the_map(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    tab.choose(sara.id)
    edit = fields(tab).relation
    edit.selectAll()
    qtbot.keyClicks(edit, "min pige")
    qtbot.keyClick(edit, Key.Key_Return)
    assert sara.relation == "min pige"
    assert tab.map.map_layout.by_id[sara.id].lines == ("Sara", "min pige")


def test_a_number_of_a_professional_is_kept_in_the_register(
        qtbot: QtBot, tab: NetworkTab, archive: Archive, network: dict[str, NetworkMember]) -> None:
    birgit = network["Birgit"]
    tab.choose(birgit.id)
    edit = fields(tab, RecordKind.PROFESSIONAL).phone
    assert edit.text() == "12 34 56 11"
    edit.selectAll()
    qtbot.keyClicks(edit, "87 65 43 21")
    qtbot.keyClick(edit, Key.Key_Return)
    kept = archive.shelter.case.get(Professional, birgit.professional_id)
    assert kept is not None
    assert kept.phone == "87 65 43 21"
    assert birgit.phone == ""


def test_a_name_changed_in_the_register_changes_on_the_map(
        qtbot: QtBot, tab: NetworkTab, archive: Archive, network: dict[str, NetworkMember]) -> None:
    kept = archive.shelter.case.get(Professional, network["Birgit"].professional_id)
    assert kept is not None
    with archive.shelter.action("name"):
        kept.name = "Birgit Holm"
    assert tab.map.map_scene.people[network["Birgit"].id].face.name == "Birgit Holm"


def test_the_tie_is_chosen_among_words(qtbot: QtBot, tab: NetworkTab, desk: Desk,
                                       network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)
    combo = fields(tab).tie
    combo.setFocus()
    qtbot.keyClick(combo, Key.Key_End)
    combo.activated.emit(combo.currentIndex())
    assert network["Sara"].tie is TieQuality.BROKEN
    desk.opened.undo()
    assert network["Sara"].tie is TieQuality.STRONG
    assert combo.currentIndex() == 0


def test_choosing_another_person_stores_what_was_typed(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)
    qtbot.keyClicks(fields(tab).helps_with, "ro")
    tab.choose(network["Birgit"].id)
    assert network["Sara"].helps_with == "ro"
    assert network["Birgit"].helps_with == ""


def test_who_can_be_coordinator_is_ticked_on_the_card(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    register = desk.opened.shelter
    assert register is not None
    tab.choose(network["Birgit"].id)
    box = fields(tab, RecordKind.PROFESSIONAL).coordinates
    assert box is not None
    assert box.isVisible()
    box.click()
    assert may_coordinate(network["Birgit"])
    assert possible_coordinators(desk.opened)[0] == [network["Birgit"]]
    register.undo()
    assert not box.isChecked()
    tab.choose(network["Sara"].id)
    assert fields(tab).coordinates is None               # the list is of those in the register


def test_somebody_becomes_coordinator_and_lay_representative(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    tab.choose(sara.id)
    qtbot.mouseClick(tab.person.coordinate, LEFT)
    dialog = tab.person.findChild(HandOverCoordination)
    assert dialog is not None
    dialog.since.setDate(desk.opened.today() + timedelta(days=1))
    dialog.act.click()
    assert dialog.since.is_in_trouble()                  # the day has not come yet
    dialog.since.setDate(desk.opened.today())
    dialog.act.click()
    holder = coordinator(desk.case)
    assert holder is not None
    assert (holder.member, holder.temporary, holder.said_yes_on) == (sara, False, None)
    assert coordinator_words(desk.case) == "Tovholder: Sara (spurgt)"
    qtbot.mouseClick(tab.person.agree, LEFT)
    assert holder.said_yes_on == desk.opened.today()
    assert coordinator_words(desk.case) == "Tovholder: Sara"
    assert tab.person.agree.isHidden()
    assert tab.map.map_scene.people[sara.id].face.coordinator
    assert tab.person.coordinate.isHidden()
    qtbot.mouseClick(tab.person.stand_beside, LEFT)
    assert lay_representatives(desk.case, desk.opened.today()) == [sara]
    face = tab.map.map_scene.people[sara.id].face
    assert face.lay_representative
    assert "Tovholder. Bisidder." in tab.map.map_scene.people[sara.id].toolTip()
    assert face.consent is ConsentState.NOT_ASKED        # who stands beside must be asked about
    qtbot.mouseClick(tab.person.stand_beside, LEFT)
    assert lay_representatives(desk.case, desk.opened.today()) == []
    qtbot.mouseClick(tab.person.uncoordinate, LEFT)
    assert coordinator(desk.case) is None


def test_a_long_first_name_makes_the_card_no_wider(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    desk.do(write, desk.case.the(Citizen), Citizen.name, "Mads-Emil Ångström Kjærgaard", "Change name")
    tab.resize(1308, 480)                                # the card scrolls
    tab.choose(network["Birgit"].id)
    settle(qtbot, tab)
    assert tab.person.ask_consent.isVisible()
    assert tab.person.ask_consent.accessibleName() == "Spørg Mads-Emil om samtykke"
    scroll = tab.person._scroll
    content = scroll.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= scroll.viewport().width()


def test_consent_is_seen_as_badge_word_and_way_to_ask(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    birgit = network["Birgit"]
    tab.choose(birgit.id)
    assert tab.map.map_scene.people[birgit.id].face.faded
    with qtbot.waitSignal(desk.go) as asked:
        qtbot.mouseClick(tab.person.ask_consent, LEFT)
    assert asked.args == ["papers", f"ask:{birgit.id}"]
    consent(desk, birgit, [Topic.MONEY])
    assert tab.map.map_scene.people[birgit.id].face.consent is ConsentState.PARTLY
    assert tab.person.ask_consent.isHidden() or not tab.person.ask_consent.isVisible()
    consent(desk, birgit, list(Topic))
    assert tab.map.map_scene.people[birgit.id].face.covered
    assert tab.map.map_scene.people[network["Sara"].id].face.consent is None     # nobody writes to a daughter of nine


def test_ties_to_others_are_made_changed_and_removed(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)
    bonds = tab.person.bonds
    bonds.adding.activated.emit(bonds.adding.findText("Peter"))
    (tie,) = desk.case.all(Tie)
    assert {tie.one_id, tie.other_id} == {network["Sara"].id, network["Peter"].id}
    bonds.lines[0].quality.activated.emit(3)
    assert tie.quality is TieQuality.STRAINED
    assert bonds.adding.findText("Peter") < 0            # one tie is enough
    qtbot.mouseClick(bonds.lines[0].gone, LEFT)
    assert desk.case.all(Tie) == []


def test_who_is_not_with_us_now_is_drawn_faded_with_the_words(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    with desk.opened.action("until"):
        network["Kurt"].involved_until = desk.opened.today() - timedelta(days=1)
    face = tab.map.map_scene.people[network["Kurt"].id].face
    assert face.faded
    assert "26" in face.words                            # until when


def test_somebody_without_tasks_just_goes_and_comes_back(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    tab.choose(kurt.id)
    qtbot.keyClick(tab.map, Key.Key_Delete)
    assert not kurt.exists
    assert tab.chosen == ""
    assert kurt.id not in tab.map.map_scene.people
    desk.opened.undo()
    assert kurt.exists
    assert kurt.id in tab.map.map_scene.people


def test_somebody_responsible_for_goals_is_asked_about(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt, goal = network["Kurt"], responsible(desk, network["Kurt"])
    tab.choose(kurt.id)
    tab.person.remove_it.click()
    dialog = tab.findChild(Leaving)
    assert dialog is not None
    assert not dialog.hand_over.isEnabled()
    dialog.keep_button.click()
    assert goal.responsible is kurt
    tab.person.remove_it.click()
    dialog = [d for d in tab.findChildren(Leaving) if d.isVisible()][0]
    assert dialog.others.findData(kurt.id) < 0
    dialog.others.setCurrentIndex(dialog.others.findData(network["Sara"].id))
    assert dialog.lines == ["Har ansvar for målet »" + goal.title + "«"]
    dialog.hand_over.click()
    assert goal.responsible is network["Sara"]
    assert not kurt.exists


def test_what_nobody_takes_over_stays_with_the_name_and_the_person_is_put_back(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt, goal = network["Kurt"], responsible(desk, network["Kurt"])
    tab.choose(kurt.id)
    tab.person.remove_it.click()
    dialog = tab.findChild(Leaving)
    assert dialog is not None
    dialog.let_stand.click()
    assert goal.responsible is kurt
    assert kurt.removed_on == desk.opened.today()
    assert kurt.id not in tab.map.map_scene.people
    adding = tab.ask_who()
    assert adding.who_left.isVisible()
    assert not adding.again.isVisible()
    qtbot.keyClicks(adding.name, "kurt")
    assert adding.again.isVisible()
    assert adding.again.accessibleName() == "Sæt Kurt på kortet igen"
    adding.again.click()
    assert kurt.removed_on is None
    assert kurt.id in tab.map.map_scene.people
    assert tab.chosen == kurt.id


def test_the_list_of_who_left_brings_somebody_back(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt, _goal = network["Kurt"], responsible(desk, network["Kurt"])
    assert not tab.ask_who().who_left.isVisible()        # nobody has left
    remove_person(desk.opened, kurt)
    adding = [d for d in (tab.ask_who(),) if d.isVisible()][0]
    lines = adding.fill_left().actions()
    assert [line.text() for line in lines] == ["Kurt, ven"]
    lines[0].trigger()
    assert kurt.removed_on is None


def test_a_professional_from_a_case_file_is_edited_where_they_are(
        qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    with desk.opened.action("taken in"):
        lene = desk.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Lene Friis", role="jobkonsulent"))
    tab.choose(lene.id)
    edit = fields(tab, RecordKind.OWN_PROFESSIONAL).organisation
    assert edit.isVisible()
    qtbot.keyClicks(edit, "Jobcenter")
    qtbot.keyClick(edit, Key.Key_Return)
    assert lene.organisation == "Jobcenter"


def test_no_field_moves_when_a_card_grows(qtbot: QtBot, tab: NetworkTab, desk: Desk,
                                          network: dict[str, NetworkMember]) -> None:
    birgit = network["Birgit"]
    tab.choose(birgit.id)
    for _round in range(3):                              # what the map shows makes room for the card, then it settles
        QApplication.processEvents()
    tie = tab.person._fields_of(record_kind(birgit)).tie
    before = tie.mapTo(tab, tie.rect().topLeft())
    set_tie(desk.opened, birgit, TieQuality.STRAINED)    # the map says one more thing
    make_coordinator(desk.opened, birgit)
    make_lay_representative(desk.opened, birgit)
    give_consent(desk.opened, Asked("Planen", [birgit], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    QApplication.processEvents()
    assert tie.mapTo(tab, tie.rect().topLeft()) == before


def test_a_person_has_one_colour(desk: Desk, network: dict[str, NetworkMember]) -> None:
    for member in network.values():
        assert tokens().hue(hue_of(member) or 0) == tokens().sector(member.sector.value)
    assert hue_of(citizen_member(desk.case)) is None


def test_a_tie_changed_in_the_card_keeps_the_map_of_the_day_before(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember], clock: Clock) -> None:
    clock.pass_(days=3)
    tab.choose(network["Sara"].id)
    combo = next(each for each in tab.person.findChildren(QComboBox) if each.objectName() == "tie" and each.isVisible())
    combo.setCurrentIndex(list(TieQuality).index(TieQuality.STRAINED))
    combo.activated.emit(combo.currentIndex())
    assert network["Sara"].tie is TieQuality.STRAINED
    assert len(kept_maps(desk.case)) == 1
