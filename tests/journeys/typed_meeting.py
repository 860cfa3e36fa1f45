"""The typed journey at the meeting: own words and goals in the plan, the meeting held point by point."""
from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from borgerplan_desktop.gui.meeting.round_strip import RoundStrip
from borgerplan_desktop.gui.plan.goal_card import GoalCard
from borgerplan_desktop.gui.plan.goal_head import Grip
from borgerplan_desktop.gui.plan.help_card import HelpCard
from borgerplan_desktop.gui.plan.step_row import StepRow
from tests.archive import Clock
from tests.journeys import seed_case as seed
from tests.journeys.hands import Hands

ALT, NOTHING = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
ENTER, UP, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def write_own_words(hands: Hands) -> None:
    hands.go("Plan")
    for question, words in seed.OWN_WORDS:
        hands.type(question, words)


def write_goals(hands: Hands) -> None:
    """Three goals, each with its area, why, steps and help; who and when."""
    for wanted in seed.GOALS:
        hands.click("Tilføj mål")
        hands.write(wanted.title)                        # the keyboard stands in the new goal
        hands.press(ENTER)
        hands.write(wanted.why)                          # … and goes on to why
        card = next(c for c in hands.window.findChildren(GoalCard) if c.isVisible() and c.is_open)
        hands.click("Livsområde: ", card)
        hands.pick(wanted.area)
        _write_steps(hands, wanted, card)
        _write_help(hands, wanted, card)
        body = card.body
        assert body is not None
        hands.choose("Ansvarlig", wanted.responsible, body.responsible.parentWidget())
        hands.type("Senest", wanted.deadline, body.deadline)
        hands.type("Opfølgning", wanted.follow_up, body.follow_up)
        hands.press(TAB)


def _write_steps(hands: Hands, wanted: seed.Wanted, card: GoalCard) -> None:
    hands.click("Tilføj skridt", card)
    for number, (words, _who, _when) in enumerate(wanted.steps):
        if number:
            hands.press(ENTER)                           # Enter: one more step
        hands.write(words)
    rows = [row for row in card.findChildren(StepRow) if row.isVisible()]
    assert [row.text.toPlainText() for row in rows] == [step[0] for step in wanted.steps]
    for row, (_words, who, when) in zip(rows, wanted.steps, strict=True):
        hands.click("Hvem og hvornår", row)
        hands.choose("Hvem", who, row)
        if when:
            hands.type("Senest", when, row)
            hands.press(TAB)
        row.meta.click()


def _write_help(hands: Hands, wanted: seed.Wanted, card: GoalCard) -> None:
    hands.click("Tilføj hjælp", card)
    hands.write(wanted.help)
    hands.press(ENTER)
    hands.write(wanted.purpose)
    help_ = next(c for c in card.findChildren(HelpCard) if c.isVisible())
    hands.click("Hvor længe, og fra hvem", help_)
    start, end = wanted.period
    if end:
        hands.type("Fra", start, help_)
        hands.type("Til", end, help_)
        hands.press(TAB)
    else:
        hands.type("Eller med ord", start, help_)
    hands.choose("Indsatstrappe", wanted.ladder, help_)
    hands.choose("Ansvarlig", wanted.responsible, help_)
    help_.meta.click()


def put_the_door_first(hands: Hands) -> None:
    """What matters most stands first: moved with the keyboard, tried with the mouse."""
    hands.press(ESCAPE)                                  # the open goal closes
    assert _order(hands) == [1, 2, 3]
    hands.find(QAbstractButton, "Mål 2").setFocus()
    hands.press(UP, ALT)
    assert _titles(hands)[0] == "Jeg vil have min egen dør"
    hands.wait(lambda: all(card.height() == card.sizeHint().height() for card in _cards(hands)), "all are closed")
    last = _cards(hands)[2]
    grip = last.closed.findChild(Grip)
    assert grip is not None
    hands.drag(grip, QPoint(8, 10), grip.mapFromGlobal(_cards(hands)[1].mapToGlobal(QPoint(8, 2))))
    assert _titles(hands)[1] == "Jeg vil bruge mine hænder igen"
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _titles(hands) == [seed.GOALS[n].title for n in (1, 0, 2)]


def _cards(hands: Hands) -> list[GoalCard]:
    shown = [card for card in hands.window.findChildren(GoalCard) if card.isVisible()]
    return sorted(shown, key=lambda card: card.mapToGlobal(QPoint(0, 0)).y())


def _titles(hands: Hands) -> list[str]:
    return [card.goal.title for card in _cards(hands)]


def _order(hands: Hands) -> list[int]:
    return [card._number for card in _cards(hands)]


def hold_the_meeting(hands: Hands, clock: Clock) -> None:
    """Start, the round, minutes, agreements, a topic put aside, end."""
    hands.go("Møder")
    hands.click("Start mødet")
    for name in ("Jonas", "Eva", "Ole", "Birgit", "Morten", "Anne-Mette", "Samir", "Lene"):
        hands.click(name, hands.find(RoundStrip, "Hvem er her"))       # who is here
    hands.click("Videre: Jonas fortæller")
    hands.click("Referat")
    hands.type("Referat af punktet", seed.MINUTES)
    hands.click("Referat")
    hands.click("Videre: Runde: hvad ser vi?")
    clock.pass_(seconds=40)
    while not hands.sees("Alle har haft ordet"):
        hands.click(hands.button_with("har ordet"))       # one after the other
    hands.click("Alle har haft ordet")
    for what, who, when in seed.AGREEMENTS:
        hands.type("Hvad aftaler vi?", what)
        hands.choose("Hvem?", who)
        hands.type("Hvornår?", when)
        hands.press(ENTER)
        assert hands.sees(what)
    hands.click("Tag det senere")
    hands.write(seed.PARKED)
    hands.press(ENTER)
    hands.click("Husk")
    for short in ("Velkommen", "Alle kommer til orde", "Læs opgaverne højt"):
        hands.click(f"{short}: ")
    hands.click("Husk")
    hands.click("Slut mødet")
    assert hands.sees("Det kommer på dagsordenen, når I planlægger næste møde.")
    hands.click("Slut mødet", hands.front())             # the question: points are left
