"""Another language, chosen in the settings: everything on screen says it, and nothing that was written is lost."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, takewhile

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from borgerplan_desktop import i18n
from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.network.map_presets import WayOfLooking
from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.casework.plan.goals import reach_goal
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.model.row import fields_of
from borgerplan_desktop.store.errors import StoreTrouble
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import pick, settings_at
from tests.window import archive_of, desk_of, session_of

WORD = re.compile(r"[^\W\d_]{3,}")
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
QTS_OWN = {"ScrollLeftButton", "ScrollRightButton"}      # of a tab bar: Qt names them once and for all
OURS = {"dansk", "english", "borgerplan"}                # each language is called by its own name


@pytest.fixture
def demo(program: Program, at_work: Hands) -> Hands:
    """The first demo citizen on the desk, every tab and every step of the meeting seen."""
    session_of(program).open(fill_demo(archive_of(program)))
    see_everything(program)
    return at_work


def see_everything(program: Program) -> None:
    session = session_of(program)
    for key in CITIZEN_PAGES.keys:
        session.go(key)
        QApplication.processEvents()
        for step in range(3) if key == "meetings" else ():
            session.page(key)._on_step(step)  # type: ignore[union-attr]
            QApplication.processEvents()


def speak(program: Program, hands: Hands, now: str, then: str) -> None:
    section, field, close = {"Dansk": ("Udseende", "Sprog", "Luk"), "English": ("How it", "Language", "Close")}[now]
    settings_at(program, hands, section)
    hands.choose(field, then)
    QApplication.processEvents()
    assert "\n".join(left_over(program)) == ""                      # also in the settings, and in tabs nobody looks at
    hands.click({"Luk": "Close", "Close": "Luk"}[close])


def left_over(program: Program) -> list[str]:
    """What still speaks the other language."""
    said: dict[str, str] = i18n.words("borgerplan", "da")._catalog  # type: ignore[attr-defined]
    english, danish = _words(" ".join(str(key[0] if isinstance(key, tuple) else key) for key in said if key)), _words(
        " ".join(said.values()))
    other = danish - english if i18n.language() == "en" else english - danish
    other -= written(program) | OURS | _words(str(archive_of(program).location.backups))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = []
    for widget in [program.window, *program.window.findChildren(QWidget)]:
        if widget.objectName() in QTS_OWN:
            continue
        for text in texts(widget):
            if alien := _words(text) & other:
                found.append(f"{type(widget).__name__} {widget.objectName()}: {text[:60]!r} {sorted(alien)}")
    for action in program.window.findChildren(QAction):
        for text in (action.text(), action.toolTip()):
            if alien := _words(text) & other:
                found.append(f"action {action.objectName()}: {text!r} {sorted(alien)}")
    return found


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text.replace("&", "").replace("\u200b", ""))}


def written(program: Program) -> set[str]:
    """The words that people have written: they stay as they are."""
    archive = archive_of(program)
    cases = [archive.shelter.case, *(archive.open_case(line.id).case for line in archive.citizens())]
    return {word for case in cases for row in case.rows() for name in fields_of(type(row))
            if isinstance(value := getattr(row, name), str) for word in _words(value)}


def texts(widget: QWidget) -> Iterator[str]:
    """Everything that is or may be shown or read aloud of it, also while it is hidden."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for column in takewhile(lambda n: model.hasIndex(0, n), count()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for row in takewhile(lambda n: model.hasIndex(n, 0), count()):
                yield from (str(model.index(row, column).data(role) or "") for role in SPOKEN)



def test_everything_says_the_other_language_and_back(program: Program, demo: Hands) -> None:
    program.window.help_action.trigger()
    assert "\n".join(left_over(program)) == ""
    for now, then in (("Dansk", "English"), ("English", "Dansk")):
        speak(program, demo, now, then)
        assert "\n".join(left_over(program)) == ""
        see_everything(program)                          # the tabs that are made anew when they are shown
        assert "\n".join(left_over(program)) == ""
    session_of(program).show_day()
    speak(program, demo, "Dansk", "English")
    assert "\n".join(left_over(program)) == ""


