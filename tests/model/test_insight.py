"""What the map shows: each sentence where it is true, nothing silly where it is not, and nobody spoken of badly."""
from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from borgerplan_desktop.i18n import WEEKDAYS, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.contact_note import ContactNote
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.insight.insight import what_it_shows
from borgerplan_desktop.model.insight.sentence import Kind, Sentence, Voice
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import (
    Being,
    ContactWish,
    MemberKind,
    NetworkMember,
    Reach,
    Ring,
    Support,
    SupportKind,
    Tie,
    TieQuality,
    citizen_member,
    people,
)
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan, PlanVersion, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Sector, SectorName, Shelter
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from tests.model.cases import case_with

TODAY = date(2026, 10, 27)                               # a Tuesday
PLACES = itertools.count()                               # they are added in the order they are written
VOICE = Voice(lambda message, **filled: message.format(**filled) if filled else message, date.isoformat,
              lambda member: member.contact.first_name, lambda items: listed(items, "en"),
              lambda on: WEEKDAYS[on.weekday()], "Jonas")


def said(case: Case, who: Sequence[NetworkMember] | None = None) -> list[Sentence]:
    return what_it_shows(case, TODAY, VOICE, who)


def words(case: Case, kind: Kind) -> list[str]:
    return [each.words for each in said(case) if each.kind is kind]


def kinds(case: Case) -> set[Kind]:
    return {each.kind for each in said(case)}


def one(name: str, **values: object) -> NetworkMember:
    return NetworkMember(id=name.lower(), name=name, place=float(next(PLACES)),
                         **{"ring": Ring.CLOSE, **values})  # type: ignore[arg-type]


def pro(name: str, **values: object) -> NetworkMember:
    return one(name, kind=MemberKind.PROFESSIONAL, **{"sector": Sector.AUTHORITY, **values})


def tied(*pairs: str) -> list[Row]:
    return [Tie(one_id=pair.split("-")[0], other_id=pair.split("-")[1]) for pair in pairs]


def test_of_nobody_nothing_is_said_and_of_few_nothing_silly() -> None:
    assert said(case_with()) == []
    assert [each.words for each in said(case_with(one("Sara", ring=None)))] == ["Ask Jonas who is closest."]
    assert [each.words for each in said(case_with(one("Sara", ring=Ring.CLOSEST)))] == [
        "Whom would Jonas also like to have on the map?", "Sara is closest to Jonas."]
    assert kinds(case_with(one("Sara"), one("Ole"), *tied("sara-ole"))) == {Kind.WISH_FOR}
    assert Kind.EMPTY_SECTORS in kinds(case_with(one("Sara"), one("Ole"), one("Kurt")))


def test_of_somebody_who_has_died_nothing_is_said() -> None:
    assert said(case_with(one("Sara"), Stay(left_how=LeftHow.DIED, left_on=TODAY))) == []


def test_the_dead_the_dog_and_the_bench() -> None:
    case = case_with(
        one("Mor", reach=Reach.DEAD, ring=Ring.CLOSEST), one("Kurt", ring=Ring.CLOSEST, sector=Sector.FRIENDS),
        one("Bella", being=Being.ANIMAL, ring=Ring.CLOSEST, sector=Sector.WORK),
        one("Bænken", being=Being.PLACE, sector=Sector.VOLUNTEERS), one("Ole", reach=Reach.OUT_OF_REACH),
        one("Ida", sector=Sector.FRIENDS), *tied("kurt-ida"))
    assert words(case, Kind.CLOSEST) == ["Kurt and Bella are closest to Jonas."]
    assert words(case, Kind.NO_CONTACT) == ["No contact now with Ole."]
    assert words(case, Kind.KNOW_NOBODY) == []           # neither the dog, nor who is gone
    assert words(case, Kind.EMPTY_SECTORS) == ["Nobody yet: shelter, authority and health and treatment."]
    assert not any("Mor" in each.words for each in said(case))


def test_a_part_of_life_is_called_as_the_shelter_calls_it() -> None:
    case = case_with(*(one(f"P{sector}", sector=sector) for sector in Sector if sector is not Sector.WORK))
    assert words(case, Kind.EMPTY_SECTORS) == ["Nobody yet: work and education."]
    assert case.register is not None
    case.register.add(SectorName(sector=Sector.WORK, name="Værkstedet"))
    assert words(case, Kind.EMPTY_SECTORS) == ["Nobody yet: værkstedet."]


