"""The pages of Papirer say what is missing and what to do, and each paper in words one can read aloud."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.can_be_made import ELSEWHERE
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, withdraw_from
from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, PAPERS
from borgerplan_desktop.casework.papers.plan_copy import plan_copy
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, paper_was_made
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.earlier_plans import take_in
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.make_a_paper import FOLDER, PLAN
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing import page_window
from borgerplan_desktop.gui.printing.page_view import PageView
from borgerplan_desktop.gui.printing.page_window import PageWindow
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.printing.printing import PagePrinting
from borgerplan_desktop.gui.widgets.two_lines import ID
from borgerplan_desktop.model.consent import GivenHow, Topic
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


def listed(menu: QMenu) -> list[str]:
    """What can be chosen in a menu and in the menus in it, but for the readers of a letter and the blank forms."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu) and not action.data() and "blanket" not in action.text():
            found += listed(inner)
        elif action.data():
            found.append(str(action.data()))
    return found


def test_every_paper_that_can_be_made_is_listed_once_and_opens(desk: Desk, tab: PapersTab) -> None:
    tab.show_row("made")
    assert tab.make_button.isVisible()
    keys = listed(tab.make_button.papers)
    assert keys[:3] == [FOLDER, PLAN, "pocket"]
    assert sorted(keys) == sorted([FOLDER, PLAN, *(
        each.key for each in PAPERS if each.kind not in OF_A_MEETING | ELSEWHERE)])
    for key, title in (("welcome", "Velkomstark"), (PLAN, "Borgerens Plan")):
        window = tab.make_button.make(key)
        assert window.isVisible()
        assert window.paper.title_label.text() == title
        window.reject()
    stay = stay_of_course(desk.case)
    assert stay is not None
    write(desk.opened, stay, Stay.left_how, LeftHow.DIED, "Død")
    tab.make_button.list_papers()
    assert listed(tab.make_button.papers) == [FOLDER, "notice", "coordinator-notice"]


def test_the_list_of_papers_has_room_on_a_small_screen(desk: Desk, tab: PapersTab) -> None:
    plan_meeting(desk.opened)
    tab.make_button.list_papers()
    menus = [tab.make_button.papers, *(each.menu() for each in tab.make_button.papers.actions() if each.menu())]
    assert len(menus) > 5
    assert all(isinstance(each, QMenu) and len(each.actions()) <= 11 for each in menus)      # at 200 %, 60 each of 768


def test_a_letter_goes_to_whoever_is_chosen_or_is_the_citizens_own(tab: PapersTab) -> None:
    after = next(action.menu() for action in tab.make_button.papers.actions() if action.text().startswith("Flytte ud"))
    assert isinstance(after, QMenu)
    menu = next(action.menu() for action in after.actions() if action.data() == "handover")
    assert isinstance(menu, QMenu)
    own, *readers = menu.actions()
    assert own.text() == "Borgerens egen kopi"
    assert all(action.data().startswith("handover/") for action in readers)
    window = tab.make_button.make(str((readers or [own])[0].data()))
    assert window.isVisible()
    window.reject()


def test_a_blank_form_is_seen_printed_and_is_no_paper_of_this_citizen(
        desk: Desk, tab: PapersTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    class Printing(PagePrinting):
        def ask_and_print(self, chosen: object = None) -> None:
            printed.append(self._pdf)
            self.printed.emit()

    monkeypatch.setattr(page_window, "PagePrinting", Printing)
    reads_best(desk.opened, "pl+da", large_print=False)
    menu = tab.make_button.papers.actions()[-1].menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.data() == "blank feedback").trigger()
    [window] = [each for each in tab.window().findChildren(PageWindow) if each.isVisible()]
    assert "Papiret kommer om et øjeblik" in [each.accessibleName() for each in window.findChildren(PageView)]
    qtbot.waitUntil(lambda: window.canvas.count > 0, timeout=20_000)
    assert printed == []                                 # what it is, is seen first
    assert window.draft_label.text().startswith("Polsk: et udkast")
    assert window.draft_label.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert len(printed) == 1
    said = reading.text(printed[0])
    assert "makul" in said
    assert "Twoja opinia" in said                        # as the citizen reads best, with the Danish beside it
    assert "Tilbagemelding" in said
    assert desk.case.all(Document) == []
    assert not window.isVisible()


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


def test_what_somebody_got_opens_as_they_got_it_and_is_printed_anew_from_the_plan(desk: Desk, tab: PapersTab) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    give_consent(desk.opened, Asked(persons=[birgit], purpose="bolig", topics=[Topic.PLAN], told_before=True,
                                    given_how=GivenHow.SIGNED))
    adopt_plan(desk.opened)
    given = paper_was_made(desk.opened, MadeHow.PRINTED, plan_copy(desk.opened, birgit))
    withdraw_from(desk.opened, birgit)                   # what she has got, she has got
    assert any(each.startswith("Borgerens Plan · udgave 1 · Kopi til Birgit Holm, ") for each in read(tab.made_list))
    window = opened_at(tab, given)
    assert window.paper.paper.draw() == desk.opened.kept(given.digest)
    assert "Birgit Holm" in reading.text(window.paper.paper.draw())
    assert not window.print_button.isVisible()
    assert not window.save_button.isVisible()
    assert not window.about.isVisible()
    assert window.how_to.text() == (
        "Det er kopien, som den blev givet. En ny printer du fra planen, med det, samtykket dækker i dag.")
    window.reject()


def test_two_prints_of_one_edition_are_told_apart(desk: Desk, tab: PapersTab) -> None:
    version = adopt_plan(desk.opened)
    for language, large_print in (("da", False), ("pl+da", True), ("en", False)):
        paper_was_made(desk.opened, MadeHow.PRINTED, adopted_paper(desk.opened, version, language, large_print))
    said = {each.partition(", ")[2].partition(" · 27.")[0] for each in read(tab.made_list)}
    assert said == {"Vedtaget og gemt", "Printet", "Printet · Engelsk",
                    "Printet · Polsk · Med det danske ved siden af · Stor skrift"}


def test_the_citizens_own_edition_opens_in_the_print_and_language_it_was_made_in(desk: Desk, tab: PapersTab) -> None:
    version = adopt_plan(desk.opened)
    for spoken, large in (("da", False), ("pl+da", True)):
        made = paper_was_made(desk.opened, MadeHow.PRINTED, adopted_paper(desk.opened, version, spoken, large))
        window = opened_at(tab, made)
        shown = window.paper.paper
        assert (shown.language, shown.large_print, window.spoken_in.spoken) == (spoken, large, spoken)
        assert window.print_button.isVisible()
        for each in (window.paper.print_button, window.paper.save_button, window.paper.close_button):
            assert not each.isVisible()                  # the window has its own
        window.reject()


def opened_at(tab: PapersTab, document: Document) -> PaperWindow:
    """What comes of opening that line of the list."""
    tab.show_row("made")
    row = next(n for n in range(tab.made_list.count()) if tab.made_list.item(n).data(ID) == document.id)
    tab.made_list.setCurrentRow(row)
    tab.open_button.click()
    return next(each for each in tab.findChildren(PaperWindow) if each.isVisible())
