"""The shelter's logo: what is taken in, what is refused and why, and where it stands then."""
from __future__ import annotations

import base64
import hashlib
import io
import json
import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case, import_case
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of, paper_of_file
from borgerplan_desktop.casework.papers.plan_of_file import render_case_file
from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session import logo
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.anonymous import Instead
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
    svg("<style><title/>@import 'x.css'</style>"), svg("<style>@im<!-- x -->port 'x.css'</style>"),
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


def _in_a_file(content: bytes | None) -> bytes:
    """A case file of a shelter with that as its logo; None = the file does not hold it."""
    file = json.loads(HERBERG.read_bytes())
    digest = hashlib.sha256(content or b"").hexdigest()
    file["register"]["shelter"][0]["logo_digest"] = digest
    if content is not None:
        file.setdefault("kept", {})[digest] = base64.b64encode(content).decode()
    return json.dumps(file).encode()


def _as(form: str, size: tuple[int, int] = (40, 40)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size).save(made, form)
    return made.getvalue()


@pytest.mark.parametrize("content", [
    None, b"", b"no picture", bomb(), logo.PNG + b"nonsense" * 9, png()[:200], _as("PNG", (60_000, 1)), _as("TIFF"),
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"],
    ids=["missing", "empty", "no picture", "bomb", "nonsense", "half", "as thin as a line", "TIFF", "PostScript"])
def test_what_a_case_file_holds_instead_of_a_logo_is_left_out(content: bytes | None) -> None:
    """Only a small PNG is read at all: other readers of pictures start programs of their own."""
    pdf = render_case_file(_in_a_file(content), today=date(2026, 11, 1)).pdf
    assert images(pdf) == 0
    assert reading.text(pdf)


def test_nothing_that_was_hidden_in_the_picture_goes_out_with_it(opened: OpenCase) -> None:
    """Who drew it, with what, and where: a picture's file may say so beside the picture."""
    hidden = PngInfo()
    hidden.add_text("Author", "HEMMELIG tegner")
    hidden.add_itxt("XML:com.adobe.xmp", "HEMMELIG", zip=False)
    where = Image.Exif()
    where[0x010E] = "HEMMELIG sted"
    file = io.BytesIO()
    Image.new("RGB", (40, 40)).save(file, "PNG", pnginfo=hidden, exif=where, icc_profile=b"HEMMELIG" * 20)
    assert b"HEMMELIG" in file.getvalue()
    content = logo.as_kept(file.getvalue() + b"HEMMELIG behind", drawn)
    assert b"HEMMELIG" not in content
    assert {name for name, _data in _chunks(content)} == {b"IHDR", b"IDAT", b"IEND"}


def _chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], len(logo.PNG)
    while at < len(content):
        (size,) = struct.unpack(">I", content[at:at + 4])
        found.append((content[at + 4:at + 8], content[at + 8:at + 8 + size]))
        at += size + 12
    return found


@pytest.mark.parametrize("about", [each.value for each in Instead])
@pytest.mark.parametrize("language", ["da", "en", "pl+da"])
def test_a_map_without_names_carries_neither_logo_nor_the_shelters_name(
        archive: Archive, opened: OpenCase, about: str, language: str) -> None:
    with archive.shelter.action("a name"):
        archive.shelter.case.the(Shelter).name = "Herberget Skovly"
    logo.take_logo(archive.shelter, png(), "logo.png", drawn)
    data = paper_of(opened, BY_KEY["network"], about, language).draw()
    assert images(data) == 0
    assert "Skovly" not in _all_it_says(data)
    assert "Skovly" in _all_it_says(paper_of(opened, BY_KEY["network"], "", language).draw())     # who made it


def _all_it_says(data: bytes) -> str:
    with reading.opened(data) as pdf:
        return " ".join((reading.text(data), *map(str, pdf.docinfo.values()), *figures(data),
                         pdf.Root.Metadata.read_bytes().decode()))
