"""The four plans and the compass of the seed case become one plan, which is adopted, worked by for three weeks,
followed up and adopted again. The same once more by the keyboard alone.
"""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.earlier.earlier_page import EarlierPage
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import Agreement, current_plan
from borgerplan_desktop.model.settled import percent
from tests.archive import Clock
from tests.documents.reading_in import files
from tests.journeys import seed_case as seed
from tests.journeys import typed_before
from tests.journeys.hands import Hands
from tests.journeys.keys import ALT, DOWN, ENTER, ESCAPE, here, tab_to
from tests.journeys.version_to_version import from_one_version_to_the_next
from tests.journeys.ways import Keys, Mouse
from tests.window import desk_of, session_of

LAW = "§ 141 i lov om social service"
# title, and of each passage: its first words, the letter, what is chosen then; what the target is called
MOVES = {
    "Opholdsplan": (("Jonas bor", "u", "", "Skal ikke med"), ("Han vil gerne", "e", "Håb og drømme", "Håb og drømme")),
    "Min plan": (("Jonas er uddannet", "e", "Det kan jeg", "Det kan jeg"), ("Mål: at prøve", "m", "", "Nyt mål")),
    "Behandlingsplan": (("Mål: højst", "m", "", "Nyt mål"),
                        ("Jonas vil gerne", "e", "Det vigtigste lige nu", "Det vigtigste lige nu")),
    "Kompas fra forrige ophold": (("Det går bedst", "n", "", "Notat"),
                                  ("Det går dårligst", "a", "", "Aftale uden mål")),
    "Handleplan efter § 141": (("Jonas ønsker", "m", "", "Nyt mål"),
                               ("Han er skrevet", "s", "3 Jonas ønsker egen bolig", "Skridt: Jonas ønsker egen bolig")),
}


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 6, 10, 15))


@pytest.fixture
def page(program: Program, at_work: Hands, tmp_path: Path) -> EarlierPage:
    """The plans are taken in, one of them from its file, and stand in front."""
    hands = at_work
    typed_before.receive(hands)
    hands.go("Plan")
    menu = session_of(program).page("plan").state_bar.more  # type: ignore[union-attr]
    next(each for each in menu.actions() if each.text() == "Tidligere planer").trigger()
    for number, (kind, title, source, day, text) in enumerate(seed.EARLIER):
        hands.click("Hent en plan ind")
        if number == 1:
            (tmp_path / "plan.docx").write_bytes(files.word(text))
            hands.click("Åbn en fil …")
            hands.choose_file(tmp_path / "plan.docx")
            hands.wait(lambda: hands.sees("Læst fra plan.docx"), "the file to be read")
        else:
            hands.type("Teksten", text)
        hands.choose("Hvilken plan", kind)
        hands.type("Dato", day)
        hands.type("Titel", title)
        hands.type("Fra hvem", source)
        hands.click("Hent den ind")
    found = session_of(program).page("plan").pages.currentWidget()  # type: ignore[union-attr]
    assert isinstance(found, EarlierPage)
    assert found.list.count() == len(seed.EARLIER)
    return found


def test_by_dragging(program: Program, hands: Hands, page: EarlierPage, clock: Clock, tmp_path: Path) -> None:
    case = desk_of(program).case
    for title, moves in MOVES.items():
        click_row(page, title)
        for words, _letter, _then, target in moves:
            mark_by_mouse(page, words)
            at = page.text.cursorRect().center() - QPoint(6, 0)
            button = next(each for each in page.targets.all if each.accessibleName() == target)
            page.targets.ensureWidgetVisible(button)
            QApplication.processEvents()
            view = page.text.viewport()
            hands.drag(view, at, view.mapFromGlobal(button.mapToGlobal(button.rect().center())))
        assert percent(plan_called(case, title)) == 100
        if title.startswith("Handleplan"):
            hands.click("Gælder stadig ved siden af …")
            hands.type("Hvilken lov eller afgørelse gælder den stadig efter?", LAW)
            hands.click("Den gælder stadig")
        else:
            hands.click("Erstattet af denne plan")
    all_is_there(case)
    hands.click("Tilbage til planen")
    assert hands.sees("Jonas ønsker egen bolig")
    from_one_version_to_the_next(Mouse(hands), program, clock, tmp_path / "nyt.pdf")


