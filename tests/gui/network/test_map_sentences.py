"""What the map shows, on the card: few at a time, by mouse and by keyboard, and whom a sentence means stands out."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.contacts.standing import add_standing
from borgerplan_desktop.casework.network.people import set_tie
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.map_sentences import FEW, MapSentencesCard, SentenceRow
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.insight.sentence import Kind, Sentence
from borgerplan_desktop.model.network import NetworkMember, TieQuality
from tests.gui.network.hands import settle

LEFT = Qt.MouseButton.LeftButton


def row(tab: NetworkTab, words: str) -> SentenceRow:
    return next(each for each in tab.insight.rows if words in each.sentence.words)


def faded(tab: NetworkTab) -> set[str]:
    return {item.face.name for item in tab.map.map_scene.people.values() if item.opacity() < 1}


def test_pressing_a_sentence_shows_whom_it_means(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    QTest.mouseClick(row(tab, "Svært lige nu"), LEFT)
    assert faded(tab) == {"Sara", "Peter", "Birgit Krogh"}
    assert tab.map.map_scene.tie(network["Kurt"].id).opacity() == 1
    assert tab.map.map_scene.tie(network["Sara"].id).opacity() < 1
    assert row(tab, "Svært lige nu").now
    QTest.mouseClick(row(tab, "Svært lige nu"), LEFT)    # again: all are there
    assert faded(tab) == set()
    assert not row(tab, "Svært lige nu").now


def test_it_is_reached_by_the_keyboard_and_from_the_table_it_goes_to_the_map(tab: NetworkTab) -> None:
    tab.as_table.setChecked(True)
    closest = row(tab, "tættest")
    closest.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(closest, Qt.Key.Key_Return)
    assert tab.map.isVisible()
    assert faded(tab) == {"Kurt", "Peter", "Birgit Krogh"}
    assert closest.accessibleName() == "Sara står Jonas tættest."
    assert closest.accessibleDescription() == "Viser dem på kortet"


def test_nobody_stands_out_when_it_is_no_longer_true(tab: NetworkTab, desk: Desk,
                                                     network: dict[str, NetworkMember]) -> None:
    row(tab, "Svært lige nu").click()
    set_tie(desk.opened, network["Kurt"], TieQuality.STRONG)
    assert faded(tab) == set()
    assert not any("Svært" in each.sentence.words for each in tab.insight.rows)


def test_a_sentence_about_nobody_is_no_button(tab: NetworkTab) -> None:
    empty = row(tab, "Ingen endnu")
    assert empty.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseClick(empty, LEFT)
    assert faded(tab) == set()


def test_what_is_written_elsewhere_is_said_at_once(tab: NetworkTab, desk: Desk) -> None:
    add_standing(desk.opened, "Samtale", 1)
    assert any("1 fagperson" in words or "én fast tid om ugen" in words
               for words in (each.sentence.words for each in tab.insight.rows))
    add_goal(desk.opened, "min egen bolig")
    assert row(tab, "Et mål har ingen ansvarlig: »min egen bolig«.")


def test_the_week_and_the_standing_appointments_are_a_press_away(tab: NetworkTab, desk: Desk) -> None:
    wanted: list[tuple[str, str]] = []

    def note(page: str, row: str) -> None:
        wanted.append((page, row))

    desk.go.connect(note)
    tab.insight.times.click()
    assert wanted == [("overview", "contacts:standing")]
    tab.insight.week.click()
    assert tab.window().findChild(PaperWindow) is not None


def test_at_most_six_are_shown_and_the_rest_by_a_button(qtbot: QtBot) -> None:
    card = MapSentencesCard()
    qtbot.addWidget(card)
    card.resize(306, 500)
    card.show()
    card.show_sentences([Sentence(Kind.GROUP, f"Sætning {n}.", ("x",)) for n in range(9)])
    assert [each.sentence.words for each in card.rows] == [f"Sætning {n}." for n in range(FEW)]
    assert card.more.text() == "Vis 3 mere"
    card.leave_room(True)
    assert len(card.rows) == FEW // 2
    card.more.click()
    QApplication.processEvents()
    assert len(card.rows) == 9
    assert card.rows[3].hasFocus()
    card.leave_room(False)                               # whoever asked for more keeps what they see
    assert len(card.rows) == 9
    assert card.more.isHidden()


def test_what_the_sentences_leave_is_the_chosen_persons_card(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)
    # without room of its own the two share alike
    qtbot.waitUntil(lambda: tab.person.height() > tab.insight.height() + 40, timeout=5_000)


def test_the_map_stays_where_it_is_when_more_is_said_beside_it(qtbot: QtBot, tab: NetworkTab) -> None:
    def stands() -> tuple[object, ...]:
        for _ in range(5):
            QApplication.processEvents()
        settle(qtbot, tab)
        return tab.map.geometry(), [(p.x, p.y, p.lines) for p in tab.map.map_layout.people], tab.strip.geometry()

    tab.insight.show_sentences([Sentence(Kind.GROUP, f"Sætning {n} om Sara og Kurt", ("x",)) for n in range(30)])
    before = stands()
    tab.insight.more.click()
    assert stands() == before
    assert tab.page.verticalScrollBar().maximum() > 0    # they are all there, below the window
