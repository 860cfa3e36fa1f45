"""The card, the table, the dialog and the sentences of the network tab."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.house import House
from borgerplan_desktop.casework.people import add_new_professional, place_on_map
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.network.add_person import AddPerson
from borgerplan_desktop.gui.network.moving import Leaving, MoveMenu
from borgerplan_desktop.gui.network.person_fields import KeptAs
from borgerplan_desktop.gui.network.tab import NetworkTab
from borgerplan_desktop.gui.network.table import Column
from borgerplan_desktop.model.citizen import lay_representatives, people
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentState, ConsentTopic, Topic
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.network import NetworkMember, Ring, Tie, TieQuality
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.shelter import Professional, Sector
from tests.gui.network_house import LEFT, a_network, shown

Key = Qt.Key


@pytest.fixture
def network(desk: Desk) -> dict[str, NetworkMember]:
    return a_network(desk.opened)


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, network: dict[str, NetworkMember]) -> NetworkTab:
    return shown(qtbot, desk)


def fields(tab: NetworkTab, kept: KeptAs = KeptAs.OWN):  # type: ignore[no-untyped-def]
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


# ------------------------------------------------------------------------------------------------------------ the card
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
        qtbot: QtBot, tab: NetworkTab, house: House, network: dict[str, NetworkMember]) -> None:
    birgit = network["Birgit"]
    tab.choose(birgit.id)
    edit = fields(tab, KeptAs.PROFESSIONAL).phone
    assert edit.text() == "12 34 56 11"
    edit.selectAll()
    qtbot.keyClicks(edit, "87 65 43 21")
    qtbot.keyClick(edit, Key.Key_Return)
    kept = house.shelter.case.get(Professional, birgit.professional_id)
    assert kept is not None
    assert kept.phone == "87 65 43 21"
    assert birgit.phone == ""


def test_a_name_changed_in_the_register_changes_on_the_map(
        qtbot: QtBot, tab: NetworkTab, house: House, network: dict[str, NetworkMember]) -> None:
    kept = house.shelter.case.get(Professional, network["Birgit"].professional_id)
    assert kept is not None
    with house.shelter.action("name"):
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


def test_somebody_becomes_coordinator_and_lay_representative(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    tab.choose(sara.id)
    qtbot.mouseClick(tab.person.coordinate, LEFT)
    holder = coordinator(desk.case)
    assert holder is not None
    assert (holder.member, holder.temporary) == (sara, False)
    assert tab.map.map_scene.people[sara.id].face.coordinator
    assert tab.person.coordinate.isHidden()
    qtbot.mouseClick(tab.person.stand_beside, LEFT)
    assert lay_representatives(desk.case, desk.opened.today()) == [sara]
    face = tab.map.map_scene.people[sara.id].face
    assert face.lay_representative
    assert face.consent is ConsentState.NOT_ASKED        # who stands beside must be asked about
    qtbot.mouseClick(tab.person.stand_beside, LEFT)
    assert lay_representatives(desk.case, desk.opened.today()) == []
    qtbot.mouseClick(tab.person.uncoordinate, LEFT)
    assert coordinator(desk.case) is None


def test_consent_is_seen_as_badge_word_and_way_to_ask(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    birgit = network["Birgit"]
    tab.choose(birgit.id)
    assert tab.map.map_scene.people[birgit.id].face.faded
    with qtbot.waitSignal(desk.go) as asked:
        qtbot.mouseClick(tab.person.ask_consent, LEFT)
    assert asked.args == ["papers", birgit.id]
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
    from datetime import timedelta

    with desk.opened.action("until"):
        network["Kurt"].involved_until = desk.opened.today() - timedelta(days=1)
    face = tab.map.map_scene.people[network["Kurt"].id].face
    assert face.faded
    assert "26" in face.words                            # until when


# ------------------------------------------------------------------------------------------------------------- leaving
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
    dialog.keep.click()
    assert goal.responsible is kurt
    tab.person.remove_it.click()
    dialog = [d for d in tab.findChildren(Leaving) if d.isVisible()][0]
    assert dialog.others.findData(kurt.id) < 0
    dialog.others.setCurrentIndex(dialog.others.findData(network["Sara"].id))
    dialog.hand_over.click()
    assert goal.responsible is network["Sara"]
    assert not kurt.exists


# -------------------------------------------------------------------------------------------------------------- adding
def opened_dialog(tab: NetworkTab) -> AddPerson:
    dialog = tab.ask_who()
    assert dialog.isVisible()
    return dialog


def test_a_private_person_is_added_by_keyboard(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    dialog = opened_dialog(tab)
    qtbot.keyClicks(dialog.name, "Fie")
    qtbot.keyClicks(dialog.relation, "min søster")
    dialog.sector.setFocus()
    dialog.sector.setCurrentIndex(0)
    dialog.ring.setCurrentIndex(1)
    qtbot.keyClick(dialog.name, Key.Key_Return)
    fie = people(desk.case)[-1]
    assert (fie.name, fie.relation, fie.sector, fie.ring) == ("Fie", "min søster", Sector.FAMILY, Ring.CLOSEST)
    assert type(fie.sector) is Sector
    assert tab.chosen == fie.id
    desk.opened.undo()
    assert not fie.exists


def test_nobody_is_added_without_a_name(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    before = len(people(desk.case))
    dialog = opened_dialog(tab)
    dialog.add.click()
    assert len(people(desk.case)) == before
    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    qtbot.keyClicks(dialog.name, "F")
    assert not dialog.trouble.isVisible()


def test_a_professional_is_found_in_the_register(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    samir = add_new_professional(desk.opened, "Samir Haddad", "sygeplejerske", "Psykiatrisk Gadeplansteam")
    desk.opened.undo()                                   # off the network, still in the register
    assert not samir.exists
    dialog = opened_dialog(tab)
    dialog.is_professional.setChecked(True)
    assert not dialog.add.isEnabled()
    qtbot.keyClicks(dialog.search, "gadeplans")
    assert dialog.found.count() == 1
    qtbot.keyClick(dialog.search, Key.Key_Return)
    member = people(desk.case)[-1]
    assert member.contact.name == "Samir Haddad"
    assert tab.chosen == member.id


def test_a_professional_who_is_in_the_network_already_is_shown_not_doubled(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    before = len(people(desk.case))
    dialog = opened_dialog(tab)
    dialog.is_professional.setChecked(True)
    qtbot.keyClicks(dialog.search, "krogh")
    qtbot.keyClick(dialog.search, Key.Key_Return)
    assert len(people(desk.case)) == before
    assert tab.chosen == network["Birgit"].id


def test_a_new_professional_goes_into_the_register(qtbot: QtBot, tab: NetworkTab, desk: Desk, house: House) -> None:
    dialog = opened_dialog(tab)
    dialog.is_professional.setChecked(True)
    qtbot.keyClicks(dialog.search, "Nadia Bro")
    assert dialog.found.count() == 0
    dialog.new_professional.click()
    assert dialog.new_name.text() == "Nadia Bro"         # what was searched for is not typed twice
    qtbot.keyClicks(dialog.new_organisation, "Rusmiddelcenter")
    dialog.new_sector.setCurrentIndex(list(Sector).index(Sector.HEALTH))
    dialog.add.click()
    (kept,) = [p for p in house.shelter.case.all(Professional) if p.name == "Nadia Bro"]
    assert (kept.organisation, kept.sector) == ("Rusmiddelcenter", Sector.HEALTH)
    assert people(desk.case)[-1].professional_id == kept.id


def test_an_empty_network_asks_who_is_important(qtbot: QtBot, desk: Desk) -> None:
    tab = shown(qtbot, desk)
    assert tab.empty.isVisible()
    assert "Jonas" in tab.empty.accessibleName()
    tab.empty.action.click()
    assert tab.findChild(AddPerson) is not None


def test_a_network_is_built_by_keyboard_only(qtbot: QtBot, desk: Desk) -> None:
    tab = shown(qtbot, desk)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.empty.action.setFocus()
    qtbot.keyClick(tab.empty.action, Key.Key_Space)
    dialog = tab.findChild(AddPerson)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    field = QApplication.focusWidget()                   # the name has the keyboard
    assert field is dialog.name
    qtbot.keyClicks(field, "Sara")
    qtbot.keyClick(field, Key.Key_Tab)
    qtbot.keyClicks(dialog.relation, "min datter")
    qtbot.keyClick(dialog.relation, Key.Key_Return)
    sara = people(desk.case)[-1]
    assert (sara.name, sara.ring) == ("Sara", None)
    qtbot.keyClick(tab.bucket.chip(sara.id), Key.Key_M)
    menu = tab.findChild(MoveMenu)
    assert menu is not None
    for key in (Key.Key_Down, Key.Key_Return):           # it begins at the closest ring
        qtbot.keyClick(menu, key)
    assert sara.ring is Ring.CLOSE
    tab.map.setFocus()
    qtbot.keyClick(tab.map, Key.Key_PageDown)
    qtbot.keyClick(tab.map, Key.Key_PageDown)
    assert tab.chosen in tab.map.map_scene.people
    desk.opened.undo()
    assert sara.ring is None


# --------------------------------------------------------------------------------------------------------------- table
def cell(tab: NetworkTab, name: str, column: Column) -> QModelIndex:
    model = tab.table.model()
    return next(model.index(row, column) for row in range(model.rowCount())
                if model.index(row, Column.NAME).data() == name)


def test_the_table_holds_everybody_also_those_not_placed(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.as_table.click()
    assert tab.table.isVisible()
    model = tab.table.model()
    assert {model.index(row, 0).data() for row in range(model.rowCount())} == {
        "Eva Lind", "Sara", "Peter", "Kurt", "Birgit Krogh", "Gadeplan"}
    assert tab.table.horizontalScrollBar().maximum() == 0


def test_the_table_sorts_by_meaning_and_by_danish_alphabet(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    from borgerplan_desktop.casework.people import add_private_person

    for name in ("Åse", "Ærlig", "Øjvind", "Zita"):
        add_private_person(desk.opened, name)
    tab.as_table.click()
    tab.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    model = tab.table.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names[-4:] == ["Zita", "Ærlig", "Øjvind", "Åse"]
    tab.table.sortByColumn(Column.RING, Qt.SortOrder.AscendingOrder)
    rings = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rings.index("Sara") < rings.index("Kurt") < rings.index("Peter") < rings.index("Gadeplan")


def test_a_word_is_chosen_in_the_table_by_keyboard(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    tab.as_table.click()
    tab.table.setCurrentIndex(cell(tab, "Kurt", Column.RING))
    qtbot.keyClick(tab.table, Key.Key_Return)
    combo = tab.table.findChild(QComboBox)
    assert combo is not None
    qtbot.keyClick(combo, Key.Key_Down)
    qtbot.keyClick(combo, Key.Key_Return)
    qtbot.waitUntil(lambda: network["Kurt"].ring is Ring.FURTHER)
    assert type(network["Kurt"].ring) is Ring
    desk.opened.undo()
    assert cell(tab, "Kurt", Column.RING).data() == cell(tab, "Birgit Krogh", Column.RING).data()


def test_a_relation_is_typed_in_the_table(qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.as_table.click()
    tab.table.setCurrentIndex(cell(tab, "Kurt", Column.WHO))
    qtbot.keyClick(tab.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QWidget)
    qtbot.keyClicks(editor, "min gamle mester")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: network["Kurt"].relation == "min gamle mester")


def test_what_the_register_keeps_is_not_edited_in_the_table(tab: NetworkTab) -> None:
    assert not cell(tab, "Birgit Krogh", Column.NAME).flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(tab, "Birgit Krogh", Column.TIE).flags() & Qt.ItemFlag.ItemIsEditable


def test_the_table_and_the_map_show_the_same_person(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.as_table.click()
    tab.table.setCurrentIndex(cell(tab, "Peter", Column.NAME))
    assert tab.chosen == network["Peter"].id
    tab.as_map.click()
    assert tab.map.map_scene.people[network["Peter"].id].chosen
    tab.choose(network["Sara"].id)
    assert tab.table.currentIndex().siblingAtColumn(0).data() == "Sara"


# ----------------------------------------------------------------------------------------------------------- sentences
def test_the_map_is_told_in_plain_sentences(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    said = " ".join(tab.insight.sentences())
    for name in ("Sara", "Eva", "Kurt", "Peter"):
        assert name in said
    with desk.opened.action("goal"):
        desk.case.add(Goal(plan_id=desk.case.the(Plan).id, title="Ringe til Sara"))
    assert any("Ringe til Sara" in line for line in tab.insight.sentences())
    before = tab.insight.sentences()[-1]
    place_on_map(desk.opened, network["Gadeplan"], Sector.WORK, Ring.CLOSE)
    assert tab.insight.sentences()[-1] != before         # one part of life fewer is empty


def test_every_control_has_a_name(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Birgit"].id)
    nameless = [w for w in tab.findChildren(QWidget)
                if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.accessibleName()
                and not getattr(w, "text", str)()]
    assert nameless == []


def test_a_professional_from_a_case_file_is_edited_where_they_are(
        qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    from borgerplan_desktop.model.network import MemberKind

    with desk.opened.action("taken in"):
        lene = desk.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Lene Friis", role="jobkonsulent"))
    tab.choose(lene.id)
    edit = fields(tab, KeptAs.OWN_PROFESSIONAL).organisation
    assert edit.isVisible()
    qtbot.keyClicks(edit, "Jobcenter")
    qtbot.keyClick(edit, Key.Key_Return)
    assert lene.organisation == "Jobcenter"
