"""The part about admission, used as a person would."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.intake import admission, municipality
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.intake.change_municipality import ChangeMunicipality
from borgerplan_desktop.gui.intake.intake_part import IntakePart
from borgerplan_desktop.gui.intake.new_stay import NewStay
from borgerplan_desktop.gui.overview.parts import part_holding
from borgerplan_desktop.gui.printing.mail_draft import MailDraft
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.admission import AdmissionKind, AdmissionStep, acts_now
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Admission, Stay, current_stay
from borgerplan_desktop.model.papers import Delivery, Draft
from tests.archive import undecided
from tests.journeys.hands import Hands


@pytest.fixture
def stay(desk: Desk) -> Stay:
    stay = current_stay(desk.case)
    assert stay is not None
    return stay


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> IntakePart:
    part = IntakePart(desk)
    qtbot.addWidget(part)
    part.resize(880, 2200)
    part.show()
    return part


def test_the_notice_has_its_day_and_stays_on_record(part: IntakePart, desk: Desk, stay: Stay) -> None:
    hands = Hands(part)
    assert hands.sees("Send senest fredag 30. oktober")  # counted from the day they came
    undecided(desk.opened)
    assert hands.sees("Ikke afgjort endnu")
    hands.type("Optagelsen blev besluttet", "i dag")     # a Tuesday
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Send senest fredag 30. oktober")
    hands.click("Den er sendt i dag")
    assert hands.sees("Skriv, hvem orienteringen gik til.")
    hands.type("Hvem får den?", "Lilleby Kommune")
    hands.click("Den er sendt i dag")
    assert hands.sees("Sendt 27. oktober")
    assert not part.decision.sent_button.isVisible()
    assert [each.to_name for each in desk.case.all(Delivery)] == ["Lilleby Kommune"]
    desk.opened.undo()
    assert hands.sees("Send senest fredag 30. oktober")


def test_a_notice_that_is_late_says_so(part: IntakePart, desk: Desk, stay: Stay) -> None:
    with desk.opened.action("Came earlier"):
        stay.decided_on = desk.opened.today() - timedelta(days=10)
    assert Hands(part).sees("Skulle være sendt 21. oktober 2026")
    admission.notified(desk.opened, stay, "Lilleby")
    assert Hands(part).sees("Den skulle være sendt senest 21. oktober.")


def test_the_letter_opens_and_the_mail_says_nothing_of_the_citizen(part: IntakePart, desk: Desk, stay: Stay) -> None:
    with desk.opened.action("Named"):
        desk.case.the(Citizen).cpr, stay.notified_to = "0101701234", "Lilleby Kommune"
    part.decision.show_letter()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperWindow))
    window.reject()
    draft = part.decision.write_mail()
    assert isinstance(draft, MailDraft)
    assert draft.mail.subject == "Orientering om optagelse"
    assert "Til Lilleby Kommune" in draft.mail.body
    assert "Skovly Herberg" in draft.mail.body
    for kept in ("Jonas", "Prøve", "010170"):
        assert kept not in draft.mail.subject + draft.mail.body
    draft.reject()


def test_a_step_is_ticked_dated_and_written_about(part: IntakePart, desk: Desk, stay: Stay) -> None:
    hands = Hands(part)
    line = part.steps.line(AdmissionKind.SAFETY)
    assert not line.written.isVisible()
    hands.click("Tryghed")
    [row] = desk.case.all(AdmissionStep)
    assert row.done_on == desk.opened.today()
    assert hands.sees("1 af 8 gjort")
    hands.type("Gjort den: Tryghed", "i går")
    hands.press(Qt.Key.Key_Tab)
    assert row.done_on == desk.opened.today() - timedelta(days=1)
    hands.type("Notat: Tryghed", "Ingen er efter Jonas")
    desk.settle.emit()
    assert row.note == "Ingen er efter Jonas"
    hands.click("Tryghed")
    assert row.done_on is None
    assert hands.sees("0 af 8 gjort")
    hands.click("Skriv om det: Økonomi")
    assert part.steps.line(AdmissionKind.MONEY).written.isVisible()
    assert part_holding(row) == "intake"


def test_a_step_leads_to_its_place(part: IntakePart, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.go) as went:
        Hands(part).click("Forventninger")
    assert went.args == ["overview", "together"]


def test_how_they_came_asks_by_whom_only_where_somebody_sent_them(part: IntakePart, stay: Stay) -> None:
    hands = Hands(part)
    assert not part.decision.referred_by.isEnabled()
    hands.choose("Vejen hertil", "Henvist")
    assert stay.admission is Admission.REFERRED
    hands.type("Henvist af", "Gadeplansteamet")
    hands.press(Qt.Key.Key_Tab)
    assert stay.referred_by == "Gadeplansteamet"


def test_another_municipality_acts_and_the_one_before_is_seen(part: IntakePart, desk: Desk) -> None:
    hands = Hands(part)
    assert hands.sees("Ikke kendt endnu")
    municipality.acts(desk.opened, "Randers", since=desk.opened.today() - timedelta(days=30))
    assert hands.sees("Randers")
    dialog = part.municipality.ask_who_acts()
    there = Hands(dialog)
    there.click("Vælg kommunen")
    assert there.sees("Skriv, hvilken kommune der er handlekommune.")
    there.type("Kommune", "Lilleby")
    there.type("Derfor tror vi det", "borgeren boede der")
    there.click("Vælg kommunen")
    assert hands.sees("Det tror vi")
    assert hands.sees("Før: Randers, siden 27. september 2026.")
    hands.click("De har sagt ja")
    now = acts_now(desk.case)
    assert now is not None
    assert (now.municipality, now.settled) == ("Lilleby", True)
    hands.click("Fjern Randers")
    assert len(municipality.history(desk.case)) == 1


def test_where_they_lived_is_written_and_taken_away(part: IntakePart, desk: Desk) -> None:
    hands = Hands(part)
    assert hands.sees("Ingen tidligere adresser endnu.")
    hands.click("Tilføj et sted")
    assert QApplication.focusWidget() is part.municipality.lived.widgets()[0].municipality
    hands.type("Kommune", "Lilleby")
    hands.type("Fra", "1. januar 2024")
    hands.type("Til", "1. januar 2023")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Slutningen kommer før begyndelsen.")
    [lived] = municipality.residences(desk.case)
    assert (lived.municipality, lived.until_on) == ("Lilleby", None)
    hands.click("Fjern stedet")
    assert municipality.residences(desk.case) == []


def test_a_new_stay_begins_when_the_course_is_closed(part: IntakePart, desk: Desk, stay: Stay) -> None:
    hands = Hands(part)
    assert not part.stays.new_button.isEnabled()
    close_course(desk.opened)
    assert part.stays.new_button.isEnabled()
    dialog = part.stays.ask_new_stay()
    assert isinstance(dialog, NewStay)
    there = Hands(dialog)
    there.type("Første henvendelse", "1. oktober 2026")
    there.click("Begynd opholdet")
    assert there.sees("Det forrige ophold var ikke slut dengang.")
    there.type("Første henvendelse", "i dag")
    there.type("Værelse", "7")
    there.click("Begynd opholdet")
    assert hands.sees("27. oktober 2026 – nu")
    assert hands.sees("Værelse 7")
    assert hands.sees("0 af 8 gjort")                    # the new stay's own steps
    assert stay.left_on == desk.opened.today()


def test_without_a_stay_it_says_what_to_do(qtbot: QtBot, desk: Desk, stay: Stay) -> None:
    with desk.opened.action("None"):
        desk.case.remove(stay)
    part = IntakePart(desk)
    qtbot.addWidget(part)
    part.show()
    hands = Hands(part)
    assert hands.sees("Intet ophold er skrevet endnu")
    hands.click("Skriv opholdet")
    assert part.decision.isVisible()
    assert current_stay(desk.case) is not None


def test_it_comes_to_what_is_asked_for(part: IntakePart, desk: Desk, stay: Stay) -> None:
    row = admission.begin_step(desk.opened, stay, AdmissionKind.HOUSING)
    part.show_row(row.id)
    assert QApplication.focusWidget() is part.steps.line(AdmissionKind.HOUSING).tick
    write(desk.opened, row, AdmissionStep.note, "vil gerne bo i Valby", "Skrev")
    part.show_row(row.id)                                # a space typed there unticks nothing
    assert QApplication.focusWidget() is part.steps.line(AdmissionKind.HOUSING).note
    part.show_row("notice")
    assert QApplication.focusWidget() is part.decision.letter_button
    for place in ("municipality", "stays", stay.id):
        part.show_row(place)


def test_half_typed_words_of_the_change_are_kept_when_the_case_is_left(part: IntakePart, desk: Desk) -> None:
    dialog = part.municipality.ask_who_acts()
    assert isinstance(dialog, ChangeMunicipality)
    dialog.municipality.setText("Lille")
    desk.close()
    assert not dialog.isVisible()
    assert [each.text for each in desk.opened.case.all(Draft)] == ["Lille"]
