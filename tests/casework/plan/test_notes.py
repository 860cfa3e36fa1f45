"""Notes are dated, signed and final; ratings take a number or a plain "don't know"."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import goals, notes
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Note, NoteKind, RatedBy, Rating, RatingAnswer, loose_notes
from borgerplan_desktop.model.plan import Agreement
from tests.archive import Clock


def test_a_note_stands_on_all_its_goals_and_stays_when_one_goes(opened: OpenCase) -> None:
    bolig, gaeld = goals.add_goal(opened, "bolig"), goals.add_goal(opened, "gæld")
    note = notes.write_note(opened, [bolig, gaeld], " Ventelisten er lang. ", "Jonas")
    assert (note.text, note.said_by, note.author_id, note.written_at) == (
        "Ventelisten er lang.", "Jonas", opened.who, opened.now())
    assert bolig.notes == gaeld.notes == [note]
    goals.delete_goal(opened, bolig)
    assert gaeld.notes == [note]


def test_an_addition_leaves_the_note_as_it_was(opened: OpenCase) -> None:
    note = notes.write_note(opened, [], "først")
    more = notes.add_to_note(opened, note, "siden")
    last = notes.add_to_note(opened, more, "til sidst")
    assert note.text == "først"
    assert {more.id, last.id} == {n.id for n in note.additions}


def test_an_empty_note_is_no_note(opened: OpenCase) -> None:
    with pytest.raises(ValueError, match="empty"):
        notes.write_note(opened, [], "  \n ")
    assert not opened.case.all(Note)


def test_the_answer_of_the_same_day_is_corrected_and_another_day_adds_one(opened: OpenCase, clock: Clock) -> None:
    goal = goals.add_goal(opened, "bolig", LifeArea.HOUSING)
    notes.rate(opened, goal, RatedBy.CITIZEN, 3)
    notes.rate(opened, goal, RatedBy.CITIZEN, 4)
    notes.rate(opened, goal, RatedBy.CONTACT_PERSON, RatingAnswer.DONT_KNOW)
    assert [(r.by, r.value, r.answer, r.area) for r in goal.ratings if r.by is RatedBy.CITIZEN] == [
        (RatedBy.CITIZEN, 4, RatingAnswer.VALUE, LifeArea.HOUSING)]
    clock.pass_(days=7)
    notes.rate(opened, goal, RatedBy.CITIZEN, 6)
    assert [r.value for r in goal.ratings if r.by is RatedBy.CITIZEN] == [4, 6]


def test_a_life_area_is_rated_without_a_goal_and_the_scale_has_ends(opened: OpenCase) -> None:
    rating = notes.rate(opened, LifeArea.MONEY, RatedBy.CITIZEN, RatingAnswer.WONT_SAY)
    assert (rating.goal_id, rating.value) == (None, None)
    for number in (-1, 11):
        with pytest.raises(ValueError, match="0-10"):
            notes.rate(opened, LifeArea.MONEY, RatedBy.CITIZEN, number)
    assert len(opened.case.all(Rating)) == 1


def test_last_weeks_talk_stands_at_its_day(opened: OpenCase, clock: Clock) -> None:
    goal = goals.add_goal(opened, "bolig")
    today = notes.write_note(opened, [goal], "i dag", about_on=opened.today())
    assert (today.about_on, today.day) == (None, opened.today())
    clock.pass_(hours=1)
    before = notes.write_note(opened, [goal], "sidste uge", about_on=opened.today() - timedelta(days=7))
    assert goal.notes == [before, today]
    assert before.written_at == opened.now()             # when it was written stays on record
    with pytest.raises(Refused):
        notes.write_note(opened, [goal], "i morgen", about_on=opened.today() + timedelta(days=1))
    notes.note_day(opened, today, opened.today() - timedelta(days=8))
    assert goal.notes == [today, before]
    opened.undo()
    assert goal.notes == [before, today]
def test_a_note_knows_what_its_goal_was_called_and_forgets_it_when_the_goal_comes_back(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "egen bolig")
    note = notes.write_note(opened, [goal], "Ventelisten er lang")
    goals.delete_goal(opened, goal)
    assert (note.was_about, loose_notes(opened.case)) == ("egen bolig", [note])
    opened.undo()
    assert (note.was_about, goal.notes) == ("", [note])


def test_the_goals_of_a_note_are_changed_while_it_is_written(opened: OpenCase) -> None:
    one, two = goals.add_goal(opened, "bolig"), goals.add_goal(opened, "gæld")
    note = notes.write_note(opened, [one], "om penge", kind=NoteKind.TALK)
    notes.note_goals(opened, note, [two])
    assert (one.notes, two.notes) == ([], [note])
    opened.undo()
    assert (one.notes, two.notes) == ([note], [])


def test_of_a_note_one_agreement_is_made(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "gæld")
    note = notes.write_note(opened, [goal], "Eva ringer\ntil banken", about_on=date(2026, 10, 20),
                            kind=NoteKind.AGREEMENT)
    made = notes.make_agreement(opened, note)
    assert (made.text, made.goal_id, made.made_on) == ("Eva ringer til banken", goal.id, date(2026, 10, 20))
    assert notes.make_agreement(opened, note) is made
    assert len(opened.case.all(Agreement)) == 1
    opened.undo()
    opened.redo()
    assert notes.agreement_of(opened.case, note) is not None
