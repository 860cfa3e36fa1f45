"""What we wait for, on paper for the citizen: it says everything, names nobody it may not, and passes the judge."""
from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.documents.waiting_list import waiting_list_pdf
from borgerplan_desktop.model.application import (
    Application,
    ApplicationKind,
    HousingOffer,
    Meanwhile,
    Nudge,
    NudgeStep,
    OfferAnswer,
    Outcome,
)
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import ResponsibilityRequest
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Row
from tests import vera
from tests.documents import reading, samples

ASKED = samples.TODAY - timedelta(24)


def waits(times: int = 1, words: str = "") -> list[Row]:
    made: list[Row] = []
    for n in range(times):
        made += [
            Application(id=f"home{n}", kind=ApplicationKind.HOUSING_LIST, what=f"Lille lejlighed ved havnen {words}",
                        office="Boligforeningen", member_id="birgit_m", sent_on=ASKED, reference="4711",
                        nudge_on=samples.TODAY + timedelta(3), meanwhile_kind=Meanwhile.SKILLS,
                        meanwhile=f"Du øver madlavning to gange om ugen. {words}", if_no=f"Pladsen bliver. {words}"),
            HousingOffer(id=f"offer{n}", application_id=f"home{n}", dwelling=f"Skovvej 3 {words}",
                         cost_of_no="din plads", answer_by=samples.TODAY + timedelta(5)),
            HousingOffer(id=f"no{n}", application_id=f"home{n}", dwelling="Havnegade 1", answer=OfferAnswer.DECLINED,
                         why="For langt fra Sara."),
            Nudge(id=f"nudge{n}", on=ASKED + timedelta(9), step=NudgeStep.MAIL, application_id=f"home{n}"),
            Application(id=f"money{n}", kind=ApplicationKind.SINGLE_BENEFIT, sent_on=ASKED),
            Application(id=f"draft{n}", what="dagbehandling", kind=ApplicationKind.TREATMENT),
            Application(id=f"pension{n}", what="helbredstillæg", office="Udbetaling Danmark", sent_on=ASKED,
                        outcome=Outcome.NO, answered_on=ASKED + timedelta(2), answer=f"Indtægten er for høj. {words}",
                        if_no="du kan klage inden fire uger")]
    return made


def with_waits(base: Case, *more: Row) -> Case:
    return Case("case", [*base.rows(), *more], register=base.register)


def paper(case: Case, language: str = "da", large_print: bool = False) -> bytes:
    return waiting_list_pdf(case, language=language, large_print=large_print, today=samples.TODAY)


def test_it_says_who_since_when_who_asks_again_and_what_happens_meanwhile() -> None:
    asked = ResponsibilityRequest(id="asked", course_id="course", office="Hjemløseenheden", asked_on=ASKED)
    said = reading.squeezed(reading.text(paper(with_waits(samples.jonas(), asked, *waits()))))
    for words in ("Det venter vi på", "Lille lejlighed ved havnen", "Birgit Holm, Boligforeningen", "spurgt igen den",
                  "4711", "spørger igen den", "Øve hverdagens opgaver", "Du øver madlavning to gange om ugen.",
                  "Pladsen bliver.", "Skovvej 3", "Det koster et nej: din plads", "Du sagde nej.",
                  "For langt fra Sara.",
                  "En enkeltydelse", "Det har vi ikke aftalt endnu.", "Ikke sendt endnu", "dagbehandling",
                  "helbredstillæg", "Indtægten er for høj.", "du kan klage inden fire uger"):
        assert words.replace(" ", "") in said, words
    assert "120580" not in said


def test_with_nothing_to_wait_for_it_says_so() -> None:
    assert "Lige nu venter vi ikke på noget." in reading.text(paper(samples.empty())).replace("\u00a0", " ")


def test_a_day_that_has_passed_is_no_promise() -> None:
    late = Application(id="late", what="en bolig", sent_on=ASKED, nudge_on=samples.TODAY - timedelta(1))
    said = reading.text(paper(with_waits(samples.jonas(), late))).replace("\u00a0", " ")
    assert "skulle have spurgt igen den 28. oktober. Vi gør det nu." in said
    assert "spørger igen den" not in said


def test_who_is_left_out_of_paper_and_the_address_are_not_on_it() -> None:
    rows = [*samples.jonas_rows(), *waits()]
    next(row for row in rows if isinstance(row, NetworkMember) and row.id == "birgit_m").left_out_of_paper = True
    next(row for row in rows if isinstance(row, Citizen)).protected_address = True
    said = reading.text(paper(Case("case", rows, register=samples.register())))
    assert "Birgit" not in said


@pytest.mark.vera
def test_it_passes_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    full = with_waits(samples.jonas(), *waits())
    overfull = with_waits(samples.jonas(), *waits(25, "Wohnungsberechtigungsscheinantragsformular " * 12))
    paths = []
    for name, case in (("empty", samples.empty()), ("full", full), ("overfull", overfull)):
        for language, large_print in (("da", False), ("da", True), ("en", False)):
            paths.append(tmp_path / f"{name}-{language}-{large_print}.pdf")
            paths[-1].write_bytes(paper(case, language, large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}


def test_it_is_the_same_whenever_it_is_made() -> None:
    assert isinstance(samples.TODAY, date)
    case = with_waits(samples.jonas(), *waits())
    assert paper(case) == paper(case)
