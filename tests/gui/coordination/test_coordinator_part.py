"""The coordinator's part, used as a person would: grounds, choosing, the week, telling the partners, the end."""
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.coordination.agreement_changes import change_by_partner
from borgerplan_desktop.casework.course.coordination import end_coordination
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, say_no
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.gui.coordination.coordinator_part import CoordinatorPart
from borgerplan_desktop.gui.coordination.end_coordination import EndCoordination
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
from borgerplan_desktop.gui.printing.mail_draft import MailDraft
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import AgreedHow, CoordinatorAssignment, coordinator, ended_coordination
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.model.told import Told
from tests.journeys.hands import Hands


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> CoordinatorPart:
    part = CoordinatorPart(desk)
    qtbot.addWidget(part)
    part.resize(880, 700)
    part.show()
    return part


def asked(member: object) -> Asked:
    return Asked("at finde en bolig", [member], [Topic.PLAN], GivenHow.SIGNED, told_before=True)  # type: ignore[list-item]


def test_the_three_grounds_are_asked(part: CoordinatorPart, desk: Desk) -> None:
    hands, how = Hands(part), desk.case.the(Cooperation)
    hands.choose("En sygdom kræver", "Nej")
    assert not hands.sees("Jonas tilbydes en tovholder.")
    hands.choose("Flere steder skal hjælpe", "Ja")
    assert hands.sees("Jonas tilbydes en tovholder.")
    assert how.offered_coordinator is Answer.YES
    hands.choose("Flere steder skal hjælpe", "Nej")
    hands.choose("Situationen er sammensat", "Nej")
    assert hands.sees("Ingen af grundene passer længere.")           # and there is one
    hands.choose("Er der allerede en", "Ja")
    hands.type("Hvem er det?", "Lone, jobcenteret")
    desk.settle.emit()
    assert how.other_coordinator_who == "Lone, jobcenteret"


def test_a_temporary_one_has_a_week_and_a_distribution_meeting(part: CoordinatorPart, desk: Desk) -> None:
    hands, gone = Hands(part), []
    desk.go.connect(lambda *where: gone.append(where))
    assert hands.sees("Aftal en fast tovholder senest 3. november (om 7 dage), direkte eller på et fordelingsmøde.")
    hands.click("Planlæg et fordelingsmøde")
    meeting = desk.case.all(Meeting)[0]
    assert (meeting.kind, gone) == (MeetingKind.DISTRIBUTION, [("meetings", meeting.id)])
    hands.click("Til fordelingsmødet")
    assert len(desk.case.all(Meeting)) == 1
    hands.click("Gør til fast tovholder")
    hands.choose("Sådan blev det aftalt", "Aftalt på et fordelingsmøde")
    hands.click("Har sagt ja")
    hands.click("Giv videre")
    present = coordinator(desk.case)
    assert present is not None
    assert not present.temporary
    assert present.agreed_how is AgreedHow.DISTRIBUTION
    assert not part.holder.clock_label.isVisible()
    assert hands.sees("Fast")
    assert hands.sees("midlertidig")                     # the history


def test_handing_over_shows_the_shelters_list_first_and_keeps_the_reason(part: CoordinatorPart, desk: Desk) -> None:
    register = desk.opened.shelter
    assert register is not None
    with register.action("List"):
        next(s for s in register.case.all(StaffMember) if s.name == "Mads Ravn").may_coordinate = True
    hands = Hands(part)
    hands.click("Giv videre …")
    dialog = part.findChild(HandOverCoordination)
    assert dialog is not None
    assert [dialog.who.itemText(n) for n in range(dialog.who.count())][1].startswith("Mads Ravn")
    hands.click("Giv videre")
    assert hands.sees("Vælg, hvem det er.")
    hands.choose("Hvem", "Mads Ravn")
    hands.type("Derfor går opgaven videre", "Eva holder ferie")
    hands.click("Giv videre")
    present = coordinator(desk.case)
    assert present is not None
    assert present.member is not None
    assert present.member.contact.name == "Mads Ravn"
    assert hands.sees("Eva Lind: 27. oktober til 27. oktober · midlertidig · Eva holder ferie")
    desk.opened.undo()
    assert not part.history.isVisible()


