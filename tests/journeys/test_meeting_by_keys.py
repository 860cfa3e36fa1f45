"""The meeting of the seed case held by keyboard alone, over the whole window, in the largest text: nothing is pressed
but what the keyboard stands on, and what it stands on is seen whole.
"""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.meeting.during_page import DuringPage
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.meeting.round_strip import RoundPerson
from borgerplan_desktop.model.meeting import Feedback, LeaderPad, Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.plan import Goal, current_plan
from tests.archive import CHEAP, PASSWORD, Clock
from tests.journeys import days, seed_meeting
from tests.journeys.hands import Hands, words_of
from tests.journeys.keys import CTRL, DOWN, ENTER, ESCAPE, SHIFT, SPACE, TAB, here, tab_to
from tests.window import desk_of, session_of

Key = Qt.Key
WIDE, TALL = 1366, 768
WRITTEN = "Jonas vil se boligen, før han siger ja."
DECIDED = "Birgit søger om bolig gennem Hjemløseenheden"
SAID = "Jeg vil have min egen dør."
AGREED, WHEN = "Søger om bolig gennem Hjemløseenheden", "6. november"
PARKED = "Gælden til det gamle boligselskab"
PRIVATE = "Spørg Jonas om Sara bagefter"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 29, 12, 58))


@pytest.fixture
def location(tmp_path: Path, clock: Clock) -> Location:
    """A shelter where the meeting is prepared and the invitations are out."""
    location = Location(tmp_path / "data", CHEAP)
    archive, _code = login.begin_archive(location, "Herberget Havnegade", "Eva Lind", PASSWORD, clock)
    login.put_code_away(archive)
    seed_meeting.invited(seed_meeting.jonas(archive))
    archive.close()
    return location


