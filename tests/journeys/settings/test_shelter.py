"""The shelter's facts, the colleagues and one's own password."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import login, staff
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.settings.settings_dialog import SettingsDialog
from borgerplan_desktop.store.errors import WrongPassword
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import pick, settings_at
from tests.window import archive_of, session_of

THEIRS = "solen skinner på havnen"


def test_the_shelters_facts_are_stored_while_one_writes(program: Program, at_work: Hands) -> None:
    settings_at(program, at_work, "Herberget")
    at_work.type("Navn", "Skovly Herberg")
    at_work.type("Adresse", "Skovvej 2")
    at_work.type("Telefon", "12 34 56 78")
    at_work.type("Ring hertil, når kontaktpersonen har fri", "Vagten, 12 34 56 79")
    at_work.click("Luk")
    facts = staff.facts(archive_of(program))
    assert facts.call_when_off == "Vagten, 12 34 56 79"
    assert (facts.name, facts.address, facts.phone) == ("Skovly Herberg", "Skovvej 2", "12 34 56 78")
    assert at_work.sees("Eva Lind · Skovly Herberg")


def test_a_shelter_without_a_name_is_said(program: Program, at_work: Hands) -> None:
    settings_at(program, at_work, "Herberget")
    at_work.type("Navn", "")
    at_work.press(Qt.Key.Key_Tab)
    assert at_work.sees("Skriv herbergets navn")
    assert archive_of(program).name == "Herberget Havnegade"


def test_the_lock_follows_the_minutes(program: Program, at_work: Hands, clock: Clock) -> None:
    dialog = settings_at(program, at_work, "Herberget")
    dialog._shelter.minutes_field.setValue(2)
    at_work.click("Luk")
    assert session_of(program).lock_seconds == 120


def test_the_minutes_of_a_meeting_are_chosen_beside_them(program: Program, at_work: Hands) -> None:
    dialog = settings_at(program, at_work, "Herberget")
    field = dialog._shelter.meeting_field
    assert field.value() == 60
    assert field.accessibleName() == "Lås skærmen efter, mens et møde er i gang"
    field.setFocus()
    at_work.press(Qt.Key.Key_Up)
    at_work.click("Luk")
    assert archive_of(program).meeting_lock_minutes == 61
    assert archive_of(program).lock_minutes == 5


def test_a_colleague_comes_and_goes(program: Program, at_work: Hands, location: Location) -> None:
    settings_at(program, at_work, "Kolleger")
    at_work.type("Navn", "Ole Vinter")
    at_work.type("Titel", "vikar")
    at_work.type("Adgangskode", "kort")
    at_work.click("Tilføj kollegaen")
    assert at_work.sees("Mindst 15 tegn")
    assert len(login.people(location)) == 1
    at_work.type("Adgangskode", THEIRS)
    at_work.click("Tilføj kollegaen")
    assert at_work.sees("Ole Vinter")
    login.unlock(location, "Ole Vinter", THEIRS, Clock()).close()
    at_work.click("Ole Vinter stopper her")
    assert at_work.sees("Arbejder Ole Vinter her ikke mere?")
    at_work.click("Behold")
    assert len(login.people(location)) == 2
    at_work.click("Ole Vinter stopper her")
    at_work.click("Fjern adgangen")
    assert [person.name for person in login.people(location)] == ["Eva Lind"]
    assert not at_work.sees("Ole Vinter")


def test_my_title_is_said_here_and_at_the_door(program: Program, at_work: Hands, location: Location) -> None:
    settings_at(program, at_work, "Kolleger")
    assert at_work.sees("kontaktperson · dig")
    at_work.click("Ret navn og titel for Eva Lind")
    dialog = at_work.front()
    at_work.type("Titel", "forstander", dialog)
    at_work.type("Navn", "", dialog)
    at_work.click("Gem")
    assert at_work.sees("Skriv kollegaens navn")
    at_work.type("Navn", "Eva Lind", dialog)
    at_work.press(Qt.Key.Key_Return)
    assert at_work.sees("forstander · dig")
    assert [person.title for person in login.people(location)] == ["forstander"]


def test_my_password_is_changed(program: Program, at_work: Hands, location: Location) -> None:
    settings_at(program, at_work, "Min adgangskode")
    at_work.type("Den adgangskode, du har nu", "forkert og forkert igen")
    at_work.type("Den nye adgangskode", THEIRS)
    at_work.click("Skift adgangskode")
    assert at_work.sees("Forkert adgangskode.")
    at_work.type("Den adgangskode, du har nu", PASSWORD)
    at_work.click("Skift adgangskode")
    assert at_work.sees("Den nye adgangskode gælder fra nu af.")
    login.unlock(location, "Eva Lind", THEIRS, Clock()).close()
    with pytest.raises(WrongPassword):
        login.unlock(location, "Eva Lind", PASSWORD, Clock())


def test_enter_in_a_field_presses_no_other_button(program: Program, at_work: Hands, location: Location) -> None:
    dialog = settings_at(program, at_work, "Herberget")
    at_work.type("Telefon", "12 34 56 78")
    at_work.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    pick(dialog.sections_list, "Min adgangskode")
    at_work.type("Den adgangskode, du har nu", PASSWORD)
    at_work.type("Den nye adgangskode", THEIRS)
    at_work.press(Qt.Key.Key_Return)
    assert at_work.sees("Den nye adgangskode gælder fra nu af.")
    login.unlock(location, "Eva Lind", THEIRS, Clock()).close()


def test_damaged_keys_are_said_in_the_settings(program: Program, at_work: Hands, location: Location) -> None:
    location.home.keys.write_bytes(b"rubbish")
    settings_at(program, at_work, "Kolleger")
    assert at_work.sees("Nøglerne er beskadiget")
    at_work.click("Luk")


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
