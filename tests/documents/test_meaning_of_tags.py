"""What no validator asks: whether the tags of a finished paper are true, and in the order in which one reads.

A validator is content when every figure has an Alt and every table a TH. Here it is read what they say.
"""
from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pytest

from borgerplan_desktop.casework.papers.paper_kinds import PAPERS
from borgerplan_desktop.documents.paper import table as tables
from borgerplan_desktop.documents.paper.galley import Galley
from borgerplan_desktop.documents.paper.parts import Tick
from borgerplan_desktop.documents.paper.table import Cell, Content
from borgerplan_desktop.documents.paper.text import clean
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.ratings import ratings_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import RatedBy, Rating
from borgerplan_desktop.model.plan import LadderPosition, current_plan
from tests.documents import reading, samples
from tests.documents.spoken import Heard, heard, in_order, plain
from tests.documents.test_every_paper import CASES, made

PAPER = {"plan": lambda case, large: plan_pdf(case, large_print=large, today=samples.TODAY)} | {
    each.key: (lambda case, large, each=each: made(each, case, "da", large)) for each in PAPERS}
LARGE = {"usual": False, "empty": True, "overfull": False, "held": False}       # each case in one of the sizes
LINE = 30.0                                              # points: up by less than this is the same line


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], list[list[str]], int]]:
    """Every table the papers ask for: its head, its rows, and which column names a row."""
    found: list[tuple[list[str], list[list[str]], int]] = []
    head, row = tables._head, tables._row

    def its_head(g: Galley, whole: Any, words: Sequence[str], *more: Any) -> Any:
        found.append(([plain(clean(each)) for each in words], [], -1))
        return head(g, whole, words, *more)

    def its_row(g: Galley, whole: Any, cells: Sequence[Content], lefts: Any, widths: Any, names: int) -> Any:
        words, rows, _ = found[-1]
        rows.append([_said(cell) for cell in cells])
        found[-1] = (words, rows, names)
        return row(g, whole, cells, lefts, widths, names)

    monkeypatch.setattr(tables, "_head", its_head)
    monkeypatch.setattr(tables, "_row", its_row)
    return found


def _said(content: Content) -> str:
    if isinstance(content, Tick):
        return content.says
    if isinstance(content, Cell):
        return plain(" ".join(map(clean, (content.text, *content.below))))
    text = getattr(content, "says", content)             # a circle to tick
    return plain(clean(str(text)))


FOLDED = "pocket"                                        # its panels are read as they are folded, not as they lie


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("key", PAPER)
def test_the_tags_of_every_paper_are_true(
        key: str, name: str, asked: list[tuple[list[str], list[list[str]], int]]) -> None:
    data = PAPER[key](CASES[name](), LARGE[name])
    with reading.opened(data) as pdf:
        tree = heard(pdf, data)
        assert [*faults_of_headings(pdf, tree), *faults_of_lists(tree), *faults_of_links(tree),
                *faults_of_tables(tree, asked), *faults_of_the_whole(pdf),
                *(faults_of_order(pdf) if key != FOLDED else [])] == []
        assert all(each.alt.strip() for each in tree.all("Figure"))