def test_closest_strained_and_wished_for() -> None:
    case = case_with(one("Birgit", kind=MemberKind.PROFESSIONAL, ring=Ring.CLOSEST), one("Sara", ring=Ring.CLOSEST),
                     one("Kurt", tie=TieQuality.STRAINED), one("Peter", tie=TieQuality.BROKEN, ring=Ring.CLOSEST),
                     one("Ida", wish=ContactWish.MORE))
    assert words(case, Kind.CLOSEST) == ["Sara and Birgit are closest to Jonas."]        # one's own first
    assert words(case, Kind.STRAINED) == ["Hard right now with Kurt."]
    assert words(case, Kind.NO_CONTACT) == ["No contact now with Peter."]
    assert words(case, Kind.MORE_CONTACT) == ["Jonas would like more contact with Ida."]


def test_many_names_are_counted() -> None:
    case = case_with(*(one(f"P{n}", ring=Ring.CLOSEST) for n in range(7)))
    assert words(case, Kind.CLOSEST) == ["P0, P1, P2 and 4 others are closest to Jonas."]


def test_bridges_circles_and_who_knows_nobody() -> None:
    case = case_with(*(one(name) for name in ("Ole", "Ida", "Kurt", "Sara", "Per", "Bo", "Eli")),
                     *tied("ole-ida", "ida-kurt", "kurt-ole", "kurt-sara", "sara-per", "per-bo", "bo-sara"))
    assert words(case, Kind.GROUP) == ["Ole, Ida, Kurt and 3 others are one circle."]
    assert words(case, Kind.BRIDGE) == ["Only Kurt knows both Sara and Ole and Ida.",
                                        "Only Sara knows both Kurt and Per and Bo."]
    assert words(case, Kind.KNOW_NOBODY) == ["Eli does not know any of the others on the map yet."]


def test_the_only_one_who_still_sees_somebody() -> None:
    case = case_with(one("Sara"), one("Kurt"), one("Lone", tie=TieQuality.BROKEN), one("Bo", reach=Reach.OUT_OF_REACH),
                     *tied("sara-lone", "sara-bo", "kurt-bo"))
    [bridge] = [each for each in said(case) if each.kind is Kind.BRIDGE]
    assert (bridge.words, bridge.members) == ("Sara is the only one who still sees Lone.", ("sara", "lone"))


def test_who_would_lose_touch_without_the_professionals() -> None:
    case = case_with(one("Sara"), one("Kurt"), pro("Birgit"), pro("Per"),
                     *tied("sara-birgit", "birgit-per", "per-kurt"))
    assert words(case, Kind.WITHOUT_PROFESSIONALS) == [
        "Without the professionals Sara and Kurt would not be in touch with each other."]
    case.add(Tie(one_id="sara", other_id="kurt"))
    assert words(case, Kind.WITHOUT_PROFESSIONALS) == []


def test_goals_of_nobody_areas_of_the_citizen_alone_and_who_has_much() -> None:
    case = case_with(one("Sara"), one("Ole"), one("Kurt"))
    plan, me = case.the(Plan), citizen_member(case)
    assert me is not None
    case.add(Goal(plan_id=plan.id, title="min egen bolig"))
    case.add(Goal(plan_id=plan.id, title="nået", status=GoalStatus.REACHED))
    own = case.add(Goal(plan_id=plan.id, title="gæld", area=LifeArea.MONEY, responsible_id=me.id))
    assert words(case, Kind.FREE_GOALS) == ["One goal has nobody responsible: »min egen bolig«."]
    assert words(case, Kind.ALONE_WITH) == ["Jonas is alone with this: money. Who could stand beside?"]
    for n in range(5):
        case.add(Step(goal_id=own.id, text=f"{n}", responsible_id="ole"))
    assert words(case, Kind.ALONE_WITH) == []
    assert words(case, Kind.CARRIES) == ["Ole has 5 open things in hand. Could somebody share them?"]


