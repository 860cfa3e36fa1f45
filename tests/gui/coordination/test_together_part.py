"""How we work together, answered as a person would: fields that store, who stands beside, and three columns."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.coordination.expectations import add_expectation, agree_expectations
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.coordination.together_part import TogetherPart
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.expectation import Expectation, ExpectationOf, expectations
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.network import Representation, RepresentationKind
from tests.journeys.hands import Hands

OF = ExpectationOf


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> TogetherPart:
    part = TogetherPart(desk)
    qtbot.addWidget(part)
    part.resize(880, 600)
    part.show()
    return part


def test_each_answer_is_stored_as_it_is_left(part: TogetherPart, desk: Desk) -> None:
    hands, row = Hands(part), desk.case.the(Cooperation)
    assert not part.interpreter.language_field.isVisible()
    hands.choose("Brug for tolk?", "Ja")
    hands.type("Hvilket sprog?", "kalaallisut")
    hands.type("Går det i stå?", "Så ringer jeg til Eva.")
    hands.type("Vil helst mødes her", "På en gåtur")
    desk.settle.emit()
    assert (row.interpreter_language, row.if_stuck, row.meeting_place) == (
        "kalaallisut", "Så ringer jeg til Eva.", "På en gåtur")
    desk.opened.undo()
    assert row.meeting_place == ""
    assert part.meet.place_field.toPlainText() == ""


def test_the_place_is_asked_each_time(part: TogetherPart, desk: Desk) -> None:
    hands = Hands(part)
    assert hands.sees("Ikke spurgt før noget møde endnu.")
    assert not part.meet.asked_box.isVisible()
    meeting = plan_meeting(desk.opened, starts_at=desk.opened.now() + timedelta(days=9))
    hands.click("Jonas er spurgt om stedet for mødet 5. november")
    assert meeting.place_asked
    with desk.opened.action("Later"):
        meeting.starts_at, meeting.place_text = desk.opened.now() - timedelta(days=7), "Caféen"
        meeting.status = MeetingStatus.HELD
    assert hands.sees("Sidst spurgt før mødet 20. oktober: Caféen")


def test_a_party_representative_is_another_task_than_a_lay_representative(part: TogetherPart, desk: Desk) -> None:
    palle, hands = add_private_person(desk.opened, "Palle Prøve", "fætter"), Hands(part)
    hands.choose("Hvem handler i stedet for Jonas?", "Palle")
    acts = desk.case.all(Representation)[0]
    assert acts.member is palle
    assert acts.kind is RepresentationKind.PARTY_REPRESENTATIVE
    assert hands.sees("Palle Prøve, fætter, partsrepræsentant")
    assert hands.sees("Fuldmagten mangler.")
    hands.type("Fuldmagtens dato", "24. december 2026")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Den dag er ikke kommet endnu")
    hands.type("Fuldmagtens dato", "20. oktober 2026")
    hands.press(Qt.Key.Key_Tab)
    assert acts.power_of_attorney_on == date(2026, 10, 20)
    assert not hands.sees("Fuldmagten mangler.")
    hands.choose("Som hvad?", "Værge")
    hands.choose("Hvem handler i stedet for Jonas?", "Palle")
    assert len(part.instead.people.widgets()) == 2
    hands.click("Ikke længere partsrepræsentant")
    assert acts.until == desk.opened.today()
    assert len(part.instead.people.widgets()) == 1


def test_expectations_are_written_moved_and_taken_away_with_the_keyboard(part: TogetherPart, desk: Desk) -> None:
    hands = Hands(part)
    assert hands.sees("fx Sig det til mig")              # an example, never filled in
    assert not desk.case.all(Expectation)
    part.show_row("expectations")
    hands.press(Qt.Key.Key_Space)
    hands.write("Bank på")
    hands.press(Qt.Key.Key_Return)                       # one more
    hands.write("Vent")
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.settle.emit()
    column = expectations(desk.case, OF.YOU_OF_US)
    assert [each.text for each in column] == ["Vent", "Bank på"]
    assert QApplication.focusWidget() is part.expectations.columns[0].rows.widgets()[0].text
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Backspace)                    # empty: away with it
    assert [each.text for each in expectations(desk.case, OF.YOU_OF_US)] == ["Bank på"]
    assert not hands.sees("fx Sig det til mig")


def test_they_are_agreed_and_looked_at_again_after_a_follow_up(part: TogetherPart, desk: Desk) -> None:
    hands = Hands(part)
    one = add_expectation(desk.opened, OF.WE_OF_YOU, "Sig til")
    assert not part.expectations.look_button.isVisible()
    assert hands.sees("Noget er ikke aftalt endnu.")
    hands.click("Det er vi enige om")
    assert one.agreed_on == desk.opened.today()
    assert hands.sees("Aftalt 27. oktober.")
    with desk.opened.action("Held"):
        desk.case.add(Meeting(kind=MeetingKind.FOLLOW_UP, status=MeetingStatus.HELD,
                              starts_at=desk.opened.now() + timedelta(days=3)))
    assert hands.sees("Vi mødtes 30. oktober. Se på det sammen igen")
    hands.type("Sådan er det gået", "Det gik godt.")
    hands.click("Vi har set på det i dag")
    assert (one.how_it_went, one.looked_at_on) == ("Det gik godt.", desk.opened.today())
    desk.opened.undo()
    assert one.looked_at_on is None


def test_the_paper_is_shown(part: TogetherPart, desk: Desk) -> None:
    add_expectation(desk.opened, OF.YOU_OF_US, "Bank på")
    agree_expectations(desk.opened)
    Hands(part).click("Vis papiret med")
    window = part.findChild(PaperWindow)
    assert window is not None
    window.reject()


def test_the_keyboard_comes_to_what_is_asked_for(part: TogetherPart, desk: Desk) -> None:
    row = add_expectation(desk.opened, OF.I_OF_ALL, "Spørg mig")
    part.activateWindow()
    for word, field in (("place", part.meet.place_field), ("channel", part.meet.channel_field),
                        ("interpreter", part.interpreter.interpreter_field), ("lay", part.lay.lay_field),
                        ("involvement", part.involved.involvement_field), ("may_know", part.involved.may_know_field),
                        ("stuck", part.involved.stuck_field), ("instead", part.instead.who_field.combo)):
        part.show_row(word)
        assert QApplication.focusWidget() is field, word
    part.show_row(row.id)
    found = part.expectations.row_of(row)
    assert found is not None
    assert QApplication.focusWidget() is found.focusProxy()
    part.show_row("something nobody knows")
