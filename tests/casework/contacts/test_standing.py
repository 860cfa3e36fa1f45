"""Standing appointments: added, changed, ended and undone."""
from __future__ import annotations

from datetime import time, timedelta

import pytest

from borgerplan_desktop.casework.contacts.standing import (
    CHANGED,
    add_standing,
    been,
    begin_on,
    end_on,
    every_weeks,
    for_goal,
    going_on,
    remove_standing,
    set_hour,
    with_whom,
)
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from tests.archive import picture


def test_it_begins_today_and_needs_words(opened: OpenCase) -> None:
    with pytest.raises(Refused):
        add_standing(opened, "  ")
    made = add_standing(opened, " Gåtur ", 2, time(9, 30))
    assert (made.text, made.weekday, made.at, made.begins_on) == ("Gåtur", 2, "9.30", opened.today())


def test_all_of_it_can_be_changed_and_undone(opened: OpenCase) -> None:
    sara, goal, made = add_private_person(opened, "Sara"), add_goal(opened, "gå mere"), add_standing(opened, "Gåtur")
    before, today = picture(opened.case), opened.today()
    write(opened, made, StandingAppointment.weekday, 0, CHANGED)
    set_hour(opened, made, time(13))
    with_whom(opened, made, sara)
    for_goal(opened, made, goal)
    begin_on(opened, made, None)
    every_weeks(opened, made, 2)                         # then it must be known which weeks
    end_on(opened, made, today + timedelta(days=70))
    assert (made.weekday, made.at, made.member, made.goal_id, made.weeks, made.begins_on, made.ends_on) == (
        0, "13.00", sara, goal.id, 2, today, today + timedelta(days=70))
    for _step in range(7):
        opened.undo()
    assert picture(opened.case) == before


def test_it_does_not_end_before_it_begins(opened: OpenCase) -> None:
    made = add_standing(opened, "Gåtur")
    with pytest.raises(Refused):
        end_on(opened, made, opened.today() - timedelta(days=1))
    end_on(opened, made, opened.today())
    with pytest.raises(Refused):
        begin_on(opened, made, opened.today() + timedelta(days=1))


def test_those_of_now_stand_through_the_week_and_those_that_ended_apart(opened: OpenCase) -> None:
    varies, late, early, over = (add_standing(opened, text, day, at) for text, day, at in (
        ("varies", None, None), ("late", 4, time(13)), ("early", 4, time(9, 30)), ("over", 0, None)))
    begin_on(opened, over, None)
    end_on(opened, over, opened.today() - timedelta(days=1))
    assert going_on(opened.case, opened.today()) == [early, late, varies]
    assert been(opened.case, opened.today()) == [over]
    remove_standing(opened, late)
    assert going_on(opened.case, opened.today()) == [early, varies]