# ---------------------------------------------------------------------------------------------- what can be wrong
def faults_of_headings(pdf: pikepdf.Pdf, tree: Heard) -> Iterator[str]:
    headings = list(tree.all("H1", "H2", "H3", "H4", "H5", "H6"))
    levels = [int(each.role[1]) for each in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"not one title: {levels}"
    yield from (f"a level is skipped before {headings[n + 1].said!r}"
                for n, (one, two) in enumerate(zip(levels, levels[1:], strict=False)) if two > one + 1)
    with pdf.open_outline() as outline:
        marks = [_undotted(title) for title in _titles(outline.root)]
    said = [_undotted(each.said) for each in headings]
    if marks != said:
        yield f"bookmarks {marks} are not the headings {said}"


def _undotted(heading: str) -> str:
    """A goal's number has a dot only in the side bar."""
    return re.sub(r"^(\d+)\.", r"\1", reading.squeezed(heading))


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def faults_of_lists(tree: Heard) -> Iterator[str]:
    for whole in tree.all("L"):
        if {kid.role for kid in whole.kids} != {"LI"}:
            yield f"a list of {[kid.role for kid in whole.kids]}"
    for entry in tree.all("LI"):
        roles = [kid.role for kid in entry.kids]
        if roles != ["Lbl", "LBody"] or not entry.kids[0].actual or not entry.kids[1].said:
            yield f"an entry of {roles}: {entry.said!r}"


def faults_of_links(tree: Heard) -> Iterator[str]:
    for link in tree.all("Link"):
        for kid in link.element.K:
            if "/Obj" in kid:
                target, contents = str(kid.Obj.A.URI), str(kid.Obj.Contents)
                if reading.squeezed(contents) not in reading.squeezed(link.said):
                    yield f"a link {contents!r} whose text is {link.said!r}"
                if target.startswith("tel:") and re.sub(r"\D", "", target) != re.sub(r"\D", "", link.said):
                    yield f"{link.said!r} calls {target}"


def faults_of_tables(tree: Heard, asked: list[tuple[list[str], list[list[str]], int]]) -> Iterator[str]:
    there = [(head, [row for row in rows if any(row)], names) for head, rows, names in asked]   # blank ones: for a pen
    for table in tree.all("Table"):
        head, *rows = table.kids
        words = [cell.said for cell in head.kids]
        wanted = next((each for each in there if [reading.squeezed(w) for w in each[0]] ==
                       [reading.squeezed(w) for w in words] and len(each[1]) == len(rows)), None)
        if wanted is None:
            yield f"nobody asked for a table headed {words} with {len(rows)} rows"
            continue
        there.remove(wanted)
        if [(cell.role, cell.scope) for cell in head.kids] != [("TH", "/Column")] * len(words) or not all(words):
            yield f"a head that is none: {words}"
        for row, cells in zip(rows, wanted[1], strict=True):
            if [(cell.role, cell.scope) for cell in row.kids] != [
                    ("TH", "/Row") if n == wanted[2] else ("TD", "") for n in range(len(words))]:
                yield f"a row not under its head: {row.said!r}"
            said = [" ".join(f.alt for f in cell.all("Figure")) or cell.said for cell in row.kids]
            if [reading.squeezed(each) for each in said] != [reading.squeezed(each) for each in cells]:
                yield f"a row says {said}, not {cells}"


def faults_of_order(pdf: pikepdf.Pdf) -> Iterator[str]:
    """One reads down, and up again only to the right: the next column. One exception: the quiet line above a goal's
    words is heard after them.
    """
    before: tuple[str, Any] | None = None
    for role, here in in_order(pdf):
        if before is not None:
            last = before[1]
            back = here.page < last.page
            up = here.page == last.page and here.y > last.y + 1 and here.x < last.x + 1
            above_a_goal = before[0] == "H3" and role == "P" and here.y - last.y < 2 * LINE
            if back or (up and not above_a_goal):
                yield f"{role} at {here} is read after {before}"
        before = role, here


def faults_of_the_whole(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as meta:
        title, said = str(pdf.docinfo["/Title"]), str(meta["dc:title"])
        if not title or title != said:
            yield f"two titles: {title!r}, {said!r}"
        if str(meta["xmp:CreateDate"])[:10] != samples.TODAY.isoformat():
            yield f"made on {meta['xmp:CreateDate']}"
        if not str(pdf.docinfo["/Author"]) or str(pdf.docinfo["/Creator"]) != "Borgerplan":
            yield "nobody made it"
    if str(pdf.Root.Lang) != "da-DK" or not pdf.Root.ViewerPreferences.DisplayDocTitle or not pdf.Root.MarkInfo.Marked:
        yield "its language, its title or its tags are not told"
    fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    if not fonts or not all("+FiraGO" in str(font.BaseFont) and "/FontFile2" in font.FontDescriptor and
                            "/ToUnicode" in font for font in fonts):
        yield f"fonts that are not ours, or not within: {[str(font.get('/BaseFont')) for font in fonts]}"
    if pdf.check_pdf_syntax():
        yield f"its syntax: {pdf.check_pdf_syntax()}"


# ---------------------------------------------------------------------------------------------- what the pictures say
def alts(data: bytes) -> list[str]:
    with reading.opened(data) as pdf:
        return [str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node]


@pytest.mark.parametrize("key", ["plan", "network"])
def test_the_map_says_as_many_people_as_it_names_and_who_they_are(key: str) -> None:
    case = samples.jonas()
    there = [m for m in case.all(NetworkMember) if m.ring is not None and not m.is_citizen and not m.left_out_of_paper]
    said = next(alt for alt in alts(PAPER[key](case, False)) if alt.startswith("Netværkskort"))
    near = re.findall(r"[^.:]+: \w[^.]*(?:tættest på|tæt på|længere væk)[^.]*\.", said)
    assert int(re.findall(r"\d+", said)[0]) == len(there) == len(near)
    assert all(member.contact.name in said for member in there)


@pytest.mark.parametrize(("here", "goal"), [(LadderStep.STAY, LadderStep.LESS), (LadderStep.LESS, None)])
def test_the_ladder_says_the_step_and_where_the_citizen_would_like_to_go(
        here: LadderStep, goal: LadderStep | None) -> None:
    case = samples.jonas()
    case.begin()
    case.all(LadderPosition)[0].step = here
    current_plan(case).ladder_goal = goal
    said = next(alt for alt in alts(plan_pdf(case, today=samples.TODAY)) if "trappe" in alt.casefold())
    assert f"trin {here.number}" in said
    assert goal is None or f"trin {goal.number}" in said
    assert {int(n) for n in re.findall(r"trin (\d)", said)} == {here.number, *([goal.number] if goal else [])}


def test_the_wheel_says_every_area_with_its_number() -> None:
    numbers = {area: number for number, area in enumerate(LifeArea)}
    rows = [*samples.jonas_rows(), *(Rating(rated_on=samples.TODAY, area=area, by=RatedBy.CITIZEN, value=number)
                                     for area, number in numbers.items())]
    wheel = alts(ratings_pdf(Case("case", rows, register=samples.register()), today=samples.TODAY))
    words = Words("da")
    assert all(any(f"{words.say(area.label)} {number}" in alt for alt in wheel) for area, number in numbers.items())


# ---------------------------------------------------------------------------------------------- the check can say no
def test_it_sees_tags_that_are_wrong(asked: list[tuple[list[str], list[list[str]], int]]) -> None:
    data = plan_pdf(samples.jonas(), today=samples.TODAY)
    with reading.opened(data) as pdf:
        rows = next(node for _, node in reading.elements(pdf) if node.S == "/Table").K
        rows[0].K[0], rows[0].K[1] = rows[0].K[1], rows[0].K[0]
        first, second = [node for _, node in reading.elements(pdf) if node.S == "/H3"][:2]
        first.S = pikepdf.Name("/H5")
        second.K, first.K = first.K, second.K
        pdf.Root.Lang = pikepdf.String("en-GB")
        tree = heard_as_saved(pdf)
        assert any("skipped" in fault for fault in faults_of_headings(pdf, tree))
        assert any("nobody asked" in fault for fault in faults_of_tables(tree, asked))
        assert list(faults_of_order(pdf))
        assert list(faults_of_the_whole(pdf))


def heard_as_saved(pdf: pikepdf.Pdf) -> Heard:
    into = io.BytesIO()
    pdf.save(into)
    return heard(pdf, into.getvalue())
