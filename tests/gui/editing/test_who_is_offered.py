"""Whom one can choose: nobody who is dead, no dog; and with whom nobody is to talk is said where they are offered."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import fill_people
from borgerplan_desktop.gui.meeting.choose_people import ChoosePeople
from borgerplan_desktop.gui.printing.copy_for import CopyFor
from borgerplan_desktop.model.network import Being, ContactWish, NetworkMember, Reach


def _three(desk: Desk) -> tuple[NetworkMember, NetworkMember, NetworkMember]:
    peter = add_private_person(desk.opened, "Peter", "bror")
    inge, bella = add_private_person(desk.opened, "Inge", "mor"), add_private_person(desk.opened, "Bella", "hund")
    with desk.opened.action("who they are"):
        peter.wish, inge.reach, bella.being = ContactWish.DO_NOT_TALK, Reach.DEAD, Being.ANIMAL
    return peter, inge, bella


def _lines(combo: QComboBox) -> list[str]:
    return [combo.itemText(at) for at in range(combo.count())]


def test_a_list_of_people_has_nobody_who_cannot_be_asked(qtbot: QtBot, desk: Desk) -> None:
    _peter, inge, bella = _three(desk)
    combo = QComboBox()
    qtbot.addWidget(combo)
    fill_people(combo, desk, None)
    assert "Peter, bror – tal ikke med" in _lines(combo)
    assert combo.findData(inge.id) == combo.findData(bella.id) == -1
    fill_people(combo, desk, inge.id)                    # who stands there already is said
    assert combo.currentText() == "Inge, død"


def test_the_warning_stands_beside_consent_where_people_are_invited(qtbot: QtBot, desk: Desk) -> None:
    peter, inge, bella = _three(desk)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    dialog = ChoosePeople(desk, plan_meeting(desk.opened), page)
    dialog.show()
    assert inge.id not in dialog.boxes
    assert bella.id not in dialog.boxes
    box = dialog.boxes[peter.id]
    assert "tal ikke med" in box.text()
    box.click()
    assert "ønsker, at vi ikke taler med Peter." in dialog.told.text()
    assert "siger ja" in dialog.told.text()              # and consent, below


def test_consent_is_asked_about_nobody_who_is_dead(qtbot: QtBot, desk: Desk) -> None:
    peter, inge, bella = _three(desk)
    dialog = AskConsent.about_nobody_yet(desk)
    qtbot.addWidget(dialog)
    assert peter.id in dialog._persons
    assert inge.id not in dialog._persons
    assert bella.id not in dialog._persons
    assert dialog._persons[peter.id].text() == "Peter, bror – tal ikke med"


def test_a_copy_is_made_for_nobody_who_cannot_read_it(qtbot: QtBot, desk: Desk) -> None:
    _three(desk)
    copy = CopyFor(desk)
    qtbot.addWidget(copy)
    copy.fill()
    words = [action.text() for action in copy.people.actions()]
    assert "Peter, bror – tal ikke med" in words
    assert not [each for each in words if each.startswith(("Inge", "Bella"))]
