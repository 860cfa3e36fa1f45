"""Two versions of a plan: signed on the screen, a no in one's own words, compared, and what is new on paper."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.adopting.adopt_plan import AdoptPlan
from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
from borgerplan_desktop.gui.plan.compare_page import ComparePage
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import Agreed, PlanVersion, SignedHow, current_plan
from tests.documents import reading
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of

HERBERG = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"
ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton


def test_from_version_one_to_what_is_different(program: Program, at_work: Hands, tmp_path: Path) -> None:
    hands = at_work
    program.window.import_action.trigger()
    hands.choose_file(HERBERG)
    hands.wait(lambda: hands.sees("Jonas Bækgaard"), "the citizen")
    case = desk_of(program).case
    hands.go("Plan")
    _adopted_with_a_signature(hands, program)
    first = case.the(PlanVersion)
    frozen = desk_of(program).opened.kept(first.pdf_digest)
    assert frozen is not None
    assert "skrev under på skærmen" in words(frozen)
    _three_things_change(hands, program)
    _adopted_with_a_no(hands, program)
    second = current_plan(case).adopted
    assert second is not None
    assert second.number == 2
    assert "»Det går for hurtigt«" in words(desk_of(program).opened.kept(second.pdf_digest) or b"")
    assert desk_of(program).opened.kept(first.pdf_digest) == frozen
    assert desk_of(program).opened.done == []            # nothing is undone across an adoption
    _compared(hands, program)
    _the_difference_as_a_file(hands, program, tmp_path / "nyt.pdf")
    text = words((tmp_path / "nyt.pdf").read_bytes())
    for expected in ("Udgave 1", "udgave 2", "En hund", "flyttet fra"):
        assert expected in text, expected
    assert (DocumentKind.PLAN_DIFFERENCE, MadeHow.SAVED) in [(each.kind, each.made_how) for each in case.all(Document)]


def words(pdf: bytes) -> str:
    return " ".join(reading.text(pdf).split())


def plan_tab(program: Program) -> PlanTab:
    page = session_of(program).page("plan")
    assert isinstance(page, PlanTab)
    return page


def _adopted_with_a_signature(hands: Hands, program: Program) -> None:
    hands.click("Vedtag planen")
    dialog = hands.front()
    assert isinstance(dialog, AdoptPlan)
    name = dialog.rows[0][1].accessibleName()
    hands.choose(f"Er {name} enig?", "Er enig")
    hands.choose(f"Underskrift fra {name}", "Skriv under på skærmen")
    signing = hands.front()
    assert isinstance(signing, SignPlan)
    QTest.mousePress(signing.pad, LEFT, pos=QPoint(60, 60))
    for at in (QPoint(200, 120), QPoint(260, 40)):
        QTest.mouseMove(signing.pad, at)
    QTest.mouseRelease(signing.pad, LEFT, pos=QPoint(260, 40))
    hands.click("Skriv under")
    assert hands.front() is dialog
    hands.click("Vedtag planen")
    hands.wait(lambda: bool(desk_of(program).case.all(PlanVersion)), "version 1")
    approval = desk_of(program).case.the(PlanVersion).approvals[0]
    assert (approval.agreed, approval.signed) == (Agreed.YES, SignedHow.ON_SCREEN)


def _three_things_change(hands: Hands, program: Program) -> None:
    """A dream more, another order, and a goal that is new."""
    desk, tab = desk_of(program), plan_tab(program)
    hands.type("Håb og drømme", "En hund")
    desk.settle.emit()
    hands.click("Tilføj mål")
    hands.write("Cykle hver uge")
    hands.press(Qt.Key.Key_Return)
    desk.settle.emit()
    second = current_plan(desk.case).goals[1]
    card = tab.goals.cards.widget(second)
    assert card is not None
    card.setFocus()
    hands.press(Qt.Key.Key_Up, ALT)
    assert current_plan(desk.case).goals[0] is second


def _adopted_with_a_no(hands: Hands, program: Program) -> None:
    hands.wait(lambda: plan_tab(program).state_bar.adopt_button.isVisible(), "a draft again")
    hands.click("Vedtag planen")
    dialog = hands.front()
    assert isinstance(dialog, AdoptPlan)
    name = dialog.rows[-1][1].accessibleName()
    hands.choose(f"Er {name} enig?", "Er ikke enig")
    hands.type(f"Det siger {name} til planen", "Det går for hurtigt")
    hands.choose(f"Underskrift fra {name}", "Ville ikke skrive under")
    hands.click("Vedtag planen")
    hands.wait(lambda: len(desk_of(program).case.all(PlanVersion)) == 2, "version 2")


def _compared(hands: Hands, program: Program) -> None:
    QApplication.processEvents()
    menu = plan_tab(program).state_bar.versions
    next(each for each in menu.actions() if each.text() == "Sammenlign udgaver").trigger()
    page = plan_tab(program).pages.currentWidget()
    assert isinstance(page, ComparePage)
    assert (page.compared.before, page.compared.after) == (1, 2)         # the draft says nothing new
    for number in range(1, len(page.rows) + 1):
        hands.press(Qt.Key.Key_Down, ALT)
        assert hands.sees(f"Forskel {number} af {len(page.rows)}")
    assert any("En hund" in text.words() for row in page.rows for text in row.after)


def _the_difference_as_a_file(hands: Hands, program: Program, path: Path) -> None:
    hands.click("Vis det, der er nyt, som papir")
    window = hands.front()
    assert isinstance(window, PaperWindow)
    hands.wait(lambda: bool(window.paper.pdf), "the paper")
    hands.click("Gem en kopi som …")
    hands.choose_file(path)
    hands.wait(path.exists, "the file")
    hands.wait(lambda: any(each.kind is DocumentKind.PLAN_DIFFERENCE for each in desk_of(program).case.all(Document)),
               "the record of it")
    hands.click("Luk")
