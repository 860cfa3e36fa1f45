"""Cases to print: Jonas with a normal plan, a citizen nothing is known about yet, and one with far too much."""
from __future__ import annotations

from datetime import date, datetime

import borgerplan_desktop.model.kinds  # noqa: F401  (every kind of row)
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation, LayRepresentative
from borgerplan_desktop.model.course import Appointment, CoordinatorAssignment, Course, Stay
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.network import MemberKind, NetworkMember, Representation, Ring, Tie, TieQuality
from borgerplan_desktop.model.plan import (
    Agreement,
    AgreementStatus,
    Goal,
    GoalStatus,
    Intervention,
    LadderPosition,
    Plan,
    PlanVersion,
    Step,
)
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Professional, Sector, Shelter, StaffMember

TODAY = date(2026, 10, 29)


def register() -> Case:
    return Case("shelter", [
        Shelter(id="shelter", name="Herberget Havnegade"),
        StaffMember(id="eva", name="Eva Lind", title="kontaktperson", phone="12345620"),
        Professional(id="birgit", name="Birgit Holm", role="sagsbehandler", organisation="Hjemløseenheden",
                     sector=Sector.AUTHORITY, phone="12 34 56 11")])


def person(id: str, name: str, relation: str, sector: Sector, ring: Ring | None, tie: TieQuality, phone: str = "",
            professional: bool = False, organisation: str = "") -> NetworkMember:
    return NetworkMember(
        id=id, name=name, sector=sector, ring=ring, tie=tie, phone=phone, place=1.0, organisation=organisation,
        kind=MemberKind.PROFESSIONAL if professional else MemberKind.PRIVATE,
        role=relation if professional else "", relation="" if professional else relation)


