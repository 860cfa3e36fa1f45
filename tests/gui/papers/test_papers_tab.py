"""The pages of Papirer say what is missing and what to do, and each paper in words one can read aloud."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.can_be_made import ELSEWHERE
from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, PAPERS
from borgerplan_desktop.casework.plan.earlier_plans import take_in
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers import make_a_paper
from borgerplan_desktop.gui.papers.make_a_paper import FOLDER
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.leaving import stay_of_course
from borgerplan_desktop.model.papers import Document, EarlierPlan, EarlierPlanKind, MadeHow
from tests.documents import reading
from tests.journeys.hands import Hands


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> PapersTab:
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1260, 600)
    tab.show()
    return tab


def test_while_there_is_nothing_it_says_so(qtbot: QtBot, desk: Desk, tab: PapersTab) -> None:
    hands = Hands(tab)
    assert hands.sees("Ingen på kortet endnu")
    assert not tab.matrix.isVisible()
    with qtbot.waitSignal(desk.go) as gone:
        hands.click("Tilføj person")
    assert gone.args == ["network", ""]
    hands.click("Papirer")
    assert hands.sees("Ingen papirer endnu")
    assert not tab.made_list.isVisible()
    hands.click("Tidligere planer")
    assert hands.sees("Ingen tidligere planer endnu")
    assert not tab.earlier_text.isVisible()
    hands.click("Hent en plan ind")
    dialog = tab.findChild(EarlierPlanDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_a_paper_stands_with_how_when_and_by_whom(desk: Desk, tab: PapersTab) -> None:
    tab.show_row("made")
    with desk.opened.action("Plan printed"):
        desk.case.add(Document(made_at=desk.opened.now(), made_how=MadeHow.PRINTED, made_by=desk.opened.who))
    assert read(tab.made_list) == ["Borgerens Plan, Printet · 27. oktober kl. 9.21 · Eva Lind"]
    assert tab.made_list.isVisible()
    assert not tab.made_empty.isVisible()


def test_an_earlier_plan_stands_with_its_source(desk: Desk, tab: PapersTab) -> None:
    tab.show_row("earlier")
    desk.do(take_in, EarlierPlanKind.TREATMENT, "", "Rusmiddelenheden", None, "Mål: drikke mindre")
    assert read(tab.earlier_list) == ["Behandlingsplan, Rusmiddelenheden · 0 % på plads"]
    assert tab.earlier_text.isVisible()
    assert tab.earlier_text.toPlainText() == "Mål: drikke mindre"
    assert not tab.earlier_empty.isVisible()


def read(rows: QListWidget) -> list[str]:
    return [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]


def test_from_whom_is_chosen_from_the_map_or_written(qtbot: QtBot, desk: Desk, tab: PapersTab) -> None:
    add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    dialog = EarlierPlanDialog(desk, tab)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    field = dialog.from_field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (everybody := dialog.from_map.list.popup()) is not None
    assert everybody.isVisible()
    assert "Birgit Holm, Hjemløseenheden" in dialog.from_map.offered
    qtbot.keyClick(everybody, Qt.Key.Key_Escape)
    qtbot.keyClicks(field, "hjeml")
    popup = dialog.from_map.list.popup()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Birgit Holm, Hjemløseenheden"
    field.clear()
    qtbot.keyClicks(field, "Jobcenter Syd")
    qtbot.keyClicks(dialog.words_field, "Planen")
    dialog.take_button.click()
    assert [plan.from_whom for plan in desk.case.all(EarlierPlan)] == ["Jobcenter Syd"]


def test_every_paper_that_can_be_made_is_listed_and_opens(desk: Desk, tab: PapersTab) -> None:
    tab.show_row("made")
    assert tab.make_button.isVisible()
    keys = [action.data() for action in tab.make_button.papers.actions() if action.data()]
    assert keys == [FOLDER, *(each.key for each in PAPERS if each.kind not in OF_A_MEETING | ELSEWHERE)]
    window = tab.make_button.make("welcome")
    assert window.isVisible()
    window.reject()
    stay = stay_of_course(desk.case)
    assert stay is not None
    write(desk.opened, stay, Stay.left_how, LeftHow.DIED, "Død")
    tab.make_button.list_papers()
    assert [action.data() for action in tab.make_button.papers.actions() if action.data()] == [
        FOLDER, "notice", "coordinator-notice"]


def test_a_letter_goes_to_whoever_is_chosen_or_is_the_citizens_own(tab: PapersTab) -> None:
    menu = next(action.menu() for action in tab.make_button.papers.actions() if action.data() == "handover")
    assert isinstance(menu, QMenu)
    own, *readers = menu.actions()
    assert own.text() == "Borgerens egen kopi"
    assert all(action.data().startswith("handover/") for action in readers)
    window = tab.make_button.make(str((readers or [own])[0].data()))
    assert window.isVisible()
    window.reject()


def test_a_blank_form_is_printed_at_once_and_is_no_paper_of_this_citizen(
        desk: Desk, tab: PapersTab, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(make_a_paper, "print_paper", lambda _window, pdf, _name: printed.append(pdf) or True)
    menu = tab.make_button.papers.actions()[-1].menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.data() == "blank feedback").trigger()
    assert len(printed) == 1
    assert "makul" in reading.text(printed[0])
    assert desk.case.all(Document) == []


def test_where_only_an_invitation_was_given_it_does_not_say_that_there_are_no_papers(
        desk: Desk, tab: PapersTab) -> None:
    meeting = plan_meeting(desk.opened)
    tab.show_row("made")
    hands = Hands(tab)
    assert hands.sees("Ingen papirer endnu")
    with desk.opened.action("Invited"):
        meeting.participants[0].invited_on = desk.opened.today()
    assert hands.sees("Intet er printet eller gemt endnu")
    assert hands.sees("Det, der er givet eller sendt, står nedenfor.")
    assert not hands.sees("Ingen papirer endnu")
    assert tab.written_once.isVisible()
