"""The sheets for a pen, and what we changed: what they say, whom they name, and that they last and are read aloud."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.documents.feedback_sheet import SURVEY, feedback_sheet_pdf, survey_pdf
from borgerplan_desktop.documents.you_said import you_said_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import ANSWERS, QUESTIONS, Meeting, MeetingKind
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.what_we_changed import WhatWeChanged
from tests import vera
from tests.documents import reading, samples

TODAY = samples.TODAY


def case_with(*rows: Row, protected: bool = False) -> Case:
    known = samples.jonas_rows()
    next(row for row in known if isinstance(row, Citizen)).protected_address = protected
    return Case("case", [*known, *rows], register=samples.register())


def said(number: int, words: str = "Der var for mange.", changed: str = "Vi var fire.", done: bool = True) -> Row:
    on = TODAY - timedelta(days=number)
    return WhatWeChanged(id=f"said{number}", said_on=on, said=words, changed=changed,
                         changed_on=on + timedelta(days=1) if done else None)


def squeezed(data: bytes) -> str:
    return reading.squeezed(reading.text(data))


def has(data: bytes, *words: str) -> None:
    found = squeezed(data)
    for each in words:
        assert reading.squeezed(each) in found, each


def test_the_four_questions_stand_each_with_five_circles() -> None:
    data = feedback_sheet_pdf(case_with(), today=TODAY)
    has(data, "Jonas, du bestemmer, hvad du svarer på.", "Fik du sagt det, du kom for at sige?",
        "Er det stadig din egen plan?", "Hvad skal vi gøre anderledes næste gang?", "side 1 af 1")
    assert squeezed(data).count("Nogenlunde") == len(QUESTIONS)
    assert "120580" not in squeezed(data)
    roles = [str(node.S) for _, node in reading.elements(reading.opened(data))]
    assert roles.count("/LI") == len(QUESTIONS) * len(ANSWERS)


def test_it_says_what_it_is_about_where_that_is_known() -> None:
    talk = Meeting(id="talk", kind=MeetingKind.TALK, started_at=datetime(2026, 10, 27, 9, 21))
    assert "Samtalenvar" in squeezed(feedback_sheet_pdf(case_with(talk), today=TODAY))
    has(feedback_sheet_pdf(case_with(talk), "talk", today=TODAY), "Det handler om", "Samtale, 27. oktober")


def test_the_survey_names_nobody_and_is_one_sheet() -> None:
    data = survey_pdf(case_with(), today=TODAY)
    has(data, "Hvordan er det at bo her?", "Føler du dig tryg her?", "Hvad er det bedste her?", "side 1 af 1")
    for name in ("Jonas", "Bækgaard", "Eva", "120580"):
        assert name not in squeezed(data), name
    figures = [node for _, node in reading.elements(reading.opened(data)) if str(node.S) == "/Figure"]
    assert len(figures) == len(SURVEY) * len(ANSWERS)


def test_a_protected_address_is_on_none_of_them() -> None:
    case = case_with(said(3), protected=True)
    for data in (feedback_sheet_pdf(case, today=TODAY), survey_pdf(case, today=TODAY), you_said_pdf(case, today=TODAY)):
        assert "Havnegade" not in squeezed(data)
        with reading.opened(data) as pdf:
            assert pdf.docinfo["/Author"] == "Borgerplan"


def test_what_was_said_stands_with_what_we_did_the_newest_first() -> None:
    data = you_said_pdf(case_with(said(9), said(3, "Kan vi mødes senere?", "", done=False),
                                  said(5, "Tal dansk", "Vi øver os", done=False)), today=TODAY)
    has(data, "Du sagde – vi gjorde", "»Der var for mange.«", "Vi var fire.", "Sådan har det været siden",
        "Det venter på os. Vi fortæller dig, hvad der sker.", "Vi øver os")
    found = squeezed(data)
    assert found.index("mødessenere") < found.index("Taldansk") < found.index("formange")
    assert "score" not in found


def test_with_nothing_written_there_are_lines_for_a_pen() -> None:
    has(you_said_pdf(case_with(), today=TODAY), "Du sagde", "Vi gjorde", "Sig det til os")


@pytest.mark.vera
def test_they_pass_empty_full_and_overfull_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    long = "Der var for mange, og jeg kendte dem ikke. " * 60
    cases = {"empty": samples.empty(), "full": case_with(said(3), said(9)), "strange": case_with(said(2, "中 ❤ محمد")),
             "over": case_with(*(said(n, long, long) for n in range(30)))}
    paths = []
    for name, case in cases.items():
        for language in ("da", "en"):
            for large in (False, True):
                for kind, make in (("f", feedback_sheet_pdf), ("s", survey_pdf), ("y", you_said_pdf)):
                    paths.append(tmp_path / f"{kind}-{name}-{language}-{large}.pdf")
                    paths[-1].write_bytes(make(case, language=language, large_print=large, today=TODAY))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}


@pytest.mark.parametrize("language", ["da", "pl+da", "ro+da"])
@pytest.mark.parametrize("large_print", [False, True])
def test_thanks_are_never_alone_on_a_page(language: str, large_print: bool) -> None:
    data = feedback_sheet_pdf(samples.jonas(), language=language, large_print=large_print, today=samples.TODAY)
    last = " ".join(reading.run("pdftotext", data, "-raw").rstrip("\f").split("\f")[-1].split())
    assert "Hvad skal vi gøre anderledes næste gang?" in last
