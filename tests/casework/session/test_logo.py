"""The shelter's logo: what is taken in, what is refused and why, and where it stands then."""
from __future__ import annotations

import base64
import hashlib
import io
import json
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case, import_case
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of, paper_of_file
from borgerplan_desktop.casework.papers.plan_paper import plan_paper, render_case_file
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session import logo
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import Shelter
from tests.casework.pictures import png
from tests.documents import reading

HERBERG = Path(__file__).parents[2] / "data" / "cases" / "herberg.json"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 30">'


def svg(inside: str, before: str = "") -> bytes:
    return f"{before}{HEAD}{inside}</svg>".encode()


def drawn(content: bytes) -> bytes:
    return png()


def figures(data: bytes) -> list[str]:
    with reading.opened(data) as pdf:
        return [str(node.Alt) for _, node in reading.elements(pdf) if str(node.S) == "/Figure"]


def images(data: bytes) -> int:
    with reading.opened(data) as pdf:
        return sum(len(page.get_images()) for page in pdf.pages)


def test_a_picture_becomes_small_and_opaque() -> None:
    made = Image.open(io.BytesIO(logo.as_kept(png((3000, 1000), (0, 0, 0, 128), "RGBA"), drawn)))
    assert made.size == (900, 300)
    assert made.mode == "RGB"
    assert made.getpixel((5, 5)) == (127, 127, 127)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert logo.as_kept(png(), drawn) == logo.as_kept(png(), drawn)


def bomb() -> bytes:
    """A header that promises a picture of 30,000 by 30,000."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + head
    return logo.PNG + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize(("content", "why"), [
    (b"", "PNG eller SVG"), (b"GIF89a", "PNG eller SVG"), (b"%PDF-1.7", "PNG eller SVG"),
    (png()[:200], "PNG eller SVG"), (logo.PNG + b"nonsense" * 9, "PNG eller SVG"),
    (bomb(), "PNG eller SVG"), (png((4001, 10)), "4000"), (b"x" * (logo.LARGEST + 1), "1 MB"),
    (png(color=(255, 255, 255)), "hvid"), (png((60, 20), (255, 0, 0, 0), "RGBA"), "hvid")])
def test_what_is_no_picture_for_paper_is_refused_in_plain_words(content: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        logo.as_kept(content, drawn)
    assert why in refused.value.message


@pytest.mark.parametrize("content", [
    svg("<script>alert(1)</script>"), svg('<rect onload="alert(1)"/>'), svg('<image href="file:///etc/passwd"/>'),
    svg('<g><foreignObject/></g>'), svg('<path xlink:href="http://example.org/x"/>'),
    svg('<rect fill="url(http://example.org/x.svg#a)"/>'), svg("<style>@import 'x.css'</style>"),
    svg("<style>rect{fill:u\\72l(x)}</style>"), svg('<animate attributeName="x"/>'), svg("<use/>"),
    svg("<g/>" * logo.MOST_PARTS)])
def test_a_drawing_that_does_more_than_draw_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="streger"):
        logo.as_kept(content, drawn)


@pytest.mark.parametrize("content", [
    svg("&a;", '<!DOCTYPE svg [<!ENTITY a "b">]>'), b"<svg/>", b"<html/>", b"<svg", "æ".encode("latin-1"),
    svg("&x;", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')])
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="PNG eller SVG"):
        logo.as_kept(content, drawn)


def test_what_a_drawing_program_writes_beside_it_is_left_out() -> None:
    content = svg('<i:view xmlns:i="urn:inkscape"><script/></i:view><rect width="9" height="9" fill="#123"/>')
    assert b"inkscape" not in logo.safe_drawing(content)
    assert b"rect" in logo.safe_drawing(content)


def test_it_is_chosen_taken_away_and_undone(archive: Archive) -> None:
    logo.take_logo(archive.shelter, png(), "C:\\hemmelig\\vores.png", drawn)
    kept = logo.logo_of(archive.shelter)
    assert kept == logo.as_kept(png(), drawn)
    assert archive.shelter.case.the(Shelter).logo_name.endswith("vores.png")
    logo.remove_logo(archive.shelter)
    assert logo.logo_of(archive.shelter) is None
    archive.shelter.undo()
    assert logo.logo_of(archive.shelter) == kept
    archive.shelter.undo()
    assert logo.logo_of(archive.shelter) is None


def test_it_stands_on_the_papers_as_the_shelters_name(opened: OpenCase) -> None:
    assert opened.shelter is not None
    before = plan_paper(opened).draw()
    logo.take_logo(opened.shelter, png(), "vores.png", drawn)
    name = opened.shelter.case.the(Shelter).name
    for paper in (plan_paper(opened), paper_of(opened, BY_KEY["welcome"]), paper_of(opened, BY_KEY["week"])):
        data = paper.draw()
        assert figures(data)[0] == name
        assert images(data) == 1
        assert data == paper.draw()
    assert name not in figures(before)


def test_it_does_not_stand_where_the_address_is_protected(opened: OpenCase) -> None:
    assert opened.shelter is not None
    logo.take_logo(opened.shelter, png(), "vores.png", drawn)
    with opened.action("protect"):
        opened.case.the(Citizen).protected_address = True
    assert images(plan_paper(opened).draw()) == 0


def test_it_goes_along_in_the_case_file(opened: OpenCase) -> None:
    assert opened.shelter is not None
    logo.take_logo(opened.shelter, png(), "vores.png", drawn)
    files: list[bytes] = []
    export_case(opened, files.append)
    digest = opened.shelter.case.the(Shelter).logo_digest
    assert digest in read_case(files[0]).kept
    today = opened.today()
    assert images(render_case_file(files[0], today=today, draft=True).pdf) == 1
    assert images(paper_of_file(BY_KEY["welcome"], files[0], today=today).pdf) == 1


def test_taking_a_case_in_brings_no_logo(archive: Archive) -> None:
    file = json.loads(HERBERG.read_bytes())
    picture = png()
    digest = hashlib.sha256(picture).hexdigest()
    file["register"]["shelter"][0]["logo_digest"] = digest
    file.setdefault("kept", {})[digest] = base64.b64encode(picture).decode()
    taken = archive.open_case(import_case(archive, json.dumps(file).encode()))
    assert taken.kept(digest) is None
    assert archive.shelter.case.the(Shelter).logo_digest == ""
