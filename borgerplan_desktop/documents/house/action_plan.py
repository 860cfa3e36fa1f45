"""Handleplanen for samarbejdet: activity by activity, which objectives it serves, when, and who; lines for a pen where
nothing is written. The form is the model's own (samarbejdsmodellen, "Handleplan").
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.house.house_paper import HousePaper, begin_house, finish_house
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.model.activity_times import time_now
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.frame_people import coordinators, facts_of, people_of
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.implementation_plan import Activity, ActivityStatus
from borgerplan_desktop.phone_number import phone_number

EMPTY = 3                                                # activities of an empty form
ON_PAPER = (FrameRole.PROJECT_LEADER, FrameRole.PROJECT_GROUP, FrameRole.STEERING_GROUP)


def action_plan_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                    today: date) -> bytes:
    """The paper as a PDF, of the shelter's case. Raises ValueError for a language not spoken."""
    p = begin_house(case, language, large_print, today)
    title = p.say("Action plan for {municipality}", municipality=p.municipality) if p.municipality else \
        p.say("Action plan for working together")
    parts.title(p.galley, p.say("The shared frame"), title, p.say("As it is on {date}.", date=p.words.day(today)))
    _roles(p)
    there = case.all(Activity)
    for number, activity in enumerate(there, 1):
        _activity(p, number, activity)
    for number in range(len(there) + 1, (0 if there else EMPTY) + 1):
        _empty(p, number)
    return finish_house(p, title)


def _roles(p: HousePaper) -> None:
    """Who sees to it, as far as it is written."""
    g, written = p.galley, False
    with g.inside("Sect"):
        for role in ON_PAPER:
            people = [_person(each) for each in people_of(p.case, role)]
            if people:
                written = True
                parts.row(g, p.say(role.label), *people, after=.25)
        found = [Said(each.said) for each in coordinators(p.case)]
        if found:
            written = True
            parts.row(g, p.say("Can be coordinator"), *found, after=.25)
        if written:
            parts.rule(g, before=.5, after=.5)


def _person(person: FramePerson) -> str:
    facts = facts_of(person)
    return Said(", ".join(part for part in (facts.said, phone_number(facts.phone) if facts.phone else "", facts.email)
                          if part))


def _activity(p: HousePaper, number: int, activity: Activity) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.6, otherwise=.1):
        parts.heading(g, p.say("{number}. {what}", number=number, what=Said(activity.title.strip() or "…")),
                      style=g.sheet.goal, before=.75, after=.25)
        goals = [Item(p.say(each.label)) for each in activity.objectives]
        if goals:
            parts.items(g, goals, label=p.say("Serves"), after=.25)
        else:
            parts.row(g, p.say("Serves"), p.say("Not chosen yet"), after=.25)
        parts.row(g, p.say("When"), *_when(p, activity), after=.25)
        person = p.case.get(FramePerson, activity.person_id)
        names = (_person(person) if person is not None else "", Said(activity.who.strip()))
        who = [each for each in names if each.strip()]
        if who:
            parts.row(g, p.say("Who"), *who, after=.25)
        else:
            parts.labelled_lines(g, p.say("Who"), 1)
        parts.row(g, p.say("How it goes"), *_state(p, activity), after=.25)


def _when(p: HousePaper, activity: Activity) -> list[str]:
    said: list[str] = [Said(activity.when_words.strip())]
    due = time_now(activity, p.today)
    if due is not None:
        said.append(p.say("Should have been {date}", date=p.words.day(due)) if due < p.today
                    else p.say("Next time {date}", date=p.words.day(due)) if activity.times_a_year
                    else p.say("On {date}", date=p.words.day(due)))
    if activity.until is not None and activity.times_a_year:
        said.append(p.say("Until {date}", date=p.words.day(activity.until)))
    found = [each for each in said if each.strip()]
    return found or [p.say("Not agreed yet")]


def _state(p: HousePaper, activity: Activity) -> list[str]:
    done = [each for each in activity.times_done if each.done_on is not None]
    said = [p.say(activity.status.label)]
    if done and activity.status is not ActivityStatus.DROPPED and done[-1].done_on is not None:
        said.append(p.say("Took place last on {date}.", date=p.words.day(done[-1].done_on)))
    if activity.notes.strip():
        said.append(Said(activity.notes.strip()))
    return said


def _empty(p: HousePaper, number: int) -> None:
    g = p.galley
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Activity {number}", number=number), style=g.sheet.goal, before=.75, after=.25)
        for label, lines in ((p.say("What"), 1), (p.say("Serves"), 2), (p.say("When"), 1), (p.say("Who"), 1)):
            parts.labelled_lines(g, label, lines)
