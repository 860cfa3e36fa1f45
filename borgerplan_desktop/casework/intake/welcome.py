"""What a newcomer is told, in the shelter's own words: the welcome and the house rules, and the sheet as it will be."""
from __future__ import annotations

from typing import NamedTuple

from borgerplan_desktop.casework.papers.reading_language import spoken_first
from borgerplan_desktop.casework.refused import Refused, too_long
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.text import tidy

LONGEST = 4000                                           # characters: a sheet, not a book


class WelcomeTexts(NamedTuple):
    """Empty = the sheet says it in our own plain words."""

    welcome: str
    house_rules: str


def welcome_texts(archive: Archive) -> WelcomeTexts:
    shelter = archive.shelter.case.the(Shelter)
    return WelcomeTexts(shelter.welcome, shelter.house_rules)


def write_welcome(archive: Archive, new: WelcomeTexts) -> None:
    """Write both. Raises Refused for one that is too long, Conflict, StoreTrouble."""
    texts = WelcomeTexts(*(tidy(text).strip() for text in new))
    for field, text in zip(WelcomeTexts._fields, texts, strict=True):
        if len(text) > LONGEST:
            raise Refused(too_long(LONGEST), field)
    shelter = archive.shelter.case.the(Shelter)
    with archive.shelter.action(N_("Edited the welcome"), undoable=False):
        shelter.welcome, shelter.house_rules = texts


def welcome_example(archive: Archive) -> bytes:
    """The sheet as a PDF as a newcomer gets it who is received by whoever is logged in; nobody's name stands on it."""
    from borgerplan_desktop.documents.welcome_sheet import welcome_pdf

    case = Case("example", [Citizen(contact_person_id=archive.who)], register=archive.shelter.case)
    return welcome_pdf(case, language=spoken_first(case), today=archive.today())
