"""The notice of the coordinator: who it is, and no more than the consent covers; accessible and lasting."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.coordinator_notice import coordinator_notice_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Topic
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.plan import Agreement, Goal
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter
from tests import vera
from tests.documents import reading, samples


def consent(id: str, member: str, *topics: Topic) -> list[Row]:
    return [Consent(id=id, given_on=date(2026, 10, 10), purpose="at finde en bolig"),
            ConsentPerson(id=f"{id}_p", consent_id=id, member_id=member),
            *(ConsentTopic(id=f"{id}_{topic}", consent_id=id, topic=topic) for topic in topics)]


CONSENTS = [*consent("c1", "birgit_m", Topic.PLAN, Topic.HOUSING), *consent("c2", "mette", Topic.HEALTH)]


def case_with(extra: list[Row], *, ended: bool = False, temporary: bool = False, protected: bool = False) -> Case:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, CoordinatorAssignment):
            row.temporary = temporary
            if ended:
                row.until, row.ends_coordination = date(2026, 10, 27), True
                row.plan_for_after = "Jonas ringer selv til Birgit."
        if isinstance(row, Citizen):
            row.protected_address = protected
    register = [row for row in samples.register().rows() if not isinstance(row, Shelter)]
    shelter = Shelter(id="shelter", name="Herberget Havnegade", address="Havnegade 18\n2100 Lilleby", phone="12345600")
    return Case("case", [*rows, *extra], register=Case("shelter", [shelter, *register]))


def notice(case: Case, to: str = "", language: str = "da", large_print: bool = False) -> bytes:
    return coordinator_notice_pdf(case, to, language=language, large_print=large_print, today=samples.TODAY)


def said(data: bytes) -> str:
    return reading.squeezed(reading.text(data))


def test_it_says_who_it_is_and_who_does_what() -> None:
    words = said(notice(case_with(CONSENTS), "birgit_m"))
    for part in ("Jonas Bækgaard", "Birgit Holm", "Eva Lind", "8. oktober", "Det har vi aftalt",
                 "Samle papirerne til", "Sig til tovholderen, hvis en aftale ændrer sig",
                 "Jonas har sagt ja til, at du får det her", "Herberget Havnegade"):
        assert reading.squeezed(part) in words, part
    assert "120580" not in words


def test_a_consent_that_leaves_the_plan_out_gives_the_name_of_the_coordinator_only() -> None:
    words = said(notice(case_with(CONSENTS), "mette"))
    assert reading.squeezed("Eva Lind") in words
    assert reading.squeezed("Samle papirerne") not in words
    assert reading.squeezed("Det har vi aftalt") not in words


@pytest.mark.parametrize("to", ["morten", "sara"])
def test_nobody_without_a_consent_gets_one(to: str) -> None:
    with pytest.raises(NotCovered, match="Ingen har spurgt|sagde nej|var nej"):
        notice(case_with(CONSENTS), to)
    with pytest.raises(LookupError):
        notice(case_with(CONSENTS), "nobody")


def test_without_a_recipient_it_is_the_citizens_own_copy_and_says_what_each_gets() -> None:
    words = said(notice(case_with(CONSENTS)))
    for part in ("Din egen kopi", "Det her får dine samarbejdspartnere at vide", "Papiret her er kun til dig.",
                 "Birgit Holm", "Samle papirerne til", "Ikke noget endnu. Vi spørger dig først."):
        assert reading.squeezed(part) in words, part
    for part in ("Besked til samarbejdspartnere", "har sagt ja til, at du får det her"):
        assert reading.squeezed(part) not in words, part


def test_what_should_have_happened_does_not_stand_as_to_come() -> None:
    late = reading.squeezed("Det, der har en dato før 29. oktober, skulle være sket.")
    over = [Agreement(id="late", text="Ringe til boligselskabet", due_on=date(2026, 10, 20))]
    for to in ("birgit_m", ""):
        assert late in said(notice(case_with([*CONSENTS, *over]), to)), to
    assert late not in said(notice(case_with([*CONSENTS, *over]), "mette")), "of whom nobody tells what is agreed"


def test_partners_who_hear_the_same_stand_together_in_the_copy() -> None:
    case = case_with([*CONSENTS, *consent("c3", "morten", Topic.PLAN, Topic.HOUSING)])
    words = said(notice(case))
    assert reading.squeezed("Birgit Holm og Morten Dahl får at vide:") in words \
        or reading.squeezed("Morten Dahl og Birgit Holm får at vide:") in words
    assert reading.squeezed("Anne-Mette Kjær får at vide:") in words
    assert words.count(reading.squeezed("Samle papirerne til")) == 1


def test_where_the_copy_goes_on_over_a_page_the_partners_name_stands_again() -> None:
    pages = reading.run("pdftotext", notice(case_with([*CONSENTS, *too_much()])), "-raw").rstrip("\f").split("\f")
    goes_on = reading.squeezed("Birgit Holm, fortsat")
    assert len(pages) > 2
    assert goes_on not in reading.squeezed(pages[0])
    assert goes_on in reading.squeezed(pages[1])


def test_the_copy_says_what_follows_an_end_and_who_said_no() -> None:
    no = Consent(id="no", given_on=date(2026, 10, 12), purpose="alt", said_no=True)
    case = case_with([*CONSENTS, no, ConsentPerson(id="nop", consent_id="no", member_id="morten")], ended=True)
    words = said(notice(case))
    for part in ("Jonas ringer selv til Birgit.", "At koordineringen er slut.", "Hvad der sker nu.",
                 "Ikke noget. Det har du ikke sagt ja til."):
        assert reading.squeezed(part) in words, part


def test_a_goal_about_something_else_is_left_out_for_the_partner_and_counted_in_the_copy() -> None:
    debt = [Goal(id="debt", plan_id="plan", title="Overblik over min gæld", area=LifeArea.MONEY),
            Agreement(id="aid", text="Ringer til inkasso", goal_id="debt", responsible_id="birgit_m")]
    case = case_with([*CONSENTS, *debt])
    assert reading.squeezed("Ringer til inkasso") not in said(notice(case, "birgit_m"))
    assert reading.squeezed("andre aftaler bliver mellem os") in said(notice(case))
    whole = case_with([*CONSENTS, *debt, *consent("c3", "birgit_m", Topic.MONEY)])
    assert reading.squeezed("Ringer til inkasso") in said(notice(whole, "birgit_m"))


def test_what_nobody_has_taken_on_yet_says_so() -> None:
    case = case_with([*CONSENTS, Agreement(id="nobody", text="Finde en cykel")])
    assert reading.squeezed("Finde en cykel ikke aftalt endnu") in said(notice(case, "birgit_m"))


def test_a_temporary_one_says_until_when() -> None:
    assert reading.squeezed("En fast tovholder bliver aftalt senest 15. oktober") in said(
        notice(case_with(CONSENTS, temporary=True), "birgit_m"))


def test_the_end_tells_what_follows_only_to_whom_the_plan_is_shared_with() -> None:
    case = case_with(CONSENTS, ended=True)
    for to, whole in (("birgit_m", True), ("mette", False)):
        words = said(notice(case, to))
        assert reading.squeezed("Koordineringen er slut") in words
        assert (reading.squeezed("Jonas ringer selv til Birgit.") in words) is whole


def test_a_protected_address_is_not_on_it() -> None:
    data = notice(case_with(CONSENTS, protected=True), "birgit_m")
    assert "Havnegade" not in reading.text(data)


def test_without_a_coordinator_it_is_a_form() -> None:
    assert reading.squeezed("Tovholder") in said(notice(samples.empty()))


def too_much() -> list[Row]:
    return [Agreement(id=f"a{n}", text="Ringer til banken og spørger om en ny konto, og skriver det ned. " * 4,
                      made_on=date(2026, 10, 20), responsible_id="birgit_m") for n in range(60)]


@pytest.mark.vera
def test_it_passes_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for name, case, to in (("filled", case_with(CONSENTS), "birgit_m"), ("little", case_with(CONSENTS), "mette"),
                           ("ended", case_with(CONSENTS, ended=True), "birgit_m"), ("empty", samples.empty(), ""),
                           ("much", case_with([*CONSENTS, *too_much()]), "birgit_m")):
        for language in ("da", "en"):
            for large_print in (False, True):
                paths.append(tmp_path / f"{name}-{language}-{large_print}.pdf")
                paths[-1].write_bytes(notice(case, to, language, large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
