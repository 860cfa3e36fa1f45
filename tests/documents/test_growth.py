"""A plan that grows: a few words more, or hundreds, and its pages still look as if somebody had set them by hand."""
from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.documents.paper.galley import NEVER, Words
from borgerplan_desktop.documents.paper.pages import FULL, Page, pages_of
from borgerplan_desktop.documents.plan import written
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.network import NetworkMember, Ring, TieQuality
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Sector
from tests.documents import samples

HOUSE = Path(__file__).parents[2]
FILES = [HOUSE / "tests/data/cases/herberg.json", *sorted((HOUSE / "resources/cases").glob("demo*.json"))]
TODAY = date(2026, 11, 2)
EMPTIEST = .25                                           # of a page: what it holds at least, if others follow
FIELDS: list[tuple[type[Row], str]] = [
    (Plan, "situation"), (Plan, "matters_now"), (Plan, "hopes"), (Plan, "strengths"), (Plan, "help_wanted"),
    (Goal, "title"), (Goal, "why"), (Step, "text"), (Intervention, "purpose"), (Agreement, "text"),
    (Cooperation, "meeting_place"), (Cooperation, "may_know"), (NetworkMember, "relation")]
SAID = "Jeg vil gerne have ro om natten og en dør, som jeg selv kan låse, når jeg kommer hjem fra arbejde."


def rows_of(name: str) -> tuple[list[Row], Case | None]:
    if name == "jonas":
        return samples.jonas_rows(), samples.register()
    if name == "empty":
        return samples.empty_rows(), None
    file = read_case(next(path for path in FILES if path.stem == name).read_bytes())
    return file.rows, Case("shelter", file.register)


def grown(name: str, kind: type[Row], field: str, words: int, large_print: bool) -> PlanContext:
    """The plan with so many words more in one field."""
    rows, register = rows_of(name)
    of_kind = [row for row in rows if type(row) is kind]
    for row in of_kind[len(of_kind) // 2:][:1]:
        setattr(row, field, " ".join([getattr(row, field), *islice(cycle(SAID.split()), words)]).strip())
    return written(Case("case", rows, register=register), "da", large_print, TODAY, draft=True)


def says(page: Page) -> list[str]:
    return [mark.text for slab in page.slabs for mark in slab.marks if isinstance(mark, Words)]


def find_fault(p: PlanContext) -> list[str]:
    pages, faults = pages_of(p.galley), []
    for number, page in enumerate(pages, 1):
        if page.height > p.galley.sheet.height + .01:
            faults.append(f"page {number} is too full")
        if number == len(pages):
            continue
        if page.height < EMPTIEST * p.galley.sheet.height:
            faults.append(f"page {number} is nearly empty")
        if page.slabs[-1].hold >= NEVER:                 # a heading, a label, the first line of a text …
            faults.append(f"page {number} ends with {says(page)[-1]!r}, which belongs to the next")
    signed = next(page for page in pages if "Underskrift" in says(page))
    if says(signed)[0] == "Underskrift":
        faults.append("one signs on a page of its own")
    return faults


@settings(max_examples=100, deadline=None)
@example("demo-ruth", (Agreement, "text"), 140, True)    # one task, so long that the signature wants a page of its own
@example("herberg", (Goal, "title"), 280, False)         # a heading of a page
@example("jonas", (Plan, "strengths"), 400, True)
@given(st.sampled_from(["jonas", "empty", *(path.stem for path in FILES)]), st.sampled_from(FIELDS),
       st.one_of(st.integers(1, 20), st.integers(1, 400)), st.booleans())
def test_a_plan_grows_gracefully(name: str, what: tuple[type[Row], str], words: int, large_print: bool) -> None:
    assert find_fault(grown(name, *what, words, large_print)) == []


@pytest.mark.parametrize("large_print", [False, True])
def test_a_plan_with_far_too_much_in_it_looks_no_worse(large_print: bool) -> None:
    assert find_fault(written(samples.overfull(), "da", large_print, samples.TODAY, draft=True)) == []


def test_a_small_network_shares_the_page_it_has_room_on() -> None:
    page = pages_of(grown("demo-ruth", Plan, "situation", 25, False).galley)[-1]
    assert says(page)[0] == "Hvem gør hvad, hvornår"
    assert "Mit netværk: hvem jeg kan ringe til" in says(page)


def test_a_small_network_needs_one_page_in_large_print_too() -> None:
    page = pages_of(grown("demo-ruth", Plan, "situation", 0, True).galley)[-1]
    assert says(page)[0] == "Mit netværk: hvem jeg kan ringe til"
    assert "Telefon og forhold" in says(page)


@pytest.mark.parametrize("field", ["situation", "help_wanted"])
def test_a_few_words_more_do_not_cost_a_page(field: str) -> None:
    """The pages of the seed case are full to the last line: their air gives way."""
    before, after = (len(pages_of(grown("herberg", Plan, field, words, False).galley)) for words in (0, 8))
    assert after == before


# ---------------------------------------------------------------------------------------------- large print
def goes_on(page: Page) -> bool:
    """Whether the page begins in the middle of a goal."""
    carry = page.slabs[0].carry
    return carry is not None and any(isinstance(mark, Words) and "fortsat" in mark.text for mark in carry.marks)


@pytest.mark.parametrize("name", ["jonas", *(path.stem for path in FILES)])
def test_a_goal_of_the_examples_is_torn_in_large_print_only_where_a_page_would_stay_half_empty(
        name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, register = rows_of(name)
    galley = written(Case("case", rows, register=register), "da", True, TODAY, draft=True).galley
    torn = any(goes_on(page) for page in pages_of(galley))
    monkeypatch.setattr("borgerplan_desktop.documents.paper.pages.FULL", 0.0)
    whole = pages_of(galley)
    assert not any(goes_on(page) for page in whole)
    assert not torn or any(page.height < FULL * galley.sheet.height for page in whole[:-1])


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_one_or_two_people_are_listed_not_drawn(count: int, large_print: bool) -> None:
    rows = [*samples.empty_rows(), *(
        samples.person(f"p{n}", f"Person{n} Prøve", "en ven", Sector.FRIENDS, Ring.CLOSE, TieQuality.ORDINARY)
        for n in range(count))]
    p = written(Case("case", rows), "da", large_print, TODAY, draft=True)
    drawn = [node.alt for node in p.galley.root.nodes() if node.alt.startswith("Netværkskort")]
    assert len(drawn) == (1 if count > 2 else 0)
    said = " ".join(text for page in pages_of(p.galley) for text in says(page))
    assert "Person0" in said
