"""The window's frame: pages, list, header, rail, shortcuts, Min dag."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from borgerplan_desktop.casework.course.my_day import (
    DeadlineLine,
    Door,
    First,
    MeetingLine,
    OverdueLine,
    WatchLine,
)
from borgerplan_desktop.gui.appearance.theme import apply_theme, colour, px
from borgerplan_desktop.gui.citizens.citizen_list import CitizenLine, CitizenModel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.shell.header import HeaderAction, HeaderFacts
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.workspace import Workspace
from borgerplan_desktop.gui.widgets.chip_button import Chip, ChipButton
from borgerplan_desktop.model.attention import Side
from tests.gui.citizens.test_my_day import NOW, day

LINES = [CitizenLine("j", "Jonas Bækgaard", "12", "Dagsorden skal sendes", True), CitizenLine("a", "Amina Yusuf", "4"),
         CitizenLine("l", "Lise Holm", "11", "Opfølgning 16. marts")]
LONG = "Speciallægepraksis" * 12


def now() -> datetime:
    return NOW


def make_page(desk: Desk, parent: QWidget) -> Tab:
    return Tab(parent)


PAGES = replace(CITIZEN_PAGES, pages=tuple(replace(page, make=make_page) for page in CITIZEN_PAGES.pages))


def desk(case_id: str) -> Desk:
    """As much of one as the workspace looks at: tabs that show nothing ask nothing of it."""
    return cast("Desk", SimpleNamespace(opened=SimpleNamespace(id=case_id)))


@pytest.fixture
def window(qtbot) -> MainWindow:  # type: ignore[no-untyped-def]
    made = MainWindow(None, now)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def work(window: MainWindow) -> Workspace:
    workspace = window.show_workspace()
    workspace.side.show_lines(LINES)
    window.activateWindow()
    return workspace


def test_the_window_never_tells_a_name(window: MainWindow, work: Workspace) -> None:
    work.header.show_facts(HeaderFacts("Jonas Bækgaard"))
    work.show_case(desk("j"), PAGES)
    assert window.windowTitle() == "Borgerplan"


def test_pages_come_and_go(window: MainWindow) -> None:
    login = window.show_login()
    assert window.pages.currentWidget() is login
    workspace = window.show_workspace()
    assert window.lock_action.isEnabled()
    locked = window.show_locked("Eva Lind", "Skovly")
    assert window.pages.currentWidget() is locked
    assert not window.lock_action.isEnabled()
    assert not workspace.isVisible()
    window.drop_workspace()
    assert window.workspace() is None
    assert window.show_workspace() is not workspace
    assert window.pages.currentWidget() is window.workspace()
    assert window.show_welcome().isVisible()


@pytest.mark.parametrize(("action", "keys"), [
    ("lock_action", "Ctrl+L"), ("search_action", "Ctrl+F"), ("print_action", "Ctrl+P"), ("undo_action", "Ctrl+Z"),
    ("redo_action", "Ctrl+Y"), ("help_action", "F1"), ("rail_action", "F8"), ("paper_action", "F9"),
    ("quit_action", "Ctrl+Q"), ("new_action", "Ctrl+N"), ("full_screen_action", "F11"),
])
def test_shortcuts(window: MainWindow, work: Workspace, action: str, keys: str) -> None:
    assert getattr(window, action).shortcut().toString() == keys


def test_both_searches_are_one(window: MainWindow, work: Workspace) -> None:
    assert [keys.toString() for keys in window.search_action.shortcuts()] == ["Ctrl+F", "Ctrl+K"]


def test_undo_says_what(window: MainWindow, work: Workspace) -> None:
    assert not window.undo_action.isEnabled()
    window.set_undo("Slet mål & skridt", "")
    assert window.undo_action.isEnabled()
    assert window.undo_action.text().endswith(": Slet mål && skridt")
    assert not window.redo_action.isEnabled()
    window.show_login()
    assert not window.undo_action.isEnabled()


def test_the_menu_shows_with_alt(qtbot, window: MainWindow, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    field = work.side.search_field
    field.setFocus()
    assert not window.menu_bar.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Alt)
    assert window.menu_bar.isVisible()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)       # the first menu is open
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(window.menu_bar, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.menu_bar.isVisible())
    assert field.hasFocus()


def test_alt_with_another_key_leaves_the_menu_be(qtbot, window: MainWindow, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    field = work.side.search_field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not window.menu_bar.isVisible()
    assert field.hasFocus()


def test_the_place_of_the_window_is_remembered(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = MainWindow(settings, now)
    qtbot.addWidget(first)
    first.show()
    first.resize(760, 620)  # the offscreen screen is 800 × 800
    with qtbot.waitSignal(first.closing):
        first.close()
    assert settings.allKeys() == ["window/geometry"]
    again = MainWindow(settings, now)
    qtbot.addWidget(again)
    again.show()
    assert (again.width(), again.height()) == (760, 620)


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize(("name", "wanted"), [
    ("Indstillinger", "settings_wanted"), ("Hjælp (F1)", "help_wanted"), ("Lås skærmen (Ctrl+L)", "lock_wanted")])
def test_settings_help_and_lock_are_in_sight_also_beside_the_list(qtbot, work: Workspace, name: str,  # type: ignore[no-untyped-def]
                                                                  wanted: str, folded: bool) -> None:
    side = work.side
    side.fold(folded)
    [button] = [b for b in side.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == name]
    assert button.toolTip() == name
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(getattr(side, wanted)):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    side.set_lockable(False)
    assert button.isEnabled() is (wanted != "lock_wanted")


def test_f8_folds_the_list(window: MainWindow, work: Workspace) -> None:
    assert work.side.width() == px(272)
    window.rail_action.trigger()
    assert work.side.is_folded()
    assert work.side.width() == px(58)
    assert not work.side.citizens.isVisible()
    window.search_action.trigger()
    assert not work.side.is_folded()
    assert window.focusWidget() is work.side.search_field


@pytest.mark.parametrize("tab", ["plan", "network", "meetings", "papers"])
def test_where_people_sit_together_no_name_is_seen(work: Workspace, tab: str) -> None:
    work.show_case(desk("j"), PAGES)
    assert not work.side.is_folded()
    work.go(tab)
    assert work.side.is_folded()
    work.toggle_rail()
    assert not work.side.is_folded()
    work.go("overview")
    assert not work.side.is_folded()
    work.go(tab)
    assert work.side.is_folded()  # unfolding does not last


def test_a_list_folded_by_hand_stays_folded(work: Workspace) -> None:
    work.toggle_rail()
    work.show_case(desk("j"), PAGES, "overview")
    assert work.side.is_folded()
    work.go("plan")
    work.go("overview")
    assert work.side.is_folded()
    work.toggle_rail()
    work.close_case()
    assert not work.side.is_folded()


def test_tabs_are_made_when_shown(qtbot, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(work.tab_shown) as told:
        work.show_case(desk("j"), PAGES)
    assert told.args == ["overview"]
    assert work.tab("plan") is None
    work.go("plan")
    first = work.tab("plan")
    assert first is not None
    assert first.isVisible() or work.isHidden()
    work.go("overview")
    work.go("plan")
    assert work.tab("plan") is first
    assert work.current_tab() == "plan"
    work.show_case(desk("a"), PAGES, "plan")
    assert work.tab("plan") is not first
    work.close_case()
    assert work.current_tab() == ""
    assert work.my_day.isVisible()


def test_from_search_to_list_to_citizen_with_the_keyboard(qtbot, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    side = work.side
    side.search_field.setFocus()
    with qtbot.waitSignal(side.searched) as told:
        qtbot.keyClicks(side.search_field, "lis")
    assert told.args == ["lis"]
    qtbot.keyClick(side.search_field, Qt.Key.Key_Down)
    assert work.window().focusWidget() is side.citizens
    qtbot.keyClick(side.citizens, Qt.Key.Key_Down)
    with qtbot.waitSignal(side.chosen) as chosen:
        qtbot.keyClick(side.citizens, Qt.Key.Key_Return)
    assert chosen.args == ["a"]
    qtbot.keyClick(side.citizens, Qt.Key.Key_Up)
    qtbot.keyClick(side.citizens, Qt.Key.Key_Up)
    assert work.window().focusWidget() is side.search_field
    qtbot.keyClick(side.search_field, Qt.Key.Key_Escape)
    assert side.search_field.text() == ""


def test_arrows_alone_open_nothing(qtbot, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    with qtbot.assertNotEmitted(work.side.chosen):
        qtbot.keyClick(work.side.citizens, Qt.Key.Key_Down)
        qtbot.keyClick(work.side.citizens, Qt.Key.Key_Down)


def test_a_click_opens(qtbot, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    view = work.side.citizens
    where = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(work.side.chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["l"]


def test_a_reload_keeps_the_place(work: Workspace) -> None:
    view = work.side.citizens
    view.setCurrentIndex(view.model().index(2, 0))
    work.side.show_lines([LINES[0], LINES[2], LINES[1]])
    assert view.marked() == "l"
    work.side.show_lines([])
    assert view.marked() == ""


def test_nobody_found_says_what_to_do(qtbot, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    work.side.show_lines([], "mine", "<b>xyz</b>")
    assert "»<b>xyz</b>«" in work.side.none_label.text()
    with qtbot.waitSignal(work.side.scope_chosen) as told:
        qtbot.mouseClick(work.side.all_button, Qt.MouseButton.LeftButton)
    assert told.args == ["all"]


def test_the_list_is_read_aloud_with_room_and_follow_up(qapp: QApplication) -> None:
    model = CitizenModel()
    model.show_lines(LINES)
    said = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Jonas Bækgaard, ")
    assert "12" in said
    assert said.count(",") == 3
    assert model.data(QModelIndex()) is None


def test_the_header(qtbot, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    work.show_case(desk("j"), PAGES)
    header = work.header
    header.show_facts(HeaderFacts("Jonas Bækgaard", "12", (Chip("Uge 5 af 6–7", "soft", "clock"), Chip("Tolk")),
                                  HeaderAction("meeting", "Gør mødet klar", "calendar_check"),
                                  (HeaderAction("close", "Afslut"),), "Udskriv planen"))
    chips = [chip for chip in header.chips.findChildren(ChipButton) if not chip.isHidden()]
    assert [chip.text() for chip in chips] == ["Uge 5 af 6–7", "Tolk"]
    with qtbot.waitSignal(header.wanted) as told:
        qtbot.mouseClick(header.next_button, Qt.MouseButton.LeftButton)
    assert told.args == ["meeting"]
    with qtbot.waitSignal(header.wanted) as told:
        header.more_button.menu().actions()[0].trigger()
    assert told.args == ["close"]
    with qtbot.waitSignal(header.print_wanted):
        qtbot.mouseClick(header.print_button, Qt.MouseButton.LeftButton)
    header.show_facts(HeaderFacts("Amina"))
    assert not header.print_button.isVisible()
    assert not header.next_button.isVisible()
    assert not header.more_button.isVisible()


def test_an_empty_day_invites(qtbot, work: Workspace, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    work.my_day.show_day(day(citizens=0))
    assert work.my_day.empty.isVisible()
    with qtbot.waitSignal(window.new_action.triggered):
        qtbot.mouseClick(work.my_day.empty.action, Qt.MouseButton.LeftButton)
    work.my_day.show_day(day())
    assert not work.my_day.empty.isVisible()


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, dark=True, size=2.0)
    yield
    apply_theme(qapp, dark=False, size=1.0)


def test_it_fits_a_shelter_pc_at_double_size(large: None, qtbot) -> None:  # type: ignore[no-untyped-def]
    window = MainWindow(None, now)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    work = window.show_workspace()
    work.side.show_lines([CitizenLine("x", LONG, "12", LONG, True)])
    chips = (Chip(LONG, "warn", "clock"), Chip("Tolk"))
    work.header.show_facts(HeaderFacts(LONG, "12", chips, HeaderAction("m", "Gør mødet klar"), paper="Udskriv planen"))
    door = Door("x")
    work.my_day.show_day(day(
        first=First(door, LONG, LONG, LONG, LONG, LONG), others=2, plans=(40, 44, 60),
        meetings=(MeetingLine(door, LONG, LONG, "12", NOW, LONG, ((LONG, "warn", "clock"),)),),
        deadlines=(DeadlineLine(door, NOW.date(), LONG, LONG),), watch=(WatchLine(door, "clock", LONG, LONG),),
        overdue=(OverdueLine(door, Side.PARTNER, LONG, LONG, False, LONG, 9, LONG),)))
    for page in ("my_day", *CITIZEN_PAGES.keys):
        if page == "plan":
            work.show_case(desk("x"), PAGES, "plan")
        elif page != "my_day":
            work.show_case(desk("x"), PAGES, page)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768), page
        window.grab()
    for start in (window.show_login(), window.show_welcome(), window.show_locked("Eva Lind", LONG)):
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768), start


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(
        qtbot, window: MainWindow, work: Workspace, key: Qt.Key) -> None:  # type: ignore[no-untyped-def]
    wanted: list[bool] = []
    work.side.new_wanted.connect(lambda: wanted.append(True))
    new = next(b for b in work.side.findChildren(QPushButton) if b.isVisible() and b.text() == "Ny borger")
    new.setFocus()
    qtbot.keyClick(new, key)
    assert wanted == [True]
    work.side.search_field.setFocus()
    qtbot.keyClick(work.side.search_field, key)
    assert wanted == [True]


def test_the_ring_at_the_tabs_is_for_who_comes_with_the_keyboard(
        qtbot, window: MainWindow, work: Workspace) -> None:  # type: ignore[no-untyped-def]
    work.show_case(desk("j"), PAGES)
    bar = work.tab_bar

    def ringed() -> bool:
        """A tab's upper edge has the colour of the ring; the line below a tab is no ring."""
        QApplication.processEvents()
        rect, picture = bar.tabRect(bar.currentIndex()), bar.grab().toImage()
        return any(picture.pixelColor(rect.center().x(), rect.top() + y) == colour("focus") for y in range(4))

    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert bar.hasFocus()
    assert not ringed()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.currentIndex() == 2
    assert ringed()
    work.side.new_button.setFocus()
    assert not ringed()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed()
