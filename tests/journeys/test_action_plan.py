"""The action plan of the cooperation: five activities written, printed; half a year passes, and Min dag reminds."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.activities.activities_tab import ActivitiesTab
from borgerplan_desktop.gui.house.ideas_tab import IdeasTab
from borgerplan_desktop.gui.house.words_tab import WordsTab
from borgerplan_desktop.gui.printing import printing
from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow
from borgerplan_desktop.model.house_ideas import HouseIdea
from borgerplan_desktop.model.implementation_plan import Activity
from tests.archive import Clock
from tests.documents import reading
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of

WRITTEN = {"Møder med projektgruppen": "4 x årligt", "Rammen opdateres": "2 x om året", "Temadag om tolke": "",
           "Nye kolleger får rammen vist": "hver måned", "Partnerne spørges": "hvert år"}


def write(tab: ActivitiesTab) -> None:
    for title, when in WRITTEN.items():
        tab.title.setFocus()
        QTest.keyClicks(tab.title, title)
        QTest.keyClick(tab.title, Qt.Key.Key_Return)
        row = tab.rows.widgets()[-1]
        fields = row.open()
        QTest.keyClicks(fields.when, when)
        fields.first.field.setFocus()                    # leaving is what it is understood by
        QTest.keyClicks(fields.first.field, "2. november 2026")
        QTest.keyClick(fields.first.field, Qt.Key.Key_Return)


def test_five_activities_are_written_printed_and_reminded_of(
        program: Program, at_work: Hands, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, printed = session_of(program), tmp_path / "printed.pdf"
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(program.window, Qt.Key.Key_H, control | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(program.window, Qt.Key.Key_3, control)
    tab = session.page("activities")
    assert isinstance(tab, ActivitiesTab)
    write(tab)
    made = desk_of(program).case.all(Activity)
    assert [(each.title, each.times_a_year) for each in made] == list(zip(WRITTEN, (4, 2, None, 12, 1), strict=True))

    def to_file(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        return True

    monkeypatch.setattr(printing, "choose_printer", to_file)
    at_work.press(Qt.Key.Key_P, control)
    window = at_work.front()
    assert isinstance(window, HousePaperWindow)
    at_work.wait(window.print_button.isEnabled, "the plan on paper")
    window.save_as(str(tmp_path / "plan.pdf"))
    closed: list[int] = []
    window.finished.connect(closed.append)
    window.print_button.click()
    at_work.wait(lambda: bool(closed), "the pages at the printer")
    assert printed.stat().st_size > 10_000
    said = reading.text((tmp_path / "plan.pdf").read_bytes())
    assert all(title in said for title in WRITTEN)

    ids, first = {each.id for each in made}, made[0].id
    program.login_flow.lock()
    clock.pass_(days=180)                                # half a year
    unlock(program, at_work)
    session = session_of(program)
    session.show_day()
    QApplication.processEvents()
    page = program.window.workspace().my_day  # type: ignore[union-attr]
    page.watch_card.more_button.click()
    late = [row for row in page.watch_card.rows() if row.door.tab == "activities"]
    assert {row.door.row_id for row in late} == ids
    row = next(row for row in late if row.door.row_id == first)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    tab = session.page("activities")
    assert isinstance(tab, ActivitiesTab)
    line = tab.rows.widget(desk_of(program).case.get(Activity, first))
    assert line is not None
    assert line.held.hasFocus()
    QTest.keyClick(line.held, Qt.Key.Key_Space)
    assert "næste gang 2. maj" in line.when.words()
    session.show_day()
    page.watch_card.more_button.click()
    assert first not in [row.door.row_id for row in page.watch_card.rows()]


def test_an_idea_and_a_word_of_the_house_are_undone_with_ctrl_z(program: Program, at_work: Hands) -> None:
    session, control = session_of(program), Qt.KeyboardModifier.ControlModifier
    session.show_house()
    QTest.keyClick(program.window, Qt.Key.Key_5, control)
    tab = session.page("ideas")
    assert isinstance(tab, IdeasTab)
    tab.words.setFocus()
    at_work.write("Kaffe tidligere")
    at_work.press(Qt.Key.Key_Return)
    assert len(archive_of(program).shelter.case.all(HouseIdea)) == 1
    tab.waiting.widgets()[0].gone.setFocus()             # in the line itself Ctrl+Z is the line's own
    at_work.press(Qt.Key.Key_Z, control)
    assert archive_of(program).shelter.case.all(HouseIdea) == []
    assert tab.empty.isVisible()
    at_work.press(Qt.Key.Key_Y, control)
    assert len(tab.waiting.widgets()) == 1
    session.show_words_of_house()
    words = session.page("words")
    assert isinstance(words, WordsTab)
    assert session.tab == "words"
    at_work.click("Tag de to eksempler")
    assert at_work.sees("Fra gade til egen bolig (Housing First, ICM)")
    at_work.press(Qt.Key.Key_Z, control)
    assert not at_work.sees("Fra gade til egen bolig (Housing First, ICM)")
