"""What is typed on the journey: the course of the seed case, with the invented man whose parties are the seed's."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """A professional, and why they come to the meeting."""

    name: str
    role: str
    workplace: str
    part_of_life: str
    phone: str
    why: str


@dataclass(frozen=True)
class Near:
    """Somebody of the citizen's own life."""

    name: str
    relation: str
    part_of_life: str
    tie: str
    helps_with: str


@dataclass(frozen=True)
class Wanted:
    """A goal as it is typed: steps, the help for it, who and when."""

    title: str
    area: str
    why: str
    steps: tuple[tuple[str, str, str], ...]              # words, who, by when
    help: str
    purpose: str
    period: tuple[str, str]                              # from, until – or words and ""
    ladder: str
    responsible: str
    deadline: str
    follow_up: str


NAME = "Jonas Bækgaard"
EARLIER = (                                              # kind, title, from whom, day, text
    ("Myndighedshandleplan", "Handleplan efter § 141", "Hjemløseenheden, Birgit Holm", "9. marts 2026",
     "Jonas ønsker egen bolig. Han er skrevet op til en lille bolig, han kan betale."),
    ("Behandlingsplan", "Behandlingsplan", "Rusmiddelenheden, Anne-Mette Kjær", "18. maj 2026",
     "Mål: højst to dage om ugen med alkohol. Jonas vil gerne undgå antabus denne gang."),
    ("Jobplan", "Min plan", "Beskæftigelsesforvaltningen, Lene Friis", "2. juni 2026",
     "Jonas er uddannet tømrer. Mål: at prøve arbejde få timer om ugen."),
    ("Opholdsplan", "Opholdsplan", "Herberget Havnegade", "6. oktober 2026",
     "Jonas bor på værelse 12. Han vil gerne have ro om natten."),
    ("Opfølgningsredskab", "Kompas fra forrige ophold", "Herberget Havnegade", "20. april 2026",
     "Det går bedst, når jeg laver noget med hænderne. Det går dårligst om natten."))
PRIVATE = (
    Near("Sara Bækgaard", "min datter", "Familie", "Stærk", "Jeg glæder mig til søndag, når hun ringer."),
    Near("Ole Kragh", "min ven her på herberget", "Venner og fællesskab", "Stærk", "Følges med mig til møder."),
    Near("Kurt Jepsen", "min gamle mester", "Arbejde og uddannelse", "Løs", "Kender mig fra dengang, jeg arbejdede."))
PROFESSIONALS = (
    Known("Birgit Holm", "sagsbehandler", "Hjemløseenheden", "Myndighed", "12345611",
          "Har ansvaret hos kommunen og kan søge om bolig."),
    Known("Morten Dahl", "sagsbehandler for rusmidler", "Socialforvaltningen", "Myndighed", "12345612",
          "Kan sige ja til behandlingen."),
    Known("Anne-Mette Kjær", "behandler", "Rusmiddelenheden", "Sundhed og behandling", "12345613",
          "Skal tale med Jonas hver tirsdag."),
    Known("Samir Haddad", "gadeplansmedarbejder", "Psykiatrisk Gadeplansteam", "Sundhed og behandling", "12345614",
          "Ved noget om søvn."),
    Known("Lene Friis", "jobkonsulent", "Beskæftigelsesforvaltningen", "Arbejde og uddannelse", "12345610",
          "Kan finde en vej til arbejde."),
    Known("Per Toft", "frivillig gældsrådgiver", "Frivilligcentret", "Frivillige", "12345615", ""))
OWN_WORDS = (
    ("Håb og drømme", "Jeg vil have min egen dør, som jeg kan låse. Og et bord, hvor Sara kan sidde."),
    ("Det kan jeg", "Jeg er tømrer og dygtig med hænderne."),
    ("Det vigtigste lige nu", "At få ro om natten."))
GOALS = (
    Wanted("Jeg vil drikke mindre, så jeg kan sove", "Rusmidler", "Når jeg sover, kan jeg holde mine aftaler.",
           (("Tale med Anne-Mette hver tirsdag", "Jonas", ""), ("Tale med Samir om min søvn", "Samir", "9. november")),
           "Ambulant behandling", "At drikke højst to dage om ugen.", ("2. november 2026", "30. april 2027"), "Trin 3",
           "Anne-Mette", "30. april 2027", "26. november"),
    Wanted("Jeg vil have min egen dør", "Bolig", "Så Sara kan komme på besøg, og så jeg kan sove uden larm.",
           (("Skrive mig op i to boligselskaber", "Jonas", "6. november"),
            ("Samle papirerne til boligansøgningen", "Eva", "6. november")),
           "Bostøtte, når jeg flytter", "Jeg skal ikke stå alene de første måneder.",
           ("fra indflytning og 9 måneder frem", ""), "Trin 4", "Birgit", "15. januar 2027", "26. november"),
    Wanted("Jeg vil bruge mine hænder igen", "Uddannelse og job", "Jeg er tømrer. Når jeg arbejder, er jeg mig selv.",
           (("Ringe til Kurt og spørge om en prøvedag", "Jonas", "13. november"),),
           "Praktik hos Kurt Jepsen", "At prøve, om kroppen kan holde til det.",
           ("fra februar 2027 i 8 uger", ""), "Trin 2", "Lene", "1. februar 2027", "17. december"))
POINT = "Arbejde og ydelse"
AGREEMENTS = (                                           # what, who, when
    ("Giver Jonas en kopi af planen", "Eva", "i morgen"),
    ("Møder op hos Anne-Mette i Rusmiddelenheden", "Jonas", "hver tirsdag kl. 10"),
    ("Søger om bolig gennem Hjemløseenheden", "Birgit", "6. november"))
MINUTES = "Birgit søger om bolig. Jonas vil se boligen, før han siger ja."
PARKED = "Gælden til det gamle boligselskab"
MEANING = "Du har nu én plan i stedet for fire. Går noget i stå, ringer du til Eva."
LEFT_LYING = "Ole fortæller om værkstedet"               # half typed when the screen locks