def test_what_is_half_typed_is_stored_and_can_still_be_undone(program: Program, demo: Hands) -> None:
    desk, looks = desk_of(program), program.preferences
    assert looks is not None
    session_of(program).go("plan")
    hopes = current_plan(desk.case).hopes
    field = demo.field("Håb og drømme")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    demo.write(" Og en hund.")
    looks.choose_language("en")                          # in the middle of the pause before it is stored
    QApplication.processEvents()
    assert "Og en hund." in current_plan(desk.case).hopes
    assert demo.field("Hopes and dreams").toPlainText() == current_plan(desk.case).hopes  # type: ignore[union-attr]
    program.window.undo_action.trigger()
    assert current_plan(desk.case).hopes == hopes
    assert demo.field("Hopes and dreams").toPlainText() == hopes  # type: ignore[union-attr]


def test_what_was_undone_is_told_in_the_other_language(program: Program, demo: Hands) -> None:
    looks, bar = program.preferences, session_of(program).undo_bar
    assert looks is not None
    reach_goal(desk_of(program).opened, current_plan(desk_of(program).case).goals[0])
    program.window.undo_action.trigger()
    assert bar.label.text().startswith("Fortrudt: ")
    looks.choose_language("en")
    QApplication.processEvents()
    assert bar.isVisible()
    assert bar.label.text().startswith("Undone: Goal reached")
    assert bar.again_button.accessibleName().startswith("Redo: Goal reached")
    assert "\n".join(left_over(program)) == ""


def test_what_the_store_refuses_waits_for_a_choice(
        program: Program, demo: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, looks = desk_of(program), program.preferences
    assert looks is not None

    def refuse(*_args: object, **_named: object) -> None:
        raise StoreTrouble

    session_of(program).go("plan")
    demo.field("Håb og drømme").setFocus()
    demo.write(" Og en hund.")
    monkeypatch.setattr(desk.opened._store, "commit", refuse)
    looks.choose_language("en")
    QApplication.processEvents()
    assert ["Og en hund." in draft.text for draft in drafts.waiting(desk.opened)] == [True]
    assert demo.sees("waits for your choice")


def test_a_tab_stands_as_it_stood(program: Program, demo: Hands) -> None:
    session, looks = session_of(program), program.preferences
    assert looks is not None
    desk = desk_of(program)
    goal, person = current_plan(desk.case).goals[1], people(desk.case)[2]
    session.go("plan", goal.id)
    session.go("network", person.id)
    session.page("network").as_table.click()  # type: ignore[union-attr]
    session.go("papers", "earlier")
    session.go("meetings")
    session.page("meetings")._on_step(2)  # type: ignore[union-attr]
    session.go("overview")
    scroll = session.page("overview").findChild(QScrollArea)  # type: ignore[union-attr]
    assert isinstance(scroll, QScrollArea)
    QApplication.processEvents()
    scroll.verticalScrollBar().setValue(20)
    assert scroll.verticalScrollBar().value() == 20
    opened = desk.opened
    phase = session.page("network").strip.phase          # type: ignore[union-attr]
    looks.choose_language("en")
    for _ in range(6):
        QApplication.processEvents()
    scroll = session.page("overview").findChild(QScrollArea)  # type: ignore[union-attr]
    assert isinstance(scroll, QScrollArea)
    assert (session.tab, scroll.verticalScrollBar().value()) == ("overview", 20)
    assert desk_of(program).opened is opened
    for key, stood in {"plan": (goal.id, False, "", None), "network": (person.id, 1, WayOfLooking(), phase),
                       "papers": 2, "meetings": 2}.items():
        session.go(key)
        QApplication.processEvents()
        now = session.page(key).standing()  # type: ignore[union-attr]
        assert now == stood or stood in now or now[:4] == stood, key         # a tab may tell more


def test_what_was_said_in_the_other_language_is_taken_away_or_said_anew(program: Program, at_work: Hands) -> None:
    dialog = settings_at(program, at_work, "Herberget")
    at_work.type("Navn", "")
    at_work.press(Qt.Key.Key_Tab)
    dialog._backup.outcome.setText("Stoppet. Intet er ændret.")
    dialog._backup.outcome.show()
    pick(dialog.sections_list, "Udseende")
    at_work.choose("Sprog", "English")
    assert "\n".join(left_over(program)) == ""
    pick(dialog.sections_list, "The shelter")
    assert at_work.sees("Write the shelter's name.")
