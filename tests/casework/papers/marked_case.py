"""A case where every text is a mark that says which kind of information it is, and the consents a partner may have."""
from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from borgerplan_desktop.documents.case_schema import Holds, Spec, specs
from borgerplan_desktop.model.application import ApplicationKind
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.consent import (
    Consent,
    ConsentPerson,
    ConsentTopic,
    LegalBasis,
    Narrowing,
    Topic,
    TopicAnswer,
)
from borgerplan_desktop.model.course import LeftHow
from borgerplan_desktop.model.covered import topic_of_application, topic_of_area, topic_of_habit
from borgerplan_desktop.model.everyday_health import HabitKind
from borgerplan_desktop.model.leaving import LeavingItem
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import MeetingStatus
from borgerplan_desktop.model.network import MemberKind
from borgerplan_desktop.model.plan import AgreementStatus, GoalStatus
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Sector, Shelter, StaffMember

TODAY = date(2026, 10, 29)
PARTNER, RELATIVE, HEALER = "network_member1", "network_member2", "network_member3"
AREAS = (*LifeArea, None)
PLACE = "Skovlund"                                       # the shelter's name: it stands in every text
NEVER, ANYBODY, HOUSE, PAD = "no", "ok", "sh", "pd"   # nobody; all who are told; where they live; a private pad
BY_LAW, WISH, LEAVING, BASIS = "nl", "wl", "dl", "kl"    # what one paper says by law, or at the citizen's own wish
CODE = {Topic.PLAN: "pl", Topic.HOUSING: "ho", Topic.MONEY: "mo", Topic.WORK: "wo", Topic.HEALTH: "he",
        Topic.WELLBEING: "we", Topic.SUBSTANCES: "su", Topic.NETWORK: "ne", Topic.CRIME: "cr", Topic.OTHER: "ot"}
ONE = {"citizen", "course", "plan", "cooperation", "stay", "coordinator_assignment", "home_support_wish", "after_care"}
OTHERWISE = {"consent", "consent_person", "consent_topic", "consent_narrowing", "plan_version", "document", "told",
             "delivery", "draft", "merged_case", "merged_field"}
GOALS = {"step", "intervention", "agreement"}
Values = dict[str, Any]


def marks_in(text: str) -> set[str]:
    """The codes of the marks that a text holds, however it was broken into lines."""
    return {found.lower() for found in re.findall(r"zz([a-z]{2})\d{4}", re.sub(r"[\s\u00a0\u00ad]", "", text), re.I)}


def marked(extra: list[Row], *, ended: bool = False, protected: bool = False) -> Case:
    number = itertools.count(2000)
    register: list[Row] = [
        Shelter(id="shelter", name=PLACE, address="Skovvej 7", phone="87654321", email="zzsh003"),
        StaffMember(id="eva", name="Eva zzok1001", title="zzok1002", phone="12345620", email="zzok1003")]
    rows: list[Row] = []
    made = [kind for kind in CITIZEN.rows if kind.__tablename__ not in OTHERWISE]
    ids = {kind.__tablename__: [f"{kind.__tablename__}{n}" for n in range(1 if kind.__tablename__ in ONE else
                                                                          len(AREAS))] for kind in made}
    for kind in made:
        for n, id in enumerate(ids[kind.__tablename__]):
            values = {spec.name: _value(spec, n, ids, f"zz{_code(kind.__tablename__, n, spec.name)}{next(number)}")
                      for spec in specs(kind).values()}
            rows.append(kind(id=id, **values | _as_it_is(kind.__tablename__, n, ended, protected)))
    return Case("case", [*rows, *extra], register=Case("register", register))


