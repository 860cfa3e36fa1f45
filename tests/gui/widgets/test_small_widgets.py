"""The small widgets, as a person meets them."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.theme import apply_theme, px
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import (
    LONGEST_ROW,
    ElidedLabel,
    PlainLabel,
    breakable,
    in_a_row,
    plain_label,
    say,
    set_tip,
)
from borgerplan_desktop.gui.widgets.message import Message, Question, ask, tell
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.step_indicator import StepIndicator

SLY = "<b>Jonas</b> & <img src=x>"
LONG = "Speciallægepraksis" * 8


@pytest.fixture
def twice(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, dark=True, size=2.0)
    yield qapp
    apply_theme(qapp, dark=False, size=1.0)


def test_labels_show_what_was_written(qtbot) -> None:  # type: ignore[no-untyped-def]
    label = plain_label(SLY, "h2")
    qtbot.addWidget(label)
    assert label.words() == label.text() == SLY
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_long_words_may_break(qtbot) -> None:  # type: ignore[no-untyped-def]
    label = plain_label(LONG, wrap=True)
    qtbot.addWidget(label)
    assert label.words() == LONG
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(LONG) / 4
    assert breakable("korte ord bliver") == "korte ord bliver"


def test_a_row_shows_so_much_of_a_text_as_a_person_reads_there() -> None:
    assert in_a_row("Ringer til Lene\n og Ole") == "Ringer til Lene og Ole"
    assert in_a_row("ro " * 1000).endswith("ro …")
    assert len(in_a_row("ro " * 1000)) <= LONGEST_ROW + 2


def test_a_label_with_nothing_to_say_is_not_there(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = plain_label("", "bad", page)
    page.show()
    say(label, SLY)
    assert label.isVisible()
    assert label.words() == SLY
    say(label, "")
    assert not label.isVisible()


def test_an_elided_label_keeps_its_whole_text(qtbot) -> None:  # type: ignore[no-untyped-def]
    label = ElidedLabel(SLY + " og mange flere ord end der er plads til")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.show()
    assert label.shown().endswith("…")
    assert label.accessibleName() == label.text()
    assert "<b>" not in label.toolTip()
    assert "&lt;b&gt;Jonas" in label.toolTip()
    label.resize(2000, 24)
    assert label.shown() == label.text()
    assert label.toolTip() == ""


def test_tips_are_plain(qtbot) -> None:  # type: ignore[no-untyped-def]
    made = icon_button("eye", "Vis")
    qtbot.addWidget(made)
    set_tip(made, SLY)
    assert made.toolTip() == "<qt>&lt;b&gt;Jonas&lt;/b&gt; &amp; &lt;img src=x&gt;</qt>"
    assert made.accessibleDescription() == SLY


def test_a_pill_is_a_word(qtbot) -> None:  # type: ignore[no-untyped-def]
    pill = Pill("I gang", "info", "clock")
    qtbot.addWidget(pill)
    assert (pill.text(), pill.kind, pill.accessibleName()) == ("I gang", "info", "I gang")
    narrow = pill.sizeHint().width()
    pill.say("Går langsomt og venter på svar", "warn")
    assert pill.sizeHint().width() > narrow
    with pytest.raises(ValueError, match="blå"):
        pill.say("x", "blå")
    pill.resize(60, 25)
    pill.grab()


def test_an_avatar_says_who(qtbot, twice) -> None:  # type: ignore[no-untyped-def]
    avatar = Avatar("Birgit Krogh", square=True)
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Birgit Krogh"
    assert avatar.sizeHint().width() == px(32) == 64
    avatar.grab()


def test_a_card_with_an_action(qtbot) -> None:  # type: ignore[no-untyped-def]
    card = Card("Aftaler", "check_circle")
    qtbot.addWidget(card)
    action = card.add_action("Tilføj", "plus")
    with qtbot.waitSignal(action.clicked):
        action.click()
    card.set_title("Aftaler og opgaver")
    assert card.accessibleName() == "Aftaler og opgaver"


def test_buttons_show_ampersands(qtbot) -> None:  # type: ignore[no-untyped-def]
    made = button("Møde & mad", "plus")
    qtbot.addWidget(made)
    assert made.text() == "Møde && mad"
    assert made.accessibleName() == "Møde & mad"


def test_an_empty_state_gives_one_thing_to_do(qtbot) -> None:  # type: ignore[no-untyped-def]
    empty = EmptyState("Ingen mål endnu", "Hvad vil Jonas gerne opnå?", "Tilføj mål")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.wanted):
        qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert empty.accessibleName() == "Ingen mål endnu. Hvad vil Jonas gerne opnå?."
    empty.say("Alt er klaret")
    assert not empty.action.isVisible()
    empty.grab()


def test_chips_go_on_to_the_next_line(qtbot) -> None:  # type: ignore[no-untyped-def]
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row, gap=8)
    pills = [Pill(f"Chip nummer {n}") for n in range(6)]
    for pill in pills:
        flow.addWidget(pill)
    wide = sum(p.sizeHint().width() for p in pills) + 5 * 8
    assert flow.heightForWidth(wide) == px(25)
    assert flow.heightForWidth(wide - 1) == 2 * px(25) + 8
    row.resize(wide // 2, 200)
    row.show()
    assert pills[0].y() == 0
    assert pills[-1].y() > 0
    assert all(p.geometry().right() <= row.width() for p in pills)
    pills[0].hide()
    assert flow.heightForWidth(wide) == px(25)
    flow.clear()
    assert flow.count() == 0


def test_chips_without_room_on_the_one_line_are_counted_in_the_last(qtbot) -> None:  # type: ignore[no-untyped-def]
    row, rest = QWidget(), Pill()
    qtbot.addWidget(row)
    flow = FlowLayout(row, gap=8)
    rest.setParent(row)
    pills = [Pill(f"Chip nummer {n}") for n in range(6)]
    for pill in pills:
        flow.addWidget(pill)
    wide = sum(p.sizeHint().width() for p in pills) + 5 * 8
    row.resize(wide, 200)
    row.show()
    flow.fold_into(rest)
    assert not rest.isVisible()
    row.resize(wide - 1, row.height())
    assert [pill.isVisible() for pill in pills] == [True] * 5 + [False]
    row.resize(wide // 2, row.height())
    shown = [pill for pill in (*pills, rest) if pill.isVisible()]
    assert rest.text() == f"+{7 - len(shown)} mere"
    assert all(pill.y() == 0 and pill.geometry().right() < row.width() for pill in shown)
    assert row.height() == px(25)
    flow.fold_into(None)
    assert [pill.isVisible() for pill in (*pills, rest)] == [True] * 6 + [False]


def test_a_chip_wider_than_the_window_is_cut_not_lost(qtbot) -> None:  # type: ignore[no-untyped-def]
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row)
    pill = Pill(LONG)
    flow.addWidget(pill)
    row.resize(120, 60)
    row.show()
    assert pill.width() <= 120


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_a_text_field_grows_with_its_text(qtbot, qapp: QApplication, size: float) -> None:  # type: ignore[no-untyped-def]
    apply_theme(qapp, dark=False, size=size)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    text = GrowingTextEdit(most=4)
    column.addWidget(text)
    column.addStretch(1)
    page.resize(400, 600)
    page.show()
    heights = []
    for lines in (1, 2, 3, 4, 9):
        text.setPlainText("\n".join(["linje"] * lines))
        QApplication.processEvents()
        heights.append(text.height())
    assert heights[:4] == sorted(set(heights[:4]))
    assert heights[4] == heights[3]
    text.setPlainText(LONG)
    QApplication.processEvents()
    assert text.height() > heights[0]
    assert not text.horizontalScrollBar().isVisible()
    apply_theme(qapp, dark=False, size=1.0)


def test_tab_leaves_the_text_field(qtbot) -> None:  # type: ignore[no-untyped-def]
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    text, after = GrowingTextEdit("Hej"), QLineEdit()
    column.addWidget(text)
    column.addWidget(after)
    page.show()
    page.activateWindow()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.toPlainText() == "Hej"
    assert page.focusWidget() is after


def test_steps_can_be_pressed(qtbot) -> None:  # type: ignore[no-untyped-def]
    steps = StepIndicator([("Før", "Gør mødet klar"), ("Under", "Skriv sammen"), ("Efter", "Send")])
    qtbot.addWidget(steps)
    steps.show()
    steps.set_current(1)
    assert steps.current() == 1
    assert [step.done for step in steps._steps] == [False, False, False]     # past is not done
    steps.set_current(1, {0, 1})
    assert [step.done for step in steps._steps] == [True, False, False]      # where one is has its number
    third = steps.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[2]
    assert third.accessibleName() == "3 Efter: Send"
    with qtbot.waitSignal(steps.chosen) as told:
        qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    assert told.args == [2]
    steps.grab()


class Listener:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def yes(self) -> None:
        self.heard.append("yes")

    def no(self) -> None:
        self.heard.append("no")


def test_a_message_has_three_parts(qtbot) -> None:  # type: ignore[no-untyped-def]
    home = QWidget()
    qtbot.addWidget(home)
    listener = Listener()
    dialog = tell(home, Message("Planen kunne ikke udskrives.", "Alt er gemt.", SLY, "OSError 28"), "Prøv igen",
                  listener.yes)
    said = [label.words() for label in dialog.findChildren(PlainLabel)]
    assert "Planen kunne ikke udskrives." in said
    assert "Alt er gemt." in said
    assert SLY in said
    buttons = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
    assert "Prøv igen" in buttons
    buttons["Prøv igen"].click()
    assert listener.heard == ["yes"]


def test_details_are_closed_until_asked_for(qtbot) -> None:  # type: ignore[no-untyped-def]
    home = QWidget()
    qtbot.addWidget(home)
    dialog = tell(home, Message("Disken er fuld.", details="OSError 28"))
    qtbot.addWidget(dialog)
    details = dialog._details  # type: ignore[attr-defined]
    assert not details.isVisible()
    dialog._show.click()  # type: ignore[attr-defined]
    assert details.isVisible()
    assert details.toPlainText() == "OSError 28"


@pytest.mark.parametrize(("press", "heard"), [("Slet målet", ["yes"]), ("Behold", ["no"])])
def test_a_question_is_answered_with_verbs(qtbot, press: str, heard: list[str]) -> None:  # type: ignore[no-untyped-def]
    home = QWidget()
    qtbot.addWidget(home)
    listener = Listener()
    dialog = ask(home, Question("Slet målet?", "Det kan ikke fortrydes.", "Slet målet", "Behold", danger=True),
                 listener.yes, listener.no)
    buttons = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
    assert buttons["Behold"].isDefault()  # Enter never deletes
    buttons[press].click()
    assert listener.heard == heard


def test_escape_keeps_things_as_they_are(qtbot) -> None:  # type: ignore[no-untyped-def]
    home = QWidget()
    qtbot.addWidget(home)
    listener = Listener()
    dialog = ask(home, Question("Slet målet?", do="Slet målet", keep="Behold"), listener.yes, listener.no)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert listener.heard == ["no"]
    assert isinstance(dialog, QDialog)


def test_what_stands_on_one_line_stands_in_the_middle_of_it(qtbot: QtBot) -> None:
    """A tick beside a field: their words are on one height."""
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    field, tick = QWidget(), QWidget()
    field.setFixedSize(100, 36)
    tick.setFixedSize(100, 24)
    flow.addWidget(field)
    flow.addWidget(tick)
    host.resize(400, 100)
    host.show()
    assert field.geometry().center().y() == tick.geometry().center().y()
    host.resize(150, 100)
    assert (field.y(), tick.y()) == (0, 44)
