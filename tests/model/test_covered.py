"""What is of which kind of information, and what a person may be told of it."""
from __future__ import annotations

from borgerplan_desktop.model.application import ApplicationKind
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.covered import EVERYTHING, Covered, topic_of_application, topic_of_area
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Sector


def test_every_area_with_a_topic_of_its_own_is_of_that_topic() -> None:
    names = {topic.value: topic for topic in Topic if topic is not Topic.OTHER}
    assert {area: topic_of_area(area) for area in LifeArea} == {area: names.get(area.value, Topic.PLAN)
                                                                for area in LifeArea}
    assert topic_of_area(None) is Topic.PLAN
    assert {topic_of_application(kind) for kind in ApplicationKind} <= set(Topic)


def test_a_line_takes_the_plan_and_what_its_goal_is_about() -> None:
    debt, nothing = Goal(id="g", plan_id="p", area=LifeArea.MONEY), Goal(id="h", plan_id="p")
    for topics, covered in (({Topic.PLAN}, (False, True, True)), ({Topic.MONEY}, (False, False, False)),
                            ({Topic.PLAN, Topic.MONEY}, (True, True, True)), (set(), (False, False, False))):
        held = Covered(frozenset(topics))
        assert (held.line(debt), held.line(nothing), held.line(None)) == covered


def test_family_and_where_somebody_treats_are_kinds_of_information_too() -> None:
    sara = NetworkMember(id="sara", kind=MemberKind.PRIVATE)
    healer = NetworkMember(id="healer", kind=MemberKind.PROFESSIONAL, sector=Sector.HEALTH)
    plan = Covered(frozenset({Topic.PLAN}))
    assert not plan.names(sara)
    assert Covered(frozenset(), frozenset({"sara"})).names(sara)
    assert plan.names(healer)
    assert not plan.says_where_from(healer)
    assert EVERYTHING.names(sara)
    assert EVERYTHING.says_where_from(healer)
