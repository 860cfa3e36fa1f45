"""Where the strip is cut: nothing lost, nothing over the edge, and what holds together stays together."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.documents.paper.galley import FREE, LOATH, NEVER, Galley, Slab
from borgerplan_desktop.documents.paper.pages import GIVES, Page, cut
from borgerplan_desktop.documents.paper.parts import Item, items
from borgerplan_desktop.documents.paper.table import table
from borgerplan_desktop.documents.paper.text import NBSP
from borgerplan_desktop.documents.paper.typography import Sheet

HEIGHT = 100.0
slabs = st.lists(st.builds(Slab, height=st.floats(1, 60), air=st.floats(0, 20), chapter=st.booleans(),
                           hold=st.sampled_from([FREE, FREE, LOATH, NEVER])), min_size=1, max_size=40)


@given(slabs)
def test_every_slab_stands_on_one_page_and_no_page_is_too_full(strip: list[Slab]) -> None:
    pages = cut(strip, HEIGHT, .5)
    assert [id(slab) for page in pages for slab in page.slabs] == [id(slab) for slab in strip]
    assert all(page.height <= HEIGHT + .01 for page in pages)
    assert all(1 - GIVES - .01 <= page.air <= 1 for page in pages)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=12))
def test_a_group_that_fits_a_page_is_never_cut(sizes: list[int]) -> None:
    strip = [Slab(15.0, hold=NEVER if line < size - 1 else FREE) for size in sizes for line in range(size)]
    assert all(page.slabs[-1].hold == FREE for page in cut(strip, HEIGHT, .5))


def test_what_is_higher_than_a_page_gets_one_anyway() -> None:
    assert lengths(cut([Slab(20), Slab(300), Slab(20)], HEIGHT, .5)) == [1, 1, 1]


def test_a_chapter_begins_a_page_unless_the_one_before_would_stay_empty() -> None:
    long = [*(Slab(10) for _ in range(8)), Slab(10, chapter=True), *(Slab(10) for _ in range(6))]
    short = [Slab(10), Slab(10, chapter=True), Slab(10), Slab(10)]
    assert lengths(cut(long, HEIGHT, .5)) == [8, 7]
    assert lengths(cut(short, HEIGHT, .5)) == [4]


def test_the_air_at_the_top_of_a_page_falls_away() -> None:
    assert lengths(cut([Slab(60), Slab(50, air=40), Slab(50)], HEIGHT, .5)) == [1, 2]


def test_the_air_on_a_page_gives_way_a_little_before_a_line_spills_over() -> None:
    line = Slab(10, air=5)
    roomy, tight, spilt = (cut([Slab(height), *[line] * 4], HEIGHT, .5) for height in (40, 45, 47))
    assert (lengths(roomy), roomy[0].air) == ([5], 1)
    assert (lengths(tight), tight[0].air) == ([5], .75)
    assert len(spilt) == 2
    assert [page.air for page in spilt] == [1, 1]


def lengths(pages: list[Page]) -> list[int]:
    return [len(page.slabs) for page in pages]


def test_columns_take_the_room_their_words_need() -> None:
    g = Galley(Sheet())
    words = "Ringer til boligforeningen mandag, og det tager nok hele dagen lang"
    table(g, ("Ja", "Hvem", "Hvad"), [("x", "Eva", words)] * 3,
          (1, 1, 1))
    lefts = [mark.x for mark in g.slabs[0].marks if hasattr(mark, "text")]  # type: ignore[attr-defined]
    assert lefts[1] < 40                                 # "Ja" needs little
    assert lefts[2] < 100
    assert len(g.slabs) == 4                             # so that every row has one line


def test_a_word_that_fits_no_column_takes_no_room_from_those_that_fit() -> None:
    g = Galley(Sheet(4 / 3))
    table(g, ("Gjort", "Hvem", "Hvad", "Hvornår"), [("x", "w" * 60, "v" * 90, "11. november")] * 3, (36, 64, 232, 90))
    said = [mark.text for mark in (*g.slabs[0].marks, *g.slabs[1].marks) if hasattr(mark, "text")]  # type: ignore[attr-defined]
    assert said[0] == "Gjort"
    assert said[-1] == f"11.{NBSP}november"


def test_a_table_that_does_not_fit_is_cut_near_its_middle() -> None:
    g = Galley(Sheet())
    table(g, ("Hvem", "Hvad"), [("Eva", "Ringer")] * 11, (1, 1), names=0)
    height = sum(slab.height for slab in g.slabs)
    first, second = cut(g.slabs, height * .8, .5)
    assert min(len(first.slabs) - 1, len(second.slabs)) >= 4     # not 8 rows here and 3 there


def test_what_stands_below_an_entry_is_not_taken_for_the_next_ones() -> None:
    """A date under what is to be done."""
    airs = []
    for more in ((), ("6. november",)):
        galley = Galley(Sheet())
        items(galley, [Item("Ringer til skolen", more=more), Item("Bestiller hjælp", more=more)])
        airs.append([slab.air / galley.sheet.line for slab in galley.slabs])
    plain, dated = airs
    assert plain == [0, 0]
    assert dated == [0, 0, .4, 0]
