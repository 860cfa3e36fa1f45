"""The register in the settings: somebody is found and corrected, a unit renamed, and it is said where they are used."""
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.professionals import professionals
from borgerplan_desktop.gui.settings.professional_dialog import ProfessionalDialog
from borgerplan_desktop.gui.settings.professionals_page import ProfessionalsPage
from borgerplan_desktop.model.shelter import Professional
from tests.gui.network.hands import LEFT


def _with_two(archive: Archive) -> tuple[Professional, Professional]:
    jonas = receive(archive, Arrival("Jonas Prøve"))
    for name, unit in (("Birgit Prøve", "Prøveenheden"), ("Nadia Prøve", "Prøveenheden")):
        add_new_professional(jonas, name, "sagsbehandler", unit, phone="12 34 56 11" if name[0] == "B" else "")
    one, other = professionals(archive.shelter, "Prøve")
    return one, other


def _act(dialog: ProfessionalDialog, words: str) -> QPushButton:
    (found,) = [each for part in dialog.others for each in part.findChildren(QPushButton) if each.text() == words]
    return found


def shown(archive: Archive, qtbot: QtBot) -> ProfessionalsPage:
    page = ProfessionalsPage(archive)
    qtbot.addWidget(page, before_close_func=ProfessionalsPage.stop)
    page.resize(640, 900)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_somebody_is_searched_for_and_nobody_says_where_to_add(archive: Archive, qtbot: QtBot) -> None:
    _with_two(archive)
    page = shown(archive, qtbot)
    qtbot.keyClicks(page.search, "nadia prøve")
    qtbot.waitUntil(lambda: [line.name.text() for line in page.people.widgets()] == ["Nadia Prøve"])
    assert page.found.text() == "1 fagperson"
    page.search.setText("zzz")
    qtbot.waitUntil(lambda: page.found.text() == "Ingen fundet. Fagpersoner tilføjes på en borgers kort.")


def test_a_unit_is_renamed_once_and_told_where_it_is_used(archive: Archive, qtbot: QtBot) -> None:
    birgit, nadia = _with_two(archive)
    page = shown(archive, qtbot)
    page.search.setText("prøveenheden")
    page.refresh()
    (line,) = page.units
    assert line.about.text() == "2 personer · Bruges hos 1 borger: Jonas Prøve"
    line.name.setText("Prøve og Bolig")
    line.name.editingFinished.emit()
    assert {birgit.organisation, nadia.organisation} == {"Prøve og Bolig"}
    qtbot.mouseClick(page.undo, LEFT)
    assert birgit.organisation == "Prøveenheden"
    line = page.units[0]
    line.name.setText("   ")
    line.name.editingFinished.emit()
    assert page.trouble.text() == "Skriv, hvad enheden hedder."
    assert line.name.text() == "Prøveenheden"            # as it stands


def test_a_number_is_changed_once_and_who_stands_there_twice_is_taken_out_of_use(
        archive: Archive, qtbot: QtBot) -> None:
    birgit, _nadia = _with_two(archive)
    with archive.shelter.action("typed again"):
        again = archive.shelter.case.add(Professional(name="B. Prøve", phone="12345611"))
    page = shown(archive, qtbot)
    assert not [label for label in page.findChildren(QLabel) if "12345611" in label.text()]     # written as elsewhere
    dialog = page.open_one(birgit)
    assert dialog.used.text() == "Bruges hos 1 borger: Jonas Prøve"
    dialog.phone.selectAll()
    qtbot.keyClicks(dialog.phone, "87 65 43 21")
    dialog.email.setFocus()
    dialog._desk.settle.emit()
    assert birgit.phone == "87 65 43 21"
    assert not dialog.others                             # another number: nobody like them any more
    dialog.undo_button.click()
    assert birgit.phone == "12 34 56 11"
    _act(dialog, "Tag ud af brug").click()
    assert again.retired
    assert not dialog.twice.isVisible()
    dialog.retire.click()
    assert birgit.retired
    assert dialog.retire.text() == "Brug igen"
    dialog.accept()
    assert "Birgit Prøve" in [line.name.text() for line in page.gone.widgets()]


def test_two_that_are_the_same_become_one_and_two_again(archive: Archive, qtbot: QtBot) -> None:
    birgit, _nadia = _with_two(archive)
    palle = receive(archive, Arrival("Palle Prøve"))
    again = add_new_professional(palle, "B. Prøve", "", "", phone="12345611", email="birgit@eksempel.dk")
    page = shown(archive, qtbot)
    dialog = page.open_one(birgit)
    _act(dialog, "Er den samme").click()
    assert again.contact.name == "Birgit Prøve"
    assert dialog.email.text() == "birgit@eksempel.dk"   # came from the other
    assert dialog.used.text() == "Bruges hos 2 borgere: Jonas Prøve og Palle Prøve"
    dialog.accept()
    (line,) = [each for each in page.gone.widgets() if each.name.text() == "B. Prøve"]
    assert line.about.text() == "samme som Birgit Prøve"
    line.edit.click()
    other = page.findChildren(ProfessionalDialog) or page.window().findChildren(ProfessionalDialog)
    assert "Birgit Prøve" in other[-1].twice.text()
    other[-1].retire.click()
    assert again.contact.name == "B. Prøve"
    assert other[-1].twice.text().startswith("Står måske her to gange.")
