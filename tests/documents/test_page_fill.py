"""The pages of many cases, in both sizes: how full they are and where they end. BORGERPLAN_CASES=500 takes them all.

Two thirds of every page but the last are filled, unless what follows is one piece that would not fit there: a picture,
or a row of which each line belongs to a short text. Nothing else may leave a page emptier; it is torn first.
"""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from borgerplan_desktop.casework.meeting.of_file import FOR_NOBODY_ELSE
from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, OF_SOMEBODY, PAPERS, PaperKind
from borgerplan_desktop.documents.paper.galley import FREE, LOATH, NEVER, TORN, Galley, Slab
from borgerplan_desktop.documents.paper.pages import FULL, cut, pages_of
from borgerplan_desktop.documents.paper.parts import heading, paragraph, rule
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.plan_difference import plan_difference_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import Reader
from tests.documents import meeting_samples, samples
from tests.documents.crowd import crowded
from tests.documents.lived_cases import lived
from tests.documents.page_faults import cut_pages, faults_of, says
from tests.documents.test_every_paper import CASES, made
from tests.documents.test_plan_versions import changed

MANY = int(os.environ.get("BORGERPLAN_CASES", "60"))
OTHERS = MANY if "BORGERPLAN_CASES" in os.environ else MANY // 10        # of the papers that are not the plan
EACH = [pytest.param(each, id=each.key) for each in PAPERS if each.key != "pocket"]       # it has panels, no pages


def found(draw: Callable[[bool], bytes], sizes: Sequence[bool] = (False, True)) -> list[str]:
    """The faults of a paper, in both sizes."""
    faults = []
    for large_print in sizes:
        try:
            galley, pages = cut_pages(partial(draw, large_print))
        except NotCovered:                               # this one's reader may not be asked
            continue
        faults += [f"{'large' if large_print else 'usual'}: {fault}" for fault in faults_of(galley, pages)]
    return faults


def plan(case: Case, large_print: bool) -> bytes:
    return plan_pdf(case, large_print=large_print, today=samples.TODAY)


def test_the_pages_of_many_plans_are_full_and_end_well() -> None:
    assert {seed: faults for seed in range(MANY) if (faults := found(partial(plan, lived(seed))))} == {}


@pytest.mark.parametrize("paper", EACH)
def test_so_are_those_of_every_other_paper(paper: PaperKind) -> None:
    assert {seed: faults for seed in range(OTHERS)
            if (faults := found(lambda large, seed=seed: made(paper, lived(seed), "da", large)))} == {}
    assert {name: faults for name, case in CASES.items()
            if (faults := found(lambda large, case=case: made(paper, case(), "da", large)))} == {}


TWO = "pl+da"
IN_TWO = 25                                              # cases; of 50, one page in large print is 64 % full
USUAL = ("usual", "meeting", "held", "empty")


