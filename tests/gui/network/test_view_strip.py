"""How the map is looked at: at a phase, with the plan's responsibilities, some of the people, and the kept views."""
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.phases import begin_phase, phase_from
from borgerplan_desktop.casework.network.involved_when import involve
from borgerplan_desktop.casework.network.map_presets import WayOfLooking, keep_preset, presets
from borgerplan_desktop.casework.network.people import add_new_professional, tie_together
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.people_table import Column
from borgerplan_desktop.gui.network.stop_slider import Stop
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.map.labels import size_of
from borgerplan_desktop.model.network import InvolvedAs, NetworkMember, Phase, Ring, Support, SupportKind, TieQuality
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan
from borgerplan_desktop.model.shelter import MapFilter
from tests.gui.network.hands import LEFT, settle, shown

Key = Qt.Key
People = dict[str, NetworkMember]


def label(tab: NetworkTab, member: NetworkMember) -> tuple[str, bool]:
    """The line below somebody's name on the map, and whether they fade."""
    face = tab.map.map_scene.people[member.id].face
    return face.words, face.faded


def switch(tab: NetworkTab, key: str) -> None:
    """Choose a line of the menu, as by the mouse."""
    tab.strip._menu.aboutToShow.emit()
    tab.strip.switches[key].trigger()


def shelter(desk: Desk) -> OpenCase:
    assert desk.opened.shelter is not None
    return desk.opened.shelter


def with_goal(desk: Desk, member: NetworkMember, area: LifeArea) -> Goal:
    with desk.opened.action("goal"):
        return desk.case.add(Goal(plan_id=desk.case.the(Plan).id, title="min egen bolig", area=area,
                                  responsible_id=member.id))


def test_the_slider_stands_at_the_phase_of_today_and_says_so(tab: NetworkTab) -> None:
    slider = tab.strip.slider
    assert slider.isVisible()
    assert "Hvem er med hvornår" in slider.accessibleName()
    assert slider.accessibleName().endswith("(nu)")
    assert slider.stops[slider.value()].now


def test_who_is_not_with_us_in_a_phase_fades_with_a_word(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: People) -> None:
    involve(desk.opened, network["Sara"], Phase.MOVING, InvolvedAs.INVITED)
    slider = tab.strip.slider
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_End)
    assert slider.accessibleName() == "Hvem er med hvornår: Bagefter"
    assert label(tab, network["Sara"]) == ("ikke med her", True)
    assert tab.map.map_scene.people[network["Sara"].id].face.sentence.endswith(". Ikke med her.")
    assert not label(tab, network["Kurt"])[1]            # of him nothing is said: he is with us all the time
    qtbot.keyClick(slider, Key.Key_Left)
    assert label(tab, network["Sara"]) == ("indkaldt", False)
    assert "Indkaldt" in tab.map.map_scene.people[network["Sara"].id].face.sentence
    qtbot.mouseClick(slider, LEFT, pos=slider.centre_of(0).toPoint())
    assert slider.accessibleName().startswith("Hvem er med hvornår: Ankomst")
    assert slider.accessibleName().endswith("(nu)")
    assert not label(tab, network["Sara"])[1]            # the map as it is now


