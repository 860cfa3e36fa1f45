"""Udflytning: how the stay ends, the lists, the support at home, and closing, as a person does it."""
from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.leaving.after_care import begin_after_care
from borgerplan_desktop.casework.leaving.checklist import tick
from borgerplan_desktop.casework.leaving.closing import CLOSING, close_course
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.waiting.applications import write_application
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.leaving.leaving_part import LeavingPart
from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
from borgerplan_desktop.gui.shell.case_header import header_facts
from borgerplan_desktop.i18n import day
from borgerplan_desktop.model.application import ApplicationKind, Outcome
from borgerplan_desktop.model.attention import watched
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.contact_note import ContactChannel, MissedAppointment
from borgerplan_desktop.model.course import CourseOutcome, LeavesTo, LeftHow, Stay, current_course
from borgerplan_desktop.model.leaving import LeavingItem, WishAnswer, stay_of_course, tick_of, wish_of
from borgerplan_desktop.model.meeting import MeetingStatus
from borgerplan_desktop.model.told import Told
from tests.archive import Clock
from tests.gui.leaving.conftest import HandsOn
from tests.journeys.hands import Hands


def stay_of(desk: Desk) -> Stay:
    stay = stay_of_course(desk.case)
    assert stay is not None
    return stay


def test_how_it_ends_and_how_one_complains(hands_on: HandsOn, desk: Desk) -> None:
    hands, stay = hands_on(LeavingPart(desk)), stay_of(desk)
    assert not hands.sees("Sådan klager man")
    hands.choose("Hvordan", "Udskrevet af kommunen")
    assert hands.sees("fire uger")
    hands.type("Hvornår fik borgeren at vide", "i dag")
    hands.press(Qt.Key.Key_Tab)
    assert (stay.left_how, stay.complaint_told_on) == (LeftHow.DISCHARGED, desk.opened.today())
    hands.choose("Hvordan", "Bedt om at gå")
    assert hands.sees("hvor borgeren kan sove i nat")
    assert hands.sees("Giv grunden på skrift.")
    assert not hands.sees("på plads")                    # the municipality's list is not for this
    hands.type("Flyttede ud", "24. december 2026")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Den dag er ikke kommet endnu")
    assert stay.left_on is None


def test_after_a_death_nothing_is_asked(qtbot: QtBot, hands_on: HandsOn, desk: Desk) -> None:
    hands = hands_on(LeavingPart(desk))
    assert hands.sees("Før kommunen kan udskrive")
    write(desk.opened, stay_of(desk), Stay.left_how, LeftHow.DIED, "Død")
    qtbot.wait(1)
    for words in ("Før kommunen kan udskrive", "Min egen liste", "Hvem giver støtten", "Planen for tiden efter"):
        assert not hands.sees(words), words
    assert hands.sees("Afslut forløbet")


def test_the_lists_are_ticked_with_day_and_note_and_undone(hands_on: HandsOn, desk: Desk) -> None:
    hands, stay = hands_on(LeavingPart(desk)), stay_of(desk)
    hands.choose("Hvor går vejen hen?", "Botilbud")
    assert stay.leaves_to is LeavesTo.SERVICE
    assert hands.sees("5. Borgeren kan flytte ind")
    assert not hands.sees("Lejeaftalen er indgået")
    hands.click("Borgeren kan flytte ind")
    row = tick_of(desk.case, stay, LeavingItem.CAN_MOVE_IN)
    assert row is not None
    hands.type("Notat: Borgeren kan flytte ind", "Fra den 1. december")
    hands.press(Qt.Key.Key_Tab)
    assert row.note == "Fra den 1. december"
    assert hands.sees("handleplanen og en bolig eller et botilbud")
    hands.click("Borgeren kan flytte ind")
    assert row.ticked_on is None
    desk.opened.undo()
    assert row.ticked_on == desk.opened.today()
    for item in (LeavingItem.ACTION_PLAN, LeavingItem.DWELLING):
        tick(desk.opened, stay, item)
    assert hands.sees("Alt på listen er på plads")


def test_what_was_missed_stands_first_and_leads_to_the_contacts(qtbot: QtBot, hands_on: HandsOn, desk: Desk) -> None:
    part = LeavingPart(desk)
    hands = hands_on(part)
    assert not hands.sees("Først: Få kontakt igen")
    with desk.opened.action("Kom ikke"):
        missed = desk.case.add(MissedAppointment(on=desk.opened.today(), what="Samtale hos Birgit"))
    assert hands.sees("Samtale hos Birgit")
    asked = part.closing.close_course()
    assert Hands(asked).sees("er ikke fulgt op endnu: Samtale hos Birgit")
    asked.reject()
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Gå til kontakter")
    assert went.args == ["overview", f"contacts:{missed.id}"]


