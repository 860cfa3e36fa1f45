"""Which column of a table is what of a service: guessed by its heading, in Danish or English, and changed by hand."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from borgerplan_desktop.documents.reading_in.found_table import FoundTable
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.order import danish

DAYS = "in_house"                                        # no field of the service itself: rows of its own
# Field: what it is called here, and what others call it.
COLUMNS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "name": (N_("Name"), ("navn", "navn på tilbud", "tilbud", "tilbuddets navn", "titel", "name", "name of the service",
                          "service")),
    "kind": (N_("Kind"), ("type", "art", "slags", "ejerform", "tilbudstype", "kind", "kind of service")),
    "organisation": (N_("Run by"), ("organisation", "udbyder", "leverandør", "forening", "enhed", "center",
                                          "organization", "run by", "provider")),
    "target_group": (N_("Target group"), ("målgruppe", "hvem er det for", "for hvem", "target group")),
    "content": (N_("What it offers"), ("indhold", "beskrivelse", "beskriv tilbud", "hvad tilbyder det",
                                       "om tilbuddet", "hvad", "content", "description", "what it offers")),
    "taken_in": (N_("Who can come"), ("hvem kan komme", "inklusion", "inklusionskriterier", "optagelseskriterier",
                                      "visitationskriterier", "kriterier", "optagelse", "who can come",
                                      "criteria")),
    "not_taken_in": (N_("Who cannot"), ("hvem kan ikke", "eksklusion", "eksklusionskriterier", "ikke for",
                                        "who cannot")),
    "needs_referral": (N_("Needs a referral"), ("visitation", "kræver visitation", "henvisning", "kræver henvisning",
                                                "skal visiteres", "referral", "needs a referral")),
    "ladder_step": (N_("Step of the ladder"), ("trin", "trin på indsatstrappen", "indsatstrappe", "trin på trappen",
                                               "step", "ladder", "step of the ladder", "ladder step")),
    "area": (N_("Life area"), ("livsområde", "område", "emne", "tema", "area", "life area")),
    "contact": (N_("Contact"), ("kontakt", "kontaktperson", "kontaktoplysninger", "hvem spørger man efter",
                                "contact", "contact person")),
    "phone": (N_("Phone"), ("telefon", "tlf", "tlf.", "telefonnummer", "tlf. nr.", "tlf nr", "mobil", "phone",
                            "telephone")),
    "email": (N_("E-mail"), ("mail", "e-mail", "email", "mailadresse", "e-mailadresse")),
    "website": (N_("Website"), ("hjemmeside", "web", "website", "www", "link", "url", "internet")),
    "address": (N_("Address"), ("adresse", "sted", "hvor", "beliggenhed", "address", "where")),
    "opening_hours": (N_("Opening hours"), ("åbningstid", "åbningstider", "åbent", "tider", "træffetid",
                                            "opening hours", "hours")),
    DAYS: (N_("Days in the house"), ("dage i huset", "i huset", "kommer i huset", "ugedag i huset", "days in the house",
                                     "in the house")),
    "valid_until": (N_("Right until"), ("gælder til", "gyldig til", "ses efter", "opdateres", "næste opdatering",
                                        "rigtigt til", "valid until", "right until")),
    "closes_on": (N_("Closes on"), ("lukker", "lukket", "ophører", "closes", "closes on")),
}
Columns = dict[str, int]                                 # field: which column of the table
LOOKED_AT = 15                                           # rows in which the headings stand
LABELS = {name: label for name, (label, _others) in COLUMNS.items()}


def headings_at(table: FoundTable) -> int:
    """In which row the headings stand: the first in which the most of them are known; the first of all else."""
    known = [len(guessed(row)) for row in table.rows[:LOOKED_AT]]
    best = max(known)
    return known.index(best) if best and (best > 1 or known[0] == best) else 0


def guessed(headings: Sequence[str]) -> Columns:
    """Each field once, and each column for one field: a heading that is the same before one that only begins so."""
    found: Columns = {}
    keys = [_key(each) for each in headings]
    for exact in (True, False):
        for name, (_label, others) in COLUMNS.items():
            for at, key in enumerate(keys):
                if key and name not in found and at not in found.values() and any(
                        key == _key(other) if exact else key.startswith(_key(other) + " ") for other in others):
                    found[name] = at
    return found


def not_read(table: FoundTable, headings: int, columns: Columns) -> list[str]:
    """The headings of the columns that are nothing of a service here, and have something below them."""
    return [" ".join(heading.split()) for at, heading in enumerate(table.rows[headings])
            if heading.strip() and at not in columns.values()
            and any(at < len(row) and row[at].strip() for row in table.rows[headings + 1:])]


def _key(text: str) -> str:
    return danish(" ".join(text.split()).strip(" :*?()"))
