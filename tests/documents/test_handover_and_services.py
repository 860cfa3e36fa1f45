"""The letter to whoever takes over, and the help the citizen has chosen."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.documents.chosen_services import chosen_services_pdf
from borgerplan_desktop.documents.handover_letter import handover_letter_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Topic
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.plan import Intervention
from tests.documents import reading, samples


def with_consent(*topics: Topic) -> Case:
    rows = [*samples.jonas_rows(), Consent(id="c", given_on=samples.TODAY),
            ConsentPerson(id="cp", consent_id="c", member_id="lene"),
            *(ConsentTopic(id=f"ct{n}", consent_id="c", topic=topic) for n, topic in enumerate(topics))]
    return Case("case", rows, register=samples.register())


def test_a_letter_says_what_is_covered_and_whose_it_is() -> None:
    said = reading.text(handover_letter_pdf(with_consent(Topic.PLAN, Topic.WORK), "lene", today=samples.TODAY))
    assert "»Jeg vil bruge mine hænder igen«" in said
    assert "drikke mindre" not in said
    assert "Her står kun det, samtykket dækker." in said
    assert "Kopi til Lene Friis, 29. oktober 2026" in said


def test_without_a_consent_there_is_no_letter_but_the_citizens_own_copy() -> None:
    with pytest.raises(NotCovered):
        handover_letter_pdf(samples.jonas(), "lene", today=samples.TODAY)
    with pytest.raises(LookupError):
        handover_letter_pdf(samples.jonas(), "nobody", today=samples.TODAY)
    said = reading.text(handover_letter_pdf(samples.jonas(), today=samples.TODAY))
    assert "»Jeg vil drikke mindre, så jeg kan sove«" in said
    assert "Torsdag 26. nov. kl. 11.00" in said
    assert "Kopi til" not in said
    assert "Det her giver vi videre, når en anden tager over. Du bestemmer, hvem der får det." in said


def test_the_goals_bear_the_numbers_that_what_is_agreed_refers_to() -> None:
    said = reading.text(handover_letter_pdf(with_consent(Topic.PLAN, Topic.WORK), "lene", today=samples.TODAY))
    assert "3. »Jeg vil bruge mine hænder igen«" in said
    assert "(mål 3)" in said.replace("\u00a0", " ")


def test_of_nobody_yet_it_names_nobody() -> None:
    assert "borgeren" not in reading.text(handover_letter_pdf(samples.empty(), today=samples.TODAY))


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", ["da", "pl+da", "en"])
def test_the_greeting_is_never_alone_on_the_last_page(language: str, large_print: bool) -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    data = handover_letter_pdf(case, language=language, large_print=large_print, today=date(2026, 11, 6))
    last = reading.run("pdftotext", data, "-raw").rstrip("\f").split("\f")[-1]
    assert "når det er kommunen" in " ".join(last.split())


def test_each_help_says_when_and_whom_to_call_and_what_is_over_is_gone() -> None:
    said = reading.text(chosen_services_pdf(samples.jonas(), today=samples.TODAY))
    assert "Ambulant behandling" in said
    assert "Anne-Mette Kjær, tlf. 12 34 56 13" in said
    later = reading.text(chosen_services_pdf(samples.jonas(), today=date(2027, 3, 1)))
    assert "Samtaler med Psykiatrisk Gadeplansteam" not in later


def test_a_service_of_the_directory_gives_its_number() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Intervention) and row.id == "i2":
            row.service_id = "service"
    register = samples.register()
    register.begin()
    register.add(Service(id="service", name="Rusmiddelenheden", phone="12 34 56 77", address="Kajgade 4"))
    register.finish(register.changed(), register.seen)
    said = reading.text(chosen_services_pdf(Case("case", rows, register=register), today=samples.TODAY))
    assert "Tlf. 12 34 56 77" in said
    assert "Kajgade 4" in said
