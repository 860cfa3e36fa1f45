"""A directory of sixty services from a spreadsheet, three of them in a plan and one on the map, and a list printed."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention
from borgerplan_desktop.gui.directory.directory_tab import DirectoryTab
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.plan.help_card import HelpCard
from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.plan import Intervention
from tests.casework.directory.tables import xlsx_of
from tests.documents import reading
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of, take_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def services(program: Program) -> list[str]:
    return [each.name for each in archive_of(program).shelter.case.all(Service)]


def test_sixty_services_come_from_a_spreadsheet_and_are_used(
        program: Program, at_work: Hands, tmp_path: Path) -> None:
    hands, table = at_work, tmp_path / "tilbud.xlsx"
    table.write_bytes(xlsx_of([["Tilbud", "Udbyder", "Tlf."], *(
        [f"Hus nummer {n:02}", "Kommunen", 12345600 + n] for n in range(60))]))
    take_in(hands, "Jonas Bækgaard")
    hands.press(Qt.Key.Key_H, CTRL | SHIFT)
    hands.wait(lambda: hands.sees("Ingen tilbud endnu"), "Herberget")
    hands.click("Hent tilbud fra et regneark …")
    hands.choose_file(table)
    hands.wait(lambda: hands.sees("60 linjer i filen."), "the lines of the file")
    hands.click("Hent 60 tilbud")
    hands.wait(lambda: len(services(program)) == 60, "the services")
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.wait(lambda: not services(program), "one step back")
    hands.press(Qt.Key.Key_Y, CTRL)
    hands.wait(lambda: len(services(program)) == 60, "and forth")

    tab = hands.window.findChild(DirectoryTab)
    assert tab is not None
    for number in ("07", "31"):
        tab.filter.search.setText(f"nummer {number}")
        tab.table.setFocus()
        hands.press(Qt.Key.Key_Space)
    hands.click("Udskriv tilbudsoversigten")
    printing = hands.front()
    assert isinstance(printing, HousePaperWindow)
    hands.wait(lambda: bool(printing.pdf), "the paper")
    text = reading.text(printing.pdf)
    assert "Hus nummer 07" in text
    assert "Hus nummer 31" in text
    assert "Hus nummer 08" not in text
    hands.click("Luk")

    jonas = next(line.id for line in archive_of(program).citizens())
    session_of(program).open(jonas, "plan")
    opened = desk_of(program).opened
    goal = add_goal(opened, "Et roligt sted at bo")
    for _number in range(3):
        add_intervention(opened, goal)
    session_of(program).go("plan")
    page = session_of(program).page("plan")
    assert page is not None
    page.show_row(goal.id)
    hands.wait(lambda: len(hands.window.findChildren(HelpCard)) == 3, "the help")
    for number, card in enumerate(hands.window.findChildren(HelpCard)):
        card.meta.click()
        assert card.service is not None
        card.service.choose.click()
        hands.write(f"nummer {number + 17}")
        hands.press(Qt.Key.Key_Return)
    assert sorted(each.name for each in opened.case.all(Intervention)) == [f"Hus nummer {n + 17}" for n in range(3)]

    session_of(program).go("network")
    network = session_of(program).page("network")
    assert isinstance(network, NetworkTab)
    dialog = network.ask_who()
    dialog.is_professional.setChecked(True)
    dialog.search.setFocus()
    hands.write("nummer 42")
    hands.press(Qt.Key.Key_Return)
    assert "Hus nummer 42" in [each.contact.name for each in people(opened.case)]

    hands.press(Qt.Key.Key_H, CTRL | SHIFT)              # who uses it is told where it may close
    tab = hands.window.findChild(DirectoryTab)
    assert tab is not None
    tab.filter.search.setText("nummer 17")
    hands.wait(lambda: tab.card.used.text() == "Bruges hos 1 borger: Jonas Bækgaard", "who uses it")
    assert isinstance(tab.card.close_it, QPushButton)