def test_who_was_not_in_touch_for_longer_than_the_shelter_lets_pass() -> None:
    case = case_with(pro("Birgit"), pro("Per"), pro("Lone"), one("Sara"))
    assert case.register is not None
    case.register.add(Shelter(no_contact_days=10))
    plan = case.the(Plan)
    for who in ("birgit", "per", "lone"):
        case.add(Goal(plan_id=plan.id, title=who, responsible_id=who))
    at = datetime(2026, 10, 16, 9)
    case.add(ContactNote(at=at, member_id="birgit"))
    case.add(ContactNote(at=at + timedelta(days=9), member_id="birgit", reached=False))  # tried is not reached
    case.add(ContactNote(at=at + timedelta(days=9), member_id="per"))
    assert words(case, Kind.NOT_IN_TOUCH) == ["Nothing is noted from Birgit since 2026-10-16."]


def test_of_one_or_two_on_the_map_no_list_says_what_is_missing() -> None:
    case = case_with(one("Sara"), pro("Birgit"))
    me = citizen_member(case)
    assert me is not None
    for kind in (SupportKind.TALK, SupportKind.HANDS, SupportKind.COMPANY):
        case.add(Support(giver_id="birgit", receiver_id=me.id, kind=kind))
    assert not kinds(case) & {Kind.NOBODY_GIVES, Kind.ONLY_PROFESSIONALS}
    assert Kind.WISH_FOR in kinds(case)                  # it asks instead


def test_who_gives_and_gets() -> None:
    case = case_with(one("Sara"), one("Ole"), pro("Birgit"))
    me = citizen_member(case)
    assert me is not None
    for kind in (SupportKind.TALK, SupportKind.HANDS, SupportKind.COMPANY):
        case.add(Support(giver_id="sara", receiver_id=me.id, kind=kind))
    case.add(Support(giver_id="birgit", receiver_id=me.id, kind=SupportKind.KNOW_HOW))
    assert words(case, Kind.MUCH_FROM_ONE) == ["Sara gives a lot: somebody to talk to, a helping hand and company."]
    assert words(case, Kind.ONLY_PROFESSIONALS) == ["Only professionals give Jonas this: knowing how."]
    assert words(case, Kind.NOBODY_GIVES) == ["Nobody gives Jonas this yet: a way to others."]
    assert words(case, Kind.ONLY_GETS) == ["Much comes to Jonas. Whom would Jonas like to do something for?"]
    case.add(Support(giver_id=me.id, receiver_id="ole", kind=SupportKind.HANDS))
    assert words(case, Kind.GIVES) == ["Jonas is there for Ole too."]
    assert words(case, Kind.ONLY_GETS) == []


# ---------------------------------------------------------------------------------------------------------- few hands
def with_standing(*standing: StandingAppointment) -> Case:
    return case_with(pro("Birgit", organisation="Hjemløseenheden"), pro("Per", organisation="hjemløseenheden"),
                     pro("Mette", organisation="Rusmiddelcentret"), one("Sara"), *standing)


def test_what_the_citizen_relates_to_before_now_and_as_planned() -> None:
    adopted, ends = date(2026, 10, 20), date(2027, 3, 1)
    case = with_standing(
        StandingAppointment(text="a", member_id="birgit", weekday=0, place_text="Kajen 1", ends_on=adopted),
        StandingAppointment(text="b", member_id="mette", weekday=1, place_text="Torvet 2"),
        StandingAppointment(text="c", member_id="mette", weekday=3, weeks=2, place_text="torvet  2", ends_on=TODAY))
    plan = case.the(Plan)
    assert words(case, Kind.HANDS) == ["Jonas has 3 professionals, one place and 1½ standing appointments a week "
                                       "to relate to."]
    assert words(case, Kind.BEFORE_AND_AFTER) == []      # no plan was adopted, no goal has a deadline
    case.add(PlanVersion(plan_id=plan.id, number=1, adopted_on=adopted))
    case.add(Goal(plan_id=plan.id, title="bolig", deadline=ends, responsible_id="birgit"))
    assert words(case, Kind.BEFORE_AND_AFTER) == [
        "Before the plan: 3 professionals, 2 places and 2½ standing appointments a week. "
        "Now: 3 professionals, one place and 1½ standing appointments a week.",
        "As it is planned for 2027-03-01: 3 professionals, one place and one standing appointment a week."]


