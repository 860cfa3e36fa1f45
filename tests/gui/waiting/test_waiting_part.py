"""Applications and waiting, as a contact person uses them."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.course import wait_for
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.waiting.applications import ask_there, write_application, write_offer
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.mail_draft import MailDraft
from borgerplan_desktop.gui.waiting.call_dialog import CallDialog
from borgerplan_desktop.gui.waiting.wait_card import WaitCard
from borgerplan_desktop.gui.waiting.waiting_part import WaitingPart
from borgerplan_desktop.model.application import Application, ApplicationKind, NudgeStep, OfferAnswer, Outcome
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.contact_note import ContactNote
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.wait import wait_of
from tests.journeys.hands import Hands


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> WaitingPart:
    part = WaitingPart(desk)
    qtbot.addWidget(part)
    part.resize(860, 560)
    part.show()
    return part


def applied(desk: Desk, **facts: object) -> Application:
    home = write_application(desk.opened, ApplicationKind.HOUSING_LIST, "en lejlighed ved havnen", "Boligforeningen",
                             sent_on=desk.opened.today() - timedelta(3))
    ask_there(desk.opened, home, add_new_professional(desk.opened, "Birgit Krogh", "rådgiver", "Boligforeningen",
                                                      phone="12345678", email="birgit@example.org"))
    return home


def card_of(part: WaitingPart, row: Application) -> WaitCard:
    card = part.waits.widget(row) or part.answered.widget(row)
    assert card is not None
    return card


def test_empty_it_says_what_to_do(part: WaitingPart) -> None:
    assert Hands(part).sees("Vi venter ikke på noget")
    assert Hands(part).sees("Hvad er der søgt om for Jonas")
    assert not part.print_button.isVisible()


def test_an_application_is_written_and_sent(qtbot: QtBot, part: WaitingPart, desk: Desk) -> None:
    action = part._kinds.actions()[0]
    assert action.text() == "En boligliste"
    action.trigger()
    home = desk.case.the(Application)
    card = card_of(part, home)
    assert card.fields is not None
    assert card.fields.first().hasFocus()                # one can type what at once
    qtbot.keyClicks(card.fields.first(), "en lejlighed")
    desk.settle.emit()
    hands = Hands(card)
    assert hands.sees("Ikke sendt endnu")
    assert not card.climb.isVisible()
    hands.click("Sendt i dag")
    assert home.sent_on == desk.opened.today()
    assert home.nudge_on == desk.opened.today() + timedelta(7)
    assert card.climb.isVisible()
    assert hands.sees("Hvad sker der imens?")
    assert Hands(part).sees("Der er 1 ventetid, hvor ingen har sagt, hvad der sker imens.")


def test_a_wait_says_who_since_when_the_next_nudge_and_the_meanwhile(part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    card = card_of(part, home)
    hands = Hands(card)
    assert hands.sees("en lejlighed ved havnen")
    assert hands.sees("En boligliste · Birgit Krogh, Boligforeningen · siden 24. oktober (3 dage) · Eva spørger igen")
    assert hands.sees("Spørg igen")
    hands.click("Hvad sker der imens?")                  # opens at the field
    assert card.fields is not None
    assert card.fields.meanwhile.hasFocus()
    card.fields.meanwhile.insertPlainText("øver madlavning")
    desk.settle.emit()
    assert hands.sees("Imens: øver madlavning")
    assert not card.ask_meanwhile.isVisible()
    with desk.opened.action("x"):
        home.nudge_on = None
    assert hands.sees("Ingen dag for at spørge igen")


def test_it_is_due_and_climbs(qtbot: QtBot, part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    with desk.opened.action("x"):
        home.nudge_on = desk.opened.today()
    card = card_of(part, home)
    assert Hands(card).sees("Nu: skriv")
    assert "næste skridt" in card.climb.buttons[NudgeStep.MAIL].accessibleName()
    draft = card.climb.write()
    assert isinstance(draft, MailDraft)
    assert "Birgit Krogh" in draft.said.text()           # why the mail tells so little
    draft.copy_button.click()
    draft.copy_button.click()
    assert [nudge.step for nudge in home.nudges] == [NudgeStep.MAIL]     # one mail
    draft.accept()
    dialog = card.climb.call()
    assert isinstance(dialog, CallDialog)
    hands = Hands(dialog)
    assert hands.sees("12 34 56 78")
    member = wait_of(home).member
    assert member is not None
    desk.do(give_consent, Asked("finde en bolig", [member], [Topic.PLAN], GivenHow.SIGNED, told_before=True,
                                not_to_share="Det om Sara"))
    assert "Det om Sara" in dialog.not_to_share.text()   # also what is said while one talks
    dialog.note.insertPlainText("Hun ser på det.")
    hands.click("Vi talte sammen")
    assert desk.case.the(ContactNote).words == "Hun ser på det."
    assert home.nudge_on == desk.opened.today() + timedelta(7)
    assert "næste skridt" in card.climb.buttons[NudgeStep.MEETING].accessibleName()


def test_without_a_meeting_it_says_so_beside_the_button(qtbot: QtBot, part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    card = card_of(part, home)
    button = card.climb.buttons[NudgeStep.MEETING]
    button.setFocus()
    button.click()
    assert Hands(card).sees("Der er ikke planlagt et møde")
    meeting = plan_meeting(desk.opened, starts_at=datetime(2026, 10, 29, 13))
    button.click()
    assert any("en lejlighed ved havnen" in item.title for item in meeting.agenda)
    assert not card.climb.trouble.isVisible()
    assert button.text().startswith("Kommer på mødet")
    with qtbot.waitSignal(desk.go) as went:
        button.click()                                   # it is not put there twice: the button is the way to it
    assert went.args == ["meetings", meeting.id]
    assert sum("en lejlighed ved havnen" in item.title for item in meeting.agenda) == 1
    desk.opened.undo()
    assert button.text() == "Tag det op på næste møde"
    desk.opened.redo()
    draft = card.climb.ask_leader()
    assert draft is not None
    assert "en lejlighed ved havnen" in draft.mail.body
    assert "Jonas" not in draft.mail.body
    assert NudgeStep.LEADER not in {nudge.step for nudge in home.nudges}
    draft.copy_button.click()
    assert "Lederen er spurgt" in card.climb.buttons[NudgeStep.LEADER].text()
    assert {nudge.step for nudge in home.nudges} == {NudgeStep.MEETING, NudgeStep.LEADER}


def test_the_answer_moves_it_and_undo_brings_it_back(part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    card = card_of(part, home)
    card.open()
    Hands(card).choose("Svaret", "Nej")
    assert home.outcome is Outcome.NO
    assert part.waits.widget(home) is None
    assert Hands(part).sees("Har fået svar")
    assert Hands(card_of(part, home)).sees("Nej · 27. oktober")
    desk.opened.undo()
    assert part.waits.widget(home) is not None


def test_homes_are_offered_and_answered(part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    card = card_of(part, home)
    card.open()
    hands = Hands(card)
    hands.click("Tilføj et boligtilbud")
    offer, = home.offers
    hands.type("Boligen, der er tilbudt", "Skovvej 3")
    hands.type("Hvad koster et nej?", "pladsen på listen")
    hands.choose("Svar på boligen", "Sagde nej")
    desk.settle.emit()
    assert (offer.dwelling, offer.cost_of_no, offer.answer) == ("Skovvej 3", "pladsen på listen", OfferAnswer.DECLINED)
    assert not hands.sees("Ankestyrelsen")               # a list is not a decision of the municipality


def test_other_waits_are_in_the_list(qtbot: QtBot, part: WaitingPart, desk: Desk) -> None:
    asked = ask_office(desk.opened, "Hjemløseenheden")
    wait_for(desk.opened, None, "svar fra Ole")
    assert len(part.waits.widgets()) == 2
    part.show_row(asked.id)
    with qtbot.waitSignal(desk.go) as went:
        Hands(part).click("Skriv svaret")
    assert went.args == ["responsibility", asked.id]
    course = current_course(desk.case)
    part.show_row(course.id)
    Hands(part).click("Det er kommet")
    assert (course.waiting_for, len(part.waits.widgets())) == ("", 1)


def test_an_offer_is_found_in_its_wait(part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    offer = write_offer(desk.opened, home, "Skovvej 3")
    part.show_row(offer.id)
    assert card_of(part, home).is_open


def test_by_keyboard(qtbot: QtBot, part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    part.show_row(home.id)
    card = card_of(part, home)
    assert card.toggle.hasFocus()
    assert card.is_open
    assert card.fields is not None
    card.fields.first().setFocus()
    qtbot.keyClick(card.fields.first(), Qt.Key.Key_Escape)
    assert not card.is_open
    assert card.toggle.hasFocus()


def test_removing_it_is_one_undo(part: WaitingPart, desk: Desk) -> None:
    home = applied(desk)
    card_of(part, home).gone.click()
    assert desk.case.all(Application) == []
    assert Hands(part).sees("Vi venter ikke på noget")
    desk.opened.undo()
    assert len(part.waits.widgets()) == 1


def test_long_words_stay_in_the_card(qtbot: QtBot, part: WaitingPart, desk: Desk) -> None:
    home = write_application(desk.opened, ApplicationKind.OTHER, "Wohnungsberechtigungsscheinantragsformular" * 8,
                             sent_on=desk.opened.today())
    qtbot.wait(1)
    card = card_of(part, home)
    assert card.width() <= part.width()
    assert all(each.width() <= part.width() for each in card.findChildren(QLabel))


def test_of_very_many_the_first_are_shown_and_the_rest_on_demand(part: WaitingPart, desk: Desk) -> None:
    with desk.opened.action("x"):
        rows = [desk.case.add(Application(what=f"Nr. {n}", sent_on=desk.opened.today() - timedelta(90 - n)))
                for n in range(60)]
    assert len(part.waits.widgets()) == 25
    Hands(part).click("Vis 25 mere")
    assert len(part.waits.widgets()) == 50
    part.show_row(rows[-1].id)
    assert card_of(part, rows[-1]).is_open
    assert not part.more_button.isVisible()


def test_a_wait_that_is_no_application_is_begun_here(part: WaitingPart, desk: Desk) -> None:
    hands, course = Hands(part), current_course(desk.case)
    assert part.free_action.isVisible()
    part.free_action.trigger()
    assert part.free.what.hasFocus()
    hands.click("Vent på det")
    assert hands.sees("Skriv, hvad vi venter på.")
    hands.type("Hvad vi venter på", "svar fra banken")
    hands.click("Vent på det")
    assert course.waiting_for == "svar fra banken"
    assert not part.free.isVisible()
    card = part.waits.widget(course)
    assert card is not None
    assert card.is_open
    assert not part.free_action.isVisible()           # a course waits for one such thing at a time
    desk.opened.undo()
    assert course.waiting_for == ""


def test_the_goal_an_application_belongs_to_is_chosen(part: WaitingPart, desk: Desk) -> None:
    home, goal = applied(desk), add_goal(desk.opened, "Et sted at bo")
    card = card_of(part, home)
    card.open()
    hands = Hands(card)
    hands.choose("Målet, det hører til", "Et sted at bo")
    assert home.goal_id == goal.id
    write(desk.opened, goal, Goal.title, "Min egen dør", "x")
    assert card.fields.goal.currentText() == "Min egen dør"  # type: ignore[union-attr]
    hands.choose("Målet, det hører til", "Ikke knyttet til et mål")
    assert home.goal_id is None
