"""A service of the directory is chosen by a few letters: for the help, on the map, and for a sign of the after-care."""
from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.directory.services import add_service, close_service, merge_services
from borgerplan_desktop.casework.leaving.after_care import add_sign, begin_after_care
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.after_care_sheet import after_care_pdf
from borgerplan_desktop.documents.pocket_plan import pocket_plan_pdf
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.choose_service import ChooseService, ServiceField
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.leaving.signs_card import SignsCard
from borgerplan_desktop.gui.widgets.two_lines import WORDS
from borgerplan_desktop.model.network import people
from tests.documents import reading


def test_it_is_found_by_any_word_and_taken_with_enter(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    for name in ("Jobcenter", "Rusmiddelklinikken"):
        add_service(archive.shelter, name)
    dialog = ChooseService(desk, "Tilbud", "Vælg")
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.take.isEnabled()
    assert dialog.found.text() == "2 tilbud"
    for _press in range(3):                              # the last stays where there is no further one
        qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().data() == "Rusmiddelklinikken"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Up)
    assert dialog.list.currentIndex().data() == "Jobcenter"
    qtbot.keyClicks(dialog.search, "klinik")
    assert dialog.found.text() == "1 tilbud"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].name == "Rusmiddelklinikken"
    again = ChooseService(desk, "Tilbud", "Vælg")
    qtbot.addWidget(again)
    again.search.setText("zzz")
    assert "Herberget" in again.found.text()
    assert not again.take.isEnabled()


def test_the_field_says_what_stands_there_also_when_it_closes_or_is_one_with_another(
        qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    one, kept = add_service(archive.shelter, "CTI"), add_service(archive.shelter, "CTI-forløb")
    field = ServiceField(desk, "Tilbud", "Intet")
    qtbot.addWidget(field)
    assert field.words.text() == "Intet"
    assert field.none.isHidden()
    merge_services(archive.shelter, kept, one)
    close_service(archive.shelter, kept, archive.today())
    field.show_service(one.id)
    assert field.words.text().startswith("CTI-forløb – lukket siden ")
    with qtbot.waitSignal(field.chosen) as chosen:
        field.none.click()
    assert chosen.args == [None]


def test_somebody_comes_onto_the_map_from_the_directory(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    made = add_service(archive.shelter, "Rusmiddelklinikken")
    with archive.shelter.action("written"):
        made.phone, made.organisation = "12 34 56 78", "Kommunen"
    dialog = AddPerson(desk)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.is_professional.setChecked(True)
    qtbot.keyClicks(dialog.search, "rusmiddel")
    assert dialog.found.item(0).data(WORDS).startswith("Fra tilbudsoversigten · Kommunen")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    (member,) = [each for each in people(desk.case) if each.professional_id]
    assert (member.contact.name, member.contact.phone, member.contact.organisation) == (
        "Rusmiddelklinikken", "12 34 56 78", "Kommunen")


def test_a_sign_says_where_to_go_on_the_card_and_on_paper(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    made = add_service(archive.shelter, "Natcafeen")
    with archive.shelter.action("written"):
        made.phone = "12345678"
    care = begin_after_care(desk.opened)
    sign = add_sign(desk.opened, care, "Jeg sover ikke")
    card = SignsCard(desk, care)
    qtbot.addWidget(card)
    card.show()
    (row,) = card.signs.widgets()
    assert row.where.words.text() == "Intet valgt"
    dialog = row.where.ask()
    qtbot.keyClicks(dialog.search, "natcafe")
    dialog.take.click()
    assert sign.service_id == made.id
    assert row.where.words.text() == "Natcafeen"
    for draw in (after_care_pdf, pocket_plan_pdf):
        said = " ".join(reading.text(draw(desk.case, today=desk.opened.today())).split())
        assert "Natcafeen, 12 34 56 78" in said.replace("\u00a0", " "), draw
    row.where.none.click()
    assert sign.service_id is None
