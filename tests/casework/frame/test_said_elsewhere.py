"""What the frame says is offered where the work is done, and nothing is answered by it."""
from __future__ import annotations

from borgerplan_desktop.casework.frame.frame import add_line
from borgerplan_desktop.casework.frame.said_elsewhere import (
    access_of,
    channels,
    interpreter_languages,
    interpreters,
    kinds_of_plans,
    not_on_map,
    who_has_access,
)
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.consent import Consent, Topic
from borgerplan_desktop.model.framework import Between, FrameQuestion
from tests.casework.frame.made import a_frame, access


def test_the_access_table_knows_a_professional_by_where_they_work(archive: Archive, opened: OpenCase) -> None:
    a_frame(archive.shelter)
    access(archive.shelter, "Jobplan", "Jobcenter", topic=Topic.WORK)
    birgit = add_new_professional(opened, "Birgit Prøve", "sagsbehandler", "Jobcenter Skovby")
    ole = add_new_professional(opened, "Ole Prøve", "lærer", "Job")
    found, = access_of(opened.case.register, birgit)
    assert (found.who, found.plans, found.topics) == (
        "Jobcenter", ("§ 141-handleplan", "Jobplan"), (Topic.PLAN, Topic.WORK))
    assert found.words == "Rammen siger: Jobcenter har adgang til § 141-handleplan og Jobplan."
    assert access_of(opened.case.register, ole) == []    # a part of a word is no word
    assert [each.who for each in not_on_map(opened.case.register, [birgit, ole])] == ["Misbrugscenter"]
    assert opened.case.all(Consent) == []                # nobody was asked


def test_without_a_register_or_a_frame_it_says_nothing(opened: OpenCase) -> None:
    assert opened.case.register is not None
    for register in (None, opened.case.register):
        assert who_has_access(register) == interpreters(register) == channels(register, *Between) == []
        assert kinds_of_plans(register) == interpreter_languages(register) == []


def test_an_interpreter_is_offered_with_number_and_notice(archive: Archive) -> None:
    shelter = archive.shelter
    a_frame(shelter)
    add_line(shelter, FrameQuestion.INTERPRETER, language="polsk", name="Anna Prøve", email="anna@tolk.example")
    add_line(shelter, FrameQuestion.INTERPRETER, name="Tolkelinjen", how="video")
    assert interpreters(shelter.case, "Grønlandsk") == [
        "Tolkegruppen, telefon, tlf. 12 34 56 70, bestilles: 2 dage før", "Tolkelinjen, video"]
    assert interpreters(shelter.case, "polsk")[0] == "Anna Prøve, anna@tolk.example"
    assert len(interpreters(shelter.case)) == 3
    assert interpreter_languages(shelter.case) == ["grønlandsk", "polsk"]


def test_channels_and_kinds_of_plans_are_words_to_choose_among(archive: Archive) -> None:
    a_frame(archive.shelter)
    assert channels(archive.shelter.case, Between.ACROSS, Between.OUTSIDE) == [
        "Sikker mail post@skovby.example (alt med navn)"]
    assert channels(archive.shelter.case, Between.CITIZEN) == ["Sms"]
    assert kinds_of_plans(archive.shelter.case) == ["§ 141-handleplan"]