def jonas_rows() -> list[Row]:
    q, s, r = TieQuality, Sector, Ring
    rows: list[Row] = [
        Citizen(id="jonas", name="Jonas Bækgaard", cpr="1205801234", contact_person_id="eva",
                staff_only="Må aldrig stå på papiret"),
        Course(id="course", first_contact_on=date(2026, 10, 5)),
        Stay(id="stay", room="12", admitted_on=date(2026, 10, 5)),
        Plan(id="plan", situation="Jeg vil have min egen dør, som jeg kan låse. Og et bord, hvor Sara kan sidde, når "
             "hun kommer. Jeg er træt af at fortælle det hele forfra hver gang. Jeg kan godt arbejde, når jeg sover "
             "om natten. Det er dér, vi skal starte.",
             matters_now="At få ro om natten, og at Sara ved, hvor hun kan finde mig.",
             strengths="Jeg er tømrer og dygtig med hænderne.\nJeg taler med Sara hver søndag.\nJeg er god til at "
             "få de andre på herberget til at falde ned.\nJeg har været ædru i syv måneder før. Det kan jeg igen.",
             follow_up="Hver fjerde uge.", follow_up_on=date(2026, 11, 26), ladder_goal=LadderStep.LESS),
        LadderPosition(id="ladder", since=date(2026, 10, 5), step=LadderStep.STAY),
        Cooperation(id="how", meeting_place="Helst på herberget eller på gåtur. I spørger hver gang.",
                    involvement="Jeg læser alt, før det bliver sendt. Jeg får en kopi.",
                    may_know="Fagpersonerne i mit netværk må læse planen, men Lene kun mål 3. Sara får det, jeg selv "
                    "fortæller.", interpreter=Answer.NO, lay_representative=LayRepresentative.HAS,
                    lay_representative_how="Han taler, når jeg beder om det."),
        NetworkMember(id="me", kind=MemberKind.CITIZEN, place=0.0),
        person("sara", "Sara Bækgaard", "min datter", s.FAMILY, r.CLOSEST, q.STRONG, "12 34 56 01"),
        person("lone", "Lone Bækgaard", "Saras mor", s.FAMILY, r.FURTHER, q.BROKEN),
        person("ole", "Ole Kragh", "min ven her på herberget", s.FRIENDS, r.CLOSEST, q.STRONG, "12 34 56 02"),
        person("kurt", "Kurt Jepsen", "min gamle mester", s.WORK, r.CLOSE, q.LOOSE, "12 34 56 03"),
        person("lene", "Lene Friis", "jobkonsulent", s.WORK, r.FURTHER, q.STRAINED, "12 34 56 10", True,
                "Beskæftigelsesforvaltningen"),
        NetworkMember(id="birgit_m", kind=MemberKind.PROFESSIONAL, professional_id="birgit", sector=s.AUTHORITY,
                      ring=r.CLOSE, tie=q.ORDINARY, place=6.0),
        person("morten", "Morten Dahl", "sagsbehandler", s.AUTHORITY, r.FURTHER, q.ORDINARY, "12 34 56 12", True,
                "rusmidler"),
        person("mette", "Anne-Mette Kjær", "behandler", s.HEALTH, r.CLOSE, q.ORDINARY, "12 34 56 13", True,
                "Rusmiddelenheden"),
        person("samir", "Samir Haddad", "gadeplansmedarbejder", s.HEALTH, r.FURTHER, q.LOOSE, "12 34 56 14", True,
                "Psykiatrisk Gadeplansteam"),
        person("per", "Per Toft", "gældsrådgiver", s.VOLUNTEERS, r.FURTHER, q.ORDINARY, "12 34 56 15", True),
        NetworkMember(id="eva_m", kind=MemberKind.PROFESSIONAL, staff_id="eva", sector=s.SHELTER, ring=r.CLOSEST,
                      tie=q.STRONG, place=9.0),
        person("hidden", "Hemmelige Hansen", "min onkel", s.FAMILY, r.CLOSE, q.ORDINARY, "99 99 99 99"),
        Tie(id="tie", one_id="sara", other_id="lone"),
        CoordinatorAssignment(id="holder", since=date(2026, 10, 8), member_id="eva_m"),
        Representation(id="ole_r", member_id="ole"),
    ]
    hidden = rows[-4]
    assert isinstance(hidden, NetworkMember)
    hidden.left_out_of_paper = True
    rows += [
        Goal(id="g1", plan_id="plan", place=1, title="Jeg vil have min egen dør", area=LifeArea.HOUSING,
             why="Så Sara kan komme på besøg, og så jeg kan sove uden larm.", status=GoalStatus.IN_PROGRESS,
             responsible_id="birgit_m", deadline=date(2027, 1, 15), follow_up_on=date(2026, 11, 26)),
        Step(id="s1", goal_id="g1", place=1, text="Skrive mig op i to boligselskaber", done_on=date(2026, 10, 20)),
        Step(id="s2", goal_id="g1", place=2, text="Samle papirerne til boligansøgningen", responsible_id="eva_m",
             due_on=date(2026, 11, 6)),
        Step(id="s3", goal_id="g1", place=3, text="Se en bolig sammen med Eva, før jeg siger ja", responsible_id="me"),
        Intervention(id="i1", goal_id="g1", name="Bostøtte, når jeg flytter (CTI, en fast hjælper i overgangen)",
                     purpose="Jeg skal ikke stå alene de første måneder.", period="fra indflytning og 9 måneder frem",
                     ladder_step=LadderStep.MORE),
        Goal(id="g2", plan_id="plan", place=2, title="Jeg vil drikke mindre, så jeg kan sove", area=LifeArea.SUBSTANCES,
             why="Når jeg sover, kan jeg holde mine aftaler og passe på mit humør.", status=GoalStatus.SLOWLY,
             responsible_id="mette", deadline=date(2027, 4, 30), follow_up_on=date(2026, 11, 26)),
        Step(id="s4", goal_id="g2", place=1, text="Tale med Anne-Mette hver tirsdag", done_on=date(2026, 10, 27)),
        Step(id="s5", goal_id="g2", place=2, text="Tale med Samir om min søvn", responsible_id="samir",
             due_on=date(2026, 11, 9)),
        Step(id="s6", goal_id="g2", place=3, text="Skrive op, hvordan jeg har sovet", responsible_id="me"),
        Intervention(id="i2", goal_id="g2", place=1, name="Ambulant behandling", provider="Rusmiddelenheden",
                     purpose="At drikke højst to dage om ugen.", from_on=date(2026, 11, 2), until_on=date(2027, 4, 30),
                     ladder_step=LadderStep.LESS, responsible_id="mette"),
        Intervention(id="i3", goal_id="g2", place=2, name="Samtaler med Psykiatrisk Gadeplansteam",
                     purpose="At finde ud af, hvad der holder mig vågen.", from_on=date(2026, 11, 9),
                     until_on=date(2027, 1, 31)),
        Goal(id="g3", plan_id="plan", place=3, title="Jeg vil bruge mine hænder igen", area=LifeArea.WORK,
             why="Jeg er tømrer. Når jeg arbejder, er jeg mig selv.", responsible_id="me",
             deadline=date(2027, 2, 1), follow_up_on=date(2026, 12, 17)),
        Step(id="s7", goal_id="g3", place=1, text="Ringe til Kurt og spørge om en prøvedag", responsible_id="me",
             due_on=date(2026, 11, 13)),
        Step(id="s8", goal_id="g3", place=2, text="Få mit svendebrev og mit kørekort frem", responsible_id="me"),
        Intervention(id="i4", goal_id="g3", name="Praktik hos Kurt Jepsen",
                     purpose="At prøve, om kroppen kan holde til det.", period="fra februar 2027 i 8 uger",
                     responsible_id="lene"),
        Goal(id="g4", plan_id="plan", place=4, title="Det her mål er valgt fra", status=GoalStatus.SET_ASIDE),
    ]
    for number, (who, what, when, due, done) in enumerate((
            ("eva_m", "Giver Jonas en kopi af planen og ringer til Sara sammen med ham", "", date(2026, 10, 30), True),
            ("me", "Møder op hos Anne-Mette i Rusmiddelenheden", "hver tirsdag kl. 10", None, False),
            ("morten", "Sender bevilling til behandlingen", "", date(2026, 11, 2), False),
            ("birgit_m", "Søger om bolig gennem Hjemløseenheden", "", date(2026, 11, 6), False),
            ("per", "Laver en liste over gælden sammen med Jonas", "", date(2026, 11, 18), False),
            ("lene", "Undersøger praktik, så ydelsen ikke stopper", "", date(2026, 11, 20), False))):
        rows.append(Agreement(id=f"a{number}", place=number, text=what, responsible_id=who, when=when, due_on=due,
                              status=AgreementStatus.DONE if done else AgreementStatus.OPEN,
                              done_on=TODAY if done else None))
    rows += [
        Appointment(id="t1", on=date(2026, 11, 3), at="10.00", member_id="mette",
                    place_text="Rusmiddelenheden, Kajgade 4"),
        Appointment(id="t2", on=date(2026, 11, 9), at="13.00", member_id="samir",
                    place_text="på herberget, dit værelse"),
        Appointment(id="t3", on=date(2026, 11, 18), at="14.00", member_id="per", text="gæld",
                    place_text="Frivilligcentret, Torvet 2"),
        Appointment(id="t0", on=date(2026, 10, 1), text="Det er forbi"),
        Meeting(id="m1", kind=MeetingKind.FOLLOW_UP, status=MeetingStatus.PLANNED,
                starts_at=datetime(2026, 11, 26, 11), place_text="herberget, mødelokale 2"),
    ]
    return rows


