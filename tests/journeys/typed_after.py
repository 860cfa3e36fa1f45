"""The typed journey after the meeting: explained, asked, adopted, on paper, and all of it still there."""
from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import Qt

from borgerplan_desktop.gui.showing.feedback_scale import Circles
from tests.journeys import seed_case as seed
from tests.journeys.hands import Hands


def explain_and_adopt(hands: Hands) -> None:
    """What it means, how it was, and the plan is adopted."""
    for what, _who, _when in seed.AGREEMENTS:
        assert hands.sees(what)
    assert hands.sees(seed.PARKED)
    hands.type("Hvad mødet betyder for Jonas", seed.MEANING)
    hands.click("Forklaret til Jonas")
    hands.find(Circles, "Fik du sagt det").setFocus()
    hands.press(Qt.Key.Key_5)
    hands.type("Hvad skal vi gøre anderledes næste gang?", "Lidt færre forkortelser.")
    hands.type("Dato", "26. november")
    hands.press(Qt.Key.Key_Tab)
    hands.click("Planlæg næste møde")
    assert hands.sees("Torsdag 26. november kl. 13.00")
    hands.click("Vedtag planen")
    hands.click("Vedtag planen")                         # the question: it cannot be changed afterwards
    hands.wait(lambda: hands.sees("Uge 4 · planen er vedtaget"), "the adopted plan")
    hands.click("Send referat")
    hands.click("Noter som givet")


def look_at_the_overview(hands: Hands, week: str = "Uge 4 · planen er vedtaget") -> None:
    hands.go("Overblik")
    assert hands.sees(week)
    for words in ("Jeg vil have min egen dør", *(what for what, _who, _when in seed.AGREEMENTS)):
        assert hands.sees(words), words


def save_the_paper(hands: Hands, file: Path) -> str:
    """The plan as a file; what the paper says, as one text."""
    hands.click("Flere handlinger")
    hands.pick("Gem planen som fil …")
    assert hands.sees("Til Jonas")                       # asked for whom; it is for the citizen
    hands.click("Gem en kopi som …")
    hands.choose_file(file)
    hands.wait(lambda: file.exists() and hands.front() is hands.window, "the paper")
    return " ".join(subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True,
                                   check=True).stdout.split())


def stands_in_order(paper: str, *words: str) -> None:
    """Each of the words stands on the paper after the one before."""
    at = 0
    for each in words:
        found = paper.find(each, at)
        assert found >= 0, f"»{each}« " + ("stands too early" if each in paper else "is not on the paper")
        at = found


def everything_is_there(hands: Hands) -> None:
    """After the program was started anew: the citizen from the list, every tab as it was left."""
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.write("bækg")
    hands.press(Qt.Key.Key_Return)
    assert hands.sees(seed.NAME)
    look_at_the_overview(hands, "Uge 4")
    hands.go("Plan")
    for words in (*(words for _question, words in seed.OWN_WORDS), seed.LEFT_LYING):
        assert hands.sees(words), words
    hands.go("Netværk")
    hands.click("Tabel")
    hands.go("Møder")
    assert hands.sees("Torsdag 26. november")
    hands.go("Papirer")
    hands.click("Tidligere planer")
    assert hands.sees(seed.EARLIER[0][4])                # the text of the first one