def test_the_slider_is_left_alone_by_the_wheel_and_other_keys(qtbot: QtBot, tab: NetworkTab) -> None:
    slider = tab.strip.slider
    before = slider.value()
    for key in (Key.Key_A, Key.Key_5):
        qtbot.keyClick(slider, key)
    qtbot.keyClick(slider, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert slider.value() == before


def test_every_word_of_the_slider_has_a_place(tab: NetworkTab) -> None:
    slider = tab.strip.slider
    centres = [slider.centre_of(at).x() for at in range(len(slider.stops))]
    assert centres == sorted(centres)
    assert slider.rect().contains(QPoint(round(centres[-1]), 13))


def test_that_it_is_now_gives_way_before_the_word_is_cut(tab: NetworkTab) -> None:
    slider, metrics = tab.strip.slider, QFontMetricsF(tab.font())
    slider.show_stops([Stop("The plan is made", now=True), Stop("Afterwards")], 0)
    room = metrics.horizontalAdvance("The plan is made") + 2
    assert slider.word_in(0, metrics, room) == "The plan is made"
    assert slider.word_in(0, metrics, 4 * room) == "The plan is made (nu)"
    assert slider.accessibleName().endswith("The plan is made (nu)")


def test_the_responsibilities_of_the_plan_are_lines_with_a_word(
        tab: NetworkTab, desk: Desk, network: People) -> None:
    goal = with_goal(desk, network["Birgit"], LifeArea.HOUSING)
    assert tab._over.areas.lines == []                        # shown on demand
    switch(tab, "responsibilities")
    (line,) = tab._over.areas.lines
    assert (line.id, line.words) == (network["Birgit"].id, "Bolig")
    assert "Bolig" in tab.map.map_scene.people[network["Birgit"].id].face.sentence
    boxes = [item.sceneBoundingRect() for item in tab.map.map_scene.people.values()]
    assert sum(line.box.intersects(box) for box in boxes) <= 1
    with desk.opened.action("reached"):
        goal.status = GoalStatus.REACHED
    assert tab._over.areas.lines == []


def test_only_some_of_the_people(qtbot: QtBot, tab: NetworkTab, network: People) -> None:
    tab.strip.filters[MapFilter.PROFESSIONALS].trigger()
    assert {item.face.name for item in tab.map.map_scene.people.values()} == {"Birgit Krogh"}
    tab.as_table.click()
    model = tab.table.model()
    assert {model.index(row, 0).data() for row in range(model.rowCount())} <= {"Birgit Krogh", "Eva Lind", "Gadeplan"}
    tab.strip.filters[MapFilter.EVERYBODY].trigger()
    tab.as_map.click()
    settle(qtbot, tab)
    assert network["Sara"].id in tab.map.map_scene.people


def test_the_ties_between_others_can_be_left_out(tab: NetworkTab, desk: Desk, network: People) -> None:
    tie_together(desk.opened, network["Sara"], network["Peter"], TieQuality.STRONG)
    assert any(line.a for line in tab.map.map_layout.ties)
    switch(tab, "ties_between")
    assert not any(line.a for line in tab.map.map_layout.ties)


def choose(qtbot: QtBot, combo: QComboBox, words: str) -> None:
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_a_view_is_kept_chosen_renamed_and_deleted(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    strip = tab.strip
    assert strip.choice.currentText() == "Alle"
    switch(tab, "responsibilities")
    assert strip.choice.currentText() == "Som valgt nu"
    dialog = strip.ask_to_keep()
    assert dialog is not None
    qtbot.keyClicks(dialog.name, "Til planen")
    qtbot.keyClick(dialog.name, Key.Key_Return)
    assert strip.choice.currentText() == "Til planen"
    choose(qtbot, strip.choice, "Alle")
    assert strip.way == WayOfLooking()
    choose(qtbot, strip.choice, "Til planen")
    assert strip.way == WayOfLooking(responsibilities=True)
    renaming = strip.ask_to_rename()
    assert renaming is not None
    renaming.name.setText("Til mødet")
    renaming.keep.click()
    assert strip.choice.currentText() == "Til mødet"
    strip.ask_to_delete()
    front = QApplication.activeModalWidget()
    assert front is not None
    next(each for each in front.findChildren(QPushButton) if each.text() == "Slet visningen").click()
    assert presets(shelter(desk)) == []
    assert strip.choice.currentText() == "Alle"


def test_a_view_without_a_name_is_not_kept_and_says_so(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    dialog = tab.strip.ask_to_keep()
    assert dialog is not None
    dialog.keep.click()
    assert dialog.isVisible()
    assert dialog.trouble.words() == "Skriv, hvad visningen hedder."
    assert presets(shelter(desk)) == []
    dialog.reject()


def test_a_view_of_another_window_comes_here(tab: NetworkTab, desk: Desk) -> None:
    keep_preset(shelter(desk), "Undervisning", WayOfLooking(anonymous=True))
    assert tab.strip.choice.findText("Undervisning") >= 0


def test_the_menu_ticks_what_is_shown(tab: NetworkTab) -> None:
    tab.strip.look(WayOfLooking(MapFilter.PRIVATE, responsibilities=True))
    tab.strip._menu.aboutToShow.emit()
    ticked = [action.text() for action in tab.strip._menu.actions() if isinstance(action, QAction)
              and action.isChecked()]
    assert ticked == ["Private", "Forhold mellem andre", "Hvem har ansvar for hvad i planen"]


@pytest.mark.parametrize("width", [1308, 700])
def test_the_strip_fits_the_window(qtbot: QtBot, desk: Desk, network: People, width: int) -> None:
    tab = shown(qtbot, desk, width)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert tab.strip.width() <= tab.map_card.width()
    assert tab.page.horizontalScrollBar().maximum() == 0


def test_as_the_map_is_now_the_citizens_own_people_stand_there_as_ever(
        tab: NetworkTab, desk: Desk, network: People) -> None:
    """It shows a life: a daughter is not »not with us now«."""
    words = label(tab, network["Sara"])
    involve(desk.opened, network["Sara"], Phase.AFTER, InvolvedAs.INVITED)
    birgit = add_new_professional(desk.opened, "Birgit Krogh", "sagsbehandler", "Hjemløseenheden", ring=Ring.CLOSE)
    involve(desk.opened, birgit, Phase.AFTER, InvolvedAs.INVITED)
    assert label(tab, network["Sara"]) == words == ("datter, 9 år", False)
    assert label(tab, birgit) == ("Hjemløseenheden", True)
    assert "ikke med nu" in tab.map.map_scene.people[birgit.id].face.sentence.lower()


def test_the_word_of_who_fades_is_never_left_out(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: People) -> None:
    involve(desk.opened, network["Sara"], Phase.MOVING, InvolvedAs.INVITED)
    tab.strip.slider.setFocus()
    qtbot.keyClick(tab.strip.slider, Key.Key_End)
    tight = replace(map_strokes.look(), lines=1)         # as of a crowd
    sara, kurt = (tab.map.map_layout.by_id[network[name].id].person for name in ("Sara", "Kurt"))
    assert size_of(sara, tight, inside=False).lines == ("Sara", "ikke med her")
    assert size_of(kurt, tight, inside=False).lines == ("Kurt",)


def test_a_tab_made_anew_stands_as_the_one_before(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    """So it is in another language."""
    tab.strip.look(WayOfLooking(MapFilter.PRIVATE, supports=True))
    qtbot.keyClick(tab.strip.slider, Key.Key_End)
    again = shown(qtbot, desk)
    again.stand(tab.standing())
    assert again.strip.way == tab.strip.way
    assert again.strip.slider.accessibleName() == "Hvem er med hvornår: Bagefter"


def test_the_columns_of_the_table_are_the_same_in_another_language(
        qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    tab.as_table.click()
    tab.table.columns.aboutToShow.emit()
    for column in (Column.SECTOR, Column.EMAIL):         # one goes, one comes
        next(each for each in tab.table.columns.actions() if each.data() == int(column)).trigger()
    again = shown(qtbot, desk)
    again.stand(tab.standing())
    again.as_table.click()
    assert again.table.isColumnHidden(Column.SECTOR)
    assert not again.table.isColumnHidden(Column.EMAIL)


def test_of_two_phases_at_once_one_is_now_and_the_other_is_now_too(
        qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    for phase in (Phase.PLAN, Phase.WORKING):
        phase_from(desk.opened, begin_phase(desk.opened, phase), desk.opened.today())
    slider, metrics = tab.strip.slider, QFontMetricsF(tab.font())
    written = [slider.word_in(at, metrics, 1000) for at in range(len(slider.stops))]
    assert [word for word in written if "nu" in word] == ["Planen laves (nu)"]
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_Right)
    assert slider.accessibleName() == "Hvem er med hvornår: I gang (også nu)"
    dialog = tab.strip.ask_when()
    assert dialog is not None
    heads = [str(dialog.table.model().headerData(at, Qt.Orientation.Horizontal)) for at in range(len(slider.stops))]
    assert [head for head in heads if "nu" in head] == ["Planen laves\n(nu)", "I gang\n(også nu)"]
    dialog.close()


def test_the_legend_says_what_an_arrow_means_where_there_are_any(tab: NetworkTab, desk: Desk, network: People) -> None:
    with desk.opened.action("help"):
        me = next(each for each in desk.case.all(NetworkMember) if each.is_citizen)
        desk.case.add(Support(giver_id=network["Sara"].id, receiver_id=me.id, kind=SupportKind.COMPANY))
    before = tab.legend.sizeHint().height()
    assert "Til den, der får" not in tab.legend.accessibleName()
    switch(tab, "supports")
    assert "Til den, der får" in tab.legend.accessibleName()
    assert tab.legend.sizeHint().height() > before
