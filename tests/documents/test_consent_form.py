"""The consent form: filled in or empty, it says what a consent must say, and passes as accessible and lasting."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from borgerplan_desktop.documents.consent_form import ROWS, FormSaid, consent_form_pdf, empty_form_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic, TopicAnswer
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.signature import Signature
from tests import vera
from tests.documents import reading, samples

YES, NO = TopicAnswer.YES, TopicAnswer.NO
FILLED = FormSaid("At finde en bolig.", ["birgit_m", "mette"], {Topic.HOUSING: YES, Topic.HEALTH: NO},
                  fetch_from=["mette"], not_to_share="Det om Lone.", consequence="vi kan ikke søge bolig sammen",
                  from_on=date(2026, 10, 29), until_on=date(2027, 4, 29), told_before=True,
                  with_lay_representative="Ole Kragh")


def form(said: FormSaid, language: str = "da", large_print: bool = False, case: Case | None = None) -> bytes:
    return consent_form_pdf(case or samples.jonas(), said, language=language, large_print=large_print,
                            today=samples.TODAY)


def ticks(data: bytes) -> list[str]:
    """What the boxes of the table say aloud, row by row."""
    return [str(node.Alt) for _, node in reading.elements(reading.opened(data)) if "/Alt" in node]


def test_it_says_what_a_consent_must_say() -> None:
    said = reading.text(form(FILLED))
    for words in ("At finde en bolig.", "Birgit Holm", "Anne-Mette Kjær", "behandler, Rusmiddelenheden", "Det om Lone.",
                  "Siger du nej, kan det betyde: vi kan ikke søge bolig sammen. Det ændrer ikke på, at du kan bo her.",
                  "Det er frivilligt", "29. april 2027",
                  "Sig det til Eva Lind, tlf. 12 34 56 20.", "Med bisidder: Ole Kragh", "Uden kryds",
                  "Dato og underskrift, Jonas Bækgaard", "kan vi ikke hente tilbage",
                  "at vi giver modtagerne besked", "Datatilsynet", "Hvad de er for mig"):
        assert words.replace(" ", "") in reading.squeezed(said), words
    assert "120580" not in said                          # never the CPR number


def test_yes_no_and_not_asked_look_different() -> None:
    on = [box.endswith("sat kryds") and "ikke" not in box for box in ticks(form(FILLED))]
    assert on[:2] == [False, True]                       # whom we may also ask is said of each
    on = on[2:2 + 2 * len(Topic)]
    pairs = list(zip(on[0::2], on[1::2], strict=True))
    expected = {Topic.HOUSING: (True, False), Topic.HEALTH: (False, True)}
    assert pairs == [expected.get(topic, (False, False)) for topic in Topic]


def test_an_empty_one_has_no_tick_and_lines_for_a_pen() -> None:
    data = form(FormSaid())
    assert all("ikke sat kryds" in box for box in ticks(data))
    assert len(ticks(data)) == ROWS + 2 * len(Topic)
    assert "Birgit" not in reading.text(data)


def housed(*, protected: bool) -> Case:
    rows = samples.jonas_rows()
    next(row for row in rows if isinstance(row, Citizen)).protected_address = protected
    register = [row for row in samples.register().rows() if not isinstance(row, Shelter)]
    shelter = Shelter(id="shelter", name="Herberget Havnegade", address="Havnegade 18\n2100 Lilleby", phone="12345600")
    return Case("case", rows, register=Case("shelter", [shelter, *register]))


def test_it_says_who_we_are() -> None:
    data = form(FILLED, case=housed(protected=False))
    for words in ("Vi er", "Herberget Havnegade", "Havnegade 18, 2100 Lilleby", "Tlf. 12 34 56 00"):
        assert words.replace(" ", "") in reading.squeezed(reading.text(data)), words
    with reading.opened(data) as pdf:
        assert pdf.docinfo["/Author"] == "Herberget Havnegade"


def test_a_protected_address_is_not_on_it() -> None:
    data = form(FILLED, case=housed(protected=True))
    assert "Havnegade" not in reading.text(data)
    assert "Herberget, hvor du bor" in reading.text(data).replace("\u00a0", " ")
    with reading.opened(data) as pdf:
        assert pdf.docinfo["/Author"] == "Borgerplan"


def test_what_a_no_means_need_not_be_a_delay_and_how_long_is_one_sentence() -> None:
    said = reading.squeezed(reading.text(form(FILLED)))
    assert "tagerlængeretid" not in said
    assert reading.squeezed("Fra 29. oktober 2026 til og med 29. april 2027, eller indtil du trækker") in said \
        or reading.squeezed("Fra 29. oktober til og med 29. april 2027, eller indtil du trækker") in said
    assert "mean:vikanikkesøgeboligsammen." in reading.squeezed(reading.text(form(FILLED, "en")))
    assert "tagerlængeretid" in reading.squeezed(reading.text(form(FormSaid())))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_foot_of_a_large_print_says_what_it_is(language: str) -> None:
    title = {"da": "Samtykke til at dele oplysninger", "en": "Consent to share information"}[language]
    said = reading.squeezed(reading.text(form(FILLED, language, large_print=True)))
    assert said.count(reading.squeezed(f"· {title}")) >= 1


@pytest.mark.vera
def test_it_passes_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    signed = replace(FILLED, signed_at=datetime(2026, 10, 29, 9, 21), signature=Signature.of(
        [[(100, 200), (300, 80), (500, 220)], [(700, 60)]]))
    for name, said in (("filled", FILLED), ("empty", FormSaid()), ("signed", signed)):
        for language in ("da", "en"):
            for large_print in (False, True):
                paths.append(tmp_path / f"{name}-{language}-{large_print}.pdf")
                paths[-1].write_bytes(form(said, language, large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}


def test_a_citizen_of_whom_only_the_name_is_known_gets_one() -> None:
    assert "Sig det til os." in reading.text(form(FormSaid(), case=samples.empty()))


@pytest.mark.parametrize("large_print", [False, True])
def test_a_pen_has_room_for_a_name_and_who_it_is(large_print: bool) -> None:
    data = empty_form_pdf(samples.jonas(), language="da", large_print=large_print, today=samples.TODAY)
    left = {word: float(x) for x, word in re.findall(r'<word xMin="([\d.]+)"[^>]*>(\S+)</word>',
                                                     reading.run("pdftotext", data, "-l", "1", "-bbox"))}
    assert left["Hvad"] - left["Navn"] > 115
