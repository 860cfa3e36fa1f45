"""The papers of leaving and the time after: what they say, to whom, and what they never tell."""
from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course, CourseOutcome, LeavesTo, LeftHow, Stay
from borgerplan_desktop.model.leaving import (
    AfterCare,
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingTick,
    RelapseSign,
)
from borgerplan_desktop.model.row import Row
from tests import vera
from tests.documents import reading, samples

PAPERS = ("discharge", "moving-out", "support-wish", "closing-plan", "clip-card", "after-care")
DAY = samples.TODAY


def leaving(*, protected: bool = False, how: LeftHow = LeftHow.DISCHARGED, no_wish: bool = False) -> Case:
    """Jonas has moved into a home of his own, and somebody calls him."""
    rows: list[Row] = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Citizen):
            row.protected_address = protected
        if isinstance(row, Course):
            row.stay_id, row.outcome, row.plan_for_after = "stay", CourseOutcome.OWN_HOME, "Eva ringer hver fredag."
        if isinstance(row, Stay):
            row.left_on, row.left_to, row.left_how, row.leaves_to = DAY, "Lundevej 4", how, LeavesTo.OWN_HOME
            row.left_why, row.complaint_told_on = "Boligen er klar.", DAY
    rows += [
        LeavingTick(id="t1", stay_id="stay", item="action_plan", ticked_on=DAY),
        LeavingTick(id="t2", stay_id="stay", item="key", ticked_on=DAY, note="Hos varmemesteren"),
        HomeSupportWish(id="w", asked_on=DAY, member_id="mette", to_id="birgit_m", no_wish=no_wish,
                        wish="Hende kender jeg."),
        AfterCare(id="a", began_on=DAY, agreed="Ring torsdag aften.", visits=3, companion_id="mette"),
        ClipUsed(id="c", after_care_id="a", on=DAY),
        RelapseSign(id="s", after_care_id="a", sign="Jeg åbner ikke min post", member_id="mette",
                    what_then="kommer forbi"),
        *(AfterCareCall(id=f"k{n}", after_care_id="a", planned_on=DAY + timedelta(weeks=n)) for n in range(1, 9))]
    return Case("case", rows, register=samples.register())


def paper(key: str, case: Case, language: str = "da", large_print: bool = False, today: date = DAY) -> bytes:
    return BY_KEY[key].draw(case, "", language=language, large_print=large_print, today=today)


def said(key: str, case: Case) -> str:
    return reading.squeezed(reading.text(paper(key, case)))


def has(text: str, *words: str) -> bool:
    return all(reading.squeezed(each) in text for each in words)


def test_the_checklist_says_what_is_ticked_and_what_is_missing() -> None:
    text = said("discharge", leaving())
    assert has(text, "§ 110, stk. 5, i lov om social service", "1. Der er en handleplan", "4. Lejeaftalen er indgået",
               "Der mangler noget", "Udskrevet af kommunen", "Lundevej 4", "Lederens egen afgørelse følger stk. 4.")
    assert not has(text, "Ved botilbud")                 # the other way out
    assert has(said("discharge", samples.empty()), "Ved egen bolig", "Ved botilbud", "5. Borgeren kan flytte ind")


def test_where_a_protected_citizen_moved_is_on_no_paper() -> None:
    for key in PAPERS:
        assert "Lundevej" not in said(key, leaving(protected=True)), key
        assert "Havnegade" not in said(key, leaving(protected=True)), key


def test_a_label_of_two_lines_does_not_run_into_the_next() -> None:
    data = BY_KEY["moving-out"].draw(leaving(how=LeftHow.EXPELLED), "", language="da", large_print=False, today=DAY)
    tops = {word: float(top) for top, word in re.findall(r'yMin="([\d.]+)"[^>]*>(\S+)</word>',
                                                         reading.run("pdftotext", data, "-bbox"))}
    assert tops["ting"] - tops["nat"] > 1.2 * (tops["nat"] - tops["sove"]) > 0


def test_the_wish_for_support_says_whose_it_is_and_where_to_answer() -> None:
    assert has(said("support-wish", leaving()), "CPR, med pen", "Jeg beder om et svar med en begrundelse.",
               "Send det også til Eva Lind, Herberget Havnegade, tlf. 12 34 56 20.")
    assert has(said("support-wish", leaving(protected=True)), "Send det også til Eva Lind, tlf. 12 34 56 20.")


