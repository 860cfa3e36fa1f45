"""What is done in Herberget: activities, roles, ideas."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.activities import activities, roles
from borgerplan_desktop.casework.house import ideas
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.activity_times import time_now
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus
from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone, Objective
from borgerplan_desktop.model.shelter import StaffMember
from tests.casework.acts import nth


def activity(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    found = nth(shelter, Activity, a)
    if found is None or b == 0:
        found = activities.add_example(shelter) if a % 2 else activities.add_activity(shelter, f"aktivitet {b}")
    activities.serves(shelter, found, list(Objective)[b % 6], a % 2 == 0)
    activities.first_on(shelter, found, shelter.today() - timedelta(days=20 * b))
    activities.until(shelter, found, shelter.today() + timedelta(days=30) if b == 8 else None)
    activities.done_by(shelter, found, nth(shelter, FramePerson, a) if b % 2 else None)
    with shelter.action("words"):
        found.when_words = ("2 x årligt", "hver måned")[b % 2]
    activities.understand(shelter, found)
    activities.move_activity(shelter, found, 1 if b % 2 else -1)
    if b == 9:
        activities.remove_activity(shelter, found)


def settle(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None or (found := nth(shelter, Activity, a)) is None:
        return
    due, done = time_now(found, shelter.today()), nth(shelter, ActivityDone, b)
    if due is not None:
        activities.settle(shelter, found, due, b % 2 == 0)
    elif done is not None and (of := shelter.case.get(Activity, done.activity_id)) is not None:
        activities.not_settled(shelter, of, done)


def role(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    which, found = list(FrameRole)[a % 4], nth(shelter, FramePerson, b)
    staff = [row for row in roles.to_choose(shelter.case, which) if isinstance(row, StaffMember)]
    if b < 3 or found is None:
        roles.add_person(shelter, which, f"person {b}")
    elif b < 5 and staff:
        roles.choose_person(shelter, which, staff[0])
    elif not found.retired:
        roles.move_person(shelter, found, 1 if b % 2 else -1)
        if b > 7:
            roles.leave_role(shelter, found)


def idea(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    found = nth(shelter, HouseIdea, a)
    if found is None or b < 2:
        found = ideas.add_idea(shelter, f"idé {a}", "husmøde")
    ideas.said_on(shelter, found, shelter.today() - timedelta(days=b))
    ideas.hang(shelter, found, b % 2 == 0)
    if found.answer:
        ideas.came_to(shelter, found, list(IdeaStatus)[b % 4])
    else:
        with shelter.action("answer"):
            found.answer = "Det gjorde vi."
    if b == 9:
        ideas.remove_idea(shelter, found)


ACTS = {f"house: {act.__name__}": act for act in (activity, settle, role, idea)}
