"""Knowledge elsewhere on screen: noted in one line, asked about, asked for, and what came of it."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.papers.knowledge import note_knowledge
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.other_basis import OtherBasis
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing.mail_draft import MailDraft
from borgerplan_desktop.model.consent import Consent, GivenHow, LegalBasis, Topic
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Draft
from tests.journeys.hands import Hands


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> PapersTab:
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1094, 600)
    tab.show()
    tab.show_row("knowledge")
    return tab


@pytest.fixture
def anders(desk: Desk) -> NetworkMember:
    return add_new_professional(desk.opened, "Anders Friis", "jobkonsulent", "Jobcenter Syd")


def covered(desk: Desk, member: NetworkMember) -> None:
    give_consent(desk.opened, Asked("hente en erklæring", [member], [Topic.HEALTH], GivenHow.SIGNED, True,
                                    fetch_from=[member]))


def test_it_is_noted_in_one_line_by_keys(qtbot: QtBot, desk: Desk, tab: PapersTab) -> None:
    page = tab.knowledge
    assert Hands(tab).sees("Intet noteret endnu. Findes der en udredning, en erklæring eller en test i forvejen?")
    assert page.card.isHidden()
    qtbot.keyClick(page.what_field, Qt.Key.Key_Return)
    assert Hands(tab).sees("Skriv, hvad der findes, fx en speciallægeerklæring fra 2024.")
    qtbot.keyClicks(page.what_field, "Speciallægeerklæring fra 2024")
    assert page.trouble.isHidden()
    qtbot.keyClick(page.what_field, Qt.Key.Key_Return)
    assert [each.what for each in desk.case.all(Knowledge)] == ["Speciallægeerklæring fra 2024"]
    assert page.what_field.text() == ""
    assert page.card.isVisible()
    desk.opened.undo()
    assert page.card.isHidden()


def test_without_consent_the_door_leads_to_the_question(
        desk: Desk, tab: PapersTab, anders: NetworkMember) -> None:
    note_knowledge(desk.opened, "Speciallægeerklæring", anders, Topic.HEALTH)
    card = tab.knowledge.card
    assert Hands(tab).sees("Samtykke mangler")
    assert card.letter_button.isHidden()
    assert card.asked_button.isHidden()
    dialog = card.ask()
    assert "Speciallægeerklæring" in dialog.purpose_field.toPlainText()
    assert "Jonas" in dialog.purpose_field.toPlainText()
    assert not any(box.isChecked() for box in dialog._fetches.values())              # every tick is the citizen's
    dialog.reject()


def test_with_consent_the_mail_is_ready_and_using_it_says_that_we_asked(
        desk: Desk, tab: PapersTab, anders: NetworkMember) -> None:
    found = note_knowledge(desk.opened, "Speciallægeerklæring", anders, Topic.HEALTH)
    covered(desk, anders)
    card = tab.knowledge.card
    assert Hands(tab).sees("Vi må spørge")
    draft = card.write_mail()
    assert isinstance(draft, MailDraft)
    draft.copy_button.click()
    draft.close()
    assert found.state is KnowledgeState.ASKED
    assert "Spurgt 27. oktober" in tab.knowledge.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    card.came_button.click()
    assert found.state is KnowledgeState.RECEIVED
    assert card.again_button.isVisible()
    assert card.right_label.isHidden()


def test_the_letter_opens_as_it_will_be(qtbot: QtBot, desk: Desk, tab: PapersTab, anders: NetworkMember) -> None:
    note_knowledge(desk.opened, "Speciallægeerklæring", anders, Topic.HEALTH)
    covered(desk, anders)
    window = tab.knowledge.card.see_letter()
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.paper.pdf), timeout=15000)
    window.close()


def test_a_law_is_recorded_as_a_law(desk: Desk, tab: PapersTab, anders: NetworkMember) -> None:
    note_knowledge(desk.opened, "Speciallægeerklæring", anders, Topic.HEALTH)
    dialog = tab.knowledge.card.ask_law()
    assert isinstance(dialog, OtherBasis)
    dialog.record_button.click()
    assert dialog.law_trouble.isVisible()
    dialog.law_field.setText("§ 11 c i lov om retssikkerhed")
    dialog.reason_field.setPlainText("Der er fare for helbredet.")
    dialog.record_button.click()
    assert [each.basis for each in desk.case.all(Consent)] == [LegalBasis.STATUTE]
    assert Hands(tab).sees("Intet samtykke. En lov tillader det: § 11 c i lov om retssikkerhed.")


def test_what_is_half_typed_is_kept_when_the_case_is_left(qtbot: QtBot, desk: Desk, tab: PapersTab) -> None:
    qtbot.keyClicks(tab.knowledge.what_field, "En halv sætning")
    desk.close()
    assert [each.text for each in desk.case.all(Draft)] == ["En halv sætning"]


def test_a_row_of_it_is_found_from_elsewhere(desk: Desk, tab: PapersTab) -> None:
    note_knowledge(desk.opened, "Den ene")
    other = note_knowledge(desk.opened, "Den anden")
    tab.show_row("made")
    tab.show_row(other.id)
    assert tab.pages.currentWidget() is tab.knowledge
    assert tab.knowledge.card.what_field.text() == "Den anden"
    assert tab.standing()[0] == 3
