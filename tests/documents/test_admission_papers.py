"""The notice of admission and the welcome sheet: what they say, what they keep to themselves, and that they last."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.admission_notice import notice_pdf
from borgerplan_desktop.documents.welcome_sheet import welcome_pdf
from borgerplan_desktop.model.admission import ActingMunicipality
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from tests import vera
from tests.documents import reading, samples

OURS = "Vi har vaskemaskine i kælderen.\nMaden er klokken seks."
RULES = "- Ingen hunde i køkkenet\n- Ro efter klokken 22"


def case(*, protected: bool = False, cpr: str = "1205801234", settled: bool = False, own: bool = False,
         anonymous: bool = False, reason: str = "Jonas boede der til marts.") -> Case:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Citizen):
            row.cpr, row.acting_municipality, row.protected_address = cpr, "Lilleby Kommune", protected
            row.anonymous = anonymous
        elif isinstance(row, Stay):
            row.decided_on = date(2026, 10, 5)
        elif isinstance(row, Cooperation):
            row.interpreter, row.interpreter_language = Answer.YES, "kalaallisut"
    rows.append(ActingMunicipality(id="acts", since=date(2026, 10, 5), municipality="Lilleby Kommune", settled=settled,
                                   unit="Modtagelsen", reason=reason))
    shelter = Shelter(id="shelter", name="Herberget Havnegade", phone="12345600", welcome=OURS if own else "",
                      house_rules=RULES if own else "", call_when_off="Nattevagten, 12 34 56 78" if own else "")
    eva = StaffMember(id="eva", name="Eva Lind", title="kontaktperson", phone="12345620", email="eva@herberg.example")
    register = [row for row in samples.register().rows() if not isinstance(row, Shelter | StaffMember)]
    return Case("case", rows, register=Case("shelter", [shelter, eva, *register]))


def said(data: bytes) -> str:
    return reading.squeezed(reading.text(data))


def holds(data: bytes, *words: str) -> None:
    there = said(data)
    for each in words:
        assert reading.squeezed(each) in there, each


def test_the_notice_says_what_the_duty_asks_for_and_no_more() -> None:
    data = notice_pdf(case(), today=samples.TODAY)
    holds(data, "Til Lilleby Kommune, Modtagelsen · 29. oktober 2026",
          "Orientering om optagelse på herberg efter § 110 i lov om social service",
          "Vi orienterer om, at Jonas Bækgaard, CPR 120580-1234, er optaget på Herberget Havnegade.",
          "Afgørelsen om optagelse er truffet 5. oktober 2026.",
          "efter § 110, stk. 6, til borgerens handlekommune, jf. §§ 9–9 b i lov om retssikkerhed og administration på",
          "Vi tror, at I er handlekommune. Grunden: Jonas boede der til marts. Sig til, hvis det er en anden.",
          "Eva Lind, tlf. 12 34 56 20, eva@herberg.example",
          "Vi vil gerne aftale, hvem hos jer der har ansvaret, og hvornår vi kan mødes med borgeren om en plan.",
          "Tolk: kalaallisut", "Venlig hilsen", "Eva Lind, kontaktperson, Herberget Havnegade")
    for kept in ("staff_only", "Må aldrig stå på papiret", "Rusmiddel", "min egen dør", "Beskyttet"):
        assert reading.squeezed(kept) not in said(data)
    assert "Vitror" not in said(notice_pdf(case(settled=True), today=samples.TODAY))


def test_the_number_stands_in_the_letter_but_not_in_the_file_itself() -> None:
    with reading.opened(notice_pdf(case(), today=samples.TODAY)) as pdf:
        assert "120580" not in str(pdf.docinfo) + str(pdf.Root.Metadata.read_bytes())


def test_without_a_number_it_says_so() -> None:
    holds(notice_pdf(case(cpr=""), today=samples.TODAY), "CPR-nummer mangler (fødselsdato ukendt)")
    born = case(cpr="")
    born.begin()
    born.the(Citizen).birth_date, born.the(Citizen).ecpr = date(1980, 5, 12), ""
    holds(notice_pdf(born, today=samples.TODAY), "CPR-nummer mangler (født 12. maj 1980)")
    born.the(Citizen).ecpr = "1205801AB2"
    holds(notice_pdf(born, today=samples.TODAY), "erstatningsnummer 1205801AB2")


def test_of_whoever_is_anonymous_it_says_neither_name_nor_number() -> None:
    anonymous = case(anonymous=True)
    words = said(notice_pdf(anonymous, today=samples.TODAY))
    assert reading.squeezed("en borger, der ønsker at være anonym") in words
    assert reading.squeezed(anonymous.the(Citizen).name) not in words
    assert "CPR" not in words


def test_the_municipality_is_told_of_a_protected_address_and_where_it_is() -> None:
    data = notice_pdf(case(protected=True), today=samples.TODAY)
    holds(data, "Beskyttet adresse", "er optaget på Herberget Havnegade")
    with reading.opened(data) as pdf:
        assert pdf.docinfo["/Author"] == "Borgerplan"


def test_whom_it_went_to_stands_above_it() -> None:
    there = case()
    there.begin()
    there.all(Stay)[0].notified_to = "Storby Kommune, Borgerservice"
    holds(notice_pdf(there, "stay", today=samples.TODAY), "Til Storby Kommune, Borgerservice ·")


def test_the_welcome_sheet_says_who_helps_and_what_happens() -> None:
    data = welcome_pdf(case(), today=samples.TODAY)
    holds(data, "Velkommen, Jonas", "Eva Lind, tlf. 12 34 56 20", "Du har værelse 12.",
          "Du bestemmer, hvem der ved hvad", "Ring til herberget, tlf. 12 34 56 00.", "Der er fare, så ring 112."[4:])
    assert "120580" not in said(data)


def test_the_welcome_sheet_has_the_shelters_own_words_where_there_are_any() -> None:
    data = welcome_pdf(case(own=True), today=samples.TODAY, language="en")
    holds(data, "Welcome, Jonas", "Maden er klokken seks.", "Ingen hunde i køkkenet", "Ro efter klokken 22",
          "Nattevagten, 12 34 56 78", "You decide who knows what")
    assert reading.squeezed("Om natten er her stille") not in said(data)


def test_the_welcome_sheet_does_not_tell_where_a_protected_citizen_lives() -> None:
    there = said(welcome_pdf(case(protected=True), today=samples.TODAY))
    assert "Havnegade" not in there
    assert "værelse12" not in there
    assert "12345600" not in there


def test_an_anonymous_newcomer_is_not_told_that_the_municipality_is() -> None:
    data = welcome_pdf(case(anonymous=True), today=samples.TODAY)
    holds(data, "Du er anonym her. Vi fortæller ikke nogen, hvem du er.")
    assert reading.squeezed("fortælle din kommune") not in said(data)
    holds(welcome_pdf(case(), today=samples.TODAY), "Vi skal fortælle din kommune, at du bor her: hvem du er",
          "Ikke noget om dit helbred.")


def test_the_welcome_sheet_is_one_sheet_and_asks_for_what_nobody_has_written() -> None:
    for shown in (case(), case(protected=True), samples.empty(), samples.jonas()):
        data = welcome_pdf(shown, today=samples.TODAY)
        holds(data, "side 1 af 1", "Der er mad kl. ____", "Er du utilfreds med os?")
    assert reading.squeezed("Der er mad kl.") not in said(welcome_pdf(case(own=True), today=samples.TODAY))


def test_where_they_live_is_one_line_of_the_list_in_every_language() -> None:
    danish, english = (reading.roles(reading.opened(welcome_pdf(case(), today=samples.TODAY, language=language)))
                       for language in ("da", "en"))
    assert danish.count("LI") == english.count("LI")


@pytest.mark.vera
def test_they_pass_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    cases = {"full": case(own=True), "empty": samples.empty(), "overfull": samples.overfull(),
             "hostile": samples.hostile(), "protected": case(protected=True)}
    for name, there in cases.items():
        for language in ("da", "en"):
            for large_print in (False, True):
                for draw in (notice_pdf, welcome_pdf):
                    paths.append(tmp_path / f"{draw.__name__}-{name}-{language}-{large_print}.pdf")
                    paths[-1].write_bytes(draw(there, language=language, large_print=large_print, today=samples.TODAY))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