@pytest.mark.parametrize("paper", EACH)
def test_so_are_those_of_a_paper_in_two_languages(paper: PaperKind) -> None:
    assert {name: faults for name in USUAL
            if (faults := found(lambda large, case=CASES[name]: made(paper, case(), TWO, large)))} == {}
    assert {seed: faults for seed in range(min(OTHERS // 3, IN_TWO))
            if (faults := found(lambda large, seed=seed: made(paper, lived(seed), TWO, large)))} == {}


def test_so_are_those_of_a_plan_in_two_languages() -> None:
    def draw(case: Case, large: bool) -> bytes:
        return plan_pdf(case, large_print=large, today=samples.TODAY, language=TWO)

    assert {name: faults for name in (*USUAL, "overfull") if (faults := found(partial(draw, CASES[name]())))} == {}
    assert {seed: faults for seed in range(OTHERS) if (faults := found(partial(draw, lived(seed))))} == {}


@pytest.mark.parametrize("spoken", ["da", TWO])
@pytest.mark.parametrize("held", [False, True])
def test_so_are_those_of_a_copy_for_somebody(spoken: str, held: bool) -> None:
    """But for the plan in large print and two languages: a page of it is 65 % full, as the ladder would not fit."""
    case = meeting_samples.meeting(held=held)
    assert {(member.name or member.id, key): faults for member in case.all(NetworkMember) if not member.is_citizen
            for key, draw in copies(case, member, spoken)
            if (faults := found(draw, [False] if (key, spoken) == ("plan", TWO) else [False, True]))} == {}


def copies(case: Case, member: NetworkMember, spoken: str) -> Iterator[tuple[str, Callable[[bool], bytes]]]:
    """Every paper that somebody can have a copy of."""
    covered = covered_for(case, member, samples.TODAY)
    if covered.line(None):
        yield "plan", lambda large: plan_pdf(case, language=spoken, large_print=large, today=samples.TODAY,
                                             reader=Reader.OTHERS, covered=covered)
    for paper in PAPERS:
        about = member.id if paper.kind in OF_SOMEBODY else f"{meeting_samples.MEETING}/{member.id}"
        if paper.kind in OF_SOMEBODY | OF_A_MEETING - FOR_NOBODY_ELSE:
            yield paper.key, lambda large, paper=paper, about=about: paper.draw(
                case, about, language=spoken, large_print=large, today=samples.TODAY)


def test_every_case_is_another_and_the_same_every_time() -> None:
    def rows(seed: int) -> dict[str, object]:
        return {row.id: row.values() for row in lived(seed).rows()}

    assert rows(3) == rows(3)
    assert rows(3) != rows(4)


# ---------------------------------------------------------------------------------------------- the measure can say no
def _found_in(galley: Galley) -> list[str]:
    return faults_of(galley, pages_of(galley))


def test_a_heading_at_the_foot_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    galley = Galley(Sheet())
    galley.add([Slab(galley.sheet.height - 60)])
    heading(galley, "Alene")
    paragraph(galley, "Ord " * 400)
    assert _found_in(galley) == []
    for slab in galley.slabs:
        slab.hold = FREE
    assert _found_in(galley) == ["page 1 of 2 ends with the heading 'Alene'"]


def test_a_lone_line_is_seen() -> None:
    galley = Galley(Sheet())
    galley.add([Slab(galley.sheet.height - 1.5 * galley.sheet.line)])
    paragraph(galley, "Ord " * 400)
    assert _found_in(galley) == []
    for slab in galley.slabs:
        slab.hold = FREE
    assert "leaves a line alone" in "".join(_found_in(galley))


def test_an_emptier_page_is_seen_and_is_right_only_before_what_would_not_fit() -> None:
    galley = Galley(Sheet())
    half = galley.sheet.height / 2
    galley.add([Slab(half, chapter=True), Slab(half + 1), Slab(20)])
    assert _found_in(galley) == []
    small = Galley(Sheet())
    small.add([Slab(half), *[Slab(half / 10, hold=NEVER)] * 3, Slab(half / 10), *[Slab(half / 10)] * 10])
    pages = [type(pages_of(small)[0])(part, 1.0) for part in (small.slabs[:1], small.slabs[1:])]
    assert faults_of(small, pages) == ["page 1 of 2 is 50% full, before []"]


# ---------------------------------------------------------------------------------------------- how it is done
def _fill(slabs: list[Slab], chapter: float = .4) -> list[int]:
    return [len(page.slabs) for page in cut(slabs, 100.0, chapter)]


def test_a_chapter_or_a_group_gives_way_before_a_page_stays_half_empty() -> None:
    tenth = [Slab(10) for _ in range(6)]
    assert _fill([*tenth, Slab(10, chapter=True), *(Slab(10) for _ in range(8))])[0] * 10 >= FULL * 100
    group = [*(Slab(10, hold=TORN) for _ in range(5)), Slab(10)]
    assert _fill([*(Slab(10) for _ in range(6)), *group])[0] * 10 >= FULL * 100
    assert _fill([*(Slab(10) for _ in range(7)), *group]) == [7, 6]      # the page is full enough: the group is whole
    assert _fill([*(Slab(10) for _ in range(6)), *(Slab(10, hold=NEVER) for _ in range(5)), Slab(10)]) == [6, 6]


@pytest.mark.parametrize(("lines", "hold"), [(8, NEVER), (20, TORN), (50, LOATH)])
def test_what_is_kept_together_holds_the_less_the_higher_it_is(lines: int, hold: float) -> None:
    galley = Galley(Sheet())
    with galley.together(.8):
        galley.add([Slab(galley.sheet.line) for _ in range(lines)])
    assert {slab.hold for slab in galley.slabs[:-1]} == {hold}


def test_a_rule_that_ends_something_lets_go_of_what_follows() -> None:
    galley = Galley(Sheet())
    paragraph(galley, "Før")
    rule(galley, ends=True)
    paragraph(galley, "Efter")
    assert [slab.hold for slab in galley.slabs] == [NEVER, FREE, FREE]


def test_what_we_changed_for_the_citizen_is_not_one_endless_piece() -> None:
    _galley, pages = cut_pages(lambda: made(next(each for each in PAPERS if each.key == "you-said"), crowded()))
    assert all(len(says(page)) > 5 for page in pages[:-1])


def test_so_is_the_difference_of_two_plans() -> None:
    case, kept = changed()
    assert found(lambda large: plan_difference_pdf(case, "", large_print=large, today=samples.TODAY, kept=kept)) == []
