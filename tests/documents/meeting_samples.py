"""The first network meeting to print: six are asked, one of them without consent; before, and after it was held."""
from __future__ import annotations

from datetime import date, datetime, timedelta

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Topic, TopicAnswer
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingStatus,
    ParkedTopic,
    Participant,
    Presence,
)
from borgerplan_desktop.model.meeting_edition import EditionPoint, MeetingEdition
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.model.row import Row
from tests.documents import samples

MEETING = "network"
STARTS = datetime(2026, 11, 12, 10)
ASKED = (("me", "Mødet er for Jonas"), ("ole", "Støtter Jonas"), ("eva_m", "Leder mødet og skriver"),
         ("birgit_m", "Bolig og myndighed"), ("morten", "Bevilling til behandling"),
         ("mette", "Kender behandlingen"), ("lene", "Job og praktik"))
COVERED = {"ole": set(Topic), "birgit_m": set(Topic), "morten": {Topic.PLAN, Topic.SUBSTANCES},
           "mette": {Topic.PLAN, Topic.HEALTH, Topic.SUBSTANCES}}        # nobody has asked about Lene
POINTS = (("Velkommen, og hvorfor vi er her", 5, "eva_m", None), ("Jonas fortæller", 10, "me", None),
          ("Mål: Jeg vil have min egen dør", 15, "birgit_m", "g1"),
          ("Mål: Jeg vil drikke mindre, så jeg kan sove", 15, "mette", "g2"), ("Runde: Hvad ser vi?", 10, None, None),
          ("Næste møde og farvel", 5, "eva_m", None))


def rows(*, held: bool = False) -> list[Row]:
    made: list[Row] = [each for each in samples.jonas_rows() if not isinstance(each, Meeting)]
    made += [
        Meeting(id=MEETING, kind=MeetingKind.NETWORK, starts_at=STARTS, ends_at=STARTS + timedelta(hours=1),
                status=MeetingStatus.HELD if held else MeetingStatus.PLANNED, place_text="Herberget, mødelokale 2",
                purpose="Vi laver én plan sammen med Jonas.", form="Alle kommer til orde. Vi slutter til tiden.",
                citizen_wants="Tale om bolig og søvn", citizen_avoids="Min far", next_meeting_id="later" if held else
                None, started_at=STARTS if held else None, ended_at=STARTS + timedelta(minutes=58) if held else None,
                meaning="Du har nu én plan. Alle arbejder efter den. Du skal ikke fortælle det hele forfra."),
        Meeting(id="later", kind=MeetingKind.FOLLOW_UP, starts_at=datetime(2026, 12, 10, 11),
                place_text="Herberget, mødelokale 2"),
        *(Participant(id=f"p_{member}", meeting_id=MEETING, place=float(n), member_id=member, why=why,
                      presence=Presence.UNKNOWN if not held else Presence.DID_NOT_COME if member == "morten" else
                      Presence.PRESENT) for n, (member, why) in enumerate(ASKED)),
        *(AgendaItem(id=f"item{n}", meeting_id=MEETING, place=float(n), title=title, minutes=minutes, lead_id=lead,
                     goal_id=goal, round=lead is None, done=held, written=f"Det blev sagt om {title.lower()}." if held
                     and 0 < n < 5 else "") for n, (title, minutes, lead, goal) in enumerate(POINTS))]
    for member, topics in COVERED.items():
        made += [Consent(id=f"c_{member}", given_on=date(2026, 10, 12)),
                 ConsentPerson(id=f"cp_{member}", consent_id=f"c_{member}", member_id=member),
                 *(ConsentTopic(id=f"ct_{member}_{topic}", consent_id=f"c_{member}", topic=topic,
                                answer=TopicAnswer.YES) for topic in topics)]
    if held:
        made += [ParkedTopic(id="aside", meeting_id=MEETING, text="Cyklen i kælderen")]
        made += [Agreement(id=f"agreed{n}", place=float(20 + n), meeting_id=MEETING, text=text, responsible_id=who,
                           due_on=due, area=area) for n, (who, text, due, area) in enumerate((
                               ("birgit_m", "Søger om bolig på Kajen", date(2026, 11, 20), LifeArea.HOUSING),
                               ("mette", "Har en tid til Jonas hver tirsdag", date(2026, 11, 17), LifeArea.SUBSTANCES),
                               ("me", "Ringer til Kurt", date(2026, 11, 27), None)))]
    return made


def meeting(*, held: bool = False, extra: list[Row] | None = None) -> Case:
    return Case("case", [*rows(held=held), *(extra or [])], register=samples.register())


def edition(number: int = 1) -> list[Row]:
    """The invitation as it was sent: an hour earlier, in another room, with a point that is gone and without one."""
    return [MeetingEdition(id="e1", number=number, made_at=datetime(2026, 10, 20, 9), meeting_id=MEETING,
                           starts_at=STARTS - timedelta(hours=1), ends_at=STARTS, place_text="Mødelokale 1",
                           purpose="Vi laver én plan sammen med Jonas."),
            *(EditionPoint(id=f"ep{n}", edition_id="e1", place=float(n), item_id=f"item{n}", title=title,
                           minutes=minutes + (5 if n == 3 else 0),
                           area={"g1": LifeArea.HOUSING, "g2": LifeArea.SUBSTANCES}.get(goal or ""))
              for n, (title, minutes, _lead, goal) in enumerate(POINTS) if n != 4),
            EditionPoint(id="ep9", edition_id="e1", place=9.0, item_id="gone", title="Gælden", minutes=10)]


def crowded() -> Case:
    """Forty people and thirty points, with long words."""
    long = "Vi taler om Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, og vi gør det i ro og mag. "
    extra: list[Row] = []
    for n in range(33):
        member = samples.person(f"many{n}", f"Person-Maximilian {n} Wolfenbüttel-Østergaard",
                                "koordinerende sagsbehandler", samples.Sector.AUTHORITY, None,
                                samples.TieQuality.ORDINARY, professional=True, organisation="Hjemløseenheden i byen")
        extra += [member, Participant(id=f"pm{n}", meeting_id=MEETING, place=20.0 + n, member_id=member.id, why=long)]
    extra += [AgendaItem(id=f"im{n}", meeting_id=MEETING, place=20.0 + n, title=long * (1 + n % 2), minutes=12,
                         written=long * (1 + n % 5)) for n in range(24)]
    extra += [Agreement(id=f"am{n}", place=50.0 + n, meeting_id=MEETING, text=long, responsible_id=f"many{n}",
                        when="hver anden torsdag, når det passer") for n in range(30)]
    extra += [ParkedTopic(id=f"pa{n}", meeting_id=MEETING, place=float(n), text=long) for n in range(12)]
    return meeting(held=True, extra=extra)
