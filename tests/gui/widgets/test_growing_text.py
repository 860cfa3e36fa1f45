"""A text field as tall as its text: every line is in sight, whatever is done to it."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan.goals import add_goal, add_step
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.step_row import StepRow
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.wrapped_line import QuietText, WrappedLine

WORDS = "Jeg vil gerne have min egen dør et stille sted, med plads til cyklen og til Sara, når hun kommer. "


@pytest.fixture(params=[1.0, 1.25, 1.5, 2.0])
def size(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    apply_theme(qapp, dark=False, size=request.param)
    yield request.param
    apply_theme(qapp, dark=False, size=1.0)


class Page(QWidget):
    """A field, and one to go on to."""

    def __init__(self, edit: GrowingTextEdit) -> None:
        super().__init__()
        self.edit, self.next = edit, QLineEdit()
        edit.set_lines(1, 40)
        column = QVBoxLayout(self)
        column.addWidget(edit)
        column.addWidget(self.next)
        column.addStretch(1)
        self.resize(420, 900)

    def all_in_sight(self) -> bool:
        """Whether the first line and the last stand in the field, and no line's height is left over."""
        QApplication.processEvents()
        first = self.edit.cursorRect(QTextCursor(self.edit.document()))
        end = QTextCursor(self.edit.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        last = self.edit.cursorRect(end)
        below = self.edit.viewport().height() - (last.y() + last.height())
        return first.y() >= 0 and 0 <= below < self.edit.fontMetrics().height() / 2


@pytest.mark.parametrize("make", [GrowingTextEdit, QuietText])
def test_all_lines_stay_in_sight(
        qtbot: QtBot, size: float, make: type[GrowingTextEdit]) -> None:
    page = Page(make())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.edit.setFocus()
    assert page.all_in_sight()
    for word in WORDS.split():
        qtbot.keyClicks(page.edit, word + " ")
        assert page.all_in_sight(), word
    QApplication.clipboard().setText(WORDS + "\n\n" + WORDS)
    page.edit.paste()
    assert page.all_in_sight()
    for _word in range(12):
        qtbot.keyClick(page.edit, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
        assert page.all_in_sight()
    page.edit.undo()
    assert page.all_in_sight()
    page.next.setFocus()
    assert page.all_in_sight()
    for width in (300, 600, 360):
        page.resize(width, 900)
        assert page.all_in_sight(), width
    page.edit.setPlainText(WORDS)                        # another row is shown
    assert page.all_in_sight()
    page.edit.setPlainText("Ja 😀 og 👩‍👧\nog mere")
    assert page.all_in_sight()


def test_a_field_shown_with_its_text_shows_all_of_it(qtbot: QtBot, size: float) -> None:
    page = Page(QuietText())
    qtbot.addWidget(page)
    page.edit.setPlainText(WORDS + "\n" + WORDS)
    page.show()
    assert page.all_in_sight()
    page.edit.setFocus()
    assert page.all_in_sight()


def first_letter(page: Page) -> QPoint:
    """Where the first letter stands in the field."""
    QApplication.processEvents()
    edit = page.edit
    return edit.viewport().mapTo(edit, edit.cursorRect(QTextCursor(edit.document())).topLeft())


def test_words_stand_still_when_somebody_goes_into_them(qtbot: QtBot, size: float) -> None:
    page = Page(QuietText())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    empty = first_letter(page)
    assert empty.x() > 6                                 # never glued to the frame
    page.edit.setFocus()
    assert first_letter(page) == empty
    qtbot.keyClicks(page.edit, "Jeg")
    assert first_letter(page) == empty
    page.next.setFocus()
    assert first_letter(page) == empty
    again = Page(QuietText())                            # as after the next start
    qtbot.addWidget(again)
    again.edit.setPlainText("Jeg")
    again.show()
    again.activateWindow()
    assert first_letter(again) == empty
    again.edit.setFocus()
    assert first_letter(again) == empty


def test_a_tick_stands_level_with_its_words(qtbot: QtBot, desk: Desk, size: float) -> None:
    goal = add_goal(desk.opened, "Min egen dør")
    for text in ("", "Skrive mig op", WORDS):
        row = StepRow(desk, add_step(desk.opened, goal, text))
        qtbot.addWidget(row)
        row.resize(500, row.sizeHint().height())
        row.show()
        QApplication.processEvents()
        words = row.text.cursorRect(QTextCursor(row.text.document()))
        middle = row.text.viewport().mapTo(row, words.center()).y()
        assert abs(row.tick.geometry().center().y() - middle) <= 1


@pytest.mark.parametrize("kind", [GrowingTextEdit, WrappedLine])
def test_a_file_that_lands_on_a_text_leaves_it_as_it_is(qtbot: QtBot, kind: type[GrowingTextEdit]) -> None:
    """The file manager also gives its name as text."""
    edit = kind()
    qtbot.addWidget(edit)
    edit.setPlainText("Min egen dør")
    file, link = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile("/home/eva/Jonas.docx")])
    file.setText("/home/eva/Jonas.docx")
    link.setUrls([QUrl("https://www.example.dk/bolig")])
    link.setText("https://www.example.dk/bolig")
    assert not edit.canInsertFromMimeData(file)
    for content in (file, link):
        QApplication.clipboard().setMimeData(content)
        edit.selectAll()
        edit.paste()
        if content is file:
            assert edit.toPlainText() == "Min egen dør"
    QApplication.clipboard().clear()                     # ours, and Python is gone when the clipboard is
    assert edit.toPlainText() == "https://www.example.dk/bolig"
