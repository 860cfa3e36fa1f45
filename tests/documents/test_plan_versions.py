"""The papers of versions: what is different between two, and an adopted plan with answers and drawn signatures."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents import plan_difference, plan_signing
from borgerplan_desktop.documents.case_file import write_case
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER
from borgerplan_desktop.documents.paper_frame import begin
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.plan_difference import plan_difference_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.compared_versions import Compared
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.covered import EVERYTHING, Covered
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import (
    Agreed,
    Agreement,
    Goal,
    Plan,
    PlanApproval,
    PlanVersion,
    SignedHow,
    Step,
    current_plan,
)
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.signature import Signature
from tests import vera
from tests.documents import reading, samples

DIGEST, DRAWN = "d" * 64, "e" * 64
SIGNATURE = Signature.of([[(60, 200), (200, 60), (260, 220), (420, 90), (900, 190)]])


def changed(protected: bool = False) -> tuple[Case, dict[str, bytes]]:
    """A case in which much has changed since version 1, with what was kept of it."""
    rows = samples.jonas_rows()
    frozen = write_case(Case("jonas", samples.jonas_rows(), register=samples.register()))
    case = Case("jonas", rows, register=samples.register())
    case.begin()
    case.the(Citizen).protected_address = protected
    plan = current_plan(case)
    version = case.add(PlanVersion(id="v1", number=1, adopted_on=samples.TODAY, plan_id=plan.id, case_digest=DIGEST))
    plan.hopes = "Min helt egen dør, og en hund"
    plan.situation = f"Jeg bor på Herberget Havnegade. {plan.situation}" * 40
    plan.goals[2].place = .5
    plan.goals[1].why = "Noget <b>helt</b> & andet \U0001f600"
    case.remove(case.all(Step)[0])
    case.remove(case.all(Agreement)[0])
    case.add(Goal(id="gx", plan_id=plan.id, place=99.0, title="Cykle " + "langtord" * 40))
    case.add(Step(id="sx", goal_id="gx", text="Låne en cykel", due_on=date(2026, 12, 24)))
    for row in answers(case, version):
        case.add(row)
    return case, {DIGEST: frozen}


def answers(case: Case, version: PlanVersion) -> list[Row]:
    everybody = case.all(NetworkMember)[:6]
    given = [(Agreed.PARTLY, SignedHow.ON_SCREEN), (Agreed.NO, SignedHow.DECLINED), (None, SignedHow.NOT_YET),
             (Agreed.YES, SignedHow.ON_PAPER), (Agreed.YES, SignedHow.NOT_YET), (None, SignedHow.ON_SCREEN)]
    return [PlanApproval(version_id=version.id, place=float(n), member_id=member.id, name=member.contact.name,
                         agreed=agreed, comment="Det går <i>for</i> hurtigt. " * (n * 3), signed=signed,
                         signed_on=samples.TODAY, signature_digest=DRAWN if signed is SignedHow.ON_SCREEN else "")
            for n, (member, (agreed, signed)) in enumerate(zip(everybody, given, strict=False))]


def words(pdf: bytes) -> str:
    return " ".join(reading.text(pdf).split())


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("large_print", [False, True])
def test_what_is_different_stands_there_whole(language: str, large_print: bool) -> None:
    case, kept = changed()
    said = words(plan_difference_pdf(case, language=language, large_print=large_print, today=samples.TODAY, kept=kept))
    for expected in ("en hund", "Låne en cykel", "<b>helt</b>"):
        assert expected in said, expected


def test_a_protected_address_is_taken_out_of_what_was_frozen_too() -> None:
    case, kept = changed(protected=True)
    said = words(plan_difference_pdf(case, today=samples.TODAY, kept=kept))
    assert "Havnegade" not in said
    case.the(Plan).situation = ""                        # the words are now what was taken out
    kept = {DIGEST: kept[DIGEST].replace(b'"situation": "', b'"situation": "Havnegade. ', 1)}
    assert "Havnegade" not in words(plan_difference_pdf(case, today=samples.TODAY, kept=kept))


@pytest.mark.parametrize("known", [False, True])
def test_a_copy_names_its_reader_and_tells_of_habits_only_who_may_know(monkeypatch: pytest.MonkeyPatch,
                                                                       known: bool) -> None:
    case, kept = changed()
    reader = case.all(NetworkMember)[3]
    case.add(Habit(kind=HabitKind.ALCOHOL, now="Seks øl om dagen"))
    covered = Covered(frozenset({Topic.PLAN, *([Topic.SUBSTANCES] if known else [])}))
    monkeypatch.setattr(plan_difference, "covered_for", lambda *_: covered)
    said = words(plan_difference_pdf(case, Compared(1, 0, reader.id).key, today=samples.TODAY, kept=kept))
    assert ("Seks øl" in said) is known
    assert f"Borgerens Plan · kopi til {reader.contact.name}" in said


def test_who_gets_a_part_is_told_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    case, kept = changed()
    reader = case.all(NetworkMember)[3]

    def said(covered: Covered, case: Case = case, kept: dict[str, bytes] = kept) -> str:
        monkeypatch.setattr(plan_difference, "covered_for", lambda *_: covered)
        return words(plan_difference_pdf(case, Compared(1, 0, reader.id).key, today=samples.TODAY, kept=kept))
    part = Covered(frozenset({Topic.PLAN, Topic.WORK}))
    assert "Her står kun det, samtykket dækker." in said(part)
    assert "samtykket" not in said(EVERYTHING)
    same = {DIGEST: write_case(case)}
    assert "Der er ingen forskel i det, samtykket dækker." in said(part, kept=same)
    assert "Der er ingen forskel." in said(EVERYTHING, kept=same)
    assert "samtykket" not in words(plan_difference_pdf(case, today=samples.TODAY, kept=kept))


def test_a_broken_kept_file_is_said_on_the_paper() -> None:
    case, _kept = changed()
    said = words(plan_difference_pdf(case, today=samples.TODAY, kept={DIGEST: b"{"}))
    assert "ligger her ikke, som den blev vedtaget" in said


@pytest.mark.parametrize("large_print", [False, True])
def test_no_page_ends_with_the_heading_of_the_signatures(large_print: bool) -> None:
    case, _kept = changed()
    p = replace(begin(case, "da", large_print, samples.TODAY), version=case.the(PlanVersion))
    parts.heading(p.galley, "før")
    plan_signing.signing(p)
    texts = ["".join(str(getattr(mark, "text", "")) for mark in slab.marks) for slab in p.galley.slabs]
    first = next(n for n, text in enumerate(texts) if "Underskrift" in text)
    agreed = next(n for n, text in enumerate(texts) if "enig i" in text)
    assert all(slab.hold == NEVER for slab in p.galley.slabs[first:agreed])


@pytest.mark.vera
def test_they_are_accessible_and_lasting(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    case, kept = changed()
    version, paths = case.the(PlanVersion), []
    for language, large_print in (("da", False), ("en", True)):
        for name, pdf in (
                ("diff", plan_difference_pdf(case, language=language, large_print=large_print, today=samples.TODAY,
                                             kept=kept)),
                ("plan", plan_pdf(case, language=language, large_print=large_print, today=samples.TODAY,
                                  version=version, signatures={DRAWN: SIGNATURE}))):
            paths.append(tmp_path / f"{name}-{language}.pdf")
            paths[-1].write_bytes(pdf)
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
