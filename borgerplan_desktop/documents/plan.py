"""Borgerens Plan: the one paper that the citizen takes home, made from the case and nothing else."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from borgerplan_desktop.documents.blank_form import end_of_form
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper_frame import begin, copy_for, foot_note
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import (
    appointments,
    cooperation,
    what_is_expected,
    who_does_what,
)
from borgerplan_desktop.documents.plan_course import course, ladder
from borgerplan_desktop.documents.plan_first_page import head, own_words, title_of
from borgerplan_desktop.documents.plan_goals import goals
from borgerplan_desktop.documents.plan_network import network, what_helps
from borgerplan_desktop.documents.plan_other_plans import other_plans
from borgerplan_desktop.documents.plan_signing import signing
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.covered import EVERYTHING, Covered
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.model.signature import Signature


def plan_pdf(case: Case, *, language: str = "da", large_print: bool = False, today: date, now: time | None = None,
             version: PlanVersion | None = None, reader: Reader = Reader.CITIZEN,
             signatures: Mapping[str, Signature] | None = None, covered: Covered = EVERYTHING) -> bytes:
    """The plan as a PDF: `version` is the adopted one it is printed as; without it, it is a draft of `today`.

    An adopted edition has one content: it speaks of the day it was adopted, whenever it is drawn. A draft drawn at
    `now` leaves out what began earlier that day. `reader` is whom the paper is for, `covered` what they may be told;
    `signatures` are those drawn on the screen, by their digests. Raises LookupError for a case without citizen, course
    or plan, ValueError for a language the paper does not speak.
    """
    day = version.adopted_on if version else today
    p = written(case, language, large_print, day, now=None if version else now, version=version, reader=reader,
                signatures=signatures, covered=covered)
    end_of_form(p)
    edition, dated = p.edition, p.words.day(day)
    copy = p.say("copy for others") if p.for_others else ""
    kind = p.say("The citizen's plan")
    footer = Footer((p.citizen.name or p.citizen.first_name, kind, edition, copy, dated),
                    p.say("page {page} of {total}"), note=foot_note(p.words, adopted=version is not None),
                    copy_for=copy_for(p))
    about = About(author=p.issuer, subject=", ".join(part for part in (kind, edition, copy, dated) if part), on=day)
    return build(p.galley, title_of(p), footer, about)


def written(case: Case, language: str, large_print: bool, today: date, *, now: time | None = None, draft: bool = False,
            version: PlanVersion | None = None, reader: Reader = Reader.CITIZEN,
            signatures: Mapping[str, Signature] | None = None, covered: Covered = EVERYTHING) -> PlanContext:
    """The whole plan on its galley, not cut into pages yet. `draft` says what `version` is not there to say."""
    assert not (draft and version is not None), "an adopted edition is no draft"
    p = begin(case, language, large_print, today, reader=reader, version=version, now=now,
              signatures=signatures, covered=covered)
    head(p)
    own_words(p)
    course(p)
    ladder(p)
    goals(p)
    cooperation(p)
    what_is_expected(p)
    what_helps(p)
    other_plans(p)
    who_does_what(p)
    appointments(p)
    signing(p)
    network(p)
    return p
