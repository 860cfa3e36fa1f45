"""The table beside the map, and what the map shows in plain sentences."""
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.leaving import set_reach
from borgerplan_desktop.casework.network.map_presets import WayOfLooking
from borgerplan_desktop.casework.network.people import add_private_person, put_on_map
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.people_table import Column
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.model.network import NetworkMember, Reach, Ring
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import shown

Key = Qt.Key


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


def test_the_table_says_who_is_dead_as_the_map_does(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    set_reach(desk.opened, network["Peter"], Reach.DEAD)
    tab.as_table.click()
    model = tab.table.model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert ["Peter", "bror", "Familie", "Død"] in rows


def test_the_table_sorts_by_meaning_and_by_danish_alphabet(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
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


def test_the_number_of_somebody_in_the_register_is_changed_for_all(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.as_table.click()
    tab.table.setCurrentIndex(cell(tab, "Birgit Krogh", Column.PHONE))
    QApplication.processEvents()                         # the table has its width, and the column its place
    qtbot.keyClick(tab.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QWidget)
    qtbot.keyClick(editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "12 34 56 77")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: network["Birgit"].contact.phone == "12 34 56 77")
    assert network["Birgit"].phone == ""                 # it is the register's
    assert cell(tab, "Birgit Krogh", Column.PHONE).data() == "12\u00a034\u00a056\u00a077"


@pytest.mark.parametrize("name", ["Kurt", "Gadeplan"])   # on the map, and not placed yet
def test_another_part_of_life_is_chosen_in_the_table_and_undone_in_one_step(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember], name: str) -> None:
    tab.as_table.click()
    sectors, before = list(Sector), network[name].sector
    tab.table.setCurrentIndex(cell(tab, name, Column.SECTOR))
    qtbot.keyClick(tab.table, Key.Key_Return)
    combo = tab.table.findChild(QComboBox)
    assert combo is not None
    for _step in range(2):                               # past a word to the one that is meant
        qtbot.keyClick(combo, Key.Key_Up)
    qtbot.keyClick(combo, Key.Key_Return)
    wanted = sectors[max(0, sectors.index(before) - 2)]
    qtbot.waitUntil(lambda: network[name].sector is wanted)
    desk.opened.undo()
    assert network[name].sector is before


def test_the_table_and_the_map_show_the_same_person(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.as_table.click()
    tab.table.setCurrentIndex(cell(tab, "Peter", Column.NAME))
    assert tab.chosen == network["Peter"].id
    tab.as_map.click()
    assert tab.map.map_scene.people[network["Peter"].id].chosen
    tab.choose(network["Sara"].id)
    assert tab.table.currentIndex().siblingAtColumn(0).data() == "Sara"


def said(tab: NetworkTab) -> list[str]:
    QApplication.processEvents()                         # lines that have just come are shown now
    return [label.words() for label in tab.insight.findChildren(PlainLabel) if label.isVisible()]


def test_the_map_is_told_in_plain_sentences(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    for name in ("Sara", "Kurt", "Peter"):
        assert name in " ".join(said(tab))
    with desk.opened.action("goal"):
        desk.case.add(Goal(plan_id=desk.case.the(Plan).id, title="Ringe til Sara"))
    assert any("Ringe til Sara" in line for line in said(tab))
    before = said(tab)[-1]
    put_on_map(desk.opened, network["Gadeplan"], Sector.WORK, Ring.CLOSE)
    assert said(tab)[-1] != before         # one part of life fewer is empty


def test_a_goal_without_words_is_named_in_danish(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    with desk.opened.action("goal"):
        desk.case.add(Goal(plan_id=desk.case.the(Plan).id))
    assert any("»Mål uden ord endnu«" in line for line in said(tab))


def test_every_control_has_a_name(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Birgit"].id)
    nameless = [w for w in tab.findChildren(QWidget)
                if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.accessibleName()
                and not getattr(w, "text", str)()]
    assert nameless == []


def test_a_phone_number_is_never_cut(qtbot: QtBot, desk: Desk) -> None:
    sara = add_private_person(desk.opened, "Sara", "datter", phone="+45 12 34 56 78")
    add_private_person(desk.opened, "Ole", "ven med et meget langt ord om, hvem han er, og hvorfor")
    tab = shown(qtbot, desk)
    tab.as_table.setChecked(True)
    QApplication.processEvents()
    table = tab.table
    for width in (1308, 1180):
        tab.resize(width, 614)
        QApplication.processEvents()
        assert not table.isColumnHidden(Column.PHONE)
        assert table.columnWidth(Column.PHONE) >= table.sizeHintForColumn(Column.PHONE)
        assert table.horizontalHeader().length() <= table.viewport().width()
    write(desk.opened, sara, NetworkMember.phone, "0049 1512 345 67 89 12", "x")
    assert table.columnWidth(Column.PHONE) >= table.sizeHintForColumn(Column.PHONE)


def ask_for(tab: NetworkTab, *columns: Column) -> None:
    """Tick columns in the menu, as by the mouse."""
    tab.as_table.click()
    tab.table.columns.aboutToShow.emit()
    for action in tab.table.columns.actions():
        if action.data() in columns:
            action.trigger()
    QApplication.processEvents()


def type_into(qtbot: QtBot, tab: NetworkTab, name: str, column: Column, words: str) -> None:
    tab.table.setCurrentIndex(cell(tab, name, column))
    QApplication.processEvents()
    qtbot.keyClick(tab.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QWidget)
    qtbot.keyClick(editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()                         # Qt takes it over a moment later


def test_more_columns_are_shown_when_they_are_asked_for(tab: NetworkTab) -> None:
    more = (Column.EMAIL, Column.HELPS, Column.FROM, Column.UNTIL)
    tab.as_table.click()
    assert all(tab.table.isColumnHidden(column) for column in more)
    assert tab.strip.columns is not None
    assert tab.strip.columns.isVisible()
    ask_for(tab, *more)
    assert not any(tab.table.isColumnHidden(column) for column in more)
    assert tab.table.horizontalHeader().length() <= tab.table.viewport().width()
    ask_for(tab, Column.EMAIL, Column.TASK)              # once more, and one of the usual: away
    assert tab.table.isColumnHidden(Column.EMAIL)
    assert tab.table.isColumnHidden(Column.TASK)
    tab.as_map.click()
    assert not tab.strip.columns.isVisible()


def test_what_they_help_with_mail_and_from_when_until_when_are_typed_in_the_table(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt, birgit = network["Kurt"], network["Birgit"]
    ask_for(tab, Column.EMAIL, Column.HELPS, Column.FROM, Column.UNTIL)
    type_into(qtbot, tab, "Kurt", Column.HELPS, "flytter møbler")
    assert kurt.helps_with == "flytter møbler"
    type_into(qtbot, tab, "Kurt", Column.FROM, "2. november 2026")
    assert kurt.involved_from == date(2026, 11, 2)
    assert cell(tab, "Kurt", Column.FROM).data() == "2. november 2026"
    type_into(qtbot, tab, "Kurt", Column.UNTIL, "30.11.2026")
    assert kurt.involved_until == date(2026, 11, 30)
    desk.opened.undo()
    assert cell(tab, "Kurt", Column.UNTIL).data() == ""
    type_into(qtbot, tab, "Birgit Krogh", Column.EMAIL, "birgit@example.dk")
    assert birgit.contact.email == "birgit@example.dk"
    assert birgit.email == ""                            # it is the register's


@pytest.mark.parametrize(("words", "told"), [("en dag", "forstod ikke »en dag«"), ("1. januar 2020", "")])
def test_what_is_no_day_and_an_end_before_the_beginning_are_refused_in_words(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember], words: str, told: str) -> None:
    with desk.opened.action("from"):
        network["Kurt"].involved_from = date(2026, 11, 2)
    ask_for(tab, Column.UNTIL)
    said_in_words: list[str] = []

    def note(sentence: str, _field: str) -> None:
        said_in_words.append(sentence)

    desk.refused.connect(note)
    type_into(qtbot, tab, "Kurt", Column.UNTIL, words)
    assert network["Kurt"].involved_until is None
    assert len(said_in_words) == 1
    assert told in said_in_words[0]


def test_without_names_nothing_that_tells_who_it_is_is_shown_in_any_column(
        tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    with desk.opened.action("facts"):
        network["Kurt"].email, network["Kurt"].helps_with = "kurt@example.dk", "passer Kurts hund"
    ask_for(tab, Column.EMAIL, Column.HELPS)
    tab.strip.look(WayOfLooking(anonymous=True))
    model = tab.table.model()
    cells = [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in Column]
    assert [each for each in cells if "urt" in each] == []