def test_partners_are_told_by_consent(part: CoordinatorPart, desk: Desk, qtbot: QtBot) -> None:
    hands, gone = Hands(part), []
    desk.go.connect(lambda *where: gone.append(where))
    assert hands.sees("Ingen samarbejdspartnere uden for herberget endnu.")
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", email="birgit@example.dk")
    assert hands.sees("Samtykke mangler")
    assert not part.told.lines.widgets()[0].mail_button.isVisible()
    hands.click("Spørg om samtykke: Birgit Holm")
    assert gone == [("ask_consent", birgit.id)]
    give_consent(desk.opened, replace(asked(birgit), not_to_share="Kun mål 3"))
    assert hands.sees("1 samarbejdspartner har ikke fået besked.")
    assert hands.sees("Det må ikke deles: »Kun mål 3«")      # beside what tells them
    hands.click("Vis papiret: Birgit Holm")
    window = part.findChild(PaperWindow)
    assert window is not None
    assert "»Kun mål 3«" in window.not_to_share.text()
    assert window.not_to_share.isVisible()
    window.reject()
    hands.click("Skriv en mail: Birgit Holm")
    draft = part.findChild(MailDraft)
    assert draft is not None
    assert "Jonas" not in draft.subject_field.text()
    assert not desk.case.all(Told)                       # to read is not to send
    hands.click("Kopier teksten")
    hands.click("Luk")
    assert desk.case.all(Told)[0].how is ContactChannel.EMAIL
    assert hands.sees("Fik besked 27. oktober · Mail") or hands.sees("Fik besked 27. oktober · E-mail")
    assert hands.sees("Alle, der må få det at vide, har fået besked.")
    hands.click("Tag beskeden tilbage")
    assert not desk.case.all(Told)
    part.told.lines.widgets()[0]._menu.actions()[1].trigger()
    assert desk.case.all(Told)[0].how is ContactChannel.PHONE
    desk.opened.undo()
    assert hands.sees("Ikke fået besked")
    say_no(desk.opened, asked(birgit))
    assert hands.sees("Jonas sagde nej, og det holder vi os til.")
    assert not part.told.lines.widgets()[0].ask_button.isVisible()


def test_the_end_asks_for_the_plan_for_what_follows(part: CoordinatorPart, desk: Desk) -> None:
    hands = Hands(part)
    with desk.opened.action("Grounds"):
        desk.case.the(Cooperation).complex_actors = Answer.YES
    hands.click("Afslut koordineringen …")
    assert part.findChild(EndCoordination) is not None
    assert hands.sees("En af grundene passer stadig.")
    hands.type("Derfor slutter det", "Bor i egen bolig")
    hands.type("Planen for tiden efter", "Ringer selv til Eva")
    hands.click("Afslut koordineringen")
    ended = ended_coordination(desk.case)
    assert ended is not None
    assert ended.plan_for_after == "Ringer selv til Eva"
    assert hands.sees("Koordineringen sluttede 27. oktober.")
    assert part.told._title is not None
    assert part.told._title.text() == "Hvem ved, at koordineringen er slut"
    assert not part.has_main_button()
    hands.type("Planen for tiden efter", "Ringer selv til Eva hver måned")
    desk.settle.emit()
    assert ended.plan_for_after == "Ringer selv til Eva hver måned"


def test_nobody_yet_is_the_next_thing_to_do(part: CoordinatorPart, desk: Desk) -> None:
    end_coordination(desk.opened)
    hands = Hands(part)
    assert hands.sees("Ingen er tovholder endnu.")
    assert part.has_main_button()
    assert not part.told.isVisible()
    part.activateWindow()
    part.show_row("holder")
    assert QApplication.focusWidget() is part.holder.choose_button
    with desk.opened.action("None"):
        for each in desk.case.all(CoordinatorAssignment):
            desk.case.remove(each)
        how = desk.case.the(Cooperation)
        how.complex_actors = how.complex_situation = how.complex_illness = Answer.NO
    assert hands.sees("Der er ikke brug for en tovholder nu.")


def test_what_partners_have_changed_stands_there(part: CoordinatorPart, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm")
    agreement = add_agreement(desk.opened, "Søger om bostøtte", birgit)
    change_by_partner(desk.opened, agreement, birgit, desk.opened.today(), "Kontoret er flyttet", "Søger om mentor")
    assert Hands(part).sees("Søger om mentor. Birgit Holm ændrede det 27. oktober. Før: »Søger om bostøtte«.")


def test_somebody_who_is_not_on_the_map_can_be_added_and_chosen(part: CoordinatorPart, desk: Desk) -> None:
    dialog = HandOverCoordination(desk, None, part)
    dialog.open()
    adding = dialog.ask_who()
    birgit = add_new_professional(desk.opened, "Birgit Ny", "sagsbehandler")
    adding.added.emit(birgit.id)
    adding.reject()
    assert dialog.who.currentText().startswith("Birgit Ny")
    dialog.act.click()
    held = coordinator(desk.case)
    assert held is not None
    assert held.member is birgit
