"""A key in a field of 5,000 characters with help on, against the same field without; and what looking at it takes."""
from __future__ import annotations

from pathlib import Path
from time import perf_counter

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.writing.writing_help import WritingHelp
from borgerplan_desktop.model.plain_language import hints
from borgerplan_desktop.model.shelter import Phrase
from borgerplan_desktop.model.words_to_check import words_to_check
from tests.archive import new_archive, new_store
from tests.benchmarks.raw import quietest

DICTIONARY = Path(__file__).parents[1] / "data" / "spelling"
TEXT = ("Vi har talt om, hvad der skal ske, og hvem der gør det. Jonas vil iværksætte en lejlihed. " * 60)[:5000]
WORDS = "Næste skridt: {fornavn} og jeg gør det sammen. "
KEY_MOST, LOOK_MOST, SLASH_MOST = 3, 15, 2               # ratios


def test_help_costs_nothing_per_key_and_little_in_a_pause(qtbot: QtBot, tmp_path: Path) -> None:
    store = new_store(tmp_path)
    archive = new_archive(store)
    edit = GrowingTextEdit(TEXT)
    edit.resize(700, 300)
    edit.show()
    QTest.qWaitForWindowActive(edit)
    edit.setFocus()
    floor, _slow = _keys(edit)
    helps = WritingHelp(edit, archive.shelter, _nobody, None, [DICTIONARY])
    there = helps.help_in(edit)
    helps.speller.ask(word.text for word in words_to_check(TEXT))
    qtbot.waitUntil(lambda: helps.speller.knows("lejlihed") is not None, timeout=20_000)
    there.look()
    assert there.marked()
    ours, slow = _keys(edit)
    look, pure = quietest(there.look), quietest(lambda: hints(TEXT[:1500]))
    painted = quietest(edit.viewport().repaint)
    helps.stop()
    edit.close()
    edit.deleteLater()
    store.close()
    print(f"\nkey with help: {ours:.1f} ms (p95 {slow:.1f}, aim 16), without {floor:.1f} ms: "
          f"× {ours / floor:.1f} (at most {KEY_MOST}); "
          f"a look in the pause {look:.1f} ms (hints of 1,500 characters {pure:.1f}), one painting {painted:.1f} ms: "
          f"× {look / painted:.1f} (at most {LOOK_MOST})")
    assert ours <= KEY_MOST * floor
    assert look <= LOOK_MOST * painted


def test_a_slash_is_answered_at_once_among_five_thousand_phrases(qtbot: QtBot, tmp_path: Path) -> None:
    store = new_store(tmp_path)
    archive = new_archive(store)
    shelter = archive.shelter
    with shelter.action("5,000 phrases"):
        for n in range(5000):
            shelter.case.add(Phrase(short=f"{'nar'[n % 3]}{n}", text=WORDS * 4))
    edit = GrowingTextEdit("")
    edit.resize(700, 300)
    edit.show()
    QTest.qWaitForWindowActive(edit)
    helps = WritingHelp(edit, shelter, _nobody, None, [DICTIONARY])
    edit.setFocus()
    there = helps.help_in(edit)
    floor = quietest(lambda: [each.text.casefold() for each in shelter.case.all(Phrase)])
    times = {typed: _slash(edit, typed) for typed in ("/", "/n", "/n1", "/skridt", "/qqq")}
    assert there is helps.help_in(edit)
    helps.stop()
    edit.close()
    edit.deleteLater()
    store.close()
    print(f"\namong 5,000 phrases, ms a key: {', '.join(f'{typed} {ms:.0f}' for typed, ms in times.items())}; reading "
          f"them all {floor:.1f} ms: × {max(times.values()) / floor:.1f} (at most {SLASH_MOST})")
    assert max(times.values()) <= SLASH_MOST * floor


def _slash(edit: GrowingTextEdit, typed: str) -> float:
    """What the last key takes, painted; the quietest of five."""
    times = []
    for _try in range(5):
        edit.clear()
        QTest.keyClicks(edit, typed[:-1])
        started = perf_counter()
        QTest.keyClicks(edit, typed[-1])
        edit.viewport().repaint()
        times.append(1000 * (perf_counter() - started))
    return min(times)


def _nobody() -> None:
    """No case is on the desk."""


def _keys(edit: GrowingTextEdit) -> tuple[float, float]:
    """The middle one of fifty, each painted, and the slowest but two."""
    times = []
    for letter in "hvad der skal ske nu og så " * 2:
        started = perf_counter()
        QTest.keyClicks(edit, letter)
        edit.viewport().repaint()
        times.append(1000 * (perf_counter() - started))
    times.sort()
    return times[len(times) // 2], times[-3]
