"""The dialogs of a case, used as a person would: facts, the whole course, consent, earlier plans."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.leaving.close_course import CloseCourse
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, GivenHow, Topic, TopicAnswer
from borgerplan_desktop.model.course import current_course, current_stay
from borgerplan_desktop.model.papers import Document, DocumentKind, EarlierPlan, EarlierPlanKind, MadeHow
from borgerplan_desktop.store.audit import Did
from tests.journeys.hands import Hands


def hands_on(qtbot: QtBot, widget) -> Hands:  # type: ignore[no-untyped-def]
    qtbot.addWidget(widget)
    widget.show()
    return Hands(widget)


# ---------------------------------------------------------------------------------------------------- receiving
def test_only_a_name_is_needed(qtbot: QtBot, archive: Archive) -> None:
    dialog = NewCitizen(archive)
    hands = hands_on(qtbot, dialog)
    with qtbot.waitSignal(dialog.received) as got:
        hands.type("Navn", "Karsten")
        hands.press(Qt.Key.Key_Return)
    opened: OpenCase = got.args[0]  # type: ignore[index]
    assert opened.case.the(Citizen).name == "Karsten"
    course = current_course(opened.case)
    assert course.week(archive.today()) == 1


@pytest.mark.parametrize(("cpr", "said"), [
    ("310299-1234", "findes ikke"), ("12345", "ti cifre")])
def test_an_impossible_cpr_number_is_refused_and_nothing_is_lost(
        qtbot: QtBot, archive: Archive, cpr: str, said: str) -> None:
    hands = hands_on(qtbot, NewCitizen(archive))
    hands.type("Navn", "Karsten")
    hands.type("CPR-nummer", cpr)
    hands.click("Modtag")
    assert hands.sees(said)
    assert hands.sees("Karsten")
    assert archive.citizens() == []


def test_a_cpr_number_that_fails_the_control_digit_is_only_noticed(qtbot: QtBot, archive: Archive) -> None:
    dialog = NewCitizen(archive)
    hands = hands_on(qtbot, dialog)
    hands.type("Navn", "Karsten")
    hands.type("CPR-nummer", "010180-0001")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("passer ikke med kontroltallet")
    assert dialog.birth_field.date() == date(1980, 1, 1)
    with qtbot.waitSignal(dialog.received):
        hands.click("Modtag")


def test_a_first_contact_to_come_is_refused(qtbot: QtBot, archive: Archive) -> None:
    hands = hands_on(qtbot, NewCitizen(archive))
    hands.type("Navn", "Karsten")
    hands.type("Første henvendelse", "1. december 2026")
    hands.click("Modtag")
    assert archive.citizens() == []


# -------------------------------------------------------------------------------------------------------- facts
def test_facts_are_stored_as_they_are_typed(qtbot: QtBot, desk: Desk) -> None:
    hands = hands_on(qtbot, CitizenFacts(desk))
    hands.type("Vil kaldes", "Jon")
    hands.type("Værelse", "14")
    hands.click("Beskyttet adresse")
    hands.click("Luk")
    citizen = desk.case.the(Citizen)
    assert (citizen.first_name, citizen.protected_address) == ("Jon", True)
    stay = current_stay(desk.case)
    assert stay is not None
    assert stay.room == "14"
    desk.opened.undo()
    assert not citizen.protected_address


def test_enter_in_a_field_of_the_facts_presses_nothing(qtbot: QtBot, desk: Desk) -> None:
    """The first button there is would be the calendar's, and the next Enter a birth date."""
    dialog = CitizenFacts(desk)
    hands_on(qtbot, dialog)
    dialog.open()
    for _ in range(2):
        qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert dialog.isVisible()
    assert dialog.birth_field.field.text() == ""


