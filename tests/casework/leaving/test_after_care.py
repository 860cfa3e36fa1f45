"""After-care: calls over nine months that grow fewer, a card of visits, and the citizen's own signs."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.leaving.after_care import (
    add_call,
    add_sign,
    begin_after_care,
    choose_companion,
    choose_who_acts,
    end_after_care,
    go_on_with_after_care,
    move_call,
    move_sign,
    note_call,
    planned_and_made,
    proposed_calls,
    remove_call,
    remove_clip,
    remove_sign,
    set_visits,
    use_clip,
    used_on,
)
from borgerplan_desktop.casework.leaving.how_it_ends import left_on
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.leaving import AfterCare, after_care, next_call, stay_of_course
from borgerplan_desktop.model.working_days import is_working_day


@pytest.fixture
def care(opened: OpenCase) -> AfterCare:
    return begin_after_care(opened)


def test_calls_grow_fewer_over_nine_months_and_fall_on_working_days() -> None:
    began = date(2026, 10, 27)
    calls = proposed_calls(began, began)
    weeks = [round((each - began).days / 7) for each in calls]
    assert weeks == [*range(1, 14), 15, 17, 19, 21, 23, 25, 30, 34, 38]
    assert all(each.weekday() < 5 and is_working_day(each) for each in calls)
    moved = proposed_calls(date(2026, 3, 29), date(2026, 3, 29))         # a Sunday: its weeks are Sundays too
    assert moved[0] == date(2026, 4, 7)                  # over Easter Sunday and Monday


def test_calls_that_have_passed_are_not_proposed() -> None:
    began = date(2026, 4, 27)
    assert proposed_calls(began, date(2026, 10, 27)) == [each for each in proposed_calls(began, began)
                                                         if each >= date(2026, 10, 27)]
    assert proposed_calls(date(2020, 1, 1), date(2026, 10, 27)) == []


def test_at_the_end_of_the_calendar_there_is_one_day_to_call() -> None:
    assert proposed_calls(date.max, date.max) == [date.max]


def test_it_begins_the_day_of_moving_out_with_the_shelters_card(opened: OpenCase) -> None:
    stay = stay_of_course(opened.case)
    assert stay is not None
    left_on(opened, stay, opened.today())
    care = begin_after_care(opened)
    assert (care.began_on, care.stay_id, care.visits, care.phase(opened.today())) == (opened.today(), stay.id, 5, 1)
    assert len(care.calls) == 22
    assert after_care(opened.case) is care
    with pytest.raises(Refused):
        begin_after_care(opened)
    opened.undo()
    assert after_care(opened.case) is None


def test_three_phases_of_three_months(care: AfterCare) -> None:
    days = (0, 90, 91, 181, 182, 400, -3)
    assert [care.phase(care.began_on + timedelta(days=day)) for day in days] == [1, 1, 2, 2, 3, 3, 1]


def test_nobody_calls_after_a_death(opened: OpenCase) -> None:
    stay = stay_of_course(opened.case)
    assert stay is not None
    write(opened, stay, Stay.left_how, LeftHow.DIED, "Død")
    with pytest.raises(Refused):
        begin_after_care(opened)


def test_the_next_call_is_the_earliest_not_made(opened: OpenCase, care: AfterCare) -> None:
    assert next_call(opened.case) is care.calls[0]
    note_call(opened, care.calls[0], True, "Det går godt")
    assert next_call(opened.case) is care.calls[1]
    planned, made = planned_and_made(opened.case, care)
    assert len(planned) == 21
    assert [each.words for each in made] == ["Det går godt"]
    end_after_care(opened, care)
    assert next_call(opened.case) is None
    go_on_with_after_care(opened, care)
    assert next_call(opened.case) is not None


def test_who_was_not_reached_is_called_again_the_next_working_day(opened: OpenCase, care: AfterCare) -> None:
    first = care.calls[0]
    note_call(opened, first, False)
    again = next_call(opened.case)
    assert again is not None
    assert again.planned_on == opened.today() + timedelta(days=1)
    assert (first.called_on, first.reached) == (opened.today(), False)
    note_call(opened, first, True)                       # what was written is not written over
    assert not first.reached
    opened.undo()
    assert first.called_on is None
    assert next_call(opened.case) is first


def test_a_call_is_moved_added_and_removed(opened: OpenCase, care: AfterCare) -> None:
    call = care.calls[0]
    move_call(opened, call, opened.today())
    assert next_call(opened.case) is call
    for day in (None, opened.today() - timedelta(days=1)):
        with pytest.raises(Refused):
            move_call(opened, call, day)
    more = add_call(opened, care)
    assert more.planned_on == opened.today() + timedelta(days=1)
    note_call(opened, call, True)
    remove_call(opened, call)
    assert call.exists
    remove_call(opened, more)
    assert not more.exists


def test_the_card_holds_so_many_visits(opened: OpenCase, care: AfterCare) -> None:
    for n in range(5):
        use_clip(opened, care, f"Besøg {n}")
    assert care.clips_left == 0
    with pytest.raises(Refused):
        use_clip(opened, care)
    set_visits(opened, care, 2)
    assert care.visits == 5                              # never fewer than were used
    set_visits(opened, care, 8)
    assert care.clips_left == 3
    clip = care.used[0]
    used_on(opened, clip, opened.today() - timedelta(days=3))
    with pytest.raises(Refused):
        used_on(opened, clip, opened.today() + timedelta(days=1))
    with pytest.raises(Refused):
        used_on(opened, clip, None)
    remove_clip(opened, clip)
    assert care.clips_left == 4


def test_signs_are_in_the_citizens_order(opened: OpenCase, care: AfterCare) -> None:
    ole = add_private_person(opened, "Ole Kragh")
    one, two, three = (add_sign(opened, care, words) for words in ("sover ikke", "tager ikke telefonen", "drikker"))
    move_sign(opened, three, -1)
    move_sign(opened, one, -1)                           # the first one stays
    assert care.signs == [one, three, two]
    choose_who_acts(opened, two, ole)
    assert two.member is ole
    remove_sign(opened, one)
    assert care.signs == [three, two]
    choose_companion(opened, care, ole)
    assert care.companion is ole