@pytest.fixture
def no_mouse(page: EarlierPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing is pressed with it."""
    for way in ("mouseClick", "mouseDClick", "mousePress", "mouseMove", "mouseRelease"):
        monkeypatch.setattr(QTest, way, _not_by_mouse)


def _not_by_mouse(*_args: object, **_more: object) -> None:
    raise AssertionError("the mouse was used")


@pytest.mark.usefixtures("no_mouse")
def test_by_the_keyboard_alone(program: Program, hands: Hands, page: EarlierPage, clock: Clock,
                               tmp_path: Path) -> None:
    case = desk_of(program).case
    tab_to(hands, "Tidligere planer", back=True)
    hands.press(Qt.Key.Key_Home)
    for number, (title, moves) in enumerate(MOVES.items()):
        if number:
            tab_to(hands, "Tidligere planer", back=True)
            hands.press(DOWN)
        assert page.plan is plan_called(case, title)
        tab_to(hands, "Teksten i den tidligere plan")
        hands.press(DOWN, ALT)
        for words, letter, then, _target in moves:
            assert page.text.words().startswith(words)
            hands.write(letter)
            if then:
                hands.walk_to(then)
        assert percent(plan_called(case, title)) == 100
        assert here() is page.text
        if title.startswith("Handleplan"):
            tab_to(hands, "Gælder stadig", back=True)
            hands.press(ENTER)
            hands.write(LAW)
        else:
            tab_to(hands, "Erstattet af denne plan", back=True)
        hands.press(ENTER)
        QApplication.processEvents()
    all_is_there(case)
    hands.press(ESCAPE)
    assert hands.sees("Jonas ønsker egen bolig")
    from_one_version_to_the_next(Keys(hands), program, clock, tmp_path / "nyt.pdf")


def all_is_there(case: Case) -> None:
    plan = current_plan(case)
    assert [(goal.title, source(case, goal.source_id)) for goal in plan.goals] == [
        ("At prøve arbejde få timer om ugen", "Min plan"),
        ("Højst to dage om ugen med alkohol", "Behandlingsplan"),
        ("Jonas ønsker egen bolig", "Handleplan efter § 141")]
    assert [(step.text, source(case, step.source_id)) for step in plan.goals[2].steps] == [
        ("Han er skrevet op til en lille bolig, han kan betale.", "Handleplan efter § 141")]
    assert (plan.hopes, plan.strengths, plan.matters_now) == (
        "Han vil gerne have ro om natten.", "Jonas er uddannet tømrer.", "Jonas vil gerne undgå antabus denne gang.")
    assert [(each.text, source(case, each.source_id)) for each in case.all(Agreement)] == [
        ("Det går dårligst om natten.", "Kompas fra forrige ophold")]
    assert [(note.text, note.said_by) for note in case.all(Note)] == [
        ("Det går bedst, når jeg laver noget med hænderne.", "Herberget Havnegade")]
    assert {each.title: each.outcome for each in case.all(EarlierPlan)} == {
        title: EarlierPlanOutcome.KEPT if title.startswith("Handleplan") else EarlierPlanOutcome.REPLACED
        for title in MOVES}
    assert plan_called(case, "Handleplan efter § 141").kept_because == LAW
    assert plan_called(case, "Behandlingsplan").file_name == "plan.docx"


def plan_called(case: Case, title: str) -> EarlierPlan:
    return next(each for each in case.all(EarlierPlan) if each.title == title)


def source(case: Case, id: str | None) -> str:
    plan = case.get(EarlierPlan, id)
    return plan.title if plan is not None else ""


def click_row(page: EarlierPage, title: str) -> None:
    row = next(n for n in range(page.list.count()) if page.list.item(n).text().startswith(title))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton,
                     pos=page.list.visualItemRect(page.list.item(row)).center())


def mark_by_mouse(page: EarlierPage, words: str) -> None:
    """From the first letter to the end of the sentence, with the button held down."""
    text = page.text.toPlainText()
    begin = text.index(words)
    view, spots = page.text.viewport(), []
    for at in (begin, text.index(".", begin) + 1):
        cursor = QTextCursor(page.text.document())
        cursor.setPosition(at)
        spots.append(page.text.cursorRect(cursor).center())
    page.text.unmark()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spots[0])
    QTest.mouseMove(view, spots[1] + QPoint(1, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spots[1] + QPoint(1, 0))
    assert page.text.words().startswith(words)