def test_what_is_waited_for_is_in_sight_and_asked_about_at_closing(qtbot: QtBot, hands_on: HandsOn, desk: Desk) -> None:
    part = LeavingPart(desk)
    hands = hands_on(part)
    assert not hands.sees("Det venter vi stadig på")
    flat = write_application(desk.opened, ApplicationKind.HOUSING_LIST, "en lejlighed", sent_on=desk.opened.today())
    money = write_application(desk.opened, ApplicationKind.SINGLE_BENEFIT, "en seng", sent_on=desk.opened.today())
    assert hands.sees("en lejlighed · ")
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Gå til ansøgningerne")
    assert went.args is not None
    assert str(went.args[1]).startswith("waiting:")
    asked = part.closing.close_course()
    next(check for wait, check in asked.waits if wait.row is flat).setChecked(True)
    Hands(asked).click("Afslut forløbet")
    assert (flat.outcome, money.outcome) == (Outcome.DROPPED, Outcome.WAITING)
    assert [each.row_id for each in watched(desk.case, desk.opened.today())] == [f"waiting:{money.id}"]
    desk.opened.undo()
    assert flat.outcome is Outcome.WAITING


def test_the_wish_for_support(qtbot: QtBot, hands_on: HandsOn, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler")
    hands = hands_on(LeavingPart(desk))
    hands.click("Skriv svaret")
    wish = wish_of(desk.case)
    assert wish is not None
    hands.type("Ønsket med ord", "Jeg vil gerne have Mette.")
    hands.choose("Hvem i kommunen får det", "Birgit Holm")
    assert wish.to is birgit
    assert wish.wish == "Jeg vil gerne have Mette."
    assert hands.sees("Ingen har spurgt om Birgit Holm endnu")
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Spørg om samtykke")
    assert went.args == ["ask_consent", birgit.id]
    hands.type("Givet videre den", "i dag")
    hands.press(Qt.Key.Key_Tab)
    assert wish.passed_on is None
    give_consent(desk.opened, Asked("Bolig", [birgit], [Topic.HOUSING, Topic.PLAN], GivenHow.ORALLY, told_before=True))
    hands.type("Givet videre den", "i dag")
    hands.press(Qt.Key.Key_Tab)
    assert wish.passed_on == desk.opened.today()
    hands.choose("Svaret", "Nej")
    hands.type("Grunden til svaret", "Mette har ikke tid.")
    hands.press(Qt.Key.Key_Tab)
    assert (wish.answer, wish.answered_on, wish.reason) == (WishAnswer.NO, desk.opened.today(), "Mette har ikke tid.")
    hands.click("Er spurgt og har intet ønske")
    assert wish.no_wish
    assert not hands.sees("Ønsket med ord")


def test_everybody_is_told(qtbot: QtBot, hands_on: HandsOn, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", email="birgit@example.dk")
    add_private_person(desk.opened, "Ole Kragh")
    part = LeavingPart(desk)
    hands = hands_on(part)
    assert hands.sees("Har ikke fået besked endnu: Birgit.")
    assert hands.sees("Jonas bestemmer, hvem der fortæller det")
    give_consent(desk.opened, Asked("Bolig", [birgit], [Topic.PLAN], GivenHow.ORALLY, told_before=True,
                                    not_to_share="Det om Sara."))
    qtbot.waitUntil(lambda: hands.sees("Har fået besked"))
    assert hands.sees("Det må ikke deles: »Det om Sara«")
    row = part.closing.told.widget(birgit)
    assert row is not None
    draft = row.write_mail()
    assert draft is not None
    draft.copy_button.click()
    draft.reject()
    (told,) = desk.case.all(Told)
    assert (told.member, told.how) == (birgit, ContactChannel.EMAIL)
    qtbot.waitUntil(lambda: hands.sees("Alle har fået besked"))
    hands.click("Birgit Holm har ikke fået besked alligevel")
    qtbot.waitUntil(lambda: hands.sees("Birgit Holm har fået besked"))
    hands.click("Birgit Holm har fået besked")
    qtbot.waitUntil(lambda: hands.sees("Fik besked 27. oktober"))


def test_closing_asks_about_meetings_and_reopening_keeps_it_all(qtbot: QtBot, hands_on: HandsOn, desk: Desk) -> None:
    course = current_course(desk.case)
    meeting = plan_meeting(desk.opened, starts_at=datetime.combine(desk.opened.today() + timedelta(days=9),
                                                                   datetime.min.time()))
    part = LeavingPart(desk)
    hands = hands_on(part)
    hands.choose("Det førte forløbet til", "Egen bolig")
    hands.type("Planen for tiden efter", "Eva ringer hver fredag")
    dialog = part.closing.close_course()
    qtbot.waitUntil(dialog.isVisible)
    hands.click("Aflys: ", within=dialog)
    hands.click("Afslut forløbet", within=dialog)
    assert course.closed_on == desk.opened.today()
    assert (course.outcome, course.plan_for_after) == (CourseOutcome.OWN_HOME, "Eva ringer hver fredag")
    assert meeting.status is MeetingStatus.CALLED_OFF
    qtbot.waitUntil(lambda: hands.sees("Forløbet sluttede 27. oktober"))
    assert not part.has_main_button()
    hands.click("Åbn forløbet igen")
    assert course.closed_on is None
    assert course.plan_for_after == "Eva ringer hver fredag"


def test_the_day_it_ended_is_asked_and_can_be_put_right(qtbot: QtBot, hands_on: HandsOn, desk: Desk,
                                                        clock: Clock) -> None:
    course, today = current_course(desk.case), desk.opened.today()
    clock.now += timedelta(days=3)
    part = LeavingPart(desk)
    hands = hands_on(part)
    assert not part.closing.last.isVisible()
    dialog = part.closing.close_course()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.last.date() == desk.opened.today()
    dialog.last.field.setText("engang")
    hands.click("Afslut forløbet", within=dialog)
    assert dialog.isVisible()
    hands.type("Forløbets sidste dag", day(today + timedelta(days=30)), within=dialog)
    hands.click("Afslut forløbet", within=dialog)
    assert hands.sees("Den dag er ikke kommet endnu", within=dialog)
    hands.type("Forløbets sidste dag", day(today), within=dialog)
    hands.click("Afslut forløbet", within=dialog)
    assert course.closed_on == today
    qtbot.waitUntil(part.closing.last.isVisible)
    hands.type("Forløbets sidste dag", day(today - timedelta(days=300)))
    part.closing.last.field.editingFinished.emit()
    assert hands.sees("Det er før første henvendelse")
    hands.type("Forløbets sidste dag", day(today + timedelta(days=1)))
    part.closing.last.field.editingFinished.emit()
    assert course.closed_on == today + timedelta(days=1)


def test_what_is_typed_when_the_screen_locks_is_stored_and_nothing_is_asked(hands_on: HandsOn, desk: Desk) -> None:
    """It used to come back as a choice between two texts."""
    part = LeavingPart(desk)
    hands = hands_on(part)
    hands.type("Planen for tiden efter", "Eva ringer hver fredag")
    part.closing.close_course()
    desk.close()
    assert current_course(desk.case).plan_for_after == "Eva ringer hver fredag"
    assert drafts.waiting(desk.opened) == []


def test_the_way_from_anywhere(hands_on: HandsOn, desk: Desk) -> None:
    row = tick(desk.opened, stay_of(desk), LeavingItem.KEY)
    assert row is not None
    tab = OverviewTab(desk)
    hands_on(tab)
    tab.show_row(f"leaving:{CLOSING}")
    part = tab.whole_course().part
    assert isinstance(part, LeavingPart)
    assert part.focusWidget() is part.closing.outcome
    tab.show_row(row.id)
    assert part.own is not None
    assert part.focusWidget() is part.own.rows[0].check


def test_a_closed_course_says_so_calmly(hands_on: HandsOn, desk: Desk) -> None:
    add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler")
    close_course(desk.opened, ends_coordination=True)
    facts = header_facts(desk.case, desk.opened.now(), "overview", False)
    assert [(chip.text, chip.kind) for chip in facts.chips] == [("Afsluttet 27. oktober", "soft")]
    assert facts.next is None
    begin_after_care(desk.opened)
    facts = header_facts(desk.case, desk.opened.now(), "plan", False)
    assert [chip.text for chip in facts.chips] == ["Afsluttet 27. oktober", "Efterværn: ring 3. nov."]
    assert facts.next is not None
    assert facts.next.key == "step:overview:after_care"
    tab = OverviewTab(desk)
    hands = hands_on(tab)
    assert hands.sees("Forløbet sluttede 27. oktober")
    assert hands.sees("Forløbet er slut")
