"""From the first adoption to the second: who was there, three weeks of work, every help followed up, what is new."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers.plan_paper import signed_paper
from borgerplan_desktop.gui.adopting.adopt_plan import AdoptPlan
from borgerplan_desktop.gui.plan.quick_note import QuickNote
from borgerplan_desktop.gui.plan.ratings_page import RatingsPage
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.notes import Note, NoteKind, RatedBy, Rating
from borgerplan_desktop.model.papers import Document, DocumentKind
from borgerplan_desktop.model.plan import (
    Agreed,
    Agreement,
    AgreementStatus,
    Intervention,
    PlanVersion,
    SignedHow,
    Step,
)
from tests.archive import Clock
from tests.documents import reading
from tests.journeys import seed_case as seed
from tests.journeys.hands import Hands
from tests.journeys.keys import ALT, CTRL, ENTER, ESCAPE
from tests.journeys.test_notes_and_ratings import back, plan_of
from tests.journeys.ways import Keys, Mouse
from tests.window import desk_of

STAFF, BESIDE, COMMENT = "Eva Lind", "Ole Kragh", "Ikke flere møder end nødvendigt."
HELP = (("Ambulant behandling", "Fortsætter", ""), ("Søvnskole", "Ændres", "Hellere om formiddagen"),
        ("Akupunktur", "Slutter", "Det hjalp ikke"))


def from_one_version_to_the_next(way: Mouse, program: Program, clock: Clock, file: Path) -> None:
    hands, case = way.hands, desk_of(program).case
    _help_is_added(way)
    assert [each.name for each in case.all(Intervention)] == [name for name, _how, _why in HELP]
    _adopted(way, program)
    first = case.the(PlanVersion)
    assert [(each.name, each.agreed, each.signed) for each in first.approvals] == [
        (seed.NAME, Agreed.YES, SignedHow.ON_PAPER if isinstance(way, Keys) else SignedHow.ON_SCREEN),
        (STAFF, None, SignedHow.NOT_YET), (BESIDE, Agreed.PARTLY, SignedHow.NOT_YET)]
    signed = _words(signed_paper(desk_of(program).opened, first).draw())
    assert all(each in signed for each in (BESIDE, COMMENT)), signed
    assert "Ambulant behandling" in _words(desk_of(program).opened.kept(first.pdf_digest))

    _three_weeks(way, program, clock)
    case = desk_of(program).case                         # opened anew after the locked screen
    way.go("Plan")
    way.take("Mere i planen", "Følg op på planen")
    for name, how, why in HELP:
        way.press(f"{name}: {how}")
        if why:
            hands.write(why)                             # the keyboard stands there
    way.press("Vi har fulgt op")
    reviews = [each for help_ in case.all(Intervention) for each in help_.reviews]
    assert {(each.why, each.on) for each in reviews} == {(why, clock.now.date()) for _name, _how, why in HELP}

    way.go("Plan")
    way.press("Vedtag planen")
    way.press("Vedtag planen")
    hands.wait(lambda: len(case.all(PlanVersion)) == 2, "version 2")
    assert desk_of(program).opened.done == []            # nothing is undone across an adoption
    text = _difference(way, program, file)
    for expected in ("Udgave 1", "udgave 2", "Akupunktur"):
        assert expected in text, (expected, text)


def _help_is_added(way: Mouse) -> None:
    way.press("Mål 2")
    for name, _how, _why in HELP:
        way.press("Tilføj hjælp")
        way.hands.write(name)
        way.hands.press(ENTER)
    way.hands.press(ESCAPE)


def _adopted(way: Mouse, program: Program) -> None:
    hands, case = way.hands, desk_of(program).case
    way.press("Vedtag planen")
    dialog = hands.front()
    assert isinstance(dialog, AdoptPlan)
    name = dialog.rows[0][1].accessibleName()
    way.choose(f"Er {name} enig?", "Er enig")
    way.press("Tilføj person")                           # who is there, and not on the map yet
    hands.write(BESIDE)
    hands.press(ENTER)
    way.choose(f"Er {BESIDE} enig?", "Er enig i noget")
    way.write_in(f"Det siger {BESIDE} til planen", COMMENT)
    way.choose(f"Underskrift fra {name}", way.signs)
    way.sign()
    assert hands.front() is dialog
    way.press("Vedtag planen")
    hands.wait(lambda: bool(case.all(PlanVersion)), "version 1")


def _three_weeks(way: Mouse, program: Program, clock: Clock) -> None:
    """Notes, ratings, a step and an agreement that are done: on the days they happen."""
    hands, case = way.hands, desk_of(program).case
    back(hands, clock, 7)
    _seen(hands, "Sov fem timer.")
    _answer(way, program, Qt.Key.Key_3, Qt.Key.Key_2)
    back(hands, clock, 7)
    way.go("Plan")
    way.take("Mere i planen", "Hvem gør hvad, hvornår")
    way.press("Han er skrevet op")
    way.press("Det går dårligst")
    hands.press(ESCAPE)
    case = desk_of(program).case
    assert case.the(Step).done_on == clock.now.date()
    assert case.the(Agreement).status is AgreementStatus.DONE
    back(hands, clock, 7)
    _seen(hands, "Sov hele natten.")
    _answer(way, program, Qt.Key.Key_5, Qt.Key.Key_2)
    assert [each.written_at.date() for each in desk_of(program).case.all(Note) if each.text.startswith("Sov")] == [
        clock.now.date() - timedelta(days=14), clock.now.date()]
    assert {each.kind for each in desk_of(program).case.all(Note) if each.text.startswith("Sov")} == {
        NoteKind.OBSERVATION}
    assert sorted(each.value or 0 for each in desk_of(program).case.all(Rating)) == [2, 2, 3, 5]


def _seen(hands: Hands, words: str) -> None:
    """Ctrl+N, Alt+I for what was observed, the words, Esc."""
    hands.press(Qt.Key.Key_N, CTRL)
    note = hands.front()
    assert isinstance(note, QuickNote)
    hands.press(Qt.Key.Key_I, ALT)
    hands.wait(lambda: note.box.kind is NoteKind.OBSERVATION)
    hands.write(words)                                   # the keyboard stands there still
    hands.press(ESCAPE)


def _answer(way: Mouse, program: Program, *keys: Qt.Key) -> None:
    """One number for each area, from the first on, for the citizen."""
    way.go("Plan")
    way.hands.press(Qt.Key.Key_R, CTRL)
    page = plan_of(program).pages.currentWidget()
    assert isinstance(page, RatingsPage)
    for area, key in zip(page.areas.values(), keys, strict=False):
        way.stand_at(area.answers[RatedBy.CITIZEN].scale)
        way.hands.press(key)
    way.hands.press(ESCAPE)


def _difference(way: Mouse, program: Program, file: Path) -> str:
    hands = way.hands
    way.take("Tidligere udgaver", "Sammenlign udgaver")
    way.press("Vis det, der er nyt, som papir")
    window = hands.front()
    assert isinstance(window, PaperWindow)
    hands.wait(lambda: bool(window.paper.pdf), "the paper")
    way.press("Gem en kopi som …")
    hands.choose_file(file)
    hands.wait(file.exists, "the file")
    hands.wait(lambda: any(each.kind is DocumentKind.PLAN_DIFFERENCE for each in desk_of(program).case.all(Document)),
               "the record of it")
    hands.press(ESCAPE)
    return _words(file.read_bytes())


def _words(pdf: bytes | None) -> str:
    assert pdf is not None
    return " ".join(reading.text(pdf).split())
