"""The letter that asks for what somebody else knows: it says by what right, and never sets the CPR number."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.knowledge_request import knowledge_request_pdf
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Galley, Stroke, Words
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, LegalBasis, Topic
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.row import Row
from tests import vera
from tests.documents import reading, samples
from tests.documents.test_consent_form import housed

LONG = "En meget lang beskrivelse af en udredning, som nogen engang har lavet. " * 60


def asking(*, law: str = "", what: str = "Speciallægeerklæring fra 2024", purpose: str = "At søge bolig.") -> list[Row]:
    return [Knowledge(id="k", noted_on=samples.TODAY, what=what, topic=Topic.HEALTH, member_id="birgit_m"),
            Consent(id="c", given_on=date(2026, 10, 20), purpose=purpose,
                    basis=LegalBasis.STATUTE if law else LegalBasis.CONSENT, basis_law=law),
            ConsentPerson(id="cp", consent_id="c", member_id="birgit_m", may_fetch=True),
            ConsentTopic(id="ct", consent_id="c", topic=Topic.HEALTH)]


def case_with(*rows: Row) -> Case:
    return Case("case", [*samples.jonas_rows(), *rows], register=samples.register())


def letter(case: Case, about: str = "", language: str = "da", large_print: bool = False) -> bytes:
    return knowledge_request_pdf(case, about, language=language, large_print=large_print, today=samples.TODAY)


def says(data: bytes, *words: str) -> None:
    said = reading.squeezed(reading.text(data))
    for each in words:
        assert reading.squeezed(each) in said, each


def test_it_says_what_from_whom_and_by_what_consent() -> None:
    data = letter(case_with(*asking()), "k")
    says(data, "Birgit Holm", "Hjemløseenheden", "Herberget Havnegade", "Jonas Bækgaard",
         "Speciallægeerklæring fra 2024", "Helbred",
         "Borgeren ved, at vi spørger jer, og gav 20. oktober 2026 samtykke", "»At søge bolig.«",
         "§ 11 a i lov om retssikkerhed", "29. oktober 2026", "Eva Lind", "Tlf. 12 34 56 20")
    assert "120580" not in reading.text(data)
    with reading.opened(data) as pdf:
        assert "Jonas" not in str(pdf.docinfo.get("/Title")) + str(pdf.docinfo.get("/Subject"))


def test_a_law_stands_as_the_law() -> None:
    data = letter(case_with(*asking(law="§ 11 c i retssikkerhedsloven")), "k")
    says(data, "§ 11 c i retssikkerhedsloven", "At søge bolig.")
    assert "samtykke" not in reading.squeezed(reading.text(data))


def test_without_either_there_is_no_letter_and_of_nothing_a_form_for_a_pen() -> None:
    with pytest.raises(NotCovered, match="Ingen har spurgt om Birgit Holm"):
        letter(case_with(asking()[0]))
    for case in (samples.empty(), case_with()):
        said = reading.squeezed(reading.text(letter(case)))
        assert "2026samtykke" not in said
        assert "Birgit" not in said


def test_a_protected_address_is_not_on_it() -> None:
    case = housed(protected=True)
    data = letter(Case("case", [*case.rows(), *asking()], register=case.register), "k")
    assert "Havnegade" not in reading.text(data)
    says(data, "Et herberg. Borgerens adresse er beskyttet.", "Ring først.")


def test_an_office_is_not_told_that_it_lives_here() -> None:
    for case_ in (samples.empty(), samples.protected(), case_with(*asking())):
        assert reading.squeezed("hvor du bor nu") not in reading.squeezed(reading.text(letter(case_)))


def test_a_label_of_two_lines_gets_one_line_for_a_pen() -> None:
    g = Galley(Sheet(1.0, "da"), "da")
    parts.labelled_lines(g, "Har fået at vide, hvordan man klager over det", 1)
    assert len([mark for slab in g.slabs for mark in slab.marks if isinstance(mark, Words)]) > 1
    assert sum(isinstance(mark, Stroke) for slab in g.slabs for mark in slab.marks) == 1


@pytest.mark.vera
def test_it_passes_empty_full_and_overfull(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    cases = {"full": case_with(*asking()), "empty": samples.empty(), "law": case_with(*asking(law="§ 11 c")),
             "overfull": case_with(*asking(what=LONG, purpose=LONG))}
    for name, case in cases.items():
        for language in ("da", "en"):
            for large_print in (False, True):
                paths.append(tmp_path / f"{name}-{language}-{large_print}.pdf")
                paths[-1].write_bytes(letter(case, "", language, large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
