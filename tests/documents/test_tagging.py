"""The tagging layer by itself, a rule at a time: to which node belongs what is drawn, and what the file then holds."""
from __future__ import annotations

import pikepdf
import pytest

from borgerplan_desktop.documents.paper import fonts
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.structure import Node, Piece
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.typography import A4, Style
from tests.documents import reading

TEXT = Style()


@pytest.fixture
def root() -> Node:
    return Node("Document", lang="da-DK")


@pytest.fixture
def canvas(root: Node) -> TaggedCanvas:
    return TaggedCanvas(root, "Prøve", About(), "da-DK", A4)


def write(canvas: TaggedCanvas, node: Node, words: str, y: float = 700) -> None:
    canvas.begin(node)
    canvas.write(72, y, words, TEXT)


def heard(data: bytes) -> str:
    """The elements with their words, in the order in which they are read aloud."""
    return " ".join(reading.run("pdfinfo", data, "-struct-text").split()).replace('" "', "")


def test_what_is_drawn_belongs_to_the_node_that_was_begun(canvas: TaggedCanvas, root: Node) -> None:
    write(canvas, root.child("H1"), "Navn")
    write(canvas, root.child("P"), "Ord", 680)
    assert heard(canvas.finished()) == 'Document H1 (block) "Navn" P (block) "Ord"'


def test_what_goes_on_in_the_same_node_is_one_piece(canvas: TaggedCanvas, root: Node) -> None:
    node = root.child("P")
    write(canvas, node, "Ord ")
    write(canvas, node, "til", 680)
    assert [type(kid) for kid in node.kids] == [Piece]


def test_a_node_that_is_left_and_taken_up_again_has_two_pieces_and_reads_as_one(
        canvas: TaggedCanvas, root: Node) -> None:
    node = root.child("P")
    write(canvas, node, "Ord ")
    canvas.artifact()
    canvas.line(0, 0, 10, 10)
    write(canvas, node, "til", 680)
    assert len(node.kids) == 2
    assert heard(canvas.finished()) == 'Document P (block) "Ord til"'


def test_an_artifact_is_seen_and_not_heard(canvas: TaggedCanvas, root: Node) -> None:
    write(canvas, root.child("P"), "Ord")
    canvas.artifact("Pagination")
    canvas.write(72, 30, "side 1", TEXT)
    data = canvas.finished()
    assert "side 1" in reading.text(data)
    assert "side 1" not in heard(data)


def test_the_tree_is_heard_in_its_own_order_not_in_that_of_drawing(canvas: TaggedCanvas, root: Node) -> None:
    first, second = root.child("P"), root.child("P")
    write(canvas, second, "sidst")
    write(canvas, first, "først", 680)
    assert heard(canvas.finished()) == 'Document P (block) "først" P (block) "sidst"'


def test_a_node_may_go_on_over_the_page(canvas: TaggedCanvas, root: Node) -> None:
    node = root.child("P")
    write(canvas, node, "her ")
    canvas.showPage()
    write(canvas, node, "og der")
    data = canvas.finished()
    assert heard(data) == 'Document P (block) "her og der"'
    with reading.opened(data) as pdf:
        element = next(each for _, each in reading.elements(pdf) if each.S == "/P")
        assert [kid.Pg.objgen for kid in element.K] == [page.objgen for page in pdf.pages]
        assert [int(page.StructParents) for page in pdf.pages] == [0, 1]
        assert [str(page.Tabs) for page in pdf.pages] == ["/S", "/S"]


def test_the_way_back_from_a_piece_to_its_node_is_there(canvas: TaggedCanvas, root: Node) -> None:
    for words in ("en", "to"):
        write(canvas, root.child("P"), words)
    with reading.opened(canvas.finished()) as pdf:
        number, nodes = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert int(number) == 0
        assert [node.objgen for node in nodes] == [each.objgen for _, each in reading.elements(pdf) if each.S == "/P"]


def test_a_link_is_text_and_place_and_both_belong_to_its_node(canvas: TaggedCanvas, root: Node) -> None:
    node = root.child("Link")
    write(canvas, node, "12 34 56 78")
    canvas.link(node, (72, 690, 140, 712), "tel:12345678", "12 34 56 78")
    with reading.opened(canvas.finished()) as pdf:
        element = next(each for _, each in reading.elements(pdf) if each.S == "/Link")
        annotation = next(kid.Obj for kid in element.K if "/Obj" in kid)
        assert (str(annotation.A.URI), str(annotation.Contents)) == ("tel:12345678", "12 34 56 78")
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert nums[int(annotation.StructParent) * 2 + 1].objgen == element.objgen


def test_what_came_out_empty_is_dropped_but_no_cell_of_a_row(canvas: TaggedCanvas, root: Node) -> None:
    root.child("Sect").child("P")
    row = root.child("Table").child("TR")
    row.child("TD")
    write(canvas, row.child("TD"), "Ord")
    root.kids[1].child("TR").child("TD")                 # type: ignore[union-attr]
    with reading.opened(canvas.finished()) as pdf:
        assert reading.roles(pdf) == ["Document", "Table", "TR", "TD", "TD"]


def test_a_picture_says_what_it_is_told_to_say_and_nothing_hidden(canvas: TaggedCanvas, root: Node) -> None:
    canvas.begin(root.child("Figure", alt="Et\u202e kort\x00 med \U0001f600", attributes="/O/Layout/BBox[0 0 9 9]"))
    canvas.rect(0, 0, 9, 9)
    write(canvas, root.child("Span", actual="Gjort", lang="en-GB"), "x", 680)
    with reading.opened(canvas.finished()) as pdf:
        _, figure, span = (each for _, each in reading.elements(pdf))
        assert str(figure.Alt) == "Et kort med [tegn]"
        assert [float(edge) for edge in figure.A.BBox] == [0, 0, 9, 9]
        assert (str(span.ActualText), str(span.Lang)) == ("Gjort", "en-GB")


def test_a_text_of_more_letters_than_a_font_part_holds_is_whole(canvas: TaggedCanvas, root: Node) -> None:
    wanted = (*range(0x100, 0x250), *range(0x400, 0x460))
    letters = "".join(chr(code) for code in wanted if code in fonts.glyphs())
    assert len(letters) > 300
    for number in range(0, len(letters), 40):
        write(canvas, root.child("P"), letters[number:number + 40], 700 - number)
    assert reading.squeezed(letters) in reading.squeezed(reading.text(canvas.finished()))


def test_everything_on_a_page_lies_in_a_piece_and_none_lies_in_another(canvas: TaggedCanvas, root: Node) -> None:
    write(canvas, root.child("P"), "Ord")
    canvas.artifact()
    write(canvas, root.child("P"), "til", 680)
    with reading.opened(canvas.finished()) as pdf:
        names = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])
                 if str(each.operator) in ("BDC", "EMC", "Tj")]
    assert names == ["BDC", "Tj", "EMC", "BDC", "EMC", "BDC", "Tj", "EMC"]