@pytest.fixture
def at_the_table(program: Program, hands: Hands, qapp: QApplication,
                 monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Logged in, at the meeting, everything twice as large; the mouse is put away."""
    apply_theme(qapp, dark=False, size=2.0)
    days.log_in(hands)
    days.open_citizen(hands, "bæk", "Jonas Bækgaard")
    hands.press(Key.Key_4, CTRL)
    for way in ("mouseClick", "mouseDClick", "mousePress", "mouseMove", "mouseRelease"):
        monkeypatch.setattr(QTest, way, _not_by_mouse)
    yield hands
    apply_theme(qapp, dark=False, size=1.0)


def _not_by_mouse(*_args: object, **_more: object) -> None:
    raise AssertionError("the mouse was used")


def stands(hands: Hands, words: str) -> QWidget:
    """The keyboard is there, in front, and what it is on is seen from edge to edge."""
    QApplication.processEvents()
    focus = here()
    assert focus is not None, f"the keyboard is nowhere, it should be at »{words}«"
    assert words_of(focus).startswith(words), (words, words_of(focus))
    assert focus.window() is hands.front()
    hands.wait(lambda: focus.visibleRegion().boundingRect().size() == focus.size(), f"»{words}« in sight", 3000)
    if isinstance(focus, QLineEdit | QPlainTextEdit):
        assert focus.height() >= 1.5 * focus.fontMetrics().height(), "its line is cut off"
    return focus


def key(hands: Hands, pressed: Qt.Key, words: str) -> None:
    """Press it; the keyboard then stands at what is called so."""
    hands.press(pressed)
    stands(hands, words)


def write(hands: Hands, words: str, text: str) -> None:
    """Write where the keyboard stands, and see it."""
    field = stands(hands, words)
    hands.write(text)
    stands(hands, words)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == text


def take(hands: Hands, words: str, letter: str, chosen: str) -> None:
    """A line of the list the keyboard stands at, by its first letters; all of what is chosen can be read."""
    combo = stands(hands, words)
    hands.write(letter)
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == chosen


def over_the_whole_window(program: Program, hands: Hands) -> DuringPage:
    """F11, on the usual screen of a shelter."""
    hands.press(Key.Key_F11)
    assert program.window.isFullScreen()
    usual_size(program.window)
    tab = session_of(program).page("meetings")
    assert isinstance(tab, MeetingTab)
    page = tab.during
    assert page.full_window.stage is not None
    assert (page.full_window.stage.width(), page.full_window.stage.height()) == (WIDE, TALL)
    return page


def usual_size(window: QWidget) -> None:
    """Offscreen the screen is smaller, and a window that is resized is not called full any more."""
    if (window.width(), window.height()) != (WIDE, TALL):
        window.resize(WIDE, TALL)
    QTest.qWait(20)


def is_full(window: QWidget) -> None:
    """As it is on a screen: before somebody leaves the whole window, Qt is told again that it is whole."""
    if not window.isFullScreen():
        window.setWindowState(Qt.WindowState.WindowFullScreen)


def test_from_the_welcome_to_the_feedback(program: Program, at_the_table: Hands, clock: Clock) -> None:
    hands = at_the_table
    tab_to(hands, "Start mødet")
    key(hands, SPACE, "Videre: Jonas fortæller")
    page = over_the_whole_window(program, hands)
    case = desk_of(program).case
    [meeting] = case.all(Meeting)
    stands(hands, "Videre: Jonas fortæller")
    everybody_is_here_but_one(hands, meeting)
    write_minutes(hands, meeting)
    agree(hands, meeting)
    put_aside(hands, page, meeting)
    a_silence_and_the_round(program, hands, page, clock)
    a_pause_and_a_later_end(program, hands, page, clock)
    private_notes(program, hands)
    end(hands, meeting)
    feedback(hands, meeting)


def everybody_is_here_but_one(hands: Hands, meeting: Meeting) -> None:
    """Shift+F5, then Space and Tab from face to face; who did not come has a second press."""
    hands.press(Key.Key_F5, SHIFT)
    people = [words.split(",")[0] for words in _faces(hands)]
    assert len(people) == len(seed_meeting.COMING)
    for name in people:
        stands(hands, name)
        key(hands, SPACE, f"{name}, er her")
        if name == "Lene Friis":
            key(hands, SPACE, f"{name}, kom ikke")
        hands.press(TAB)
    assert [each.presence for each in meeting.participants] == [Presence.PRESENT] * 5 + [Presence.DID_NOT_COME]


def _faces(hands: Hands) -> list[str]:
    return [words_of(each) for each in hands.window.findChildren(RoundPerson) if each.isVisible()]


def write_minutes(hands: Hands, meeting: Meeting) -> None:
    """Forward, back and forward again; what was said and decided, and Jonas' own words straight into the plan."""
    hands.press(Key.Key_PageDown, CTRL)
    hands.press(Key.Key_PageDown, CTRL)
    hands.press(Key.Key_PageUp, CTRL)
    item = meeting.agenda[1]
    assert meeting.item_id == item.id
    assert hands.sees(f"Referat: {item.title}") is False
    hands.press(Key.Key_F3)
    write(hands, "Referat af punktet", WRITTEN)
    key(hands, TAB, "Det blev besluttet")
    write(hands, "Det blev besluttet", DECIDED)
    key(hands, TAB, "Egne ord i dag: Jonas")
    write(hands, "Egne ord i dag: Jonas", SAID)
    key(hands, TAB, "Må stå i alles referat")
    key(hands, SPACE, "Må stå i alles referat")
    key(hands, TAB, "Sæt ind i planen")
    key(hands, SPACE, "Egne ord i dag: Jonas")
    assert (item.written, item.decided, meeting.own_words, meeting.own_words_for_all) == (WRITTEN, DECIDED, SAID, True)
    assert current_plan(meeting.case).matters_now == f"{SAID} (29. oktober 2026)"
    assert hands.sees("Står i planen")


def agree(hands: Hands, meeting: Meeting) -> None:
    """F2: what, who, when, which goal, Enter; the line is ready for the next."""
    hands.press(Key.Key_F2)
    write(hands, "Hvad aftaler vi?", AGREED)
    hands.press(TAB)
    take(hands, "Hvem?", "B", "Birgit Holm")
    hands.press(TAB)
    write(hands, "Hvornår?", WHEN)
    hands.press(TAB)
    goals = stands(hands, "Hvilket mål?")
    assert isinstance(goals, QComboBox)
    while goals.currentText() != "Jeg vil have min egen dør":
        hands.press(DOWN)
    key(hands, TAB, "Tilføj aftale")
    key(hands, ENTER, "Hvad aftaler vi?")
    [made] = meeting.agreements
    goal = meeting.case.get(Goal, made.goal_id)
    assert (made.text, made.due_on.isoformat() if made.due_on else "") == (AGREED, "2026-11-06")
    assert made.responsible is not None
    assert (made.responsible.contact.name, goal.title if goal else "") == ("Birgit Holm", "Jeg vil have min egen dør")
    assert hands.sees(AGREED)


def put_aside(hands: Hands, page: DuringPage, meeting: Meeting) -> None:
    hands.press(Key.Key_F2, SHIFT)
    write(hands, "Emne, vi tager senere", PARKED)
    key(hands, ENTER, "Emne, vi tager senere")
    assert [each.text for each in meeting.parked] == [PARKED]
    agenda, left = page.left.agenda_scroll, page.left
    topic = left.topics.widgets()[0]
    assert agenda.geometry().bottom() < topic.mapTo(left, QPoint(0, 0)).y()     # nothing stands upon anything else


def a_silence_and_the_round(program: Program, hands: Hands, page: DuringPage, clock: Clock) -> None:
    """F6 and F6 again; then F5 for each, and whoever is not there is not waited for."""
    hands.press(Key.Key_PageDown, CTRL)
    hands.press(Key.Key_F6)
    assert page.silence.isVisible()
    tab_to(hands, "Et minut mere")
    key(hands, SPACE, "Et minut mere")
    assert page.silence.left.words() == "3.00"
    hands.press(Key.Key_F6)
    assert page.voices.isVisible()
    for name in ("Jonas", "Eva", "Ole", "Birgit", "Anne-Mette"):
        assert any(words.startswith(name) and words.endswith("taler nu") for words in _faces(hands)), name
        days.sit_together(program, clock, 60)
        hands.press(Key.Key_F5)
    assert here() is not None
    assert page.next.accessibleName().startswith("Videre: Mål: ")
    assert [words.split(", ")[-1] for words in _faces(hands)] == ["har talt"] * 5 + ["kom ikke"]


def a_pause_and_a_later_end(program: Program, hands: Hands, page: DuringPage, clock: Clock) -> None:
    key(hands, Key.Key_F12, "Fortsæt, og slut kl. 14.30")
    days.sit_together(program, clock, 7 * 60)
    page.tick()
    key(hands, TAB, "Fortsæt, og slut 7 minutter senere")
    key(hands, SPACE, "Videre: Mål: ")
    assert page.subtitle.words().endswith("Vi slutter kl. 14.37")
    hands.press(Key.Key_F12, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0] is menu.activeAction()
    hands.press_in_menu(DOWN)
    hands.press_in_menu(ENTER)
    stands(hands, "Videre: Mål: ")
    assert page.subtitle.words().endswith("Vi slutter kl. 14.52")


def private_notes(program: Program, hands: Hands) -> None:
    """Not in front of everybody: out of the whole window, written, and back."""
    hands.press(Key.Key_F3, SHIFT)
    assert not hands.sees("Mine private noter")
    hands.press(Key.Key_F6, SHIFT)                       # everybody sees the stage
    assert not hands.sees("Mine private noter")
    is_full(program.window)
    hands.press(ESCAPE)
    usual_size(program.window)
    assert not program.window.isFullScreen()
    stands(hands, "Videre: Mål: ")
    hands.press(Key.Key_F6, SHIFT)
    stands(hands, "Mine private noter")
    write(hands, "Mine private noter", PRIVATE)
    page = over_the_whole_window(program, hands)
    assert not page.pad.isVisible()
    assert not hands.sees(PRIVATE)
    focus = here()
    assert focus is not None
    assert focus.isVisible()
    [pad] = desk_of(program).case.all(LeaderPad)
    assert pad.text == PRIVATE


def end(hands: Hands, meeting: Meeting) -> None:
    """On from point to point; after the last one the meeting is over, and so is the whole window."""
    is_full(hands.window)
    while meeting.status is MeetingStatus.IN_PROGRESS:
        hands.press(Key.Key_PageDown, CTRL)
    usual_size(hands.window)
    assert not hands.window.isFullScreen()
    assert all(each.done for each in meeting.agenda)
    stands(hands, "3 Efter")


def feedback(hands: Hands, meeting: Meeting) -> None:
    """The citizen answers with the number keys."""
    tab_to(hands, "Fik du sagt det")
    hands.press(Key.Key_5)
    hands.press(TAB)
    hands.press(Key.Key_4)
    given = meeting.feedback
    assert isinstance(given, Feedback)
    assert (given.said_it, given.understood) == (5, 4)
    assert hands.sees(AGREED)
    assert hands.sees(PARKED)