def _code(table: str, n: int, name: str) -> str:
    """The kind of information that a text is."""
    if table == "network_member":
        private, health = _kind(n) is MemberKind.PRIVATE, _sector(n) is Sector.HEALTH
        of = {"name": CODE[Topic.NETWORK] if private else ANYBODY, "relation": CODE[Topic.NETWORK],
              "email": NEVER if private else CODE[Topic.HEALTH] if health else ANYBODY,
              **dict.fromkeys(("role", "organisation"),
                              CODE[Topic.NETWORK] if private else CODE[Topic.HEALTH] if health else ANYBODY)}
        return of.get(name, NEVER)
    if table == "goal" or table in GOALS:
        return CODE[topic_of_area(AREAS[n])]
    if table == "habit":
        return CODE[topic_of_habit(_choice(HabitKind, n))]
    if table == "application" and name in ("what", "reference"):
        return ANYBODY if name == "reference" else CODE[topic_of_application(_choice(ApplicationKind, n))]
    if table == "knowledge" and name in ("what", "holder"):
        return ANYBODY if name == "holder" else CODE[_choice(Topic, n)]
    if table == "participant" and name == "why":          # why somebody comes tells where they are from
        return _code("network_member", n, "role") if n else ANYBODY
    if (table, name) in (("agenda_item", "title"), ("agenda_item", "written"), ("agenda_item", "decided"),
                         ("edition_point", "title")):
        return CODE[topic_of_area(AREAS[n])]
    if table in ("meeting", "meeting_edition") and name in ("place_text", "purpose", "link", "not_adopted_why",
                                                                 "own_words"):
        return CODE[Topic.PLAN]
    return {("plan", name): CODE[Topic.PLAN], ("citizen", "name"): ANYBODY, ("citizen", "called"): ANYBODY,
            ("citizen", "acting_municipality"): BY_LAW, ("stay", "notified_to"): BY_LAW,
            ("cooperation", "interpreter_language"): BY_LAW, ("home_support_wish", name): WISH,
            ("expectation", "text"): CODE[Topic.PLAN], ("meeting", "form"): CODE[Topic.PLAN],
            ("parked_topic", "text"): CODE[Topic.PLAN],
            ("ladder_position", name): CODE[Topic.PLAN],
            **{("cooperation", each): CODE[Topic.PLAN] for each in (
                "meeting_place", "involvement", "if_stuck", "may_know", "lay_representative_how")},
            ("leader_pad", "text"): PAD, ("leaving_tick", "note"): LEAVING, ("stay", "left_to"): LEAVING,
            ("coordinator_assignment", "plan_for_after"): CODE[Topic.PLAN], ("course", "waiting_for"): CODE[Topic.PLAN],
            ("course", "plan_for_after"): CODE[Topic.PLAN]}.get((table, name), NEVER)


def _as_it_is(table: str, n: int, ended: bool, protected: bool) -> Values:
    """What a mark, or just any value, would not do for."""
    return {
        "citizen": {"cpr": "1205801234", "ecpr": "", "birth_date": date(1980, 5, 12), "protected_address": protected,
                    "contact_person_id": "eva", "merged_into": "", "anonymous": False},
        "network_member": {"kind": _kind(n), "sector": _sector(n), "removed_on": None,
                           "phone": f"zz{NEVER if _kind(n) is MemberKind.PRIVATE else ANYBODY}{1900 + n}",
                           "left_out_of_paper": False, "involved_from": None, "involved_until": None,
                           "professional_id": None, "staff_id": None},
        "goal": {"area": AREAS[n], "plan_id": "plan0", "status": GoalStatus.SET_ASIDE
                 if AREAS[n] is LifeArea.WELLBEING else GoalStatus.IN_PROGRESS},
        "step": {"goal_id": f"goal{n}"},
        "intervention": {"goal_id": f"goal{n}"},
        "agreement": {"goal_id": f"goal{n}" if AREAS[n] is not None and n % 2 == 0 else None, "area": AREAS[n],
                      "done_on": None, "meeting_id": "meeting0", "status": AgreementStatus.OPEN, "responsible_id":
                      PARTNER},
        **dict.fromkeys(("agenda_item", "participant", "parked_topic", "leader_pad"), {"meeting_id": "meeting0"}),
        "meeting": {"status": MeetingStatus.PLANNED if n else MeetingStatus.HELD,    # the minutes, and one ahead
                    "own_words_for_all": True,
                    "next_meeting_id": "meeting1"},
        "edition_point": {"edition_id": "meeting_edition0", "area": AREAS[n]},
        "meeting_edition": {"number": n + 1},
        "application": {"kind": _choice(ApplicationKind, n), "member_id": PARTNER},
        "knowledge": {"topic": _choice(Topic, n), "member_id": PARTNER},
        "course": {"closed_on": None, "waiting_for_id": PARTNER, "stay_id": "stay0"},
        "coordinator_assignment": {"member_id": HEALER, "until": TODAY if ended else None, "ends_coordination": ended},
        "stay": {"left_on": None, "left_how": LeftHow.DISCHARGED},
        "leaving_tick": {"item": list(LeavingItem)[n % len(LeavingItem)].value, "ticked_on": TODAY},
        "home_support_wish": {"member_id": RELATIVE, "to_id": PARTNER, "no_wish": False},
    }.get(table, {})