def test_where_nothing_is_fixed_no_zero_is_said_and_no_day_is_too_early_or_late() -> None:
    case = case_with(one("Sara"), one("Ole"), StandingAppointment(text="Gåtur", weekday=9, weeks=-3, ends_on=TODAY),
                     StandingAppointment(text="Gruppe", begins_on=date.max, weeks=4))
    assert words(case, Kind.HANDS) == ["Jonas has one standing appointment a week to relate to."]
    home = case.add(Goal(plan_id=case.the(Plan).id, title="bolig", deadline=date.max))
    case.add(PlanVersion(plan_id=case.the(Plan).id, number=1, adopted_on=date.min))
    assert words(case, Kind.BEFORE_AND_AFTER) == [
        "As it is planned for 9999-12-31: one standing appointment every 4 weeks."]
    case.add(Goal(plan_id=case.the(Plan).id, title="job", deadline=date(2027, 3, 1)))
    home.deadline = None
    assert words(case, Kind.BEFORE_AND_AFTER) == ["As it is planned for 2027-03-01: nothing fixed."]
    assert what_it_shows(case, date.max, VOICE) != []


def test_the_same_before_and_now_is_not_said_twice() -> None:
    case = with_standing(StandingAppointment(text="b", member_id="mette", weekday=1))
    case.add(PlanVersion(plan_id=case.the(Plan).id, number=1, adopted_on=date(2026, 10, 20)))
    assert words(case, Kind.BEFORE_AND_AFTER) == []


def pairs(*standing: StandingAppointment, ties: Sequence[Row] = ()) -> list[str]:
    case = with_standing(*standing)
    for tie in ties:
        case.add(tie)
    return words(case, Kind.COULD_BE_ONE)


def comes(text: str, who: str | None, weekday: int | None, place: str = "", **values: object) -> StandingAppointment:
    return StandingAppointment(text=text, member_id=who, weekday=weekday, place_text=place,
                               **values)  # type: ignore[arg-type]


def test_which_appointments_could_be_one() -> None:
    assert pairs(comes("Bolig", "birgit", 2), comes("Gæld", "per", 4)) == [
        "»Bolig« Wednesday and »Gæld« Friday are both here: Hjemløseenheden. Could they be one?"]
    assert pairs(comes("Bolig", "mette", 2), comes("Gæld", "mette", 4)) == [
        "»Bolig« Wednesday and »Gæld« Friday are both with Mette. Could they be one?"]
    assert pairs(comes("Bad", None, 2, "Kajen 1"), comes("Gæld", "mette", 4, "kajen 1")) == [
        "»Bad« Wednesday and »Gæld« Friday are both here: Kajen 1. Could they be on the same day?"]
    for_home = {"goal_id": "home"}
    goal = Goal(id="home", plan_id="plan", title="bolig")
    both = comes("Bolig", "birgit", 2, **for_home), comes("Gæld", "mette", 4, **for_home)
    assert pairs(*both, ties=[goal, *tied("birgit-mette")]) == [
        "»Bolig« Wednesday and »Gæld« Friday are both for »bolig«, with people who know each other. Could they be one?"]


def test_one_goal_or_one_acquaintance_does_not_make_two_appointments_one() -> None:
    """Only that much is said: who works for the same should know of each other."""
    for_home = {"goal_id": "home"}
    goal = Goal(id="home", plan_id="plan", title="bolig")
    both = comes("Bolig", "birgit", 2, **for_home), comes("Gæld", "mette", 4, **for_home)
    assert pairs(*both, ties=[goal]) == [
        "»Bolig« Wednesday and »Gæld« Friday are both for »bolig«. Do they know of each other?"]
    assert pairs(comes("Bolig", "birgit", 2), comes("Gæld", "mette", 4), ties=tied("birgit-mette")) == []


def test_which_could_not() -> None:
    assert pairs(comes("Bolig", "birgit", 2), comes("Gæld", "mette", 4)) == []
    assert pairs(comes("Kaffe", "sara", 2, "Kajen 1"), comes("Gæld", "mette", 4, "Kajen 1")) == []
    assert pairs(comes("Bolig", "birgit", 2, "Kajen 1"), comes("Gæld", "per", 2, "Kajen 1")) == []       # one trip
    assert pairs(comes("Bolig", "birgit", 2, weeks=2, begins_on=TODAY),
                 comes("Gæld", "per", 4, weeks=2, begins_on=TODAY + timedelta(days=7))) == []


def test_who_is_not_spoken_of_is_in_no_sentence() -> None:
    case = with_standing(comes("Bolig", "birgit", 2), comes("Gæld", "per", 4))
    who = [m for m in people(case) if m.id != "per"]
    assert not any("per" in each.members or "Per" in each.words or "Gæld" in each.words for each in said(case, who))
