"""The ladder on screen: read a step, move the help, say which help and who decided; by keys alone."""
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.ladder import move_help
from borgerplan_desktop.gui.course.ladder_part import LadderPart
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition, current_plan, ladder_step
from tests.journeys.hands import Hands


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> LadderPart:
    part = LadderPart(desk)
    qtbot.addWidget(part)
    part.resize(886, 600)
    part.show()
    return part


def read(part: LadderPart) -> list[str]:
    rows = part.history.list
    return [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]


def test_a_step_is_read_before_the_help_moves(part: LadderPart) -> None:
    hands = Hands(part)
    part.steps.setCurrentRow(4)
    assert hands.sees("Trin 3")
    assert "støttekontaktperson" in part.examples_label.text()
    assert hands.sees("Kommunen skal som regel sige ja")
    assert hands.sees("Hjælp, der fylder mindre.")
    part.steps.setCurrentRow(0)
    assert hands.sees("Jonas har brug for mere hjælp en tid.")
    part.steps.setCurrentRow(6)
    assert hands.sees("Ingen skal spørges først.")


def test_the_help_moves_with_keys_alone(qtbot: QtBot, desk: Desk, part: LadderPart) -> None:
    desk.do(move_help, LadderStep.STAY, date(2026, 8, 1))
    part.steps.setFocus()
    for _each in range(2):
        qtbot.keyClick(part.steps, Qt.Key.Key_Down)
    assert part.step is LadderStep.LESS
    part.here_button.setFocus()
    qtbot.keyClick(part.here_button, Qt.Key.Key_Space)
    assert ladder_step(desk.case) is LadderStep.LESS
    field = part.history.help_field
    assert part.focusWidget() is field                   # which help is it?
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert "støttekontaktperson" in part.history.offered.offered
    popup = part.history.offered.list.popup()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert desk.case.all(LadderPosition)[-1].help == "personlig hjælp og pleje"


def test_who_decided_is_asked_for_until_it_is_written(qtbot: QtBot, desk: Desk, part: LadderPart) -> None:
    hands = Hands(part)
    assert hands.sees("Skriv, hvem der sagde ja")
    assert "Skriv, hvem der sagde ja" in read(part)[0]
    part.history.by_field.setFocus()
    qtbot.keyClicks(part.history.by_field, "Hjemløseenheden")
    desk.settle.emit()
    assert part.history.missing_pill.isHidden()
    assert "Hjemløseenheden sagde ja" in read(part)[0]
    desk.do(move_help, LadderStep.OPEN)
    assert part.history.missing_pill.isHidden()
    assert not part.history.by_field.isEnabled()


def test_a_day_to_come_stays_in_red_and_nothing_changes(qtbot: QtBot, desk: Desk, part: LadderPart) -> None:
    field = part.history.since_field.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "1/1 2031")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert Hands(part).sees("Den dag er ikke kommet endnu. Skriv den dag, det skete.")
    assert desk.case.all(LadderPosition)[-1].since == date(2026, 10, 27)


def test_the_way_is_told_in_words_and_the_aim_with_it(qtbot: QtBot, desk: Desk, part: LadderPart) -> None:
    desk.do(move_help, LadderStep.MORE, date(2026, 8, 1))
    part.steps.setCurrentRow(5)
    part.aim_button.click()
    assert current_plan(desk.case).ladder_goal is LadderStep.EARLY
    assert part.chart.accessibleDescription() == "Fra 1. august: trin 4. Fra 27. oktober: trin 5. Målet er trin 2."
    assert part.aim_button.accessibleName() == "Ikke længere målet"
    part.aim_button.click()
    assert current_plan(desk.case).ladder_goal is None


def test_nothing_chosen_yet_says_so(desk: Desk, part: LadderPart) -> None:
    part.history.remove_button.click()
    assert desk.case.all(LadderPosition) == []
    hands = Hands(part)
    assert hands.sees("Ingen har valgt et trin endnu. Vælg et herover.")
    assert part.way_card.isHidden()
    desk.opened.undo()
    assert not part.way_card.isHidden()
    assert len(read(part)) == 1


def test_the_card_of_the_overview_leads_here(qtbot: QtBot, desk: Desk) -> None:
    tab = OverviewTab(desk)
    qtbot.addWidget(tab)
    with qtbot.waitSignal(desk.go) as gone:
        tab.ladder_button.click()
    assert gone.args == ["overview", "ladder"]
    position = desk.case.all(LadderPosition)[-1]
    tab.show_row(position.id)
    assert isinstance(tab.whole_course().part, LadderPart)
