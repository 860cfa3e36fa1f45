"""Knowledge that lies elsewhere: asked for with the right to, and then nobody is examined twice."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import (
    Asked,
    OtherLaw,
    give_consent,
    narrow,
    record_basis,
    withdraw_from,
)
from borgerplan_desktop.casework.papers.knowledge import (
    asked_for,
    it_came,
    it_is_not_there,
    look_again,
    note_knowledge,
    remove_knowledge,
    request_mail,
    set_asked_on,
    set_received_on,
)
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of, paper_of_file
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import write_case
from borgerplan_desktop.model.consent import ConsentState, GivenHow, Topic, may_share, state_of
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState, may_ask, open_requests
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery

TODAY = date(2026, 10, 27)


@pytest.fixture
def anders(opened: OpenCase) -> NetworkMember:
    return add_new_professional(opened, "Anders Friis", "jobkonsulent", "Jobcenter Syd")


@pytest.fixture
def statement(opened: OpenCase, anders: NetworkMember) -> Knowledge:
    return note_knowledge(opened, "Speciallægeerklæring fra 2024", anders, Topic.HEALTH)


def consent(member: NetworkMember, *, fetch: bool = True, **more: object) -> Asked:
    facts: dict = {"purpose": "hente en erklæring", "topics": [Topic.HEALTH, Topic.WORK], "told_before": True,
                   "given_how": GivenHow.SIGNED, "fetch_from": [member] if fetch else []} | more
    return Asked(persons=[member], **facts)


def test_without_a_word_of_what_it_is_nothing_is_noted(opened: OpenCase) -> None:
    with pytest.raises(Refused) as refusal:
        note_knowledge(opened, "  ")
    assert refusal.value.field == "what"


def test_it_takes_a_consent_to_ask_for_it(opened: OpenCase, anders: NetworkMember, statement: Knowledge) -> None:
    assert may_ask(opened.case, statement, TODAY).reason == "Ingen har spurgt om Anders Friis endnu."
    for act in (asked_for, request_mail):
        with pytest.raises(Refused):
            act(opened, statement)
    give_consent(opened, consent(anders, fetch=False))
    assert may_ask(opened.case, statement, TODAY).reason == \
        "Samtykket siger, at vi må dele med Anders Friis, men ikke at vi må hente noget."
    give_consent(opened, consent(anders))
    assert may_ask(opened.case, statement, TODAY).allowed
    asked_for(opened, statement)
    assert (statement.state, statement.asked_on) == (KnowledgeState.ASKED, TODAY)
    given = opened.case.all(Delivery)[-1]
    assert (given.member_id, given.what, given.override_law) == (anders.id, "Anmodning om oplysninger", "")


@pytest.mark.parametrize("stop", [withdraw_from, lambda opened, member: narrow(opened, member, Topic.HEALTH)])
def test_a_consent_that_was_taken_back_lets_nobody_ask(
        opened: OpenCase, anders: NetworkMember, statement: Knowledge, stop: object) -> None:
    give_consent(opened, consent(anders))
    stop(opened, anders)  # type: ignore[operator]
    assert not may_ask(opened.case, statement, TODAY).allowed
    opened.undo()
    assert may_ask(opened.case, statement, TODAY).allowed


def test_nor_does_one_that_has_run_out(opened: OpenCase, anders: NetworkMember, statement: Knowledge) -> None:
    give_consent(opened, consent(anders, expires_on=TODAY))
    assert may_ask(opened.case, statement, TODAY).allowed
    assert not may_ask(opened.case, statement, TODAY + timedelta(days=1)).allowed


def test_a_law_may_do_instead_and_is_never_a_consent(
        opened: OpenCase, anders: NetworkMember, statement: Knowledge) -> None:
    record_basis(opened, anders, OtherLaw("§ 11 c.", "Borgeren er i fare.", [Topic.HEALTH], may_fetch=True))
    assert may_ask(opened.case, statement, TODAY).reason == "Intet samtykke. En lov tillader det: § 11 c."
    assert state_of(opened.case, anders, TODAY) is ConsentState.NOT_ASKED
    assert not may_share(opened.case, anders, Topic.HEALTH, TODAY).allowed
    asked_for(opened, statement)
    given = opened.case.all(Delivery)[-1]
    assert (given.override_law, given.override_reason) == ("§ 11 c.", "Borgeren er i fare.")


@pytest.mark.parametrize(("wrong", "field"), [
    (OtherLaw("", "en grund", [Topic.HEALTH]), "law"), (OtherLaw("§ 1", " ", [Topic.HEALTH]), "reason"),
    (OtherLaw("§ 1", "en grund", []), "topics"),
    (OtherLaw("§ 1", "en grund", [Topic.HEALTH], expires_on=date(2026, 10, 1)), "expires_on")])
def test_a_law_without_its_words_is_refused(
        opened: OpenCase, anders: NetworkMember, wrong: OtherLaw, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        record_basis(opened, anders, wrong)
    assert refusal.value.field == field


def test_an_office_alone_or_no_topic_cannot_be_asked(opened: OpenCase, statement: Knowledge) -> None:
    with opened.action("change"):
        statement.topic = None
    assert "hvad det handler om" in may_ask(opened.case, statement, TODAY).reason
    with opened.action("change"):
        statement.member_id, statement.holder = None, "Jobcenter Syd"
    assert "Vælg, hvem der har den" in may_ask(opened.case, statement, TODAY).reason
    assert statement.held_by == "Jobcenter Syd"


def test_the_mail_tells_nothing_about_health_or_who_it_is(
        opened: OpenCase, anders: NetworkMember, statement: Knowledge) -> None:
    give_consent(opened, consent(anders))
    mail = request_mail(opened, statement)
    assert mail.subject == "Anmodning om oplysninger (JP)"
    assert "Hej Anders" in mail.body
    assert not any(word in mail.subject + mail.body for word in ("Jonas", "Prøve", "læge", "2024", "Helbred"))
    assert "Eva Lind" in mail.body


def test_what_comes_of_it_is_on_record(opened: OpenCase, anders: NetworkMember, statement: Knowledge) -> None:
    give_consent(opened, consent(anders))
    other = note_knowledge(opened, "Test")
    assert {each.id for each in open_requests(opened.case)} == {statement.id, other.id}
    asked_for(opened, statement)
    it_came(opened, statement)
    assert statement.received_on == TODAY
    assert open_requests(opened.case) == [other]
    it_is_not_there(opened, other)
    assert open_requests(opened.case) == []
    look_again(opened, other)
    assert open_requests(opened.case) == [other]
    remove_knowledge(opened, other)
    opened.undo()
    assert other.exists


def test_the_days_may_be_put_right_but_not_turned_round(opened: OpenCase, statement: Knowledge) -> None:
    set_asked_on(opened, statement, date(2026, 10, 20))
    assert statement.state is KnowledgeState.ASKED
    for wrong in (date(2026, 10, 19), TODAY + timedelta(days=1)):
        with pytest.raises(Refused):
            set_received_on(opened, statement, wrong)
    set_received_on(opened, statement, date(2026, 10, 22))
    assert statement.state is KnowledgeState.RECEIVED
    with pytest.raises(Refused):
        set_asked_on(opened, statement, date(2026, 10, 23))
    set_received_on(opened, statement, None)
    assert statement.state is KnowledgeState.ASKED
    set_asked_on(opened, statement, None)
    assert statement.state is KnowledgeState.KNOWN


def test_the_letter_is_made_only_with_the_right_to_ask(opened: OpenCase, anders: NetworkMember,
                                                       statement: Knowledge) -> None:
    kind = BY_KEY["knowledge-request"]
    for about in (statement.id, ""):
        with pytest.raises(Refused, match="Ingen har spurgt om Anders Friis endnu"):
            paper_of(opened, kind, about).draw()
    form = give_consent(opened, consent(anders))
    paper = paper_of(opened, kind, statement.id)
    assert paper.draw()
    withdraw_from(opened, anders)
    assert not form.valid(TODAY) or form.narrowings
    with pytest.raises(Refused, match="trukket tilbage"):
        paper.draw()                                     # a window that was open all the time


def test_of_a_case_file_the_letter_is_refused_in_words(opened: OpenCase, anders: NetworkMember,
                                                       statement: Knowledge) -> None:
    kind = BY_KEY["knowledge-request"]
    with pytest.raises(Refused, match="Ingen har spurgt om Anders Friis endnu"):
        paper_of_file(kind, write_case(opened.case, opened.kept), today=TODAY)
    give_consent(opened, consent(anders))
    note_knowledge(opened, "En udredning", None)         # nobody is chosen: that one cannot be asked for
    assert paper_of_file(kind, write_case(opened.case, opened.kept), today=TODAY).pdf
    remove_knowledge(opened, statement)
    with pytest.raises(Refused, match="Vælg, hvem der har den"):
        paper_of_file(kind, write_case(opened.case, opened.kept), today=TODAY)
