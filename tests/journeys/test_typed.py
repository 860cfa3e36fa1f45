"""The seed case typed by hand: from an empty store to the paper, by keyboard and mouse."""
from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.location import Location
from tests.archive import PASSWORD, Clock
from tests.faults.canary import traces
from tests.journeys import seed_case as seed
from tests.journeys import typed_after, typed_before, typed_meeting
from tests.journeys.hands import Hands

Start = Callable[[Location], Program]
MARKERS = ("Bækgaard", "Birgit Holm", "gadeplansmedarbejder", "egen dør", "Rusmiddelenheden", "antabus", "Saras mor",
           "prøvedag", "boligselskab", "forkortelser", "værkstedet", "12345613", seed.PARKED, seed.MEANING)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 6, 10, 15))


def test_typed_from_an_empty_store(program: Program, at_work: Hands, clock: Clock, location: Location, start: Start,
                                   tmp_path: Path, caplog: pytest.LogCaptureFixture,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kept", "temp"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    hands = at_work
    typed_before.receive(hands)
    typed_before.take_in_earlier_plans(hands)
    typed_before.agree_how_to_work_together(hands)
    typed_before.draw_the_network(hands)
    typed_before.name_helpers(hands)
    typed_before.ask_for_consent(hands)
    come_back(hands, clock, datetime(2026, 10, 13, 9, 0))
    typed_before.settle_responsibility(hands)
    come_back(hands, clock, datetime(2026, 10, 19, 9, 0))
    typed_before.make_the_meeting_ready(hands)
    come_back(hands, clock, datetime(2026, 10, 29, 12, 30))
    typed_meeting.write_own_words(hands)
    typed_meeting.write_goals(hands)
    typed_meeting.put_the_door_first(hands)
    come_back(hands, clock, datetime(2026, 10, 29, 13, 0))
    typed_meeting.hold_the_meeting(hands, clock)
    typed_after.explain_and_adopt(hands)
    typed_after.look_at_the_overview(hands)
    read(typed_after.save_the_paper(hands, tmp_path / "kept" / "plan.pdf"))

    hands.go("Plan")
    hands.type("Det kan jeg", seed.OWN_WORDS[1][1] + " " + seed.LEFT_LYING)
    come_back(hands, clock, datetime(2026, 10, 30, 9, 0))                # the screen locks over half typed words
    assert hands.sees(seed.LEFT_LYING)
    program.window.close()
    program._lock.give_back()                            # the process would end here
    hands = Hands(start(location).window)
    log_in(hands)
    typed_after.everything_is_there(hands)

    assert not traces(location.folder, tmp_path / "temp", words=MARKERS)
    assert not [word for word in MARKERS if word in caplog.text]


def read(paper: str) -> None:
    """What was typed stands on the paper, in the order it was given."""
    hopes, strengths, now = (words for _question, words in seed.OWN_WORDS)
    goals = [seed.GOALS[n] for n in (1, 0, 2)]
    typed_after.stands_in_order(paper, "Plan for Jonas", hopes.split(". ")[0], now, strengths, "Mine mål",
                                *(words for goal in goals for words in (goal.why, goal.steps[0][0], goal.help)),
                                "Hvem gør hvad, hvornår", *(seed.AGREEMENTS[n][0] for n in (0, 2, 1)), "Underskrift")
    typed_after.stands_in_order(paper, *(goal.title for goal in goals))
    for goal in goals:
        for words in (*(step[0] for step in goal.steps), goal.purpose, goal.deadline):
            assert words in paper, words
    for name in (*(each.name for each in seed.PRIVATE), *(each.name for each in seed.PROFESSIONALS)):
        assert name in paper, name


def come_back(hands: Hands, clock: Clock, when: datetime) -> None:
    """Time has passed, so the screen is locked: nothing of Jonas is in sight until the password is typed."""
    clock.now = when
    hands.wait(lambda: hands.sees("Borgerplan er låst"), "the lock", 5000)
    assert not hands.sees("Jonas")
    hands.write(PASSWORD)                                # the keyboard stands in the password
    hands.press(typed_before.ENTER)
    assert hands.sees(seed.NAME)


def log_in(hands: Hands) -> None:
    """A new day: the name is there, the password is typed."""
    assert not hands.sees("Jonas")
    hands.write(PASSWORD)
    hands.press(typed_before.ENTER)
    assert hands.sees("Eva Lind · Herberget Havnegade")
