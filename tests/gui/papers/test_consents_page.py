"""A person's consents: every answer in sight, narrowed and withdrawn in one press, a law never called a consent."""
from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, OtherLaw, give_consent, record_basis, say_no
from borgerplan_desktop.casework.papers.signed_consent import sign_consent
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.consent import GivenHow, Topic, may_share
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.signature import Signature
from tests.journeys.hands import Hands

BEFORE = date(2026, 10, 20)


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, birgit: NetworkMember, ole: NetworkMember) -> PapersTab:
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1260, 900)
    tab.show()
    return tab


@pytest.fixture
def birgit(desk: Desk) -> NetworkMember:
    return add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")


@pytest.fixture
def ole(desk: Desk) -> NetworkMember:
    return add_new_professional(desk.opened, "Ole Kragh", "behandler", "Rusmiddelcenter")


def asked(*members: NetworkMember, **more: object) -> Asked:
    facts: dict = {"purpose": "finde en bolig", "topics": [Topic.HOUSING, Topic.HEALTH], "told_before": True,
                   "given_how": GivenHow.SIGNED, "given_on": BEFORE} | more
    return Asked(persons=members, **facts)


def shared(desk: Desk, member: NetworkMember) -> list[Topic]:
    return [topic for topic in Topic if may_share(desk.case, member, topic, desk.opened.today()).allowed]


def test_of_very_many_answers_the_newest_are_shown(desk: Desk, tab: PapersTab, birgit: NetworkMember,
                                                   ole: NetworkMember) -> None:
    for n in range(30):
        give_consent(desk.opened, asked(birgit, purpose=f"formål {n}."))
    tab.show_row(birgit.id)
    history = tab.consents.history
    assert sum("formål" in line for line in history.words()) == 25
    assert any("formål 29." in line for line in history.words())
    Hands(tab).click("Vis 5 mere")
    assert any("formål 0." in line for line in history.words())
    tab.show_row(ole.id)
    tab.show_row(birgit.id)
    assert sum("formål" in line for line in history.words()) == 25


def test_one_topic_is_taken_out_in_one_press_and_undone(desk: Desk, tab: PapersTab, birgit: NetworkMember) -> None:
    give_consent(desk.opened, asked(birgit))
    tab.show_row(birgit.id)
    back = tab.consents.take_back
    assert [each.text() for each in back.menu.actions()] == ["Bolig", "Helbred"]
    back.menu.actions()[1].trigger()
    assert shared(desk, birgit) == [Topic.HOUSING]
    assert "Fra 27. oktober: ikke mere om helbred" in tab.consents.history.words()
    assert "Ja: bolig og helbred" in tab.consents.history.words()        # what was given stands as it was
    assert back.narrow_button.isHidden()                 # the last one is withdrawing
    desk.opened.undo()
    assert shared(desk, birgit) == [Topic.HOUSING, Topic.HEALTH]


def test_withdrawing_for_one_and_for_everybody(
        desk: Desk, tab: PapersTab, birgit: NetworkMember, ole: NetworkMember) -> None:
    give_consent(desk.opened, asked(birgit, ole))
    with desk.opened.action("share"):
        desk.case.add(Delivery(given_on=BEFORE, member_id=birgit.id, what="Referat", override_law="§ 1"))
    tab.show_row(birgit.id)
    assert tab.consents.take_back.all_button.isVisible()
    tab.withdraw_button.click()
    assert (shared(desk, birgit), len(shared(desk, ole))) == ([], 2)
    hands = Hands(tab)
    assert hands.sees("Samtykket er trukket tilbage 27. oktober. Fra nu af deler vi ikke mere med Birgit. Det, der er "
                      "delt før, står på listen.")
    assert hands.sees("Referat, 20. oktober, efter lov: § 1")
    assert tab.consents.take_back.all_button.isHidden()
    desk.opened.undo()
    tab.consents.take_back.all_button.click()
    assert shared(desk, ole) == []


def test_every_answer_is_in_sight_a_no_and_a_law_too(desk: Desk, tab: PapersTab, birgit: NetworkMember) -> None:
    say_no(desk.opened, asked(birgit, topics=[Topic.WORK]))
    give_consent(desk.opened, asked(birgit, given_how=GivenHow.ORALLY, refused=[Topic.CRIME]))
    record_basis(desk.opened, birgit, OtherLaw("§ 110, stk. 6", "Kommunen skal have besked.", [Topic.MONEY]))
    tab.show_row(birgit.id)
    words = tab.consents.history.words()
    for line in ("20. oktober · Sagde nej", "Nej: uddannelse og job", "Nej: strafbare forhold",
                 "20. oktober · Givet mundtligt, skrevet ned af Eva Lind",
                 "27. oktober · Efter lov, ikke samtykke: § 110, stk. 6", "Gælder: økonomi"):
        assert line in words, (line, words)
    assert Topic.MONEY not in shared(desk, birgit)
    assert tab.how_label.text() == "Givet mundtligt, skrevet ned af Eva Lind, 20. oktober"


def test_what_runs_out_soon_is_said_in_time(desk: Desk, tab: PapersTab, birgit: NetworkMember) -> None:
    give_consent(desk.opened, asked(birgit, expires_on=date(2026, 11, 5)))
    tab.show_row(birgit.id)
    assert tab.consents.ends_pill.text() == "Udløber 5. november"
    assert tab.consents.ends_pill.isVisible()
    give_consent(desk.opened, asked(birgit, expires_on=date(2027, 11, 5)))
    assert tab.consents.ends_pill.isHidden()


def test_the_signed_form_opens_from_the_person(desk: Desk, tab: PapersTab, birgit: NetworkMember) -> None:
    consent = sign_consent(desk.opened, asked(birgit), Signature.of([[(0, 0), (200, 200)]]))
    tab.show_row(birgit.id)
    Hands(tab).click("Vis blanketten, der blev skrevet under 20. oktober")
    window = tab.findChild(PaperWindow)
    assert window is not None
    window.close()
    assert consent.signature_digest


def test_nothing_given_has_nothing_to_take_back(tab: PapersTab, birgit: NetworkMember) -> None:
    tab.show_row(birgit.id)
    back = tab.consents.take_back
    assert tab.withdraw_button.isHidden()
    assert back.narrow_button.isHidden()
    assert tab.consents.history.isHidden()
    dialog = back.other_basis()
    assert dialog is not None
    dialog.reject()