def jonas() -> Case:
    return Case("case", jonas_rows(), register=register())


def protected() -> Case:
    """Nobody may know where the citizen lives."""
    rows = jonas_rows()
    for row in rows:
        if isinstance(row, Citizen):
            row.protected_address = True
    return Case("case", rows, register=register())


def adopted() -> PlanVersion:
    return PlanVersion(id="v1", number=1, adopted_on=TODAY, plan_id="plan")


def empty_rows() -> list[Row]:
    return [Citizen(id="c"), Course(id="course", first_contact_on=TODAY), Plan(id="plan"),
            NetworkMember(id="me", kind=MemberKind.CITIZEN)]


def empty() -> Case:
    """First contact, and nothing more is known."""
    return Case("case", empty_rows())


def overfull() -> Case:
    """20 goals, absurd names, long words, a crowd."""
    rows = jonas_rows()
    for row in list(rows):
        if isinstance(row, Citizen):
            row.name = "Maximilian-Alexander Christoffersen von Wolfenbüttel-Østergaard"
        if isinstance(row, Plan):
            row.situation = " ".join([row.situation] * 4)
            row.strengths = "\n".join([row.strengths] * 3)
    monster = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    for i in range(17):
        long = " – og det skal ske i ordentlig ro og uden at nogen taler hen over hovedet på mig" if i % 4 == 0 else ""
        goal = f"x{i}"
        rows.append(Goal(id=goal, plan_id="plan", place=10 + i, title=f"Jeg vil have min egen dør{long}",
                         why="Så Sara kan komme på besøg, og så jeg kan sove uden larm. " * (1 + i % 3),
                         area=LifeArea.HOUSING, responsible_id="birgit_m", deadline=date(2027, 1, 15)))
        for j in range(3 * (1 + i % 4)):
            rows.append(Step(id=f"{goal}s{j}", goal_id=goal, place=j, due_on=date(2026, 11, 1 + j),
                             text="Skrive mig op i to boligselskaber" + " og vente" * j))
        for j in range(1 + i % 3):
            rows.append(Intervention(id=f"{goal}i{j}", goal_id=goal, name="Bostøtte", from_on=date(2026, 11, 1),
                                     purpose="Jeg skal ikke stå alene. " * (1 + j)))
        rows += [
            Agreement(id=f"{goal}a", place=20 + i, responsible_id="birgit_m", due_on=date(2026, 11, 3),
                      text=f"Sender bevilling {monster} " * (1 + i % 2)),
            Appointment(id=f"{goal}t", on=date(2026, 11, 4), at="9.00", member_id="mette",
                        place_text="Rusmiddelenheden i Kajgade på tredje sal til venstre"),
        ]
    for i in range(14):
        rows.append(person(f"p{i}", f"Person{i} Christoffersen-Wolfenbüttel", "en, jeg kender fra herberget",
                            list(Sector)[i % 7], list(Ring)[i % 3], list(TieQuality)[i % 5], "12 34 56 78", i % 2 == 0))
    return Case("case", rows, register=register())


NASTY = (
    "<b>fed</b> & <img src=\"/etc/passwd\"/> <para>", "&lt;&amp;&#60; ]]> <!-- -->", "skriv til <jens@x.dk> (nu) \\n",
    "glad \U0001F600 og \U0001F469\u200d\U0001F692",
    "skjult \u202etxet\u202c og \u200bnul\ufeff", "\x00\x07\x1b[31m styr",
    "שלום مرحبا", "{name} %s %(x)s {0} {", "w" * 500, "https://example.org/" + "a/" * 200, "Øæåß ĸ łśż șț é",
)


def hostile() -> Case:
    """Every text of the case says what a text should not be able to say."""
    rows = jonas_rows()
    for number, row in enumerate(rows):
        for name in ("name", "title", "text", "why", "purpose", "relation", "role", "organisation", "period", "room",
                     "situation", "matters_now", "strengths", "meeting_place", "involvement", "may_know", "place_text"):
            if isinstance(getattr(row, name, None), str):
                setattr(row, name, NASTY[(number + len(name)) % len(NASTY)])
    return Case("case", rows, register=register())
