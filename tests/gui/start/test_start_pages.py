"""Welcome, login and the locked screen, as a person meets them."""
from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Person
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.settings.password_page import PasswordPage
from borgerplan_desktop.gui.settings.staff_page import StaffPage
from borgerplan_desktop.gui.start.locked_screen import Locked
from borgerplan_desktop.gui.start.login import Login
from borgerplan_desktop.gui.start.welcome import Welcome
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.gui.widgets.recovery_code_box import grouped

CODE = "K7RM-2QXD-9HVA-T4PE-6NWC-3JBY-ABCD-WXYZ"
PASSWORD = "fire små ord er godt"
PEOPLE = [Person("e", "Eva Lind", "kontaktperson"), Person("m", "Mads Ravn", "nattevagt"), Person("s", "Sofie Dam")]


@pytest.fixture
def welcome(qtbot) -> Welcome:  # type: ignore[no-untyped-def]
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


def fill_in(qtbot, page: Welcome) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(page.shelter_field, "Skovly Herberg")
    qtbot.keyClicks(page.name_field, "Eva Lind")
    qtbot.keyClicks(page.password_field.field, PASSWORD)


def test_the_whole_first_start(qtbot, welcome: Welcome) -> None:  # type: ignore[no-untyped-def]
    assert not welcome.go_button.isEnabled()
    fill_in(qtbot, welcome)
    with qtbot.waitSignal(welcome.founded) as told:
        qtbot.mouseClick(welcome.go_button, Qt.MouseButton.LeftButton)
    assert told.args == ["Skovly Herberg", "Eva Lind", PASSWORD]
    welcome.password_field.eye.click()
    welcome.show_code(CODE)
    assert welcome.code_box.groups() == CODE.split("-")
    assert welcome.password_field.text() == ""           # nobody reads it over a shoulder while the code is copied
    assert not welcome.password_field.eye.isChecked()
    assert not welcome.go_button.isEnabled()
    assert not welcome.shelter_field.isEnabled()
    with qtbot.waitSignal(welcome.code_print_wanted) as printed:
        qtbot.mouseClick(welcome.print_button, Qt.MouseButton.LeftButton)
    assert printed.args == [CODE]
    welcome.away_box.click()
    with qtbot.waitSignal(welcome.taken_in_use):
        qtbot.mouseClick(welcome.go_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("missing", ["shelter_field", "name_field"])
def test_nothing_starts_without_the_names(qtbot, welcome: Welcome, missing: str) -> None:  # type: ignore[no-untyped-def]
    fill_in(qtbot, welcome)
    getattr(welcome, missing).setText("   ")
    assert not welcome.go_button.isEnabled()
    with qtbot.assertNotEmitted(welcome.founded):
        qtbot.keyClick(welcome.password_field.field, Qt.Key.Key_Return)


def test_a_short_password_is_not_enough(qtbot, welcome: Welcome) -> None:  # type: ignore[no-untyped-def]
    fill_in(qtbot, welcome)
    welcome.password_field.field.setText("x" * 14)
    assert not welcome.go_button.isEnabled()
    welcome.password_field.field.setText("x" * 15)
    assert welcome.go_button.isEnabled()


def test_what_went_wrong_keeps_everything_typed(qtbot, welcome: Welcome) -> None:  # type: ignore[no-untyped-def]
    fill_in(qtbot, welcome)
    welcome.show_trouble("Disken er fuld.")
    assert welcome.trouble.isVisible()
    assert welcome.trouble.text() == "Disken er fuld."
    assert welcome.go_button.isEnabled()
    assert welcome.password_field.text() == PASSWORD


def test_trying_with_an_example(qtbot, welcome: Welcome) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(welcome.demo_wanted):
        qtbot.mouseClick(welcome.demo_button, Qt.MouseButton.LeftButton)


def test_the_eye_shows_the_password(qtbot, welcome: Welcome) -> None:  # type: ignore[no-untyped-def]
    field = welcome.password_field
    hidden = field.eye.accessibleName()
    assert field.field.echoMode() == field.field.EchoMode.Password
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.field.echoMode() == field.field.EchoMode.Normal
    assert field.eye.accessibleName() != hidden
    field.clear()
    assert field.field.echoMode() == field.field.EchoMode.Password


def test_code_groups() -> None:
    assert grouped(CODE) == CODE.split("-")
    assert grouped("") == []


def test_the_halves_stack_in_a_narrow_window(qapp: QApplication, welcome: Welcome) -> None:
    assert welcome.brand.x() < welcome.right.x()  # type: ignore[attr-defined]
    apply_theme(qapp, dark=False, size=2.0)
    welcome.resize(1365, 768)
    QApplication.processEvents()
    assert welcome.brand.y() > welcome.right.y()  # type: ignore[attr-defined]
    assert welcome.right.width() <= welcome.width()  # type: ignore[attr-defined]
    apply_theme(qapp, dark=False, size=1.0)


@pytest.fixture
def login(qtbot) -> Login:  # type: ignore[no-untyped-def]
    page = Login()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_people("Skovly Herberg", PEOPLE)
    page.show()
    return page


def test_logging_in(qtbot, login: Login) -> None:  # type: ignore[no-untyped-def]
    assert login.people.person() == PEOPLE[0]
    assert not login.enter_button.isEnabled()
    qtbot.keyClicks(login.password_field.field, "hemmelig")
    with qtbot.waitSignal(login.entered) as told:
        qtbot.keyClick(login.password_field.field, Qt.Key.Key_Return)
    assert told.args == ["e", "hemmelig"]


def test_picking_another_person_forgets_what_was_typed(qtbot, login: Login) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(login.password_field.field, "hemmelig")
    card = next(c for c in login.people.findChildren(QWidget) if c.accessibleName() == "Mads Ravn, nattevagt")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert login.people.person() == PEOPLE[1]
    assert login.password_field.text() == ""
    assert "Mads" in login.password_label.text()
    qtbot.keyClick(card, Qt.Key.Key_Down)
    assert login.people.person() != PEOPLE[1]


def test_a_wrong_password_is_told_below_the_field(qtbot, login: Login) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(login.password_field.field, "forkert")
    login.show_trouble("Forkert adgangskode.")
    assert login.trouble.isVisible()
    assert login.password_field.field.selectedText() != ""
    qtbot.keyClicks(login.password_field.field, "n")
    assert not login.password_field.field.property("trouble")


def test_waiting_after_wrong_tries(qtbot, login: Login) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(login.password_field.field, "forkert")
    login.wait(2)
    assert not login.enter_button.isEnabled()
    assert "2" in login.trouble.text()
    with qtbot.assertNotEmitted(login.entered):
        qtbot.keyClick(login.password_field.field, Qt.Key.Key_Return)
    login._on_second()
    assert "1" in login.trouble.text()
    login._on_second()
    assert login.enter_button.isEnabled()
    assert not login.trouble.isVisible()


def test_the_recovery_code_gives_a_new_password(qtbot, login: Login) -> None:  # type: ignore[no-untyped-def]
    qtbot.mouseClick(login.forgot_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(login.code_field, CODE)
    with qtbot.waitSignal(login.code_entered) as told:
        qtbot.mouseClick(login.code_button, Qt.MouseButton.LeftButton)
    assert told.args == [CODE]
    login.show_trouble("Koden passer ikke.")
    assert login.code_trouble.isVisible()
    login.ask_new_password()
    assert not login.new_button.isEnabled()
    qtbot.keyClicks(login.new_field.field, PASSWORD)
    with qtbot.waitSignal(login.password_chosen) as chosen:
        qtbot.keyClick(login.new_field.field, Qt.Key.Key_Return)
    assert chosen.args == ["e", CODE, PASSWORD]
    login.start_over()
    assert login.code_field.text() == login.new_field.text() == ""
    assert login.who_page.isVisible()


def test_many_colleagues_scroll(qtbot, login: Login) -> None:  # type: ignore[no-untyped-def]
    login.show_people("Skovly", [Person(str(n), f"Kollega nummer {n}") for n in range(40)], chosen="39")
    QApplication.processEvents()
    assert login.people.person() == Person("39", "Kollega nummer 39")
    assert login.people.height() <= 4 * 64 + 30
    assert login.height() == 768


@pytest.fixture
def locked(qtbot) -> Locked:  # type: ignore[no-untyped-def]
    page = Locked(lambda: datetime(2026, 3, 10, 9, 34))
    qtbot.addWidget(page)
    page.show()
    page.lock("Eva Lind", "Skovly Herberg", datetime(2026, 3, 10, 9, 21))
    return page


def test_unlocking(qtbot, locked: Locked) -> None:  # type: ignore[no-untyped-def]
    assert locked.clock.text() in ("9.34", "9:34")
    assert "9" in locked.saved.text()
    qtbot.keyClicks(locked.password_field.field, "hemmelig")
    with qtbot.waitSignal(locked.unlocked) as told:
        qtbot.keyClick(locked.password_field.field, Qt.Key.Key_Return)
    assert told.args == ["hemmelig"]
    locked.show_trouble("Forkert adgangskode.")
    assert locked.trouble.isVisible()


def test_another_person_may_take_over(qtbot, locked: Locked) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(locked.switch_wanted):
        qtbot.mouseClick(locked.switch_button, Qt.MouseButton.LeftButton)


def test_locking_again_forgets_the_password(qtbot, locked: Locked) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(locked.password_field.field, "hemmelig")
    locked.wait(5)
    locked.lock("Mads Ravn", "Skovly Herberg")
    assert locked.password_field.text() == ""
    assert "Mads Ravn" in locked.password_label.text()
    assert not locked.trouble.isVisible()


def test_waiting_on_the_locked_screen(qtbot, locked: Locked) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(locked.password_field.field, "forkert")
    locked.wait(1)
    assert not locked.unlock_button.isEnabled()
    locked._on_second()
    assert locked.unlock_button.isEnabled()


@pytest.mark.parametrize("page", [Welcome, Login, Locked])
def test_every_control_has_a_name(qtbot, page: type[QWidget]) -> None:  # type: ignore[no-untyped-def]
    made = page()
    qtbot.addWidget(made)
    nameless = [b.objectName() for b in made.findChildren(QPushButton) if not (b.text() or b.accessibleName())]
    assert nameless == []
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in made.findChildren(QLabel))


def test_a_new_password_says_what_is_missing_as_one_types(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.field, "kort")
    assert not field.missing.isVisible()                 # one that is asked for is not judged
    field.clear()
    field.choose_new()
    for typed, said in (("fire glade", "Mangler 5 tegn"), ("fire glade kø", "Mangler 2 tegn"),
                        ("fire glade køe", "Mangler 1 tegn"), ("fire glade køer", ""),
                        ("fire          ", "Mangler 11 tegn"), ("", "")):
        field.clear()
        qtbot.keyClicks(field.field, typed)
        assert field.missing.text() == said
        assert field.missing.isVisible() == bool(said)
        assert field.field.accessibleDescription() == said


def test_every_place_where_a_password_is_chosen_says_it(qtbot: QtBot, archive: Archive) -> None:
    welcome, login = Welcome(), Login()
    password, staff = PasswordPage(archive), StaffPage(archive)
    for page, field in ((welcome, welcome.password_field), (login, login.new_field), (password, password.new_field),
                        (staff, staff.password_field)):
        qtbot.addWidget(page)
        field.field.setText("fire glade")
        assert field.missing.text() == "Mangler 5 tegn"
    login.password_field.field.setText("kort")
    password.old_field.field.setText("kort")
    assert not login.password_field.missing.text()
    assert not password.old_field.missing.text()