def test_the_cpr_number_is_masked_until_asked_for_and_that_is_on_record(
        qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    with desk.opened.action("x"):
        desk.case.the(Citizen).cpr = "0101800001"
    dialog = CitizenFacts(desk)
    hands = hands_on(qtbot, dialog)
    assert dialog.cpr_field.text() == "010180-••••"
    assert dialog.staff_field.isHidden()
    hands.click("Vis")
    assert dialog.cpr_field.text() == "010180-0001"
    assert any(line.did is Did.OPENED and "CPR" in line.action for line in archive.store.lines(desk.opened.id))


# ------------------------------------------------------------------------------------------------------- course
def test_closing_the_course(qtbot: QtBot, desk: Desk) -> None:
    hands = hands_on(qtbot, CloseCourse(desk))
    assert hands.sees("Der er ingen plan for tiden efter endnu")         # said, and nothing is in the way
    hands.click("Afslut forløbet")
    course = current_course(desk.case)
    assert course.closed_on == desk.opened.today()
    desk.opened.undo()
    assert course.closed_on is None


# ------------------------------------------------------------------------------------------------------- papers
def test_yes_no_and_not_asked_are_three_answers(qtbot: QtBot, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler")
    tab = PapersTab(desk)
    hands = hands_on(qtbot, tab)
    tab.show_row(f"ask:{birgit.id}")                     # "Spørg Jonas" opens the question itself
    dialog = tab.findChild(AskConsent)
    assert dialog is not None
    asking = Hands(dialog)
    asking.type("Hvad skal oplysningerne bruges til?", "at finde en bolig")
    asking.click("Birgit Holm, sagsbehandler")
    asking.click("Bolig")
    asking.click("Helbred")
    asking.click("Helbred: nej")
    asking.click("Jonas har fået at vide")
    asking.click("Svaret var ja")
    assert asking.sees("Vælg, hvordan svaret blev givet.")   # nothing is taken for granted
    asking.choose("Sådan blev svaret givet", "Underskrevet")
    asking.click("Svaret var ja")
    consent = desk.case.the(Consent)
    assert consent.answers == {Topic.HOUSING: TopicAnswer.YES, Topic.HEALTH: TopicAnswer.NO}
    row = tab.consents.model.row_of(birgit.id)
    shown = [tab.consents.model.index(row, column + 1).data() for column in range(len(Topic))]
    seen = dict(zip(Topic, shown, strict=True))
    assert (seen[Topic.HOUSING], seen[Topic.HEALTH], seen[Topic.MONEY]) == ("Ja", "Nej", "?")
    assert hands.sees("Birgit må ikke vide noget om: helbred.")
    assert hands.sees("Ikke spurgt, og ikke delt: min plan og mine mål, økonomi")


def test_all_that_is_missing_is_said_at_once_and_goes_as_it_is_answered(qtbot: QtBot, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler")
    dialog = AskConsent(desk)
    asking = hands_on(qtbot, dialog)
    for control in (dialog.paper_button, dialog.told_box):
        assert not dialog.form_scroll.isAncestorOf(control)   # seen without scrolling
    asking.click("Svaret var ja")
    red = (dialog.purpose_trouble, dialog.persons_trouble, dialog.topics_trouble, dialog.given_how_trouble,
           dialog.told_before_trouble)
    assert all(not label.isHidden() for label in red)
    assert dialog.purpose_field.hasFocus()
    assert dialog.interpreter_field.mapTo(dialog, dialog.interpreter_field.rect().topLeft()).y() == \
        dialog.how_field.mapTo(dialog, dialog.how_field.rect().topLeft()).y()
    qtbot.keyClicks(dialog.purpose_field, "at finde en bolig")
    assert [label.isHidden() for label in red] == [True, False, False, False, False]
    qtbot.keyClick(dialog._persons[birgit.id], Qt.Key.Key_Space)
    qtbot.keyClick(dialog._topics[Topic.HOUSING], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.how_field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.told_box, Qt.Key.Key_Space)
    assert all(label.isHidden() for label in red)
    asking.click("Svaret var ja")
    assert desk.case.the(Consent).persons == [birgit]


def test_the_form_is_seen_and_saved_before_anybody_signs(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler")
    dialog = AskConsent(desk, birgit)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.purpose_field.setPlainText("at finde en bolig")
    window = dialog.see_paper()
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20000)
    printing = window.printing()
    with qtbot.waitSignal(desk.changed, timeout=20000):
        printing.save_as(str(tmp_path / "form.pdf"))
    document = desk.case.the(Document)
    assert (document.kind, document.made_how) == (DocumentKind.CONSENT_FORM, MadeHow.SAVED)
    assert b"Birgit" not in (tmp_path / "form.pdf").name.encode()
    assert desk.case.all(Consent) == []                  # a paper is no answer
    window.reject()


def test_an_empty_form_is_printed_from_the_list_of_papers(qtbot: QtBot, desk: Desk) -> None:
    tab = PapersTab(desk)
    hands = hands_on(qtbot, tab)
    tab.show_row("made")
    hands.click("Udskriv en tom samtykkeblanket")
    window = tab.findChild(PaperWindow)
    assert window is not None
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20000)
    window.language_field.setCurrentIndex(1)
    with qtbot.waitSignal(window.paper.drawn, timeout=20000):
        pass
    assert window.paper.paper.language == "en"
    window.reject()


def test_asking_for_consent_and_withdrawing_it(qtbot: QtBot, desk: Desk) -> None:
    add_private_person(desk.opened, "Sara")
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    tab = PapersTab(desk)
    hands = hands_on(qtbot, tab)
    tab.show_row(birgit.id)
    assert hands.sees("Ingen har spurgt om Birgit endnu.")
    dialog = tab.consents.ask()
    asking = Hands(dialog)
    asking.click("Svaret var ja")
    assert asking.sees("Skriv, hvad")
    asking.type("Hvad skal oplysningerne bruges til?", "at finde en bolig")
    asking.click("Birgit Holm, sagsbehandler")
    asking.click("Bolig")
    asking.choose("Sådan blev svaret givet", "Givet mundtligt")
    asking.click("Svaret var ja")
    assert desk.case.all(Consent) == []                  # told before? not ticked yet
    asking.click("Jonas har fået at vide")
    asking.click("Svaret var ja")
    consent = desk.case.the(Consent)
    assert (consent.given_how, consent.topics, consent.persons) == (GivenHow.ORALLY, [Topic.HOUSING], [birgit])
    assert hands.sees("Birgit må vide noget om: bolig.")
    hands.click("Træk samtykket tilbage")
    assert hands.sees("Trukket tilbage")
    assert tab.matrix.hasFocus()                         # the button is gone: one stands at the row
    desk.opened.undo()
    assert hands.sees("Birgit må vide noget om: bolig.")


def test_an_earlier_plan_is_taken_in_and_its_text_edited(qtbot: QtBot, desk: Desk) -> None:
    tab = PapersTab(desk)
    hands = hands_on(qtbot, tab)
    hands.click("Tidligere planer")
    dialog = tab.earlier.ask()
    asking = Hands(dialog)
    asking.choose("Hvilken plan", "Behandlingsplan")
    asking.type("Fra hvem", "Rusmiddelenheden")
    asking.click("Hent den ind")
    assert asking.sees("Sæt planens tekst ind")
    asking.type("Teksten", "Mål: drikke mindre")
    asking.click("Hent den ind")
    plan = desk.case.the(EarlierPlan)
    assert (plan.kind, plan.from_whom) == (EarlierPlanKind.TREATMENT, "Rusmiddelenheden")
    hands.type("Planens tekst", "Mål: sove om natten")
    desk.settle.emit()
    assert plan.text == "Mål: sove om natten"
    hands.click("Fjern")
    assert desk.case.all(EarlierPlan) == []
    desk.opened.undo()
    assert desk.case.all(EarlierPlan) == [plan]


# ---------------------------------------------------------------------------------------------------- what cannot be
def test_an_impossible_number_keeps_the_facts_open_until_it_is_right_or_gone(qtbot: QtBot, desk: Desk) -> None:
    dialog = CitizenFacts(desk)
    hands = hands_on(qtbot, dialog)
    for leave in (lambda: hands.click("Luk"), lambda: hands.press(Qt.Key.Key_Escape)):
        hands.type("CPR-nummer", "310299-1234")
        leave()
        assert dialog.isVisible()
        assert dialog.cpr_field.text() == "310299-1234"
        assert hands.sees("findes ikke")
    hands.type("CPR-nummer", "")
    hands.type("Fødselsdato", "31. februar")
    hands.click("Luk")
    assert dialog.isVisible()
    assert hands.sees("31. februar")
    dialog.birth_field.field.clear()
    hands.click("Luk")
    assert desk.case.the(Citizen).birth_date is None


def test_the_case_is_left_although_a_number_is_impossible(qtbot: QtBot, desk: Desk) -> None:
    dialog = CitizenFacts(desk)
    hands = hands_on(qtbot, dialog)
    hands.type("CPR-nummer", "310299-1234")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    desk.close()
    assert not dialog.isVisible()


@pytest.mark.parametrize(("born", "said"), [("3. marts 2040", "ikke kommet endnu"), ("3. marts 1890", "120 år")])
def test_an_impossible_birth_is_refused_beside_the_field(
        qtbot: QtBot, archive: Archive, desk: Desk, born: str, said: str) -> None:
    new = NewCitizen(archive)
    hands = hands_on(qtbot, new)
    hands.type("Navn", "Karsten")
    hands.type("Fødselsdato", born)
    for _twice in range(2):
        hands.click("Modtag")
        assert hands.sees(said)
        assert new.birth_field.message.isVisible()
        assert new.birth_field.text() == born
    assert "Karsten" not in [line.name for line in archive.citizens()]
    new.close()
    facts = CitizenFacts(desk)
    hands = hands_on(qtbot, facts)
    hands.type("Fødselsdato", born)
    for _twice in range(2):
        hands.click("Luk")
        assert facts.birth_field.message.isVisible()
        assert hands.sees(said)
        assert facts.birth_field.text() == born
    assert desk.case.the(Citizen).birth_date is None
    hands.type("Fødselsdato", "3. marts 1980")
    hands.click("Luk")
    assert desk.case.the(Citizen).birth_date == date(1980, 3, 3)


def test_the_birth_date_of_somebody_new_follows_the_cpr_number_until_it_is_typed(qtbot: QtBot,
                                                                                 archive: Archive) -> None:
    dialog = NewCitizen(archive)
    qtbot.addWidget(dialog)
    dialog.show()

    def enter(field: QLineEdit, text: str) -> None:
        field.setText(text)
        field.editingFinished.emit()

    enter(dialog.cpr_field, "010170-1234")
    assert dialog.birth_field.date() == date(1970, 1, 1)
    enter(dialog.cpr_field, "02.01.70\u20111234")
    assert dialog.birth_field.date() == date(1970, 1, 2)
    enter(dialog.birth_field.field, "5.5.50")
    enter(dialog.cpr_field, "010170-1234")
    assert dialog.birth_field.date() == date(1950, 5, 5)
    enter(dialog.birth_field.field, "5.5.2050")
    assert "ikke kommet" in dialog.birth_field.message.text()
    enter(dialog.first_field.field, "i morgen")
    assert dialog.first_contact_on_trouble.isVisible()
    enter(dialog.cpr_field, "010136-4000")
    assert dialog.cpr_trouble.isVisible()
    enter(dialog.cpr_field, "010101-1AB2")
    assert not dialog.cpr_trouble.isVisible()