def _kind(n: int) -> MemberKind:
    return MemberKind.CITIZEN if n == 0 else MemberKind.PROFESSIONAL if n % 2 else MemberKind.PRIVATE


def _sector(n: int) -> Sector:
    return {1: Sector.AUTHORITY, 2: Sector.FAMILY, 3: Sector.HEALTH}.get(n, Sector.WORK)


def _choice(words: Any, n: int) -> Any:
    return list(words)[n % len(list(words))]


def _value(spec: Spec, n: int, ids: dict[str, list[str]], mark: str) -> Any:
    there = ids.get(spec.target, [])
    values: dict[Holds, Callable[[], Any]] = {
        Holds.TEXT: lambda: f"{mark} {PLACE}",
        Holds.ID: lambda: there[n % len(there)] if there else None if spec.may_be_empty else "",
        Holds.DIGEST: lambda: "", Holds.WHOLE: lambda: n, Holds.NUMBER: lambda: float(n),
        Holds.YES_NO: lambda: False, Holds.DATE: lambda: TODAY + timedelta(days=n),
        Holds.TIME: lambda: datetime.combine(TODAY, datetime.min.time()) + timedelta(days=n),
        Holds.CHOICE: lambda: _choice(spec.words, 0)}
    return values[spec.holds]()


# ------------------------------------------------------------------------------------------------------- the consents
def consents() -> dict[str, tuple[list[Row], set[Topic]]]:
    """By name: new rows, and the topics that may be shared with the partner today."""
    return {name: (rows, topics) for name, rows, topics in _consents()}


def _consents() -> Iterator[tuple[str, list[Row], set[Topic]]]:
    few, every = {Topic.PLAN, Topic.HOUSING}, set(Topic)
    yield "none", [], set()
    yield "plan", _form({Topic.PLAN}), {Topic.PLAN}
    yield "housing", _form({Topic.HOUSING}), {Topic.HOUSING}
    yield "few", _form(few), few
    yield "family", _form({Topic.PLAN, Topic.NETWORK}), {Topic.PLAN, Topic.NETWORK}
    yield "every", _form(every), every
    yield "nearly", _form(every - {Topic.WELLBEING}), every - {Topic.WELLBEING}
    yield "fetch", _form(every, may_fetch=True), every
    yield "withdrawn", _form(every, withdrawn_on=TODAY - timedelta(days=1)), set()
    yield "expired", _form(every, expires_on=TODAY - timedelta(days=1)), set()
    yield "no", _form(every, said_no=True), set()
    yield "narrowed", [*_form(every), *(Narrowing(id=f"n{topic}", narrowed_on=TODAY, consent_id="c", topic=topic,
                                                  member_id=PARTNER) for topic in every - few)], few
    yield "law", _form(every, basis=LegalBasis.STATUTE, basis_law="zzkl1002", may_fetch=True), set()


def _form(topics: set[Topic], *, may_fetch: bool = False, **values: Any) -> list[Row]:
    return [Consent(id="c", given_on=date(2026, 10, 10), purpose="zzkl1001", **values),
            ConsentPerson(id="cp", consent_id="c", member_id=PARTNER, may_fetch=may_fetch),
            *(ConsentTopic(id=f"c{topic}", consent_id="c", topic=topic, answer=TopicAnswer.YES) for topic in topics)]


def may_see(topics: set[Topic]) -> set[str]:
    """The codes that a partner with these topics may read: of the plan nothing without the plan itself."""
    return {CODE[topic] for topic in topics} | ({ANYBODY, HOUSE} if topics else set())
