"""Settings, help and backups, as whoever is in charge of the program uses them."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QListWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework import entry, keeping, staff
from borgerplan_desktop.casework.house import House
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.gui.code_dialog import CodeDialog
from borgerplan_desktop.gui.help_dialog import HelpDialog
from borgerplan_desktop.gui.looks import Looks
from borgerplan_desktop.gui.main_window import MainWindow
from borgerplan_desktop.gui.restore_dialog import RestoreDialog
from borgerplan_desktop.gui.settings_dialog import SettingsDialog
from borgerplan_desktop.gui.theme import ThemeKeeper, apply_theme
from borgerplan_desktop.gui.tour import TourDialog
from borgerplan_desktop.gui.translator import Translator
from borgerplan_desktop.i18n import language
from borgerplan_desktop.store.errors import StoreTrouble, WrongPassword
from tests.house import Clock
from tests.journeys.conftest import PASSWORD
from tests.journeys.hands import Hands

THEIRS = "solen skinner på havnen"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "borgerplan.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, place: Place, clock: Clock, settings: QSettings) -> Iterator[Program]:
    """As tests/journeys/conftest.py, with looks that can be chosen and remembered."""
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    program = Program(window, place, settings, clock)
    theme, translator = ThemeKeeper(qapp, False, 1.0), Translator(qapp)
    translator.speak("da")
    program.looks = Looks(theme, translator, settings, window)
    settings.setValue("first_steps_seen", "1")
    assert program.take_place()
    program.begin()
    window.show()
    yield program
    window.close()
    qapp.removeTranslator(translator)
    qapp.styleHints().colorSchemeChanged.disconnect(theme._on_system_scheme)
    theme.deleteLater()
    apply_theme(qapp, dark=False, size=1.0)


def house_of(program: Program) -> House:
    assert program.entrance.sitting is not None
    return program.entrance.sitting.house


def settings_at(program: Program, hands: Hands, section: str) -> SettingsDialog:
    program.window.settings_action.trigger()
    dialog = hands.front()
    assert isinstance(dialog, SettingsDialog)
    pick(dialog.sections_list, section)
    return dialog


def pick(rows: QListWidget, words: str) -> None:
    found = [n for n in range(rows.count()) if rows.item(n).text().startswith(words)]
    assert found, words
    rows.setCurrentRow(found[0])
    QApplication.processEvents()


def quiet(program: Program, hands: Hands) -> None:
    """The backup of the start is made."""
    place = Place(house_of(program).vault.home.folder)
    hands.wait(lambda: bool(keeping.backups(place)), "the backup at the start")


# ------------------------------------------------------------------------------------------------------- the shelter
def test_the_shelters_facts_are_stored_while_one_writes(program: Program, at_work: Hands) -> None:
    settings_at(program, at_work, "Herberget")
    at_work.type("Navn", "Skovly Herberg")
    at_work.type("Adresse", "Skovvej 2")
    at_work.type("Telefon", "12 34 56 78")
    at_work.click("Luk")
    facts = staff.facts(house_of(program))
    assert (facts.name, facts.address, facts.phone) == ("Skovly Herberg", "Skovvej 2", "12 34 56 78")
    assert at_work.sees("Eva Lind · Skovly Herberg")


def test_a_shelter_without_a_name_is_said(program: Program, at_work: Hands) -> None:
    settings_at(program, at_work, "Herberget")
    at_work.type("Navn", "")
    at_work.press(Qt.Key.Key_Tab)
    assert at_work.sees("Skriv herbergets navn")
    assert house_of(program).name == "Herberget Havnegade"


def test_the_lock_follows_the_minutes(program: Program, at_work: Hands, clock: Clock) -> None:
    dialog = settings_at(program, at_work, "Herberget")
    dialog._shelter.minutes_field.setValue(2)
    at_work.click("Luk")
    assert program.entrance.sitting is not None
    assert program.entrance.sitting.lock_seconds == 120


# -------------------------------------------------------------------------------------------------------- colleagues
def test_a_colleague_comes_and_goes(program: Program, at_work: Hands, place: Place) -> None:
    settings_at(program, at_work, "Kolleger")
    at_work.type("Navn", "Ole Vinter")
    at_work.type("Titel", "vikar")
    at_work.type("Adgangskode", "kort")
    at_work.click("Tilføj kollegaen")
    assert at_work.sees("Mindst 15 tegn")
    assert len(entry.people(place)) == 1
    at_work.type("Adgangskode", THEIRS)
    at_work.click("Tilføj kollegaen")
    assert at_work.sees("Ole Vinter")
    entry.unlock(place, "Ole Vinter", THEIRS, Clock()).close()
    at_work.click("Ole Vinter stopper her")
    assert at_work.sees("Arbejder Ole Vinter her ikke mere?")
    at_work.click("Behold")
    assert len(entry.people(place)) == 2
    at_work.click("Ole Vinter stopper her")
    at_work.click("Fjern adgangen")
    assert [person.name for person in entry.people(place)] == ["Eva Lind"]
    assert not at_work.sees("Ole Vinter")


def test_my_password_is_changed(program: Program, at_work: Hands, place: Place) -> None:
    settings_at(program, at_work, "Min adgangskode")
    at_work.type("Den adgangskode, du har nu", "forkert og forkert igen")
    at_work.type("Den nye adgangskode", THEIRS)
    at_work.click("Skift adgangskode")
    assert at_work.sees("Forkert adgangskode.")
    at_work.type("Den adgangskode, du har nu", PASSWORD)
    at_work.click("Skift adgangskode")
    assert at_work.sees("Den nye adgangskode gælder fra nu af.")
    entry.unlock(place, "Eva Lind", THEIRS, Clock()).close()
    with pytest.raises(WrongPassword):
        entry.unlock(place, "Eva Lind", PASSWORD, Clock())


def test_enter_in_a_field_presses_no_other_button(program: Program, at_work: Hands, place: Place) -> None:
    dialog = settings_at(program, at_work, "Herberget")
    at_work.type("Telefon", "12 34 56 78")
    at_work.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    pick(dialog.sections_list, "Min adgangskode")
    at_work.type("Den adgangskode, du har nu", PASSWORD)
    at_work.type("Den nye adgangskode", THEIRS)
    at_work.press(Qt.Key.Key_Return)
    assert at_work.sees("Den nye adgangskode gælder fra nu af.")
    entry.unlock(place, "Eva Lind", THEIRS, Clock()).close()


def test_damaged_keys_are_said_in_the_settings(program: Program, at_work: Hands, place: Place) -> None:
    place.home.keys.write_bytes(b"rubbish")
    settings_at(program, at_work, "Kolleger")
    assert at_work.sees("Nøglerne er beskadiget")
    at_work.click("Luk")


# -------------------------------------------------------------------------------------------------------------- looks
def test_how_it_looks_is_chosen_and_remembered(program: Program, at_work: Hands, settings: QSettings) -> None:
    settings_at(program, at_work, "Udseende")
    at_work.choose("Farver", "Mørk")
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    at_work.choose("Tekststørrelse", "150")
    assert QApplication.font().pointSizeF() == pytest.approx(15 * 0.75 * 1.5)
    at_work.choose("Sprog", "English")
    assert language() == "en"
    assert at_work.sees("Settings")
    assert at_work.sees("How it looks")
    assert (settings.value("theme"), settings.value("text_size"), settings.value("language")) == ("dark", "1.5", "en")
    at_work.choose("Language", "Dansk")
    assert at_work.sees("Udseende")


def test_the_language_changes_the_open_citizen_too(program: Program, at_work: Hands) -> None:
    receive(at_work, "Jonas Bækgaard")
    settings_at(program, at_work, "Udseende")
    at_work.choose("Sprog", "English")
    at_work.click("Close")
    assert program.entrance.sitting is not None
    assert program.entrance.sitting.desk is not None
    assert at_work.sees("Jonas Bækgaard")
    assert at_work.sees("Overview")


def test_larger_and_smaller_text_by_keys(program: Program, at_work: Hands, settings: QSettings) -> None:
    window = program.window
    assert "Ctrl++" in [keys.toString() for keys in window.larger_action.shortcuts()]
    window.larger_action.trigger()
    window.larger_action.trigger()
    assert settings.value("text_size") == "1.2"
    window.smaller_action.trigger()
    assert settings.value("text_size") == "1.1"
    for _ in range(20):
        window.larger_action.trigger()
    assert settings.value("text_size") == "2.0"


# ------------------------------------------------------------------------------------------------------------ backups
def test_a_backup_is_made_at_the_start(program: Program, at_work: Hands, place: Place) -> None:
    quiet(program, at_work)
    assert len(keeping.backups(place)) == 1


def test_a_backup_that_fails_is_said_in_plain_words(
        program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreTrouble

    monkeypatch.setattr("borgerplan_desktop.gui.start_backup.backup_if_due", full)
    first_start(hands)
    hands.wait(lambda: hands.sees("Sikkerhedskopien blev ikke lavet."))


def test_locking_gives_the_backup_up(program: Program, at_work: Hands, place: Place) -> None:
    program.window.lock_action.trigger()
    at_work.wait(lambda: not list(place.home.backups.glob(".making")))
    at_work.type("Adgangskode for Eva Lind", PASSWORD)
    at_work.click("Lås op")
    quiet(program, at_work)


def test_backup_now_and_check(program: Program, at_work: Hands, place: Place, clock: Clock) -> None:
    quiet(program, at_work)
    clock.pass_(minutes=1)
    settings_at(program, at_work, "Sikkerhedskopi")
    at_work.click("Lav kopi nu")
    at_work.wait(lambda: at_work.sees("Sikkerhedskopi lavet og prøvet kl. 9.22."))
    assert len(keeping.backups(place)) == 2
    at_work.click("Tjek arkivet")
    at_work.wait(lambda: at_work.sees("Alt er, som det blev gemt."))


def test_a_check_is_cancelled(program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    going, go_on = threading.Event(), threading.Event()

    def slow(_house: House, tell) -> None:  # type: ignore[no-untyped-def]
        going.set()
        assert go_on.wait(8)
        tell(0.5)
        raise AssertionError("it went on")

    monkeypatch.setattr("borgerplan_desktop.gui.settings.backup_page.check", slow)
    quiet(program, at_work)
    settings_at(program, at_work, "Sikkerhedskopi")
    at_work.click("Tjek arkivet")
    at_work.wait(going.is_set)
    at_work.click("Annuller")
    go_on.set()
    at_work.wait(lambda: at_work.sees("Stoppet. Intet er ændret."))


def test_a_backup_is_brought_back_from_the_settings(program: Program, at_work: Hands, place: Place,
                                                    clock: Clock) -> None:
    quiet(program, at_work)
    receive(at_work, "Jonas Bækgaard")
    dialog = settings_at(program, at_work, "Sikkerhedskopi")
    at_work.click("Gendan …")
    assert isinstance(at_work.front(), RestoreDialog)
    assert dialog is not at_work.front()
    at_work.click("Gendan kopien")
    assert at_work.sees("Gendan kopien fra tirsdag 27. oktober kl. 9.21?")
    at_work.click("Gendan kopien", within=at_work.front())
    assert house_of(program).citizens() == []            # Jonas came after the backup
    assert at_work.sees("Eva Lind · Herberget Havnegade")
    assert list(place.home.set_aside.iterdir())


def test_a_damaged_backup_leaves_everything_as_it_was(program: Program, at_work: Hands, place: Place) -> None:
    quiet(program, at_work)
    receive(at_work, "Jonas Bækgaard")
    copy = keeping.backups(place)[0]
    copy.backup.database.write_bytes(b"rubbish")
    program.entrance.bring_back(copy)
    assert at_work.sees("Sikkerhedskopien er beskadiget")
    at_work.click("Luk")
    assert [line.name for line in house_of(program).citizens()] == ["Jonas Bækgaard"]
    assert at_work.sees("Jonas Bækgaard")


def test_a_damaged_archive_is_brought_back_at_the_login(program: Program, at_work: Hands, place: Place) -> None:
    quiet(program, at_work)
    receive(at_work, "Jonas Bækgaard")
    keeping.backup_now(house_of(program))
    program.window.log_out_action.trigger()
    for part in ("borgerplan.db-wal", "borgerplan.db-shm"):
        (place.folder / part).unlink(missing_ok=True)
    place.home.database.write_bytes(b"rubbish" * 1000)
    at_work.type("Adgangskode", PASSWORD)
    at_work.click("Log ind")
    dialog = at_work.front()
    assert isinstance(dialog, RestoreDialog)
    assert at_work.sees("Det, der er skrevet efter kopien, bliver gemt for sig, ikke slettet.")
    at_work.type("Adgangskode", "forkert og forkert igen")
    at_work.click("Gendan kopien")
    at_work.click("Gendan kopien")
    assert at_work.sees("Forkert adgangskode.")
    at_work.type("Adgangskode", PASSWORD)
    at_work.press(Qt.Key.Key_Return)
    at_work.click("Gendan kopien")
    assert [line.name for line in house_of(program).citizens()] == ["Jonas Bækgaard"]


# --------------------------------------------------------------------------------------------------- the recovery code
def test_a_new_recovery_code(program: Program, at_work: Hands, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr("borgerplan_desktop.gui.code_dialog.print_paper", lambda _w, pdf, _n: printed.append(pdf))
    settings_at(program, at_work, "Gendannelseskode")
    at_work.click("Lav en ny gendannelseskode")
    dialog = at_work.front()
    assert isinstance(dialog, CodeDialog)
    code = "-".join(dialog.code_box.groups())
    at_work.click("Udskriv koden")
    assert printed[0].startswith(b"%PDF")
    assert not dialog.go_button.isEnabled()
    at_work.click("Jeg har lagt den væk")
    at_work.click("Luk")
    assert entry.code_is_away(house_of(program))
    entry.check_code(place, code, Clock())


def test_a_code_that_was_never_put_away_is_shown_before_work(program: Program, at_work: Hands) -> None:
    entry.replace_code(house_of(program))
    program.window.log_out_action.trigger()
    log_in(at_work)
    assert isinstance(at_work.front(), CodeDialog)
    at_work.press(Qt.Key.Key_Escape)                     # not put away: nobody works
    assert program.entrance.sitting is None
    log_in(at_work)
    at_work.click("Jeg har lagt den væk")
    at_work.click("Fortsæt")
    assert entry.code_is_away(house_of(program))


def test_locking_takes_the_code_off_the_screen(program: Program, at_work: Hands) -> None:
    entry.replace_code(house_of(program))
    program.window.log_out_action.trigger()
    log_in(at_work)
    program.entrance.lock()
    assert at_work.front() is program.window
    assert at_work.sees("Borgerplan er låst")


# --------------------------------------------------------------------------------------------------------------- help
def test_help_opens_at_the_tab_in_front(program: Program, at_work: Hands) -> None:
    program.window.help_action.trigger()
    assert at_work.sees("Min dag og listen over borgere")
    at_work.click("Luk")
    receive(at_work, "Jonas Bækgaard")
    assert program.entrance.sitting is not None
    program.entrance.sitting.go("meetings")
    program.window.help_action.trigger()
    assert isinstance(at_work.front(), HelpDialog)
    assert at_work.sees("Sådan holder du et godt netværksmøde")
    program.window.help_action.trigger()                 # again: the same one
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible()]) == 1
    at_work.click("Vis de første skridt igen")
    assert isinstance(dialogs(TourDialog)[0], TourDialog)
    program.window.lock_action.trigger()
    assert not dialogs(TourDialog)
    assert not dialogs(HelpDialog)


def test_help_before_anybody_is_in(program: Program, hands: Hands) -> None:
    program.window.complete()
    program.window.help_action.trigger()
    assert hands.sees("Lås, adgangskode og gendannelseskode")


def test_the_first_steps_are_offered_once(program: Program, hands: Hands, settings: QSettings) -> None:
    settings.remove("first_steps_seen")
    first_start(hands)
    assert isinstance(hands.front(), TourDialog)
    hands.click("Spring over")
    program.window.log_out_action.trigger()
    log_in(hands)
    assert not dialogs(TourDialog)
    program.window.first_help_action.trigger()
    assert hands.sees("1 af 12")


def test_about(program: Program, at_work: Hands) -> None:
    program.window.about_action.trigger()
    assert at_work.sees("EUPL-1.2")
    at_work.click("Luk")


# -------------------------------------------------------------------------------------------------------------- paper
def test_f9_shows_the_paper_from_anywhere(program: Program, at_work: Hands) -> None:
    program.window.paper_action.trigger()                # nobody on the desk: nothing to show
    receive(at_work, "Jonas Bækgaard")
    sitting = program.entrance.sitting
    workspace = program.window.workspace()
    assert sitting is not None
    assert workspace is not None
    program.window.paper_action.trigger()
    assert sitting.tab == "plan"
    tab = workspace.tab("plan")
    paper = tab.paper  # type: ignore[union-attr]
    assert paper is not None
    at_work.wait(paper.isVisible, "the paper")
    program.window.paper_action.trigger()
    assert not paper.isVisible()


# --------------------------------------------------------------------------------------------------------------- demo
def test_the_demo_says_what_makes_no_sense(program: Program, hands: Hands) -> None:
    program.start_demo()
    settings_at(program, hands, "Min adgangskode")
    assert hands.sees("Prøveudgaven har ingen adgangskoder.")
    dialog = hands.front()
    assert isinstance(dialog, SettingsDialog)
    pick(dialog.sections_list, "Sikkerhedskopi")
    assert hands.sees("Prøveudgaven gemmer ikke noget")
    pick(dialog.sections_list, "Gendannelseskode")
    assert hands.sees("Prøveudgaven har ingen gendannelseskode.")
    pick(dialog.sections_list, "Kolleger")
    assert hands.sees("Eva Lind")
    assert not hands.sees("Tilføj kollegaen")
    hands.click("Luk")


# --------------------------------------------------------------------------------------------------------------- parts
def first_start(hands: Hands) -> None:
    hands.type("Hvad hedder stedet?", "Herberget Havnegade")
    hands.type("Dit navn", "Eva Lind")
    hands.type("Adgangskode", PASSWORD)
    hands.click("Lav gendannelseskoden")
    hands.click("Jeg har lagt den væk")
    hands.click("Tag Borgerplan i brug")


def log_in(hands: Hands) -> None:
    hands.type("Adgangskode", PASSWORD)
    hands.click("Log ind")


def receive(hands: Hands, name: str) -> None:
    hands.click("Ny borger")
    hands.type("Navn", name)
    hands.click("Modtag")


def dialogs(kind: type[QDialog]) -> list[QDialog]:
    QApplication.processEvents()
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
