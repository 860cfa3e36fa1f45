"""The overview, as a contact person reads and uses it."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.course import wait_for
from borgerplan_desktop.casework.house.own_names import RINGS, rename
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_step, tick_step
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.waiting.applications import answer, write_application
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.reading_order import stops
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.overview.card_rows import GoalRow
from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
from borgerplan_desktop.gui.waiting.call_dialog import CallDialog
from borgerplan_desktop.gui.waiting.waiting_part import WaitingPart
from borgerplan_desktop.model.application import ApplicationKind, Outcome
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.network import NetworkMember, Ring
from borgerplan_desktop.model.plan import Plan
from tests.journeys.hands import Hands


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> OverviewTab:
    tab = OverviewTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1094, 620)
    tab.show()
    return tab


def test_of_a_map_not_begun_it_says_what_the_map_says(tab: OverviewTab) -> None:
    assert Hands(tab).sees("Ingen på kortet endnu. Hvem er vigtige for Jonas?")
    assert tab.mini_map.accessibleDescription() == "0 personer"


def test_words_take_a_second_line_before_they_are_cut(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    for words in ("Ringer til boligselskabet om ventelisten og indskuddet",
                  "Jeg vil drikke mindre, så jeg kan sove hele natten"):
        (add_agreement if words.startswith("R") else add_goal)(desk.opened, words)
        qtbot.wait(1)
        [label] = [each for each in tab.findChildren(QLabel) if each.text() == words and each.isVisible()]
        assert label.height() >= label.heightForWidth(label.width()) > label.fontMetrics().height()


def test_an_empty_case_says_what_to_do_next(tab: OverviewTab) -> None:
    hands = Hands(tab)
    for words in ("Ingen mål endnu. Hvad vil Jonas gerne opnå?", "Intet møde planlagt. Hvem skal mødes, og hvorfor?",
                  "Ingen aftaler endnu.", "Næste skridt: Aftal med kommunen"):
        assert hands.sees(words), words


def test_behind_another_tab_it_is_made_anew_when_somebody_looks(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    add_goal(desk.opened, "Jeg vil have min egen dør")
    rows = tab.findChildren(GoalRow)
    tab.hide()
    write(desk.opened, desk.case.the(Plan), Plan.hopes, "Et vindue", "Edit")
    add_goal(desk.opened, "Jeg vil sove")
    assert tab.findChildren(GoalRow) == rows
    tab.show()
    qtbot.wait(1)
    hands = Hands(tab)
    assert hands.sees("Jeg vil sove")
    assert hands.sees("»Et vindue«")


def test_it_follows_what_happens(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    hands = Hands(tab)
    goal = add_goal(desk.opened, "Jeg vil have min egen dør")
    tick_step(desk.opened, add_step(desk.opened, goal, "skrive mig op"))
    add_step(desk.opened, goal, "se en bolig")
    write(desk.opened, desk.case.the(Plan), Plan.hopes, "Et sted <b>med</b> vindue", "Edit")
    plan_meeting(desk.opened, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    qtbot.wait(1)
    assert hands.sees("Jeg vil have min egen dør")
    assert hands.sees("1 af 2 skridt er gjort")
    assert hands.sees("»Et sted <b>med</b> vindue«")
    assert hands.sees("Om 2 dage")
    assert hands.sees("torsdag 29. oktober kl. 13.00–14.00")


def test_a_goal_without_words_is_named_to_eye_and_ear(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    add_goal(desk.opened)
    qtbot.wait(1)
    row = tab.findChild(GoalRow)
    assert row is not None
    assert row.accessibleName().startswith("1 Mål uden ord endnu, ")
    assert Hands(row).sees("Mål uden ord endnu")


def test_every_card_is_a_door(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    goal = add_goal(desk.opened, "bolig")
    qtbot.wait(1)
    hands = Hands(tab)
    for words, place in (("Se hele forløbet", "overview"), ("Åbn kortet", "network"), ("Åbn planen", "plan")):
        with qtbot.waitSignal(desk.go) as went:
            hands.click(words)
        assert went.args[0] == place  # type: ignore[index]
    row = tab.findChild(GoalRow)
    assert row is not None
    row.setFocus()
    with qtbot.waitSignal(desk.go) as went:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert went.args == ["plan", goal.id]


def test_tab_goes_from_a_card_to_its_lines(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    add_goal(desk.opened, "bolig")
    add_goal(desk.opened, "arbejde")
    qtbot.wait(1)
    rows = tab.findChildren(GoalRow)
    at = stops(tab).index(rows[0])
    assert stops(tab)[at - 1:at + 2] == [tab.goals_button, *rows]
    tab.goals_button.setFocus()
    for widget, focused in ((tab.goals_button, rows[0]), (rows[0], rows[1])):
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        assert focused.hasFocus()


def test_an_agreement_is_ticked_here_and_undone(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    agreement = add_agreement(desk.opened, "Ring til boligforeningen", desk.case.all(NetworkMember)[1],
                              date(2026, 10, 26))
    qtbot.wait(1)
    hands = Hands(tab)
    assert hands.sees("Eva · i går")
    box = next(b for b in tab.agreements_box.findChildren(QCheckBox) if b.isVisible())
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: agreement.done)
    desk.opened.undo()
    assert not agreement.done


def test_the_strip_says_who_asks_again_and_leads_to_the_wait(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    wait_for(desk.opened, None, "svar fra kommunen")
    hands, course = Hands(tab), current_course(desk.case)
    assert hands.sees("Venter på: svar fra kommunen. Spurgt i dag. Eva spørger igen 3. nov.")
    assert not tab.call_button.isVisible()
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Se ventetiden")
    assert went.args == ["overview", f"waiting:{course.id}"]
    tab.show_row(f"waiting:{course.id}")
    part = tab.whole_course().part
    assert isinstance(part, WaitingPart)
    assert part.waits.widgets()[0].is_open
    tab.show_row("board")
    birgit = add_new_professional(desk.opened, "Birgit Krogh", "rådgiver", "Boligforeningen", phone="12345678")
    wait_for(desk.opened, birgit, "svar fra kommunen")
    with desk.opened.action("x"):
        course.nudge_on = None
    assert hands.sees("Venter på Birgit Krogh, Boligforeningen: svar fra kommunen. Spurgt i dag. "
                      "Ingen dag for at spørge igen.")
    hands.click("Ring til Birgit")
    dialog = tab.findChild(CallDialog)
    assert dialog is not None
    assert Hands(dialog).sees("12 34 56 78")
    dialog.reject()


def test_an_application_that_is_due_is_what_it_waits_for(tab: OverviewTab, desk: Desk) -> None:
    hands, today = Hands(tab), desk.opened.today()
    home = write_application(desk.opened, ApplicationKind.HOUSING_LIST, "en lejlighed", "Boligforeningen",
                             sent_on=today)
    assert hands.sees("Næste skridt: Aftal med kommunen")                # nobody needs to ask again yet
    with desk.opened.action("x"):
        home.nudge_on = today - timedelta(1)
    assert hands.sees("Venter på Boligforeningen: en lejlighed. Spurgt i dag. Eva skulle spørge igen i går.")
    answer(desk.opened, home, Outcome.YES)
    assert not hands.sees("en lejlighed")


def test_a_usual_case_is_seen_without_scrolling(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    tab.resize(1094, 615)                                # what the usual pc has room for
    for words in ("Min egen bolig i Aalborg", "Færre dage med øl", "Se Sara hver uge", "Arbejde igen"):
        add_goal(desk.opened, words)
    for words in ("Ring til boligforeningen", "Følges med Jonas til lægen", "Søg om indskudslån", "Hent støvlerne",
                  "Skriv til Sara"):
        add_agreement(desk.opened, words, desk.case.all(NetworkMember)[1], date(2026, 11, 2))
    with desk.opened.action("x"):
        desk.case.the(Plan).hopes = "Jeg vil have min egen dør, jeg kan låse, og at Sara kan komme på besøg. " * 3
        desk.case.the(Plan).matters_now = "At få ro om natten, og at Sara ved, hvor hun kan finde mig. " * 3
    plan_meeting(desk.opened, starts_at=datetime(2026, 10, 29, 13), ends_at=datetime(2026, 10, 29, 14))
    qtbot.wait(50)                                       # everything finds its place
    assert tab.page_scroll.verticalScrollBar().maximum() == 0
    hands = Hands(tab)
    assert hands.sees("og 1 mere")
    assert len([row for row in tab.findChildren(GoalRow) if row.isVisible()]) == 3
    tab.resize(1094, 900)
    qtbot.waitUntil(lambda: len([row for row in tab.findChildren(GoalRow) if row.isVisible()]) == 4)


def test_the_closest_are_named_and_the_small_map_counts(tab: OverviewTab, desk: Desk) -> None:
    sara = add_private_person(desk.opened, "Sara")
    assert Hands(tab).sees("Spørg Jonas, hvem der står tættest.")
    write(desk.opened, sara, NetworkMember.ring, Ring.CLOSEST, "Place")
    assert Hands(tab).sees("Tættest på: Sara.")
    assert tab.mini_map.accessibleDescription() == "2 personer"


def test_the_closest_are_called_what_the_shelter_calls_the_ring(tab: OverviewTab, desk: Desk, archive: Archive) -> None:
    rename(archive.shelter, RINGS, Ring.CLOSEST, "Helt inde")
    write(desk.opened, add_private_person(desk.opened, "Sara"), NetworkMember.ring, Ring.CLOSEST, "Place")
    assert Hands(tab).sees("Helt inde: Sara.")


@pytest.mark.parametrize(("width", "columns"), [(1094, 3), (800, 2), (480, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(
        qtbot: QtBot, tab: OverviewTab, width: int, columns: int) -> None:
    tab.resize(width, 620)
    qtbot.waitUntil(lambda: tab.columns.columns() == columns)
    qtbot.waitUntil(lambda: not tab.page_scroll.horizontalScrollBar().isVisible())


def test_absurdly_long_words_do_not_widen_the_page(qtbot: QtBot, tab: OverviewTab, desk: Desk) -> None:
    add_goal(desk.opened, "Rindfleischetikettierungsüberwachung" * 8)
    write(desk.opened, desk.case.the(Plan), Plan.hopes, "o" * 300, "Edit")
    add_agreement(desk.opened, "æ" * 300)
    qtbot.wait(20)
    content = tab.page_scroll.widget()
    assert content is not None
    assert content.width() <= tab.page_scroll.viewport().width()


def test_the_headings_of_a_row_of_cards_stand_at_one_height(tab: OverviewTab) -> None:
    titles = [tab.findChild(QLabel, name) for name in ("meeting_title", "words_title", "network_title")]
    tops = [title.mapTo(tab, title.rect().center()).y() for title in titles if title is not None]
    assert len(tops) == 3
    assert max(tops) - min(tops) <= 1