def test_the_citizens_list_says_whom_to_call_and_how_to_complain() -> None:
    text = said("moving-out", leaving())
    assert has(text, "Nøgle – 29. oktober (Hos varmemesteren)", "Eva Lind, min kontaktperson",
               "Kommunen har besluttet, at du skal flytte ud. Du kan klage til Ankestyrelsen.",
               "Giv klagen til kommunen inden fire uger fra den dag, du fik afgørelsen.", "Boligen er klar.",
               "Vi ringer til dig 5. november.")
    leader = said("moving-out", leaving(how=LeftHow.LEADER))
    assert has(leader, "Lederen har besluttet, at du skal flytte ud. Du kan klage til Ankestyrelsen.", "Senest",
               "Giv klagen til lederen inden fire uger fra den dag, du fik afgørelsen.",
               "Eva Lind hjælper dig med at skrive, tlf. 12 34 56 20.")
    asked = said("moving-out", leaving(how=LeftHow.EXPELLED))
    assert has(asked, "Her kan du sove i nat", "Du kan klage til Ankestyrelsen.", "FOB 2023-26", "Senest",
               "inden fire uger fra den dag, du fik at vide, at du skulle gå", "Du kan bede om beslutningen og grunden")
    assert not has(asked, "Nøgle")
    assert not has(said("moving-out", leaving(how=LeftHow.MOVED)), "Sådan klager du")


def test_the_wish_goes_to_one_person_in_the_citizens_own_words() -> None:
    text = said("support-wish", leaving())
    assert has(text, "§ 85 a", "Birgit Holm", "Anne-Mette Kjær", "»Hende kender jeg.«", "også til Eva Lind")
    assert "120580" not in text
    none = said("support-wish", leaving(no_wish=True))
    assert has(none, "Borgeren er spurgt og har intet ønske")
    assert "Hende" not in none


def test_the_plan_for_the_time_after() -> None:
    assert has(said("closing-plan", leaving()), "Egen bolig", "Eva ringer hver fredag.", "Hvem gør hvad, hvornår",
               "5. november, 12. november og 19. november", "2 gange uden at spørge nogen først")


def test_the_clip_card_has_a_box_for_each_visit() -> None:
    assert has(said("clip-card", leaving()), "3 gange", "Besøg 1 – 29. oktober", "Besøg 3:")
    assert not has(said("clip-card", leaving()), "Besøg 4")
    assert has(said("clip-card", samples.empty()), "Besøg 5:", "Du kan komme forbi ______ gange.")
    assert has(said("clip-card", samples.jonas()), "Du kan komme forbi ______ gange.")   # nobody has granted any
    begun = Case("case", [*samples.jonas_rows(), AfterCare(id="a", began_on=DAY)], register=samples.register())
    assert has(said("clip-card", begun), "Du kan komme forbi ______ gange.", "Besøg 1:")


def test_who_was_asked_to_leave_gets_what_they_need_that_day() -> None:
    text = said("moving-out", leaving(how=LeftHow.EXPELLED))
    assert has(text, "Du er blevet bedt om at gå", "Her kan du sove i nat", "Dine ting henter du",
               "Senest", "Du kan også sige det, så skriver vi det ned.", "Eva Lind, min kontaktperson")
    assert not has(text, "udskrivning")
    assert not has(text, "Når jeg flytter")
    assert not has(text, "Nøgle")


def test_after_a_death_nothing_is_asked_on_the_checklist() -> None:
    text = said("discharge", leaving(how=LeftHow.DIED))
    assert has(text, "Er død")
    assert not has(text, "Der mangler noget")
    assert not has(text, "Flyttede ud")
    assert not has(text, "Flyttede til")


def test_no_promise_stands_as_one_to_come_when_its_day_is_over() -> None:
    late = reading.squeezed(reading.text(paper("closing-plan", leaving(), today=DAY + timedelta(days=60))))
    assert has(late, "skulle være sket. Vi taler om det.")
    assert not has(late, "5. november, 12. november")
    assert not has(said("closing-plan", samples.empty()), "skulle være sket")


def test_the_number_stands_on_the_first_page_also_in_large_print() -> None:
    first = reading.squeezed(reading.text(paper("closing-plan", leaving(), large_print=True)).split("\f")[0])
    assert has(first, "Hvem ringer jeg til", "12 34 56 20")


def test_a_protected_citizen_writes_the_shelters_number_in_by_hand() -> None:
    for key in ("moving-out", "closing-plan", "clip-card", "after-care"):
        text = said(key, leaving(protected=True))
        assert not has(text, "12 34 56 00"), key
        assert has(text, "Når Eva har fri: ____"), key


def test_the_time_after_on_one_page() -> None:
    text = said("after-care", leaving())
    assert has(text, "»Ring torsdag aften.«", "5. november", "Jeg åbner ikke min post", "kommer forbi", "Eva Lind")
    with reading.opened(paper("after-care", leaving())) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.vera
def test_they_pass_in_both_sizes_and_languages(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for key in PAPERS:
        for language, large_print in (("da", False), ("en", True)):
            paths.append(tmp_path / f"{key}-{language}.pdf")
            paths[-1].write_bytes(paper(key, leaving(how=LeftHow.EXPELLED), language, large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
