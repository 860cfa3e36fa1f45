"""Efterværn: begin, call, clip, signs, end; as a person does it."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.casework.leaving.after_care import begin_after_care
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.leaving.after_care_part import AfterCarePart
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall, after_care, next_call, stay_of_course
from tests.gui.leaving.conftest import HandsOn


@pytest.fixture
def care(desk: Desk) -> AfterCare:
    return begin_after_care(desk.opened)


def test_it_begins_with_one_button(hands_on: HandsOn, desk: Desk) -> None:
    part = AfterCarePart(desk)
    hands = hands_on(part)
    assert hands.sees("Skal vi ringe til Jonas efter flytningen?")
    hands.click("Begynd efterværn")
    assert after_care(desk.case) is not None
    assert hands.sees("Næste opkald: 3. nov.")
    desk.opened.undo()
    assert hands.sees("Intet efterværn endnu")


def test_after_a_death_there_is_none(hands_on: HandsOn, desk: Desk) -> None:
    stay = stay_of_course(desk.case)
    assert stay is not None
    write(desk.opened, stay, Stay.left_how, LeftHow.DIED, "Død")
    hands = hands_on(AfterCarePart(desk))
    assert hands.sees("Der er intet efterværn")
    assert not hands.sees("Begynd efterværn")


def test_a_call_is_noted_and_one_not_reached_is_made_again(hands_on: HandsOn, desk: Desk, care: AfterCare) -> None:
    hands = hands_on(AfterCarePart(desk))
    first = care.calls[0]
    hands.type("Sådan gik opkaldet", "Svarede ikke")
    hands.click("Ingen kontakt")
    assert (first.reached, first.words, first.called_on) == (False, "Svarede ikke", desk.opened.today())
    assert hands.sees("Næste opkald: i morgen.")
    hands.type("Sådan gik opkaldet", "Det går godt")
    hands.click("Vi talte sammen")
    assert hands.sees("27. oktober · Vi talte sammen · Det går godt")
    assert hands.sees("27. oktober · Fik ikke fat i Jonas · Svarede ikke")
    desk.opened.undo()
    assert hands.sees("Næste opkald: i morgen.")


def test_planned_calls_are_moved_added_and_removed(hands_on: HandsOn, desk: Desk, care: AfterCare) -> None:
    part = AfterCarePart(desk)
    hands = hands_on(part)
    hands.type("Opkald 3. november", "30. oktober")
    hands.press(Qt.Key.Key_Tab)
    call = next_call(desk.case)
    assert call is not None
    assert call.planned_on == desk.opened.today() + timedelta(days=3)
    hands.type("Opkald 30. oktober", "1. oktober 2026")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Vælg en dag at ringe på")
    hands.click("Fjern opkaldet 10. november")
    assert len(care.calls) == 21
    hands.click("Tilføj et opkald")
    assert len(care.calls) == 22
    hands.click("Vis 19 mere")
    assert part.calls is not None
    assert len(part.calls.planned.widgets()) == 22


def test_of_many_calls_some_are_shown_and_each_is_found(hands_on: HandsOn, desk: Desk, care: AfterCare) -> None:
    first, today = desk.opened.today() - timedelta(days=100), desk.opened.today()
    with desk.opened.action("x"):
        for n in range(40):
            on = first + timedelta(days=n)
            desk.case.add(AfterCareCall(after_care_id=care.id, planned_on=on, called_on=on, words=f"nummer {n}"))
    part = AfterCarePart(desk)
    hands = hands_on(part)
    assert part.calls is not None
    assert len(part.calls.made.widgets()) == 5
    hands.click("Vis 25 mere", within=part.calls)
    assert len(part.calls.made.widgets()) == 30
    oldest = next(each for each in care.calls if each.words == "nummer 0")
    part.show_row(oldest.id)
    assert len(part.calls.made.widgets()) == 40
    assert hands.sees("nummer 0")
    assert part.focusWidget() is part.calls.made.widget(oldest)
    latest = max(care.calls, key=lambda each: each.planned_on)
    assert latest.planned_on > today
    part.show_row(latest.id)
    assert part.calls.isAncestorOf(part.focusWidget())
    assert len(part.calls.planned.widgets()) == 22


def test_clips_are_used_given_back_and_more_are_given(hands_on: HandsOn, desk: Desk, care: AfterCare) -> None:
    part = AfterCarePart(desk)
    hands = hands_on(part)
    hands.click("Brug et klip")
    hands.write("Kaffe")
    hands.press(Qt.Key.Key_Tab)
    assert [each.words for each in care.used] == ["Kaffe"]
    assert hands.sees("4 af 5 besøg tilbage")
    for _n in range(4):
        hands.click("Brug et klip")
    assert part.clips is not None
    assert not part.clips.use_button.isEnabled()
    part.clips.visits.setValue(8)
    part.clips.visits.editingFinished.emit()
    assert hands.sees("3 af 8 besøg tilbage")
    hands.click("Giv klippet tilbage")
    assert hands.sees("4 af 8 besøg tilbage")


def test_signs_are_written_moved_and_removed(hands_on: HandsOn, desk: Desk, care: AfterCare) -> None:
    ole = add_private_person(desk.opened, "Ole Kragh")
    hands = hands_on(AfterCarePart(desk))
    assert hands.sees("Ingen tegn endnu")
    hands.click("Tilføj et tegn")
    hands.write("Jeg åbner ikke min post")
    hands.choose("Hvem gør noget", "Ole Kragh")
    hands.type("Hvad så", "kommer forbi med kaffe")
    hands.click("Tilføj et tegn")
    hands.write("Jeg sover ikke")
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [(each.sign, each.member, each.what_then) for each in care.signs] == [
        ("Jeg sover ikke", None, ""), ("Jeg åbner ikke min post", ole, "kommer forbi med kaffe")]
    hands.click("Fjern tegnet")
    assert len(care.signs) == 1


def test_it_ends_with_why_and_can_go_on(hands_on: HandsOn, desk: Desk, care: AfterCare) -> None:
    part = AfterCarePart(desk)
    hands = hands_on(part)
    hands.type("Derfor slutter det", "Jonas klarer sig selv")
    hands.click("Slut efterværnet")
    assert (care.ended_on, care.ended_why) == (desk.opened.today(), "Jonas klarer sig selv")
    assert next_call(desk.case) is None
    assert not hands.sees("Vi talte sammen")
    assert not part.has_main_button()
    hands.click("Fortsæt efterværnet")
    assert next_call(desk.case) is care.calls[0]
